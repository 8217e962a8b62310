"""The annotated copy of an officer's workbook: what was found, on the cells where it was found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from papers.findings import Finding, Severity
from papers.workbooks.book import Book, Sheet, whole
from papers.workbooks.cells import Address, Cells, address
from papers.workbooks.front_sheet import add_front_sheet, advice_of, sentence
from papers.workbooks.notes import Remark, threaded, write_notes
from papers.workbooks.styles import Styles

_WORST_FIRST = tuple(Severity)


def annotated(content: bytes, file: str, findings: Sequence[Finding]) -> bytes:
    """A copy of the workbook `content` with each finding as a note on its cell, and a sheet in front that lists all.

    A cell is outlined in the colour of its worst finding. The list is in the order of `findings`, with links.

    `file` is the workbook's name as the findings' places have it. What was found in another file, in a sheet that is
    not there or in no cell is listed in front and nowhere else. A finding in a merged range is shown on its first
    cell. A note that is there keeps its words, ours come after them; a cell with a thread keeps the thread alone, as
    Excel shows no note beside it.

    Whatever else the workbook holds is as it was: drop-downs, formats, filters, tables, pictures, macros. The same
    arguments give the same bytes. Raises PapersError, naming `file`, where the workbook cannot be edited.
    """
    book = Book(content, file)
    styles = Styles(book)
    by_sheet: dict[str, list[tuple[Address, Finding]]] = {}
    for finding in findings:
        at = address(finding.where.cell)
        if at is not None and finding.where.file == file:
            by_sheet.setdefault(finding.where.sheet, []).append((at, finding))
    for sheet in book.sheets():
        found = by_sheet.pop(sheet.name, None) if sheet.has_cells else None
        if found:
            _annotate(book, sheet, styles, found)
    add_front_sheet(book, styles, findings)
    return book.content()


def _annotate(book: Book, sheet: Sheet, styles: Styles, found: Sequence[tuple[Address, Finding]]) -> None:
    cells = Cells(book.edited(sheet.part))
    by_cell: dict[Address, list[Finding]] = {}
    for at, finding in found:
        by_cell.setdefault(cells.shown(at), []).append(finding)
    by_cell = dict(sorted(by_cell.items()))
    for at, here in by_cell.items():
        worst = min((finding.severity for finding in here), key=_WORST_FIRST.index)
        cell = cells.cell(at)
        cell.set("s", str(styles.outlined(whole(cell, "s"), worst)))
    write_notes(book, sheet.part, _remarks(by_cell, threaded(book, sheet.part)))


def _remarks(by_cell: Mapping[Address, Sequence[Finding]], without: set[str]) -> dict[Address, list[Remark]]:
    return {at: [_remark(finding) for finding in here] for at, here in by_cell.items() if str(at) not in without}


def _remark(finding: Finding) -> Remark:
    advice = advice_of(finding)
    lead = f"{finding.code} {finding.severity.value}:"
    what_to_do = advice if finding.accepted else f"What to do: {advice}"
    return Remark(lead, f"{sentence(finding.sentence)} {what_to_do}" if advice else sentence(finding.sentence))
