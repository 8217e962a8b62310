"""Words in block capitals by their formatting.

Words in capitals have no shape and are slow to read, and some screen readers spell them out.

Example     Home, Font, All caps
Instead     sentence case; bold, where a word has to stand out
Source      Cabinet Office, Publishing accessible documents: no block capitals
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def block_capitals(proof: Proof) -> Iterator[Remark]:
    """Each style in capitals that text stands in, and each paragraph with words made so by hand."""
    for at, setting in proof.text_settings("caps"):
        if setting.on:
            sentence = f"{setting.setter or 'these words'} {'is' if setting.setter else 'are'} in block capitals"
            by_hand = "select the words and clear All caps under Home, Font"
            yield remark(at, sentence, setting.remedy(by_hand, "clear All caps under Format, Font"))


RULE = Rule("TP306", Severity.NOTE, block_capitals)
