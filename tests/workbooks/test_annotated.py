"""The annotated copy: the findings are on their cells and in front, and nothing else of the workbook has changed."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.errors import PapersError
from papers.findings import Place, Severity
from papers.reading.formats.xlsx import parse_xlsx
from papers.reading.plan import parse_action_plan
from papers.workbooks.annotated import annotated
from papers.workbooks.cells import Address, address
from papers.workbooks.front_sheet import place_of, sentence
from papers.workbooks.starter import starter_workbook
from tests.builders import EXAMPLE, a_workbook, sefton
from tests.workbooks.packages import (
    DROP_DOWN,
    FILE,
    MAIN,
    OFFICE,
    SHEET,
    TYPES,
    canonical,
    finding,
    officers_workbook,
    packed,
    parts,
    replaced,
)

OFFICERS = officers_workbook()
WORKBOOK = "xl/workbook.xml"
FINDINGS = [
    finding("C4", severity=Severity.ERROR),
    finding("E7", severity=Severity.WARNING, code="TX101", sentence="a name", remedy=""),
    finding("B4", severity=Severity.NOTE),
    finding("B7"),
    finding("F20"),
    finding("A1", "Lists"),
    finding("B2", "O'Brien's"),
]
ON_CELLS = {"Actions": {"C4", "E7", "B4", "B6", "F20"}, "Lists": {"A1"}, "O'Brien's": {"B2"}}


def opened(content):
    """The workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(content))


def front(content):
    """The rows of the list in front, without its headings, each as its words."""
    return [[cell.value for cell in row] for row in opened(content).worksheets[0].iter_rows(min_row=5)]


def values(content, besides=()):
    """Every value that is in a cell, by sheet and cell."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in opened(content).worksheets
        if sheet.title not in besides
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def notes(content, sheet="Actions"):
    """The text of each note of a sheet."""
    return {c.coordinate: c.comment.text for row in opened(content)[sheet].iter_rows() for c in row if c.comment}


def outlines(content, sheet="Actions"):
    """The colour of each cell's outline, where it has a thick one on every side."""
    found = {}
    for row in opened(content)[sheet].iter_rows():
        for cell in row:
            sides = [getattr(cell.border, side) for side in ("left", "right", "top", "bottom")]
            if all(side is not None and side.style == "thick" for side in sides):
                (found[cell.coordinate],) = {side.color.rgb for side in sides}
    return found


def frames(content, part):
    """The cell of each note's frame in a drawing, and the frame's corners."""
    name = "{urn:schemas-microsoft-com:office:excel}"
    found = {}
    for data in ElementTree.fromstring(parts(content)[part]).iter(f"{name}ClientData"):
        row, column = (int(data.find(name + each).text) for each in ("Row", "Column"))
        anchor = [int(number) for number in data.find(f"{name}Anchor").text.split(",")]
        found.setdefault(str(Address(row + 1, column + 1)), anchor)
    return found


# What stays


@pytest.fixture(scope="module")
def copy():
    """The officer's workbook with the findings."""
    return annotated(OFFICERS, FILE, FINDINGS)


def test_parts_that_say_nothing_of_cells_keep_their_bytes(copy):
    """Pictures, charts, tables, the theme and the rest are the same to the byte."""
    before, after = parts(OFFICERS), parts(copy)
    changed = {name for name in before if before[name] != after.get(name)}

    assert changed == {
        TYPES, WORKBOOK, "xl/styles.xml", SHEET, "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml",
        "xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet2.xml.rels", "docProps/app.xml",
        "xl/comments/comment1.xml", "xl/drawings/commentsDrawing1.vml",
    } - {"docProps/app.xml" if before["docProps/app.xml"] == after["docProps/app.xml"] else ""}  # fmt: skip


