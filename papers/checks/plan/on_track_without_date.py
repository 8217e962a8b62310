"""An action is called on track, or at risk, although it has no date to be on track for.

"On track" compares progress with a date. With "TBC", "N/A", "ASAP" or "Ongoing" as its only date nobody can say that
an action is on track, and no later report can show that it slipped.

Example     due "TBC", Amber: on track
Instead     give it a date; for work that goes on for good, a RAG that says so (Blue: business as usual, in some keys)
Source      the council's own key to the colours: on track to be finished within the plan's timetable
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.scheme import State


def on_track_without_date(paper: Paper) -> Iterator[Report]:
    """Actions on track or at risk whose deadline spans no days."""
    for action in paper.plan.in_state(State.ON_TRACK, State.AT_RISK) if paper.plan else ():
        deadline = action.deadline
        if deadline.last is None:
            column = "Revised due" if deadline is action.revised_due else "Due"
            yield at(
                action.cell(column),
                f'action {action.ref} is "{action.status}", but its {column}, "{deadline}", is no date',
                "write a date, or for work that goes on for good a RAG that says so",
            )


CHECK = Check("AP106", Severity.ERROR, on_track_without_date)
