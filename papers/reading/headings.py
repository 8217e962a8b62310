"""Finding a table in a sheet by its headings, in any order and in the words that officers use."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from papers import wording
from papers.findings import Findings, Place, column_letter
from papers.reading.columns import CARRIED, KEEPS_BACK, PROGRESS_WORDS, SECOND_CHOICE, WORKING
from papers.reading.due import parse_due
from papers.reading.heading_rows import HeadingRow, Names, folded, heading_row
from papers.reading.located import CellValue, Grid, Row
from papers.reading.updates import Update, latest


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the columns are: the last row of the headings, and the index from 0 of each column found, by its name.

    updates     the columns of progress whose headings have a date, the latest first; `Progress` is the first of them
    words       every word of the heading rows, folded, to know them where they stand again
    """

    row: int
    index: Mapping[str, int]
    updates: tuple[Update, ...] = ()
    words: frozenset[str] = frozenset()

    def value(self, row: Row, column: str) -> CellValue:
        """A row's value in a column; None where the cell is empty or the sheet lacks the column."""
        at = self.index.get(column)
        return row.cells[at] if at is not None and at < len(row.cells) else None

    def rows_below(self, grid: Grid) -> list[Row]:
        """The rows of `grid` below the headings that people see."""
        hidden = grid.marks.hidden_rows
        return [row for row in grid.rows if row.number > self.row and row.number not in hidden]

    def letters(self) -> dict[str, str]:
        """Excel's letter of each column found."""
        return {name: column_letter(index) for name, index in self.index.items()}


def find_headings(
    grid: Grid,
    columns: Mapping[str, tuple[str, ...]],
    council_words: Mapping[str, tuple[str, ...]],
    required: Iterable[str],
    findings: Findings,
) -> Headings | None:
    """The row of `grid`, or the two, that names most of `columns`; title rows are passed over.

    A column's own name goes before the other words for it. None, with AP002 for every heading of `required` that no
    cell names, where the table cannot be used. AP005 says a heading that stands twice, AP006 every other column, which
    is not published, AP009 one of those that may be meant to keep rows from the public, AP010 which of several dated
    columns is the progress, WB003 a hidden column.
    """
    names = Names(columns, council_words)
    found = heading_row(grid, names)
    if found is None:
        where = Place(grid.file, grid.name)
        findings.error("AP002", where, "there is no row of headings", f"name the columns {wording.listing(required)}")
        return None
    required = tuple(required)
    sorted_out = _Sorter(grid, found, names, required, findings)
    index = sorted_out.index
    missing = [name for name in required if name not in index]
    unknown = sorted_out.unknown
    _say_missing(missing, unknown, sorted_out.place(0), findings)
    _say_unheaded(grid, found, findings)
    absent = [name for name in columns if name not in index and name not in WORKING]
    _say_unpublished(unknown, absent, missing, findings)
    words = frozenset(
        folded(cell) for row in grid.rows if found.first <= row.number <= found.last for cell in row.cells if cell
    )
    return None if missing else Headings(found.last, index, sorted_out.updates, words)


