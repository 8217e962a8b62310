"""The first due date of an action was written over.

Due holds the date that was agreed first, Revised due the one that counts now. A date that is written over looks as if
nothing had slipped to whoever reads the plan alone.

Example     Due was 30 September 2020 in the last report and is 31 December 2020 now
Instead     write the first date back into Due, and the new one into Revised due
Source      domain practice: due dates that moved since the last report; what members ask: how closely targets are met
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper


def due_changed_in_place(paper: Paper) -> Iterator[Report]:
    """Actions whose Due had days, and has other days or none now."""
    for change in paper.changes.actions if paper.changes else ():
        now, then = change.action, change.before
        if then is None or then.due.last is None or now.due.last == then.due.last:
            continue
        yield at(
            now.cell("Due"),
            f'Due of action {now.ref} is "{now.due}", and was "{then.due}" in the last report',
            f'keep "{then.due}" in Due, and write the date that counts now into Revised due',
        )


CHECK = Check("AP205", Severity.WARNING, due_changed_in_place)
