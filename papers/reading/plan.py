"""Sheets of located cells -> an action plan."""

from __future__ import annotations

from collections.abc import Sequence

from papers import wording
from papers.findings import Findings, Parsed, Place, Severity
from papers.model.plan import Action, ActionPlan, Priority, Sheet, Strength
from papers.model.profile import Profile
from papers.reading.action import EXCEL_ERRORS, ActionReader
from papers.reading.columns import COLUMNS, KEPT_BACK, REQUIRED, WORKING
from papers.reading.heading_rows import Names, heading_row
from papers.reading.headings import Headings, find_headings
from papers.reading.located import Grid, Row
from papers.reading.table import Table, say_hidden

_OTHER_SHEETS = ("priorities", "strengths")
_NAME_SHEETS = "name the sheets that count in report.yaml, under action_plan, as sheets: [...]"


def parse_action_plan(
    sheets: Sequence[Grid], file: str, profile: Profile, wanted: Sequence[str] = ()
) -> Parsed[ActionPlan]:
    """The actions of a workbook, in its order, each knowing its own cells; the optional sheets where they are.

    The actions stand in the sheets called `wanted`; where there are none, in sheet `Actions`; where there is none of
    that name, in every sheet with the headings of a plan. In several sheets without a column Priority, the name of
    the sheet is the priority.

    Due         the officer's words, and the days they span; "TBC" spans none
    RAG         a status of `profile.rag`, by colour, label or another of its words, in any case
    Priority    the words of the priority, also where the cell holds its Ref from sheet `Priorities`
    Exempt      empty is no
    others      text; an empty cell is ""

    Blank rows are passed over. Returns the usable actions, with a finding for every row left out: AP001 a cell that
    cannot be used, AP002 to AP006, AP009 and AP010 about headings (headings.py), AP003 a Ref used twice, AP004 a row
    without a Ref, AP007 no sheet with actions, AP008 no actions at all, AP011 a row that is no action and AP012 "As
    above" (table.py), AP013 to AP018 about single cells (action.py), AP016 other sheets with headings of a plan,
    WB002 to WB004 what is hidden. An action is never partly filled.
    """
    findings = Findings()
    by_name = {sheet.name.strip().casefold(): sheet for sheet in sheets}
    priorities = tuple(
        Priority(ref=ref, title=title, place=place)
        for ref, title, place in _pairs(by_name.get("priorities"), "Ref", "Priority", findings)
    )
    strengths = tuple(
        Strength(partner=partner, strength=strength)
        for partner, strength, _ in _pairs(by_name.get("strengths"), "Partner", "Strength", findings)
    )
    grids = _plan_sheets(sheets, file, profile, wanted, findings)
    several = max(len(grids), len(wanted)) > 1
    reader = ActionReader(profile, priorities, findings)
    actions = tuple(action for grid in grids for action in _actions(grid, several, profile, reader, findings))
    named = tuple(Priority(title=title) for title in dict.fromkeys(action.priority for action in actions) if title)
    return findings.parsed(ActionPlan(actions=actions, priorities=priorities or named, strengths=strengths))


def _plan_sheets(
    sheets: Sequence[Grid], file: str, profile: Profile, wanted: Sequence[str], findings: Findings
) -> list[Grid]:
    """The sheets with the actions, in the workbook's order; none, with AP007, where there are no such sheets."""
    by_name = {sheet.name.strip().casefold(): sheet for sheet in sheets}
    for name in (name for name in wanted if name.strip().casefold() not in by_name):
        there = wording.quoted([sheet.name for sheet in sheets])
        remedy = wording.did_you_mean(name, [sheet.name for sheet in sheets]) or f"the sheets are {there}"
        findings.error("AP007", Place(file, name), "there is no such sheet, or it is hidden", remedy)
    named = {name.strip().casefold() for name in wanted}
    plans = [sheet for sheet in sheets if sheet.name.strip().casefold() in named]
    if not wanted:
        plans = _found_sheets(sheets, file, profile, findings)
    for sheet in (sheet for sheet in plans if KEPT_BACK.search(sheet.name)):
        sentence = f'"{sheet.name}" may keep the actions of this sheet from the public'
        remedy = "write yes under a column Exempt in each of its rows, and name the sheet otherwise"
        findings.error("AP009", Place(file, sheet.name), sentence, remedy)
    return plans


