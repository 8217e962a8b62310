"""A picture or shape without a description.

A screen reader says only "picture". Bars that a build draws describe themselves; what somebody put into the
template has to be described there, or marked as decorative.

Example     the council's crest in the header
Instead     right click the picture, View Alt Text: "Crest of the council", or Mark as decorative
Source      WCAG 2.2, 1.1.1 Non-text Content
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Severity
from papers.writing.drawings import drawings
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|bmp|tiff?|svg|emf|wmf)", re.IGNORECASE)
_REMEDY = "right click it, View Alt Text, and describe it or mark it as decorative"


def no_description(proof: Proof) -> Iterator[Remark]:
    """Pictures, charts and shapes that say nothing of themselves, or a file's name. Text boxes speak for themselves."""
    for page in proof.pages:
        for drawing in drawings(page.root):
            if drawing.is_decorative or drawing.is_watermark or drawing.is_text_box:
                continue
            if not drawing.description:
                yield remark(drawing.at, f"a {drawing.kind} has no description", _REMEDY)
            elif _FILE_NAME.fullmatch(drawing.description):
                sentence = f'the description of a {drawing.kind} is a file\'s name, "{drawing.description}"'
                yield remark(drawing.at, sentence, _REMEDY)


RULE = Rule("TP314", Severity.ERROR, no_description)
