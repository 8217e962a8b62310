"""The workbook that a new paper starts from, opened again by the reader, by openpyxl and by LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from datetime import date

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from papers import wording
from papers.findings import Severity
from papers.model.due import Due
from papers.model.plan import Action, ActionPlan, Priority
from papers.model.report import NOT_YET_SET
from papers.model.scheme import State
from papers.reading.columns import COLUMNS
from papers.reading.council import read_profile
from papers.reading.formats.xlsx import parse_xlsx
from papers.reading.paper import read_paper
from papers.reading.plan import parse_action_plan
from papers.starters.narrative import starter_narrative
from papers.starters.report import starter_report
from papers.workbooks.starter import starter_workbook
from papers.workbooks.starter_actions import _when
from tests.builders import EXAMPLE, TEMPLATES, a_folder, a_workbook, sefton
from tests.starters.council import a_council, elsewhere

DAY = date(2021, 3, 16)
needs_libreoffice = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")


def plan_of(content: bytes) -> ActionPlan:
    """The plan in a workbook that reads without errors."""
    sheets = parse_xlsx(content, "action-plan.xlsx")
    parsed = parse_action_plan(sheets.value, "action-plan.xlsx", sefton())
    found = [*sheets.findings, *parsed.findings]
    assert [str(finding) for finding in found if finding.severity is not Severity.NOTE] == []
    return parsed.value


def last_plan() -> ActionPlan:
    return plan_of((EXAMPLE / "action-plan.xlsx").read_bytes())


def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def first() -> openpyxl.Workbook:
    return opened(starter_workbook(sefton()))


def following() -> openpyxl.Workbook:
    return opened(starter_workbook(sefton(), last_plan(), DAY))


def headings(sheet) -> list[str]:
    return [cell.value for cell in sheet[1]]


def letter(sheet, heading: str) -> str:
    return get_column_letter(headings(sheet).index(heading) + 1)


def told(action: Action) -> dict[str, object]:
    """What an action says, without where it stands."""
    without = {"row", "sheet", "progress", "fill", "due", "revised_due", "last_update"}
    return {name: value for name, value in action.model_dump().items() if name not in without}


def days(action: Action) -> list[tuple[date | None, date | None] | None]:
    """The days that Due and Revised due span, in whatever words."""
    return [due and (due.first, due.last) for due in (action.due, action.revised_due)]


def part(content: bytes, name: str) -> str:
    """The XML of a part, for what openpyxl does not tell."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def through_libreoffice(content: bytes, folder, kind: str = "xlsx") -> bytes:
    """The workbook as LibreOffice saves it."""
    (folder / "in").mkdir(parents=True)
    path = folder / "in" / "book.xlsx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / f"book.{kind}").read_bytes()


# What it says


def test_a_first_plan_has_two_actions_to_write_over():
    """They read as actions: each with a Ref, a status that is not started, and a date that no plan means."""
    plan = plan_of(starter_workbook(sefton()))

    assert [action.ref for action in plan.actions] == ["1.1", "1.2"]
    for action in plan.actions:
        assert action.status.state is State.NOT_STARTED
        assert action.due == Due(words="31 December 2099", first=NOT_YET_SET, last=NOT_YET_SET)
        assert not action.exempt
        for words in (action.action, action.lead, action.area, action.progress, action.impact, action.priority):
            assert words.startswith("[To write: ")
        assert action.partner == "[To choose: partner]"
    assert [priority.ref for priority in plan.priorities] == ["1"]


def test_a_council_without_a_status_for_not_started_gets_another_that_is_open():
    """The examples have the council's first status that is still open."""
    others = tuple(status for status in sefton().rag if status.state is not State.NOT_STARTED)
    profile = sefton().model_copy(update={"rag": others})

    sheet = opened(starter_workbook(profile))["Actions"]

    assert sheet[f"{letter(sheet, 'RAG')}2"].value == "Amber: on track"


def test_a_new_folder_is_a_paper(tmp_path):
    """Report, narrative and workbook of a starter read together without errors."""
    report = starter_report(sefton(), "sefton", "report.schema.json", {})
    folder = a_folder(tmp_path / "new", starter_workbook(sefton()), report, starter_narrative())

    parsed = read_paper(folder, [TEMPLATES])

    assert [str(finding) for finding in parsed.findings if finding.severity is Severity.ERROR] == []
    assert len(parsed.value.paper.plan.actions) == 2


