"""A block that has a start and no end, or an end and no start.

What repeats something (for) or makes it depend on something (if) says where that ends. Without, nothing can be made of
the template.

Example     {%p for appendix in report.appendices %}, and no {%p endfor %} below
Instead     put {%p endfor %} into a paragraph of its own below what is to be repeated
Source      docxtpl-lint DTL101 and DTL102; docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.grammar import Fault, faults_of
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.typed import tags_in

_HOME = {"p": "into a paragraph of its own", "tr": "into a row of its own", "tc": "into a cell of its own"}


def block_without_end(proof: Proof) -> Iterator[Remark]:
    """Each tag that opens a block which nothing ends, and each that ends or divides a block which nothing opens."""
    for page in proof.pages:
        for fault in faults_of(page):
            if fault.rule == "DTL101" and fault.facts["kw"] != "raw":  # TP106 judges that
                yield _without_end(fault)
            elif fault.rule == "DTL102":
                yield _without_start(fault)


def _without_end(fault: Fault) -> Remark:
    tag = next((each for each in tags_in(fault.at) if each.words == fault.words), None)
    prefix = tag.prefix if tag else ""
    home = _HOME.get(prefix, "into the same paragraph")
    end = f"{{%{prefix} end{fault.facts['kw']} %}}"
    return remark(fault.at, f'nothing ends "{wording.shortened(fault.words)}"', f"put {end} {home} where it ends")


def _without_start(fault: Fault) -> Remark:
    tag = next((each for each in tags_in(fault.at) if each.words == fault.words), None)
    prefix, word = (tag.prefix, tag.keyword) if tag else ("", "")
    words = wording.shortened(fault.words)
    if word in ("else", "elif"):
        return remark(fault.at, f'"{words}" stands in no if', f"put {{%{prefix} if ... %}} before it, or take it away")
    start = "for ... in ..." if word == "endfor" else f"{word.removeprefix('end')} ..."
    sentence = f'"{words}" ends nothing: there is no "{word.removeprefix("end")}" before it that is still open'
    return remark(fault.at, sentence, f"put {{%{prefix} {start} %}} before it, or take it away")


RULE = Rule("TP102", Severity.ERROR, block_without_end)
