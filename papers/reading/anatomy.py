"""What the XML of a sheet says about its cells besides their values, which openpyxl's reader of rows passes over."""

from __future__ import annotations

import io
import re
from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from papers.findings import column_index
from papers.reading.located import Cell, Merge
from papers.reading.pieces import TooManyTags, feed

_MAIN = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",  # workbooks saved as Strict Open XML
)
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_COLUMN_BITS = 14
# Rows lower than this, in points, and columns narrower, in letters, show nothing.
_LEAST_HEIGHT, _LEAST_WIDTH = 2.0, 0.5

# Far above any plan: the largest seen had 1,900 rows of some twenty columns, 10,000 full rows hold 720,000 tags. What
# openpyxl makes of so much takes four seconds. Empty rows and cells that are only formatted count too.
MOST_ROWS = 100_000
MOST_COLUMNS = 200
MOST_CELLS = 300_000
MOST_TAGS_OF_SHEETS = 1_200_000
# A few a row; more cost time and say nothing.
MOST_MERGES = 20_000
# How much of a text is looked at to tell whether it is empty, or which number or name it is.
_MOST_OF_A_TEXT = 1_000


class SheetTooLarge(Exception):
    """A sheet of more rows or cells than are read."""


@dataclass(slots=True)
class Anatomy:
    """One sheet, scanned. `styled` has the cells of each style by its number, packed as `unpacked` reads them."""

    cells: int = 0
    last_row: int = 0
    tags: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    filtered: bool = False
    merges: list[Merge] = field(default_factory=list)
    uncalculated: set[Cell] = field(default_factory=set)
    struck: set[Cell] = field(default_factory=set)
    styled: dict[int, array[int]] = field(default_factory=dict)


def unpacked(cells: Iterable[int]) -> Iterable[Cell]:
    """The cells of one style: row from 1, column from 0."""
    return ((cell >> _COLUMN_BITS, cell & (1 << _COLUMN_BITS) - 1) for cell in cells)


def scan_sheet(part: IO[bytes], struck_strings: frozenset[str]) -> Anatomy:
    """The anatomy of the sheet in `part`; `struck_strings` are the numbers of shared texts with a strike in them.

    Raises expat.ExpatError or ValueError where the part is damaged, SheetTooLarge, and TooMuch as `feed` does.
    """
    scan = _Scan(struck_strings)
    scan.run(part)
    return scan.found


def struck_texts(strings: bytes) -> frozenset[str]:
    """The numbers, as cells name them, of the shared texts that are struck through, wholly or in part."""
    found: set[str] = set()
    at = -1

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal at
        local = name.rpartition(" ")[2]
        if local == "si":
            at += 1
        elif local in ("strike", "dstrike") and _is_on(attributes):
            found.add(str(at))

    _parse(io.BytesIO(strings), start)
    return frozenset(found)


def has_filter(part: IO[bytes]) -> bool:
    """Whether a table's part has a filter set."""
    found: list[str] = []
    _parse(part, lambda name, _: found.append(name) if name.endswith(" filterColumn") else None)
    return bool(found)