def test_sheets_keep_everything_but_the_cells_of_findings(copy):
    """Drop-downs, also of newer Excel, colours by condition, widths, filters, tables, merged cells: as they were."""
    before, after = parts(OFFICERS), parts(copy)
    for number in (1, 2, 3):
        old, new = (ElementTree.fromstring(part[f"xl/worksheets/sheet{number}.xml"]) for part in (before, after))
        named = {child.tag.removeprefix(MAIN) for child in (*old, *new)}
        for view in (*old.iter(f"{MAIN}sheetView"), *new.iter(f"{MAIN}sheetView")):
            view.attrib.pop("tabSelected", None)
        for name in named - {"sheetData", "dimension", "legacyDrawing"}:
            assert [canonical(e) for e in old.findall(MAIN + name)] == [canonical(e) for e in new.findall(MAIN + name)]
    assert {"dataValidations", "conditionalFormatting", "cols", "autoFilter", "mergeCells", "extLst"} <= {
        child.tag.removeprefix(MAIN) for child in ElementTree.fromstring(after[SHEET])
    }
    assert b"<xm:f>Lists!$A$1:$A$3</xm:f>" in after[SHEET]
    assert b"<tableParts" in after["xl/worksheets/sheet2.xml"]


def test_every_value_stays(copy):
    """Numbers, words and formulas are the same in every cell of every sheet."""
    assert values(copy, besides={"Findings"}) == values(OFFICERS)


def test_only_the_cells_of_findings_look_different(copy):
    """A cell keeps its fill, font, number format, alignment and protection; other cells keep their borders too."""
    before, after = opened(OFFICERS), opened(copy)
    for sheet in before.worksheets:
        for row in sheet.iter_rows():
            for old in row:
                new = after[sheet.title][old.coordinate]
                for fact in ("fill", "font", "number_format", "alignment", "protection"):
                    assert repr(getattr(new, fact)) == repr(getattr(old, fact)), f"{old.coordinate} {fact}"
                # openpyxl lets the other cells of a merged range share in the first one's border.
                if old.coordinate not in {*ON_CELLS[sheet.title], "B7", "B8"}:
                    assert repr(new.border) == repr(old.border)


def test_a_cell_put_in_has_the_look_of_its_column(copy):
    """Column F is in italics, and so is the empty cell of it that a finding is on."""
    assert opened(copy)["Actions"]["F20"].font.italic


def test_print_settings_go_on_with_their_sheets(copy):
    """Rows repeated in print and the area printed are known by the number of the tab, which is one more now."""
    book = opened(copy)

    assert book["Actions"].print_title_rows == "$3:$3"
    assert book["Actions"].print_area == "'Actions'!$A$1:$E$12"
    assert book.defined_names["Choices"].attr_text == "Lists!$A$1:$A$3"
    assert book["Actions"].freeze_panes == "B4"


def test_the_elements_of_a_sheet_stand_in_the_order_of_the_schema():
    """The pointer to the notes' frames comes before a picture, tables and extensions."""
    content = a_workbook()
    tail = f'<picture xmlns:r="{OFFICE}" r:id="x"/>{DROP_DOWN}</worksheet>'
    copy = annotated(replaced(content, SHEET, "</worksheet>", tail), FILE, [finding("A1")])
    named = [child.tag.removeprefix(MAIN) for child in ElementTree.fromstring(parts(copy)[SHEET])]

    assert named[-4:] == ["pageMargins", "legacyDrawing", "picture", "extLst"]


def test_a_workbook_with_macros_stays_one():
    """The macros and the kind of the workbook are the same."""
    there = parts(OFFICERS)
    plain, macros = "spreadsheetml.sheet.main+xml", "ms-excel.sheet.macroEnabled.main+xml"
    there[TYPES] = there[TYPES].replace(
        b"vnd.openxmlformats-officedocument." + plain.encode(), b"vnd." + macros.encode()
    )
    kind = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
    end = f'<Relationship Id="vba" Type="{kind}" Target="vbaProject.bin"/></Relationships>'
    there["xl/_rels/workbook.xml.rels"] = there["xl/_rels/workbook.xml.rels"].replace(b"</Relationships>", end.encode())
    there["xl/vbaProject.bin"] = bytes(range(256))

    after = parts(annotated(packed(there), FILE, FINDINGS))

    assert after["xl/vbaProject.bin"] == bytes(range(256))
    assert macros.encode() in after[TYPES]
    assert b"vbaProject.bin" in after["xl/_rels/workbook.xml.rels"]


# Notes and outlines


