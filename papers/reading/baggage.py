"""What a workbook carries besides the sheets that people see: found and reported, and never published."""

from __future__ import annotations

import re
from collections.abc import Iterable

from papers import wording
from papers.findings import Finding, Findings, Place
from papers.office.package import AUTHOR
from papers.reading.anatomy import comments_by
from papers.reading.parts import Parts, SheetPart

_NEVER = "nothing of it is read or published"
# Which parts there are for what, with what an officer would call it (Office Open XML, ECMA-376 part 1, 15 and 18).
_CARRIED = (
    ("WB006", "warning", r".*/pivotCache/pivotCacheDefinition", "a pivot table, with a copy of its data",
     "publish the papers, never the workbook: the copy can hold rows that are not in any sheet"),
    ("WB007", "note", r".*/externalLinks/externalLink", "links to other workbooks",
     "values that come from there are as they were when the workbook was saved"),
    ("WB008", "note", r".*vbaProject\.bin", "macros", "they are never run"),
    ("WB009", "note", r".*/(?:connections\.xml|queryTables/|customData/|model/)", "connections to data elsewhere",
     "values that come from there are as they were when the workbook was saved"),
    ("WB010", "warning", r".*/(?:embeddings|activeX|ctrlProps)/", "embedded files or form controls",
     "publish the papers, never the workbook; put what the paper needs into the narrative or an appendix"),
    ("WB013", "warning", r".*/revisions/", "the history of a shared workbook, with what its cells held before",
     "publish the papers, never the workbook; stop sharing it, and save it anew"),
    ("WB012", "note", r".*/media/", "pictures", "put what the paper needs of them into words"),
)  # fmt: skip


def baggage(parts: Parts, sheets: Iterable[SheetPart], file: str) -> list[Finding]:
    """What is found, in the order of its codes.

    WB001 hidden sheets, WB005 comments and notes, by sheet; for the file as a whole WB006 pivot tables' copies of
    data, WB007 links to other workbooks, WB008 macros, WB009 data connections, WB010 embedded files, WB012 pictures,
    WB013 the history of a shared workbook.
    """
    findings = Findings()
    for sheet in sheets:
        where = Place(file, sheet.name)
        if not sheet.visible:
            sentence = "this sheet is hidden; it is neither read nor published"
            findings.warning("WB001", where, sentence, "look at it, and delete it before the workbook goes to anyone")
        elif commented := _commented(parts, sheet):
            which = wording.listing(commented if len(commented) < 8 else [*commented[:7], f"{len(commented) - 7} more"])
            sentence = f"there are comments or notes at {which}; {_NEVER}"
            findings.note("WB005", where, sentence, "write what the paper needs into the cells")
    for code, severity, pattern, what, remedy in _CARRIED:
        if parts.like(pattern):
            say = findings.warning if severity == "warning" else findings.note
            say(code, Place(file), f"the workbook holds {what}; {_NEVER}", remedy)
    return findings.found


def _commented(parts: Parts, sheet: SheetPart) -> list[str]:
    """The cells of a sheet with a comment or a note, row by row."""
    commented = set[str]()
    for part in parts.relationships(sheet.path).values() if sheet.path else ():
        if part.kind == "comments" and parts.has(part.target):
            with parts.open(part.target) as content:
                commented |= {cell for cell, author in comments_by(content) if author != AUTHOR}
        elif part.kind == "threadedComment":
            commented |= {each.get("ref", "") for each in parts.elements(part.target, "threadedComment")}
    cells = [re.fullmatch(r"([A-Z]+)(\d+)", cell) for cell in commented]
    return [cell[0] for cell in sorted(filter(None, cells), key=lambda cell: (int(cell[2]), len(cell[1]), cell[1]))]
