"""What a workbook may carry that nobody is to see: each is said, exactly, and none of it gets into any output."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.worksheet.filters import AutoFilter, FilterColumn, Filters
from openpyxl.worksheet.table import Table

from papers.cli import main
from papers.findings import Finding, has_errors
from papers.pipeline import Built, build
from tests.builders import AROUND, REPORT, a_folder
from tests.reading.workbooks import (
    NO_SOFFICE,
    SHEET,
    SOFFICE,
    Book,
    assert_said,
    drawn,
    read,
    rewritten,
    saved,
    through_libreoffice,
    typed,
    values,
    with_parts,
)

# A word that is in no template and no other test; it may be in a workbook, and nowhere else.
SECRET = "Zephyrine"

THREE = f"""
    Ref | Action              | Lead      | Due            | RAG
    1.1 | Train call staff    | Inspector | End March 2021 | Amber
    1.2 | Sack {SECRET}       | Matron    | End March 2021 | Green
    1.3 | Publish a guide     | Head      | 2020           | Green
"""
TWO = """
    Ref | Action              | Lead      | Due            | RAG
    1.1 | Train call staff    | Inspector | End March 2021 | Amber
    1.3 | Publish a guide     | Head      | 2020           | Green
"""


def with_sheet(state: str) -> Callable[[], bytes]:
    """A plan beside a sheet that is hidden in this way, with a plan of its own."""

    def make() -> bytes:
        book = drawn(TWO, Old=THREE)
        book["Old"].sheet_state = state
        return saved(book)

    return make


def hidden_row() -> bytes:
    """A plan whose second action is hidden."""
    book = drawn(THREE)
    book["Actions"].row_dimensions[3].hidden = True
    return saved(book)


def folded_rows() -> bytes:
    """A plan whose rows 3 and 4 are folded away as a group."""
    book = drawn(THREE.replace("Publish a guide", f"Tell {SECRET}"))
    book["Actions"].row_dimensions.group(3, 4, hidden=True)
    return saved(book)


def row_of_no_height() -> bytes:
    """A plan whose second action has the height 0."""
    return rewritten(saved(drawn(THREE)), '<row r="3"', '<row r="3" ht="0" customHeight="1"')


def columns_hidden() -> bytes:
    """A plan with hidden columns: three that are published where they are seen, one of the officer's own."""
    book = drawn(
        f"""
        Ref | Action           | Lead      | Due  | RAG   | Progress | Impact   | Partner  | Our notes
        1.1 | Train call staff | Inspector | 2022 | Amber | {SECRET} | {SECRET} | {SECRET} | {SECRET}
        """
    )
    for letter in "FGHI":
        book["Actions"].column_dimensions[letter].hidden = True
    return saved(book)


def exempt_hidden() -> bytes:
    """A plan whose hidden column Exempt keeps no row back."""
    book = drawn(
        """
        Ref | Action | Lead | Due  | RAG   | Exempt
        1   | Train  | Head | 2022 | Amber | no
        2   | Agree  | Head | 2022 | Amber |
        """
    )
    book["Actions"].column_dimensions["F"].hidden = True
    return saved(book)


def exempt_hidden_and_used() -> bytes:
    """A plan whose hidden column Exempt keeps a row from the public."""
    book = drawn(
        f"""
        Ref | Action        | Lead | Due  | RAG   | Exempt
        1   | Train         | Head | 2022 | Amber | no
        2   | Sack {SECRET} | Head | 2022 | Amber | yes
        """
    )
    book["Actions"].column_dimensions["F"].hidden = True
    return saved(book)


def required_hidden() -> bytes:
    """A plan whose column RAG is hidden."""
    book = drawn(TWO)
    book["Actions"].column_dimensions["E"].hidden = True
    return saved(book)


def column_of_no_width() -> bytes:
    """A plan whose column Lead has the width 0."""
    no_width = '<cols><col min="3" max="3" width="0" customWidth="1"/></cols><sheetData>'
    return rewritten(saved(drawn(TWO)), "<sheetData>", no_width)


def filtered_sheet() -> bytes:
    """A plan with a filter that shows only what is amber or in use."""
    book = drawn(THREE)
    book["Actions"].auto_filter.ref = "A1:E4"
    book["Actions"].auto_filter.add_filter_column(2, ["Inspector", "Head"])
    book["Actions"].row_dimensions[3].hidden = True
    return saved(book)