def test_the_next_plan_carries_every_action_over():
    """Each action stands in its place with its Ref, its words and its status; priorities and strengths too."""
    before = last_plan()

    after = plan_of(starter_workbook(sefton(), before, DAY))

    assert [told(action) for action in after.actions] == [told(action) for action in before.actions]
    assert [days(action) for action in after.actions] == [days(action) for action in before.actions]
    assert [(p.ref, p.title) for p in after.priorities] == [(p.ref, p.title) for p in before.priorities]
    assert after.strengths == before.strengths


def test_progress_of_what_is_open_is_to_be_written_anew():
    """What is finished keeps its last progress; what is not says since when it is to be told."""
    before = last_plan()

    after = plan_of(starter_workbook(sefton(), before, DAY))

    for was, now in zip(before.actions, after.actions, strict=True):
        is_open = was.status.state.is_open
        assert now.progress == ("[To write: progress since 16 March 2021]" if is_open else was.progress)


def test_what_the_last_report_said_stands_beside_it():
    """Its progress and RAG are in two columns to the right, which the papers never print."""
    before = last_plan()
    sheet = following()["Actions"]

    assert headings(sheet)[-2:] == ["Previous progress", "Previous RAG"]
    rows = list(sheet.iter_rows(min_row=2, max_row=len(before.actions) + 1, values_only=True))
    assert [row[-2:] for row in rows] == [(action.progress, str(action.status)) for action in before.actions]
    assert not {"Previous progress", "Previous RAG"} & COLUMNS.keys()


def test_without_a_day_progress_is_asked_for_since_the_last_report():
    """A last report whose day is not known is called that."""
    after = plan_of(starter_workbook(sefton(), last_plan()))

    assert "[To write: progress since the last report]" in {action.progress for action in after.actions}


def test_a_starter_of_a_starter_is_the_same_but_for_progress():
    """Nothing is lost or moved, however many reports a plan lives through."""
    once = plan_of(starter_workbook(sefton(), last_plan(), DAY))

    twice = plan_of(starter_workbook(sefton(), once, DAY))

    assert [told(action) for action in twice.actions] == [told(action) for action in once.actions]


PICTURE = """
    Ref | Priority | Action | Lead | Due | Revised due | RAG | Mitigation
    1.1 | {} | Train | Head | 31/03/21 | 17th April 2021 | Amber | Hire a trainer
    1.10 | {} | Build | Head | End March 2021 | | Red |
"""


def test_days_become_dates_and_words_stay_words():
    """A day that was typed in words is a real date in the next workbook; "End March 2021" is printed as it is."""
    before = plan_of(a_workbook(PICTURE.format("", "")))

    sheet = opened(starter_workbook(sefton(), before, DAY))["Actions"]

    due, revised = letter(sheet, "Due"), letter(sheet, "Revised due")
    assert [sheet[f"{due}2"].value.date(), sheet[f"{due}3"].value] == [date(2021, 3, 31), "End March 2021"]
    assert sheet[f"{revised}2"].value.date() == date(2021, 4, 17)
    assert sheet[f"{due}2"].number_format == "d mmmm yyyy"


def test_a_column_that_only_officers_see_is_kept():
    """Mitigation is never published, but whoever wrote it finds it again."""
    before = plan_of(a_workbook(PICTURE.format("", "")))

    after = plan_of(starter_workbook(sefton(), before, DAY))

    assert [action.mitigation for action in after.actions] == ["Hire a trainer", ""]


@pytest.mark.parametrize(("one", "other"), [("Safety", "Health"), ("2", "1"), ("", "")])
def test_priorities_without_a_ref_keep_their_words(one, other):
    """A plan that names its priorities in words gets Refs for the drop-down, and prints the same words."""
    before = plan_of(a_workbook(PICTURE.format(one, other)))

    after = plan_of(starter_workbook(sefton(), before, DAY))

    assert [action.priority for action in after.actions] == [one, other]
    assert [priority.title for priority in after.priorities] == [title for title in (one, other) if title]


