"""How much room text takes, without asking a machine for its fonts.

The widths are those of Liberation Sans (SIL Open Font License), which was made to take the room of Arial. Everything is
in points, and errs on the large side: PowerPoint, LibreOffice and Keynote set text a little differently.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import NamedTuple

EMU = 12_700  # in a point
_UNITS = 2048
_SAFETY = 1.03
_UNKNOWN = 1.25
# How high a line is in its size: programs set Arial at 1.15 to 1.2.
LINE = 1.21
# How wide letters are in comparison with Arial, for fonts that councils use; others are taken to be as wide as any.
_FONTS = {
    "arial": 1.0, "liberation sans": 1.0, "helvetica": 1.0, "calibri": 1.0, "carlito": 1.0, "aptos": 1.04,
    "times new roman": 1.0, "segoe ui": 1.05, "gill sans mt": 1.0, "open sans": 1.12, "tahoma": 1.05,
}  # fmt: skip
_WIDEST = 1.25


class Letters(NamedTuple):
    """A stretch of text of one size, in points, and one font."""

    text: str
    size: float
    bold: bool = False
    font: str = "Arial"


class Line(NamedTuple):
    """A line as it is set: where in its paragraph it starts and ends, and how high it is."""

    start: int
    end: int
    height: float


@functools.cache
def _widths() -> Mapping[bool, Mapping[str, float]]:
    """The width of each letter, in its size, by whether it is bold."""
    table: dict[bool, dict[str, float]] = {False: {}, True: {}}
    text = resources.files("papers.slides").joinpath("letter_widths.txt").read_text(encoding="utf-8")
    for line in text.split("\n"):
        if line:
            face, width, letters = line.split(" ", 2)
            table[face == "bold"].update(dict.fromkeys(letters, int(width) / _UNITS))
    return table


def widths(letters: Letters) -> list[float]:
    """How wide each letter is. One that Arial lacks is taken to be a square and a quarter."""
    known, scale = _widths()[letters.bold], letters.size * _factor(letters.font)
    return [known.get(letter, _UNKNOWN) * scale for letter in letters.text]


@functools.cache
def _factor(font: str) -> float:
    return _SAFETY * _FONTS.get(font.casefold(), _WIDEST)


def lines(stretches: Sequence[Letters], room: float, first: float | None = None) -> list[Line]:
    """The lines of a paragraph that is `room` wide, the first of them `first`; a paragraph without text has one.

    Lines break at spaces, and inside a word only where it is longer than a line. "\\n" ends a line.
    """
    text = "".join(each.text for each in stretches)
    sizes = [(wide, each.size) for each in stretches for wide in widths(each)]
    empty = LINE * (stretches[-1].size if stretches else 18)
    found: list[Line] = []
    start, space = 0, -1
    used, left = 0.0, room if first is None else first
    at = 0
    while at < len(text):
        if text[at] == "\n":
            found.append(_line(sizes, start, at, empty))
            at += 1
            start, used, space, left = at, 0.0, -1, room
            continue
        if text[at] == " ":
            space = at
        elif used + sizes[at][0] > left and at > start:
            at = space + 1 if space >= start else at
            found.append(_line(sizes, start, at, empty))
            start, used, space, left = at, 0.0, -1, room
        used += sizes[at][0]
        at += 1
    found.append(_line(sizes, start, at, empty))
    return found


def _line(sizes: Sequence[tuple[float, float]], start: int, end: int, empty: float) -> Line:
    return Line(start, end, LINE * max((size for _, size in sizes[start:end]), default=empty / LINE))
