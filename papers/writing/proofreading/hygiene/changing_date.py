"""A date that changes whenever the paper is opened.

Word works these fields out afresh each time: a report of March would bear the date on which somebody reads it.

Example     { DATE } beside "Date of meeting"; Insert, Date & Time, Update automatically
Instead     {{ report.meeting_date }} or {{ as_of }}
Source      LGA 1972 s.100C(1): a report stays open to inspection for six years, as it was
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.field_codes import codes
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_CHANGING = {
    "DATE": "the day on which it is opened", "TIME": "the time at which it is opened",
    "SAVEDATE": "the day on which it was last saved", "PRINTDATE": "the day on which it was last printed",
}  # fmt: skip


def changing_date(proof: Proof) -> Iterator[Remark]:
    """Each field that prints when the paper is opened, saved or printed."""
    for page in proof.pages:
        for code in codes(page.root):
            if code.name in _CHANGING:
                field = f"the field {{ {wording.shortened(code.instruction)} }}"
                sentence = f"{field} makes every paper print {_CHANGING[code.name]}"
                yield remark(code.at, sentence, "delete it and type {{ report.meeting_date }} or {{ as_of }}")


RULE = Rule("TP329", Severity.ERROR, changing_date)
