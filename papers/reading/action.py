"""A row of a plan -> an action; or what keeps it from being one, at its cell."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence
from datetime import date, timedelta

from papers import wording
from papers.findings import Findings, Place
from papers.model.due import Due
from papers.model.plan import Action, Priority, Sheet
from papers.model.profile import Profile
from papers.model.scheme import Status
from papers.reading.columns import COLUMNS
from papers.reading.due import parse_due, parse_month, readings
from papers.reading.headings import Headings
from papers.reading.located import Cells, CellValue, Grid, Row
from papers.reading.table import Table, Values
from papers.reading.updates import last_touched

_EXEMPT = {"yes": True, "y": True, "exempt": True, "": False, "no": False, "n": False}
EXCEL_ERRORS = frozenset((
    "#N/A", "#REF!", "#NAME?", "#VALUE!", "#DIV/0!", "#NULL!", "#NUM!", "#SPILL!", "#CALC!", "#GETTING_DATA",
    "#FIELD!", "#BLOCKED!", "#CONNECT!", "#BUSY!", "#UNKNOWN!",
))  # fmt: skip
_DUE_ADVICE = 'write a date, or words like "End March 2021", "Q4 2020/21", "Ongoing" or "TBC"'
_TEXTS = ("Priority", "Partner", "Area for development", "Action", "Lead", "Progress", "Impact")


class ActionReader:
    """What the rows of a workbook have in common while they become actions. Refs are unique in all of its sheets."""

    def __init__(self, profile: Profile, priorities: Sequence[Priority], findings: Findings) -> None:
        self.findings = findings
        self.scheme = profile.scheme
        self.choices = [str(status) for status in profile.rag]
        self.names = [name for status in profile.rag for name in (status.colour, status.label, *status.words)]
        self.titles = {name.casefold(): p.title for p in priorities for name in (p.ref, p.title)}
        self.priority_names = [name for p in priorities for name in (p.ref, p.title)]
        self.first_use: dict[str, Place] = {}
        # A plan repeats a few words in ten thousand rows.
        self.find_status = functools.cache(self.scheme.find)
        self.find_due = functools.cache(parse_due)

    def actions(self, table: Table, priority: str) -> list[Action]:
        """The usable actions of a table; `priority` is that of all its rows, "" where each has its own.

        Findings: AP001 a cell that cannot be used, AP003 a Ref used twice, AP004 no Ref, AP013 a number read as a day,
        AP014 a formula that was never calculated, AP015 text struck through, AP017 text that cannot be seen, AP018 a
        day shown without its year.
        """
        priority = self.titles.get(priority.casefold(), priority)
        unseen = table.grid.marks.unseen | table.covered()
        rows = (_RowReader(self, table, row, values, unseen).action(priority) for row, values in table)
        return [action for action in rows if action is not None]


class _RowReader:
    """One row. A column that was found wrong once is not said again."""

    def __init__(self, plan: ActionReader, table: Table, row: Row, values: Values, unseen: Cells) -> None:
        self.plan = plan
        self.grid: Grid = table.grid
        self.headings: Headings = table.headings
        self.sheet: Sheet = table.sheet
        self.row = row
        self.values = values
        self.unseen = unseen
        self.wrong: set[str] = set()

    def action(self, priority: str) -> Action | None:
        """The action of this row; None, with its findings, where a cell cannot be used."""
        self._refuse_marked_cells()
        words = {name: wording.of_cell(self.values.get(name)) for name in _TEXTS}
        ref = self._ref()
        self._refuse_excel_errors()
        for name in ("Action", "Lead"):
            if not words[name]:
                self._unusable(name, f"{name} is empty", f"fill in {name}, or delete the row")
        due, revised = self._due("Due"), self._due("Revised due")
        status = self._status()
        exempt = self._exempt()
        title = self._priority(words["Priority"]) or priority
        if self.wrong or due is None or status is None:
            return None
        return Action(
            ref=ref,
            action=words["Action"],
            lead=words["Lead"],
            due=due,
            status=status,
            priority=title,
            partner=words["Partner"],
            area=words["Area for development"],
            revised_due=revised,
            progress=words["Progress"],
            impact=words["Impact"],
            exempt=exempt,
            fill=self._fill(),
            last_update=self._last_update(),
            mitigation=wording.of_cell(self.values.get("Mitigation")),
            row=self.row.number,
            sheet=self.sheet,
        )

    def _unusable(self, column: str, sentence: str, remedy: str, code: str = "AP001") -> None:
        if column not in self.wrong:
            self.wrong.add(column)
            self.plan.findings.error(code, self.sheet.cell(column, self.row.number), sentence, remedy)

    def _cell(self, column: str) -> tuple[int, int]:
        return self.row.number, self.headings.index.get(column, -1)

    def _refuse_marked_cells(self) -> None:
        """AP014, AP015 and AP017: what the paper would lose, or show although the sheet does not."""
        marks = self.grid.marks
        if not (marks.uncalculated or marks.struck or self.unseen):
            return
        for column in (name for name in self.headings.index if name in COLUMNS):
            cell = self._cell(column)
            if cell in marks.uncalculated:
                sentence = f"{column} is a formula that was never calculated"
                self._unusable(column, sentence, "open the workbook in Excel and save it", "AP014")
            elif self.values.get(column) is None:
                continue
            elif cell in marks.struck:
                sentence = f"{column} has text that is struck through, which a paper would show as if it still held"
                self._unusable(column, sentence, "delete that text, or take the strike off", "AP015")
            elif cell in self.unseen and column != "RAG":  # many officers colour its word like its cell
                sentence = f"{column} has text that cannot be seen in the sheet"
                self._unusable(column, sentence, "delete it, or give it a colour that can be read", "AP017")

    def _refuse_excel_errors(self) -> None:
        for column, value in self.values.items():
            if type(value) is str and value in EXCEL_ERRORS and column in COLUMNS:
                sentence = f"{column} is {value}, an error of Excel's"
                self._unusable(column, sentence, "mend the formula, or type the text")

    def _ref(self) -> str:
        value = self.values.get("Ref")
        where = self.sheet.cell("Ref", self.row.number)
        ref = wording.of_cell(value)
        first = self.plan.first_use.get(ref)
        if "Ref" in self.wrong:
            return ref
        if not ref:
            self._unusable("Ref", "this row has no Ref", "give the action a Ref, or delete the row", "AP004")
        elif isinstance(value, date):
            self._unusable("Ref", f"Ref is the date {ref}", "format the column as text and type the Ref again")
        elif first is not None:
            there = first.cell if first.sheet == where.sheet else f"{first.sheet}!{first.cell}"
            remedy = "give each action its own"
            if first.sheet != where.sheet:
                remedy = "if one of the sheets is an older plan, name those that count under action_plan in report.yaml"
            self._unusable("Ref", f'Ref "{ref}" is used twice, first in {there}', remedy, "AP003")
        else:
            self.plan.first_use[ref] = where
        return ref

    def _due(self, column: str) -> Due | None:
        """The days of Due or Revised due; an empty Revised due is None, an empty Due a finding too."""
        value = self.values.get(column)
        if value is None or column in self.wrong:
            if column == "Due":
                self._unusable(column, "Due is empty", _DUE_ADVICE)
            return None
        if isinstance(value, date):
            return self._shown(column, value)
        words = wording.of_cell(value)
        if (day := self._serial(value)) is not None:
            sentence = f"{column} is the number {words}, and is read as {wording.day(day)}"
            where = self.sheet.cell(column, self.row.number)
            self.plan.findings.note("AP013", where, sentence, "format the cell as a date")
            return self.plan.find_due(day)
        due = self.plan.find_due(words)
        if due is None:
            both = wording.listing(map(wording.day, readings(words)), "or")
            sentence = f'{column} is "{wording.shortened(words)}"{", which is " + both if both else ""}'
            lacks_year = not both and any(self.plan.find_due(f"{words} {year}") for year in ("2021", "2020/21"))
            remedy = "write the month in letters" if both else "write its year too" if lacks_year else _DUE_ADVICE
            self._unusable(column, sentence, remedy)
        return due

    def _shown(self, column: str, day: date) -> Due | None:
        """A date as the cell shows it: a whole month, or a day; AP018 for one whose year nobody sees."""
        if self._cell(column) in self.grid.marks.months:
            return parse_month(day)
        if self._cell(column) in self.grid.marks.years:
            return self.plan.find_due(str(day.year))
        if self._cell(column) in self.grid.marks.yearless:
            sentence = f"{column} shows no year; Excel keeps {wording.day(day)}"
            where = self.sheet.cell(column, self.row.number)
            self.plan.findings.warning("AP018", where, sentence, "show the year, and see whether it is the one meant")
        return self.plan.find_due(day)

    def _serial(self, value: CellValue) -> date | None:
        """The day that a number of days since the workbook's day zero is, if it lies in the years 2000 to 2099."""
        if isinstance(value, str):
            value = int(value) if re.fullmatch(r"[3-7]\d{4}", value) else None
        if isinstance(value, bool) or not isinstance(value, (int, float)) or not 30_000 < value < 80_000:
            return None
        day = self.grid.day_zero + timedelta(days=int(value))
        return day if 2000 <= day.year < 2100 else None

    def _status(self) -> Status | None:
        words = wording.of_cell(self.values.get("RAG"))
        status = self.plan.find_status(words)
        if status is None and not words and (meant := self.plan.scheme.of_fill(self._fill())):
            sentence = "RAG is empty, and a colour alone is not read"
            self._unusable("RAG", sentence, f"type {wording.quoted([str(each) for each in meant])}")
        elif status is None:
            sentence = f'RAG is "{wording.shortened(words)}"' if words else "RAG is empty"
            near = wording.did_you_mean(words, self.plan.names)
            self._unusable("RAG", sentence, f"{near} " * bool(near) + f"Write {wording.quoted(self.plan.choices)}")
        return status

    def _exempt(self) -> bool:
        words = wording.of_cell(self.values.get("Exempt"))
        exempt = _EXEMPT.get(words.casefold())
        if exempt is None:
            self._unusable("Exempt", f'Exempt is "{wording.shortened(words)}"', "write yes or no")
        return bool(exempt)

    def _priority(self, words: str) -> str:
        """The priority's words; a cell that names none of the sheet `Priorities` is a finding."""
        if not words or not self.plan.titles:
            return words
        title = self.plan.titles.get(words.casefold())
        if title is None:
            near = wording.did_you_mean(words, self.plan.priority_names)
            advice = near or "write the Ref or the words of a row of sheet Priorities"
            self._unusable("Priority", f'Priority is "{wording.shortened(words)}"', advice)
        return title or ""

    def _fill(self) -> str:
        return self.grid.marks.fills.get(self._cell("RAG"), "")

    def _last_update(self) -> Due | None:
        """When the progress was last touched: by column Updated, else by the latest dated heading with words below."""
        value = self.values.get("Updated")
        if value is not None:
            return self.plan.find_due(value if isinstance(value, date) else wording.of_cell(value))
        return last_touched(self.row.cells, self.headings.updates) if self.headings.updates else None
