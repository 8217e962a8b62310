"""The action plan: from a sheet as officers draw it to actions that know their cells."""

from __future__ import annotations

import io
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import wording
from papers.findings import Parsed, Severity, column_index, column_letter
from papers.model.plan import ActionPlan, Priority, Strength
from papers.reading.columns import COLUMNS, REQUIRED
from papers.reading.formats.xlsx import parse_xlsx
from papers.reading.plan import parse_action_plan
from tests.builders import PLAN, a_workbook, findings_of, sefton


def plan_of(picture: str, **other_sheets: str) -> ActionPlan:
    """The plan of a picture in which nothing is wrong."""
    parsed = parse_action_plan(parse_xlsx(a_workbook(picture, **other_sheets), "").value, "", sefton())
    assert parsed.findings == ()
    return parsed.value


def parsed_cells(*rows: list[object]) -> Parsed[ActionPlan]:
    """What is made of a sheet Actions whose cells hold these values: dates and numbers too."""
    book = openpyxl.Workbook()
    book.active.title = "Actions"
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return parse_action_plan(parse_xlsx(content.getvalue(), "").value, "", sefton())


def said(picture: str, **other_sheets: str) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.where)) for finding in findings_of(picture, **other_sheets)]


HEADINGS = ["Ref", "Action", "Lead", "Due", "RAG"]


def test_every_column_is_read_into_its_place():
    """A row becomes one action: each column its field, the words as the officer wrote them."""
    plan = plan_of(
        """
        Ref | Priority | Partner | Area for development | Action | Lead | Due | Revised due | Progress | Impact | RAG | Exempt
        1.1 | Timely help | Police | Calls wait | Train staff | Inspector | End March 2021 | Q1 2021/22 | Half done | Faster | Amber: on track | no
        """  # noqa: E501
    )

    (action,) = plan.actions
    assert (action.ref, action.priority, action.partner, action.area) == ("1.1", "Timely help", "Police", "Calls wait")
    assert (action.action, action.lead, action.progress) == ("Train staff", "Inspector", "Half done")
    assert (action.impact, action.exempt, action.status.colour) == ("Faster", False, "Amber")
    assert (action.due.words, action.due.last) == ("End March 2021", date(2021, 3, 31))
    assert action.revised_due is not None
    assert (action.revised_due.words, action.revised_due.last) == ("Q1 2021/22", date(2021, 6, 30))
    assert plan.priorities == (Priority(title="Timely help"),)


def test_what_an_officer_left_out_is_empty():
    """Columns and cells that are not there are "", no revised date and not exempt: never None."""
    (first, second) = plan_of(
        """
        Ref | Progress | Action | Lead | Due | RAG
        1   |          | Train  | Head | TBC | Red
        2   | Begun    | Agree  | Head | TBC | Red
        """
    ).actions

    assert (first.progress, second.progress) == ("", "Begun")
    assert (first.priority, first.partner, first.area, first.impact) == ("", "", "", "")
    assert (first.revised_due, first.exempt) == (None, False)


def test_actions_keep_the_order_of_the_sheet():
    """Refs are never sorted."""
    plan = plan_of(
        """
        Ref | Action | Lead | Due | RAG
        2.1 | Train  | Head | TBC | Red
        10  | Agree  | Head | TBC | Green
        1.1 | Begin  | Head | TBC | Blue
        """
    )

    assert [action.ref for action in plan.actions] == ["2.1", "10", "1.1"]


def test_every_value_knows_its_cell_below_title_and_blank_rows():
    """A cell is named as Excel shows it; a column that the sheet lacks is the row's first cell."""
    plan = plan_of(
        """
        Action plan
        | |
        RAG | Ref | Lead | Action | Due
        | |
        Red | 1.1 | Head | Train  | TBC
        """
    )

    (action,) = plan.actions
    assert {name: str(action.cell(name)) for name in ("RAG", "Ref", "Lead", "Action", "Due", "Impact")} == {
        "RAG": "Actions!A5", "Ref": "Actions!B5", "Lead": "Actions!C5",
        "Action": "Actions!D5", "Due": "Actions!E5", "Impact": "Actions!A5",
    }  # fmt: skip


def test_columns_past_z_are_named_as_excel_names_them():
    """The 28th column is AB."""
    padding = " | ".join(f"Note {number}" for number in range(26))
    findings = findings_of(
        f"""
        Ref | {padding} | Action | Lead | Due | RAG
        1   | {"|" * 25} | Train  | Head | TBC | Pink
        """
    )

    errors = [str(finding.where) for finding in findings if finding.severity is Severity.ERROR]
    notes = [str(finding.where) for finding in findings if finding.severity is Severity.NOTE]
    assert errors == ["Actions!AE2"]
    assert (notes[0], notes[-2:]) == ("Actions!B1", ["Actions!Z1", "Actions!AA1"])