def filtered_table() -> bytes:
    """A plan that is an Excel table with a filter."""
    book = drawn(THREE)
    table = Table(displayName="Plan", ref="A1:E4", autoFilter=AutoFilter(ref="A1:E4"))
    table.autoFilter.filterColumn.append(FilterColumn(colId=2, filters=Filters(filter=["Inspector", "Head"])))
    book["Actions"].add_table(table)
    book["Actions"].row_dimensions[3].hidden = True
    return saved(book)


def filter_that_hides_nothing() -> bytes:
    """A plan with a filter in which everything is ticked."""
    book = drawn(TWO)
    book["Actions"].auto_filter.ref = "A1:E3"
    book["Actions"].auto_filter.add_filter_column(4, ["Amber", "Green"])
    return saved(book)


def commented() -> bytes:
    """A plan with notes on two cells."""
    book = drawn(TWO)
    for cell in ("C3", "B2"):
        book["Actions"][cell].comment = Comment(f"{SECRET} is on leave", "An officer")
    return saved(book)


def threaded() -> bytes:
    """A plan with a conversation on a cell, as Excel keeps it today: a part of its own, related to the sheet."""
    comment = (
        '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments">'
        f'<threadedComment ref="D3" id="{{1}}"><text>{SECRET} is late</text></threadedComment></ThreadedComments>'
    )
    related = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" '
        'Target="../threadedComments/threadedComment1.xml"/></Relationships>'
    )
    parts = {"xl/threadedComments/threadedComment1.xml": comment, "xl/worksheets/_rels/sheet1.xml.rels": related}
    return with_parts(saved(drawn(TWO)), parts)


def carrying(*names: str) -> Callable[[], bytes]:
    """A plan whose package has parts of these names, which hold the secret."""
    return lambda: with_parts(saved(drawn(TWO)), dict.fromkeys(names, f"<x>{SECRET}</x>"))


NEVER = "nothing of it is read or published"
DANGERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "a hidden sheet": (with_sheet("hidden"), "WB001 warning Old | this sheet is hidden | delete it before"),
    "a very hidden sheet": (with_sheet("veryHidden"), "WB001 warning Old | it is neither read nor published"),
    "a hidden row": (
        hidden_row,
        "WB002 warning Actions!A3 | row 3 is hidden; neither counted nor published | show what",
    ),
    "rows folded away": (folded_rows, "WB002 warning Actions!A3 | rows 3 and 4 are hidden | delete what does not"),
    "a row of no height": (row_of_no_height, "WB002 warning Actions!A3 | row 3 is hidden"),
    "hidden columns": (
        columns_hidden,
        """
        WB003 warning Actions!F1 | column "Progress" is hidden and is not published | show it if
        WB003 warning Actions!G1 | column "Impact" is hidden and is not published
        WB003 warning Actions!H1 | column "Partner" is hidden and is not published
        WB003 note Actions!I1 | hidden column "Our notes" is not published | -
        """,
    ),
    "a hidden column Exempt": (
        exempt_hidden,
        'WB003 note Actions!F1 | "Exempt" is hidden, and counts all the same | -',
    ),
    "a hidden required column": (
        required_hidden,
        'WB003 error Actions!E1 | "RAG" is hidden, and no paper can be made without it | show the column',
    ),
    "a column of no width": (column_of_no_width, 'WB003 error Actions!C1 | column "Lead" is hidden | show the column'),
    "a filter": (filtered_sheet, "WB004 error Actions!A1 | a filter hides row 3 | clear the filter"),
    "the filter of a table": (filtered_table, "WB004 error Actions!A1 | a filter hides row 3 | clear the filter"),
    "a filter that hides nothing": (filter_that_hides_nothing, ""),
    "notes": (
        commented,
        "WB005 note Actions | at B2 and C3; nothing of it | write what the paper needs into the cells",
    ),
    "a conversation": (threaded, "WB005 note Actions | there are comments or notes at D3"),
    "a pivot table's copy of data": (
        carrying("xl/pivotCache/pivotCacheDefinition1.xml", "xl/pivotCache/pivotCacheRecords1.xml"),
        f"WB006 warning | a pivot table, with a copy of its data; {NEVER} | never the workbook",
    ),
    "links to other workbooks": (
        carrying("xl/externalLinks/externalLink1.xml"),
        f"WB007 note | links to other workbooks; {NEVER} | as they were when the workbook was saved",
    ),
    "macros": (carrying("xl/vbaProject.bin"), f"WB008 note | macros; {NEVER} | they are never run"),
    "connections": (carrying("xl/connections.xml"), f"WB009 note | connections to data elsewhere; {NEVER}"),
    "a query's table": (carrying("xl/queryTables/queryTable1.xml"), "WB009 note | connections to data elsewhere"),
    "a data model": (
        carrying("xl/model/item.data", "customXml/item1.xml"),
        "WB009 note | connections to data elsewhere",
    ),
    "an embedded file": (
        carrying("xl/embeddings/oleObject1.bin"),
        f"WB010 warning | embedded files or form controls; {NEVER} | never the workbook",
    ),
    "a form control": (carrying("xl/ctrlProps/ctrlProp1.xml"), "WB010 warning | embedded files or form controls"),
    "an ActiveX control": (carrying("xl/activeX/activeX1.xml"), "WB010 warning | embedded files or form controls"),
    "a picture": (carrying("xl/media/image1.png"), f"WB012 note | pictures; {NEVER} | into words"),
    "all at once": (
        carrying("xl/media/image1.png", "xl/vbaProject.bin", "xl/pivotCache/pivotCacheDefinition1.xml"),
        """
        WB006 warning | a pivot table
        WB008 note | macros
        WB012 note | pictures
        """,
    ),
}


