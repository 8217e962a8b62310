"""A claim of a sentence about a number of actions, and the words for quantities and for the whole plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from papers.checks.prose.positions import Position, Tally
from papers.checks.prose.words import Phrases, phrases, word_set

Kind = Literal["number", "all", "all but", "share", "percentage", "total", "plan"]
Bound = Literal["", "at least", "at most", "more", "fewer", "about"]


@dataclass(frozen=True, slots=True)
class Claim:
    """One claim about a number of actions, from the word `start` of its sentence up to the word `end`.

    kind        "number" of actions in `position`; "all" of them; "all but" `number` of them; a "share" in words or a
                "percentage", between the two parts of the whole in `share`; the "total" number of actions, without a
                position; "plan" for what is said of the plan itself: "the plan is on track"
    of          how many actions there are, where the claim says so: 24 in "20 of the 24 actions"
    bound       how the number is meant: "at least 20", "about 20"
    whole       whether it says that it means the whole plan: "20 actions in the plan"
    bare        whether it leaves the word "actions" out and lives on a claim before it: "and three are off track"
    these       whether it points back to actions named before: "two of these"
    past        whether it tells of the past: "were"
    part        the part of the plan that it names beside its actions: "the police's actions"; None for no part
    """

    kind: Kind
    start: int
    end: int
    number: int = 0
    of: int | None = None
    position: Position | None = None
    bound: Bound = ""
    share: tuple[float, float] = (0, 1)
    whole: bool = False
    bare: bool = False
    these: bool = False
    past: bool = False
    part: Tally | None = None


NOUNS = word_set("action actions")
OWN = word_set("the our its their all these those them which plan's")
POINTING = word_set("these those them which")

BOUNDS: Phrases[Bound] = Phrases()
BOUNDS.add("about", "about", "around", "approximately", "roughly", "some", "nearly", "almost", "circa")
BOUNDS.add("at least", "at least", "no fewer than", "not fewer than", "no less than")
BOUNDS.add("at most", "at most", "up to", "no more than", "not more than")
BOUNDS.add("more", "more than", "over").add("fewer", "fewer than", "less than", "under")
BOUNDS.add("", "a total of", "in total", "exactly", "only", "just", "a further", "the remaining", "the other")
BOUNDS.add("", "the", "our", "its", "currently", "now", "still", "all", "both")

# From which to which part of all actions a share in words reaches, with the leeway of ordinary speech.
_MOST, _NEARLY_ALL, _FEW = (0.5, 1.0), (0.75, 1.0), (0.0, 0.4)
SHARES: Phrases[tuple[float, float]] = Phrases()
SHARES.add(_MOST, "most", "the majority", "a majority", "more than half", "over half", "well over half", "the bulk")
SHARES.add(_NEARLY_ALL, "the large majority", "the great majority", "the vast majority", "the overwhelming majority")
SHARES.add(_NEARLY_ALL, "a large majority", "nearly all", "almost all", "virtually all", "nearly every", "almost every")
SHARES.add(_FEW, "few", "only a few", "a minority", "only a minority", "a small number", "a handful", "only a handful")
SHARES.add(_FEW, "fewer than half", "less than half", "under half", "only a small number", "very few")
SHARES.add((0.45, 0.55), "half").add((0.4, 0.6), "about half", "around half", "roughly half", "some half")
SHARES.add((0.28, 0.39), "a third", "one third").add((0.25, 0.42), "about a third", "around a third")
SHARES.add((0.61, 0.72), "two thirds").add((0.58, 0.75), "about two thirds", "around two thirds")
SHARES.add((0.2, 0.3), "a quarter", "one quarter").add((0.7, 0.8), "three quarters")
SHARES.add((0.67, 0.83), "about three quarters", "around three quarters").add((0.5, 0.8), "nearly three quarters")
# Words that make "the actions are completed" a share of them.
MOSTLY: Phrases[tuple[float, float]] = Phrases()
MOSTLY.add(_MOST, "in the main", "mostly", "largely", "mainly", "for the most part", "by and large", "predominantly")
MOSTLY.add(_MOST, "on the whole", "broadly", "generally", "in large part", "to a large extent", "substantially")
MOSTLY.add(_NEARLY_ALL, "nearly all", "almost all", "almost entirely", "virtually all", "all but")

_WHOLE = phrases("in total", "in all", "altogether", "overall", "in the whole plan", "combined", "across the plan")
_PLANS = word_set("plan appendix annex statement programme partnership")
# What may stand between "in" and "plan" without making it another plan, or a part of this one.
_OF_THE_PLAN = word_set(
    """the this our its that current whole full overall entire single joint action improvement delivery recovery send
    jtai ofsted inspection written targeted area multi agency partnership's published"""
)
_INTO = word_set("in of from within on under across")
_REST_OF_NAME = (["of", "action"], ["as", "a", "whole"], ["overall"])


def past_whole(tokens: list[str], at: int) -> tuple[int, bool]:
    """Past words that name the whole plan: "in the action plan", "in Appendix 1", "in total"; whether there are any."""
    if found := _WHOLE.at(tokens, at):
        return found[1], True
    if at < len(tokens) and tokens[at] in _INTO:
        for ahead in range(at + 1, min(at + 8, len(tokens))):
            if tokens[ahead] in _PLANS:
                return _past_name(tokens, ahead), True
            if tokens[ahead] not in _OF_THE_PLAN:
                break
    return at, False


def _past_name(tokens: list[str], at: int) -> int:
    """Past "plan", "Appendix 1", "statement of action", "plan as a whole"."""
    end = at + 1
    if tokens[at] in ("appendix", "annex"):
        return end + 1
    for more in _REST_OF_NAME:
        if tokens[end : end + len(more)] == more:
            end += len(more)
    return end