def test_each_finding_is_on_its_cell_and_nowhere_else(copy):
    """Notes and outlines are on the cells of findings alone, of a merged range on its first cell."""
    for sheet, cells in ON_CELLS.items():
        assert set(notes(copy, sheet)) == cells
        assert set(outlines(copy, sheet)) == cells


def test_an_outline_has_the_colour_of_the_worst_finding():
    """Error before warning before note, in whatever order they were found."""
    found = [finding("A1", severity=Severity.NOTE), finding("A1", severity=Severity.ERROR)]
    found += [finding("B1", severity=Severity.NOTE), finding("B1", severity=Severity.WARNING)]
    copy = annotated(a_workbook(), FILE, [*found, finding("C2", severity=Severity.NOTE)])

    assert outlines(copy) == {"A1": "FFA01C1C", "B1": "FF9C5700", "C2": "FF1F3864"}


def test_a_note_says_what_is_there_and_what_to_do():
    """Code, severity, sentence and remedy; several findings on a cell are one note."""
    found = [finding("A2"), finding("A2", severity=Severity.WARNING, code="TX1", sentence="it is long.", remedy="")]

    assert notes(annotated(a_workbook(), FILE, found)) == {
        "A2": "AP101 error: This is late. What to do: Agree a new date.\n\nTX1 warning: It is long."
    }


def test_a_note_says_why_a_finding_is_accepted():
    """Where the author accepts a warning, the reason stands in place of the remedy."""
    copy = annotated(a_workbook(), FILE, [finding("A2", severity=Severity.WARNING, accepted="the board agreed")])

    assert notes(copy) == {"A2": "AP101 warning: This is late. Accepted: the board agreed."}
    assert front(copy)[0][0] == "Warning (accepted)"


def test_a_note_that_is_there_keeps_its_words_and_author(copy):
    """The officer's words come first, then ours."""
    comment = opened(copy)["Actions"]["B4"].comment

    assert comment.text == "Ask the lead\n\nAP101 note: This is late. What to do: Agree a new date."
    assert comment.author == "An officer"
    assert opened(copy)["Actions"]["C4"].comment.author == "committee-papers"


def test_every_note_has_one_frame(copy):
    """The frames of a sheet that had notes are in its one drawing, each with a number of its own."""
    drawing = parts(copy)["xl/drawings/commentsDrawing1.vml"].decode()
    numbers = re.findall(r'id="(_x0000_s\d+)"', drawing)

    assert set(frames(copy, "xl/drawings/commentsDrawing1.vml")) == ON_CELLS["Actions"]
    assert len(numbers) == len(set(numbers)) == 5
    assert drawing.count("visibility:hidden") == 5


def test_a_frame_is_as_large_as_its_text_needs():
    """Four times the words make a taller frame, also around a note that was there."""
    short, long = (
        annotated(OFFICERS, FILE, [finding("A12", sentence="late " * times), finding("B4", sentence="late " * times)])
        for times in (10, 80)
    )
    drawing = "xl/drawings/commentsDrawing1.vml"

    for cell in ("A12", "B4"):
        assert frames(short, drawing)[cell][6:] < frames(long, drawing)[cell][6:]


def test_a_drawing_that_is_no_xml_is_kept():
    """Excel writes <br> without an end around the words of buttons; those stay, and the notes come behind."""
    button = '<v:shape id="_x0000_s1077" xmlns:v="urn:schemas-microsoft-com:vml">one<br>two caf\u00e9</v:shape></xml>'
    content = replaced(OFFICERS, "xl/drawings/commentsDrawing1.vml", "</xml>", button)

    drawing = parts(annotated(content, FILE, [finding("A5")]))["xl/drawings/commentsDrawing1.vml"].decode()

    assert button.removesuffix("</xml>") in drawing
    assert drawing.endswith("</xml>")
    assert 'id="_x0000_s1078"' in drawing


