"""Excel workbooks -> sheets of located cells. It knows openpyxl; it does not know what an action is."""

from __future__ import annotations

import io
import math
import re
import warnings
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from papers import wording
from papers.errors import PapersError
from papers.findings import Parsed
from papers.reading.anatomy import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    MOST_TAGS_OF_SHEETS,
    Anatomy,
    SheetTooLarge,
    has_filter,
    scan_sheet,
    struck_texts,
    unpacked,
)
from papers.reading.baggage import baggage
from papers.reading.format import Format
from papers.reading.located import Cell, CellValue, Grid, Marks, Row
from papers.reading.parts import DAMAGE, Parts, SheetPart, opened
from papers.reading.pieces import TooMuch

if TYPE_CHECKING:
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.styles.colors import Color

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_WHITE = "FFFFFF"


def parse_xlsx(content: bytes, file: str) -> Parsed[tuple[Grid, ...]]:
    """The visible sheets of a workbook, in order, with every row that holds anything and what marks its cells.

    A formula gives its saved value; text loses the characters that no document may carry; a date is a date, and the
    time of day is dropped. The findings say what the workbook carries besides (baggage.py). Raises PapersError,
    naming the file, where this is no workbook that can be read.
    """
    parts = opened(content, file)
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        sheets = parts.sheets
        anatomies = _anatomies(parts, [sheet for sheet in sheets if sheet.visible], file)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of drop-downs it does not keep; nothing is saved here
            grids = tuple(
                _grid(sheet, anatomies[sheet.title, sheet._worksheet_path], file)
                for sheet in _worksheets(content)
                if sheet.sheet_state == "visible" and (sheet.title, sheet._worksheet_path) in anatomies
            )
        return Parsed(grids, tuple(baggage(parts, sheets, file)))
    except TooMuch as much:
        raise PapersError(f"{file}: {much}") from much
    except (*DAMAGE, InvalidFileException) as error:
        raise PapersError(f"{file}: this workbook is damaged; open it in Excel, save it again and retry") from error


def _worksheets(content: bytes) -> list[Any]:
    """openpyxl's sheets that are rows of cells; nothing is read of charts and properties, which may be broken."""
    from openpyxl.reader.excel import ExcelReader

    reader = ExcelReader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    for left_out in ("read_chartsheet", "read_properties", "read_custom"):
        setattr(reader, left_out, lambda *_: None)
    reader.read()
    # In a list -1 would be the last text; a workbook that says so is damaged.
    texts = dict(enumerate(reader.shared_strings))
    sheets: list[Any] = reader.wb.worksheets
    for sheet in sheets:
        sheet._shared_strings = texts
    return sheets


def _struck_texts(parts: Parts) -> frozenset[str]:
    """The numbers of the workbook's shared texts with a strike in them; most workbooks have none."""
    related = parts.relationships(parts.workbook).values()
    for name in (each.target for each in related if each.kind == "sharedStrings" and parts.has(each.target)):
        with parts.open(name) as part:
            content = part.read()
        return struck_texts(content) if b"strike" in content else frozenset()
    return frozenset()


def _anatomies(parts: Parts, sheets: Sequence[SheetPart], file: str) -> dict[tuple[str, str], Anatomy]:
    """The anatomy of each of `sheets`, by name and path. Raises LookupError where the file does not have them all."""
    if len({sheet.name for sheet in sheets}) < len(sheets) or not all(sheet.path for sheet in sheets):
        raise LookupError
    struck, found = _struck_texts(parts), dict[tuple[str, str], Anatomy]()
    for sheet in sheets:
        try:
            found[sheet.name, sheet.path] = _anatomy(parts, sheet, struck)
        except SheetTooLarge as large:
            raise PapersError(_too_large(file, sheet.name)) from large
        cells, tags = sum(each.cells for each in found.values()), sum(each.tags for each in found.values())
        if cells > MOST_CELLS or tags > MOST_TAGS_OF_SHEETS:
            raise PapersError(_too_large(file, sheet.name))
    return found


def _anatomy(parts: Parts, sheet: SheetPart, struck: frozenset[str]) -> Anatomy:
    with parts.open(sheet.path) as content:
        found = scan_sheet(content, struck)
    for table in (each.target for each in parts.relationships(sheet.path).values() if each.kind == "table"):
        with parts.open(table) as content:
            found.filtered = found.filtered or has_filter(content)
    return found


def _too_large(file: str, sheet: str) -> str:
    return (
        f"{file}: sheet {sheet} has more than {MOST_ROWS:,} rows, {MOST_COLUMNS} columns, {MOST_CELLS:,} cells or "
        f"{MOST_TAGS_OF_SHEETS // 6:,} cells with text, which is more than is read; "  # a text has six tags
        "delete the empty ones below and beside the table"
    )


def _grid(sheet: Any, anatomy: Anatomy, file: str) -> Grid:  # noqa: ANN401 (openpyxl's read-only sheet has no public type)
    from openpyxl.utils.datetime import MAC_EPOCH

    sheet.reset_dimensions()  # a declared dimension may be wrong, and is trusted in read-only mode
    rows = []
    uncalculated = {row for row, _ in anatomy.uncalculated}
    # What follows the last row, such as hyperlinks, says nothing and can take longer than all rows.
    for number, values in zip(range(1, anatomy.last_row + 1), sheet.iter_rows(values_only=True), strict=False):
        if len(values) > MOST_COLUMNS:
            raise PapersError(_too_large(file, sheet.title))
        cells = tuple([_value(value) for value in values])
        if any(cell is not None for cell in cells) or number in uncalculated:
            rows.append(Row(number, cells))
    day_zero = date(1904, 1, 1) if sheet.parent.epoch == MAC_EPOCH else date(1899, 12, 30)
    return Grid(file, sheet.title, tuple(rows), _marks(sheet, anatomy), day_zero)


