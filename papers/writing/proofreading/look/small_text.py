"""Words smaller than 12 point.

Committee papers are read on paper by people of all ages, and many councils promise 12 point. It holds for tables,
headers and footers as for the text; notes at the foot of a page may be smaller. A style is told once, however much text
is in it.

Example     a table in 9 point, to fit another column in
Instead     12 point, fewer columns, or a page in landscape
Source      Cabinet Office, Publishing accessible documents: at least 12 point
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Severity
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_WITHOUT = 20  # half points: what Word takes where a document says nothing


def small_text(proof: Proof) -> Iterator[Remark]:
    """Each style with a size below 12 point that text stands in, and each paragraph that was made small by hand."""
    for at, setting in proof.text_settings("sz"):
        size = _WITHOUT if setting.element is None else _half_points(setting.value)
        if size is None or size >= 24:
            continue
        points = f"{size / 2:g} pt"
        sentence = f"{setting.setter} is {points}" if setting.setter else f"these words are {points}"
        by_hand = "select the paragraph and choose 12 under Home, Font Size"
        yield remark(at, f"{sentence}, less than 12 pt", setting.remedy(by_hand, "choose 12 or more"))


def _half_points(size: str) -> int | None:
    """A size in half points; None for what is no size, which Word passes over."""
    return int(size) if re.fullmatch(r"[1-9]\d{0,3}", size) else None


RULE = Rule("TP304", Severity.WARNING, small_text)
