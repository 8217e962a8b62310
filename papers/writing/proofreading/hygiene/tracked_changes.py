"""The template carries tracked changes, or is set to track them.

Papers made from it would be published with what was struck out and who struck it out, whatever was decided.

Example     "Cabinet" struck out and "Executive" inserted by a colleague
Instead     Review, Accept All Changes and Stop Tracking
Source      ICO, How to disclose information safely
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W, etree
from papers.writing.printed import is_on, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_MOST = 5
_REMEDY = "Review, Accept, Accept All Changes and Stop Tracking"
_KINDS = {
    "ins": "an insertion", "cellIns": "an insertion", "del": "a deletion", "cellDel": "a deletion",
    "moveFrom": "a move", "moveTo": "a move", "cellMerge": "a merging of cells", "rPrChange": "a change of format",
    "pPrChange": "a change of format", "tblPrChange": "a change of format", "tblPrExChange": "a change of format",
    "trPrChange": "a change of format", "tcPrChange": "a change of format", "sectPrChange": "a change of format",
    "tblGridChange": "a change of format", "numberingChange": "a change of format",
}  # fmt: skip


def tracked_changes(proof: Proof) -> Iterator[Remark]:
    """The first five paragraphs with tracked changes, then how many more there are; and that Word tracks on."""
    found: dict[Element, list[Element]] = {}
    for page in proof.pages:
        for change in seen_in(page.root, *(W + kind for kind in _KINDS)):
            found.setdefault(_stands_at(change), []).append(change)
    for at, changes in list(found.items())[:_MOST]:
        yield remark(at, _told(changes), _REMEDY)
    rest = len(found) - _MOST
    if rest > 0:
        sentence = f"there are tracked changes in {wording.in_words(rest)} more {wording.plural(rest, 'paragraph')}"
        yield remark(None, sentence, _REMEDY)
    settings = proof.roots.get("word/settings.xml")
    if settings is not None and is_on(settings.find(W + "trackRevisions")):
        sentence = "the template is set to track changes, and so is every paper made from it"
        yield remark(None, sentence, "Review, Track Changes: switch it off", Severity.WARNING)


def _stands_at(change: Element) -> Element:
    """The paragraph, or else the row, cell or section, that a change stands in."""
    paragraph = next(change.iterancestors(W + "p"), None)
    if paragraph is not None:
        return paragraph
    around = next(change.iterancestors(W + "tc", W + "tr", W + "tbl"), None)
    if around is None:
        section = next(change.iterancestors(W + "sectPr"), None)
        around = section.getprevious() if section is not None else change
    first = next(around.iter(W + "p"), None) if around is not None else None
    return first if first is not None else change


def _told(changes: list[Element]) -> str:
    kinds = dict.fromkeys(_KINDS[etree.QName(change).localname] for change in changes)
    authors = dict.fromkeys(author for change in changes if (author := change.get(W + "author", "").strip()))
    by = f" by {wording.listing(authors)}" if authors else ""
    there = "there is a tracked change" if len(changes) == 1 else "there are tracked changes"
    return f"{there} here{by}: {wording.listing(kinds)}"


RULE = Rule("TP322", Severity.ERROR, tracked_changes)