@given(st.integers(0, 16_383))
@settings(max_examples=100, deadline=None)
def test_any_column_has_excels_letters(index: int):
    """Letters are those of Excel's 16,384 columns."""
    assert column_letter(index) == openpyxl.utils.get_column_letter(index + 1)
    assert column_index(column_letter(index)) == index


@pytest.mark.parametrize(
    ("typed", "ref"), [(3, "3"), (3.0, "3"), (1.1, "1.1"), ("1.10", "1.10"), ("  A/1 ", "A/1"), ("007", "007")]
)
def test_a_ref_is_read_as_excel_shows_it(typed: object, ref: str):
    """A Ref typed as a number has no ".0" that the officer did not write."""
    parsed = parsed_cells(HEADINGS, [typed, "Train", "Head", "TBC", "Red"])

    assert parsed.findings == ()
    assert [action.ref for action in parsed.value.actions] == [ref]


def test_the_same_ref_as_text_and_as_a_number_is_one_used_twice():
    """Readers of the paper cannot tell "3" from 3."""
    parsed = parsed_cells(HEADINGS, ["3", "Train", "Head", "TBC", "Red"], [3, "Agree", "Head", "TBC", "Red"])

    assert [(finding.code, str(finding.where)) for finding in parsed.findings] == [("AP003", "Actions!A3")]
    assert [action.action for action in parsed.value.actions] == ["Train"]


def test_a_ref_that_excel_turned_into_a_date_is_refused():
    """Excel makes a date of "1/2"; it is said what to do, as no one can know what was typed."""
    parsed = parsed_cells(HEADINGS, [datetime(2021, 2, 1), "Train", "Head", "TBC", "Red"])  # noqa: DTZ001

    (finding,) = parsed.findings
    assert (finding.code, str(finding.where)) == ("AP001", "Actions!A2")
    assert "Ref is the date 1 February 2021" in finding.sentence
    assert "format the column as text" in finding.remedy


@pytest.mark.parametrize("value", [datetime(2021, 3, 31, 23, 59), date(2021, 3, 31)])  # noqa: DTZ001
def test_a_date_cell_is_that_day_in_the_house_style(value: date):
    """Dates are printed in full, whatever their time and their format in Excel."""
    parsed = parsed_cells([*HEADINGS, "Revised due"], ["1", "Train", "Head", value, "Red", value])

    (action,) = parsed.value.actions
    march = date(2021, 3, 31)
    assert (action.due.words, action.due.first, action.due.last) == ("31 March 2021", march, march)
    assert action.revised_due == action.due


def test_a_year_typed_as_a_number_is_that_year():
    """Excel keeps "2021" as a number; it is due in that year all the same."""
    parsed = parsed_cells(HEADINGS, ["1", "Train", "Head", 2021, "Red"])

    assert parsed.findings == ()
    assert [(a.due.words, a.due.first, a.due.last) for a in parsed.value.actions] == [
        ("2021", date(2021, 1, 1), date(2021, 12, 31))
    ]


@pytest.mark.parametrize("value", [3.5, 443, 0.5, True])
def test_a_number_that_is_no_year_cannot_be_due(value: object):
    """A number that is neither a year nor how Excel keeps a day of this century is not guessed at."""
    parsed = parsed_cells(HEADINGS, ["1", "Train", "Head", value, "Red"])

    (finding,) = parsed.findings
    assert (finding.code, str(finding.where)) == ("AP001", "Actions!D2")
    assert f'Due is "{wording.of_cell(value)}"' in finding.sentence


@pytest.mark.parametrize(
    ("heading", "column"), [(word, column) for column, words in COLUMNS.items() for word in (column, *words)]
)
def test_every_heading_that_officers_use_names_its_column(heading: str, column: str):
    """Each synonym is read as its column, in capitals and with punctuation too."""
    headings = [heading if name == column else name for name in COLUMNS]
    row = {"Due": "TBC", "Revised due": "N/A", "RAG": "Red", "Exempt": "no"}
    values = [row.get(name, f"the {name}") for name in COLUMNS]

    for written in (headings, [f" {name.upper()}: " for name in headings]):
        parsed = parsed_cells(written, values)

        assert parsed.findings == ()
        (action,) = parsed.value.actions
        assert [action.ref, action.priority, action.partner, action.area, action.action, action.lead] == values[:6]
        assert [action.progress, action.impact, action.status.colour] == ["the Progress", "the Impact", "Red"]


def test_no_heading_names_two_columns():
    """A synonym belongs to one column alone, or an officer's plan would be read one way today and another tomorrow."""
    words = [word.casefold() for column, others in COLUMNS.items() for word in (column, *others)]

    assert sorted(words) == sorted(set(words))


