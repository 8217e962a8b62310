"""The habits of officers who keep action plans in Excel: what is read of each workbook, and exactly what is said."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from openpyxl.styles.colors import Color
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from papers.pipeline import check
from tests.builders import AROUND, a_folder
from tests.reading.workbooks import (
    NO_SOFFICE,
    SHEET,
    SOFFICE,
    Book,
    assert_said,
    council_with,
    drawn,
    filled,
    merged,
    midnight,
    of_sheets,
    read,
    rewritten,
    saved,
    through_libreoffice,
    typed,
    values,
)

# --- Titles, headings and their words ---------------------------------------------------------------------------------


def test_titles_and_a_key_above_the_headings_are_passed_over():
    """What stands above the table, even with words of headings, is neither headings nor actions."""
    parsed = read(
        drawn(
            """
            Children's Services
            Action plan of the partnership, March 2021
            Key: | Red | Amber | Green
            |
            Ref | Action | Lead | Due | RAG
            1.1 | Train  | Head | TBC | Red
            """
        )
    )

    assert_said(parsed)
    assert values(parsed, "ref", "action", "lead", "due", "colour", "row") == [
        ("1.1", "Train", "Head", "TBC", "Red", 6)
    ]


def test_headings_stand_in_any_order():
    """A plan that starts with its RAG is read as one that ends with it."""
    parsed = read(
        drawn(
            """
            RAG   | Progress | Due      | Lead | Ref | Impact | Action
            Amber | Begun    | Dec 2016 | Head | 2.1 | Faster | Agree
            """
        )
    )

    assert_said(parsed)
    assert values(parsed, "ref", "action", "lead", "due", "colour", "progress", "impact") == [
        ("2.1", "Agree", "Head", "Dec 2016", "Amber", "Begun", "Faster")
    ]


COUNCILS = {
    "Herefordshire": (
        """
        Ofsted Para No | Ofsted Area for Improvement | Lead    | Action | By When  | Progress | R/A/G | Monitoring and Evaluation
        12             | Calls wait                  | Matron  | Train  | Dec 2021 | Half     | A     | The Board asks
        """,  # noqa: E501
        'AP006 note Actions!H1 | "Monitoring and Evaluation" is not published | -',
        {"ref": "12", "area": "Calls wait", "lead": "Matron", "due": "Dec 2021", "progress": "Half", "colour": "Amber"},
    ),
    "Herefordshire with both its numbers": (
        """
        No. | Ofsted Para No | Ofsted Area for Improvement | Lead   | Action | By When | Progress | R/A/G
        1   | 12             | Calls wait                  | Matron | Train  | TBC     | Half     | R
        """,
        'AP006 warning Actions!B1 | "Ofsted Para No" is not published, as Ref stands in A1 | delete one',
        {"ref": "1", "action": "Train", "colour": "Red"},
    ),
    "Torbay": (
        """
        NOS | What? | Who?   | How?    | When?    | Success measures | Current Status | Outcome (Q1) | Outcome (Q2)
        7   | Train | Matron | Courses | Mar 2017 | 90% are trained  | Completed      | Faster       | Fastest
        """,
        """
        AP006 note Actions!D1 | "How?" is not published
        AP006 note Actions!F1 | "Success measures" is not published
        AP006 note Actions!H1 | "Outcome (Q1)" is not published
        AP006 note Actions!I1 | "Outcome (Q2)" is not published
        """,
        {"ref": "7", "action": "Train", "lead": "Matron", "due": "Mar 2017", "colour": "Green", "impact": ""},
    ),
    "Dorset with a status": (
        """
        Ref | Source | Requirement  | Action | Notes | Target completion | Lead agency | Nominated lead officer | Status
        D1  | Ofsted | Answer calls | Train  | none  | Apr-21            | Police      | Inspector              | A
        """,
        """
        AP006 note Actions!B1 | "Source" is not published
        AP006 note Actions!E1 | "Notes" is not published
        """,
        {"area": "Answer calls", "partner": "Police", "lead": "Inspector", "last": "2021-04-30", "colour": "Amber"},
    ),
    "Bracknell with a Ref and an owner": (
        """
        Ref | Action | Owner | Directorate | Section | Stage | Due date | Percentage complete | Status | Comments
        3   | Train  | Head  | People      | SEN     | 1     | Dec 2016 | 50                  | AMBER  | Begun
        """,
        """
        AP006 note Actions!D1 | "Directorate" is not published
        AP006 note Actions!E1 | "Section" is not published
        AP006 note Actions!F1 | "Stage" is not published
        AP006 note Actions!H1 | "Percentage complete" is not published
        """,
        {"lead": "Head", "due": "Dec 2016", "colour": "Amber", "progress": "Begun"},
    ),
    "Sefton's own words": (
        """
        Ref no | Area for priority action | Organisation | Areas for development | What we will do | Responsible officer | Timescale | Revised timescale | Progress to date | Difference made | BRAG
        1      | Timely help              | Police       | Calls wait            | Train           | Inspector           | TBC       | 12 May 2021       | Half             | Faster          | B
        """,  # noqa: E501
        "",
        {
            "priority": "Timely help",
            "partner": "Police",
            "area": "Calls wait",
            "action": "Train",
            "revised_due": "12 May 2021",
            "progress": "Half",
            "impact": "Faster",
            "colour": "Blue",
        },
    ),
}


@pytest.mark.parametrize("council", COUNCILS)
def test_the_headings_of_real_councils_are_read(council: str):
    """Each council's own words for the columns are known; columns of no paper are named and left out."""
    picture, said, expected = COUNCILS[council]

    parsed = read(drawn(picture))

    assert_said(parsed, said)
    assert values(parsed, *expected) == [tuple(expected.values())]


LACKING = {
    "Dorset": (
        """
        Ref | Action | Target completion | Nominated lead officer | Complete Y/N
        1   | Train  | Apr-21            | Inspector              | Y
        """,
        """
        AP002 error Actions!A1 | there is no column RAG | add a column headed "RAG"
        AP006 note Actions!E1 | "Complete Y/N" is not published
        """,
    ),
    "Isle of Wight": (
        """
        No | Recommendation | Priority | Responsibility | Agreed | Comments | Date
        1  | Train          | High     | Head           | Yes    | Begun    | Dec 2016
        """,
        """
        AP002 error Actions!A1 | there is no column Action | add a column headed "Action"
        AP002 error Actions!A1 | there is no column RAG | add a column headed "RAG"
        AP006 note Actions!E1 | "Agreed" is not published
        """,
    ),
}


@pytest.mark.parametrize("council", LACKING)
def test_a_plan_that_lacks_columns_is_told_all_of_them(council: str):
    """Without Action or RAG there is no plan to publish, and the officer hears it once for all columns."""
    picture, said = LACKING[council]

    parsed = read(drawn(picture))

    assert_said(parsed, said)
    assert parsed.value.actions == ()


