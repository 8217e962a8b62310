"""Sheet Actions of a starter: a table with drop-downs, colours, notes, and a page that prints well."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from papers import wording
from papers.model.profile import Profile
from papers.model.scheme import Status
from papers.office.package import AUTHOR
from papers.workbooks.starter_columns import ACTIONS, COLUMNS, Column, headings
from papers.workbooks.starter_lists import PARTNERS, PRIORITY_REFS, WORDS, YES_OR_NO, statuses, to_write
from papers.workbooks.starter_look import Look, Sheet, fit, paged, put, put_headings
from papers.workbooks.starter_rows import Starting

_LEAST_ROWS, _ROOM = 500, 100
# Excel takes no more in what is said of a cell; XlsxWriter leaves the whole rule out where there is more.
_LONGEST_TITLE, _LONGEST_MESSAGE = 32, 255
# How many characters of a heading's width its filter button takes.
_BUTTON = 3
_NOTE = {"author": AUTHOR, "font_name": "Arial", "font_size": 9, "width": 250}


def write_actions(sheet: Sheet, profile: Profile, starting: Starting, look: Look) -> None:
    """One row an action below a heading row that stays in sight; drop-downs and colours reach down to spare rows."""
    columns, last = starting.columns, max(_LEAST_ROWS, len(starting.actions) + _ROOM) - 1
    called = headings(profile)
    wide = [_wide_enough(column, called[column.name]) for column in columns]
    put_headings(sheet, wide, look)
    headers = [
        {"header": called[column.name], "header_format": look.heading if column in COLUMNS else look.working}
        for column in columns
    ]
    options = {"name": ACTIONS, "columns": headers, "style": "Table Style Light 15"}
    sheet.add_table(0, 0, len(starting.actions) or 1, len(columns) - 1, options)
    for number, row in enumerate(starting.actions, 1):
        for at, column in enumerate(columns):
            put(sheet, number, at, row.get(column.name, ""), look.cell[column.kind])
        fit(sheet, number, ((row.get(column.name, ""), column.width) for column in wide), least=2)
    _explain(sheet, columns, called)
    for name, rule in _rules(profile, called).items():
        at = _index(columns, name)
        sheet.data_validation(1, at, last, at, rule)
    _colour(sheet, profile, columns, last, look)
    _lay_out(sheet, columns, last)
    fit(sheet, 0, ((called[column.name], column.width - _BUTTON) for column in wide), least=2)


def _wide_enough(column: Column, heading: str) -> Column:
    """The column with room for the longest word of its heading and the filter button beside it."""
    return replace(column, width=max((column.width, *(len(word) + _BUTTON + 1 for word in heading.split()))))


def _explain(sheet: Sheet, columns: tuple[Column, ...], called: Mapping[str, str]) -> None:
    """A note on each heading, as large as its words need."""
    for at, column in enumerate(columns):
        words = f"{column.advice.format_map(called)}{' Every row needs it.' if column.is_needed else ''}"
        options = {**_NOTE, "height": 16 * (len(words) // 36 + 2)}
        sheet.write_comment(0, at, words, options)


def _lay_out(sheet: Sheet, columns: tuple[Column, ...], last: int) -> None:
    sheet.freeze_panes(1, 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:B{last + 1}"})
    paged(sheet, landscape=True)
    sheet.repeat_rows(0)
    if columns != COLUMNS:  # what is never published is not printed either
        sheet.print_area(0, 0, 1_048_575, len(COLUMNS) - 1)


def _index(columns: tuple[Column, ...], name: str) -> int:
    return next(at for at, column in enumerate(columns) if column.name == name)


def _letter(name: str) -> str:
    return chr(ord("A") + _index(COLUMNS, name))


def _colour(sheet: Sheet, profile: Profile, columns: tuple[Column, ...], last: int, look: Look) -> None:
    """The council's colours under RAG, and a pale one on whatever is still to be written."""
    rag = _index(columns, "RAG")
    for status in profile.rag:
        rule = {
            "type": "formula",
            "criteria": _names(status, f"${_letter('RAG')}2"),
            "format": look.status_rule(status),
        }
        sheet.conditional_format(1, rag, last, rag, rule)
    sheet.conditional_format(1, 0, last, len(columns) - 1, to_write(look))


def _names(status: Status, cell: str) -> str:
    """The formula that is true of a cell which names `status`, in any case."""
    names = dict.fromkeys((str(status), status.colour, status.label, *status.words))
    quoted = [name.replace('"', '""') for name in names]
    either = ",".join(f'TRIM({cell})="{name}"' for name in quoted)
    return f"=OR({either})"


def _rules(profile: Profile, called: Mapping[str, str]) -> dict[str, dict[str, Any]]:
    """What may be typed in a column, by its own name, with what is said before and after."""

    def choice(name: str, source: str, prompt: str) -> dict[str, Any]:
        return _choice(source, called[name], prompt)

    return {
        "Priority": choice("Priority", PRIORITY_REFS, "Choose the Ref of a priority. They stand on sheet Priorities."),
        "Partner": choice("Partner", PARTNERS, "Choose one. To add one, write it on sheet Lists under Partners.") | {
            "error_type": "warning",
            "error_message": "This partner is not on sheet Lists. Add it there, so that it is always spelt the same.",
        },
        "Due": _date("Due", called, "Keep it when the date slips, and fill in {Revised due}."),
        "Revised due": _date("Revised due", called, "Leave it empty if {Due} still holds."),
        "RAG": choice("RAG", statuses(profile), "Choose a status. What each means stands on sheet Lists."),
        "Exempt": choice("Exempt", YES_OR_NO, "yes keeps the row out of everything public."),
    }  # fmt: skip


def _choice(source: str, title: str, prompt: str) -> dict[str, Any]:
    return {
        "validate": "list",
        "source": source,
        "input_title": wording.shortened(title, _LONGEST_TITLE),
        "input_message": prompt,
        "error_title": wording.shortened(title, _LONGEST_TITLE),
        "error_message": "Choose one of the list: click the arrow beside the cell.",
    }


def _date(column: str, called: Mapping[str, str], advice: str) -> dict[str, Any]:
    prompt = (
        "A date such as 31/3/2027, or words with a year: End March 2027, by April 2027, Q4 2026/27. "
        f"Without a date: Ongoing, TBC, N/A. {advice.format_map(called)}"
    )
    return {
        "validate": "custom",
        "value": _when(f"{_letter(column)}2"),
        "input_title": wording.shortened(called[column], _LONGEST_TITLE),
        "input_message": wording.shortened(prompt, _LONGEST_MESSAGE),
        "error_title": "Is this a date?",
        "error_message": "Write a day that exists, such as 31/3/2027, or words with the year in full: End March 2027, "
        "by April 2027, Q4 2026/27. Without a date: Ongoing, TBC or N/A.",
    }


def _when(cell: str) -> str:
    """The formula that is true of a day from 2000 to 2099, of words with such a year, and of words for no date.

    A day that does not exist stays text in Excel: text that starts with a figure is refused, but for "2026/27".
    """
    return (
        f"=IF(ISNUMBER({cell}),AND({cell}>=36526,{cell}<73051),OR(ISNUMBER(MATCH(TRIM({cell}),{WORDS},0)),"
        f'AND(LEN(TRIM({cell}))=7,ISNUMBER(SEARCH("20??/??",SUBSTITUTE({cell},"-","/")))),'
        f'AND(CODE(UPPER(TRIM({cell})))>64,ISNUMBER(SEARCH("20??",{cell})))))'
    )
