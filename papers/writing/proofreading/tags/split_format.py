"""A tag of which only a part is formatted.

What a tag prints looks like the first brace of the tag. Where the rest of the tag is bold, or in another size, that is
lost; and often it was the rest that somebody meant to format.

Example     {{ report.subject }} with only the name of the field in bold
Instead     select the whole tag with its braces, and format that
Source      docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W, as_xml
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import own_texts
from papers.writing.typed import Tag, tags_in

_UNSEEN = {W + "lang", W + "noProof", W + "webHidden"}


def split_format(proof: Proof) -> Iterator[Remark]:
    """Each tag that prints something whose parts are formatted in different ways."""
    for page in proof.pages:
        for tag in tags_in(page.root):
            if tag.prints and tag.start >= 0 and len(set(_formats(tag))) > 1:
                sentence = f'parts of "{wording.shortened(tag.words)}" are formatted in different ways'
                remedy = (
                    "only how its first brace looks counts: select the whole tag and format it as it is to be printed"
                )
                yield remark(tag.at, sentence, remedy)


def _formats(tag: Tag) -> Iterator[tuple[str, ...]]:
    """How each piece of a tag is formatted, as far as that is seen."""
    at, end = 0, tag.start + len(tag.words)
    for text in own_texts(tag.at):
        starts, at = at, at + len(text.text or "")
        if starts < end and at > tag.start and text.text:
            yield _format(text.getparent())


def _format(run: Element | None) -> tuple[str, ...]:
    properties = run.find(W + "rPr") if run is not None else None
    seen = [each for each in properties if each.tag not in _UNSEEN] if properties is not None else []
    return tuple(sorted(as_xml(each).replace(' w:hint="eastAsia"', "") for each in seen))


RULE = Rule("TP109", Severity.WARNING, split_format)
