"""An action has not been started although its last due day has passed.

"Not started" tells readers that the work is for later and that nothing puts it at risk. Work that was to be finished
by now and has not begun is late, so the word hides a delay. Dates count by their last day, the revised one where one
was agreed; "Ongoing" and "TBC" are never late by this rule.

Example     due 30 September 2020, Yellow: not started, in a report of 16 March 2021
Instead     call it off track and say what is done about it, or agree a revised due date and write it into Revised due
Source      the council's own key to the colours: not started means longer term, with no risk to implementation
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.scheme import State


def not_started_but_overdue(paper: Paper) -> Iterator[Report]:
    """Actions not started whose deadline is over."""
    for action in paper.plan.in_state(State.NOT_STARTED) if paper.plan else ():
        if action.deadline.last and action.deadline.is_over(paper.as_of):
            yield at(
                action.cell("RAG"),
                f'action {action.ref} is "{action.status}" but was to be finished by '
                f"{wording.day(action.deadline.last)}, before this report's date of {wording.day(paper.as_of)}",
                "agree a revised due date, or change its RAG to one that says it is late",
            )


CHECK = Check("AP102", Severity.ERROR, not_started_but_overdue)
