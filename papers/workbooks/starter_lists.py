"""The sheets beside the actions: priorities, strengths, and what the drop-downs offer."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from papers.model.profile import Profile
from papers.workbooks.starter_columns import PRIORITIES, STRENGTHS, WORDS_FOR_DUE, Column, headings
from papers.workbooks.starter_look import Look, Sheet, fit, paged, put, put_headings
from papers.workbooks.starter_rows import Starting

_PRIORITIES = (
    Column("Ref", 8, "A short number or code; sheet Actions names the priority by it.", True, "ref"),
    Column("Priority", 100, "The priority in full, as the papers print it.", True),
)
_STRENGTHS = (
    Column("Partner", 30, "Who does it well.", True),
    Column("Strength", 90, "What the inspectors found that they do well.", True),
)
_LISTS = (
    Column("Statuses for {RAG}", 24, "Offered under {RAG}. They are the council's own and are not to be changed."),
    Column("What the status means", 60, "What the key of the papers prints."),
    Column("Yes or no", 11, "Offered under {Exempt}."),
    Column("Partners", 34, "Offered under {Partner}. Write your own here, one a row."),
    Column("Words for {Due}", 22, "Words that may stand under {Due} instead of a date. They span no days."),
)
_LAST_ROW = 200

# Where the drop-downs of sheet Actions look.
YES_OR_NO = "=Lists!$C$2:$C$3"
WORDS = f"Lists!$E$2:$E${len(WORDS_FOR_DUE) + 1}"


def _filled_part(first: str, last: str) -> str:
    """The cells of a column down to the last that is filled, so that the drop-down offers no empty lines."""
    return f"=OFFSET({first},0,0,MAX(1,COUNTA({first}:{last})),1)"


PARTNERS = _filled_part("Lists!$D$2", f"$D${_LAST_ROW}")
PRIORITY_REFS = _filled_part("Priorities!$A$2", f"$A${_LAST_ROW}")


def statuses(profile: Profile) -> str:
    """Where the statuses of the council are."""
    return f"=Lists!$A$2:$A${len(profile.rag) + 1}"


def write_priorities(sheet: Sheet, starting: Starting, look: Look) -> None:
    """Sheet Priorities: what sheet Actions names by its Ref."""
    _write_table(sheet, PRIORITIES, _PRIORITIES, starting.priorities, look)
    sheet.ignore_errors({"number_stored_as_text": f"A1:A{_LAST_ROW}"})


def write_strengths(sheet: Sheet, starting: Starting, look: Look) -> None:
    """Sheet Strengths, which may stay empty."""
    _write_table(sheet, STRENGTHS, _STRENGTHS, starting.strengths, look)


def _write_table(
    sheet: Sheet, name: str, columns: tuple[Column, ...], rows: Sequence[tuple[str, str]], look: Look
) -> None:
    put_headings(sheet, columns, look)
    last = max(len(rows), 1)
    headers = [{"header": column.name, "header_format": look.heading} for column in columns]
    options = {"name": name, "columns": headers, "style": "Table Style Light 15", "autofilter": False}
    sheet.add_table(0, 0, last, len(columns) - 1, options)
    for number, row in enumerate(rows, 1):
        for at, words in enumerate(row):
            put(sheet, number, at, words, look.cell[columns[at].kind])
        fit(sheet, number, ((words, columns[at].width) for at, words in enumerate(row)))
    sheet.conditional_format(1, 0, _LAST_ROW, 1, to_write(look))
    _finish(sheet)


def write_lists(sheet: Sheet, profile: Profile, starting: Starting, look: Look) -> None:
    """Sheet Lists: each column is what one drop-down of sheet Actions offers."""
    put_headings(sheet, _LISTS, look)
    called = headings(profile)
    for at, column in enumerate(_LISTS):
        put(sheet, 0, at, column.name.format_map(called), look.heading)
    words = ([str(status) for status in profile.rag], [status.meaning for status in profile.rag])
    for number, row in enumerate(zip_longest(*words, ("yes", "no"), starting.partners, WORDS_FOR_DUE), 1):
        filled = [(at, each) for at, each in enumerate(row) if each]
        for at, each in filled:
            put(sheet, number, at, each, look.status(profile.rag[number - 1]) if at == 0 else look.cell["text"])
        fit(sheet, number, ((each, _LISTS[at].width) for at, each in filled))
    _finish(sheet)
    fit(sheet, 0, ((column.name.format_map(called), column.width) for column in _LISTS), least=2)


def _finish(sheet: Sheet) -> None:
    sheet.set_row(0, 22)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    paged(sheet, landscape=True)


def to_write(look: Look) -> dict[str, object]:
    """The conditional format that shows what is still to be written."""
    return {"type": "text", "criteria": "begins with", "value": "[To ", "format": look.to_write}
