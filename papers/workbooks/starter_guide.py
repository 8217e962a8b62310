"""Sheet Guide of a starter: how to fill the workbook in, in plain English."""

from __future__ import annotations

from collections.abc import Iterable

from papers.model.profile import Profile
from papers.workbooks.starter_columns import COLUMNS, headings
from papers.workbooks.starter_look import Look, Sheet, fit, paged, put

_SHEETS = (
    ("Actions", "The plan: one row for each action. This is what the papers print."),
    ("Priorities", "The priorities in full. Sheet Actions names each by its Ref."),
    ("Strengths", "What the inspectors found that partners do well. It may stay empty."),
    ("Lists", "What the drop-downs offer. Write the names of your partners there."),
)
_DATES = (
    ("A day", "31/3/2027, the day first. It shows as 31 March 2027."),
    (
        "A month",
        "by March 2027, End March 2027 or early March 2027. With March 2027 alone, Excel makes it 1 March 2027.",
    ),
    ("A quarter", "Q4 2026/27. The year runs from April, so this is January to March 2027."),
    ("A season or term", "Autumn 2027, Spring term 2027."),
    ("A year", "2026/27 from April to March; by end of 2027."),
    ("No date", "Ongoing, TBC or N/A. Such an action is never overdue, so use them with care."),
    ("Always", "Write the year in full. Your words are printed as you write them."),
)
_NEVER = (
    ("Rows", "Those with yes under {Exempt} are in nothing that is public."),
    (
        "Columns",
        "Only those listed above are published. Others never are, such as Previous progress or one of your own.",
    ),
    ("Notes", "Comments and notes on cells, sheets of your own, and this guide."),
    ("The workbook", "It holds all of that, so publish the papers, and never the workbook."),
)
_BEFORE = (
    ("1", "Nothing in [square brackets] is left. Such cells are pale yellow."),
    ("2", "Every action that is not finished has new progress: what was done, what was not, and why."),
    ("3", "No action is shown as going well after its date: agree a revised date, or change its {RAG}."),
    ("4", "Posts stand under {Lead}, not names. No cell names a child, a family or a member of staff."),
    ("5", "No filter is on, and no row, column or sheet is hidden."),
    ("6", "Save and close the workbook, then check the papers."),
)

_TERM, _WORDS = 26, 90


def write_guide(sheet: Sheet, profile: Profile, look: Look) -> None:
    """Sections of terms and what they mean, columns by the council's words; each status in its own colours."""
    called = headings(profile)

    def named(terms: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
        return [(term, words.format_map(called)) for term, words in terms]

    sheet.set_column(0, 0, _TERM, look.term)
    sheet.set_column(1, 1, _WORDS, look.text)
    sheet.hide_gridlines(2)
    put(sheet, 0, 0, "How to fill in this workbook", look.title)
    sheet.set_row(0, 30)
    needed = {column.name: "Every row needs it." if column.is_needed else "May be empty." for column in COLUMNS}
    columns = [(called[column.name], f"{column.advice} {needed[column.name]}") for column in COLUMNS]
    at = _section(sheet, 1, "The sheets", named(_SHEETS), look)
    at = _section(sheet, at, "The columns of sheet Actions", named(columns), look)
    meanings = [(str(status), status.meaning) for status in profile.rag]
    first = at + 1
    at = _section(sheet, at, f"What the statuses of {profile.name} mean", meanings, look)
    for row, status in enumerate(profile.rag, first):
        put(sheet, row, 0, str(status), look.status(status))
    at = _section(sheet, at, "How to write dates", _DATES, look)
    at = _section(sheet, at, "What is never published", named(_NEVER), look)
    _section(sheet, at, "Before you send it", named(_BEFORE), look)
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{at + 20}"})
    paged(sheet, landscape=False, pages=1)


def _section(sheet: Sheet, row: int, heading: str, terms: Iterable[tuple[str, str]], look: Look) -> int:
    """Write a section with its heading in `row`; returns the row that the next one starts in."""
    sheet.set_row(row, 28)
    put(sheet, row, 0, heading, look.section)
    put(sheet, row, 1, "", look.section)
    for row, (term, words) in enumerate(terms, row + 1):  # noqa: B020
        put(sheet, row, 0, term, look.term)
        put(sheet, row, 1, words, look.text)
        fit(sheet, row, ((term, _TERM), (words, _WORDS)))
    return row + 1
