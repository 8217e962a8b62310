"""The frames that notes open in, in VML, the drawings of Excel before 2007, in which Excel still keeps them.

VML that Excel wrote need not be well-formed XML, so it is edited as the text it is.
"""

from __future__ import annotations

import functools
import math
import re
from collections.abc import Callable, Iterable, Mapping

from papers.office.ooxml import Element
from papers.workbooks.book import MAIN, true, whole
from papers.workbooks.cells import MOST_COLUMNS, MOST_ROWS, Address

_NAMES = {
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "x": "urn:schemas-microsoft-com:office:excel",
}
_KIND = (
    '<v:shapetype{} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_FRAME = (
    '<v:shape{names} id="_x0000_s{number}" type="#_x0000_t202" style="position:absolute;margin-left:59.25pt;'
    'margin-top:1.5pt;width:{width}pt;height:{height}pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" '
    'o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
# Excel gives each drawing one or more blocks of 1,024 numbers for its shapes.
_BLOCK = 1024
_LINE, _LETTER = 15, 6.5  # pixels of Tahoma at 9 points
_NARROW, _WIDE, _TALL, _TALLEST = 320, 520, 300, 640
# Farther than any frame reaches, and near enough to end soon where a thousand rows are hidden.
_FARTHEST = 200

_SHAPE = re.compile(r"<((?:\w+:)?)shape\s.{0,20000}?</\1shape>", re.DOTALL)
_NOTE = re.compile(r"""ObjectType=["']Note["']""")
_ROW = re.compile(r"<((?:\w+:)?)Row>\s*(\d{1,9})\s*<")
_COLUMN = re.compile(r"<((?:\w+:)?)Column>\s*(\d{1,9})\s*<")
_ANCHOR = re.compile(r"(?<=Anchor>)[\d\s,]+(?=<)")
_NUMBERS = re.compile(r"_s(\d{1,9})\b")
_BLOCKS = re.compile(r"""idmap\s[^>]*\bdata=["']([\d,\s]+)["']""")


class Measures:
    """How wide the columns and how tall the rows of a worksheet are, in pixels; what is hidden has none."""

    def __init__(self, root: Element) -> None:
        default = root.find(f"{MAIN}sheetFormatPr")
        width, height = ("", "") if default is None else map(default.get, ("defaultColWidth", "defaultRowHeight"))
        self._width, self._height = _columns(width, 64), _points(height, 20)
        self._spans = [
            (
                whole(span, "min"),
                whole(span, "max"),
                0 if true(span, "hidden") else _columns(span.get("width"), self._width),
            )
            for span in root.iterfind(f"{MAIN}cols/{MAIN}col")
        ]
        self._heights = {
            whole(row, "r"): 0 if true(row, "hidden") else _points(row.get("ht"), self._height)
            for row in root.iterfind(f"{MAIN}sheetData/{MAIN}row")
            if "ht" in row.attrib or "hidden" in row.attrib
        }
        self.column = functools.cache(self._column)

    def _column(self, number: int) -> int:
        return next((width for first, last, width in self._spans if first <= number <= last), self._width)

    def row(self, number: int) -> int:
        """The height of a row, counted from 1."""
        return self._heights.get(number, self._height)

    def anchor(self, at: Address, size: tuple[int, int], old: str = "") -> str:
        """Where a frame of `size` for a note at `at` begins and ends, as VML says it.

        That is beside the cell; a frame that has an `old` anchor stays where it is, and is never made smaller.
        """
        corners = _numbers(old)
        start = (min(at.column, MOST_COLUMNS - 10), 12, min(max(at.row - 2, 0), MOST_ROWS - 40), 8)
        left, left_in, top, top_in, *end = corners if len(corners) == 8 else start
        right = _reach(left, left_in + size[0], self.column, MOST_COLUMNS)
        bottom = _reach(top, top_in + size[1], self.row, MOST_ROWS)
        if end:
            right, bottom = max(right, (end[0], end[1])), max(bottom, (end[2], end[3]))
        return ", ".join(map(str, (left, left_in, top, top_in, *right, *bottom)))


def size_of(text: str) -> tuple[int, int]:
    """The width and height in pixels in which a text can be read as a whole, if it is not very long."""
    for width in (_NARROW, _WIDE):
        lines = sum(max(1, math.ceil(len(line) * _LETTER / width)) for line in text.split("\n"))
        height = (lines + 1) * _LINE
        if height <= _TALL:
            break
    return width, min(height, _TALLEST)


def new_drawing(others: Iterable[bytes], frames: int) -> str:
    """A drawing in which nothing is yet, with blocks of numbers for so many `frames` that no other drawing has."""
    listed = [listed for other in others for listed in _BLOCKS.findall(other.decode("latin-1"))]
    first = max(_numbers(" ".join(listed)), default=0) + 1
    blocks = ",".join(str(first + more) for more in range(frames // _BLOCK + 1))
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
    layout = f'<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{blocks}"/></o:shapelayout>'
    return f"<xml{names}>{layout}{_KIND.format('')}</xml>"


def with_frames(drawing: str, texts: Mapping[Address, str], measures: Measures) -> str:
    """`drawing` with a frame for the text of each note: the one that is there made large enough, or a new one.

    Raises ValueError where `drawing` has no end.
    """
    missing = dict(texts)

    def enlarged(shape: re.Match[str]) -> str:
        row, column = _ROW.search(shape[0]), _COLUMN.search(shape[0])
        if not (row and column and _NOTE.search(shape[0])):
            return shape[0]
        at = Address(int(row[2]) + 1, int(column[2]) + 1)
        text = missing.pop(at, None)
        if text is None:
            return shape[0]
        if anchor := _ANCHOR.search(shape[0]):
            return shape[0].replace(anchor[0], measures.anchor(at, size_of(text), anchor[0]), 1)
        new = f"<{row[1]}Anchor>{measures.anchor(at, size_of(text))}</{row[1]}Anchor>"
        return f"{shape[0][: row.start()]}{new}{shape[0][row.start() :]}"

    drawing = _SHAPE.sub(enlarged, drawing)
    end = drawing.rindex("</xml>")
    return f"{drawing[:end]}{_new_frames(drawing, missing, measures)}{drawing[end:]}"


def _new_frames(drawing: str, texts: Mapping[Address, str], measures: Measures) -> str:
    root = drawing[: drawing.find(">", drawing.find("<xml")) + 1]
    names = "".join(f' xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items() if f'xmlns:{prefix}="' not in root)
    known = re.search(r"""\sid=["']_x0000_t202["']""", drawing)
    frames = [] if known or not texts else [_KIND.format(names)]
    blocks = _BLOCKS.search(drawing)
    first = min(_numbers(blocks[1]), default=1) * _BLOCK if blocks else _BLOCK
    last = max(first, max(map(int, _NUMBERS.findall(drawing)), default=0))
    for number, (at, text) in enumerate(texts.items(), last + 1):
        width, height = size_of(text)
        anchor = measures.anchor(at, (width, height))
        frames.append(
            _FRAME.format(
                names=names, number=number, width=width * 3 / 4, height=height * 3 / 4, anchor=anchor,
                row=at.row - 1, column=at.column - 1,
            )
        )  # fmt: skip
    return "".join(frames)


def _reach(start: int, distance: int, size: Callable[[int], int], most: int) -> tuple[int, int]:
    """The row or column that lies `distance` pixels after the beginning of `start`, and how far into it."""
    at = start
    while distance > (pixels := size(at + 1)) and at < min(start + _FARTHEST, most - 1):
        distance -= pixels
        at += 1
    return at, min(distance, pixels)


def _numbers(listed: str) -> list[int]:
    return [int(number) for number in re.findall(r"\d{1,9}", listed)]


def _columns(width: str | None, default: int) -> int:
    """The width of a column in pixels, of one given in letters of 7 pixels."""
    return int(_decimal(width) * 7 + 0.5) if width else default


def _points(height: str | None, default: int) -> int:
    return int(_decimal(height) * 96 / 72 + 0.5) if height else default


def _decimal(value: str) -> float:
    return float(value) if re.fullmatch(r"\d{1,6}(\.\d+)?", value) else 0
