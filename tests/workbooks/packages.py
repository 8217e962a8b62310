"""Workbooks for the tests of the annotated copy: an officer's, with everything in it, and what lies in a package."""

from __future__ import annotations

import base64
import io
import zipfile
from xml.etree import ElementTree

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

from papers.findings import Finding, Place, Severity

FILE = "inputs/plan/action-plan.xlsx"
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SHEET, TYPES = "xl/worksheets/sheet1.xml", "[Content_Types].xml"

# The smallest picture there is.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)

# A drop-down that takes its words from another sheet, as Excel 2010 and later write it.
DROP_DOWN = (
    '<extLst xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" '
    'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main"><ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}">'
    '<x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showInputMessage="1" '
    'showErrorMessage="1"><x14:formula1><xm:f>Lists!$A$1:$A$3</xm:f></x14:formula1><xm:sqref>D5:D40</xm:sqref>'
    "</x14:dataValidation></x14:dataValidations></ext></extLst>"
)


def officers_workbook() -> bytes:
    """A plan as officers keep it: sheets Actions, Lists and O'Brien's (hidden), and all that Excel offers."""
    book = openpyxl.Workbook()
    actions, lists, hidden = book.active, book.create_sheet("Lists"), book.create_sheet("O'Brien's")
    actions.title, hidden.sheet_state = "Actions", "hidden"
    actions["A1"] = "Action plan"
    for row in ([], ["Ref", "Action", "Due", "RAG", "Progress"], ["1.1", "Train", 44286, "Amber", "=1+1"], [None] * 5):
        actions.append(row)
    for number in range(6, 13):
        actions.append([f"1.{number}", f"Act {number}", "End March 2021", "Green", "Done & dusted <now>"])
    actions.merge_cells("A1:E2")
    actions.merge_cells("B6:B8")
    for status in ("Green", "Amber", "Red"):
        lists.append([status])
    hidden["B2"] = "kept back"
    _formats(actions)
    _rules(actions)
    actions["B4"].comment = Comment("Ask the lead", "An officer", width=200, height=60)
    chart = BarChart()
    chart.add_data(Reference(actions, min_col=3, min_row=4, max_row=6))
    actions.add_chart(chart, "H2")
    lists.add_table(Table(displayName="Statuses", ref="A1:A3", headerRowCount=0))
    book.defined_names["Choices"] = DefinedName("Choices", attr_text="Lists!$A$1:$A$3")
    book.active = 1
    content = io.BytesIO()
    book.save(content)
    return _with_what_openpyxl_cannot(content.getvalue())


def _with_what_openpyxl_cannot(content: bytes) -> bytes:
    """The workbook with a picture behind its cells, and a drop-down of a newer Excel."""
    there = parts(content)
    related = f'<Relationship Id="behind" Type="{OFFICE}/image" Target="../media/image1.png"/></Relationships>'
    for part, old, new in (
        (SHEET, "</worksheet>", f'<picture xmlns:r="{OFFICE}" r:id="behind"/>{DROP_DOWN}</worksheet>'),
        ("xl/worksheets/_rels/sheet1.xml.rels", "</Relationships>", related),
        (TYPES, "<Override", '<Default Extension="png" ContentType="image/png"/><Override'),
    ):
        there[part] = there[part].replace(old.encode(), new.encode(), 1)
    return packed({**there, "xl/media/image1.png": PICTURE})


def _formats(sheet: object) -> None:
    """Widths, heights, a date in a locked cell with a fill, and a column with a style of its own."""
    thin = Side(style="thin", color="00FF00")
    due = sheet["C4"]
    due.number_format, due.fill = "dd/mm/yyyy", PatternFill("solid", fgColor="FFFF8A")
    due.font, due.alignment = Font(name="Arial", bold=True, color="0000FF"), Alignment(wrap_text=True, vertical="top")
    due.protection, due.border = Protection(locked=False), Border(left=thin, bottom=thin)
    sheet.column_dimensions["B"].width, sheet.column_dimensions["G"].hidden = 48, True
    sheet.column_dimensions["F"].font = Font(italic=True)
    sheet.row_dimensions[4].height = 60


def _rules(sheet: object) -> None:
    """A drop-down, colours by condition, a filter, frozen headings, and rows repeated in print."""
    choice = DataValidation(type="list", formula1='"yes,no"', allow_blank=True)
    choice.add("E4:E40")
    sheet.add_data_validation(choice)
    red = PatternFill("solid", bgColor="A01C1C")
    sheet.conditional_formatting.add("D4:D40", CellIsRule(operator="equal", formula=['"Red"'], fill=red))
    sheet.auto_filter.ref, sheet.freeze_panes = "A3:E12", "B4"
    sheet.print_title_rows, sheet.print_area = "3:3", "A1:E12"


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(there: dict[str, bytes | None]) -> bytes:
    """A package of these parts; those that are None are left out."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in there.items():
            if part is not None:
                package.writestr(name, part)
    return made.getvalue()


def replaced(content: bytes, part: str, old: str, new: str) -> bytes:
    """The package with `new` for `old` in a part, which must hold it."""
    there = parts(content)
    assert old in there[part].decode(), f"{part} has no {old}"
    return packed({**there, part: there[part].decode().replace(old, new).encode()})


def finding(cell: str = "", sheet: str = "Actions", severity: Severity = Severity.ERROR, **said: str) -> Finding:
    """A finding in the workbook."""
    where = Place(said.pop("file", FILE), sheet, cell)
    facts = {"code": "AP101", "sentence": "this is late", "remedy": "agree a new date", **said}
    return Finding(where=where, severity=severity, **facts)


def canonical(element: ElementTree.Element | None) -> str:
    """An element as it is whatever its prefixes and spaces; "" where there is none."""
    if element is None:
        return ""
    return ElementTree.canonicalize(ElementTree.tostring(element), rewrite_prefixes=True)