class _Sorter:
    """The headings of one table, each put where it belongs, with what is wrong with any said."""

    def __init__(
        self, grid: Grid, found: HeadingRow, names: Names, required: Sequence[str], findings: Findings
    ) -> None:
        self.grid = grid
        self.found = found
        self.names = names
        self.required = required
        self.findings = findings
        self.index: dict[str, int] = {}
        self.unknown: list[tuple[str, Place]] = []
        self.updates: tuple[Update, ...] = ()
        self._sort()

    def place(self, at: int) -> Place:
        """Where a heading stands: in the lower row of two, unless it stands in the upper one alone."""
        return Place(self.grid.file, self.grid.name, f"{column_letter(at)}{self.found.row_of(at)}")

    def _sort(self) -> None:
        dated: list[Update] = []
        claimed: dict[str, list[int]] = {}
        for at, heading in self.found.headings.items():
            if at in self.grid.marks.hidden_columns and self._is_left_out(at, heading):
                continue
            name = self.names.of(heading)
            if name is not None:
                claimed.setdefault(name, []).append(at)
            elif "Progress" in self.names.columns and (update := self.names.update(heading, at)):
                dated.append(update)
            else:
                self.unknown.append((heading, self.place(at)))
        for name, places in claimed.items():
            self._claim(name, places)
        if dated:
            self._choose(dated)
        self.unknown += [
            (self.found.headings[at], self.place(at))
            for name in WORKING
            if name not in CARRIED and (at := self.index.get(name, -1)) >= 0
        ]

    def _is_left_out(self, at: int, heading: str) -> bool:
        """WB003 for a hidden column, which is not published; a hidden Exempt still counts, as it keeps rows back."""
        name = self.names.of(heading) or ""
        if not name and KEEPS_BACK.search(heading):
            return False
        if name == "Exempt":
            self.findings.note("WB003", self.place(at), f'column "{heading}" is hidden, and counts all the same')
            return False
        if name in self.required and not self._is_seen(name):
            sentence = f'column "{heading}" is hidden, and no paper can be made without it'
            self.findings.error("WB003", self.place(at), sentence, "show the column")
            return False
        if (name in self.names.columns and name not in WORKING) or self.names.update(heading, at):
            sentence = f'column "{heading}" is hidden and is not published'
            self.findings.warning("WB003", self.place(at), sentence, "show it if it belongs into the paper")
        else:
            self.findings.note("WB003", self.place(at), f'hidden column "{heading}" is not published')
        return True

    def _is_seen(self, name: str) -> bool:
        """Whether a column of that name is not hidden."""
        hidden = self.grid.marks.hidden_columns
        return any(self.names.of(words) == name for at, words in self.found.headings.items() if at not in hidden)

    def _claim(self, name: str, places: Sequence[int]) -> None:
        """Give a column its name; of several the one with the column's own name, if there is one such."""
        first, rest = self._preferred(name, places)
        self.index[name] = first
        for at in rest:
            heading = self.found.headings[at]
            if self._goes_before(name, self.found.headings[first], heading):
                sentence = f'column "{heading}" is not published, as {name} stands in {self.place(first).cell}'
                self.findings.warning("AP006", self.place(at), sentence, "delete one, or rename the one that counts")
            else:
                sentence = f'"{heading}" is a second {name} column; the first is {self.place(first).cell}'
                remedy = "keep one, or rename the one that does not count"
                self.findings.error("AP005", self.place(at), sentence, remedy)

    def _preferred(self, name: str, places: Sequence[int]) -> tuple[int, list[int]]:
        headings = self.found.headings
        own = [at for at in places if self.names.is_own(name, headings[at])]
        usual = [at for at in places if folded(headings[at]) not in SECOND_CHOICE]
        first = (own or usual or places)[0]
        return first, [at for at in places if at != first]

    def _goes_before(self, name: str, first: str, other: str) -> bool:
        """Whether there is no doubt which of two headings for a column counts."""
        own = self.names.is_own(name, first) and not self.names.is_own(name, other)
        return own or (folded(other) in SECOND_CHOICE and folded(first) not in SECOND_CHOICE)

    def _choose(self, dated: list[Update]) -> None:
        """The latest dated column with anything in it is the progress, and is said to be."""
        if "Progress" in self.index:
            for update in dated:
                first = self.place(self.index["Progress"]).cell
                sentence = f'"{update.heading}" is a second Progress column; the first is {first}'
                self.findings.error("AP005", self.place(update.index), sentence, "keep one, or give both a date")
            return
        self.updates = latest(dated, self.grid, self.found.last)
        chosen, *others = self.updates
        self.index["Progress"] = chosen.index
        twice = Counter(update.when.last for update in dated)
        if twice[chosen.when.last] > 1:
            sentence = f'"{chosen.heading}" has the same date as another column of progress'
            self.findings.error("AP005", self.place(chosen.index), sentence, "keep one")
        if others:
            rest = wording.listing(f'"{update.heading}"' for update in others)
            sentence = f'"{chosen.heading}" is the latest progress; {rest} {wording.are(len(others))} not published'
            self.findings.note("AP010", self.place(chosen.index), sentence)


def _say_missing(missing: list[str], unknown: list[tuple[str, Place]], where: Place, findings: Findings) -> None:
    for name in missing:
        near = wording.did_you_mean(name, [heading for heading, _ in unknown])
        remedy = f'{near} Then rename that heading to "{name}"' if near else f'add a column headed "{name}"'
        findings.error("AP002", where, f"there is no column {name}", remedy)


def _say_unheaded(grid: Grid, headings: HeadingRow, findings: Findings) -> None:
    filled = {at for row in grid.rows if row.number > headings.last for at, cell in enumerate(row.cells) if cell}
    for at in sorted(filled - headings.headings.keys()):
        where = Place(grid.file, grid.name, f"{column_letter(at)}{headings.last}")
        findings.note("AP006", where, "a column without a heading is not published")


def _say_unpublished(
    unknown: list[tuple[str, Place]], absent: list[str], missing: list[str], findings: Findings
) -> None:
    for heading, where in unknown:
        near = wording.did_you_mean(heading, absent)
        if KEEPS_BACK.search(heading):
            sentence = f'column "{heading}" may keep rows from the public, but is not the column Exempt'
            findings.error(
                "AP009", where, sentence, 'head it "Exempt" with yes or no in its rows, or call it otherwise'
            )
        elif "Progress" in absent and (PROGRESS_WORDS.search(heading) or parse_due(heading)):
            sentence = f'column "{heading}" is not published, and there is no column Progress'
            findings.warning("AP006", where, sentence, 'head it "Progress", or "Progress March 2021" with its date')
        elif near and not any(f'"{name}"' in near for name in missing):
            findings.warning("AP006", where, f'column "{heading}" is not published', near)
        else:
            findings.note("AP006", where, f'column "{heading}" is not published')
