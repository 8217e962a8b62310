"""Words beside a tag that takes their place.

{%p ... %} and {{p ... }} replace the whole paragraph in which they stand, {%tr ... %} the whole row. What else stands
there is lost in every paper, without a word.

Example     Agreed: {{p report.summary }}
Instead     put {{p report.summary }} into a paragraph of its own, or print it in the line with {{r report.summary }}
Source      docxtpl-lint DTL209; docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.grammar import faults_of
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of
from papers.writing.typed import Tag, tags_in

_UNITS = {"p": ("paragraph", W + "p"), "tr": ("row", W + "tr"), "tc": ("cell", W + "tc")}


def not_alone(proof: Proof) -> Iterator[Remark]:
    """Tags that replace a paragraph, a row or a cell which holds something else; one for each of them."""
    for page in proof.pages:
        lost = {(fault.at, fault.words): fault.facts["rest"] for fault in faults_of(page) if fault.rule == "DTL209"}
        told: set[Element] = set()
        for tag in tags_in(page.root):
            name, unit = _UNITS.get(tag.prefix, ("", ""))
            around = next((each for each in (tag.at, *tag.at.iterancestors()) if each.tag == unit), None)
            words = lost.get((tag.at, tag.words), "")
            rest = f'"{wording.shortened(words, 40)}"' if words else _unseen(tag, around)
            if around is not None and around not in told and rest:
                told.add(around)
                typed = wording.shortened(tag.words)
                sentence = f'the {name} of "{typed}" also holds {rest}, which would be lost'
                yield remark(tag.at, sentence, f"put {typed} into a {name} of its own")


def _unseen(tag: Tag, around: Element | None) -> str:
    """What a text does not show: a picture, or a note beside a tag for blocks, which would not be read as one."""
    if around is None or (tag.prints and tag.prefix != "p"):
        return ""
    if any(next(around.iter(W + name), None) is not None for name in ("drawing", "pict", "object")):
        return "a picture"
    return "a note" if tag.prints and "{#" in words_of(tag.at) else ""


RULE = Rule("TP104", Severity.ERROR, not_alone)
