"""A revised due date lies before the date that it revises.

A date is nearly always revised to a later one. An earlier one is mostly a slip of the year or two cells exchanged, and
makes every check of lateness look at the wrong day. Only a revised date that ends before the first of the days due is
reported, so that "March 2021" may become "15 March 2021".

Example     due 30 June 2021, revised due 31 January 2021
Instead     mend the date that is wrong; where the date was really brought forward, say so in Progress and accept this
Source      domain practice: the year typed in January is often the old one
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper


def revised_before_due(paper: Paper) -> Iterator[Report]:
    """Actions whose revised due date is over before the due date begins."""
    for action in paper.plan.actions if paper.plan else ():
        revised, due = action.revised_due, action.due
        if revised and revised.last and due.first and revised.last < due.first:
            yield at(
                action.cell("Revised due"),
                f'action {action.ref} has the Revised due "{revised}", before its Due, "{due}"',
                "mend the date that is wrong",
            )


CHECK = Check("AP107", Severity.WARNING, revised_before_due)
