"""Cells of a table that are merged.

A screen reader counts columns and loses its way at a cell that spans several. Rows that hold only a tag such as
{%tr endfor %} go away, so they may be merged.

Example     "Position by partner" across a table, as its first row
Instead     a heading above the table; Layout, Split Cells
Source      Cabinet Office, Publishing accessible documents: simple tables without merged cells; Microsoft, Rules for
            the Accessibility Checker
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import cells_of, rows_of, seen_in, value_of
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def merged_cells(proof: Proof) -> Iterator[Remark]:
    """Each cell that spans columns or rows."""
    for page in proof.pages:
        for table in seen_in(page.root, W + "tbl"):
            for row in rows_of(table):
                for cell in cells_of(row):
                    if over := _merged_over(cell):
                        sentence = f"this cell is merged over {over}"
                        yield remark(cell, sentence, "Layout, Split Cells; write words for all columns above the table")


def _merged_over(cell: Element) -> str:
    """What the cell was merged over; "" for a simple one, and for one that another was merged over."""
    span = value_of(cell.find(f"{W}tcPr/{W}gridSpan"))
    columns = re.fullmatch(r"\d{1,3}", span) is not None and int(span) > 1
    across = columns or value_of(cell.find(f"{W}tcPr/{W}hMerge")) == "restart"
    down = value_of(cell.find(f"{W}tcPr/{W}vMerge")) == "restart"
    said = f"{int(span)} columns" if columns else "several columns"
    return " and ".join([said] * across + ["several rows"] * down)


RULE = Rule("TP309", Severity.WARNING, merged_cells)
