"""A number of actions in the text is not the number in the plan.

Members compare the sentence with the table, and where they differ believe neither. The plan counts; the text was
often written for an earlier draft. Read are numbers in figures and words ("20 of 24 actions", "three actions
remain"), percentages, "all", "none" and "no" ("all actions are on track", "no red actions"), and the number of all
actions. Each is held against the statuses of the plan, by what they stand for in this council. What is said of a day
other than the plan's, of a condition or a wish, or of a part of the plan is passed over; where a partner, a lead or a
priority is named before the number, its actions are counted.

Example     "20 of the 24 actions are completed", where the plan has 18
Instead     correct the number, or let it be worked out: {{ plan.count("completed") }} of the {{ plan.total }} actions
Source      domain practice: reports whose text and appendix were brought up to date by different hands
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.claim import Claim
from papers.checks.prose.positions import Colours, Position, Tally, named
from papers.checks.prose.scope import Scope
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.plan import Action

_PART = "if only a part of the plan is meant, say which before the number"


def count_differs_from_plan(paper: Paper) -> Iterator[Report]:
    """Numbers of actions that the plan belies; none in a paper without a plan."""
    if paper.plan is None:
        return
    scope = Scope(paper, paper.plan)
    not_all = functools.cache(_not_all)
    for sentence in sentences(paper):
        for claim, counted in scope.claims(sentence):
            if instead := _belied(claim, counted, not_all):
                yield at(sentence.place, f"{sentence.quoted}: {instead}", _remedy(claim, counted))


def _belied(claim: Claim, counted: Tally, not_all: Callable[[Position, Tally], str]) -> str:
    """What the plan has instead of what is claimed; "" where the claim is right, or is a judgement."""
    total = wording.count(counted.total)
    if claim.of is not None and claim.of != counted.total:
        return _has(counted, f"{total} {wording.plural(counted.total, 'action')}")
    if claim.position is None or claim.kind in ("share", "plan", "total") or claim.bound == "about":
        return ""
    if claim.kind == "all":
        return not_all(claim.position, counted)
    counts = counted.counts(claim.position)
    if any(_is_right(claim, count, counted.total) for count in counts):
        return ""
    return _has(counted, f"{wording.count(counts[0])} of {total} {claim.position.words}")


def _is_right(claim: Claim, count: int, total: int) -> bool:
    if claim.kind == "percentage":
        return total > 0 and claim.share[0] < count / total < claim.share[1]
    if claim.kind == "all but":
        return total - count == claim.number
    match claim.bound:
        case "at least":
            return count >= claim.number
        case "at most":
            return count <= claim.number
        case "more":
            return count > claim.number
        case "fewer":
            return count < claim.number
    return count == claim.number


def _not_all(position: Position, counted: Tally) -> str:
    """What belies "all actions are ..."; "" for what is still to be done, which is a target and no claim."""
    if position.to_do:
        return ""
    fitting = position.also.union(*(reading.colours for reading in position.readings))
    overdue = any(reading.overdue for reading in position.readings)
    late = {action.ref for action in counted.actions if action.is_overdue(counted.as_of)}
    others = [a for a in counted.actions if not (_is_of(a, fitting) or (overdue and a.ref in late))]
    behind = [a for a in counted.actions if _is_of(a, fitting) and a.ref in late and not overdue]
    said = [_stand(others, f"not {position.words}")] if others else []
    said += [_stand(behind, "overdue")] if behind and "on track" in position.words else []
    return f"in the plan {wording.listing(said)}" if said else ""


def _is_of(action: Action, colours: Colours) -> bool:
    return action.status.colour in colours


def _stand(actions: list[Action], how: str) -> str:
    return f"{wording.in_words(len(actions))} {wording.are(len(actions))} {how} ({named(actions)})"


def _has(counted: Tally, what: str) -> str:
    return f"the plan has {what}{f' for {counted.of}' if counted.of else ''}"


def _remedy(claim: Claim, counted: Tally) -> str:
    if counted.of:
        return "correct the text or the plan"
    if claim.kind in ("all", "all but", "percentage") or claim.position is None:
        fact = "{{ plan.total }}" if claim.of not in (None, counted.total) else ""
    else:
        fact = claim.position.fact
        fact += " of {{ plan.total }}" if fact and claim.of is not None else ""
    return f"write {fact}; {_PART}" if fact else f"correct the text or the plan; {_PART}"


CHECK = Check("TX101", Severity.ERROR, count_differs_from_plan)
