"""The report rests on a letter or report that it neither lists nor links.

The public may inspect the papers that a report relies on. Published papers need not be listed as background papers,
but then a link lets readers find them. Where background_papers is empty and no text has a link, the first sentence
that cites an inspection letter, a review, an audit, a survey or a letter is reported.

Example     "The Committee received the published letter", with background_papers: [] and no link
Instead     link it in narrative.md, "[published letter](https://...)", or list it under background_papers
Source      Local Government Act 1972 s.100D: check with the Monitoring Officer
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper

_CITED = re.compile(
    r"\b(?:(?:published|inspection|inspectors?['’]?|outcome|findings|feedback|Ofsted|CQC|the|their|its) letter\b"
    r"|letter (?:from|dated|setting|published)\b|correspondence (?:was |of |from |dated |received)"
    r"|(?:inspection|audit|peer review|case review|evaluation|survey|inquiry) (?:report|findings|results)\b"
    r"|(?:published|independent) (?:report|review|audit|evaluation|survey)\b)"
)


def cited_but_not_to_be_found(paper: Paper) -> Iterator[Report]:
    """The first sentence that cites a paper, where none is listed or linked."""
    if paper.report.background_papers or _has_link(paper):
        return
    for sentence in sentences(paper):
        if _CITED.search(sentence.words):
            yield at(
                sentence.place,
                f"{sentence.quoted} cites a paper, and the report has no link and no background papers",
                "link it if it is published, or list it under background_papers",
            )
            return


def _has_link(paper: Paper) -> bool:
    if any("://" in passage.words or "](" in passage.words for passage in paper.written):
        return True
    lines = (line for section in paper.narrative.sections for line in section.text.lines())
    return any(run.link for line in lines for run in line)


CHECK = Check("TX405", Severity.WARNING, cited_but_not_to_be_found)