def test_a_councils_own_heading_goes_before_ours():
    """A heading that a council uses for another column is read as the council means it."""
    profile = sefton().model_copy(update={"columns": {"Impact": ("Comments",)}})
    sheets = parse_xlsx(a_workbook("Ref|Action|Lead|Due|RAG|Comments\n1|Train|Head|TBC|Red|Faster"), "").value

    parsed = parse_action_plan(sheets, "", profile)

    (action,) = parsed.value.actions
    assert (action.impact, action.progress, parsed.findings) == ("Faster", "", ())


@pytest.mark.parametrize("name", REQUIRED)
def test_a_required_column_that_is_missing_leaves_no_actions(name: str):
    """Each column that a plan cannot do without is asked for by its name."""
    headings = " | ".join(column for column in REQUIRED if column != name)

    assert said(f"{headings}\n1 | a | b | c") == [("AP002", "Actions!A1")]
    (finding,) = findings_of(f"{headings}\n1 | a | b | c")
    assert (finding.sentence, finding.remedy) == (f"there is no column {name}", f'add a column headed "{name}"')


def test_every_missing_column_is_asked_for():
    """The author hears of all missing columns at once."""
    assert [finding.sentence for finding in findings_of("Ref | Action\n1 | Train")] == [
        "there is no column Lead", "there is no column Due", "there is no column RAG",
    ]  # fmt: skip


def test_a_row_with_a_fault_is_left_out_whole_and_the_others_are_read():
    """An action is never partly filled: what cannot be used is said, all of it, and its row is no action."""
    picture = """
        Ref | Action | Lead | Due  | RAG  | Exempt
        1   | Train  | Head | soon | Pink | maybe
        2   | Agree  | Head | TBC  | Red  |
    """
    parsed = parse_action_plan(parse_xlsx(a_workbook(picture), "").value, "", sefton())

    assert [(finding.code, str(finding.where)) for finding in parsed.findings] == [
        ("AP001", "Actions!D2"), ("AP001", "Actions!E2"), ("AP001", "Actions!F2"),
    ]  # fmt: skip
    assert [action.ref for action in parsed.value.actions] == ["2"]


@pytest.mark.parametrize(
    ("written", "exempt"), [("yes", True), ("Y", True), ("Exempt", True), ("no", False), ("N", False), ("", False)]
)
def test_exempt_is_yes_or_no(written: str, exempt: bool):
    """Exempt is yes or no, in any case; nothing is no."""
    (action,) = plan_of(f"Ref|Action|Lead|Due|RAG|Exempt\n1|Train|Head|TBC|Red|{written}").actions

    assert action.exempt is exempt


@pytest.mark.parametrize("written", [True, "TRUE", "true", "x", "✓", "1", "paragraph 3"])
def test_what_may_mean_exempt_is_never_read_as_public(written: object):
    """Anything but a plain no keeps a row from the public, or is refused."""
    parsed = parsed_cells([*HEADINGS, "Exempt"], ["1", "Train", "Head", "TBC", "Red", written])

    assert all(action.exempt for action in parsed.value.actions)
    assert len(parsed.findings) + len(parsed.value.actions) == 1


def test_priorities_get_their_words_and_their_order_from_their_sheet():
    """A row may name its priority by Ref or by words, in any case; the sheet decides words and order."""
    plan = plan_of(
        """
        Ref | Priority    | Action | Lead | Due | RAG
        1   | timely HELP | Train  | Head | TBC | Red
        2   | a           | Agree  | Head | TBC | Red
        3   |             | Begin  | Head | TBC | Red
        """,
        Priorities="""
        Ref | Priority
        A   | Safe homes
        B   | Timely help
        """,
        Strengths="""
        Strength    | Partner
        Quick calls | Police
        """,
    )

    assert [(each.ref, each.title, each.place.cell) for each in plan.priorities] == [
        ("A", "Safe homes", "B2"),
        ("B", "Timely help", "B3"),
    ]
    assert [action.priority for action in plan.actions] == ["Timely help", "Safe homes", ""]
    assert plan.strengths == (Strength(partner="Police", strength="Quick calls"),)


def test_priorities_without_a_sheet_keep_the_order_in_which_they_are_named():
    """Without a sheet Priorities the plan itself names them, once each."""
    plan = plan_of(
        """
        Ref | Theme | Action | Lead | Due | RAG
        1   | B     | Train  | Head | TBC | Red
        2   | A     | Agree  | Head | TBC | Red
        3   | B     | Begin  | Head | TBC | Red
        """
    )

    assert [priority.title for priority in plan.priorities] == ["B", "A"]


def test_faults_of_the_other_sheets_name_them():
    """A half-filled row, or a sheet without its headings, is said on its own sheet."""
    assert said(PLAN, Priorities="Ref | Priority\nA |\n | Safe homes", Strengths="Who | Strong\nPolice | calls") == [
        ("AP001", "Priorities!B2"),
        ("AP001", "Priorities!A3"),
        ("AP002", "Strengths"),
    ]


