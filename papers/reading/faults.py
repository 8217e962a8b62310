"""What each code of a reader means, for `papers rules`. The words are in faults.md beside this module."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from importlib.resources import files


@functools.cache
def faults() -> Mapping[str, str]:
    """The explanation of each code that is no rule of checks/; its first line says it all."""
    text = files(__package__ or "papers.reading").joinpath("faults.md").read_text(encoding="utf-8")
    parts = re.split(r"^## (\w+)\n", text, flags=re.MULTILINE)[1:]
    return {code: explanation.strip() for code, explanation in zip(parts[::2], parts[1::2], strict=True)}
