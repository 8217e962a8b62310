"""What would slip through unless it were looked for: rows kept back by hand, words not seen, sheets not read."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl.styles import Font

from papers.findings import Severity
from papers.pipeline import check
from tests.builders import AROUND, PLAN, a_folder, a_workbook
from tests.reading.workbooks import assert_said, drawn, of_sheets, read, rewritten, saved, typed, values

ONE = "Ref | Action | Lead | Due | RAG\n1 | Train | HoS | 2021 | Green"


# --- What keeps rows from the public, wherever it is written ----------------------------------------------------------


@pytest.mark.parametrize(
    "heading",
    ["Private", "For publication?", "Sensitive information", "Schedule 12A", "Redact", "NFP", "Protective marking",
     "Internal only", "Confidential (Y/N)"],
)  # fmt: skip
def test_a_column_that_may_keep_rows_back_is_an_error(heading: str):
    """Passing it over would publish the rows that it is about."""
    parsed = read(drawn(f"Ref | Action | Lead | Due | RAG | {heading}\n1 | Train | HoS | 2021 | Green | Yes"))

    assert [finding.code for finding in parsed.findings if finding.severity is Severity.ERROR] == ["AP009"]


def test_a_line_that_keeps_the_rows_below_it_back_is_an_error():
    """It is neither a priority nor a note."""
    parsed = read(drawn("""
        Ref | Action | Lead | Due  | RAG
        1.1 | Train  | HoS  | 2021 | Green
        EXEMPT - not for publication
        1.2 | Pay    | HoS  | 2021 | Green
    """))  # fmt: skip

    assert_said(
        parsed, "AP009 error Actions!A3 | may keep the rows below it from the public | yes under a column Exempt"
    )


def test_a_sheet_that_keeps_its_actions_back_is_an_error():
    """Its name is not the priority of its actions."""
    plan = "Ref | Action | Lead | Due | RAG\n{} | Train | HoS | 2021 | Green"

    parsed = read(of_sheets(MASH=plan.format(1), Exempt=plan.format(2)))

    assert [
        (finding.code, finding.where.sheet) for finding in parsed.findings if finding.severity is Severity.ERROR
    ] == [("AP009", "Exempt")]


@pytest.mark.parametrize("mark", ["[NOT FOR PUBLICATION: paragraph 3]", "OFFICIAL-SENSITIVE", "exempt information"])
def test_a_cell_that_says_it_is_not_for_publication_is_an_error(tmp_path: Path, mark: str):
    """Nothing is built while it stands there."""
    folder = a_folder(tmp_path / "p", plan=PLAN.replace("Half are done", f"{mark} The contractor left"))

    assert [f.code for f in check(folder, AROUND) if f.severity is Severity.ERROR] == ["PD009"]


# --- What is there and not seen ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("number_format", [";;; ", ';;;""', ';;;"[redacted]"'])
def test_text_that_is_formatted_away_is_an_error(number_format: str):
    """The fourth section of a number format is how text is shown."""
    parsed = read(typed(drawn(ONE), {"B2": number_format}))

    assert_said(parsed, "AP017 error Actions!B2 | cannot be seen")


def test_letters_nearly_as_white_as_their_cell_are_not_seen():
    """FEFEFE on white is white to any eye."""
    book = drawn(ONE)
    book["Actions"]["B2"].font = Font(color="FFFEFEFE")

    assert_said(read(book), "AP017 error Actions!B2 | cannot be seen")


def test_words_under_a_merged_cell_are_not_seen():
    """Merging by a program, or by Paste Special, leaves what stood in the other cells; Excel shows the first alone."""
    book = drawn(f"{ONE} | a\n2 | Pay | HoS | 2021 | Green | b".replace("RAG\n", "RAG | Progress\n"))
    merged = '</sheetData><mergeCells count="1"><mergeCell ref="F2:F3"/></mergeCells>'
    content = rewritten(saved(book), "</sheetData>", merged)

    assert_said(read(content), "AP017 error Actions!F3 | cannot be seen")


def test_rows_and_columns_too_small_to_be_seen_are_hidden():
    """A height of less than a point, a width of a tenth of a letter."""
    book = drawn(
        "Ref | Action | Lead | Due | RAG | Impact\n1 | Train | HoS | 2021 | Green | x\n2 | Pay | HoS | 2021 | Green | y"
    )
    book["Actions"].row_dimensions[3].height = 0.75
    book["Actions"].column_dimensions["F"].width = 0.08

    parsed = read(book)

    assert_said(parsed, "WB003 warning Actions!F1 | hidden\nWB002 warning Actions!A3 | row 3 is hidden")
    assert values(parsed, "ref", "impact") == [("1", "")]


# --- Workbooks and sheets that would be left out ----------------------------------------------------------------------


@pytest.mark.parametrize("name", ["JTAI Action Plan v3 FINAL.xlsx", "action-plan.xlsm"])
def test_a_workbook_of_another_name_is_never_left_out_in_silence(tmp_path: Path, name: str):
    """A paper without its plan is no paper."""
    folder = a_folder(tmp_path / "p", plan=None)
    (folder / name).write_bytes(a_workbook())

    (finding,) = check(folder, AROUND)

    assert (finding.code, finding.severity, Path(finding.where.file).name) == ("AP019", Severity.ERROR, name)
    assert f"workbook: {name}" in finding.remedy


def test_a_sheet_that_lacks_one_heading_is_not_left_out_in_silence():
    """Beside whole plans it is a warning; alone it is said what it lacks."""
    whole, lacking = (f"Ref | Action | Lead | Due | {rag}\n1 | Train | HoS | 2021 | Green" for rag in ("RAG", "Rating"))

    beside, alone = read(of_sheets(MASH=whole, Health=lacking)), read(of_sheets(Plan=lacking))

    assert [(f.code, f.where.sheet) for f in beside.findings if f.severity is Severity.WARNING] == [("AP016", "Health")]
    assert [(f.code, f.sentence) for f in alone.findings if f.severity is Severity.ERROR] == [
        ("AP002", "there is no column RAG")
    ]


def test_progress_that_would_be_left_out_is_a_warning():
    """A column "Q1 update" is some progress, although its heading has no year."""
    parsed = read(drawn("Ref | Action | Lead | Due | Q1 update | RAG\n1 | Train | HoS | 2021 | Half | Green"))

    assert_said(parsed, "AP006 warning Actions!E1 | there is no column Progress | Progress March 2021")


def test_a_sheet_that_keeps_its_actions_back_is_an_error_also_where_it_is_named():
    """Naming it in report.yaml does not make its actions public."""
    parsed = read(of_sheets(Exempt=ONE), sheets=["Exempt"])

    assert [finding.code for finding in parsed.findings if finding.severity is Severity.ERROR] == ["AP009"]