def _found_sheets(sheets: Sequence[Grid], file: str, profile: Profile, findings: Findings) -> list[Grid]:
    """The sheets with the actions where report.yaml names none, with AP016 where it had better."""
    by_name = {sheet.name.strip().casefold(): sheet for sheet in sheets}
    own = by_name.get("actions")
    plans = [sheet for sheet in sheets if sheet is not own and _has_headings(sheet, profile)]
    if own is None:
        for other in (sheet for sheet in sheets if plans and sheet not in plans and _is_nearly(sheet, profile)):
            sentence = "this sheet has some headings of a plan, and is not read, because it lacks others"
            findings.warning(
                "AP016", Place(file, other.name), sentence, f"every plan needs {wording.listing(REQUIRED)}"
            )
        if len(plans) > 1:
            names = wording.listing(sheet.name for sheet in plans)
            sentence = f"the plan is read from the sheets {names}, and all their actions count"
            findings.warning("AP016", Place(file), sentence, _NAME_SHEETS)
        if not plans and len(sheets) == 1 and _is_nearly(sheets[0], profile):
            return list(sheets)
        if not plans:
            _say_no_sheet(sheets, file, findings)
        return plans
    for other in plans:
        findings.warning(
            "AP016",
            Place(file, other.name),
            "this sheet has the headings of a plan too, and is not read, because there is a sheet Actions",
            _NAME_SHEETS,
        )
    return [own]


def _has_headings(sheet: Grid, profile: Profile) -> bool:
    if sheet.name.strip().casefold() in _OTHER_SHEETS:
        return False
    return find_headings(sheet, {**COLUMNS, **WORKING}, profile.columns, REQUIRED, Findings()) is not None


def _is_nearly(sheet: Grid, profile: Profile) -> bool:
    """Whether a sheet has most of the headings that every plan needs."""
    if sheet.name.strip().casefold() in _OTHER_SHEETS:
        return False
    names = Names(COLUMNS, profile.columns)
    found = heading_row(sheet, names)
    return found is not None and sum(names.of(words) in REQUIRED for words in found.headings.values()) > 2


def _say_no_sheet(sheets: Sequence[Grid], file: str, findings: Findings) -> None:
    """AP007 where several sheets, or none, could be the plan."""
    names = [sheet.name for sheet in sheets]
    sentence = f"there is no sheet Actions, only {wording.quoted(names)}" if names else "no sheet is visible"
    remedy = f'rename the sheet with the actions to "Actions", or name the columns {wording.listing(REQUIRED)}'
    findings.error("AP007", Place(file), sentence, remedy)


def _pairs(grid: Grid | None, first: str, second: str, findings: Findings) -> list[tuple[str, str, Place]]:
    """The rows of a sheet of two columns, with their place; AP001 where one is empty. No sheet has no rows."""
    columns = {name: COLUMNS.get(name, ()) for name in (first, second)}
    headings = find_headings(grid, columns, {}, columns, findings) if grid else None
    if grid is None or headings is None:
        return []
    sheet = Sheet(grid.file, grid.name, headings.letters())
    pairs = []
    say_hidden(grid, headings, sheet, findings)
    for row in headings.rows_below(grid):
        one, other = (wording.of_cell(headings.value(row, name)) for name in (first, second))
        refused = [_is_refused(grid, headings, sheet, row, name, findings) for name in (first, second)]
        if any(refused):
            continue
        if one and other:
            pairs.append((one, other, sheet.cell(second, row.number)))
        elif one or other:
            empty = second if one else first
            findings.error("AP001", sheet.cell(empty, row.number), f"{empty} is empty", "fill it in or delete the row")
    return pairs


def _is_refused(grid: Grid, headings: Headings, sheet: Sheet, row: Row, name: str, findings: Findings) -> bool:
    """Whether a cell holds what no paper may show, which is said as it is for actions."""
    cell, marks = (row.number, headings.index[name]), grid.marks
    for code, cells, what in (
        ("AP014", marks.uncalculated, "is a formula that was never calculated"),
        ("AP015", marks.struck, "has text that is struck through"),
        ("AP017", marks.unseen, "has text that cannot be seen in the sheet"),
    ):
        if cell in cells:
            findings.error(code, sheet.cell(name, row.number), f"{name} {what}", "mend or delete it")
            return True
    if (words := wording.of_cell(headings.value(row, name))) in EXCEL_ERRORS:
        findings.error(
            "AP001", sheet.cell(name, row.number), f"{name} is {words}, an error of Excel's", "type the text"
        )
        return True
    return False


def _actions(
    grid: Grid, is_one_of_several: bool, profile: Profile, reader: ActionReader, findings: Findings
) -> list[Action]:
    headings = find_headings(grid, {**COLUMNS, **WORKING}, profile.columns, REQUIRED, findings)
    if headings is None:
        return []
    sheet = Sheet(grid.file, grid.name, headings.letters())
    table = Table(grid, headings, sheet, findings)
    if not len(table) and not any(finding.severity is Severity.ERROR for finding in findings.found):
        where = sheet.cell("Ref", headings.row + 1)
        findings.error("AP008", where, "there are no actions below the headings", "write one action a row")
    has_own = not is_one_of_several or "Priority" in headings.index
    return reader.actions(table, "" if has_own else grid.name)
