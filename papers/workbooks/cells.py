"""The cells of a worksheet's XML: found by their address, and put in where the sheet does not hold them yet."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papers import wording
from papers.findings import column_index, column_letter
from papers.office.ooxml import Element, etree, put_before
from papers.workbooks.book import MAIN, true, whole

MOST_ROWS, MOST_COLUMNS = 1_048_576, 16_384

# Children of a worksheet in the order of the schema (ISO 29500-1, CT_Worksheet).
_ORDER = (
    "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr", "sheetProtection",
    "protectedRanges", "scenarios", "autoFilter", "sortState", "dataConsolidate", "customSheetViews", "mergeCells",
    "phoneticPr", "conditionalFormatting", "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup",
    "headerFooter", "rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags",
    "drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
    "tableParts", "extLst",
)  # fmt: skip

# Excel writes characters that XML has no place for as _x000D_ and the like (ISO 29500-1, 22.9.2.19).
_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ADDRESS = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """Where a cell is, counting rows and columns from 1. Its text is as Excel writes it: "I14"."""

    row: int
    column: int

    def __str__(self) -> str:
        return f"{column_letter(self.column - 1)}{self.row}"


def address(cell: str) -> Address | None:
    """Where the cell with this name is; None where no sheet can have such a cell."""
    named = _ADDRESS.fullmatch(cell)
    if named is None:
        return None
    row, column = int(named[2]), column_index(named[1]) + 1
    return Address(row, column) if row <= MOST_ROWS and column <= MOST_COLUMNS else None


def as_xml_text(value: str) -> str:
    """Text as the XML of a workbook holds it: printable, and not to be taken for one of Excel's own escapes."""
    return _ESCAPE.sub("_x005F_", wording.printable(value))


def put_in_order(root: Element, element: Element) -> None:
    """Put an element among the children of a worksheet at its place in the schema."""
    put_before(root, element, _ORDER[_ORDER.index(etree.QName(element).localname) + 1 :])


class Cells:
    """The cells of one worksheet. A row or cell that does not say where it is comes after the one before it."""

    def __init__(self, root: Element) -> None:
        self.root = root
        data = root.find(f"{MAIN}sheetData")
        if data is None:
            data = etree.Element(f"{MAIN}sheetData")
            put_in_order(root, data)
        self._data = data
        self._rows = dict(_numbered_rows(data))
        self._numbers = sorted(self._rows)
        self._cells: dict[int, dict[int, Element]] = {}
        self._merged = list(_ranges(each.get("ref", "") for each in root.iterfind(f"{MAIN}mergeCells/{MAIN}mergeCell")))

    def shown(self, at: Address) -> Address:
        """The cell that stands for the one at `at`: in a merged range, its first."""
        for first, last in self._merged:
            if first.row <= at.row <= last.row and first.column <= at.column <= last.column:
                return first
        return at

    def cell(self, at: Address) -> Element:
        """The cell at `at`. One that is not there yet is put in, empty, in the style of its row or column."""
        row = self._row(at.row)
        if at.row not in self._cells:
            self._cells[at.row] = dict(_numbered_cells(row))
        cells = self._cells[at.row]
        if at.column not in cells:
            cells[at.column] = self._new(row, at, cells)
        return cells[at.column]

    def _row(self, number: int) -> Element:
        if number not in self._rows:
            row = etree.Element(f"{MAIN}row", {"r": str(number)})
            where = bisect.bisect(self._numbers, number)
            if where < len(self._numbers):
                self._rows[self._numbers[where]].addprevious(row)
            else:
                self._data.append(row)
            self._numbers.insert(where, number)
            self._rows[number] = row
        return self._rows[number]

    def _new(self, row: Element, at: Address, cells: dict[int, Element]) -> Element:
        cell = etree.Element(f"{MAIN}c", {"r": str(at)})
        style = whole(row, "s") if true(row, "customFormat") else self._column_style(at.column)
        if style:
            cell.set("s", str(style))
        after = [column for column in cells if column > at.column]
        if after:
            cells[min(after)].addprevious(cell)
        elif cells:
            cells[max(cells)].addnext(cell)
        else:
            row.insert(0, cell)
        etree.strip_attributes(row, "spans")  # a hint of where cells are, which may now be wrong
        self._widen(at)
        return cell

    def _column_style(self, column: int) -> int:
        for span in self.root.iterfind(f"{MAIN}cols/{MAIN}col"):
            if whole(span, "min") <= column <= whole(span, "max"):
                return whole(span, "style")
        return 0

    def _widen(self, at: Address) -> None:
        """Let the sheet's dimension take in a new cell."""
        dimension = self.root.find(f"{MAIN}dimension")
        for first, last in _ranges([dimension.get("ref", "")] if dimension is not None else []):
            start = Address(min(first.row, at.row), min(first.column, at.column))
            end = Address(max(last.row, at.row), max(last.column, at.column))
            if dimension is not None and (start, end) != (first, last):
                dimension.set("ref", f"{start}:{end}")


def _numbered_rows(data: Element) -> Iterator[tuple[int, Element]]:
    number = 0
    for row in data.iterchildren(f"{MAIN}row"):
        number = whole(row, "r", number + 1)
        row.set("r", str(number))
        yield number, row


def _numbered_cells(row: Element) -> Iterator[tuple[int, Element]]:
    number, column = whole(row, "r"), 0
    for cell in row.iterchildren(f"{MAIN}c"):
        named = address(cell.get("r", ""))
        column = named.column if named else column + 1
        cell.set("r", str(Address(number, column)))
        yield column, cell


def _ranges(references: Iterable[str]) -> Iterator[tuple[Address, Address]]:
    for reference in references:
        first, _, last = reference.partition(":")
        start, end = address(first), address(last or first)
        if start and end:
            yield start, end
