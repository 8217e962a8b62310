"""Columns that are laid out with tabs or spaces.

A screen reader reads across them as one line, and they fall apart when a name is longer than expected. Headers and
footers, where Word's own tab stops part left from right, are left alone.

Example     "Report to:" and four tabs before {{ report.committee }}
Instead     a table of two columns, or one tab with a tab stop
Source      WCAG 2.2, 1.3.1 Info and Relationships (failures F33 and F34)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import W
from papers.writing.language import TAG
from papers.writing.printed import as_typed, is_removed, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_BLANKS = re.compile(r"[ \u00a0\u2002\u2003\t]{3,}(?=\S)")


def columns_of_spaces(proof: Proof) -> Iterator[Remark]:
    """Each paragraph with three or more tabs or spaces in a row before words."""
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p") if page.label not in ("in the header", "in the footer") else ():
            blanks = _BLANKS.search(TAG.sub("#", as_typed(paragraph)))
            if blanks and not is_removed(paragraph):
                what = "tabs" if blanks[0].strip("\t") == "" else "tabs and spaces" if "\t" in blanks[0] else "spaces"
                sentence = f"{len(blanks[0])} {what} in a row lay out these words"
                yield remark(paragraph, sentence, "use a table (Insert, Table), or one tab with a tab stop")


RULE = Rule("TP313", Severity.WARNING, columns_of_spaces)
