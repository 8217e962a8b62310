"""An action is off track, with no new date and nothing said about getting it back on track.

"Off track" makes members ask one thing: what is done about it? Either a revised due date that is still to come, or a
text in a column Mitigation, Risks or the like (which is never published, but shows that somebody has thought of it)
answers them. A revised date that is itself over, or is "TBC", does not.

Example     Red: off track, due 30 June 2020, with Revised due empty
Instead     agree a date and write it into Revised due, or write what is being done
Source      the council's own key to the colours; practice of action plans: "action to get back on track"
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.chase import is_off_track_without_plan
from papers.model.paper import Paper
from papers.model.plan import Action


def off_track_without_plan(paper: Paper) -> Iterator[Report]:
    """Actions off track without mitigation or a revised due date to come."""
    for action in paper.plan.actions if paper.plan else ():
        if is_off_track_without_plan(action, paper.as_of):
            yield at(
                action.cell("Revised due"),
                f'action {action.ref} is "{action.status}", and {_what_is_said(action)}',
                "agree a new date, or write down what is being done about it",
            )


def _what_is_said(action: Action) -> str:
    if action.revised_due is None:
        return "has no Revised due"
    if action.revised_due.last is None:
        return f'its Revised due, "{action.revised_due}", is no date'
    return f'its Revised due, "{action.revised_due}", is over too'


CHECK = Check("AP105", Severity.WARNING, off_track_without_plan)
