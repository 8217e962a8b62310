"""Empty paragraphs that make room.

A screen reader says "blank" for each, and the room changes with whatever is printed above. Not told: the paragraph that
Word needs between two tables and after the last, the one of an empty cell, and those with a picture or a break.

Example     two empty lines above each heading
Instead     Layout, Spacing Before and After, or Modify the style
Source      Microsoft, Rules for the Accessibility Checker: no repeated blank characters
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import is_removed, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of

_BLANK = {W + name for name in ("rPr", "t", "tab", "lastRenderedPageBreak", "softHyphen")}
_BESIDE = {W + name for name in ("pPr", "r", "bookmarkStart", "bookmarkEnd", "proofErr", "commentRangeStart",
                                 "commentRangeEnd")}  # fmt: skip
_SPACE = "set the space with Layout, Spacing, Before and After"


def empty_paragraphs(proof: Proof) -> Iterator[Remark]:
    """Each stretch of empty paragraphs, at the first that could be deleted."""
    for page in proof.pages:
        empty = [each for each in seen_in(page.root, W + "p") if _is_empty(each) and not is_removed(each)]
        for stretch in _stretches(empty):
            spare = stretch[_needed(stretch) :]
            if len(spare) == 1:
                yield remark(spare[0], "an empty paragraph makes room here", f"delete it and {_SPACE}")
            elif spare:
                sentence = f"{wording.in_words(len(spare))} empty paragraphs in a row make room here"
                yield remark(spare[0], sentence, f"delete them and {_SPACE}")


def _stretches(paragraphs: list[Element]) -> list[list[Element]]:
    """Paragraphs that follow each other, together."""
    found: list[list[Element]] = []
    for each in paragraphs:
        if found and each.getprevious() is found[-1][-1]:
            found[-1].append(each)
        else:
            found.append([each])
    return found


def _needed(stretch: list[Element]) -> int:
    """How many of a stretch Word needs: one in an empty cell, between two tables, and after the last; else none."""
    before, after = _beside(stretch[0], "preceding"), _beside(stretch[-1], "following")
    if before is not None and before.tag != W + "tbl":
        return 0
    if after is None:
        return 1
    ends_a_loop = after.tag == W + "p" and is_removed(after) and "endfor" in words_of(after)
    return 1 if before is not None and (after.tag == W + "tbl" or ends_a_loop) else 0


def _beside(paragraph: Element, axis: str) -> Element | None:
    """What stands before or after a paragraph; None at the start or the end of its cell, header or text."""
    for each in paragraph.itersiblings(preceding=axis == "preceding"):
        if each.tag in (W + "p", W + "tbl", W + "sdt"):
            return each
    return None


def _is_empty(paragraph: Element) -> bool:
    """Whether a paragraph shows nothing at all and breaks nothing."""
    if words_of(paragraph).strip() or any(each.tag not in _BESIDE for each in paragraph.iterchildren("*")):
        return False
    properties = paragraph.find(W + "pPr")
    if properties is not None and any(properties.find(W + name) is not None for name in ("sectPr", "pageBreakBefore")):
        return False
    return all(each.tag in _BLANK for run in paragraph.iterchildren(W + "r") for each in run.iterchildren("*"))


RULE = Rule("TP312", Severity.WARNING, empty_paragraphs)
