"""The pages carry a watermark.

Papers made from the template would all say "Draft" or "Confidential", also those that are published. A report that is
exempt is marked by the build.

Example     Design, Watermark, DRAFT 1
Instead     Design, Watermark, Remove Watermark
Source      house rule; WCAG 2.2, 1.4.3: words over a watermark are hard to read
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.drawings import drawings
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def watermark(proof: Proof) -> Iterator[Remark]:
    """Each watermark, once, however many headers hold it."""
    told: dict[str, None] = {}
    for page in proof.pages:
        for drawing in drawings(page.root):
            if drawing.is_watermark and drawing.words not in told:
                told[drawing.words] = None
                said = f'the watermark "{wording.shortened(drawing.words)}"' if drawing.words else "a watermark"
                sentence = f"{said} is printed on the pages of every paper"
                yield remark(drawing.at, sentence, "Design, Watermark, Remove Watermark")


RULE = Rule("TP327", Severity.WARNING, watermark)
