"""A space stands where none belongs, or a small word stands twice.

Such slips stay when sentences are cut and pasted, and a search for the word does not find it. Hyphens that wait for
their word ("pre- and post-natal") are right.

Example     "multi -agency", "information- sharing", "the the plan", "the plan , which"
Instead     "multi-agency", "information-sharing", "the plan, which"
Source      domain practice: text that is put together from e-mails of several partners
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper

_SLIP = re.compile(
    r"""(?<!\w)[^\W\d_]{1,30}\ -[^\W\d_]{1,30}(?!\w)
    | (?<!\w)[^\W\d_]{1,30}-\ (?!(?:and|or|to|but|nor|as|versus)\b)[^\W\d_]{1,30}(?!\w)
    | (?<=\w)\ [,;](?=\ )
    | (?<=\w)\ \.(?=\ [A-Z]|$)
    | (?<![\w-])(?P<twice>the|a|an|of|to|and|for|on|by|with|is|are|be|from|in)\ (?P=twice)\b
    """,
    re.VERBOSE | re.IGNORECASE,
)


def slip_of_spacing(paper: Paper) -> Iterator[Report]:
    """Each slip, with its sentence."""
    for sentence in sentences(paper):
        for found in _SLIP.finditer(sentence.words):
            shown = sentence.words[max(found.start() - 12, 0) : found.end() + 12] if len(found[0]) < 4 else found[0]
            yield at(
                sentence.place,
                f'"{shown.strip()}" looks like a slip: {sentence.quoted}',
                "take out the space or the word that is too many",
            )


CHECK = Check("TX407", Severity.WARNING, slip_of_spacing)
