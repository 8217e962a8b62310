"""An action has another status than in the last report, and its progress is word for word the same.

A status that changes has a reason, and the column Progress is where members look for it. Words that were left as they
were contradict the new status or leave it unexplained.

Example     4.4 was "Amber: on track" and is "Red: off track"; Progress is still "The network meets every term."
Instead     say in Progress what has happened since
Source      domain practice: updates that were not made; what members ask of a RAG rating, that it is explained
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper


def moved_without_a_word(paper: Paper) -> Iterator[Report]:
    """Actions that stand in another state, with the progress of the last report."""
    for change in paper.changes.actions if paper.changes else ():
        now, then = change.action, change.before
        if then is None or now.status.state is then.status.state or not now.progress:
            continue
        if now.progress.split() == then.progress.split():
            yield at(
                now.cell("Progress"),
                f'action {now.ref} was "{then.status}" and is "{now.status}", but its Progress is the last report\'s',
                "say in Progress what has happened since",
            )


CHECK = Check("AP206", Severity.WARNING, moved_without_a_word)