def test_a_councils_own_headings_are_read_as_it_says():
    """council.yaml may name headings that nobody else has."""
    profile = council_with(Ref=("Rhif",), Action=("Cam",), Lead=("Pwy",), Due=("Erbyn pryd",), RAG=("Cyflwr",))

    parsed = read(drawn("Rhif | Cam | Pwy | Erbyn pryd | Cyflwr\n1 | Train | Head | TBC | Red"), profile)

    assert_said(parsed)
    assert values(parsed, "ref", "action", "lead", "due", "colour") == [("1", "Train", "Head", "TBC", "Red")]


TWO_ROWS = """
    Ref | Action | Responsible |        | Target |              | Progress       |            | RAG
        |        | officer     | Agency | date   | revised date | September 2020 | March 2021 |
    1   | Train  | Head        | Police | TBC    | May 2021     | Begun          | Half       | Red
"""


@pytest.mark.parametrize(
    "ranges",
    [(), ("C1:D1", "E1:F1", "G1:H1"), ("A1:A2", "B1:B2", "C1:D1", "E1:F1", "G1:H1", "I1:I2")],
    ids=["not merged", "merged across", "merged across and down"],
)
def test_headings_in_two_rows_are_read_together(ranges: tuple[str, ...]):
    """A heading over several columns goes with each word below it, whether or not its cells are merged."""
    parsed = read(merged(drawn(TWO_ROWS), *ranges))

    assert_said(
        parsed, 'AP010 note Actions!H2 | "Progress March 2021" is the latest progress; "Progress September 2020"'
    )
    assert values(parsed, "ref", "action", "lead", "partner", "due", "revised_due", "progress", "colour", "row") == [
        ("1", "Train", "Head", "Police", "TBC", "May 2021", "Half", "Red", 3)
    ]


@pytest.mark.parametrize("ranges", [(), ("B1:C1", "D1:E1", "F1:G1")], ids=["not merged", "merged"])
def test_a_row_of_groups_above_full_headings_changes_nothing(ranges: tuple[str, ...]):
    """Words that group columns, above headings that say it all, are a title."""
    book = drawn(
        """
            | What we do |      | When |             | How it stands |
        Ref | Action     | Lead | Due  | Revised due | RAG           | Progress
        1   | Train      | Head | TBC  | May 2021    | Red           | Begun
        """
    )

    parsed = read(merged(book, *ranges))

    assert_said(parsed)
    assert values(parsed, "action", "lead", "due", "revised_due", "colour", "progress", "row") == [
        ("Train", "Head", "TBC", "May 2021", "Red", "Begun", 3)
    ]


@pytest.mark.parametrize("ranges", [(), ("F1:G1",)], ids=["not merged", "merged"])
def test_dates_in_a_row_of_their_own_below_progress_are_headings(ranges: tuple[str, ...]):
    """ "Progress" over two columns with a date each, as Excel keeps "Sep-20", is two columns of progress."""
    book = drawn(
        """
        Ref | Action | Lead | Due | RAG | Progress |
            |        |      |     |     | x        | x
        1   | Train  | Head | TBC | Red | Begun    | Half
        """
    )
    book = typed(book, {"F2": "mmm-yy", "G2": "mmm-yy"}, F2=midnight(2020, 9, 1), G2=midnight(2021, 3, 1))

    parsed = read(merged(book, *ranges))

    assert values(parsed, "progress", "row") == [("Half", 3)]


SECOND_HEADINGS = {
    "a heading twice": (
        "Lead | Due | RAG | Lead",
        'AP005 error Actions!F1 | "Lead" is a second Lead column; the first is C1',
    ),
    "two synonyms": (
        "Who | Due | RAG | Owner",
        'AP005 error Actions!F1 | "Owner" is a second Lead column; the first is C1',
    ),
    "own name, then a synonym": (
        "Lead | Due | RAG | Owner",
        'AP006 warning Actions!F1 | "Owner" is not published, as Lead stands in C1 | rename the one that counts',
    ),
    "a synonym, then the own name": (
        "Owner | Due | RAG | Lead",
        'AP006 warning Actions!C1 | "Owner" is not published, as Lead stands in F1 | rename the one that counts',
    ),
}


@pytest.mark.parametrize("case", SECOND_HEADINGS)
def test_of_two_columns_for_one_thing_the_own_name_counts(case: str):
    """Two columns of one name, or two words for it, stop the build; beside the contract's own name a word gives way."""
    headings, said = SECOND_HEADINGS[case]
    lead = "Matron" if case.startswith("a synonym") else "Head"

    parsed = read(drawn(f"Ref | Action | {headings}\n1 | Train | Head | TBC | Red | Matron"))

    assert_said(parsed, said)
    assert values(parsed, "lead") == [(lead,)]


# --- Merged cells, sheets, lines, totals, notes -----------------------------------------------------------------------


def test_a_cell_merged_down_its_rows_counts_for_all_of_them():
    """Priority, Partner, Area and Lead merged down are those of each row; an empty cell that is not merged is empty."""
    book = drawn(
        """
        Priority    | Ref | Partner | Area for development | Action  | Lead      | Due | RAG
        Timely help | 1.1 | Police  | Calls wait           | Train   | Inspector | TBC | Red
                    | 1.2 |         |                      | Agree   |           | TBC | Amber
                    | 1.3 | Health  | Beds                 | Recruit | Matron    | TBC | Green
        Safe homes  | 2.1 |         |                      | Inspect | Head      | TBC | Blue
        """
    )

    parsed = read(merged(book, "A2:A4", "C2:C3", "D2:D3", "F2:F3"))

    assert_said(parsed)
    assert values(parsed, "ref", "priority", "partner", "area", "lead") == [
        ("1.1", "Timely help", "Police", "Calls wait", "Inspector"),
        ("1.2", "Timely help", "Police", "Calls wait", "Inspector"),
        ("1.3", "Timely help", "Health", "Beds", "Matron"),
        ("2.1", "Safe homes", "", "", "Head"),
    ]


def test_a_ref_merged_down_its_rows_is_never_filled_down():
    """Two actions cannot share one Ref; the second is asked for its own."""
    parsed = read(
        merged(
            drawn("Ref | Action | Lead | Due | RAG\n1 | Train | Head | TBC | Red\n | Agree | Head | TBC | Red"), "A2:A3"
        )
    )

    assert_said(parsed, "AP004 error Actions!A3 | no Ref | give the action a Ref")
    assert values(parsed, "ref", "action") == [("1", "Train")]


