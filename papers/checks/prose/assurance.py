"""What a sentence assures of the whole: that it is without risk or delay, or that all of it will be delivered."""

from __future__ import annotations

from papers.checks.prose.scope import Scope
from papers.checks.prose.sentences import Sentence
from papers.checks.prose.words import phrases, word_set

_WORRIES = word_set("risk risks slippage delay delays concern concerns")
_OF_A_WORRY = word_set(
    """anticipated known identified significant expected further major foreseen foreseeable current perceived material
    new real immediate overall or and remaining"""
)
_OF_THE_PLAN = word_set(
    """implementation delivery completion plan plan's timescale timescales timetable milestones deadlines programme
    achieving delivering completing implementing actions"""
)
_OF_OTHERS = word_set("children decision report council council's finances budget reputation services")
_SEEN = word_set("anticipated identified expected foreseen envisaged known reported")
_ENDING = word_set(". is are have has been at this stage present")
_SHORT = 12
_ABOUT = word_set("to of for in with about over against on from")
_TO_COME = phrases(
    *(
        f"{being} {done}"
        for done in ("delivered", "completed", "implemented", "achieved", "finished", "complete")
        for being in (
            "will be", "will all be", "are expected to be", "are due to be", "are forecast to be", "are set to be",
            "are anticipated to be", "are scheduled to be", "are still expected to be", "are all expected to be",
        )
    )
)  # fmt: skip
# "It is expected that all actions will be delivered" is an assurance too.
_HOPES = word_set("expected likely expect expects anticipated")
_BUT = word_set("except apart unless if once but")


def denies_worries(sentence: Sentence, scope: Scope) -> bool:
    """Whether it says that there is no risk, slippage or delay in the plan: "no anticipated risk to delivery".

    Many councils' keys call what has not started without risk; a sentence about that is passed over.
    """
    words = sentence.tokens
    for at, word in enumerate(words):
        if word in _WORRIES and (_is_of_the_plan(words, at) or _is_all_there_is(sentence, at)):
            start = at - 1
            while start >= 0 and words[start] in _OF_A_WORRY | _WORRIES:
                start -= 1
            lead = words[: max(start, 0)]
            is_denied = start >= 0 and words[start] in ("no", "without")
            if is_denied and not (scope.is_unreal(lead) or scope.is_of_another_day(lead)):
                return all("not started" not in position.words for position in scope.words.within(words))
    return False


def _is_all_there_is(sentence: Sentence, at: int) -> bool:
    """Whether a sentence says no more than that there are no risks, in a text about the whole."""
    words = sentence.tokens
    is_of_the_whole = sentence.place.key in ("", "summary", "reasons") and len(words) <= _SHORT
    return is_of_the_whole and words[at].startswith("risk") and set(words[at + 1 :]) <= _SEEN | _ENDING


def _is_of_the_plan(words: list[str], at: int) -> bool:
    """Whether a worry is about the plan's delivery, and about nothing else."""
    after = words[at + 1 : at + 6]
    if after and after[0] in _ABOUT:
        return bool(_OF_THE_PLAN & set(after[1:])) and not _OF_OTHERS & set(after)
    is_said = not after or not after[0].isalnum() or after[0] in ("and", "but") or bool(_SEEN & set(after))
    about = word_set("actions plan implementation delivery") & set(words)
    return is_said and bool(about) and words[at].startswith("risk")


def promises_all(sentence: Sentence, scope: Scope) -> bool:
    """Whether it says that all actions will be, or are expected to be, delivered."""
    words = sentence.tokens
    for noun, word in enumerate(words):
        every = next((at for at in range(max(noun - 4, 0), noun) if words[at] == "all"), None)
        found = _TO_COME.at(words, noun + 1) if word == "actions" and every is not None else None
        if found:
            lead = [each for each in words[:every] if each not in _HOPES]
            return not (scope.is_unreal(lead) or _BUT & set(words[found[1] : found[1] + 2]))
    return False
