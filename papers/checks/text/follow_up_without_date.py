"""A recommendation asks for something later, and names no date.

"In six months' time" is counted from the meeting by one reader and from the minutes by another, and the work
programme needs a month. "In due course" is never late.

Example     "Request a further report in six months' time"
Instead     "Request a further report by 16 September 2021"
Source      domain practice: requests of scrutiny committees that were never brought back
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from datetime import date

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import one_line
from papers.checks.prose.words import number_at, tokens
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.passage import typed

_LATER = re.compile(
    r"\b(?:in|within|after|every) (?P<number>\w+(?:-\w+)?) (?P<unit>months?|weeks?|years?)(?:['’]s?)?(?: time)?\b"
    r"|\bin due course\b|\bat the earliest opportunity\b|\bas soon as (?:possible|practicable)\b"
    r"|\b(?:at|to) (?:a|an|the) (?:next|later|future|subsequent|appropriate|early) (?:meeting|date)\b",
    re.IGNORECASE,
)
_DATED = re.compile(rf"\b(?:{'|'.join(wording.MONTHS)})\b|\b20\d\d\b")


def follow_up_without_date(paper: Paper) -> Iterator[Report]:
    """Recommendations that ask for something later without a month or a year."""
    for passage in paper.written:
        if not passage.place.key.startswith("recommendations"):
            continue
        words = one_line(typed(passage.words))
        found = _LATER.search(words)
        if found and not _DATED.search(words):
            by = _day(found, paper.report.meeting_date)
            yield at(
                passage.place,
                f'"{wording.shortened(words, 120)}" names no date ("{found[0]}")',
                f"write by which day: {wording.day(by)} is {found[0]} after the meeting"
                if by
                else "write by which day",
            )


def _day(found: re.Match[str], meeting: date) -> date | None:
    """The day that many months after the meeting; None where months are not what is asked for."""
    number = number_at(tokens(found["number"] or ""), 0)
    if not number or not (found["unit"] or "").casefold().startswith("month") or not 0 < number[0] < 100:
        return None
    years, month = divmod(meeting.month - 1 + number[0], 12)
    last = calendar.monthrange(meeting.year + years, month + 1)[1]
    return date(meeting.year + years, month + 1, min(meeting.day, last))


CHECK = Check("TX408", Severity.WARNING, follow_up_without_date)
