"""Excel workbooks -> sheets of located cells. It knows openpyxl; it does not know what an action is."""

from __future__ import annotations

import contextlib
import io
import re
import struct
import warnings
import zipfile
import zlib
from datetime import date, datetime
from typing import Any
from xml.etree.ElementTree import ParseError
from xml.parsers import expat

from papers import wording
from papers.errors import PapersError
from papers.findings import Parsed
from papers.reading.format import Format
from papers.reading.located import CellValue, Grid, Row

# Far above any action plan seen (the largest had 1,900 rows), far below what would fill a laptop's memory.
MOST_BYTES = 50_000_000
MOST_UNPACKED = 400_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 200

# openpyxl meets a damaged part with whatever that part made it do.
_DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, ParseError, EOFError, ArithmeticError, AttributeError, LookupError,
    NotImplementedError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def parse_xlsx(content: bytes, file: str) -> Parsed[tuple[Grid, ...]]:
    """The visible sheets of a workbook, in order, with every row that holds anything.

    A formula gives its saved value; text loses the characters that no document may carry; a date is a date, and the
    time of day is dropped. Raises PapersError, naming the file, where this is no workbook that can be read.
    """
    _refuse_what_is_no_workbook(content, file)
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of drop-downs it does not keep; nothing is saved here
            book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            return Parsed(tuple(_grid(sheet, file) for sheet in book.worksheets if sheet.sheet_state == "visible"))
    except (*_DAMAGE, InvalidFileException) as error:
        raise PapersError(f"{file}: this workbook is damaged; open it in Excel, save it again and retry") from error


def _refuse_what_is_no_workbook(content: bytes, file: str) -> None:
    if len(content) > MOST_BYTES:
        raise PapersError(f"{file}: this is larger than {MOST_BYTES // 1_000_000} MB; is it the right workbook?")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise PapersError(
            f"{file}: this workbook is protected by a password or of the old .xls kind; "
            "remove the password or save it as Excel Workbook (.xlsx)"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts = package.infolist()
            suspicious = [part.filename for part in parts if _declares_a_document_type(package, part)]
    except _DAMAGE as error:
        raise PapersError(
            f"{file}: this is not an Excel workbook, or it is damaged; save it as Excel Workbook (.xlsx)"
        ) from error
    if suspicious:
        raise PapersError(f"{file}: {suspicious[0]} declares a document type, which Excel never does; do not trust it")
    if not any(part.filename.lower().endswith("workbook.xml") for part in parts):
        raise PapersError(f"{file}: there is no workbook in this file; save it as Excel Workbook (.xlsx)")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise PapersError(f"{file}: this unpacks to more than {MOST_UNPACKED // 1_000_000} MB; is it the right file?")


def _declares_a_document_type(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part starts with a DOCTYPE, in which entities could be declared that expand without end."""
    found: list[bool] = []
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = lambda *_: found.append(True)
    parser.StartElementHandler = lambda *_: found.append(False)
    with package.open(part) as content, contextlib.suppress(expat.ExpatError):
        while not found and (piece := content.read(4096)):
            parser.Parse(piece)
    return found[:1] == [True]


def _grid(sheet: Any, file: str) -> Grid:  # noqa: ANN401 (openpyxl's read-only sheet has no public type)
    sheet.reset_dimensions()  # a declared dimension may be wrong, and is trusted in read-only mode
    rows = []
    for number, values in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > MOST_ROWS or len(values) > MOST_COLUMNS:
            raise PapersError(
                f"{file}: sheet {sheet.title} has more than {MOST_ROWS:,} rows or {MOST_COLUMNS} columns; "
                "delete the empty ones below and beside the table"
            )
        cells = tuple([_value(value) for value in values])
        if any(cell is not None for cell in cells):
            rows.append(Row(number, cells))
    return Grid(file, sheet.title, tuple(rows))


def _value(value: Any) -> CellValue:  # noqa: ANN401
    if value is None:
        return None
    if type(value) is str:
        # Excel writes characters that XML has no place for as _x000D_ and the like.
        text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), value) if "_x" in value else value
        return wording.printable(text).strip() or None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (bool, int, float, date)):
        return value
    return str(value)


FORMAT = Format("sheets", (".xlsx", ".xlsm"), parse_xlsx)