PLAN = "Ref | Action | Lead | Due | RAG\n"
A_SHEET_A_PRIORITY = {
    "Timely help": f"{PLAN}1 | Train | Head | TBC | Red",
    "Safe homes": f"{PLAN}2 | Agree | Head | TBC | Green",
    "Guide": "How to fill this in\nWrite one action a row",
}


@pytest.mark.parametrize("named", [(), ("safe homes", "Timely help")], ids=["none named", "both named"])
def test_one_sheet_a_priority_is_one_plan(named: tuple[str, ...]):
    """Sheets with the headings of a plan are read together, each the priority of its rows, named or not."""
    parsed = read(of_sheets(**A_SHEET_A_PRIORITY), sheets=named)

    all_count = (
        "AP016 warning | from the sheets Timely help and Safe homes, and all their actions count | sheets: [...]"
    )
    assert_said(parsed, "" if named else all_count)
    assert values(parsed, "ref", "priority") == [("1", "Timely help"), ("2", "Safe homes")]
    assert [str(action.cell("RAG")) for action in parsed.value.actions] == ["Timely help!E2", "Safe homes!E2"]


def test_only_the_sheets_that_are_named_are_read():
    """A plan of one named sheet leaves the others alone, and the name of one sheet is no priority."""
    parsed = read(of_sheets(**A_SHEET_A_PRIORITY), sheets=["Safe homes"])

    assert_said(parsed)
    assert values(parsed, "ref", "priority") == [("2", "")]


@pytest.mark.parametrize(
    ("named", "remedy"), [("Safe home", 'did you mean "Safe homes"?'), ("Zebra", 'the sheets are "Timely help"')]
)
def test_a_sheet_that_is_named_and_not_there_is_asked_for(named: str, remedy: str):
    """A slip of the pen in report.yaml never leaves a priority out of the paper in silence."""
    parsed = read(of_sheets(**A_SHEET_A_PRIORITY), sheets=["Timely help", named])

    assert_said(parsed, f"AP007 error {named} | there is no such sheet, or it is hidden | {remedy}")


def test_a_second_plan_beside_sheet_actions_is_pointed_out():
    """Where there is a sheet Actions it alone is read, and others like it are named."""
    parsed = read(
        drawn(f"{PLAN}1 | Train | Head | TBC | Red", Phase2=f"{PLAN}9 | Agree | Head | TBC | Red", Guide="x | y")
    )

    assert_said(parsed, "AP016 warning Phase2 | has the headings of a plan too, and is not read | as sheets: [...]")
    assert values(parsed, "ref") == [("1",)]


def test_blank_rows_and_totals_are_no_actions():
    """Rows set apart by blank ones are all read; a total below a group or the table is passed over, and said."""
    parsed = read(
        drawn(
            f"""{PLAN}
            1           | Train             | Head | TBC | Red
            |
            2           | Agree             | Head | TBC | Green
            Sub-total   |                   |      | 1   | 1
            |
            |
            3           | Recruit           | Head | TBC | Blue
            Total       | 3                 |      |     |
                        | Total actions: 3  |      |     |
            Grand total |                   |      |     | 3
            """
        )
    )

    assert_said(
        parsed,
        """
        AP011 note Actions!A5 | read as no action: "Sub-total" | -
        AP011 note Actions!A9 | read as no action: "Total"
        AP011 note Actions!B10 | read as no action: "Total actions: 3"
        AP011 note Actions!A11 | read as no action: "Grand total"
        """,
    )
    assert values(parsed, "ref", "row") == [("1", 2), ("2", 4), ("3", 8)]


@pytest.mark.parametrize(
    "picture",
    [
        "Partner | Ref | Action | Lead | Due | RAG\nTotal Fitness | 1 | Train | | TBC | Red",
        "Action | Ref | Lead | Due | RAG\nTotal review of placements | 1 | | TBC | Red\nAgree | 2 | Head | TBC | Red",
    ],
)
def test_an_action_whose_words_start_with_total_is_no_total(picture: str):
    """An action that lacks its Lead is asked for it, whatever its first words are."""
    parsed = read(drawn(picture))

    assert [finding.code for finding in parsed.findings] == ["AP001"]


def test_notes_and_a_key_below_the_table_are_no_actions():
    """A note and the key of colours, after a blank row, are passed over line by line, each said."""
    parsed = read(
        drawn(
            f"""{PLAN}
            1     | Train     | Head | TBC | Red
            |
            Note: dates are those of the Board
            RAG key
            Red   | off track
            Green | completed
            """
        )
    )

    assert_said(
        parsed,
        """
        AP011 note Actions!A4 | read as no action: "Note: dates are those of the Board"
        AP011 note Actions!A5 | read as no action: "RAG key"
        AP011 note Actions!A6 | read as no action: "Red"
        AP011 note Actions!A7 | read as no action: "Green"
        """,
    )
    assert values(parsed, "ref") == [("1",)]


LINES = f"""{PLAN}
    Priority 1: Timely help
    1.1 | Train   | Head | TBC | Red
    1.2 | Agree   | Head | TBC | Red
    Safe homes
    2.1 | Inspect | Head | TBC | Red
"""


@pytest.mark.parametrize("ranges", [(), ("A2:E2", "A5:E5")], ids=["not merged", "merged"])
def test_a_line_across_the_table_is_the_priority_of_the_rows_below_it(ranges: tuple[str, ...]):
    """Without a column Priority, a line between the rows is their priority, and is said to be."""
    parsed = read(merged(drawn(LINES), *ranges))

    assert_said(
        parsed,
        """
        AP011 note Actions!A2 | read as the priority of the rows below it: "Priority 1: Timely help" | -
        AP011 note Actions!A5 | read as the priority of the rows below it: "Safe homes" | -
        """,
    )
    assert values(parsed, "ref", "priority") == [
        ("1.1", "Priority 1: Timely help"),
        ("1.2", "Priority 1: Timely help"),
        ("2.1", "Safe homes"),
    ]


def test_a_line_across_a_table_with_priorities_is_a_line():
    """Where there is a column Priority it counts, and the line is said to be no action."""
    book = drawn("Ref | Priority | Action | Lead | Due | RAG\nTimely help\n1.1 | Help | Train | Head | TBC | Red")

    parsed = read(merged(book, "A2:F2"))

    assert_said(parsed, 'AP011 note Actions!A2 | read as no action: "Timely help"')
    assert values(parsed, "ref", "priority") == [("1.1", "Help")]


