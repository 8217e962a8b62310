"""A child or family is called by a letter or number.

"Child A" stands for one real child. In a small place its story is enough for those who know the family, and several
papers that use the same letter can be put together. "Child", "Young person", "Sibling", "Mother" and the like before a
single capital or figure are reported; grades, levels and lists are not.

Example     "Child A's mother was not told of the meeting"
Instead     tell what was learnt without the case; a published review may be named, with the finding accepted
Source      UK GDPR recital 26: who can be singled out by means likely to be used; ICO, anonymisation
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

# It starts with a lone capital or figure, which is rare; the word before it is looked at afterwards.
_LETTER = re.compile(
    r"[A-Z1-9](?<= [A-Z1-9])(?!\w|[&/+%£]|[.,]\d|[:–—-]\w| ?(?:&|\+) ?\w|['’][^s\W]| [Ll]evels?\b)"
    r"(?!(?<=[1-9]) ?(?:to|or|in|of|and|years?|months?|weeks?|days?|-|–)\b| of\b)"
    r"(?!(?<=I) [a-z])"
)
_WHO = re.compile(
    r"\b(child|young person|sibling|baby|infant|pupil|boy|girl|mother|father|parent|family|brother|sister) $",
    re.IGNORECASE,
)


def child_by_letter(paper: Paper) -> Iterator[Report]:
    """Children and families that are called by one letter or figure."""
    for passage, found in paper.passages.find(_LETTER):
        who = _WHO.search(found.string, max(found.start() - 16, 0), found.start())
        if who:
            yield at(
                passage.place,
                f'"{who[1]} {found[0]}" stands for one child or family',
                "tell it without the case, or say in report.yaml under acknowledge, PD007, why it may be published",
            )


CHECK = Check("PD007", Severity.WARNING, child_by_letter)
