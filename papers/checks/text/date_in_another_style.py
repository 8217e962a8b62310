"""A date is typed in another style than the paper's own.

The cover prints "16 March 2021"; a text with "16th March 21", "16/03/2021" and "March 16, 2021" beside it looks put
together, and 03/04/2021 is read as two different days. Months alone, with or without a year, are not dates of a day.

Example     "submitted on 30th March 2020, and answered on 17th April 20"
Instead     "submitted on 30 March 2020, and answered on 17 April 2020"
Source      Government Digital Service, style guide: dates; the house style of these papers
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper

_MONTH = "|".join(wording.MONTHS)
_SHORT = "Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
_STYLES = re.compile(
    rf"""(?<![\w/.,-])(?:
      \d{{1,2}}(?:st|nd|rd|th)\ (?:of\ )?(?:{_MONTH}|{_SHORT})\b(?:,?\ \d{{2,4}}\b)?
    | \d{{1,2}}\ (?:of\ )?(?:{_SHORT})\b\.?(?:\ \d{{2,4}})?(?!\w)
    | \d{{1,2}}\ (?:{_MONTH})\ (?:['’]\d\d|(?:1[5-9]|2\d|3[0-5])(?=[,.;:)]|$))
    | (?:{_MONTH})\ \d{{1,2}}(?:st|nd|rd|th)?,\ \d{{4}}
    | (?:{_MONTH})\ \d{{1,2}}(?:st|nd|rd|th)\b
    | (?:{_SHORT})\.?[ -]\d{{4}}(?!\w)
    | (?:0?[1-9]|[12]\d|3[01])[/.](?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d(?!\w)
    | (?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])/\d\d(?![\w/])
    | (?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\w)
    )""",
    re.VERBOSE,
)
_DAYS = ("meeting_date", "publication_date", "action_plan.as_of")


def date_in_another_style(paper: Paper) -> Iterator[Report]:
    """Typed dates that are not in the house style; those of keys that hold a date are printed in it anyway."""
    for sentence in sentences(paper):
        key = sentence.place.key
        if key in _DAYS or paper.profile.kind_of(key) == "day":
            continue
        for found in _STYLES.finditer(sentence.words):
            yield at(
                sentence.place,
                f'"{found[0].strip()}" is not in the style of the paper\'s dates: {sentence.quoted}',
                "write it as 16 March 2021",
            )


CHECK = Check("TX406", Severity.WARNING, date_in_another_style)
