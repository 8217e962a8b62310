"""Whether the colours of a council's statuses do what colours are for: what `papers template check` warns of."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from coloraide import Color

from papers import wording
from papers.findings import Finding, Severity
from papers.model.profile import Profile
from papers.model.scheme import Status
from papers.reading.contrast import hard_to_read
from papers.reading.located import Keys, place_of

# Below this two fills look alike beside each other in a table (CIEDE2000, where 100 is black and white).
_APART = 15.0
# What each kind of reader does not see, by the name of the simulation (Machado, Oliveira and Fernandes 2009).
_READERS = {"protan": "red", "deutan": "green", "tritan": "blue"}


def colour_warnings(keys: Keys, profile: Profile) -> list[Finding]:
    """What is hard to tell by its colour. Not asked for by a build, as it takes a library that is slow to load.

    Findings, at the line of the status: CP004 text below 7 to 1 on its fill, CP005 two fills that readers who do not
    see red, green or blue can hardly tell apart, once for each pair.
    """
    return [*hard_to_read(keys, profile), *_alike(keys, profile)]


def _alike(keys: Keys, profile: Profile) -> Iterator[Finding]:
    for (_, one), (at, other) in itertools.combinations(enumerate(profile.rag), 2):
        apart = {seen: distance(one, other, kind) for kind, seen in _READERS.items()}
        if min(apart.values()) < _APART:
            alike = [f"{seen} ({number:.1f} apart)" for seen, number in apart.items() if number < _APART]
            sentence = (
                f"a reader who does not see {wording.listing(alike, 'or')} can hardly tell {other.colour}'s fill "
                f"from {one.colour}'s; {_APART:.0f} is easy"
            )
            place = place_of(keys, ("rag", at, "fill"))
            yield Finding("CP005", Severity.WARNING, place, sentence, "make one of the two much lighter or darker")


def distance(one: Status, other: Status, kind: str) -> float:
    """How far the fills of two statuses are apart (CIEDE2000) to a reader of that kind: protan, deutan or tritan."""
    return _seen(one.fill, kind).delta_e(_seen(other.fill, kind), method="2000")


def _seen(fill: str, kind: str) -> Color:
    """A fill as such a reader sees it who lacks the colour wholly."""
    return Color(f"#{fill}").filter(kind, 1, method="machado").clip("srgb")
