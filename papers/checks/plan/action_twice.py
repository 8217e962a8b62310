"""The same action stands in the plan twice, under two Refs.

Readers count it twice, and the two rows drift apart: one is brought up to date and the other is not. The texts of the
Action column are compared without regard to case, spaces and punctuation. Two partners who each do the same are
reported as well, since a reader cannot tell the rows apart by the words.

Example     1.4 "Train all call staff." and 3.2 "Train all call staff"
Instead     delete one of the rows, or say in each what is different
Source      domain practice: plans that are put together from the lists of several partners
"""

from __future__ import annotations

import string
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.plan import Action

_NO_PUNCTUATION = str.maketrans(dict.fromkeys(string.punctuation + "‘’“”–—•…", " "))


def action_twice(paper: Paper) -> Iterator[Report]:
    """Actions whose words an action above them has already."""
    first_use: dict[str, Action] = {}
    for action in paper.plan.actions if paper.plan else ():
        folded = " ".join(action.action.casefold().translate(_NO_PUNCTUATION).split())
        first = first_use.setdefault(folded, action)
        if first is not action and folded:
            yield at(
                action.cell("Action"),
                f'action {action.ref} has the same Action as {first.ref}: "{wording.shortened(action.action)}"',
                "delete one of the two, or say how they differ",
            )


CHECK = Check("AP110", Severity.WARNING, action_twice)