def attributes_of(part: IO[bytes], *elements: str) -> list[dict[str, str]]:
    """The attributes of each of `elements`, by local name, in the order of the part; their names without prefix."""
    found: list[dict[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] in elements:
            found.append({key.rpartition(" ")[2]: value for key, value in attributes.items()})

    _parse(part, start)
    return found


def comments_by(part: IO[bytes]) -> list[tuple[str, str]]:
    """The cell and the author of each note in a part of comments; "" for an author that is not named."""
    authors: list[str] = []
    notes: list[tuple[str, int]] = []
    inside = False

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal inside
        local = name.rpartition(" ")[2]
        inside = local == "author"
        if inside:
            authors.append("")
        elif local == "comment":
            notes.append((attributes.get("ref", ""), int(attributes.get("authorId", -1))))

    def characters(text: str) -> None:
        if inside and len(authors[-1]) < _MOST_OF_A_TEXT:
            authors[-1] += text

    _parse(part, start, characters)
    return [(ref, authors[who] if 0 <= who < len(authors) else "") for ref, who in notes]


def _parse(
    part: IO[bytes], start: Callable[[str, dict[str, str]], None], characters: Callable[[str], None] | None = None
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.CharacterDataHandler = characters
    feed(parser, part)


def _is_on(attributes: dict[str, str]) -> bool:
    return attributes.get("val", "1") not in ("0", "false")


class _Scan:
    """One pass over a sheet. What a cell has is known when the next one starts."""

    def __init__(self, struck_strings: frozenset[str]) -> None:
        self.found = Anatomy()
        self.struck_strings = struck_strings
        self.columns: dict[str, int] = {}
        self.row_number = 0
        self.column_number = -1
        self.kind = ""
        self.formula = False
        self.rows_are_hidden = False
        self.text = ""
        handlers: dict[str, Callable[[dict[str, str]], None]] = {
            "row": self.row, "c": self.cell, "f": self.formula_in_cell, "v": self.value, "col": self.column,
            "mergeCell": self.merge, "filterColumn": self.filter, "strike": self.strike,
            "sheetFormatPr": self.format,
        }  # fmt: skip
        self.handlers = {f"{space} {name}": each for space in _MAIN for name, each in handlers.items()}

    def run(self, part: IO[bytes]) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        find = self.handlers.get

        def start(name: str, attributes: dict[str, str]) -> None:
            if handler := find(name):
                handler(attributes)

        parser.StartElementHandler = start
        self.parser = parser
        try:
            self.found.tags = feed(parser, part, MOST_TAGS_OF_SHEETS)
        except TooManyTags as tags:
            raise SheetTooLarge from tags
        self.finish_cell()

    def row(self, attributes: dict[str, str]) -> None:
        self.finish_cell()
        number = int(attributes.get("r") or self.row_number + 1)
        if number <= self.row_number:  # openpyxl would pass over it, and say nothing
            raise ValueError(number)
        self.row_number = self.found.last_row = number
        self.column_number = -1
        if number > MOST_ROWS or self.found.cells > MOST_CELLS:
            raise SheetTooLarge
        height = float(attributes.get("ht") or (_LEAST_HEIGHT, 0)[self.rows_are_hidden])
        if attributes.get("hidden") in ("1", "true") or height < _LEAST_HEIGHT:
            self.found.hidden_rows.add(self.row_number)

    def cell(self, attributes: dict[str, str]) -> None:
        if self.formula or self.text:
            self.finish_cell()
        self.found.cells += 1
        if reference := attributes.get("r"):
            letters = reference.rstrip("0123456789")
            column = self.columns.get(letters)
            if column is None:
                column = self.columns[letters] = column_index(letters.upper())
                if not 0 <= column < 1 << _COLUMN_BITS:
                    raise ValueError(reference)
            if column <= self.column_number:  # openpyxl would pass over some of the row
                raise ValueError(reference)
            self.column_number = column
        else:
            self.column_number += 1
        self.kind = attributes.get("t", "")
        if style := attributes.get("s"):
            cells = self.found.styled.get(int(style))
            if cells is None:
                if int(style) < 0:
                    raise ValueError(style)
                cells = self.found.styled[int(style)] = array("Q")
            cells.append(self.row_number << _COLUMN_BITS | self.column_number)

    def formula_in_cell(self, _: dict[str, str]) -> None:
        self.formula = True

    def value(self, _: dict[str, str]) -> None:
        if self.formula and self.kind == "str":
            self.formula = False  # an empty text is a value too
        elif self.formula or (self.struck_strings and self.kind == "s"):
            self.text = ""
            self.parser.CharacterDataHandler = self.characters

    def characters(self, text: str) -> None:
        if len(self.text) < _MOST_OF_A_TEXT:
            self.text += text

    def finish_cell(self) -> None:
        """Decide on the cell that was read last."""
        at = (self.row_number, self.column_number)
        if self.formula and not self.text.strip():
            self.found.uncalculated.add(at)
        if self.kind == "s" and self.text.strip() in self.struck_strings:
            self.found.struck.add(at)
        self.formula = False
        self.text = ""
        self.parser.CharacterDataHandler = None

    def strike(self, attributes: dict[str, str]) -> None:
        """A strike within a cell's own rich text."""
        if _is_on(attributes) and self.row_number:
            self.found.struck.add((self.row_number, self.column_number))

    def column(self, attributes: dict[str, str]) -> None:
        width = float(attributes.get("width") or _LEAST_WIDTH)
        if attributes.get("hidden") in ("1", "true") or width < _LEAST_WIDTH:
            first, last = int(attributes["min"]), min(int(attributes["max"]), MOST_COLUMNS)
            self.found.hidden_columns.update(range(first - 1, last))

    def merge(self, attributes: dict[str, str]) -> None:
        found = _RANGE.fullmatch(attributes.get("ref", ""))
        if found and found[3] and len(self.found.merges) < MOST_MERGES:
            first, last = column_index(found[1]), column_index(found[3])
            self.found.merges.append(Merge(int(found[2]), first, int(found[4]), last))

    def format(self, attributes: dict[str, str]) -> None:
        """Rows without a height of their own may be hidden all at once."""
        self.rows_are_hidden = attributes.get("zeroHeight") in ("1", "true")

    def filter(self, _: dict[str, str]) -> None:
        self.found.filtered = True
