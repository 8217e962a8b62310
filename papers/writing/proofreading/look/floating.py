"""A picture, shape or text box that floats over the text.

What floats is read at the place of its anchor, which nobody sees, and it covers words when those above it grow longer.
Pictures in headers and footers are left alone: nothing there grows, and screen readers pass over them.

Example     a text box with the contact officer beside the summary
Instead     right click it, Wrap Text, In Line with Text; the words of a text box as paragraphs or a table
Source      WCAG 2.2, 1.3.2 Meaningful Sequence; Microsoft, Rules for the Accessibility Checker
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.writing.drawings import drawings
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def floating(proof: Proof) -> Iterator[Remark]:
    """Text boxes anywhere; what else floats, in the main text and the notes."""
    for page in proof.pages:
        for drawing in drawings(page.root):
            if drawing.is_watermark:
                continue
            if drawing.is_text_box:
                remedy = "cut its words, paste them as paragraphs or into a table, and delete the box"
                yield remark(drawing.at, "words stand in a text box", remedy)
            elif drawing.floats and page.label not in ("in the header", "in the footer"):
                sentence = f"a {drawing.kind} floats over the text"
                yield remark(drawing.at, sentence, "right click it, Wrap Text, In Line with Text")


RULE = Rule("TP315", Severity.WARNING, floating)
