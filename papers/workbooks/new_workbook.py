"""A workbook that is made here from nothing. The only home of XlsxWriter."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import datetime

import xlsxwriter

from papers.office.package import read_package, write_package
from papers.workbooks.starter_look import FONT, Book, Look

# A new workbook knows no time and no person, so that the same values give the same bytes.
_CREATED = datetime(2020, 1, 1)  # noqa: DTZ001 (Excel's dates have no zone)


def new_workbook(title: str, write: Callable[[Book, Look], None]) -> bytes:
    """The workbook of that title in its properties, with the sheets that `write` puts into it."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "default_format_properties": FONT})
    book.set_properties({"title": title, "created": _CREATED})
    write(book, Look(book))
    book.close()
    return _with_rows_that_grow(content.getvalue())


def _with_rows_that_grow(content: bytes) -> bytes:
    """The workbook with heights that Excel may change: XlsxWriter says of each that a person has set it."""
    parts = read_package(content, "workbook.xlsx", "a workbook")
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(rb'(<row [^>]*?) customHeight="1"', rb"\1", part)
    return write_package(parts)
