"""What stands in a starter's sheets: two examples, or the plan of the last report made ready for the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from papers import wording
from papers.model.due import Due
from papers.model.plan import Action, ActionPlan
from papers.model.profile import Profile
from papers.model.report import NOT_YET_SET
from papers.model.scheme import State, Status
from papers.workbooks.starter_columns import COLUMNS, Column, working_columns

Row = Mapping[str, str | date]


@dataclass(frozen=True, slots=True)
class Starting:
    """The rows of each sheet. An action's values are by the name of their column; an empty one may be left out."""

    columns: tuple[Column, ...]
    actions: tuple[Row, ...]
    priorities: tuple[tuple[str, str], ...]
    strengths: tuple[tuple[str, str], ...]
    partners: tuple[str, ...]


def examples(profile: Profile) -> Starting:
    """Two actions of which every text is to be written over."""
    action: dict[str, str | date] = {
        "Priority": "1",
        "Partner": "[To choose: partner]",
        "Area for development": "[To write: what the inspectors found]",
        "Action": "[To write: what is to be done, beginning with a verb]",
        "Lead": "[To write: the post that answers for it]",
        "Due": NOT_YET_SET,
        "Progress": "[To write: what has been done, what has not, and why]",
        "Impact": "[To write: what is different for people, and how you know]",
        "RAG": str(_first_status(profile)),
        "Exempt": "no",
    }
    return Starting(
        columns=COLUMNS,
        actions=({**action, "Ref": "1.1"}, {**action, "Ref": "1.2", "Action": "[To write: the next action]"}),
        priorities=(("1", "[To write: the first priority, in a sentence]"),),
        strengths=(),
        partners=(profile.name, "Police", "Integrated Care Board", "Schools and colleges"),
    )


def _first_status(profile: Profile) -> Status:
    """How an action that is only just agreed stands: not started, or else the first status that is still open."""
    by_state = {status.state: status for status in reversed(profile.rag)}
    still_open = (status for status in profile.rag if status.state.is_open)
    return by_state.get(State.NOT_STARTED) or next(still_open, profile.rag[0])


def next_from(plan: ActionPlan, previous_day: date | None) -> Starting:
    """Every action of `plan` as it was, with the progress of those that are not finished to be written anew.

    A priority without a Ref gets a number, because the drop-down offers Refs.
    """
    since = wording.day(previous_day) if previous_day else "the last report"
    refs = _refs(plan)
    actions = tuple(_next_action(action, refs.get(action.priority, action.priority), since) for action in plan.actions)
    with_mitigation = any(action.mitigation for action in plan.actions)
    return Starting(
        columns=(*COLUMNS, *working_columns(with_mitigation, with_previous=True)),
        actions=actions,
        priorities=tuple((refs[priority.title], priority.title) for priority in plan.priorities),
        strengths=tuple((strength.partner, strength.strength) for strength in plan.strengths),
        partners=tuple(dict.fromkeys(action.partner for action in plan.actions if action.partner)),
    )


def _refs(plan: ActionPlan) -> dict[str, str]:
    """The Ref of each priority by its words: its own, or its number where that is nobody's words."""
    words = {priority.title for priority in plan.priorities}
    numbered = {priority.title: str(number) for number, priority in enumerate(plan.priorities, 1)}
    if any(priority.ref for priority in plan.priorities) or words & set(numbered.values()):
        return {priority.title: priority.ref or priority.title for priority in reversed(plan.priorities)}
    return numbered


def _next_action(action: Action, priority: str, since: str) -> Row:
    is_open = action.status.state.is_open
    return {
        "Ref": action.ref,
        "Priority": priority,
        "Partner": action.partner,
        "Area for development": action.area,
        "Action": action.action,
        "Lead": action.lead,
        "Due": _as_cell(action.due),
        "Revised due": _as_cell(action.revised_due) if action.revised_due else "",
        "Progress": f"[To write: progress since {since}]" if is_open else action.progress,
        "Impact": action.impact,
        "RAG": str(action.status),
        "Exempt": wording.yes_no(action.exempt).casefold(),
        "Mitigation": action.mitigation,
        "Previous progress": action.progress,
        "Previous RAG": str(action.status),
    }


def _as_cell(due: Due) -> str | date:
    """A day that was written as one becomes a date; words such as "End March 2021" stay, as they are printed."""
    if due.first and due.first == due.last and due.words[:1].isdigit() and 2000 <= due.first.year < 2100:
        return due.first
    return due.words
