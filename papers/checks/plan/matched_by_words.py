"""An action has a new Ref, and is taken for one of the last report because their words are alike.

What has improved or slipped is told of one action and the same. Where Refs were given anew, papers match actions by
their words, and somebody who knows the plan has to confirm it.

Example     4.9 "Train all staff" now, 4.8 "Train all the staff" in the last report
Instead     write under action_plan, in report.yaml: renumbered, and below it "4.9: 4.8"; if they are two actions,
            removed, and below it "4.8: the reason"
Source      what members ask of an action plan: what has changed since we last saw it
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper


def matched_by_words(paper: Paper) -> Iterator[Report]:
    """Actions that were matched with one of another Ref."""
    for change in paper.changes.actions if paper.changes else ():
        if change.by_words and change.before:
            now, then = change.action.ref, change.before.ref
            yield at(
                change.action.cell("Ref"),
                f'action {now} is taken for action {then} of the last report, "'
                f'{wording.shortened(change.before.action)}"',
                f'confirm it in report.yaml: under action_plan, renumbered, "{now}: {then}"; if it is another action, '
                f'removed, "{then}: why it is gone"',
            )


CHECK = Check("AP202", Severity.WARNING, matched_by_words)