@pytest.mark.parametrize("name", ["Actions", "ACTIONS", " actions "])
def test_the_sheet_actions_is_found_in_any_case(name: str):
    """Excel takes no notice of case in the names of sheets; nor does the reader."""
    book = openpyxl.load_workbook(io.BytesIO(a_workbook()))
    book["Actions"].title = "x"
    book["x"].title = name
    content = io.BytesIO()
    book.save(content)

    parsed = parse_action_plan(parse_xlsx(content.getvalue(), "").value, "", sefton())

    assert parsed.findings == ()
    assert [action.ref for action in parsed.value.actions] == ["1.1", "1.2"]


def test_a_column_that_is_not_published_is_a_note_and_one_like_ours_a_warning():
    """An officer's own column is noted; one that looks like a slip of the pen is asked about."""
    findings = findings_of("Ref|Action|Lead|Due|RAG|Budget code|Progres\n1|Train|Head|TBC|Red|X99|Begun")

    assert [(finding.code, finding.severity, str(finding.where), finding.remedy) for finding in findings] == [
        ("AP006", Severity.NOTE, "Actions!F1", ""),
        ("AP006", Severity.WARNING, "Actions!G1", 'did you mean "Progress"?'),
    ]


def test_two_unknown_columns_of_one_name_are_both_noted():
    """Each column that is left out is named where it stands."""
    assert said("Ref|Notes|Action|Lead|Due|RAG|Notes\n1|a|Train|Head|TBC|Red|b") == [
        ("AP006", "Actions!B1"),
        ("AP006", "Actions!G1"),
    ]


def test_the_headings_are_not_looked_for_in_the_rows_of_the_plan():
    """A title row with one known word, or an action whose words are headings, is not taken for the headings."""
    plan = plan_of(
        """
        Action | Plan of the partnership
        Ref | Action   | Lead | Due | RAG   | Progress
        1   | Progress | Who  | TBC | Red   | Impact
        """
    )

    assert [(action.ref, action.action, action.row) for action in plan.actions] == [("1", "Progress", 3)]


words = st.text("abcdefgh xyzéÖ&<>'\"", min_size=1, max_size=12).map(lambda text: f"w{text}w")
dues = st.sampled_from(["TBC", "Ongoing", "End March 2021", "Q4 2020/21"]) | st.dates(
    date(2000, 1, 1), date(2090, 1, 1)
)
statuses = st.sampled_from(["Green", "amber", "Red: off track", "NOT STARTED", "bau", "R"])
action_rows = st.lists(
    st.fixed_dictionaries({
        "Action": words, "Lead": words, "Due": dues, "RAG": statuses, "Exempt": st.sampled_from([None, "no", "yes"]),
        "Revised due": st.none() | dues, **{
            name: st.none() | words for name in ("Priority", "Partner", "Area for development", "Progress", "Impact")
        },
    }),
    min_size=1, max_size=6,
)  # fmt: skip


@given(action_rows, st.data())
@settings(max_examples=40, deadline=None)
def test_a_plan_reads_the_same_in_any_order_of_columns_and_any_words_for_them(
    rows: list[dict[str, object]], data: st.DataObject
):
    """Whatever the order, the headings, the title rows and the blank rows: the same actions come back."""
    rows = [{"Ref": f"{number}.1", **row} for number, row in enumerate(rows, 1)]
    order = data.draw(st.permutations(list(COLUMNS)))
    synonyms = [data.draw(st.sampled_from((name, *COLUMNS[name]))) for name in order]
    title = data.draw(st.lists(st.just(["Our plan"]), max_size=3))
    gaps = [[[]] * data.draw(st.integers(0, 2)) for _ in rows]

    plain = parsed_cells(list(COLUMNS), *([row[name] for name in COLUMNS] for row in rows))
    drawn = parsed_cells(
        *title,
        synonyms,
        *(line for row, gap in zip(rows, gaps, strict=True) for line in [*gap, [row[name] for name in order]]),
    )

    assert plain.findings == ()
    assert drawn.findings == ()
    assert without_places(drawn.value) == without_places(plain.value)
    assert [action.ref for action in drawn.value.actions] == [row["Ref"] for row in rows]
    for action, row in zip(drawn.value.actions, rows, strict=True):
        assert (action.action, action.lead) == (row["Action"].strip(), row["Lead"].strip())
        assert action.exempt is (row["Exempt"] == "yes")


def without_places(plan: ActionPlan) -> ActionPlan:
    actions = tuple(action.model_copy(update={"row": 0, "sheet": None}) for action in plan.actions)
    return plan.model_copy(update={"actions": actions})