@given(st.text(min_size=1), st.text(min_size=1))
def test_any_words_survive(words, priority):
    """Formulas, signs and letters of any kind are read back as the same text."""
    kept, title = wording.printable(words).strip(), wording.printable(priority).strip()
    action = Action(
        ref="1.1",
        action=words,
        lead="Head",
        due=Due(words="TBC"),
        status=sefton().rag[1],
        priority=priority,
        impact=words,
    )
    plan = ActionPlan(actions=(action,), priorities=(Priority(title=priority, ref="=1"),))

    made = starter_workbook(sefton(), plan, DAY)

    sheet = opened(made)["Actions"]
    cell = sheet[f"{letter(sheet, 'Action')}2"]
    assert cell.data_type != "f"
    assert sheet[f"{letter(sheet, 'Priority')}2"].value == "=1"
    if kept and title:
        (read,) = parse_xlsx(made, "").value[1].rows[1:]
        assert read.cells[headings(sheet).index("Action")] == kept


def test_a_cell_holds_what_excel_can():
    """Text that is too long for a cell is cut, not left out."""
    action = Action(ref="1", action="x" * 40_000, lead="Head", due=Due(words="TBC"), status=sefton().rag[1])

    after = plan_of(starter_workbook(sefton(), ActionPlan(actions=(action,)), DAY))

    assert after.actions[0].action == "x" * 32_767


def test_the_same_plan_gives_the_same_bytes():
    """A starter knows neither the time nor the machine."""
    assert starter_workbook(sefton(), last_plan(), DAY) == starter_workbook(sefton(), last_plan(), DAY)


# How it works


@pytest.mark.parametrize("book", [first, following])
def test_every_sheet_can_be_seen(book):
    """A hidden sheet would be a finding itself; the guide comes first."""
    made = book()

    assert made.sheetnames == ["Guide", "Actions", "Priorities", "Strengths", "Lists"]
    assert {sheet.sheet_state for sheet in made} == {"visible"}
    assert not made.defined_names


def test_it_opens_where_the_work_is():
    """A first paper opens on the guide, the next on the actions."""
    assert first().active.title == "Guide"
    assert following().active.title == "Actions"


@pytest.mark.parametrize("book", [first, following])
def test_the_headings_are_a_real_table_that_stays_in_sight(book):
    """Table, frozen row and column, filter buttons, and a note on each heading."""
    sheet = book()["Actions"]

    table = sheet.tables["Actions"]
    assert headings(sheet)[: len(COLUMNS)] == list(COLUMNS)
    assert [column.name for column in table.tableColumns] == headings(sheet)
    assert (table.headerRowCount, table.ref) == (1, sheet.dimensions)
    assert sheet.freeze_panes == "B2"
    for cell in sheet[1]:
        assert len(cell.comment.text) > 20, cell.value
        assert cell.font.b
        assert cell.fill.fgColor.rgb in ("FF1F3864", "FF595959")
        assert cell.font.color.rgb == "FFFFFFFF"
    assert not [sheet.title for sheet in book() if sheet.title != "Actions" and any(c.comment for c in sheet[1])]


def test_refs_stay_text():
    """1.10 stays 1.10, in the rows that are there and in those that are typed below, and Excel does not complain."""
    book = first()

    for sheet, column in ((book["Actions"], "A"), (book["Priorities"], "A")):
        assert sheet[f"{column}2"].number_format == "@"
        assert sheet[f"{column}2"].data_type == "s"
        assert sheet.column_dimensions[column].number_format == "@"


def test_every_text_wraps_in_a_row_that_grows():
    """Text wraps; rows are high enough and Excel may change them; a date has room."""
    sheet = following()["Actions"]

    assert all(cell.alignment.wrap_text for row in sheet.iter_rows() for cell in row)
    assert sheet.row_dimensions[2].height > 40
    assert "<row " in (xml := part(starter_workbook(sefton(), last_plan(), DAY), "xl/worksheets/sheet2.xml"))
    assert "customHeight" not in xml
    assert sheet.column_dimensions[letter(sheet, "Due")].width > len("30 September 2026")