@pytest.mark.parametrize("danger", DANGERS)
def test_a_danger_is_said_exactly_and_its_words_are_not(danger: str):
    """Each thing that a workbook carries has its code, its place and what to do; what it holds is not repeated."""
    make, said = DANGERS[danger]

    parsed = read(make())

    assert_said(parsed, said)
    assert SECRET not in "".join(map(str, parsed.findings))
    assert SECRET not in str(parsed.value)


def built(folder: Path, content: bytes, report: str = REPORT) -> tuple[Built, str]:
    """The outcome of a build, and every word of every file it wrote: all parts of all packages."""
    outcome = build(a_folder(folder / "paper", plan=content, report=report), folder / "out", AROUND)
    return outcome, "".join(words_of(path) for path in (folder / "out").rglob("*") if path.is_file())


def words_of(path: Path) -> str:
    """The text of a file; of a package the text of its parts, and their names."""
    content = path.read_bytes()
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return content.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return "".join(name + package.read(name).decode("utf-8", "replace") for name in package.namelist())


def of_workbook(findings: tuple[Finding, ...]) -> list[Finding]:
    """What was found about the workbook's baggage, with places that name no file."""
    return [replace(f, where=replace(f.where, file="")) for f in findings if f.code.startswith("WB")]


@pytest.mark.parametrize("danger", DANGERS)
def test_no_output_holds_what_a_workbook_hides(tmp_path: Path, danger: str):
    """Report, summary, appendix and manifest hold nothing of it; where it is an error there are none."""
    make, said = DANGERS[danger]

    outcome, words = built(tmp_path, make())

    assert_said(of_workbook(outcome.findings), said)
    assert SECRET not in words
    assert (outcome.folder is None) is has_errors(outcome.findings) is (" error " in said)
    assert ("Train" in words) is (outcome.folder is not None)


def test_a_hidden_column_exempt_keeps_its_rows_from_the_public(tmp_path: Path):
    """A row that is exempt by a hidden column is not built into any paper."""
    outcome, words = built(tmp_path, exempt_hidden_and_used())

    assert_said(of_workbook(outcome.findings), 'WB003 note Actions!F1 | column "Exempt" is hidden, and counts')
    assert ("EX001", outcome.folder, words) in [(finding.code, None, "") for finding in outcome.findings]


def test_a_workbook_with_macros_is_read_as_its_own_kind(tmp_path: Path):
    """An .xlsm that report.yaml names is read like any other; its macros are said, and never run."""
    report = f"{REPORT}\naction_plan:\n  workbook: plan.xlsm\n"
    folder = a_folder(tmp_path / "paper", plan=None, report=report)
    (folder / "plan.xlsm").write_bytes(carrying("xl/vbaProject.bin")())

    outcome = build(folder, tmp_path / "out", AROUND)

    assert outcome.folder is not None
    assert_said(of_workbook(outcome.findings), "WB008 note | macros")
    assert dict(outcome.counts)["Amber: on track"] == 1


@pytest.mark.parametrize("lock", ["~$action-plan.xlsx", ".~lock.action-plan.xlsx#"], ids=["Excel", "LibreOffice"])
def test_a_workbook_that_is_open_is_pointed_out(tmp_path: Path, lock: str):
    """The lock file that Excel or LibreOffice leaves beside an open workbook is a warning, and is not read."""
    folder = a_folder(tmp_path / "paper", plan=saved(drawn(TWO)))
    (folder / lock).write_bytes(SECRET.encode())

    outcome = build(folder, tmp_path / "out", AROUND)

    assert outcome.folder is not None
    assert_said(of_workbook(outcome.findings), "WB011 warning | open in Excel or LibreOffice | save and close it")