def test_a_cell_with_a_thread_keeps_the_thread_alone():
    """The cell is outlined and listed in front; its thread, and the note that stands for it, are as they were."""
    there = parts(OFFICERS)
    rels = "xl/worksheets/_rels/sheet1.xml.rels"
    kind = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
    end = f'<Relationship Id="t" Type="{kind}" Target="../threadedComments/one.xml"/></Relationships>'
    there[rels] = there[rels].replace(b"</Relationships>", end.encode())
    there["xl/threadedComments/one.xml"] = (
        b'<ThreadedComments xmlns="http://x"><threadedComment ref="B4"/></ThreadedComments>'
    )

    copy = annotated(packed(there), FILE, [finding("B4"), finding("C4")])

    assert notes(copy)["B4"] == "Ask the lead"
    assert set(outlines(copy)) == {"B4", "C4"}
    assert [row[2] for row in front(copy)] == ["Actions, cell B4", "Actions, cell C4"]
    assert parts(copy)["xl/threadedComments/one.xml"] == there["xl/threadedComments/one.xml"]


def test_a_note_that_stands_for_a_thread_is_left_alone():
    """Excel marks it by its author; older Excel shows it where a thread would be."""
    content = replaced(OFFICERS, "xl/comments/comment1.xml", "<author>An officer", "<author>tc={1}")
    copy = annotated(content, FILE, [finding("B4")])

    assert notes(copy)["B4"] == "Ask the lead"
    assert set(outlines(copy)) == {"B4"}


def test_what_cannot_be_printed_is_left_out():
    """Control characters go; what looks like a formula or one of Excel's escapes is text."""
    copy = annotated(a_workbook(), FILE, [finding("A1", sentence='=1+1 \x00\x0b "<&>" _x0041_', remedy="\ud800x")])

    assert notes(copy)["A1"] == 'AP101 error: =1+1 "<&>" _x005F_x0041_. What to do: X.'
    assert front(copy)[0][3:] == ['=1+1 "<&>" _x005F_x0041_.', "X."]
    assert opened(copy).worksheets[0]["D5"].data_type == "s"


def test_a_note_never_holds_more_than_excel_does():
    """A cell on which more was found than a note can hold has an outline, and a row in front for each."""
    found = [finding("A1", sentence="late " * 1000) for _ in range(40)]
    copy = annotated(a_workbook(), FILE, found)

    assert notes(copy) == {}
    assert set(outlines(copy)) == {"A1"}
    assert max(len(row[3]) for row in front(copy)) <= 1501


# The sheet in front


def test_the_front_sheet_lists_every_finding_in_its_order(copy):
    """Severity, code, place, what is there, what to do."""
    sheet = opened(copy).worksheets[0]

    assert sheet.title == "Findings"
    assert sheet["A1"].value == "What was found in action-plan.xlsx"
    assert sheet["A2"].value.startswith("Not for publication")
    assert sheet["A3"].value.startswith("5 errors, 1 warning and 1 note.")
    assert [cell.value for cell in sheet[4]] == ["Severity", "Code", "Where", "What is there", "What to do"]
    assert [row[:3] for row in front(copy)][:3] == [
        ["Error", "AP101", "Actions, cell C4"],
        ["Warning", "TX101", "Actions, cell E7"],
        ["Note", "AP101", "Actions, cell B4"],
    ]


def test_links_go_to_the_cells(copy):
    """Each place in the workbook is a link, with words that say where it goes; apostrophes are doubled."""
    links = {cell.hyperlink.location for (cell,) in opened(copy).worksheets[0]["C5:C11"]}

    assert links == {
        "'Actions'!C4", "'Actions'!E7", "'Actions'!B4", "'Actions'!B7", "'Actions'!F20", "'Lists'!A1",
        "'O''Brien''s'!B2",
    }  # fmt: skip


