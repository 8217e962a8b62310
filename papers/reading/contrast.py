"""Whether the text of each status can be read on its fill."""

from __future__ import annotations

import math
from collections.abc import Iterator

from papers.findings import Finding, Severity
from papers.model.profile import Profile
from papers.model.scheme import Status, contrast
from papers.reading.located import Keys, place_of

# WCAG 2.2: 1.4.3 (AA) and 1.4.6 (AAA). 3 to 1 is enough for large text alone, and cells are not large.
LEAST, GOOD = 4.5, 7.0
_BLACK, _WHITE = "000000", "FFFFFF"


def unreadable(keys: Keys, profile: Profile) -> Iterator[Finding]:
    """CP010 for each status whose text is below 4.5 to 1 on its fill."""
    for at, status in enumerate(profile.rag):
        if contrast(status.fill, status.text) < LEAST:
            sentence = f"{status.colour}'s text is {_ratio(status.fill, status.text)} on its fill; {LEAST} is the least"
            place = place_of(keys, ("rag", at, "text"))
            yield Finding("CP010", Severity.ERROR, place, sentence, _remedy(status, LEAST))


def hard_to_read(keys: Keys, profile: Profile) -> Iterator[Finding]:
    """CP004 for each status whose text is below 7 to 1 on its fill, but can be read."""
    for at, status in enumerate(profile.rag):
        if LEAST <= contrast(status.fill, status.text) < GOOD:
            sentence = f"{status.colour}'s text is {_ratio(status.fill, status.text)} on its fill; 7 is easy to read"
            place = place_of(keys, ("rag", at, "text"))
            yield Finding("CP004", Severity.WARNING, place, sentence, _remedy(status, GOOD))


def _ratio(fill: str, text: str) -> str:
    """A ratio in one decimal, rounded down, so that 4.46 is not told to be 4.5."""
    return f"{math.floor(contrast(fill, text) * 10) / 10:.1f} to 1"


def _remedy(status: Status, least: float) -> str:
    """Black or white text where that gives enough; else another fill. One of the two always gives 4.5."""
    best = max((_BLACK, _WHITE), key=lambda text: contrast(status.fill, text))
    if contrast(status.fill, best) >= least:
        return f'write text: "{best}", which gives {_ratio(status.fill, best)}'
    return f'choose a {"lighter" if best == _BLACK else "darker"} fill, and write text: "{best}"'
