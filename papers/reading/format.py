"""What an input format is: some suffixes, and a way from bytes to located values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from papers.findings import Parsed

Holds = Literal["keys", "sheets", "text"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `parse` takes the bytes and the file's name as the author knows it.

    holds       what it gives: "keys" a Keys, "sheets" Grids, "text" marked blocks
    suffixes    the file names it is for, in lower case with the dot
    """

    holds: Holds
    suffixes: tuple[str, ...]
    parse: Callable[[bytes, str], Parsed[Any]]
