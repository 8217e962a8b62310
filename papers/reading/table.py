"""The rows of a sheet that are actions, each cell as it is meant: merged cells filled down, "As above" resolved."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date

from papers import wording
from papers.findings import Findings, Place, column_letter
from papers.model.plan import Sheet
from papers.reading.columns import COLUMNS, KEPT_BACK, WORKING
from papers.reading.heading_rows import folded
from papers.reading.headings import Headings
from papers.reading.located import Cell, CellValue, Grid, Row

Values = dict[str, CellValue]

# An action has at least two of these; a total, a note or a key below the table has at most one.
_ESSENTIAL = ("Action", "Lead", "Due", "RAG")
_TOTAL = re.compile(r"(?:grand\s+|sub[\s-]*)?totals?\b", re.IGNORECASE)
_NOTE = re.compile(r"\W*(?:notes?|n\.?b|key|source|figures|please|totals?)\b|\*", re.IGNORECASE)
# How many merged ranges, and rows of each, are looked under: a plan has a few, and a hostile file can have any number.
_MOST_COVERING, _MOST_COVERED = 2_000, 100
_DITTO = ("as above", "same as above", "see above", "ditto", "as previous", '"', "\u201d", "\u3003", "''")
# Other columns say themselves that "As above" is none of the words they may hold.
_TEXTS = ("Ref", "Priority", "Partner", "Area for development", "Lead", "Progress", "Impact")


class Table:
    """The rows of `grid` below its headings that are to be read.

    Passed over, each with a finding: hidden rows (WB002; WB004 where a filter hides them), totals, notes and keys
    (AP011). A line across the table between its rows, where it has no column Priority, is the priority of those below.
    """

    def __init__(self, grid: Grid, headings: Headings, sheet: Sheet, findings: Findings) -> None:
        self.grid = grid
        self.headings = headings
        self.sheet = sheet
        self.findings = findings
        self.columns = tuple(headings.index)
        say_hidden(grid, headings, sheet, findings)
        self._across = {merge.first_row for merge in grid.marks.merges if merge.last_column > merge.first_column}
        self._filled_down = self._merged_down()
        self._rows, self._bands = self._sorted_out(headings.rows_below(grid))

    def __iter__(self) -> Iterator[tuple[Row, Values]]:
        """Each row with its values by the name of their column, in the sheet's order."""
        above: Values = {}
        for row in self._rows:
            values = {name: self._value(row, name) for name in self.columns}
            for name, value in values.items():
                if type(value) is str and len(value) < 16 and value.casefold().strip(". ") in _DITTO:
                    values[name] = self._as_above(row, name, value, above)
            if row.number in self._bands and values.get("Priority") is None:
                values["Priority"] = self._bands[row.number]
            above = values
            yield row, values

    def __len__(self) -> int:
        return len(self._rows)

    def _value(self, row: Row, column: str) -> CellValue:
        value = self.headings.value(row, column)
        if value is None:
            return self._filled_down.get((row.number, column)) if self._filled_down else None
        code = self.grid.marks.decimals.get((row.number, self._at(column)), "")
        if not code or isinstance(value, (str, bool, date)):
            return value
        return wording.figure(value, len(code.rstrip("%").partition(".")[2]), code.endswith("%"))

    def _at(self, column: str) -> int:
        return self.headings.index.get(column, -1)

    def _as_above(self, row: Row, column: str, words: str, above: Values) -> CellValue:
        """The value of the row above; AP012 says so, AP001 where there is none or it is to be written out."""
        where = self.sheet.cell(column, row.number)
        value = above.get(column)
        if column in ("Ref", "Action") or value is None:
            if column in ("Action", *_TEXTS):
                self.findings.error("AP001", where, f'{column} is "{words}"', "write it out")
            return words
        read = wording.shortened(wording.of_cell(value))
        self.findings.note("AP012", where, f'{column} is "{words}", and is read as "{read}"')
        return value

    def _merged_down(self) -> dict[tuple[int, str], CellValue]:
        """The value of each cell below the first of a merged range, by row and column. A Ref is never filled down."""
        names = {at: name for name, at in self.headings.index.items() if name != "Ref"}
        rows = [row for row in self.grid.rows if row.number > self.headings.row]
        numbers = [row.number for row in rows]
        filled: dict[tuple[int, str], CellValue] = {}
        ends: dict[str, int] = {}
        for merge in sorted(self.grid.marks.merges, key=lambda merge: merge.first_row):
            name = names.get(merge.first_column)
            # Ranges that overlap, which Excel never writes, would each fill the same rows again.
            if name is None or merge.first_row == merge.last_row or merge.first_row <= ends.get(name, 0):
                continue
            ends[name] = merge.last_row
            span = rows[bisect_left(numbers, merge.first_row) : bisect_right(numbers, merge.last_row)]
            if span and span[0].number == merge.first_row:
                value = self.headings.value(span[0], name)
                filled.update(((row.number, name), value) for row in span[1:])
        return filled

    def covered(self) -> frozenset[Cell]:
        """Cells that hold something and lie under another one of a merged range, where nobody sees it."""
        rows = {row.number: row for row in self._rows}
        columns = set(self.headings.index.values())
        found = set[Cell]()
        for merge in self.grid.marks.merges[:_MOST_COVERING]:
            for number in range(merge.first_row, min(merge.last_row, merge.first_row + _MOST_COVERED) + 1):
                cells = rows[number].cells if number in rows else ()
                for at in range(merge.first_column, min(merge.last_column + 1, len(cells))):
                    is_first = (number, at) == (merge.first_row, merge.first_column)
                    if at in columns and cells[at] is not None and not is_first:
                        found.add((number, at))
        return frozenset(found)

    def _known(self, row: Row) -> list[str]:
        """The published columns that hold anything in a row of its own."""
        return [name for name in self.columns if name in COLUMNS and self._holds(row, name)]

    def _holds(self, row: Row, column: str) -> bool:
        """Whether a cell of its own holds anything, or a formula that was never calculated."""
        uncalculated = self.grid.marks.uncalculated
        return self.headings.value(row, column) is not None or (row.number, self._at(column)) in uncalculated

    def _sorted_out(self, rows: Sequence[Row]) -> tuple[list[Row], dict[int, str]]:
        """The rows to read, and the priority of each that stands below a line across the table."""
        kept, bands, band, end = [], dict[int, str](), "", self._end(rows)
        for at, row in enumerate(rows):
            if not self._known(row):
                continue
            if self._is_line(row) and KEPT_BACK.search(self._first_words(row)):
                self._refuse_exempt_rows(row)
            elif row.number < end and self._is_priority(row, rows[at + 1 : at + 2]):
                band = self._first_words(row)
                self._say_passed_over(row, "as the priority of the rows below it")
            elif row.number > end or self._is_line(row) or self._is_total(row) or self._is_heading(row):
                self._say_passed_over(row, "as no action")
            else:
                kept.append(row)
                if band:
                    bands[row.number] = band
        if bands and kept[0].number not in bands and self._value(kept[0], "Priority") is None:
            sentence = "this action and those up to the first line across the table have no priority"
            self.findings.warning("AP011", self.sheet.cell("Ref", kept[0].number), sentence, "add a column Priority")
        return kept, bands

    def _refuse_exempt_rows(self, row: Row) -> None:
        """AP009 for a line across the table that keeps the rows below it from the public."""
        sentence = f'"{wording.shortened(self._first_words(row))}" may keep the rows below it from the public'
        self.findings.error(
            "AP009", self._start(row), sentence, "write yes under a column Exempt in each of these rows"
        )

    def _end(self, rows: Sequence[Row]) -> int:
        """The last row of the table: what comes after it and a blank row, and is no action, stands below the table."""
        numbers = [row.number for row in rows if self._essentials(row) > 1]
        end = numbers[-1] if numbers else sys.maxsize
        for row in (row for row in rows if row.number > end):
            if row.number > end + 1 and not self._has_ref(row):
                return end
            end = row.number
        return end

    def _essentials(self, row: Row) -> int:
        return sum(self._value(row, name) is not None or self._holds(row, name) for name in _ESSENTIAL)

    def _has_ref(self, row: Row) -> bool:
        ref = str(self.headings.value(row, "Ref") or "")
        return bool(re.fullmatch(r"\S*\d\S*", ref))

    def _is_total(self, row: Row) -> bool:
        is_named = bool(_TOTAL.match(self._first_words(row)))
        return is_named and self.headings.value(row, "Lead") is None and not self._has_ref(row)

    def _is_priority(self, row: Row, below: Sequence[Row]) -> bool:
        """Whether a line across the table is the priority of the rows below it: they have none, and it is no note."""
        is_line = self._is_line(row) and not _NOTE.match(self._first_words(row))
        return is_line and all(self._value(each, "Priority") is None for each in below)

    def _is_heading(self, row: Row) -> bool:
        """Whether the headings stand here again, as on a second page."""
        first = self._first_words(row)
        if len(first) > 60 or folded(first) not in self.headings.words:
            return False
        cells = [cell for cell in row.cells if cell is not None]
        return len(cells) > 1 and all(folded(cell) in self.headings.words for cell in cells)

    def _is_line(self, row: Row) -> bool:
        """Whether a row is one text across the table, or in its first column alone, that is not a Ref."""
        filled = [at for at, cell in enumerate(row.cells) if cell is not None]
        if len(filled) != 1 or self._has_ref(row):
            return False
        return (
            row.number in self._across
            or filled[0] == min(self.headings.index.values()) != self.headings.index["Action"]
        )

    def _first_words(self, row: Row) -> str:
        return wording.of_cell(row.cells[self._first(row)])

    def _first(self, row: Row) -> int:
        """The first column of a row that holds anything."""
        return next((at for at, cell in enumerate(row.cells) if cell is not None), 0)

    def _start(self, row: Row) -> Place:
        """The first cell of a row that holds anything."""
        return Place(self.grid.file, self.grid.name, f"{column_letter(self._first(row))}{row.number}")

    def _say_passed_over(self, row: Row, read: str) -> None:
        sentence = f'this row is read {read}: "{wording.shortened(self._first_words(row))}"'
        self.findings.note("AP011", self._start(row), sentence)


def say_hidden(grid: Grid, headings: Headings, sheet: Sheet, findings: Findings) -> None:
    """WB002 for rows below the headings that are hidden, WB004 where a filter hides them."""
    first = next(iter(headings.index))
    rows = [
        row.number
        for row in (grid.rows if grid.marks.hidden_rows else ())
        if row.number in grid.marks.hidden_rows and row.number > headings.row
        and any(headings.value(row, name) is not None for name in headings.index if name not in WORKING)
    ]  # fmt: skip
    if not rows:
        return
    at = "Ref" if "Ref" in headings.index else first
    which = f"{wording.plural(len(rows), 'row')} {wording.shortened(wording.spans(rows))}"
    if grid.marks.filtered:
        sentence = f"a filter hides {which}; the paper would be made without"
        remedy = "clear the filter (Data, Clear), or delete what does not belong to the plan"
        findings.error("WB004", sheet.cell(at, headings.row), sentence, remedy)
    else:
        sentence = f"{which} {wording.are(len(rows))} hidden; neither counted nor published"
        remedy = "show what belongs to the plan, and delete what does not"
        findings.warning("WB002", sheet.cell(at, rows[0]), sentence, remedy)
