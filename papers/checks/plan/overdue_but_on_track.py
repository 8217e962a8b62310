"""An action is called on track although its last due day has passed.

Readers take "on track" to mean that nothing is late. An action whose revised due date, or due date where none was
agreed, lies before the day of the plan's position is late, whatever colour it has. Dates that span a month or a
quarter count by their last day; "Ongoing" and "TBC" are never late by this rule (AP106 looks at those).

Example     due 31 December 2020, Amber: on track, in a report of 16 March 2021
Instead     agree a revised due date and write it into Revised due, or change the RAG
Source      the council's own key to the colours; what members ask of it: how closely targets are being met
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.scheme import State


def overdue_but_on_track(paper: Paper) -> Iterator[Report]:
    """Actions on track whose deadline is over."""
    for action in paper.plan.in_state(State.ON_TRACK) if paper.plan else ():
        if action.deadline.last and action.deadline.is_over(paper.as_of):
            yield at(
                action.cell("RAG"),
                f'action {action.ref} is "{action.status}" but was due by {wording.day(action.deadline.last)}, '
                f"before this report's date of {wording.day(paper.as_of)}",
                "agree a revised due date, or change its RAG",
            )


CHECK = Check("AP101", Severity.ERROR, overdue_but_on_track)
