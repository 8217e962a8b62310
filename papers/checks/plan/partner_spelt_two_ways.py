"""A partner is spelt in two ways.

Each spelling becomes a partner of its own wherever actions are grouped by partner, so that one organisation stands in
the paper twice with half its actions each. Spellings are the same partner where they differ only in case, spaces,
punctuation, "&" for "and", "the" or a plural s, or where words in them differ by a letter or two; "North team" and
"South team", and names with different figures, are two partners.

Example     "Children's Social Care" in eleven rows and "Childrens social care" in one
Instead     spell it in one way everywhere; the more frequent spelling is proposed
Source      domain practice: plans that are put together from the lists of several partners
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from itertools import combinations

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.plan import Action

# Beyond this many partners only spellings that fold to the same are compared: pairs grow with the square.
_MOST_COMPARED = 200
_MOST_WORDS, _LONGEST_WORD = 20, 40
_Words = tuple[str, ...]


def partner_spelt_two_ways(paper: Paper) -> Iterator[Report]:
    """The rarer of two spellings of a partner, at its first cell."""
    uses: dict[str, list[Action]] = {}
    for action in paper.plan.actions if paper.plan else ():
        if action.partner:
            uses.setdefault(action.partner, []).append(action)
    pairs = [_rarer_last(pair, uses) for pair in _same(list(uses))]
    order = {spelling: at for at, spelling in enumerate(uses)}
    for usual, rarer in sorted(pairs, key=lambda pair: order[pair[1]]):
        yield at(
            uses[rarer][0].cell("Partner"),
            f'Partner is "{rarer}" in {_rows(uses[rarer])} and "{usual}" in {_rows(uses[usual])}',
            f'if it is one partner, write "{usual}" everywhere',
        )


def _rows(actions: list[Action]) -> str:
    return f"{wording.in_words(len(actions))} {wording.plural(len(actions), 'action')}"


def _rarer_last(pair: tuple[str, str], uses: dict[str, list[Action]]) -> tuple[str, str]:
    """The more frequent spelling, then the other; of two as frequent, the one used first counts as the usual."""
    first, second = pair
    return pair if len(uses[first]) >= len(uses[second]) else (second, first)


def _same(spellings: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of spellings that are one partner, in the order of their first use."""
    folded: dict[str, tuple[str, _Words]] = {}
    for spelling in spellings:
        words = _folded(spelling)
        first, _ = folded.setdefault("".join(words), (spelling, words))
        if first != spelling:
            yield first, spelling
    if len(folded) <= _MOST_COMPARED:
        for (one, ones), (other, others) in combinations(folded.values(), 2):
            if _near(ones, others):
                yield one, other


def _folded(spelling: str) -> _Words:
    """Its words in lower case, without apostrophes, punctuation, "the" and a plural s; "&" is "and"."""
    words = re.sub(r"[\W_]+", " ", re.sub(r"['’]", "", spelling.casefold().replace("&", " and "))).split()
    return tuple(
        word[:-1] if len(word) > 3 and word[-1] == "s" != word[-2] else word for word in words if word != "the"
    )


def _near(ones: _Words, others: _Words) -> bool:
    """Whether two spellings differ as slips do: within words that begin alike, by a letter or two, not in figures."""
    if len(ones) != len(others) or len(ones) > _MOST_WORDS:
        return False
    differing = [(one, other) for one, other in zip(ones, others, strict=True) if one != other]
    if not differing or not all(_slip(one, other) for one, other in differing):
        return False
    return difflib.SequenceMatcher(None, "".join(ones), "".join(others), autojunk=False).ratio() >= 0.9


def _slip(one: str, other: str) -> bool:
    """Whether one word may be the other misspelt: "childern" and "children", but not "east" and "west"."""
    return (
        one[0] == other[0]
        and min(len(one), len(other)) > 3
        and max(len(one), len(other)) <= _LONGEST_WORD
        and abs(len(one) - len(other)) <= 2
        and one.isalpha()
        and other.isalpha()
        and difflib.SequenceMatcher(None, one, other, autojunk=False).ratio() >= 0.8
    )


CHECK = Check("AP112", Severity.WARNING, partner_spelt_two_ways)