INCOMPLETE = {
    " | Agree | Head | TBC | Red": "AP004 error Actions!A3 | no Ref",
    "2 | | Head | TBC | Red": "AP001 error Actions!B3 | Action is empty | fill in Action",
    "2 | Agree | | TBC | Red": "AP001 error Actions!C3 | Lead is empty | fill in Lead",
    "2 | Agree | Head | | Red": "AP001 error Actions!D3 | Due is empty | End March 2021",
    "2 | Agree | Head | TBC |": "AP001 error Actions!E3 | RAG is empty | Green: completed",
    "2 | Agree": """
        AP001 error Actions!C3 | Lead is empty
        AP001 error Actions!D3 | Due is empty
        AP001 error Actions!E3 | RAG is empty
    """,
    "2": """
        AP001 error Actions!B3 | Action is empty
        AP001 error Actions!C3 | Lead is empty
        AP001 error Actions!D3 | Due is empty
        AP001 error Actions!E3 | RAG is empty
    """,
}


@pytest.mark.parametrize("blank_row", [False, True], ids=["below the others", "after a blank row"])
@pytest.mark.parametrize("row", INCOMPLETE)
def test_an_incomplete_action_is_never_passed_over_as_a_note(row: str, blank_row: bool):
    """A row with a Ref, or with two things that only actions have, is asked for the rest; the others are read."""
    blank, at = ("|\n", "4") if blank_row else ("", "3")

    parsed = read(drawn(f"{PLAN}1 | Train | Head | TBC | Red\n{blank}{row}"))

    said = INCOMPLETE[row]
    assert_said(parsed, "\n".join(line.replace("3 |", f"{at} |", 1) for line in said.splitlines()))
    assert values(parsed, "ref") == [("1",)]


def test_an_action_alone_in_the_first_column_is_no_line_across_the_table():
    """Where the table starts with Action, a row that has nothing else is an action that lacks all else."""
    parsed = read(
        drawn("Action | Ref | Lead | Due | RAG\nTrain | 1 | Head | TBC | Red\nRecruit\nAgree | 2 | Head | TBC | Red")
    )

    assert {finding.severity.value for finding in parsed.findings} == {"error"}
    assert values(parsed, "priority") == [("",), ("",)]


# --- Progress ---------------------------------------------------------------------------------------------------------

UPDATES = {
    "the latest is progress": (
        "Progress September 2020 | Update (Mar 21)",
        "Begun | Half",
        'AP010 note Actions!G1 | "Update (Mar 21)" is the latest progress; "Progress September 2020" is not | -',
        ("Half", "Mar 21"),
    ),
    "in any order": (
        "Update Q3 2020/21 | Progress as at 1 March 2020",
        "Half | Begun",
        'AP010 note Actions!F1 | "Update Q3 2020/21" is the latest progress',
        ("Half", "Q3 2020/21"),
    ),
    "the latest is made ready and empty": (
        "Progress September 2020 | Progress June 2021",
        "Begun |",
        'AP010 note Actions!F1 | "Progress September 2020" is the latest progress; "Progress June 2021" is not',
        ("Begun", "September 2020"),
    ),
    "all are empty": (
        "Progress September 2020 | Progress March 2021",
        "|",
        'AP010 note Actions!G1 | "Progress March 2021" is the latest progress',
        ("", None),
    ),
    "one date twice": (
        "Progress March 2021 | Update March 2021",
        "Begun | Half",
        """
        AP005 error Actions!F1 | "Progress March 2021" has the same date as another column of progress | keep one
        AP010 note Actions!F1 | "Progress March 2021" is the latest progress
        """,
        ("Begun", "March 2021"),
    ),
    "plain Progress beside a dated one": (
        "Progress | Update March 2021",
        "Begun | Half",
        'AP005 error Actions!G1 | "Update March 2021" is a second Progress column; the first is F1 | give both a date',
        ("Begun", None),
    ),
    "a column that says when": (
        "Progress | Last updated",
        "Begun | 1 March 2021",
        'AP006 note Actions!G1 | "Last updated" is not published | -',
        ("Begun", "1 March 2021"),
    ),
}


@pytest.mark.parametrize("case", UPDATES)
def test_of_several_columns_of_progress_the_latest_counts(case: str):
    """The latest dated column with anything in it is published, the others never, and which it was is said."""
    headings, cells, said, expected = UPDATES[case]

    parsed = read(drawn(f"Ref | Action | Lead | Due | RAG | {headings}\n1 | Train | Head | TBC | Red | {cells}"))

    assert_said(parsed, said)
    assert values(parsed, "progress", "last_update") == [expected]


def test_mitigation_is_read_and_not_published():
    """What is done to get back on track is for the checks; no passage of the action has it."""
    parsed = read(drawn("Ref | Action | Lead | Due | RAG | Mitigation\n1 | Train | Head | TBC | Red | Ring the agency"))

    (action,) = parsed.value.actions
    assert_said(parsed, 'AP006 note Actions!F1 | "Mitigation" is not published | -')
    assert action.mitigation == "Ring the agency"
    assert "Ring the agency" not in str(list(action.passages()))


# --- Texts ------------------------------------------------------------------------------------------------------------


def one_action(formats: Mapping[str, str] | None = None, **cells: object) -> Book:
    """A plan of one action, A2 to G2, with other values typed over it."""
    picture = "Ref | Action | Lead | Due | RAG | Progress | Impact\n1 | Train | Head | TBC | Red | Begun | Faster"
    return typed(drawn(picture), formats, **cells)


def test_bold_words_line_breaks_and_links_are_their_words():
    """Rich text loses its looks, a link its address; lines stay lines."""
    bold = CellRichText("Train ", TextBlock(InlineFont(b=True), "all"), " staff")
    book = one_action(
        B2=bold, C2="Head\nof SEN", D2="End\nMarch 2021", E2="Amber\non track", F2="one\r\ntwo", G2="a guide"
    )
    book["Actions"]["G2"].hyperlink = "https://intranet.example.gov.uk/children/123"

    parsed = read(book)

    assert_said(parsed)
    assert values(parsed, "action", "lead", "last", "colour", "progress", "impact") == [
        ("Train all staff", "Head\nof SEN", "2021-03-31", "Amber", "one\ntwo", "a guide")
    ]


def test_control_characters_are_dropped():
    """What came in by copying, and Excel's own way to write it, is not read."""
    parsed = read(one_action(B2="Train_x000D_\nall_x0007_ staff", F2="_x000B_Begun_xD83D_"))

    assert_said(parsed)
    assert values(parsed, "action", "progress") == [("Train\nall staff", "Begun")]


def test_numbers_are_read_as_they_are_shown():
    """A Ref of 3.0 is 3, a ticked cell is Yes, and text that looks like a number stays as it was typed."""
    parsed = read(one_action(A2=3.0, F2=True, G2=12.5))
    as_text = read(one_action(A2="1.10", F2=False, G2=0))

    assert_said(parsed)
    assert_said(as_text)
    assert values(parsed, "ref", "progress", "impact") == [("3", "Yes", "12.5")]
    assert values(as_text, "ref", "progress", "impact") == [("1.10", "No", "0")]


