"""An action is called completed and nothing is said about it.

"Completed" is a claim. Members and inspectors ask what was done and what it changed for children, and a row with
neither Progress nor Impact answers neither. One of the two is enough for this rule.

Example     Green: completed, with Progress and Impact both empty
Instead     write into Progress what was done and when, and into Impact what is better for it
Source      domain practice: inspectors and members look for evidence and impact beside a rating, not the rating alone
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.chase import lacks_evidence
from papers.model.paper import Paper


def completed_without_evidence(paper: Paper) -> Iterator[Report]:
    """Completed actions with neither progress nor impact."""
    for action in paper.plan.actions if paper.plan else ():
        if lacks_evidence(action):
            yield at(
                action.cell("Progress"),
                f'action {action.ref} is "{action.status}", but Progress and Impact are both empty',
                "write what was done, and what is better for it",
            )


CHECK = Check("AP104", Severity.WARNING, completed_without_evidence)