def test_what_is_in_no_cell_is_only_listed():
    """Places in other files, sheets that are not there, whole sheets and the whole workbook have a row, and no note."""
    places = (
        Place("report.yaml", line=12, key="exempt"), Place(FILE), Place(FILE, "Actions"), Place(FILE, "actions", "A1"),
        Place(FILE, "Actions", "A0"), Place(FILE, "Actions", "XFE1"), Place("other/action-plan.xlsx", "Actions", "A1"),
    )  # fmt: skip
    found = [type(FINDINGS[0])("AP101", Severity.ERROR, place, "late") for place in places]
    copy = annotated(a_workbook(), FILE, found)
    cells = [cell for (cell,) in opened(copy).worksheets[0]["C5:C11"]]

    assert [cell.value for cell in cells] == [
        "report.yaml, line 12, exempt", "The workbook as a whole", "Sheet Actions", "actions, cell A1",
        "Actions, cell A0", "Actions, cell XFE1", "action-plan.xlsx, Actions, cell A1",
    ]  # fmt: skip
    assert [cell.hyperlink.location if cell.hyperlink else "" for cell in cells] == ["", "", "'Actions'!A1", *[""] * 4]
    assert notes(copy) == {}
    assert outlines(copy) == {}


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("/tmp/x/next/report.yaml", line=15, key="meeting_date"), "report.yaml, line 15, meeting_date"),
        (Place("/tmp/x/next/report.yaml", key="exempt"), "report.yaml, exempt"),
        (Place("/tmp/x/next/narrative.md", line=3), "narrative.md, line 3"),
        (Place("/tmp/x/next/narrative.md"), "narrative.md"),
        (Place("last/plan.xlsx", "Actions"), "plan.xlsx, Sheet Actions"),
        (Place(key="exempt"), "exempt"),
    ],
)
def test_a_place_in_another_file_has_the_name_of_the_file_alone(place, words):
    """Nobody who opens the copy elsewhere has its folders."""
    assert place_of(replace(FINDINGS[0], where=place), FILE) == words


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("this is late", "This is late."),
        ("meeting_date is no date", "meeting_date is no date."),
        ("report.yaml is missing", "report.yaml is missing."),
        ("costs.revenue is empty", "costs.revenue is empty."),
        ("x1 is no status", "x1 is no status."),
        ("late. nobody says why", "Late. nobody says why."),
        ("\u00e9migr\u00e9 has a name", "\u00c9migr\u00e9 has a name."),
        ("is it late?", "Is it late?"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_unless_with_a_name(words, said):
    """A key or a file with a capital would be another one."""
    assert sentence(words) == said


def test_rows_in_front_are_as_high_as_their_words():
    """LibreOffice does not fit rows on opening; no height is fixed, so that Excel still can."""
    found = [finding("A1"), finding("A1", remedy="late " * 60), finding("A1", sentence="late " * 300)]
    rows = front_rows(parts(annotated(OFFICERS, FILE, found)))
    title, *_, heading, short, longer, longest = (float(row.get("ht")) for row in rows)

    assert title >= 21
    assert heading == short == 15
    assert 5 * 15 <= longer <= 8 * 15
    assert 20 * 15 <= longest <= 409
    assert not any(row.get("customHeight") for row in rows)


def test_no_row_is_higher_than_excel_has_them():
    """What no row can show is cut with dots."""
    (*_, row) = front_rows(parts(annotated(OFFICERS, FILE, [finding("A1", remedy="W" * 9000)])))

    assert float(row.get("ht")) == 409


@pytest.mark.parametrize("name", ["Plan for 2021", "It's Tom's", "a''b", "Sheet!1", "A1", "\u00e9t\u00e9 & <now>"])
def test_links_go_to_sheets_of_any_name(name):
    """What Excel makes of a link is the sheet and the cell that were meant."""
    sheets = {name: "Ref | Action\n1.1 | Train"}
    copy = annotated(a_workbook(**sheets), FILE, [finding("B2", name)])
    sheet, cell = opened(copy).worksheets[0]["C5"].hyperlink.location.rsplit("!", 1)

    assert (sheet[0], sheet[-1]) == ("'", "'")
    assert opened(copy)[sheet[1:-1].replace("''", "'")][cell].value == "Train"
    assert set(notes(copy, name)) == {"B2"}


def test_it_opens_in_front(copy):
    """The list is the tab that opens, and no other is selected with it."""
    book = opened(copy)

    assert book.active.title == "Findings"
    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets] == [True, None, None, None]
    assert [sheet.sheet_state for sheet in book.worksheets] == ["visible", "visible", "visible", "hidden"]


def test_tabs_that_were_selected_together_are_no_longer():
    """With the list in front they would be a group: what an officer types into one goes into all."""
    content = OFFICERS
    for number in (1, 2):
        part = f"xl/worksheets/sheet{number}.xml"
        content = replaced(content, part, "<sheetView ", '<sheetView tabSelected="1" ')
    book = opened(annotated(content, FILE, []))

    assert [sheet.sheet_view.tabSelected for sheet in book.worksheets] == [True, None, None, None]
    assert book["Actions"].freeze_panes == "B4"


