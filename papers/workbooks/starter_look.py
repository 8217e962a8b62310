"""How the sheets of new workbooks look, and how words get into their cells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from papers import wording
from papers.model.scheme import Status
from papers.workbooks.starter_columns import Column

FONT = {"font_name": "Arial", "font_size": 10}
_MOST_IN_A_CELL = 32_767
_DATE = "d mmmm yyyy"
_LINE_HEIGHT = 13
_DARK, _GREY, _LINE = "#1F3864", "#595959", "#BFBFBF"
_TEXT = {"text_wrap": True, "valign": "top"}
LINED = {**_TEXT, "border": 1, "border_color": _LINE}
_HEADING = {
    "bold": True,
    "font_color": "#FFFFFF",
    "text_wrap": True,
    "valign": "vcenter",
    "border": 1,
    "border_color": _LINE,
}
_KINDS: dict[str, dict[str, Any]] = {
    "text": {},
    "ref": {"num_format": "@", "align": "left"},
    "date": {"num_format": _DATE, "align": "left"},
    "choice": {},
}

# The book and its sheets are XlsxWriter's, which has no types; only new_workbook.py knows it.
Book = Any
Sheet = Any


class Look:
    """The formats of one book, each made once."""

    def __init__(self, book: Book) -> None:
        def made(**properties: Any) -> Any:  # noqa: ANN401
            return book.add_format({**FONT, **properties})

        self.heading = made(**_HEADING, bg_color=_DARK)
        self.working = made(**_HEADING, bg_color=_GREY)
        self.cell = {kind: made(**LINED, **properties) for kind, properties in _KINDS.items()}
        # Rows to come have no date format, so that Excel shows "March 2027" as a month, which then is read as one.
        self.column = {kind: made(**_TEXT, **_KINDS[kind] if kind != "date" else {}) for kind in _KINDS}
        self.title = made(bold=True, font_size=16, font_color=_DARK)
        self.section = made(bold=True, font_size=12, font_color=_DARK, bottom=2, bottom_color=_DARK, valign="bottom")
        self.term = made(text_wrap=True, valign="vcenter", bold=True)
        self.text = made(text_wrap=True, valign="vcenter", indent=1)
        # Only what differs from the cell's own format: conditional formats may hold nothing else.
        self.to_write = book.add_format({"bg_color": "#FFF2CC", "font_color": "#000000"})
        self._book = book
        self._made = made

    def status(self, status: Status) -> Any:  # noqa: ANN401
        """A cell in the colours of a status."""
        return self._made(text_wrap=True, valign="vcenter", bg_color=f"#{status.fill}", font_color=f"#{status.text}")

    def status_rule(self, status: Status) -> Any:  # noqa: ANN401
        """The colours of a status, as a conditional format."""
        return self._book.add_format({"bg_color": f"#{status.fill}", "font_color": f"#{status.text}"})


def put(sheet: Sheet, row: int, column: int, value: str | date, look: Any) -> None:  # noqa: ANN401
    """Write a value, counted from 0: a date as a date, anything else as text, also where it looks like a formula."""
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    elif words := wording.printable(value)[:_MOST_IN_A_CELL]:
        sheet.write_string(row, column, words, look)
    else:
        sheet.write_blank(row, column, None, look)


def fit(sheet: Sheet, row: int, cells: Iterable[tuple[str | date, float]], least: int = 1) -> None:
    """Make a row as high as the highest of its cells needs, each a value and the width of its column in characters."""
    lines = (_lines(value, width) for value, width in cells if isinstance(value, str))
    sheet.set_row(row, _LINE_HEIGHT * max(least, *lines, 1) + 6)


def _lines(words: str, width: float) -> int:
    """How many lines `words` take. Widths are counted in figures, which in Arial are wider than most letters.

    A narrow column loses more of its width at the ends of lines, which a wide one makes up for.
    """
    letters = int(width * (1.1 if width < 60 else 1.2))
    return sum(len(textwrap.wrap(line, letters)) or 1 for line in words.split("\n"))


def put_headings(sheet: Sheet, columns: Sequence[Column], look: Look) -> None:
    """Widths and formats of whole columns, so that rows typed below look like those above."""
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width, look.column[column.kind])


def paged(sheet: Sheet, landscape: bool, pages: int = 0) -> None:
    """A4, one page wide and at most `pages` long (0: as long as it is), pages numbered."""
    if landscape:
        sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, pages)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
    sheet.set_footer("&L&A&RPage &P of &N")
