"""Rows of a table that may break over two pages.

The rest of a cell at the top of the next page is read without the action it belongs to.

Example     a row of the action plan whose progress goes on overleaf
Instead     select the table: Layout, Properties, Row, clear "Allow row to break across pages"
Source      house rule: an action is read as one line
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import W
from papers.writing.printed import is_on, rows_of, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_REMEDY = 'select the table, Layout, Properties, Row, and clear "Allow row to break across pages"'


def row_over_two_pages(proof: Proof) -> Iterator[Remark]:
    """The first such row of each table of several rows, outside headers and footers."""
    for page in proof.pages:
        for table in seen_in(page.root, W + "tbl") if page.label not in ("in the header", "in the footer") else ():
            rows = rows_of(table)
            breaking = [row for row in rows if not is_on(row.find(f"{W}trPr/{W}cantSplit"))]
            if breaking and len(rows) > 1:
                which = "rows" if len(breaking) == len(rows) else "some rows"
                yield remark(breaking[0], f"{which} of this table may break over two pages", _REMEDY)


RULE = Rule("TP311", Severity.NOTE, row_over_two_pages)
