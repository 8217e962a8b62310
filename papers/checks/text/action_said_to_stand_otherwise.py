"""The text gives an action another status than the plan.

A sentence that names an action and says how it stands is the one that members look up in the table. Read are "action
3.1 is completed", "actions 1.2 and 1.3 are on track" and "is rated Red (action 1.7)", in the words of the council's
statuses; an action past its last day may be called overdue. Conditions, wishes, other days and "completed except for"
are passed over.

Example     "Action 3.1 is completed", where the plan has "Amber: on track"
Instead     correct the text, or the RAG of the action if the text is right
Source      domain practice: text and appendix of a report that were brought up to date on different days
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.checks.prose.claim import Claim
from papers.checks.prose.claims import position_at
from papers.checks.prose.positions import Position
from papers.checks.prose.scope import Scope
from papers.checks.prose.sentences import Sentence, sentences
from papers.checks.prose.words import word_set
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.plan import Action

_VERBS = word_set("is are was were has have been remains remain now still also currently rated therefore both")


def action_said_to_stand_otherwise(paper: Paper) -> Iterator[Report]:
    """Sentences that say of a named action what its status belies."""
    if paper.plan is None:
        return
    scope = Scope(paper, paper.plan)
    by_ref = {action.ref.casefold(): action for action in paper.plan.actions}
    for sentence in sentences(paper):
        for action, position in _said(sentence, scope, by_ref):
            if not _fits(action, position, paper):
                yield at(
                    sentence.place,
                    f'{sentence.quoted}: in the plan action {action.ref} is "{action.status}"',
                    "correct the text, or the RAG of the action",
                )


def _fits(action: Action, position: Position, paper: Paper) -> bool:
    """Whether any reading of a position is how the action stands; one without a day may be called overdue."""
    late = action.is_overdue(paper.as_of) or (action.status.state.is_open and action.deadline.last is None)
    return any(action.status.colour in reading.colours or (reading.overdue and late) for reading in position.readings)


def _said(sentence: Sentence, scope: Scope, by_ref: dict[str, Action]) -> Iterator[tuple[Action, Position]]:
    """Each action that a sentence names, with the position that it gives it."""
    tokens = sentence.tokens
    for start, word in enumerate(tokens):
        if word not in ("action", "actions"):
            continue
        named, end = _refs(tokens, start + 1, by_ref)
        found = _before(tokens, start, end, scope) or _after(tokens, end, scope)
        if not named or found is None:
            continue
        position, last = found
        claim = Claim("number", start, last, position=position)
        if scope.is_of_now(claim, sentence):
            yield from ((action, position) for action in named)


def _refs(tokens: list[str], at_: int, by_ref: dict[str, Action]) -> tuple[list[Action], int]:
    """The actions whose Refs stand here, in a list or alone, and where they end."""
    named = []
    while at_ < len(tokens) and (action := by_ref.get(tokens[at_])):
        named.append(action)
        at_ += 1
        more = at_
        while more < len(tokens) and tokens[more] in (",", "and", "&"):
            more += 1
        if more == at_ or more >= len(tokens) or tokens[more] not in by_ref:
            break
        at_ = more
    return named, at_


def _after(tokens: list[str], end: int, scope: Scope) -> tuple[Position, int] | None:
    """The position that follows: "action 3.1 is completed", "the audit (action 3.1) is completed"."""
    at_ = end + (tokens[end : end + 1] == [")"])
    start = at_
    while at_ < len(tokens) and tokens[at_] in _VERBS and at_ - start < 6:
        at_ += 1
    return position_at(tokens, at_, scope.words) if at_ > start else None


def _before(tokens: list[str], start: int, end: int, scope: Scope) -> tuple[Position, int] | None:
    """The position right before the brackets with the action: "is rated Red (action 1.7)"."""
    if tokens[start - 1 : start] != ["("] or tokens[end : end + 1] != [")"]:
        return None
    for length in (3, 2, 1):
        first = start - 1 - length
        found = scope.words.at(tokens, first) if first > 0 else None
        if found and found[1] == start - 1 and tokens[first - 1] in _VERBS:
            return found[0], end + 1
    return None


CHECK = Check("TX104", Severity.WARNING, action_said_to_stand_otherwise)
