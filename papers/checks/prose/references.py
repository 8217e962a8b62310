"""References in the text: "action 3.4", "Appendices 1 to 3", "paragraph 2.1", each number with its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papers.checks.prose.sentences import Sentence

_JOINS = r"(?:,\ and|,\ or|,|\ ?&|\ and|\ or|\ to|\ ?-)\ ?"
# "of the letter", "to the report of January", "in Working Together": the number counts in another paper. "Of this
# report", "in the plan", "in Appendix 1" are of ours.
_IN = r"[\")”]?\ (?:of|to|from|under|within|in)\ "
_ELSEWHERE = re.compile(rf"{_IN}(?!this\b|our\b|appendix\b|annex\b)", re.IGNORECASE)
_OURS = re.compile(
    rf"{_IN}the\ (?:(?:joint|action|improvement|current|full|whole)\ ){{0,3}}plan\b(?!\ of)"
    rf"|{_IN}the\ (?:report|paper|appendix|narrative)\b(?!\ (?:of|to|by|for|on|in|from))",
    re.IGNORECASE,
)
_THEIRS = re.compile(
    r"(?:['’]s?|\b(?:previous|former|formerly|old|earlier|original|last|its|their|deleted|removed|renumbered|then))\ $",
    re.IGNORECASE,
)
_NEAR = 80


@dataclass(frozen=True, slots=True)
class Reference:
    """A number or letter that a sentence refers to, as it is typed, and what stands around the list it is in."""

    number: str
    before: str
    after: str


def pattern(nouns: str, number: str) -> re.Pattern[str]:
    """What finds references to `number` after one of `nouns`; both are patterns. A list has at most a dozen numbers."""
    one = rf"(?<![\w.]){number}(?!\w|\.\d|/\d|:\d|%)"
    return re.compile(
        rf"\b(?:{nouns})\ (?:(?:no|number|ref|reference)\.?\ )?(?P<list>{one}(?:{_JOINS}{one}){{0,11}})", re.VERBOSE
    )


def references(sentence: Sentence, found_by: re.Pattern[str]) -> Iterator[Reference]:
    """Each number that `sentence` refers to in this paper; none of those of another paper."""
    words = sentence.words
    for found in found_by.finditer(words):
        before = words[max(found.start() - _NEAR, 0) : found.start()]
        after = words[found.end() : found.end() + _NEAR]
        if _THEIRS.search(before) or (_ELSEWHERE.match(after) and not _OURS.match(after)):
            continue
        for number in re.split(r"[\s,&]+|(?<=\w)-(?=\w)", found["list"]):
            if number not in ("and", "or", "to", "-", ""):
                yield Reference(number, before, after)