def _value(value: Any) -> CellValue:  # noqa: ANN401
    if value is None:
        return None
    if type(value) is str:
        # Excel writes characters that XML has no place for as _x000D_ and the like.
        text = _ESCAPED.sub(lambda code: chr(int(code[1], 16)), value) if "_x" in value else value
        return wording.printable(text).strip() or None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, (bool, int, date)) or (isinstance(value, float) and math.isfinite(value)):
        return value
    if isinstance(value, float):
        return "#NUM!"
    return str(value)


def _marks(sheet: Any, anatomy: Anatomy) -> Marks:  # noqa: ANN401
    """What the anatomy and the styles of a sheet say about its cells; each style is looked at once."""
    from openpyxl.cell.read_only import ReadOnlyCell

    found: dict[str, set[Cell]] = {name: set() for name in ("struck", "unseen", "months", "years", "yearless")}
    found["struck"] |= anatomy.struck
    fills, decimals = dict[Cell, str](), dict[Cell, str]()
    palette = _theme_colours(sheet.parent.loaded_theme)
    for number, cells in anatomy.styled.items():
        style = ReadOnlyCell(sheet, 1, 1, None, "n", number)
        fill = _fill(style, palette)
        for mark in _marks_of_style(style, fill, palette):
            found[mark].update(unpacked(cells))
        if fill not in ("", _WHITE):
            fills.update((cell, fill) for cell in unpacked(cells))
        if re.fullmatch(r"0(?:\.0+)?%|0\.0+", style.number_format):
            decimals.update((cell, style.number_format) for cell in unpacked(cells))
    return Marks(
        hidden_rows=frozenset(anatomy.hidden_rows),
        hidden_columns=frozenset(anatomy.hidden_columns),
        filtered=anatomy.filtered,
        merges=tuple(anatomy.merges),
        uncalculated=frozenset(anatomy.uncalculated),
        fills=fills,
        decimals=decimals,
        **{mark: frozenset(cells) for mark, cells in found.items()},
    )


def _marks_of_style(style: ReadOnlyCell, fill: str, palette: tuple[str, ...]) -> Iterator[str]:
    """The marks, by their name in Marks, that a style gives its cells."""
    if style.font.strike:
        yield "struck"
    if _is_unseen(style, fill, palette):
        yield "unseen"
    # Excel gives "Apr-21" the format mmm-yy of its own, and "21-Apr", typed or meant as a year, d-mmm.
    shown = re.sub(r'\[[^\]]*\]|"[^"]*"|\\.', "", style.number_format).casefold()
    if "h" in shown or "s" in shown:
        return
    if "y" in shown and "d" not in shown:
        yield "months" if "m" in shown else "years"
    elif "m" in shown and "y" not in shown:
        yield "yearless"


def _is_unseen(style: ReadOnlyCell, fill: str, palette: tuple[str, ...]) -> bool:
    letters = _rgb(style.font.color, palette) if style.font.color else "000000"
    # The fourth section of a format is how text is shown: without @ nothing of it is, whatever else is.
    sections = style.number_format.split(";")
    return (len(sections) > 3 and "@" not in sections[3]) or _is_near(letters, fill or _WHITE)


def _is_near(one: str, other: str) -> bool:
    """Whether two colours cannot be told apart, in words on their ground."""
    return all(abs(int(one[at : at + 2], 16) - int(other[at : at + 2], 16)) < 16 for at in (0, 2, 4)) if one else False


def _fill(style: ReadOnlyCell, palette: tuple[str, ...]) -> str:
    """The colour of a cell's fill; "" for none, or a pattern."""
    fill: Any = style.fill
    return _rgb(fill.fgColor, palette) if fill.fill_type == "solid" else ""


def _rgb(colour: Color, palette: tuple[str, ...]) -> str:
    """A colour as six hexadecimal digits; "" for one that the file leaves to the machine."""
    from openpyxl.styles.colors import COLOR_INDEX

    if colour.type == "rgb" and isinstance(colour.rgb, str):
        return colour.rgb[-6:].upper()
    if colour.type == "theme" and isinstance(colour.theme, int) and colour.theme < len(palette):
        return _tinted(palette[colour.theme], colour.tint or 0.0)
    if colour.type == "indexed" and isinstance(colour.indexed, int) and colour.indexed < len(COLOR_INDEX):
        return COLOR_INDEX[colour.indexed][-6:].upper()
    return ""


def _tinted(rgb: str, tint: float) -> str:
    """A colour of the theme made darker (tint below 0) or lighter, channel by channel."""
    channels = (int(rgb[at : at + 2], 16) for at in (0, 2, 4))
    made = (c * (1 + tint) if tint < 0 else c + (255 - c) * min(tint, 1) for c in channels)
    return "".join(f"{max(0, min(255, round(c))):02X}" for c in made)


def _theme_colours(theme: bytes | None) -> tuple[str, ...]:
    """The twelve colours of a workbook's theme in the order in which cells number them."""
    pattern = rb'<a:(dk1|lt1|dk2|lt2|accent\d|hlink|folHlink)>.{0,200}?(?:lastClr|val)="([0-9A-Fa-f]{6})"'
    found = re.findall(pattern, theme or b"", re.DOTALL)
    by_name = {name.decode(): rgb.decode().upper() for name, rgb in found}
    return tuple(_in_order(by_name))


def _in_order(by_name: dict[str, str]) -> Iterator[str]:
    # Cells number light before dark, the theme's part lists dark before light.
    for name in ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink"):
        yield by_name.get(name, "000000")


FORMAT = Format("sheets", (".xlsx", ".xlsm"), parse_xlsx)