def test_a_number_is_read_as_its_format_shows_it():
    """An officer who sees 50% and 1.10 in the sheet finds the same in the paper, or is told."""
    parsed = read(one_action({"A2": "0.00", "F2": "0%"}, A2=1.10, F2=0.5))

    assert parsed.findings or values(parsed, "ref", "progress") == [("1.10", "50%")]


def test_a_cell_as_full_as_excel_lets_it_be_is_an_error(tmp_path: Path):
    """A text of 32,767 characters has lost its end."""
    plan = saved(one_action(F2="Much was done. " * 2184 + "Much wa"))

    findings = check(a_folder(tmp_path / "paper", plan=plan), AROUND)

    said = [replace(f, where=replace(f.where, file="")) for f in findings if f.code == "AP113"]
    assert_said(said, "AP113 error Actions!F2 | 32,767 characters | shorten it")


DITTO_HEADINGS = (
    "Ref | Priority | Partner | Area for development | Action | Lead | Due | Revised due | Progress | Impact | RAG"
)


def test_as_above_is_read_as_what_stands_above():
    """In any wording, and in every column but Ref and Action, "As above" is the value above, and is said."""
    parsed = read(
        drawn(
            f"""
            {DITTO_HEADINGS}
            1 | Help     | Police | Calls         | Train | Head       | TBC      | May 2021 | Begun | Fast | Red
            2 | as above | Ditto  | Same as above | Agree | See above. | As above | AS ABOVE | "     | ''   | ditto
            3 | Ditto    | Health |               | Go    | As above   | 2021     |          |       |      | Blue
            """
        )
    )

    assert_said(
        parsed,
        """
        AP012 note Actions!B3 | Priority is "as above", and is read as "Help" | -
        AP012 note Actions!C3 | Partner is "Ditto", and is read as "Police"
        AP012 note Actions!D3 | Area for development is "Same as above", and is read as "Calls"
        AP012 note Actions!F3 | Lead is "See above.", and is read as "Head"
        AP012 note Actions!G3 | Due is "As above", and is read as "TBC"
        AP012 note Actions!H3 | Revised due is "AS ABOVE", and is read as "May 2021"
        AP012 note Actions!I3 | Progress is
        AP012 note Actions!J3 | Impact is
        AP012 note Actions!K3 | RAG is "ditto", and is read as "Red"
        AP012 note Actions!B4 | read as "Help"
        AP012 note Actions!F4 | read as "Head"
        """,
    )
    second = ("Help", "Police", "Calls", "Head", "TBC", "May 2021", "Begun", "Fast", "Red")
    fields = ("priority", "partner", "area", "lead", "due", "revised_due", "progress", "impact", "colour")
    assert values(parsed, *fields) == [second, second, ("Help", "Health", "", "Head", "2021", None, "", "", "Blue")]


def test_as_above_in_the_first_row_is_to_be_written_out():
    """Where nothing stands above, each column says so."""
    parsed = read(drawn(f"{DITTO_HEADINGS}\n1" + " | As above" * 10))

    assert_said(
        parsed,
        """
        AP001 error Actions!B2 | Priority is "As above" | write it out
        AP001 error Actions!C2 | Partner is "As above" | write it out
        AP001 error Actions!D2 | Area for development is "As above" | write it out
        AP001 error Actions!E2 | Action is "As above" | write it out
        AP001 error Actions!F2 | Lead is "As above" | write it out
        AP001 error Actions!I2 | Progress is "As above" | write it out
        AP001 error Actions!J2 | Impact is "As above" | write it out
        AP001 error Actions!G2 | Due is "As above" | write a date
        AP001 error Actions!H2 | Revised due is "As above" | write a date
        AP001 error Actions!K2 | RAG is "As above" | Amber: on track
        """,
    )


def test_as_above_is_no_action():
    """Two actions in the same words would be one action; the officer is asked to write it out."""
    parsed = read(drawn(f"{PLAN}1 | Train | Head | TBC | Red\n2 | As above | Head | TBC | Red"))

    assert [str(finding.where) for finding in parsed.findings] == ["Actions!B3"]
    assert_said(parsed, 'AP001 error Actions!B3 | Action is "As above" | write it out')


def test_as_above_is_no_ref():
    """A Ref is an action's own; "As above" cannot be one."""
    parsed = read(drawn(f"{PLAN}1 | Train | Head | TBC | Red\nAs above | Agree | Head | TBC | Red"))

    assert [(finding.code, str(finding.where)) for finding in parsed.findings] == [("AP001", "Actions!A3")]


# --- Dates ------------------------------------------------------------------------------------------------------------

DATE_CELLS: dict[str, tuple[object, str, str, tuple[str, str, str]]] = {
    "a date": (midnight(2021, 3, 31), "dd/mm/yyyy", "", ("31 March 2021", "2021-03-31", "2021-03-31")),
    "a date in American order": (midnight(2021, 3, 4), "mm/dd/yyyy", "", ("4 March 2021", "2021-03-04", "2021-03-04")),
    "a serial number": (
        44286,
        "General",
        "AP013 note Actions!D2 | Due is the number 44286, and is read as 31 March 2021 | format the cell as a date",
        ("31 March 2021", "2021-03-31", "2021-03-31"),
    ),
    "a serial number as text": (
        "44286",
        "@",
        "AP013 note Actions!D2 | Due is the number 44286, and is read as 31 March 2021",
        ("31 March 2021", "2021-03-31", "2021-03-31"),
    ),
    "a serial number with a time": (
        44286.75,
        "General",
        "AP013 note Actions!D2 | is read as 31 March 2021",
        ("31 March 2021", "2021-03-31", "2021-03-31"),
    ),
    "Apr-21 as Excel keeps it": (midnight(2021, 4, 1), "mmm-yy", "", ("April 2021", "2021-04-01", "2021-04-30")),
    "a month in full": (midnight(2024, 2, 1), "mmmm yyyy", "", ("February 2024", "2024-02-01", "2024-02-29")),
    "a day without its year": (
        midnight(2021, 4, 21),
        "d-mmm",
        "AP018 warning Actions!D2 | Due shows no year; Excel keeps 21 April 2021 | whether it is the one meant",
        ("21 April 2021", "2021-04-21", "2021-04-21"),
    ),
    "a year": (2021, "General", "", ("2021", "2021-01-01", "2021-12-31")),
    "a year as text": ("2021", "@", "", ("2021", "2021-01-01", "2021-12-31")),
}


@pytest.mark.parametrize("case", DATE_CELLS)
def test_a_date_is_the_day_that_the_cell_shows(case: str):
    """Excel's dates, months, years and bare serial numbers are the days they stand for, and guesses are said."""
    typed_in, number_format, said, expected = DATE_CELLS[case]

    parsed = read(one_action({"D2": number_format}, D2=typed_in))

    assert_said(parsed, said)
    assert values(parsed, "due", "first", "last") == [expected]


