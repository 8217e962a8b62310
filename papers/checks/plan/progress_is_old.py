"""The progress of an open action has not been written since the last report.

Members were told this already. Where the sheet tells when an update was written (a dated heading, or a column
Updated) and that lies before the last report on the plan, the row was not brought up to date. Actions that are
finished, or are business as usual, need no new words.

Example     Amber: on track, last updated in July 2020, in a report that follows one of 22 September 2020
Instead     ask the lead how the action stands, and write it into the newest update column
Source      domain practice: partners who have not sent their update; members look for change since the last report
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.chase import was_updated_before
from papers.model.paper import Paper


def progress_is_old(paper: Paper) -> Iterator[Report]:
    """Open actions that were last updated before the last report; none where either date is not known."""
    last_report = paper.previous_meeting
    if paper.plan is None or last_report is None:
        return
    for action in paper.plan.actions:
        if was_updated_before(action, last_report):
            yield at(
                action.cell("Progress"),
                f'action {action.ref} is "{action.status}", but its Progress was last updated "{action.last_update}", '
                f"before the last report of {wording.day(last_report)}",
                "ask its lead how it stands now, and write that down",
            )


CHECK = Check("AP114", Severity.WARNING, progress_is_old)