def test_it_prints_on_a4_and_can_be_filtered(copy):
    """Landscape, as wide as the page, its headings on every page and always in view."""
    sheet = opened(copy).worksheets[0]

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (9, "landscape")
    assert (sheet.sheet_properties.pageSetUpPr.fitToPage, sheet.page_setup.fitToHeight) == (True, 0)
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.freeze_panes == "A5"
    assert sheet.auto_filter.ref == "A4:E11"
    assert sheet["D5"].alignment.wrap_text


def test_severities_can_be_read_by_everyone(copy):
    """Each is a word, in a colour that stands out from the cell's by 4.5 to 1 (WCAG 2.2, 1.4.3)."""
    for (cell,) in opened(copy).worksheets[0]["A5:A7"]:
        assert contrast(cell.font.color.rgb, cell.fill.fgColor.rgb) >= 4.5
    assert contrast(opened(copy).worksheets[0]["C5"].font.color.rgb, "FFFFFFFF") >= 4.5


def contrast(one, other):
    """How far two colours stand apart, as WCAG measures it."""

    def light(colour):
        shares = [int(colour[at : at + 2], 16) / 255 for at in (2, 4, 6)]
        linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
        return sum(share * weight for share, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))

    bright, dark = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def test_no_findings_are_said_in_a_row():
    """The list is there, and says that nothing was found."""
    copy = annotated(OFFICERS, FILE, [])

    assert front(copy) == [[None, None, None, "Nothing was found.", None]]
    assert values(copy, besides={"Findings"}) == values(OFFICERS)
    assert parts(copy)[SHEET] == parts(OFFICERS)[SHEET]


def test_a_name_that_is_taken_gets_a_number():
    """Excel does not tell small letters from capitals in the names of tabs."""
    copy = annotated(a_workbook(FINDINGS="x", **{"Findings 2": "y"}), FILE, [])

    assert opened(copy).sheetnames == ["Findings 3", "Actions", "FINDINGS", "Findings 2"]


def test_more_findings_than_a_sheet_can_link_are_counted():
    """The row after the last says how many more there are."""
    copy = annotated(a_workbook(), FILE, [finding("A1", "Lists")] * 65_002)

    *_, last = front_rows(parts(copy))
    assert "".join(last.itertext()) == "2 more were found.Correct these first."


# Odd workbooks, and what cannot be edited


def test_a_workbook_whose_elements_have_prefixes():
    """Some programs write <x:worksheet>; the same happens to it."""
    prefixed = {
        name: re.sub(rb"<(/?)(\w)", rb"<\1x:\2", part).replace(b"xmlns=", b"xmlns:x=")
        if name.startswith("xl/") and name.endswith(".xml") and "theme" not in name
        else part
        for name, part in parts(a_workbook()).items()
    }
    copy = annotated(packed(prefixed), FILE, [finding("A2"), finding("J30")])

    assert set(notes(copy)) == set(outlines(copy)) == {"A2", "J30"}
    assert values(copy, besides={"Findings"}) == values(a_workbook())


def test_cells_that_do_not_say_where_they_are():
    """Rows and cells may leave out their places; each comes after the one before it."""
    there = parts(a_workbook())
    there[SHEET] = re.sub(rb'(<row|<c) r="\w+"', rb"\1", there[SHEET])
    copy = annotated(packed(there), FILE, [finding("B2"), finding("B9")])

    assert set(outlines(copy)) == {"B2", "B9"}
    assert values(copy, besides={"Findings"}) == values(a_workbook())


def test_properties_no_longer_list_the_tabs():
    """A list of tabs without ours would be wrong; Excel writes it anew."""
    titles = "<HeadingPairs><x/></HeadingPairs><TitlesOfParts><x/></TitlesOfParts><Application>"
    content = replaced(OFFICERS, "docProps/app.xml", "<Application>", titles)
    properties = parts(annotated(content, FILE, []))["docProps/app.xml"]

    assert b"TitlesOfParts" not in properties
    assert b"HeadingPairs" not in properties
    assert b"<Application>" in properties