@pytest.mark.parametrize("number_format", ["yyyy", "mmm", "dd/mm"])
def test_a_date_that_shows_less_than_its_day_is_asked_about(number_format: str):
    """A cell that shows 2021, Apr or 21/04 alone never becomes a full date without a word."""
    parsed = read(one_action({"D2": number_format}, D2=midnight(2021, 4, 21)))

    assert parsed.findings or values(parsed, "due") != [("21 April 2021",)]


@pytest.mark.parametrize("written", ["2021-03-31", "2021-03-31T00:00:00"])
def test_a_date_in_iso_form_is_that_day(written: str):
    """Cells of type "d", as other programs than Excel write them, are dates."""
    cell = '<c r="D2" t="inlineStr"><is><t>TBC</t></is></c>'
    content = rewritten(saved(one_action()), cell, f'<c r="D2" t="d"><v>{written}</v></c>', SHEET)

    parsed = read(content)

    assert_said(parsed)
    assert values(parsed, "due", "first", "last") == [("31 March 2021", "2021-03-31", "2021-03-31")]


def a_1904_book() -> Book:
    """A workbook whose days count from 1904, as Excel for the Mac had it: a date, a month, two bare numbers."""
    book = drawn(PLAN + "\n".join(f"{number} | Train | Head | x | Red" for number in range(1, 5)))
    book.epoch = CALENDAR_MAC_1904
    return typed(book, {"D3": "mmm-yy"}, D2=midnight(2021, 3, 31), D3=midnight(2021, 4, 1), D4=42824, D5="42824")


def test_a_workbook_that_counts_from_1904_has_its_own_days():
    """Dates and bare numbers of such a workbook are not four years off."""
    parsed = read(a_1904_book())

    assert_said(
        parsed,
        """
        AP013 note Actions!D4 | Due is the number 42824, and is read as 31 March 2021
        AP013 note Actions!D5 | Due is the number 42824, and is read as 31 March 2021
        """,
    )
    march, april = ("31 March 2021", "2021-03-31"), ("April 2021", "2021-04-30")
    assert values(parsed, "due", "last") == [march, april, march, march]


WORDINGS = (
    "Ongoing", "N/A", "Dec 2016", "9.12.16", "13/12/12", "Mar 2017", "17th April 20", "by the end of March 2021",
    "by April 2021", "January 2020", "TBC", "On-going", "End March 2021", "Q4 2020/21", "Spring term 2021",
    "Summer 2021", "Immediate", "ASAP", "w/c 8 March 2021", "mid-May 2021", "2020/21", "31 March 2021",
)  # fmt: skip


def test_every_wording_of_a_date_is_kept_and_printed_as_it_is():
    """The words that officers write are those that the paper prints."""
    parsed = read(drawn(PLAN + "\n".join(f"{n} | Train | Head | {words} | Red" for n, words in enumerate(WORDINGS, 1))))

    assert_said(parsed)
    assert values(parsed, "due") == [(words,) for words in WORDINGS]


REFUSED_DATES = {
    "03/04/2021": 'Due is "03/04/2021", which is 3 April 2021 or 4 March 2021 | write the month in letters',
    "03-04-21": 'Due is "03-04-21", which is 3 April 2021 or 4 March 2021 | write the month in letters',
    "w/c 3/4/2021": "which is 3 April 2021 or 4 March 2021 | write the month in letters",
    "21-Apr": 'Due is "21-Apr" | write its year too',
    "Sept": 'Due is "Sept" | write its year too',
    "w/c 8th March": 'Due is "w/c 8th March" | write its year too',
    "Q4": 'Due is "Q4" | write its year too',
    "Within 6 months": 'Due is "Within 6 months" | write a date',
    "Phase 1 completed. Phase 2 Mar 2017": "Phase 2 Mar 2017 | write a date",
    "21": 'Due is "21" | write a date',
}


@pytest.mark.parametrize("words", REFUSED_DATES)
def test_a_date_that_can_be_two_days_or_none_is_refused_with_what_it_may_be(words: str):
    """A year or a month is never guessed; of a date in figures both readings are told."""
    parsed = read(drawn(f"{PLAN}1 | Train | Head | {words} | Red"))

    assert_said(parsed, f"AP001 error Actions!D2 | {REFUSED_DATES[words]}")


# --- Formulas ---------------------------------------------------------------------------------------------------------


def test_a_formula_that_was_never_calculated_is_said_at_its_cell():
    """A workbook made by a program has formulas without values; a column that is not published does not matter."""
    book = typed(
        drawn("Ref | Action | Lead | Due | RAG | Cost\n1 | Train | x | TBC | Red | x"), C2='="He"&"ad"', F2="=1+1"
    )

    parsed = read(book)

    assert_said(
        parsed,
        """
        AP006 note Actions!F1 | "Cost" is not published
        AP014 error Actions!C2 | Lead is a formula that was never calculated | open the workbook in Excel and save it
        """,
    )


def test_a_row_of_formulas_that_were_never_calculated_is_not_lost():
    """A plan that links to another sheet, made by a program, never loses an action in silence."""
    links = {f"{column}3": f"=Old!{column}3" for column in "ABCDE"}

    parsed = read(typed(drawn(f"{PLAN}1 | Train | Head | TBC | Red"), **links))

    assert ("AP014", "Actions!A3") in [(finding.code, str(finding.where)) for finding in parsed.findings]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!"])
def test_an_error_of_excels_is_refused_in_every_published_column(error: str):
    """What Excel could not work out is printed nowhere; in a column of no paper it does not matter."""
    parsed = read(drawn("Ref | Action | Lead | Due | RAG | Partner | Our notes\n" + " | ".join([error] * 7)))

    assert_said(
        parsed,
        "AP006 note Actions!G1 | not published\n"
        + "\n".join(f"AP001 error Actions!{column}2 | is {error}, an error of Excel's | mend" for column in "ABCDEF"),
    )


# --- RAG and its colours ----------------------------------------------------------------------------------------------

STATUS_WORDS = {
    "Red": "Red", "GREEN": "Green", "amber": "Amber", "not Started": "Yellow", "On-Track": "Amber", "done": "Green",
    "R": "Red", "a": "Amber", "Green: completed": "Green", "AMBER - on track": "Amber", "Off track": "Red",
    "Complete": "Green", "BAU": "Blue", "business AS usual": "Blue", "orange": "Amber", "Not on track": "Red",
}  # fmt: skip


def test_a_status_is_known_by_colour_letter_and_meaning_in_any_case():
    """Whatever of its words an officer uses, the status is the council's."""
    parsed = read(
        drawn(PLAN + "\n".join(f"{n} | Train | Head | TBC | {words}" for n, words in enumerate(STATUS_WORDS)))
    )

    assert_said(parsed)
    assert values(parsed, "colour") == [(colour,) for colour in STATUS_WORDS.values()]


