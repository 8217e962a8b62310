"""Text that is stretched to both margins.

Justified lines have gaps of uneven width, which are hard to follow for people with dyslexia.

Example     paragraphs set with Home, Justify
Instead     Home, Align Left
Source      Cabinet Office, Publishing accessible documents: left aligned text
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import W
from papers.writing.appearance import Setting
from papers.writing.printed import printed, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_STRETCHED = ("both", "distribute", "thaiDistribute", "lowKashida", "mediumKashida", "highKashida")


def justified_text(proof: Proof) -> Iterator[Remark]:
    """Each style that justifies text, and each paragraph that is justified by hand."""
    told: dict[object, None] = {}
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p"):
            setting = proof.appearance.of_paragraph(paragraph, "jc")
            if setting.value in _STRETCHED and setting.element not in told and printed(paragraph):
                told[setting.element] = None
                yield remark(paragraph, *_said(setting))
    for style in proof.authors_styles:
        setting = proof.appearance.of_style(style, "jc", "pPr")
        if setting.value in _STRETCHED and setting.element not in told:
            told[setting.element] = None
            yield remark(None, *_said(setting))


def _said(setting: Setting) -> tuple[str, str]:
    sentence = f"{setting.setter or 'this paragraph'} is justified, with gaps of uneven width between its words"
    return sentence, setting.remedy("choose Home, Align Left", "choose Align Left")


RULE = Rule("TP305", Severity.NOTE, justified_text)
