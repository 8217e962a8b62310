"""A marker of Modern.Gov is left in the template.

Modern.Gov marks the items of an agenda with words such as <AI1> and </AI1> and takes papers apart at them. In a paper
they would send its parts astray.

Example     minutes copied from Modern.Gov, with <AI3> between two items
Instead     delete the marker
Source      seen in published minutes made with Modern.Gov
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import W
from papers.writing.printed import seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of

_MARKER = re.compile(r"</?(?:AI\d+|[A-Z]+(?:_[A-Z]+)*_SECTION)>")


def agenda_marker(proof: Proof) -> Iterator[Remark]:
    """Each paragraph with such a marker."""
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p"):
            found = _MARKER.search(words_of(paragraph))
            if found:
                yield remark(paragraph, f'"{found[0]}" is a marker of Modern.Gov', "delete it")


RULE = Rule("TP331", Severity.ERROR, agenda_marker)
