"""Fields of a mail merge are left over.

Nothing fills them when a paper is built: it says «Committee» in print.

Example     { MERGEFIELD Committee }
Instead     {{ report.committee }}
Source      house rule
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.field_codes import codes
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_MERGES = (
    "MERGEFIELD", "MERGEREC", "MERGESEQ", "NEXT", "NEXTIF", "SKIPIF", "ADDRESSBLOCK", "GREETINGLINE", "DATABASE",
)  # fmt: skip


def mail_merge_field(proof: Proof) -> Iterator[Remark]:
    """Each field that only a mail merge fills."""
    for page in proof.pages:
        for code in codes(page.root):
            if code.name in _MERGES:
                sentence = f"the field {{ {wording.shortened(code.instruction)} }} is filled by a mail merge alone"
                yield remark(
                    code.at, sentence, "delete it and type the tag of the field, such as {{ report.committee }}"
                )


RULE = Rule("TP328", Severity.WARNING, mail_merge_field)
