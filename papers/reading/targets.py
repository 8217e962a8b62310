"""How authors write what they refer to: `#triage-car`, `action:3.2`, `appendix:1`; and a name, `{#triage-car}`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import unquote

_NAME = re.compile(r"[\w-]+")
_KINDS = ("#", "action:", "appendix:")
_EMPTY_LINK = re.compile(r"\[\s*\]\(\s*<?((?:#|action:|appendix:)(?:[^()<>\n]|\([^()<>\n]*\))*)>?\)", re.IGNORECASE)


def anchor_of(name: str) -> str:
    """What references call a place of this name; "" for one that is no name: letters, digits, hyphens, underscores."""
    return f"#{name.casefold()}" if _NAME.fullmatch(name) else ""


def target_of(address: str) -> str:
    """What the address of a link refers to in the paper; "" for an address elsewhere."""
    words = unquote(address)
    kind = next((each for each in _KINDS if words[: len(each)].casefold() == each), "")
    name = words[len(kind) :].strip()
    return f"{kind}{name.casefold() if kind == '#' else name}" if kind else ""


def with_numbers(words: str, printed: Mapping[str, str]) -> str:
    """Markdown as it is typed, with what is printed for each target where it is referred to without words."""
    if "](" not in words:
        return words
    return _EMPTY_LINK.sub(lambda found: printed.get(target_of(found[1]), found[0]), words)
