"""Finding a table in a sheet by its headings, in any order and in the words that officers use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from papers import wording
from papers.findings import Findings, Place
from papers.reading.located import CellValue, Grid, Row

# The columns that are published, each with the headings seen for it in councils' plans. No other column ever is.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Ref": ("Ref no", "Reference", "No", "Nos", "#", "ID", "Action no", "Action ref", "Ofsted para no", "Rec no"),
    "Priority": (
        "Priority area", "Area for priority action", "Area of weakness", "Improvement area", "Theme", "Workstream",
        "Objective",
    ),
    "Partner": ("Agency", "Lead agency", "Lead partner", "Organisation"),
    "Area for development": (
        "Area of development", "Areas for development", "Finding", "What inspectors said", "Recommendation",
        "Requirement", "Ofsted area for improvement",
    ),
    "Action": ("Actions", "What", "What we will do", "Key action", "Immediate action", "Activity", "Task"),
    "Lead": (
        "Lead officer", "Who", "Owner", "Accountable", "Responsible", "Responsible officer", "SRO",
        "Nominated lead officer", "Responsibility",
    ),
    "Due": (
        "Timescale", "By when", "When", "Due date", "Target date", "Target completion", "Deadline", "Completion date",
        "Completed by", "Date",
    ),
    "Revised due": ("Revised date", "New date", "Revised timescale", "Revised due date"),
    "Progress": (
        "Update", "Progress update", "Current position", "Action taken", "Comments", "Commentary", "Progress to date",
    ),
    "Impact": ("Outcome", "Outcomes", "So what", "Difference made", "Impact on children"),
    "RAG": ("BRAG", "R/A/G", "RAG rating", "RAG status", "Status", "Current RAG", "Current status"),
    "Exempt": (
        "Not for publication", "Confidential", "Restricted", "Exempt Y/N", "Exempt yes/no", "Exempt row",
        "Exempt information", "Exempt/confidential", "Part 2", "Part II",
    ),
}  # fmt: skip
REQUIRED = ("Ref", "Action", "Lead", "Due", "RAG")


def column_letter(index: int) -> str:
    """Excel's name of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True)
class Headings:
    """Where the columns are: the row of the headings, and the index from 0 of each column found, by its name."""

    row: int
    index: Mapping[str, int]

    def value(self, row: Row, column: str) -> CellValue:
        """A row's value in a column; None where the cell is empty or the sheet lacks the column."""
        at = self.index.get(column)
        return row.cells[at] if at is not None and at < len(row.cells) else None

    def rows_below(self, grid: Grid) -> list[Row]:
        """The rows of `grid` below the headings."""
        return [row for row in grid.rows if row.number > self.row]

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
    """The row of `grid` that names most of `columns`, by name or by the other words given; title rows are passed over.

    None, with AP002 for every heading of `required` that no cell names, where the table cannot be used. AP005 says a
    heading that stands twice, AP006 every other column, which is not published,
    AP009 one of those that may be meant to keep rows from the public.
    """
    names = _names(columns, council_words)
    row = max(grid.rows[:40], key=lambda row: _known(row, names), default=None)
    if row is None or not _known(row, names):
        where = Place(grid.file, grid.name)
        findings.error("AP002", where, "there is no row of headings", f"name the columns {wording.listing(required)}")
        return None
    index: dict[str, int] = {}
    unknown: list[tuple[str, Place]] = []
    for at, value in enumerate(row.cells):
        if value is None:
            continue
        where = _place(grid, at, row)
        name = names.get(_folded(value))
        if name is None:
            unknown.append((wording.shortened(str(value)), where))
        elif name in index:
            first = _place(grid, index[name], row).cell
            findings.error("AP005", where, f'"{value}" is a second {name} column; the first is {first}', "keep one")
        else:
            index[name] = at
    missing = [name for name in required if name not in index]
    _say_missing(missing, unknown, _place(grid, 0, row), findings)
    _say_unheaded(grid, row, findings)
    _say_unpublished(unknown, [name for name in columns if name not in index], missing, findings)
    return None if missing else Headings(row.number, index)


def _place(grid: Grid, index: int, row: Row) -> Place:
    return Place(grid.file, grid.name, f"{column_letter(index)}{row.number}")


def _names(columns: Mapping[str, tuple[str, ...]], council_words: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Every heading, folded, to the column's own name; a council's words go before ours."""
    ours = {_folded(word): name for name, words in columns.items() for word in words}
    theirs = {_folded(word): name for name, words in council_words.items() for word in words}
    return ours | {_folded(name): name for name in columns} | theirs


def _known(row: Row, names: Mapping[str, str]) -> int:
    return len({names[folded] for cell in row.cells if cell is not None and (folded := _folded(cell)) in names})


def _folded(value: object) -> str:
    return re.sub(r"[^\w#/]+", " ", str(value)).strip().casefold()


def _say_missing(missing: list[str], unknown: list[tuple[str, Place]], where: Place, findings: Findings) -> None:
    for name in missing:
        near = wording.did_you_mean(name, [heading for heading, _ in unknown])
        remedy = f'{near} Then rename that heading to "{name}"' if near else f'add a column headed "{name}"'
        findings.error("AP002", where, f"there is no column {name}", remedy)


def _say_unheaded(grid: Grid, headings: Row, findings: Findings) -> None:
    filled = {at for row in grid.rows if row.number > headings.number for at, cell in enumerate(row.cells) if cell}
    for at in sorted(filled - {at for at, cell in enumerate(headings.cells) if cell is not None}):
        findings.note("AP006", _place(grid, at, headings), "a column without a heading is not published")


# What a heading says that keeps rows from the public: passing such a column over would publish them.
_KEEPS_BACK = re.compile(r"exempt|confidential|restricted|part (?:2|ii|two)\b|publi(?:c\b|sh)", re.IGNORECASE)


def _say_unpublished(
    unknown: list[tuple[str, Place]], absent: list[str], missing: list[str], findings: Findings
) -> None:
    for heading, where in unknown:
        near = wording.did_you_mean(heading, absent)
        if _KEEPS_BACK.search(heading):
            sentence = f'column "{heading}" may keep rows from the public, but is not the column Exempt'
            findings.error(
                "AP009", where, sentence, 'head it "Exempt" with yes or no in its rows, or call it otherwise'
            )
        elif near and not any(f'"{name}"' in near for name in missing):
            findings.warning("AP006", where, f'column "{heading}" is not published', near)
        else:
            findings.note("AP006", where, f'column "{heading}" is not published')
