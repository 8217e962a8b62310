"""An age stands with a count of one to five children.

Small numbers point at people: "two girls aged 14" in one school are two girls whom their neighbours know. A count from
1 to 5 with an age is reported ("3 boys (14)", "a 15-year-old girl"). Larger groups, ages without a count, and the old
things that are no people ("a 3-year-old policy") are not. The finding leaves the age out.

Example     "Two children aged 10 were moved at night"
Instead     leave out the age or the count, or give a larger group: "fewer than six children"
Source      DfE, Characteristics of children in need: numbers from 1 to 5 are suppressed, and others where these could
            be worked out from them
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

_AGE = r"""(?:[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen
    |sixteen|seventeen|eighteen)"""
_PEOPLE = r"""(?:child(?:ren)?|boys?|girls?|young[ ](?:people|person|wom[ae]n|m[ae]n)|pupils?|students?|siblings?
    |brothers?|sisters?|twins|babies|baby|infants?|teenagers?|care[ ]leavers?|sons?|daughters?|males?|females?)"""
_COUNT = r"(?:one|two|three|four|five|[1-5])"
_LINKS = "of|in|to|or|and|for|with|from|about|on|at|by|between|as|when|where|which|that|who|was|were|is|are"
# Each case starts with a sign or letter that is rare ("aged" with its g); the count is looked for before it.
_AGES = re.compile(
    rf"""g(?<=\bag)e[ds]?[ ](?:between[ ])?{_AGE}\b
    | \((?:aged?[ ])?{_AGE}(?:(?:,|[ ]and|[ ]to|[ ]?[-–])[ ]?{_AGE})*(?:[ ]years?(?:[ ]old)?)?\)
    | (?P<old>y(?:ea)?rs?[ -]olds?)\b
      (?=[ ](?:{_PEOPLE}|who|was|were|is|has|had|in|from|with|at|and|to|on)\b|['’.,;:)\n\0]|\Z)""",
    re.VERBOSE,
)
# Not "Year 5 pupils", "one in five children", "one hundred and five children", "4 to 5 children", "fewer than five".
_ALONE = r"""(?<![\w.,/£-])(?<!\bYear[ ])(?<!Stage[ ])(?<!Phase[ ])(?<!Tier[ ])(?<!Priority[ ])
    (?<!\b(?:one|two)[ ](?:in|to)[ ])(?<![0-9][ ](?:in|to)[ ])(?<!hundred[ ]and[ ])(?<![0-9][ ]and[ ])
    (?<!under[ ])(?<!over[ ])(?<!than[ ])"""
_COUNTED = re.compile(
    rf"""\b{_ALONE}({_COUNT}[ ](?:(?!(?:{_LINKS})\b)[a-z-]+[ ]){{0,2}}{_PEOPLE})
      ,?[ ](?:(?:who|that)[ ])?(?:(?:is|are|was|were|both|all|each)[ ]){{0,2}}$""",
    re.VERBOSE | re.IGNORECASE,
)
_COUNTED_OLD = re.compile(rf"\b{_ALONE}(an?|{_COUNT})[ ](?:[a-z]+[ ])?{_AGE}[ -]?$", re.VERBOSE | re.IGNORECASE)
_WINDOW = 90


def age_with_small_count(paper: Paper) -> Iterator[Report]:
    """Ages that stand with a count of one to five people."""
    for passage, found in paper.passages.find(_AGES):
        before = found.string[max(found.start() - _WINDOW, 0) : found.start()].removesuffix("a")
        counted = (_COUNTED_OLD if found["old"] else _COUNTED).search(before)
        if counted:
            shown = f"{counted[1]} ...-year-old" if found["old"] else f"{counted[1]} aged ..."
            yield at(
                passage.place,
                f'an age stands with a count of one to five ("{shown}")',
                "leave out the age or the count, or say in report.yaml under acknowledge, PD008, why both may stand",
            )


CHECK = Check("PD008", Severity.WARNING, age_with_small_count)
