"""Headings that skip a level, or a document without headings.

Screen readers move from heading to heading and say their levels, as do the Navigation pane and the bookmarks of a PDF.
A Heading 3 below a Heading 1 sounds as if something were missing. Levels are judged in the order of the template; the
headings that authors write are not known here.

Example     Title, then Heading 2
Instead     Title, Heading 1, Heading 2
Source      WCAG 2.2, 1.3.1 Info and Relationships and 2.4.6 Headings and Labels
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of


def heading_levels(proof: Proof) -> Iterator[Remark]:
    """Each step down of more than one level in the main text; or that it has no heading at all."""
    before = None
    for paragraph in seen_in(proof.body, W + "p"):
        level = _level(proof, paragraph)
        if level is None or not words_of(paragraph).strip():
            continue
        if level > (before or 0) + 1:
            said = f"a heading of level {level} follows one of level {before}"
            sentence = said if before else f"the first heading is one of level {level}"
            yield remark(paragraph, sentence, f"give it the style Heading {(before or 0) + 1}, or its part a heading")
        before = level
    if before is None:
        yield remark(None, "the document has no heading", "give the heading of each part the style Heading 1")


def _level(proof: Proof, paragraph: Element) -> int | None:
    """The level of a heading, counted from 1; None for other paragraphs, and in tables, where Word knows none."""
    if next(paragraph.iterancestors(W + "tc"), None) is not None:
        return None
    level = proof.appearance.of_paragraph(paragraph, "outlineLvl").value
    return int(level) + 1 if level in tuple("012345678") else None


RULE = Rule("TP316", Severity.WARNING, heading_levels)