def rules_of(sheet) -> dict[str, object]:
    """The rule of each column by its heading."""
    found = {}
    for rule in sheet.data_validations.dataValidation:
        (area,) = rule.sqref.ranges
        assert area.min_row == 2
        assert area.max_row >= 500
        found[sheet.cell(1, area.min_col).value] = rule
    return found


def test_drop_downs_offer_what_may_be_chosen():
    """Priorities and partners from their sheets, the council's statuses, yes and no; each says what is wanted."""
    book = following()
    rules = rules_of(book["Actions"])

    assert set(rules) == {"Priority", "Partner", "Due", "Revised due", "RAG", "Exempt"}
    for name, rule in rules.items():
        assert rule.type == ("custom" if "ue" in name else "list")
        assert rule.showInputMessage
        assert rule.showErrorMessage
        assert rule.prompt
        assert rule.error
        assert rule.allowBlank
        assert len(rule.formula1) < 256
    lists = book["Lists"]
    assert rules["RAG"].formula1 == "Lists!$A$2:$A$6"
    assert [lists[f"A{row}"].value for row in range(2, 7)] == [str(status) for status in sefton().rag]
    assert rules["Exempt"].formula1 == "Lists!$C$2:$C$3"
    assert [lists["C2"].value, lists["C3"].value] == ["yes", "no"]
    assert rules["Partner"].formula1 == "OFFSET(Lists!$D$2,0,0,MAX(1,COUNTA(Lists!$D$2:$D$200)),1)"
    assert lists["D2"].value == last_plan().actions[0].partner
    assert rules["Priority"].formula1 == "OFFSET(Priorities!$A$2,0,0,MAX(1,COUNTA(Priorities!$A$2:$A$200)),1)"


def test_drop_downs_reach_below_a_long_plan():
    """A plan of a thousand actions has drop-downs on each, and on rows to come."""
    action = last_plan().actions[0]
    actions = tuple(action.model_copy(update={"ref": str(number)}) for number in range(1000))

    sheet = opened(starter_workbook(sefton(), ActionPlan(actions=actions), DAY))["Actions"]

    areas = [area for rule in sheet.data_validations.dataValidation for area in rule.sqref.ranges]
    assert {area.max_row for area in areas} == {1100}


def test_statuses_have_the_councils_own_colours():
    """Each status, and its colour word alone, is filled and written in the colours of council.yaml."""
    sheet = first()["Actions"]
    rag = letter(sheet, "RAG")
    found = {}
    for area, rules in sheet.conditional_formatting._cf_rules.items():
        for rule in rules:
            if str(area.sqref) == f"{rag}2:{rag}500" and rule.type == "expression":
                found[rule.formula[0]] = (rule.dxf.fill.bgColor.rgb[2:], rule.dxf.font.color.rgb[2:])

    assert list(found.values()) == [(status.fill, status.text) for status in sefton().rag]
    for status, formula in zip(sefton().rag, found, strict=True):
        for name in (str(status), status.colour, *status.words):
            assert f'TRIM(${rag}2)="{name}"' in formula


def test_it_prints_on_a4_with_headings_and_page_numbers():
    """Landscape, one page wide, headings repeated, numbered; columns that are never published are not printed."""
    for sheet in following():
        assert sheet.page_setup.paperSize == 9
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in (None, 1)
        assert sheet.oddFooter.right.text == "Page &P of &N"
        assert sheet.page_setup.orientation == ("portrait" if sheet.title == "Guide" else "landscape")
        assert sheet.print_title_rows == (None if sheet.title == "Guide" else "$1:$1")
    actions = following()["Actions"]
    assert actions.page_setup.fitToHeight == 0
    assert "Actions!$A:$L</definedName>" in part(starter_workbook(sefton(), last_plan(), DAY), "xl/workbook.xml")