@pytest.mark.parametrize(
    ("words", "remedy"),
    [("Grren", 'did you mean "Green"?'), ("Purple", "Write"), ("1", "Write"), ("🟢", "Write"), ("A/G", "Write")],
)
def test_a_status_that_the_council_does_not_have_is_refused(words: str, remedy: str):
    """Numbers, emoji and two colours at once are never guessed at."""
    parsed = read(drawn(f"{PLAN}1 | Train | Head | TBC | {words}"))

    assert_said(parsed, f'AP001 error Actions!E2 | RAG is "{words}" | {remedy}')


FILLS: dict[str, tuple[object, str]] = {
    "red": ("FFFF0000", 'and a colour alone is not read | type "Red: off track"'),
    "Excel's green": ("FF00B050", 'and a colour alone is not read | type "Green: completed"'),
    "Excel's amber": ("FFFFC000", 'a colour alone is not read | type "Amber: on track" or "Yellow: not started"'),
    "yellow": ("FFFFFF00", 'a colour alone is not read | type "Yellow: not started"'),
    "red of the old palette": (Color(indexed=10), 'a colour alone is not read | type "Red: off track"'),
    "white": ("FFFFFFFF", "RAG is empty | Write"),
    "grey": ("FFD9D9D9", "RAG is empty | Write"),
    "purple": ("FF7030A0", "RAG is empty | Write"),
}


@pytest.mark.parametrize("name", FILLS)
def test_a_colour_alone_is_no_status_but_says_what_to_type(name: str):
    """A RAG cell that is only filled is refused, with the words for its colour; of two both are offered."""
    fill, said = FILLS[name]

    parsed = read(filled(one_action(E2=None), E2=fill))

    assert_said(parsed, f"AP001 error Actions!E2 | {said}")


def test_a_fill_is_kept_beside_the_word():
    """The colour of the RAG cell stays with the action, for the check that compares both; white is none."""
    book = drawn(PLAN + "\n".join(f"{number} | Train | Head | TBC | Red" for number in range(1, 4)))

    parsed = read(filled(book, E2="FF00B050", E3="FFFFFFFF"))

    assert_said(parsed)
    assert values(parsed, "fill") == [("00B050",), ("",), ("",)]


def test_the_colours_of_a_theme_are_known_however_its_part_is_written():
    """openpyxl writes the theme over many lines, where Excel and LibreOffice write it in one."""
    parsed = read(filled(one_action(E2=None), E2=Color(theme=9)))

    assert_said(parsed, 'AP001 error Actions!E2 | a colour alone is not read | type "Amber: on track"')


# --- Text that no longer holds, or that nobody sees -------------------------------------------------------------------


def test_text_that_is_struck_through_is_never_published():
    """A strike through a cell, or through some of its words, stops the build; in a column of no paper it is nothing."""
    part = CellRichText("Train ", TextBlock(InlineFont(strike=True), "all"), " staff")
    book = drawn(
        "Ref | Action | Lead | Due | RAG | Our notes\n1 | Train | Head | TBC | Red | x\n2 | x | Head | TBC | Red | x"
    )
    book["Actions"]["B2"].font = Font(strike=True)
    book["Actions"]["F2"].font = Font(strike=True)
    book["Actions"]["B3"] = part

    parsed = read(book)

    assert_said(
        parsed,
        """
        AP006 note Actions!F1 | not published
        AP015 error Actions!B2 | Action has text that is struck through | take the strike off
        AP015 error Actions!B3 | Action has text that is struck through | delete that text
        """,
    )


def test_text_that_cannot_be_seen_is_never_published():
    """White on white, or formatted away; white on a dark fill can be read."""
    book = drawn(PLAN + "\n".join(f"{number} | Train | Head | TBC | Red" for number in range(1, 4)))
    sheet = filled(book, B4="FF17346B")["Actions"]
    sheet["B2"].font = sheet["B4"].font = Font(color="FFFFFFFF")
    sheet["B3"].number_format = ";;;"

    parsed = read(book)

    assert_said(
        parsed,
        """
        AP017 error Actions!B2 | Action has text that cannot be seen in the sheet | a colour that can be read
        AP017 error Actions!B3 | Action has text that cannot be seen in the sheet | delete it
        """,
    )
    assert values(parsed, "ref") == [("3",)]


@pytest.mark.parametrize("colour", ["FF000000", "FFFF0000"])
def test_text_in_the_colour_of_its_cell_is_never_published(colour: str):
    """An officer who blacks a name out in Excel takes it for redacted."""
    book = filled(one_action(F2="Zephyrine"), F2=colour)
    book["Actions"]["F2"].font = Font(color=colour)

    assert [finding.code for finding in read(book).findings] == ["AP017"]


# --- Workbooks that LibreOffice saved ---------------------------------------------------------------------------------


def formulas() -> Book:
    """A plan whose cells are formulas: texts, dates, a link, and what cannot be worked out."""
    book = drawn("Ref | Action | Lead | Due | RAG | Progress\n" + "\n".join(["1 | x | x | x | x | x"] * 4))
    return typed(
        book,
        {"D2": "dd/mm/yyyy", "D4": "mmm-yy"},
        A2="1.1", B2='="Train "&"staff"', C2="Head", D2="=DATE(2021,3,31)", E2='=IF(1=1,"Amber","")',
        A3='=A2&"a"', B3="Agree", C3="=C2", D3='="End "&"March 2021"', E3="Green", F3=None,
        A4="=3", B4="Go", C4="=C3", D4="=DATE(2021,4,1)", E4="Red", F4='=IF(1=2,"x","")',
        A5="5", B5="Stop", C5="=Nowhere!A1", D5="TBC", E5='=VLOOKUP("zz",A2:B3,2,FALSE)', F5="=1/0",
        F2='=HYPERLINK("https://intranet.example.gov.uk/child/1","the guide")',
    )  # fmt: skip


def marked() -> Book:
    """Strikes, text that cannot be seen, and fills of a theme with and without tint."""
    book = drawn(PLAN + "\n".join(f"{number} | Train | Head | TBC |" for number in range(1, 7)))
    sheet = filled(book, E2="FFFF0000", E3=Color(theme=9, tint=0.4), E4=Color(theme=9), E5="FFD9D9D9")["Actions"]
    sheet["B6"].font = Font(strike=True)
    sheet["B7"] = CellRichText("Train ", TextBlock(InlineFont(strike=True), "all"), " staff")
    sheet["C6"].font = Font(color="FFFFFFFF")
    sheet["E6"] = sheet["E7"] = "Red"
    return book


