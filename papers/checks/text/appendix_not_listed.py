"""The text names an appendix that the report does not have.

Members look for it in the agenda pack, and ring Democratic Services. Every "Appendix 2" or "Annex B" is looked for
under `appendices` in report.yaml, by number or letter. An appendix of another paper ("Annex C to the framework") is
passed over.

Example     "as Appendix 3 shows", where the report lists two appendices
Instead     add it to appendices in report.yaml, or correct the number
Source      domain practice: appendices that were dropped, or put in another order, after the text was written
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.appendices import named_appendices
from papers.checks.prose.sentences import sentences
from papers.findings import Severity
from papers.model.paper import Paper


def appendix_not_listed(paper: Paper) -> Iterator[Report]:
    """Appendices named in the text that are not listed."""
    titles = [appendix.title for appendix in paper.report.appendices]
    for sentence in sentences(paper):
        for reference, numbers in named_appendices(sentence, paper):
            if not any(1 <= number <= len(titles) for number in numbers):
                yield at(
                    sentence.place,
                    f"{sentence.quoted}: there is no appendix {reference.number}; the report lists {_listed(titles)}",
                    "correct the number, or add the appendix to appendices in report.yaml",
                )


def _listed(titles: list[str]) -> str:
    if not titles:
        return "none"
    shown = f'"{wording.shortened(titles[0])}"' if len(titles) == 1 else ""
    return f"only {shown}" if shown else f"{wording.in_words(len(titles))}"


CHECK = Check("TX202", Severity.ERROR, appendix_not_listed)
