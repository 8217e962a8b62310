"""An action that was done in the last report is to be done again.

Members were told that it was completed. That it is open again may be right, and they will ask why.

Example     3.3 was "Green: completed" in September and is "Amber: on track" in March
Instead     say in Progress why it was opened again
Source      domain practice: consistency checks on action plans, completed actions that are reopened
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper


def reopened_since_last_report(paper: Paper) -> Iterator[Report]:
    """Actions that were done, and are to be done now, whose progress says nothing new."""
    for change in paper.changes.actions if paper.changes else ():
        now, then = change.action, change.before
        if then and change.reopened:
            yield at(
                now.cell("RAG"),
                f'action {now.ref} is "{now.status}", and was "{then.status}" in the last report',
                "check its RAG; if it was opened again, say in Progress why, and accept this warning",
            )


CHECK = Check("AP204", Severity.WARNING, reopened_since_last_report)
