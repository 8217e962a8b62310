"""The text says "most", "nearly all" or "in the main" of actions, and the plan says otherwise.

Words such as these are a judgement, and are weighed with the leeway of ordinary speech: "most" and "in the main" want
more than half of the actions, "nearly all" and "the vast majority" three quarters, "a few" at most two in five, and
"about 20" a number near to it. What is business as usual counts as completed here. Where a sentence speaks of a part
of the plan, of a condition or of another day it is passed over.

Example     "The actions are, in the main, complete", where the plan has 9 of 24 completed
Instead     give the number: {{ plan.count("completed") }} of the {{ plan.total }} actions are completed
Source      domain practice: summaries that are kinder than the table behind them
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.claim import Claim
from papers.checks.prose.positions import Position, Reading, Tally
from papers.checks.prose.scope import Scope
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper


def share_differs_from_plan(paper: Paper) -> Iterator[Report]:
    """Shares in words, and round numbers, that the plan belies."""
    if paper.plan is None:
        return
    scope = Scope(paper, paper.plan)
    for sentence in sentences(paper):
        for claim, counted in scope.claims(sentence):
            position = claim.position
            if position and counted.total and _is_round(claim) and not _fits(claim, position, counted):
                has = f"{wording.count(counted.counts(position)[0])} of {wording.count(counted.total)} {position.words}"
                yield at(
                    sentence.place,
                    f"{sentence.quoted}: the plan has {has}{f' for {counted.of}' if counted.of else ''}",
                    "give the number, or choose a word that fits it",
                )


def _is_round(claim: Claim) -> bool:
    return claim.kind == "share" or (claim.kind == "number" and claim.bound == "about")


def _fits(claim: Claim, position: Position, counted: Tally) -> bool:
    """Whether any reading of the claim is near enough to what the plan has."""
    counts = [*counted.counts(position), counted.count(position.readings[0] | Reading(position.also))]
    if claim.kind == "number":
        return any(abs(count - claim.number) <= max(1, counted.total / 10) for count in counts)
    least, most = claim.share
    shares = [count / counted.total for count in counts]
    return any(least <= share <= most and (share > least or (least, most) != (0.5, 1.0)) for share in shares)


CHECK = Check("TX102", Severity.WARNING, share_differs_from_plan)