def test_a_workbook_without_styles_gets_some():
    """Some programs leave the part out; outlines need it."""
    there = parts(a_workbook())
    rels = "xl/_rels/workbook.xml.rels"
    there[rels] = re.sub(rb'<Relationship [^>]*styles.xml"[^>]*>', b"", there[rels])
    there[TYPES] = re.sub(rb"<Override [^>]*styles.xml[^>]*>", b"", there[TYPES])
    del there["xl/styles.xml"]

    assert set(outlines(annotated(packed(there), FILE, [finding("A1")]))) == {"A1"}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"no zip",
        packed({"word/document.xml": b"<w/>"}),
        packed({TYPES: b"<Types/>"}),
        packed({**parts(OFFICERS), WORKBOOK: None}),
        packed({**parts(OFFICERS), WORKBOOK: b"<workbook"}),
        packed({**parts(OFFICERS), SHEET: b"<worksheet>"}),
        packed({**parts(OFFICERS), "xl/styles.xml": b"<styles/>"}),
        packed({**parts(OFFICERS), "xl/comments/comment1.xml": b"<notes/>"}),
        packed({**parts(OFFICERS), "xl/drawings/commentsDrawing1.vml": b""}),
        replaced(OFFICERS, WORKBOOK, MAIN[1:-1], "http://purl.oclc.org/ooxml/spreadsheetml/main"),
        packed({**parts(OFFICERS), WORKBOOK: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + parts(OFFICERS)[WORKBOOK]}),
    ],
)
def test_a_package_that_cannot_be_edited_is_refused_in_a_sentence(content):
    """The file is named, and nothing else happens."""
    with pytest.raises(PapersError, match=f"^{FILE}: "):
        annotated(content, FILE, FINDINGS)


# The house's own workbooks, and what the house reads


def the_example():
    """The plan that comes with the house."""
    return (EXAMPLE / "action-plan.xlsx").read_bytes()


def the_starter():
    """The workbook that officers begin with."""
    return starter_workbook(sefton())


@pytest.mark.parametrize("made", [the_example, the_starter, a_workbook, officers_workbook])
def test_the_house_reads_the_same_plan_from_the_copy(made):
    """The list in front is no plan, and our notes are not taken for people's: same actions, same findings."""
    content = made()
    found = [finding(cell) for cell in ("A1", "B4", "C5", "E7", "I14", "Z99")]
    sheets, copied = (parse_xlsx(each, "") for each in (content, annotated(content, FILE, found)))
    plan, copied_plan = (parse_action_plan(each.value, "", sefton()) for each in (sheets, copied))

    assert copied_plan == plan
    assert copied.findings == sheets.findings


@pytest.mark.parametrize("made", [the_example, the_starter])
def test_the_workbooks_of_the_house_keep_all_their_parts(made):
    """Sheets without a finding, themes, tables and lists are the same to the byte; every value stays."""
    content = made()
    copy = annotated(content, FILE, [finding("C5"), finding("Z99")])
    before, after = parts(content), parts(copy)
    changed = {name for name in before if before[name] != after.get(name)}
    sheets = {name for name in changed if name.startswith("xl/worksheets/sheet")}

    assert len(sheets) <= 2  # the sheet of the findings, and the one that used to open
    assert {name for name in changed - sheets if not re.match(r"xl/(comments|drawings|worksheets/_rels)", name)} <= {
        TYPES, WORKBOOK, "xl/_rels/workbook.xml.rels", "xl/styles.xml", "docProps/app.xml",
    }  # fmt: skip
    assert values(copy, besides={"Findings"}) == values(content)
    assert {"C5", "Z99"} == set(outlines(copy))


@pytest.mark.parametrize("made", [the_example, the_starter, officers_workbook])
def test_a_judge_nobody_here_wrote_finds_nothing_new(made, tmp_path):
    """ooxml-integrity says of the copy what it says of the original, which is little, as it knows Word best."""
    judge = pytest.importorskip("ooxml_integrity", reason="pip install ooxml-integrity==0.8.4")
    original, copy = tmp_path / "original.xlsx", tmp_path / "copy.xlsx"
    original.write_bytes(made())
    copy.write_bytes(annotated(made(), FILE, FINDINGS))

    assert [str(each) for each in judge.check(str(copy))] == [str(each) for each in judge.check(str(original))]


