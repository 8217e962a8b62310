"""A text says of itself that it is not for publication.

Officers mark a cell or a paragraph by hand: "NOT FOR PUBLICATION by virtue of paragraph 3", "exempt information",
"OFFICIAL-SENSITIVE". Whatever is so marked would be published with its mark.

Example     Progress "[Not for publication: paragraph 3] The contractor was paid off"
Instead     write yes under Exempt in its row, or take it out and put it into an exempt report
Source      Local Government Act 1972 s.100B(5) and Schedule 12A: how exempt reports are marked
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

_MARK = re.compile(
    r"\bnot\s+for\s+publication\b|\bexempt\s+(?:information|from\s+publication)\b|\bofficial[- ]sensitive\b"
    r"|\bschedule\s+12a\b",
    re.IGNORECASE,
)


def marked_not_for_publication(paper: Paper) -> Iterator[Report]:
    """Passages with such a mark, but for what report.yaml says under `exempt` of why part of a report is exempt."""
    for passage, found in paper.passages.find(_MARK):
        if not passage.place.key.startswith("exempt"):
            sentence = f'this says "{found[0]}", and would be published'
            yield at(passage.place, sentence, "write yes under Exempt in its row, or take it out")


CHECK = Check("PD009", Severity.ERROR, marked_not_for_publication)
