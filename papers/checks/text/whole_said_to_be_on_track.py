"""The text says of the whole that it is on track, or without risk, while an action is off track or overdue.

Members who read "the plan is on track" or "no anticipated risk to implementation" look no further, and the red rows
come out in the meeting. Read are sentences about the plan, its delivery or its actions as a whole: that they are on
track or complete, that there is no risk, delay or slippage, that all actions are expected to be delivered. A sentence
about one action, a partner or a priority is passed over, and so are conditions, wishes and the key of the ratings.

Example     "There is no anticipated risk to implementation", where action 1.7 is off track
Instead     name the actions that are off track, or say for which part of the plan it holds
Source      domain practice: summaries that see no risk, beside a table whose own key calls actions red
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from itertools import pairwise

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.assurance import denies_worries, promises_all
from papers.checks.prose.positions import named
from papers.checks.prose.scope import Scope
from papers.checks.prose.sentences import Sentence, sentences
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.plan import Action
from papers.model.scheme import State


def whole_said_to_be_on_track(paper: Paper) -> Iterator[Report]:
    """Sentences that assure members of the whole, where some of it is otherwise."""
    if paper.plan is None:
        return
    scope = Scope(paper, paper.plan)
    told = functools.cache(functools.partial(_told, paper))
    for sentence in sentences(paper):
        against = _against(sentence, scope, paper)
        if against and not _is_about_one(sentence, scope) and (belied := told(*against)):
            yield at(
                sentence.place,
                f"{sentence.quoted}: the plan has {belied}",
                "name them in the sentence, or say for which part of the plan it holds",
            )


def _against(sentence: Sentence, scope: Scope, paper: Paper) -> tuple[str, ...]:
    """Which actions would belie a sentence; () for one that assures of nothing."""
    if denies_worries(sentence, scope):
        return "off track", "overdue", "at risk"
    if promises_all(sentence, scope):
        return "off track", "overdue", "without a date"
    for claim, _ in scope.claims(sentence):
        if claim.kind == "plan" and claim.position and not claim.position.to_do:
            states = {s.state for s in paper.profile.rag for r in claim.position.readings if s.colour in r.colours}
            if State.ON_TRACK in states:
                return "off track", "overdue"
            if states and all(state.is_done for state in states):
                return ("still to be done",)
    return ()


def _is_about_one(sentence: Sentence, scope: Scope) -> bool:
    """Whether a sentence is a line of the key, or tells of one action, a partner, a lead or a priority."""
    words = sentence.tokens
    if scope.is_key(sentence) or any(True for _ in scope.parts.within(words)):
        return True
    return any(word == "action" and after[0].isdecimal() for word, after in pairwise(words))


def _told(paper: Paper, *kinds: str) -> str:
    """How many actions there are of each kind, with their Refs; "" for none of any. Each is told once."""
    actions = paper.plan.actions if paper.plan else ()
    told: list[str] = []
    seen: set[str] = set()
    for kind in kinds:
        found = [action for action in actions if action.ref not in seen and _is(action, kind, paper)]
        seen |= {action.ref for action in found}
        if found:
            many = f"{wording.in_words(len(found))} {wording.plural(len(found), 'action')}"
            told.append(f"{many} {kind} ({named(found)})")
    return wording.listing(told)


def _is(action: Action, kind: str, paper: Paper) -> bool:
    state = action.status.state
    match kind:
        case "off track":
            return state is State.OFF_TRACK
        case "at risk":
            return state is State.AT_RISK
        case "overdue":
            return action.is_overdue(paper.as_of)
        case "without a date":
            return state.is_open and action.deadline.last is None
    return state.is_open or state is State.PAUSED


CHECK = Check("TX103", Severity.WARNING, whole_said_to_be_on_track)
