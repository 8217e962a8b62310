"""What the packages of templates may lead to, and how a template is refused for what it carries."""

from __future__ import annotations

import re
from collections.abc import Iterable

from papers.errors import TemplateError

# Of all that a template carries, as many are told.
_TOLD = 10
ON_THE_WEB = re.compile(r"(?:https?|mailto|tel):", re.IGNORECASE)
# What the names of Strict Open XML begin with (ISO 29500-1), which few programs write and fewer read.
STRICT = "{http://purl.oclc.org/ooxml/"


def refuse(name: str, found: Iterable[str]) -> None:
    """Raise TemplateError for the template `name` where anything was found in it, with all of it; each is told once."""
    listed = [f"  {danger}" for danger in dict.fromkeys(found)]
    if listed:
        rest = [f"  and {len(listed) - _TOLD} more"] if len(listed) > _TOLD else []
        told = "\n".join(listed[:_TOLD] + rest)
        raise TemplateError(f"{name}: this template cannot be used, because of what it carries:\n{told}")