def dated() -> Book:
    """Dates in each of the formats that change what they say, and as a bare number."""
    book = drawn(PLAN + "\n".join(f"{number} | Train | Head | x | Red" for number in range(1, 5)))
    formats = {"D2": "dd/mm/yyyy", "D3": "mmm-yy", "D4": "d-mmm", "D5": "General"}
    return typed(book, formats, D2=midnight(2021, 3, 31), D3=midnight(2021, 4, 1), D4=midnight(2021, 4, 21), D5=44286)


def drawn_together() -> Book:
    """Merged cells: headings in two rows, and a priority down its rows."""
    book = drawn(
        """
        Ref | Priority | Action | Responsible |        | Target |              | Progress       |            | RAG
            |          |        | officer     | Agency | date   | revised date | September 2020 | March 2021 |
        1   | Help     | Train  | Head        | Police | TBC    | May 2021     | Begun          | Half       | Red
        2   |          | Agree  | Matron      | Health | TBC    |              |                |            | Green
        """
    )
    return merged(book, "D1:E1", "F1:G1", "H1:I1", "B3:B4")


OFFICE: dict[str, Callable[[], Book]] = {
    "formulas": formulas, "marked": marked, "dated": dated, "mac": a_1904_book, "merged": drawn_together,
}  # fmt: skip


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bytes]:
    """A workbook of OFFICE as LibreOffice saved it: straight as .xlsx, or first as .ods."""
    if SOFFICE is None:
        pytest.skip(NO_SOFFICE)
    made = {name: saved(book()) for name, book in OFFICE.items()}
    folder = tmp_path_factory.mktemp("office")

    @functools.cache
    def converted(way: str) -> dict[str, bytes]:
        return through_libreoffice(made, folder / way, *{"xlsx": ("xlsx",), "ods": ("ods", "xlsx")}[way])

    return lambda name, way: converted(way)[name]


either_way = pytest.mark.parametrize("way", ["xlsx", "ods"])


@either_way
def test_a_formula_is_its_saved_value(office: Callable[[str, str], bytes], way: str):
    """Texts, dates and links that formulas make are read; what they could not work out is refused at its cell."""
    parsed = read(office("formulas", way))

    assert_said(
        parsed,
        """
        AP001 error Actions!C5 | Lead is #NAME?, an error of Excel's
        AP001 error Actions!E5 | RAG is #N/A, an error of Excel's | mend the formula
        AP001 error Actions!F5 | Progress is #DIV/0!, an error of Excel's
        """,
    )
    assert values(parsed, "ref", "action", "lead", "due", "last", "colour", "progress") == [
        ("1.1", "Train staff", "Head", "31 March 2021", "2021-03-31", "Amber", "the guide"),
        ("1.1a", "Agree", "Head", "End March 2021", "2021-03-31", "Green", ""),
        ("3", "Go", "Head", "April 2021", "2021-04-30", "Red", ""),
    ]


@either_way
def test_fills_strikes_and_white_text_are_seen_as_libreoffice_keeps_them(office: Callable[[str, str], bytes], way: str):
    """Colours of the theme with their tint, strikes and white text come through another program."""
    parsed = read(office("marked", way))

    assert_said(
        parsed,
        """
        AP001 error Actions!E2 | a colour alone is not read | type "Red: off track"
        AP001 error Actions!E3 | a colour alone is not read | type "Amber: on track"
        AP001 error Actions!E4 | a colour alone is not read | type "Amber: on track"
        AP001 error Actions!E5 | RAG is empty | Write
        AP015 error Actions!B6 | struck through
        AP017 error Actions!C6 | cannot be seen
        AP015 error Actions!B7 | struck through
        """,
    )


@either_way
def test_dates_are_the_same_as_libreoffice_keeps_them(office: Callable[[str, str], bytes], way: str):
    """Formats that show a month, or no year, survive another program; so do bare numbers."""
    parsed = read(office("dated", way))

    assert_said(
        parsed,
        """
        AP018 warning Actions!D4 | Due shows no year; Excel keeps 21 April 2021
        AP013 note Actions!D5 | Due is the number 44286, and is read as 31 March 2021
        """,
    )
    assert values(parsed, "due") == [("31 March 2021",), ("April 2021",), ("21 April 2021",), ("31 March 2021",)]


@either_way
def test_a_workbook_of_1904_is_not_four_years_off_after_libreoffice(office: Callable[[str, str], bytes], way: str):
    """Whichever day zero LibreOffice writes, the days are the same."""
    parsed = read(office("mac", way))

    assert {finding.code for finding in parsed.findings} == {"AP013"}
    assert values(parsed, "due") == [("31 March 2021",), ("April 2021",), ("31 March 2021",), ("31 March 2021",)]


@either_way
def test_merged_headings_and_priorities_come_through_libreoffice(office: Callable[[str, str], bytes], way: str):
    """Headings in two rows and a priority merged down its rows are read as they are drawn."""
    parsed = read(office("merged", way))

    assert_said(parsed, 'AP010 note Actions!I2 | "Progress March 2021" is the latest progress')
    assert values(parsed, "ref", "priority", "lead", "partner", "revised_due", "progress") == [
        ("1", "Help", "Head", "Police", "May 2021", "Half"),
        ("2", "Help", "Matron", "Health", None, ""),
    ]


def test_headings_that_stand_again_are_no_action():
    """A plan pasted together from two pages has its headings twice."""
    parsed = read(drawn("""
        Ref | Action | Lead | Due  | RAG
        1.1 | Train  | HoS  | 2021 | Green
        Ref | Action | Lead | Due  | RAG
        1.2 | Write  | HoS  | 2021 | Green
    """))  # fmt: skip

    assert_said(parsed, 'AP011 note Actions!A3 | read as no action: "Ref"')
    assert [action.ref for action in parsed.value.actions] == ["1.1", "1.2"]


def test_a_status_in_the_colour_of_its_cell_is_read():
    """Officers hide the word so that only the colour is seen; the word counts all the same."""
    book = filled(drawn("Ref | Action | Lead | Due | RAG\n1.1 | Train | HoS | 2021 | Green"), E2="00B050")
    book["Actions"]["E2"].font = Font(color="00B050")

    parsed = read(book)

    assert_said(parsed)
    assert [action.status.colour for action in parsed.value.actions] == ["Green"]


def test_a_note_between_actions_is_no_priority():
    """Only a line that could be one is."""
    parsed = read(drawn("""
        Ref | Action | Lead | Due  | RAG
        Timely help
        1.1 | Train  | HoS  | 2021 | Green
        Note: figures to March
        1.2 | Write  | HoS  | 2021 | Green
    """))  # fmt: skip

    assert [code.code for code in parsed.findings] == ["AP011", "AP011"]
    assert [action.priority for action in parsed.value.actions] == ["Timely help", "Timely help"]
