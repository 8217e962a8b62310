"""A table inside the cell of another.

A screen reader cannot say where in the two tables it is, and few people can move between them with the keyboard.

Example     a small table of dates in a cell of the cover sheet
Instead     more rows in the outer table, or a table of its own below it
Source      WCAG 2.2, 1.3.1 Info and Relationships; Microsoft, Rules for the Accessibility Checker
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import W
from papers.writing.printed import seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def table_in_table(proof: Proof) -> Iterator[Remark]:
    """Each table within a cell."""
    for page in proof.pages:
        for table in seen_in(page.root, W + "tbl"):
            if next(table.iterancestors(W + "tc"), None) is not None:
                remedy = "move it out of the cell and below the outer table, or Layout, Convert to Text"
                yield remark(table, "this table stands inside a cell of another", remedy)


RULE = Rule("TP310", Severity.WARNING, table_in_table)
