"""Sheets of located cells -> an action plan."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date

from papers import wording
from papers.findings import Findings, Parsed, Place
from papers.model.due import Due
from papers.model.plan import Action, ActionPlan, Priority, Sheet, Strength
from papers.model.profile import Profile
from papers.model.scheme import Status
from papers.reading.due import parse_due
from papers.reading.headings import COLUMNS, REQUIRED, Headings, find_headings
from papers.reading.located import CellValue, Grid, Row

_EXEMPT = {"yes": True, "y": True, "exempt": True, "": False, "no": False, "n": False}
_EXCEL_ERRORS = frozenset(("#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"))
_DUE_ADVICE = 'write a date, or words like "End March 2021", "Q4 2020/21", "Ongoing" or "TBC"'


def parse_action_plan(sheets: Sequence[Grid], file: str, profile: Profile) -> Parsed[ActionPlan]:
    """The actions of sheet `Actions`, in its order, each knowing its own cells; the optional sheets where they are.

    Due         the officer's words, and the days they span; "TBC" spans none
    RAG         a status of `profile.rag`, by colour, label or another of its words, in any case
    Priority    the words of the priority, also where the cell holds its Ref from sheet `Priorities`
    Exempt      empty is no
    others      text; an empty cell is ""

    Blank rows are passed over. Returns the usable actions, with a finding for every row left out: AP001 a cell that
    cannot be used, AP002 a heading not found, AP003 a Ref used twice, AP004 a row without a Ref, AP005 a heading
    twice, AP006 a column that is not published, AP007 no sheet `Actions`, AP008 no actions at all. An action is
    never partly filled.
    """
    findings = Findings()
    by_name = {sheet.name.strip().casefold(): sheet for sheet in sheets}
    grid = by_name.get("actions")
    if grid is None:
        names = [sheet.name for sheet in sheets]
        sentence = f"there is no sheet Actions, only {wording.quoted(names)}" if names else "no sheet is visible"
        findings.error("AP007", Place(file), sentence, 'rename the sheet with the actions to "Actions"')
        return findings.parsed(ActionPlan(actions=()))
    priorities = tuple(
        Priority(ref=ref, title=title) for ref, title in _pairs(by_name.get("priorities"), "Ref", "Priority", findings)
    )
    strengths = tuple(
        Strength(partner=partner, strength=strength)
        for partner, strength in _pairs(by_name.get("strengths"), "Partner", "Strength", findings)
    )
    actions = _actions(grid, profile, priorities, findings)
    named = tuple(Priority(title=title) for title in dict.fromkeys(action.priority for action in actions) if title)
    return findings.parsed(ActionPlan(actions=actions, priorities=priorities or named, strengths=strengths))


def _pairs(grid: Grid | None, first: str, second: str, findings: Findings) -> list[tuple[str, str]]:
    """The rows of a sheet of two columns; AP001 where one of the two is empty. No sheet has no rows."""
    columns = {name: COLUMNS.get(name, ()) for name in (first, second)}
    headings = find_headings(grid, columns, {}, columns, findings) if grid else None
    if grid is None or headings is None:
        return []
    sheet = Sheet(grid.file, grid.name, headings.letters())
    pairs = []
    for row in headings.rows_below(grid):
        words = [as_text(headings.value(row, name)) for name in (first, second)]
        if all(words):
            pairs.append((words[0], words[1]))
        elif any(words):
            empty = second if words[0] else first
            findings.error("AP001", sheet.cell(empty, row.number), f"{empty} is empty", "fill it in or delete the row")
    return pairs


def _actions(grid: Grid, profile: Profile, priorities: tuple[Priority, ...], findings: Findings) -> tuple[Action, ...]:
    headings = find_headings(grid, COLUMNS, profile.columns, REQUIRED, findings)
    if headings is None:
        return ()
    reader = _Rows(headings, Sheet(grid.file, grid.name, headings.letters()), profile, priorities, findings)
    rows = headings.rows_below(grid)
    if not rows:
        where = reader.sheet.cell("Ref", headings.row + 1)
        findings.error("AP008", where, "there are no actions below the headings", "write one action a row")
    return tuple(action for row in rows if (action := reader.action(row)))


class _Rows:
    """What the rows of one sheet have in common while they become actions."""

    def __init__(
        self,
        headings: Headings,
        sheet: Sheet,
        profile: Profile,
        priorities: tuple[Priority, ...],
        findings: Findings,
    ) -> None:
        self.headings = headings
        self.sheet = sheet
        self.findings = findings
        self.choices = [str(status) for status in profile.rag]
        self.names = [name for status in profile.rag for name in (status.colour, status.label, *status.words)]
        self.titles = {name.casefold(): p.title for p in priorities for name in (p.ref, p.title)}
        self.priority_names = [name for p in priorities for name in (p.ref, p.title)]
        self.first_use: dict[str, str] = {}
        # A plan repeats a few words in ten thousand rows.
        self.find_status = functools.cache(profile.scheme.find)
        self.find_due = functools.cache(parse_due)

    def action(self, row: Row) -> Action | None:
        """The action in `row`; None, with its findings, where a cell cannot be used."""
        before = len(self.findings.found)
        ref = self.ref(row)
        words = {name: as_text(self.headings.value(row, name)) for name in COLUMNS}
        for name in (name for name, value in words.items() if value in _EXCEL_ERRORS):
            self.unusable(
                row, name, f"{name} is {words[name]}, an error of Excel's", "mend the formula, or type the text"
            )
        for name in ("Action", "Lead"):
            if not words[name]:
                self.unusable(row, name, f"{name} is empty", f"fill in {name}, or delete the row")
        due = self.due(row, "Due") if words["Due"] else None
        if not words["Due"]:
            self.unusable(row, "Due", "Due is empty", _DUE_ADVICE)
        revised = self.due(row, "Revised due") if words["Revised due"] else None
        status = self.status(row, words["RAG"])
        exempt = _EXEMPT.get(words["Exempt"].casefold())
        if exempt is None:
            found = wording.shortened(words["Exempt"])
            self.unusable(row, "Exempt", f'Exempt is "{found}"', "write yes or no")
        priority = self.priority(row, words["Priority"])
        if len(self.findings.found) > before or due is None or status is None:
            return None
        return Action(
            ref=ref,
            action=words["Action"],
            lead=words["Lead"],
            due=due,
            status=status,
            priority=priority,
            partner=words["Partner"],
            area=words["Area for development"],
            revised_due=revised,
            progress=words["Progress"],
            impact=words["Impact"],
            exempt=bool(exempt),
            row=row.number,
            sheet=self.sheet,
        )

    def unusable(self, row: Row, column: str, sentence: str, remedy: str) -> None:
        self.findings.error("AP001", self.sheet.cell(column, row.number), sentence, remedy)

    def ref(self, row: Row) -> str:
        value = self.headings.value(row, "Ref")
        where = self.sheet.cell("Ref", row.number)
        ref = as_text(value)
        if not ref:
            self.findings.error("AP004", where, "this row has no Ref", "give the action a Ref, or delete the row")
        elif isinstance(value, date):
            self.unusable(row, "Ref", f"Ref is the date {ref}", "format the column as text and type the Ref again")
        elif ref in self.first_use:
            self.findings.error(
                "AP003", where, f'Ref "{ref}" is used twice, first in {self.first_use[ref]}', "give each action its own"
            )
        else:
            self.first_use[ref] = where.cell
        return ref

    def due(self, row: Row, column: str) -> Due | None:
        value = self.headings.value(row, column)
        # A year alone is a number to Excel.
        words = as_text(value) if isinstance(value, (int, float)) and 1900 < value < 2100 else value
        due = self.find_due(words) if isinstance(words, (str, date)) else None
        if due is None:
            self.unusable(row, column, f'{column} is "{wording.shortened(as_text(value))}"', _DUE_ADVICE)
        return due

    def status(self, row: Row, words: str) -> Status | None:
        status = self.find_status(words)
        if status is None:
            sentence = f'RAG is "{wording.shortened(words)}"' if words else "RAG is empty"
            near = wording.did_you_mean(words, self.names)
            self.unusable(row, "RAG", sentence, f"{near} " * bool(near) + f"Write {wording.quoted(self.choices)}")
        return status

    def priority(self, row: Row, words: str) -> str:
        """The priority's words; a cell that names none of the sheet `Priorities` is a finding."""
        if not words or not self.titles:
            return words
        title = self.titles.get(words.casefold())
        if title is None:
            near = wording.did_you_mean(words, self.priority_names)
            advice = near or "write the Ref or the words of a row of sheet Priorities"
            self.unusable(row, "Priority", f'Priority is "{wording.shortened(words)}"', advice)
        return title or ""


def as_text(value: CellValue) -> str:
    """A cell's value in the words an officer sees: 3.0 is "3", a date is in the house style, empty is ""."""
    match value:
        case str():
            return value
        case None:
            return ""
        case bool():
            return wording.yes_no(value)
        case float() if value.is_integer():
            return str(int(value))
        case date():
            return wording.day(value)
    return str(value)
