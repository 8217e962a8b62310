"""A part of a workbook taken in piece by piece, so that what is too much for those who read it is met in time."""

from __future__ import annotations

from typing import IO
from xml.parsers import expat

_PIECE = 65_536

# A parser looks at a tag or a comment again with every piece until it has all of it: ten megabytes take half a minute,
# half of one no time. Excel allows 32,767 characters in a cell, which are 230 kB if each is written as a code.
MOST_IN_ONE = 500_000
# Where only attributes are looked at, as of 100,000 comments.
MOST_TAGS = 1_000_000


class TooMuch(Exception):
    """What no plan needs, and no reader could bear; the words follow the name of the file."""


class TooManyTags(TooMuch):
    """A part with more tags than are read."""


def feed(parser: expat.XMLParserType, part: IO[bytes], most_tags: int = MOST_TAGS) -> int:
    """Let `parser` read a part to its end; returns how many tags it has, at most, in any encoding.

    Raises TooManyTags at more than `most_tags`, TooMuch where a text, a tag or a comment is too long; ExpatError
    where the part is damaged.
    """
    tags = taken = since = 0
    while piece := part.read(_PIECE):
        parser.Parse(piece)
        taken += len(piece)
        tags += piece.count(b"<")
        since = len(piece) - piece.rfind(b"<") if b"<" in piece else since + len(piece)
        if max(since, taken - parser.CurrentByteIndex) > MOST_IN_ONE:
            raise TooMuch(
                f"this holds a text of more than {MOST_IN_ONE:,} characters, where Excel allows 32,767; shorten it"
            )
        if tags > most_tags:
            raise TooManyTags(
                "this holds many times more styles, texts or names than any plan; "
                "copy the sheets of the plan into a new workbook"
            )
    parser.Parse(b"", True)
    return tags
