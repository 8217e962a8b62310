"""The text takes the decision for granted.

Members decide at the meeting, with an open mind; a report that says what they "will agree" reads as if the matter
were closed, and has been quoted against councils. Read are sentences in which the committee, the Cabinet, the Council
or members "will agree", "approve" or "endorse", or something "will be approved by" them. Conditions ("if the Cabinet
agrees") and what they "will be asked" are passed over.

Example     "The Committee will approve the revised plan in March"
Instead     "The Committee is asked to approve the revised plan", "if the Committee approves it"
Source      Localism Act 2011 s.25 and the common law on predetermination: check with the Monitoring Officer
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper

_WHO = r"(?:(?:[A-Z][\w'-]+ ){0,8}(?:Committee|Cabinet|Council|Board|Panel)|[Mm]embers|[Cc]ouncillors)"
_AGREE = "agree|approve|endorse|adopt|accept|support|ratify|resolve|confirm|sign off|note|welcome"
_AGREED = "agreed|approved|endorsed|adopted|accepted|ratified|confirmed|signed off"
_WILL = re.compile(rf"\b{_WHO} (?:will|shall|is going to|are going to) (?:then |now |also |formally )?(?:{_AGREE})\b")
_WILL_BE = re.compile(
    rf"\b(?:will|shall|is to|are to) (?:then |now |also |formally )?be (?:formally )?(?:{_AGREED}) (?:by|at) "
    rf"(?:the |its |their )?(?:\w+ ){{0,3}}?(?:{_WHO}|meeting)\b"
)
_WHEN = re.compile(rf"\b[Ww]hen (?:the )?{_WHO} (?:agrees?|approves?|endorses?|adopts?)\b")
_OPEN = re.compile(
    r"\b(?:if|whether|unless|provided|subject to|should|in case|hoped?|asks?|asked|whichever)\b", re.IGNORECASE
)


def decision_assumed(paper: Paper) -> Iterator[Report]:
    """Sentences that know how members decide."""
    for sentence in sentences(paper):
        words = sentence.words
        found = _WILL.search(words) or _WILL_BE.search(words) or _WHEN.search(words)
        if found and not _OPEN.search(words, max(found.start() - 120, 0), found.end()):
            yield at(
                sentence.place,
                f'"{wording.shortened(words, 120)}" takes the decision for granted ("{wording.shortened(found[0])}")',
                'write "is asked to", or "if the Committee agrees"',
            )


CHECK = Check("TX402", Severity.WARNING, decision_assumed)
