"""The text names an action that the plan does not have.

Whoever looks the action up finds nothing, or finds another one after a row was deleted. Every number after "action"
is looked for among the Refs of the plan: "action 4.9", "actions 1.2, 1.3 and 2.1". An action of another paper
("action 3 of the Ofsted letter"), and one that the last report had under that Ref, are passed over.

Example     "the triage car (action 7.1)", where the plan ends with 4.8
Instead     name the action as the plan does
Source      domain practice: rows that were deleted or renumbered after the text was written
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.references import Reference, pattern, references
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper

_ACTION = pattern(r"[Aa]ctions?", r"[A-Za-z]{0,4}[-.]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?")
# "action 24 hours a day", "in action 7 days a week"
_UNITS = re.compile(
    r"\ ?(?:hours?|days?|weeks?|months?|years?|times?|people|children|officers?|areas?|posts?|points?|per\b|million"
    r"|am\b|pm\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)


def action_not_in_plan(paper: Paper) -> Iterator[Report]:
    """References to actions that are neither in the plan nor were in the last one."""
    if paper.plan is None:
        return
    refs = {action.ref.casefold() for action in paper.plan.actions} | _of_the_last_report(paper)
    shapes = {_shape(ref) for ref in refs}
    for sentence in sentences(paper):
        for reference in references(sentence, _ACTION):
            ref = reference.number.casefold().rstrip(".")
            if ref not in refs and _is_meant(reference, shapes):
                near = wording.did_you_mean(ref, (action.ref for action in paper.plan.actions))
                last = paper.plan.actions[-1].ref if paper.plan.actions else ""
                yield at(
                    sentence.place,
                    f"{sentence.quoted}: the plan has no action {reference.number}",
                    near
                    or (f"name the action by its Ref; the last one is {last}" if last else "the plan has no actions"),
                )


def _is_meant(reference: Reference, shapes: set[str]) -> bool:
    """Whether a number is one of an action: like the Refs of the plan, or figures that count nothing.

    "Area for priority action 2" is what inspectors call what they found.
    """
    if _UNITS.match(reference.after) or reference.before.casefold().endswith("priority "):
        return False
    return _shape(reference.number) in shapes or reference.number[0].isdecimal()


def _shape(ref: str) -> str:
    """How a Ref is built: "1.10" is "9.9", "A2" is "a9"."""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "9", ref.casefold()))


def _of_the_last_report(paper: Paper) -> set[str]:
    if paper.changes is None:
        return set()
    before = {change.before.ref.casefold() for change in paper.changes.actions if change.before}
    return before | {removed.action.ref.casefold() for removed in paper.changes.removed}


CHECK = Check("TX201", Severity.ERROR, action_not_in_plan)
