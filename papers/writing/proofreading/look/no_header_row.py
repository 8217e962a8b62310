"""A table whose first row is not marked as its headings.

A screen reader says the heading of a column with each cell, and Word repeats the row on the next page, only where the
row is marked. A table of two columns may have its headings in the first one instead (a cover sheet: "Report to",
"Date"). Tables in headers and footers are left alone: they hold a crest and an address.

Example     a table of actions whose headings are only bold
Instead     click in the first row: Layout, Repeat Header Rows
Source      WCAG 2.2, 1.3.1 Info and Relationships; Microsoft, Rules for the Accessibility Checker
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import cells_of, is_on, looks, rows_of, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_NO_TABLE = "Layout, Convert to Text; for a frame around words choose Home, Borders"


def no_header_row(proof: Proof) -> Iterator[Remark]:
    """Tables without marked headings, and tables of a single row, which are none."""
    for page in proof.pages:
        for table in seen_in(page.root, W + "tbl") if page.label not in ("in the header", "in the footer") else ():
            rows = rows_of(table)
            if not rows or is_on(rows[0].find(f"{W}trPr/{W}tblHeader")) or _has_first_column(table, rows):
                continue
            if len(list(table.iterchildren(W + "tr"))) == 1:
                yield remark(table, "this table has only one row: it frames words and holds no data", _NO_TABLE)
            else:
                sentence = "the first row of this table is not marked as its headings"
                yield remark(rows[0], sentence, "click in that row and choose Layout, Repeat Header Rows")


def _has_first_column(table: Element, rows: list[Element]) -> bool:
    return "firstColumn" in looks(table) and max(len(cells_of(row)) for row in rows) == 2


RULE = Rule("TP308", Severity.ERROR, no_header_row)
