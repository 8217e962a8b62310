"""A tag where tags are not read.

Tags are read in the text, in headers, footers and notes, in descriptions of pictures and in the document's title. In a
comment, a chart, a SmartArt picture or the address of a link they would stay in every paper as they are.

Example     a link to mailto:{{ report.contact.email }}
Instead     write {{ report.contact.email }} into the text
Source      docs/templates.md, Tags
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.language import TAG
from papers.writing.proofreading.meaning import PROPERTIES
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_PLACES = {
    r"word/comments\w*\.xml": "a comment", r"word/charts/.*": "a chart", r"word/diagrams/.*": "a SmartArt picture",
    r".*\.rels": "the address of a link", r"word/styles.*\.xml": "a style", r"word/numbering\.xml": "a list",
    r"docProps/custom\.xml": "a custom property of the document", r"word/glossary/.*": "a building block",
}  # fmt: skip


def where_none_is_read(proof: Proof) -> Iterator[Remark]:
    """Each tag in a part of the document that is taken as it is."""
    pages = {page.part for page in proof.pages}
    for part, root in proof.roots.items():
        if part in pages or part in PROPERTIES:
            continue
        for element in root.iter("*"):
            texts = [_text(element), *(unquote(str(value)) for value in element.attrib.values())]
            for tag in (found[0] for text in texts for found in TAG.finditer(text)):
                sentence = f'{_place(part)} holds the tag "{wording.shortened(tag)}", and no tag is read there'
                yield remark(_at(proof, part, element), sentence, "take it away, or move it into the text")


def _text(element: Element) -> str:
    """The words of a paragraph of Word's, or of a drawing's; else an element's own text."""
    if element.tag.rpartition("}")[2] == "p":
        return "".join(each.text or "" for each in element.iter("{*}t"))
    return "" if element.tag.rpartition("}")[2] == "t" else element.text or ""


def _place(part: str) -> str:
    return next((what for pattern, what in _PLACES.items() if re.fullmatch(pattern, part)), f"the part {part}")


def _at(proof: Proof, part: str, element: Element) -> Element | None:
    """Where in the text it shows: the paragraph that a comment is about, or that has the link; None for nowhere."""
    comment = next((each for each in (element, *element.iterancestors()) if each.tag == W + "comment"), None)
    if comment is not None:
        marks = (
            mark for mark in proof.body.iter(W + "commentReference") if mark.get(W + "id") == comment.get(W + "id")
        )
        return next(marks, None)
    links = (link for page in proof.pages for link in page.root.iter(W + "hyperlink") if _is_to(link, element))
    return next(links, None) if part.endswith(".rels") else None


def _is_to(link: Element, relationship: Element) -> bool:
    return relationship.get("Id", "-") in link.attrib.values()


RULE = Rule("TP110", Severity.ERROR, where_none_is_read)