def test_the_guide_tells_what_every_column_and_status_is():
    """Colour and word and meaning; dates; what is never published; what to do before sending it."""
    sheet = first()["Guide"]
    terms = {row[0].value: row for row in sheet.iter_rows() if row[0].value}

    assert {*COLUMNS} <= terms.keys()
    for status in sefton().rag:
        term, meaning = terms[str(status)][:2]
        assert meaning.value == status.meaning
        assert (term.fill.fgColor.rgb[2:], term.font.color.rgb[2:]) == (status.fill, status.text)
    sections = [cell.value for cell in sheet["A"] if cell.value and cell.font.sz and cell.font.sz >= 12]
    assert sections == [
        "How to fill in this workbook", "The sheets", "The columns of sheet Actions",
        "What the statuses of Sefton Council mean", "How to write dates", "What is never published",
        "Before you send it",
    ]  # fmt: skip


def test_properties_name_the_plan_and_nobody():
    """A title for screen readers; no author, and no time at which it was made."""
    properties = first().properties

    assert properties.title == "Action plan"
    assert not properties.creator
    assert not properties.lastModifiedBy
    assert properties.created.isoformat() == "2020-01-01T00:00:00"


# What may be typed under Due

GOOD = (
    "End March 2027", "by April 2027", "Q4 2026/27", "2026/27", "2026-27", "Ongoing", "ongoing", "TBC", "N/A",
    "Spring term 2027", "w/c 8 March 2027", date(2000, 1, 1), date(2027, 3, 31), NOT_YET_SET,
)  # fmt: skip
BAD = (
    "31/02/2027", "31/2/27", "30.2.2027", "March", "End March", "soon", "32 March 2027", "Q4", "end of the year",
    date(1999, 12, 31), date(2100, 1, 1), 2027, 5,
)  # fmt: skip


@needs_libreoffice
def test_a_date_or_words_with_a_year_may_be_typed_and_nothing_else(tmp_path):
    """Real dates and officers' words are accepted; days that do not exist and words without a year are not."""
    book = first()
    formula = rules_of(book["Actions"])["Due"].formula1
    assert f"={formula}" == _when(f"{letter(book['Actions'], 'Due')}2")
    sheet = book.create_sheet("Tried")
    for row, value in enumerate((*GOOD, *BAD), 2):
        sheet[f"G{row}"] = value
        sheet[f"H{row}"] = f"={formula.replace('G2', f'G{row}')}"
    content = io.BytesIO()
    book.save(content)

    saved = openpyxl.load_workbook(io.BytesIO(through_libreoffice(content.getvalue(), tmp_path)), data_only=True)

    judged = [saved["Tried"][f"H{row}"].value for row in range(2, len(GOOD) + len(BAD) + 2)]
    accepted = [value for value, is_good in zip((*GOOD, *BAD), judged, strict=True) if is_good is True]
    assert accepted == list(GOOD)


@needs_libreoffice
def test_it_reads_the_same_after_libreoffice_saved_it(tmp_path):
    """An officer without Excel may open, edit and save it."""
    made = starter_workbook(sefton(), last_plan(), DAY)

    after = plan_of(through_libreoffice(made, tmp_path))

    before = plan_of(made)
    assert [told(action) for action in after.actions] == [told(action) for action in before.actions]
    assert [days(action) for action in after.actions] == [days(action) for action in before.actions]
    assert (len(after.priorities), after.strengths) == (len(before.priorities), before.strengths)


# A council with words and statuses of its own

CALLED = {
    "Ref": "Identification",
    "Partner": "Accountable body",
    "Lead": "Accountable post",
    "Due": "Finish by",
    "Revised due": "New date by which everybody has agreed that it will now be finished, {at last}",
    "RAG": "BRAG",
    "Exempt": "Keep private",
}


def own(folder, plan: ActionPlan | None = None) -> openpyxl.Workbook:
    """That council's workbook."""
    return opened(starter_workbook(elsewhere(folder), plan, DAY if plan else None))


def words_of(book: openpyxl.Workbook) -> str:
    """All that an officer reads in the cells, notes and messages of a workbook."""
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value]
    rules = [rule for sheet in book for rule in sheet.data_validations.dataValidation]
    return "\n".join(
        [str(cell.value) for cell in cells]
        + [cell.comment.text for cell in cells if cell.comment]
        + [f"{rule.promptTitle} {rule.prompt} {rule.errorTitle} {rule.error}" for rule in rules]
    )


