"""The chase list as a workbook, in which leads write what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from papers import wording
from papers.model.chase import ToldAction, ToldChase
from papers.workbooks.new_workbook import new_workbook
from papers.workbooks.starter_look import FONT, LINED, Book, Look, Sheet, fit, paged, put

SHEET = "Chase list"
_UPDATE = "Update (to fill in)"
# The columns by their headings, each with its width in characters; with the margins they fill a landscape page.
_WIDTHS = {
    "Lead": 22, "Ref": 7, "Action": 34, "Status": 14, "Deadline": 18, "Days late": 9, "Why": 24, "What is asked": 30,
    _UPDATE: 38,
}  # fmt: skip
_STATUS, _DAYS_LATE = list(_WIDTHS).index("Status"), list(_WIDTHS).index("Days late")
_MOST_IN_A_HEADER = 255


def chase_workbook(told: ToldChase) -> bytes:
    """One sheet with a row for each lead and action, below a heading row that stays in sight and can be filtered.

    A status has the colours of its council, and its words. The last column is empty: the lead writes into it. Where
    nothing is chased the one row says so. The same list gives the same bytes.
    """
    return new_workbook(told.title, lambda book, look: _write(book, look, told))


@dataclass(frozen=True, slots=True)
class _Row:
    """The words of a row without its last cell, and the action that they are about."""

    words: tuple[str, ...]
    action: ToldAction | None = None


def _rows(told: ToldChase) -> Iterator[_Row]:
    for part in told.parts:
        for each in part.actions:
            words = (part.lead, each.ref, each.action, str(each.status), each.deadline, "", each.why, each.asked)
            yield _Row(words, each)
    if not told.parts:
        yield _Row(("", "", " ".join((told.position, *told.notes)), *[""] * 5))


def _write(book: Book, look: Look, told: ToldChase) -> None:
    sheet, rows = book.add_worksheet(SHEET), list(_rows(told))
    for at, width in enumerate(_WIDTHS.values()):
        sheet.set_column(at, at, width)
    headers = [{"header": name, "header_format": look.working if name == _UPDATE else look.heading} for name in _WIDTHS]
    options = {"name": "Chase", "columns": headers, "style": "Table Style Light 15"}
    sheet.add_table(0, 0, len(rows), len(_WIDTHS) - 1, options)
    to_fill_in = book.add_format({**FONT, **LINED, "bg_color": "#FFF2CC", "font_color": "#000000"})
    number = book.add_format({**FONT, **LINED, "num_format": "0", "align": "center"})
    colours: dict[str, Any] = {}
    for at, row in enumerate(rows, 1):
        for column, words in enumerate(row.words):
            put(sheet, at, column, words, look.cell["ref" if column == 1 else "text"])
        put(sheet, at, len(row.words), "", to_fill_in)
        if row.action is not None:
            _write_standing(book, sheet, at, row.action, colours, number)
        fit(sheet, at, zip(row.words, _WIDTHS.values(), strict=False), least=3)
    _lay_out(sheet, told, len(rows))


def _write_standing(
    book: Book,
    sheet: Sheet,
    row: int,
    action: ToldAction,
    colours: dict[str, Any],
    number: Any,  # noqa: ANN401
) -> None:
    """The status in its colours, and by how many days the action is late."""
    words, status = str(action.status), action.status
    if words not in colours:
        colours[words] = book.add_format(
            {**FONT, **LINED, "bg_color": f"#{status.fill}", "font_color": f"#{status.text}"}
        )
    put(sheet, row, _STATUS, words, colours[words])
    if action.days_late is not None:
        sheet.write_number(row, _DAYS_LATE, action.days_late, number)


def _lay_out(sheet: Sheet, told: ToldChase, rows: int) -> None:
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 2)
    sheet.ignore_errors({"number_stored_as_text": f"B1:B{rows + 1}"})
    sheet.repeat_rows(0)
    paged(sheet, landscape=True)
    sheet.set_margins(left=0.4, right=0.4, top=0.8, bottom=0.7)
    sheet.set_header(f"&L{_of_header(told.title)}\n{_of_header(told.position)}"[:_MOST_IN_A_HEADER])


def _of_header(words: str) -> str:
    """Words as they stand in a page header, where "&" begins a code."""
    return wording.shortened(wording.printable(words), 110).replace("&", "&&")
