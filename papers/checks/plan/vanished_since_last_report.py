"""An action of the last report is no longer in the plan, and nobody says why.

Members were shown the action and may ask what became of it. An action that is done stays in the plan as completed; one
that was merged, dropped or handed over is listed in report.yaml with the reason, which the papers print.

Example     the last report had action 2.9, this plan has not
Instead     put the row back, or write under action_plan, in report.yaml: removed, and below it "2.9: the reason"
Source      what members ask of an action plan: what has changed since we last saw it
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Place, Severity
from papers.model.paper import Paper


def vanished_since_last_report(paper: Paper) -> Iterator[Report]:
    """Actions of the last report that the plan no longer has, without a reason."""
    if not (paper.plan and paper.changes):
        return
    sheets = [action.sheet for action in paper.plan.actions[:1]]
    place = Place(sheets[0].file, sheets[0].name) if sheets else Place()
    for gone in paper.changes.removed:
        if not gone.reason.strip():
            ref, words = gone.action.ref, wording.shortened(gone.action.action)
            yield at(
                place,
                f'action {ref} of the last report, "{words}", is no longer in the plan',
                f'put it back, or say why in report.yaml: under action_plan, removed, "{ref}: ..."; if it has another '
                f'Ref now, renumbered, "the new Ref: {ref}"',
            )


CHECK = Check("AP201", Severity.ERROR, vanished_since_last_report)