def test_a_filtered_plan_is_not_built_and_the_officer_is_told_how_to_clear_it(tmp_path: Path):
    """`papers build` stops with 1 and prints the sentence; the hidden action is neither printed nor written."""
    folder = a_folder(tmp_path / "paper", plan=filtered_sheet())

    result = CliRunner().invoke(main, ["build", str(folder), "--out", str(tmp_path / "out")])

    assert result.exit_code == 1
    assert "a filter hides row 3" in result.output
    assert SECRET not in result.output
    assert not (tmp_path / "out").exists()


def test_a_hidden_row_is_left_out_of_the_counts_and_the_officer_is_told(tmp_path: Path):
    """`papers build` goes on with a warning, and counts the rows that people see."""
    folder = a_folder(tmp_path / "paper", plan=hidden_row())

    result = CliRunner().invoke(main, ["build", str(folder), "--out", str(tmp_path / "out")])

    assert result.exit_code == 0, result.output
    assert "row 3 is hidden; neither counted nor published" in result.output
    assert "2 actions: 1 Green" in result.output
    assert SECRET not in result.output


def test_hidden_rows_are_named_shortly_however_many_they_are():
    """Runs of rows are told as runs, and a long list is cut."""
    book = drawn(THREE + "\n".join(f"2.{n} | Train | Head | 2022 | Amber" for n in range(60)))
    for number in (3, 5, 6, 7, *range(10, 60, 2)):
        book["Actions"].row_dimensions[number].hidden = True

    (finding,) = read(book).findings

    assert "rows 3, 5 to 7, 10, 12, 14" in finding.sentence
    assert "... are hidden" in finding.sentence
    assert len(finding.sentence) < 130


def test_the_priority_of_a_hidden_first_row_is_still_that_of_the_rows_below_it():
    """A merged cell whose first row is hidden is seen beside the others, and counts for them."""
    book = drawn(
        f"""
        Priority   | Ref | Action        | Lead | Due | RAG
        Safe homes | 1   | Sack {SECRET} | Head | TBC | Red
                   | 2   | Agree         | Head | TBC | Red
        """
    )
    book["Actions"].merge_cells("A2:A3")
    book["Actions"].row_dimensions[2].hidden = True

    parsed = read(book)

    assert_said(parsed, "WB002 warning Actions!B2 | row 2 is hidden")
    assert values(parsed, "ref", "priority") == [("2", "Safe homes")]


def test_hidden_sheets_of_priorities_and_strengths_are_not_read():
    """A sheet that is hidden counts for nothing, whatever it is called."""
    book = drawn(TWO, Priorities=f"Ref | Priority\nA | {SECRET}", Strengths=f"Partner | Strength\nPolice | {SECRET}")
    book["Priorities"].sheet_state = book["Strengths"].sheet_state = "hidden"

    parsed = read(book)

    assert_said(
        parsed, "WB001 warning Priorities | this sheet is hidden\nWB001 warning Strengths | this sheet is hidden"
    )
    assert (parsed.value.priorities, parsed.value.strengths) == ((), ())


def test_a_hidden_sheet_cannot_be_named_as_one_of_the_plan():
    """report.yaml may name a sheet that is hidden; it is not read, and both are said."""
    parsed = read(with_sheet("hidden")(), sheets=["Actions", "Old"])

    assert_said(
        parsed,
        """
        WB001 warning Old | this sheet is hidden
        AP007 error Old | there is no such sheet, or it is hidden | the sheets are "Actions"
        """,
    )
    assert values(parsed, "ref") == [("1.1",), ("1.3",)]


@pytest.mark.parametrize("heading", ["Part 2 item", "Restricted rows", "Do not publish"])
def test_a_hidden_column_that_may_keep_rows_from_the_public_stops_the_build(tmp_path: Path, heading: str):
    """Hiding the column that says which rows are not for the public does not publish them."""
    book = drawn(f"Ref | Action | Lead | Due | RAG | {heading}\n1 | Sack {SECRET} | Head | 2022 | Amber | yes")
    book["Actions"].column_dimensions["F"].hidden = True

    outcome, words = built(tmp_path, saved(book))

    assert SECRET not in words
    assert "AP009" in [finding.code for finding in outcome.findings]