def test_that_judge_does_speak_of_workbooks(tmp_path):
    """The same judge has more to say where the notes are missing."""
    judge = pytest.importorskip("ooxml_integrity", reason="pip install ooxml-integrity==0.8.4")
    whole, spoiled = tmp_path / "whole.xlsx", tmp_path / "spoiled.xlsx"
    copy = annotated(a_workbook(), FILE, [finding("A1")])
    whole.write_bytes(copy)
    spoiled.write_bytes(packed({**parts(copy), "xl/comments1.xml": None}))

    assert len(judge.check(str(spoiled))) > len(judge.check(str(whole)))


# Whatever is found


cells = st.one_of(
    st.builds(lambda column, row: str(Address(row, column)), st.integers(1, 12), st.integers(1, 16)),
    st.sampled_from(["XFD1048576", "A1048576", "XFD1", "ZZ99", "A0", "", "a1", "A1:B2"]),
)
found = st.lists(
    st.builds(
        finding,
        cells,
        st.sampled_from(["Actions", "Lists", "O'Brien's", "none"]),
        st.sampled_from(Severity),
        sentence=st.text(),
        remedy=st.text(),
    ),
    max_size=12,
)


@settings(deadline=None, max_examples=60)
@given(found)
def test_any_findings_leave_every_value_as_it_is(findings):
    """On whatever cells, existing or not, in whatever words; and the same findings make the same bytes."""
    copy = annotated(OFFICERS, FILE, findings)
    there = parts(copy)

    assert copy == annotated(OFFICERS, FILE, findings)
    for number in (1, 2, 3):
        assert kept(there, number) == kept(parts(OFFICERS), number)
    assert len(front_rows(there)) == 4 + max(1, len(findings))


texts = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufffe\uffff"), max_size=40)
held = st.one_of(texts, st.integers(-(2**53), 2**53), st.booleans(), st.floats(allow_nan=False, allow_infinity=False))


@settings(deadline=None, max_examples=40)
@given(st.dictionaries(cells.filter(address), held, max_size=12), found)
def test_any_workbook_keeps_every_value_and_opens(written, findings):
    """Whatever is in its cells, and wherever they are."""
    book = openpyxl.Workbook()
    book.active.title = "Actions"
    for cell, value in written.items():
        book.active[cell] = value
    content = io.BytesIO()
    book.save(content)
    copy = parts(annotated(content.getvalue(), FILE, findings))

    assert kept(copy, 1) == kept(parts(content.getvalue()), 1)
    assert opened(packed(copy)).sheetnames == ["Findings", "Actions"]


def kept(there, number):
    """What each cell of a sheet holds; rows and cells must stand in their order, and once."""
    rows = ElementTree.fromstring(there[f"xl/worksheets/sheet{number}.xml"]).findall(f"{MAIN}sheetData/{MAIN}row")
    places = [address(cell.get("r")) for row in rows for cell in row]
    assert places == sorted(set(places))
    assert [int(row.get("r")) for row in rows] == sorted({int(row.get("r")) for row in rows})
    return {c.get("r"): (c.get("t"), [canonical(v) for v in c]) for row in rows for c in row if len(c)}


def front_rows(there):
    """The rows of the sheet in front."""
    part = max(name for name in there if name.startswith("xl/worksheets/sheet"))
    return ElementTree.fromstring(there[part]).findall(f"{MAIN}sheetData/{MAIN}row")


@pytest.mark.parametrize("cell", ["A1", "Z1", "AA10", "ZZ99", "AAA1", "XFD1048576"])
def test_an_address_is_read_and_written_the_same(cell):
    """Letters count A to Z, AA to ZZ, AAA to XFD."""
    assert str(address(cell)) == cell


@pytest.mark.parametrize("cell", ["", "A", "1", "A0", "XFE1", "A1048577", "a1", "A1:B2", "$A$1", "A1 "])
def test_what_no_sheet_can_have_is_no_address(cell):
    """Excel's sheets end at XFD1048576."""
    assert address(cell) is None
