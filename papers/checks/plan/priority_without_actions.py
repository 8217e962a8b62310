"""A priority has no action.

The priorities are what the inspectors asked for. One that no row of the plan names is one that nobody works on, or one
whose actions name another by mistake; in print it would be missing without a word.

Example     sheet Priorities has 4 "Early help is well coordinated", and no row of sheet Actions has priority 4
Instead     add an action for it, mend the Priority of its actions, or take it off the list
Source      Children Act 2004 s.20 and SI 2015/1792: the written statement answers the findings of the report
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Place, Severity
from papers.model.paper import Paper


def priority_without_actions(paper: Paper) -> Iterator[Report]:
    """Priorities of the plan that none of its actions names."""
    plan = paper.plan
    if plan is None or not plan.actions:
        return
    named = {action.priority for action in plan.actions}
    somewhere = Place(plan.actions[0].sheet.file, "Priorities")
    for priority in plan.priorities:
        if priority.title not in named:
            name = f"priority {priority.ref}" if priority.ref else "the priority"
            yield at(
                somewhere if priority.place == Place() else priority.place,
                f'{name}, "{wording.shortened(priority.title)}", has no action',
                "add one, mend the Priority of those that are meant for it, or take it off the list",
            )


CHECK = Check("AP111", Severity.WARNING, priority_without_actions)