@pytest.mark.parametrize("filtered", [False, True])
def test_hidden_rows_of_the_other_sheets_are_said(filtered: bool):
    """A strength that a filter hides is missing in the paper, and the officer is told."""
    book = drawn(TWO, Strengths=f"Partner | Strength\nPolice | {SECRET}\nHealth | Kind")
    book["Strengths"].row_dimensions[2].hidden = True
    if filtered:
        book["Strengths"].auto_filter.ref = "A1:B3"
        book["Strengths"].auto_filter.add_filter_column(0, ["Health"])

    findings = read(book).findings

    assert [(f.code, f.where.sheet) for f in findings] == [("WB004" if filtered else "WB002", "Strengths")]


@pytest.mark.parametrize(
    ("font", "words", "code"),
    [(Font(color="FFFFFFFF"), SECRET, "AP017"), (Font(strike=True), SECRET, "AP015"), (Font(), "#REF!", "AP001")],
    ids=["white on white", "struck through", "an error"],
)
def test_the_other_sheets_publish_nothing_that_actions_would_not(tmp_path: Path, font: Font, words: str, code: str):
    """What cannot be seen, no longer holds or could not be worked out is refused in every sheet that is published."""
    book = typed(drawn(TWO, Strengths="Partner | Strength\nPolice | x"))
    book["Strengths"]["B2"] = words
    book["Strengths"]["B2"].font = font

    parsed = read(book)

    assert [(f.code, str(f.where)) for f in parsed.findings] == [(code, "Strengths!B2")]


def test_a_hidden_second_column_is_not_said_to_be_missing():
    """Where Lead is there to be seen, a hidden column Owner beside it is no more than not published."""
    book = drawn("Ref | Action | Lead | Due | RAG | Owner\n1 | Train | Head | TBC | Red | Deputy")
    book["Actions"].column_dimensions["F"].hidden = True

    assert not has_errors(read(book).findings)


def test_a_hidden_latest_update_is_a_warning():
    """The latest progress is hidden and the one before it is published: an officer is to look at that."""
    book = drawn(
        """
        Ref | Action | Lead | Due | RAG | Progress September 2020 | Progress March 2021
        1   | Train  | Head | TBC | Red | Begun                   | Done
        """
    )
    book["Actions"].column_dimensions["G"].hidden = True

    (finding,) = read(book).findings

    assert (finding.code, finding.severity.value) == ("WB003", "warning")


def office_book() -> Book:
    """Hidden rows, columns and sheets and a note in one workbook, to be saved by LibreOffice."""
    book = drawn(THREE.replace("RAG", "RAG | Our notes").replace("Amber", f"Amber | {SECRET}"), Old=SECRET, Very=SECRET)
    book["Old"].sheet_state, book["Very"].sheet_state = "hidden", "veryHidden"
    book["Actions"].row_dimensions[3].hidden = True
    book["Actions"].column_dimensions["F"].hidden = True
    book["Actions"]["C2"].comment = Comment(SECRET, "An officer")
    return book


@pytest.mark.skipif(SOFFICE is None, reason=NO_SOFFICE)
@pytest.mark.parametrize("ways", [("xlsx",), ("ods", "xlsx")], ids=["xlsx", "ods"])
def test_what_is_hidden_stays_hidden_after_libreoffice(tmp_path: Path, ways: tuple[str, ...]):
    """Whichever program saved the workbook, hidden things are found; and so is a filter."""
    books = {"hidden": saved(office_book()), "filtered": filtered_sheet(), "table": filtered_table()}

    kept = through_libreoffice(books, tmp_path, *ways)

    hidden = read(kept["hidden"])
    assert_said(
        hidden,
        """
        WB005 note Actions | there are comments or notes at C2
        WB001 warning Old | this sheet is hidden
        WB001 warning Very | this sheet is hidden
        WB003 note Actions!F1 | hidden column "Our notes" is not published
        WB002 warning Actions!A3 | row 3 is hidden
        """,
    )
    assert SECRET not in str(hidden)
    for name in ("filtered", "table"):
        assert_said(read(kept[name]), "WB004 error Actions!A1 | a filter hides row 3")


def test_the_package_of_a_test_is_what_it_claims_to_be():
    """The parts that these tests change are those of the sheet that is read."""
    with zipfile.ZipFile(io.BytesIO(row_of_no_height())) as package:
        assert 'ht="0"' in package.read(SHEET).decode()
