"""A Ref of the last report stands for another action now.

Actions are followed from report to report by their Ref. Where rows were sorted or inserted and numbered afresh, an
action would be compared with one that it has nothing to do with.

Example     3.2 was "Recruit five support workers" in the last report and is "Publish the Local Offer" now
Instead     give actions back the Refs they had; or write under action_plan, in report.yaml: renumbered, or removed
Source      what members ask of an action plan: what has changed since we last saw it
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.likeness import likeness
from papers.model.paper import Paper

# Actions of one plan that have nothing to do with each other are alike by about 0.4 to 0.5: they are all English.
_ANOTHER = 0.5


def ref_used_for_another_action(paper: Paper) -> Iterator[Report]:
    """Actions whose words have little in common with those that their Ref had."""
    for change in paper.changes.actions if paper.changes else ():
        now, then = change.action, change.before
        if then is None or now.ref != then.ref or now.action == then.action:
            continue
        if likeness(now.action, then.action) < _ANOTHER:
            yield at(
                now.cell("Action"),
                f'action {now.ref} is "{wording.shortened(now.action)}", and was "{wording.shortened(then.action)}" in '
                "the last report",
                f'if it is another action: in report.yaml, action_plan, removed, "{now.ref}: why it is gone"',
            )


CHECK = Check("AP203", Severity.WARNING, ref_used_for_another_action)