def test_columns_are_headed_with_the_councils_first_words(tmp_path):
    """Where council.yaml has words for a column, the first of them; else the column's own name."""
    sheet = own(tmp_path)["Actions"]

    assert headings(sheet) == [CALLED.get(name, name) for name in COLUMNS]
    assert [column.name for column in sheet.tables["Actions"].tableColumns] == headings(sheet)


def test_the_councils_workbook_is_read_as_its_plan(tmp_path):
    """Each column is known by its heading; the first status is the council's for what has not started."""
    sets = a_council(tmp_path)
    profile = read_profile("elsewhere", [sets])
    report = starter_report(profile, "elsewhere", "report.schema.json", {})
    folder = a_folder(tmp_path / "new", starter_workbook(profile), report, starter_narrative())

    parsed = read_paper(folder, [sets])

    assert [str(finding) for finding in parsed.findings] == []
    first_action, second_action = parsed.value.paper.plan.actions
    assert (first_action.ref, first_action.due.first, first_action.exempt) == ("1.1", NOT_YET_SET, False)
    assert str(first_action.status) == str(second_action.status) == "Grey: not started"
    assert (first_action.lead[:10], first_action.partner) == ("[To write:", "[To choose: partner]")


def test_a_plan_is_carried_over_under_the_councils_words(tmp_path):
    """The next plan holds what the last one did, under the same headings; what was said last stands beside it."""
    profile = elsewhere(tmp_path)
    green = Due(words="End March 2027", first=date(2027, 3, 31), last=date(2027, 3, 31))
    actions = tuple(
        Action(ref=f"1.{at}", action="Train", lead="Head", due=green, status=status, partner="Police", progress="Half")
        for at, status in enumerate(profile.rag, 1)
    )

    made = starter_workbook(profile, ActionPlan(actions=actions), DAY)
    parsed = parse_action_plan(parse_xlsx(made, "").value, "", profile)

    assert [finding for finding in parsed.findings if finding.severity is not Severity.NOTE] == []
    assert [told(action) for action in parsed.value.actions] == [told(action) for action in actions]
    assert [action.progress == "Half" for action in parsed.value.actions] == [
        not status.state.is_open for status in profile.rag
    ]
    assert headings(opened(made)["Actions"])[-2:] == ["Previous progress", "Previous RAG"]


def test_drop_downs_and_colours_follow_the_councils_columns_and_statuses(tmp_path):
    """Every rule is on its column and fits what Excel takes; each status has its own colours."""
    profile, sheet = elsewhere(tmp_path), own(tmp_path / "again")["Actions"]

    rules = rules_of(sheet)
    assert set(rules) == {
        CALLED.get(name, name) for name in ("Priority", "Partner", "Due", "Revised due", "RAG", "Exempt")
    }
    for heading, rule in rules.items():
        assert heading.startswith(rule.promptTitle.rstrip("."))
        assert len(rule.promptTitle) <= 32
        assert len(rule.prompt) <= 255
    assert rules["BRAG"].formula1 == "Lists!$A$2:$A$6"
    colours = {
        (rule.dxf.fill.bgColor.rgb[2:], rule.dxf.font.color.rgb[2:])
        for area in sheet.conditional_formatting
        for rule in area.rules
        if rule.type == "expression"
    }
    assert {(status.fill, status.text) for status in profile.rag} <= colours


def test_a_heading_has_room_in_its_column(tmp_path):
    """No word of a heading is broken, and the row is as high as the longest heading needs."""
    sheet = own(tmp_path)["Actions"]

    for cell in sheet[1]:
        longest = max(len(word) for word in cell.value.split())
        assert sheet.column_dimensions[cell.column_letter].width > longest, cell.value
    assert sheet.row_dimensions[1].height > first()["Actions"].row_dimensions[1].height


def test_what_officers_are_told_names_columns_by_the_councils_words(tmp_path):
    """Guide, notes and messages speak of "Finish by", never of a column that the workbook does not have."""
    words = words_of(own(tmp_path))

    assert "use New date by which everybody" in words
    assert "Leave it empty if Finish by still holds." in words
    assert "Those with yes under Keep private are in nothing that is public." in words
    assert "or change its BRAG." in words
    for name in ("Due", "Revised due", "RAG", "Exempt", "Lead"):
        assert not re.search(rf"\b{name}\b", words), name
