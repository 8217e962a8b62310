"""An action plan: what inspectors found, what is being done about it, by whom, by when, and how it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from papers.findings import Place
from papers.model.base import Model
from papers.model.due import Due
from papers.model.passage import Group
from papers.model.scheme import State, Status


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where a table of actions stands: its file and sheet, and the letter of each known column by its name."""

    file: str = ""
    name: str = ""
    letters: Mapping[str, str] | None = None

    def cell(self, column: str, row: int) -> Place:
        """The cell of a column ("RAG") in a row; a column that the sheet lacks gives the row's first cell."""
        return Place(self.file, self.name, f"{(self.letters or {}).get(column, 'A')}{row}")


# The columns of an action's words, in the order of its passages. RAG holds words of the council's own.
_PUBLISHED = (
    "Ref", "Priority", "Partner", "Area for development", "Action", "Lead", "Due", "Revised due", "Progress", "Impact",
)  # fmt: skip


class Action(Model):
    """One row of the plan. Text that the officer left empty is "", never None; `row` is the sheet's own number.

    fill            the colour of the RAG cell as six hexadecimal digits; "" for none
    last_update     where the sheet tells when the progress was last touched, by dated headings or a column Updated
    mitigation      from a column that is never published: what is done to get back on track
    """

    ref: str
    action: str
    lead: str
    due: Due
    status: Status
    priority: str = ""
    partner: str = ""
    area: str = ""
    revised_due: Due | None = None
    progress: str = ""
    impact: str = ""
    exempt: bool = False
    fill: str = ""
    last_update: Due | None = None
    mitigation: str = ""
    row: int = 0
    sheet: Sheet = Sheet()

    @property
    def deadline(self) -> Due:
        """The date that counts: the revised one where there is one. A "TBC" revises no date away that has days."""
        if self.revised_due and (self.revised_due.last or not self.due.last):
            return self.revised_due
        return self.due

    def cell(self, column: str) -> Place:
        """Where one of its values stands, by the column's name in the contract: "RAG", "Due"."""
        return self.sheet.cell(column, self.row)

    def passages(self) -> Group:
        """Its published words, cell by cell, with the place of each; an empty cell is ""."""
        revised = self.revised_due.words if self.revised_due else ""
        words = (
            self.ref, self.priority, self.partner, self.area, self.action, self.lead, self.due.words, revised,
            self.progress, self.impact,
        )  # fmt: skip
        return words, lambda at: self.cell(_PUBLISHED[at])

    def is_overdue(self, as_of: date) -> bool:
        """Whether it is still to be done after its deadline's last day."""
        return self.status.state.is_open and self.deadline.is_over(as_of)

    def wants_attention(self, as_of: date) -> bool:
        """Whether it is off track or overdue: what members ask about first."""
        return self.status.state is State.OFF_TRACK or self.is_overdue(as_of)

    def is_due_within(self, days: int, as_of: date) -> bool:
        """Whether it is still to be done by a day that is still to come, at most `days` after `as_of`."""
        last = self.deadline.last
        return self.status.state.is_open and last is not None and 0 <= (last - as_of).days <= days


class Priority(Model):
    """A priority with its Ref ("" where the plan gives none) and its words ("" groups actions without a priority).

    `place` is its row of sheet `Priorities`; an empty place for one that only actions name.
    """

    title: str
    ref: str = ""
    place: Place = Place()


class Strength(Model):
    """What the inspectors found that a partner does well."""

    partner: str
    strength: str


class ActionPlan(Model):
    """The plan on its position date. Actions keep the order of the workbook."""

    actions: tuple[Action, ...]
    priorities: tuple[Priority, ...] = ()
    strengths: tuple[Strength, ...] = ()

    def by_priority(self) -> list[tuple[Priority, list[Action]]]:
        """Actions under their priority, in the plan's order of priorities; those without one come last."""
        groups: dict[str, list[Action]] = {priority.title: [] for priority in self.priorities}
        for action in self.actions:
            groups.setdefault(action.priority, []).append(action)
        known = {priority.title: priority for priority in self.priorities}
        return [(known.get(title) or Priority(title=title), actions) for title, actions in groups.items() if actions]

    def by_partner(self) -> list[tuple[str, list[Action]]]:
        """Actions of each partner, partners in the order in which the plan names them first."""
        groups: dict[str, list[Action]] = {}
        for action in self.actions:
            groups.setdefault(action.partner, []).append(action)
        return list(groups.items())

    def in_state(self, *states: State) -> list[Action]:
        """The actions whose status stands for one of `states`."""
        return [action for action in self.actions if action.status.state in states]


def count_by_status(actions: Iterable[Action], statuses: Iterable[Status]) -> list[tuple[Status, int]]:
    """How many of `actions` have each of `statuses`, in that order; a status that no action has counts 0."""
    counts = {status.colour: 0 for status in statuses}
    for action in actions:
        counts[action.status.colour] += 1
    return [(status, counts[status.colour]) for status in statuses]
