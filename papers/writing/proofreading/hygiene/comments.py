"""The template carries comments.

Every paper made from it would carry them too, with the names of those who wrote them, and be published with them.

Example     a comment by a lawyer beside the recommendations
Instead     Review, Delete, Delete All Comments in Document
Source      SI 2012/2089: what is published is the report; ICO, How to disclose information safely
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of

_MOST = 5
_REMEDY = "Review, Delete, Delete All Comments in Document"


def comments(proof: Proof) -> Iterator[Remark]:
    """The first five comments, each where it stands, then how many more there are."""
    found = [
        (comment, _anchor(proof, comment.get(W + "id", "")))
        for root in proof.roots.values()
        if root.tag == W + "comments"
        for comment in root.iterchildren(W + "comment")
    ]
    for comment, at in found[:_MOST]:
        author = comment.get(W + "author", "").strip()
        said = wording.shortened(" ".join(words_of(each) for each in comment.iter(W + "p")))
        yield remark(at, f'there is a comment{f" by {author}" if author else ""}: "{said}"', _REMEDY)
    if len(found) > _MOST:
        rest = len(found) - _MOST
        yield remark(
            None, f"there {wording.are(rest)} {wording.in_words(rest)} more {wording.plural(rest, 'comment')}", _REMEDY
        )


def _anchor(proof: Proof, number: str) -> Element | None:
    for page in proof.pages:
        for each in seen_in(page.root, W + "commentRangeStart", W + "commentReference"):
            if each.get(W + "id") == number:
                return _in_paragraph(each)
    return None


def _in_paragraph(anchor: Element) -> Element | None:
    """The anchor itself; the next paragraph where it stands between two."""
    if next(anchor.iterancestors(W + "p"), None) is not None:
        return anchor
    return next((each for each in anchor.itersiblings() if each.tag in (W + "p", W + "tbl")), None)


RULE = Rule("TP321", Severity.ERROR, comments)
