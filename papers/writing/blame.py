"""Where in a template a mistake is, as its owner sees it in Word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from papers import wording

# For each line of a source where it stands, and its words as they are typed; ("", "") for nowhere.
Lines = Sequence[tuple[str, str]]


def said_at(template: str, sentence: str, source: str, line: int | None, spots: Lines) -> str:
    """What is wrong with a line of a source, and where that stands in Word."""
    where, words = spots[line - 1] if line and line <= len(spots) else ("", "")
    place = f"{template}, {where}" if where else template
    return f"{place}: {sentence.rstrip('.')}, at {_quoted(words) or _near(source, line)}"


def _near(source: str, line: int | None) -> str:
    """The words of a template around a line of its source, as a person sees them in Word; "the start" for none."""
    lines = source.split("\n")
    here = lines[max((line or 1) - 1, 0)]
    return _quoted(re.sub(r"<[^>]*>|^[^<]*>|<[^>]*$", "", here)) or "the start of the document"


def _quoted(words: str) -> str:
    return f'"{wording.shortened(words, 90)}"' if words.strip() else ""
