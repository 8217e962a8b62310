"""An appendix is attached, and the text never mentions it.

Members do not know why they have it, or miss it. The number or the title of each appendix is looked for in the report
and the narrative; with one appendix alone, "attached", "the appendix", or "the plan" for an action plan is enough. A
text with hints of the starter still in it is not finished, and is passed over.

Example     appendices lists "Equality impact assessment" as the second, and no sentence names Appendix 2
Instead     say in the text what the appendix shows, or leave it out
Source      domain practice: agenda packs with papers that no report refers to
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.appendices import named_appendices
from papers.checks.prose.sentences import Sentence, sentences
from papers.checks.prose.words import tokens
from papers.findings import Place, Severity
from papers.model.paper import Paper

_LONE = frozenset(("appendix", "annex", "attached", "appended", "annexed", "enclosed"))
_NO_TEXT = ("appendices", "background_papers", "subject", "committee", "inspection")


def appendix_never_mentioned(paper: Paper) -> Iterator[Report]:
    """Appendices that no sentence names, each at its title."""
    titles = [appendix.title for appendix in paper.report.appendices]
    said = [sentence for sentence in sentences(paper) if not sentence.place.key.startswith(_NO_TEXT)]
    if not titles or any("[To " in passage.words for passage in paper.written):
        return
    named = _named(said, paper)
    spoken = " ".join(" ".join(sentence.tokens) for sentence in said)
    for number, title in enumerate(titles, 1):
        by_title = f" {' '.join(tokens(title))} " in f" {spoken} "
        alone = len(titles) == 1 and (_LONE & set(spoken.split()) or f" the {title.split()[-1].casefold()} " in spoken)
        if number not in named and not by_title and not alone:
            yield at(
                _place(paper, title),
                f'no sentence mentions appendix {number}, "{wording.shortened(title)}"',
                "say in the text what it shows, or leave it out",
            )


def _named(said: list[Sentence], paper: Paper) -> set[int]:
    """The numbers of the appendices that sentences name; "Appendices 1 to 3" names those between as well."""
    named: set[int] = set()
    for sentence in said:
        found = [numbers for _, numbers in named_appendices(sentence, paper)]
        named = named.union(*found)
        if "to" in sentence.tokens and len(found) == 2 and all(found):
            named |= set(range(min(found[0]), max(found[1]) + 1))
    return named


def _place(paper: Paper, title: str) -> Place:
    """Where the title of an appendix is written."""
    listed = (passage for passage in paper.written if passage.place.key.startswith("appendices"))
    return next((passage.place for passage in listed if passage.words == title), Place(key="appendices"))


CHECK = Check("TX203", Severity.WARNING, appendix_never_mentioned)
