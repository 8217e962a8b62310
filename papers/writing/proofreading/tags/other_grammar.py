"""A tag that Word templates cannot be made with, in a way of its own.

{%p ... %}, {%tr ... %} and {{r ... }} must hold neither a per cent sign nor a closing brace, and their letters stand
right behind the braces.

Example     {% p for appendix in report.appendices %}
Instead     {%p for appendix in report.appendices %}
Source      docxtpl-lint DTL201 and DTL202, and what later versions of it find
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.grammar import SPREAD, UNCLOSED, faults_of
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

# What the other rules here put into words.
_SAID = {UNCLOSED, SPREAD, "DTL101", "DTL102", *(f"DTL20{number}" for number in range(3, 10)), "DTL210"}


def other_grammar(proof: Proof) -> Iterator[Remark]:
    """The faults of grammar that have no rule of their own."""
    for page in proof.pages:
        for fault in faults_of(page):
            words = wording.shortened(fault.words)
            if fault.rule == "DTL201":
                sentence = f'"{words}" holds a per cent sign or a brace, which no tag of this kind may'
                yield remark(fault.at, sentence, "work it out before: {% set share = ... %}, and use that name here")
            elif fault.rule == "DTL202":
                right = re.sub(r"\{%-?\s+(tr|tc|p|r)\s", r"{%\1 ", fault.words)
                prefix = fault.facts["prefix"]
                yield remark(fault.at, f'"{words}" has a space before its "{prefix}"', f"type {right}")
            elif fault.rule not in _SAID:
                yield remark(fault.at, f'"{words}": {fault.message}', "")


RULE = Rule("TP111", Severity.ERROR, other_grammar)
