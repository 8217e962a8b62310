"""There is a date of birth.

With a date of birth and very little else, a child or an officer can be found. A day is reported that follows "DOB",
"date of birth" or "born", in whatever way it is written; a year or month alone is not, nor are the dates between which
a group was born. The finding shows the year only.

Example     "Child seen at home, DOB 12/03/2010"
Instead     take it out; say an age band such as "aged 10 to 15" where the age matters
Source      UK GDPR Art 5(1)(c); a council published names and dates of birth of 146 pupils with a committee report
            (Wiltshire Times), where they stood for years
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

_MONTH = rf"(?:{'|'.join(month[:3] for month in wording.MONTHS)})[a-z]{{0,6}}"
_DAY = rf"""(?:
      [0-9]{{1,2}}\ ?[./-]\ ?[0-9]{{1,2}}\ ?[./-]\ ?(?:[0-9]{{4}}|[0-9]{{2}})
    | [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}
    | [0-9]{{1,2}}(?:st|nd|rd|th)?[ -](?:of\ )?(?i:{_MONTH})\.?[ ,-]+[0-9]{{2}}(?:[0-9]{{2}})?
    | (?i:{_MONTH})\ [0-9]{{1,2}}(?:st|nd|rd|th)?,?\ [0-9]{{4}}
    )(?![0-9])"""
_YEAR = re.compile(r"[0-9]{4}|[0-9]{2}$")
# It starts with letters that can be looked for fast; what stands before them is looked at afterwards.
_BORN = re.compile(
    rf"""[DdBb](?<!\w[DdBb])(?:
      (?i:\.?\ ?o\.?\ ?b\b\.?|ate[ ]of[ ]birth|irth\ ?da(?:te|y)) \s{{0,3}}(?:\([^()\0]{{1,12}}\))?
          [\s:;=,(-]{{0,4}}(?:(?:is|was)\ )?(?:on\ )?(?:the\ )?
    | (?i:orn)[ ](?:on\ )?(?:the\ )?
    )({_DAY})""",
    re.VERBOSE,
)


def date_of_birth(paper: Paper) -> Iterator[Report]:
    """Days that are said to be somebody's day of birth."""
    for passage, found in paper.passages.find(_BORN):
        yield at(
            passage.place,
            f"there is a date of birth (in {_YEAR.findall(found[1])[0]})",
            "take it out, or say in report.yaml under acknowledge, PD003, why it may be published",
        )


CHECK = Check("PD003", Severity.WARNING, date_of_birth)
