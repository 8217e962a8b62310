"""A tag that templates may not use.

A template says how a paper looks, and reaches nothing besides the fields of that paper: it takes in no other file and
defines no tags of its own. So a template that comes from elsewhere can do no harm.

Example     {% include "other.docx" %}
Instead     copy what the other file holds into the template
Source      docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.proofreading.meaning import read_parts
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.typed import tags_in

_COPY = "copy what the other file holds into the template"
_WRITE_OUT = "write out what it stands for, wherever it is wanted"
_AT_ONCE = "give the name its value at once: {% set words = report.subject %}"
REFUSED = {
    "include": _COPY, "import": _COPY, "from": _COPY, "extends": _COPY,
    "macro": _WRITE_OUT, "call": _WRITE_OUT, "block": _WRITE_OUT,
    "filter": "type the filter behind the field: {{ report.subject|shortened(200) }}",
    "autoescape": "take it away", "raw": "take it away", "do": "take it away", "trans": "take it away",
}  # fmt: skip


def not_allowed(proof: Proof) -> Iterator[Remark]:
    """Each tag that takes in another file or defines something."""
    for root in read_parts(proof):
        for tag in tags_in(root):
            remedy = _AT_ONCE if tag.block == "set" and tag.keyword == "set" else REFUSED.get(tag.keyword)
            if tag.keyword == "for" and tag.body.endswith(" recursive"):
                remedy = 'take the "recursive" away'
            if remedy:
                words = wording.shortened(tag.words)
                yield remark(tag.at, f'"{words}" is a tag that templates may not use', remedy)


RULE = Rule("TP106", Severity.ERROR, not_allowed)
