"""The sheet in front of an annotated copy: every finding, with a link to its cell."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from xml.sax.saxutils import escape, quoteattr

from papers import wording
from papers.findings import Finding, Severity
from papers.office.ooxml import Element, etree
from papers.workbooks.book import MAIN, Book
from papers.workbooks.cells import address, as_xml_text
from papers.workbooks.styles import COLOURS, Styles
from papers.workbooks.tabs import free_tab, put_in_front, quoted, windows

TAB = "Findings"
WARNING = (
    "Not for publication: this copy may hold hidden sheets, rows and columns. "
    "Correct the original and check again."
)  # fmt: skip
HEADINGS = ("Severity", "Code", "Where", "What is there", "What to do")
NOTHING = "Nothing was found."
HEADING_ROW = 4
# Excel keeps at most 65,530 links on a sheet.
MOST_ROWS = 65_000
# No row can be tall enough to show more.
MOST_LETTERS = 1_500

_LINE, _TITLE, _TALLEST = 15, 21, 409  # points; Excel has no taller rows
# A word with an underscore, a digit, or a dot that does not end it.
_NAME = re.compile(r"\S*[_\d]|\S*\.\w")
_WIDTHS = (18, 9, 38, 60, 48)
_SHEET = (
    '<worksheet xmlns="{main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:E{last}"/>'
    '<sheetViews>{views}</sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols>'
    '<sheetData>{rows}</sheetData><autoFilter ref="A{heading}:E{last}"/>{links}'
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.7" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" fitToHeight="0" orientation="landscape"/>'
    "<headerFooter><oddFooter>&amp;LNot for publication&amp;RPage &amp;P of &amp;N</oddFooter></headerFooter>"
    "</worksheet>"
)
_VIEW = (
    '<sheetView showGridLines="0" tabSelected="1" workbookViewId="{number}">'
    '<pane ySplit="{heading}" topLeftCell="A{first}" activePane="bottomLeft" state="frozen"/>'
    '<selection pane="bottomLeft" activeCell="A{first}" sqref="A{first}"/></sheetView>'
)


@dataclass(frozen=True, slots=True)
class _Line:
    """One row of the list: its words, how bad it is (None is no finding), and where its link goes ("" is nowhere)."""

    words: tuple[str, str, str, str, str]
    severity: Severity | None
    target: str = ""


def add_front_sheet(book: Book, styles: Styles, findings: Sequence[Finding]) -> None:
    """Put a sheet in front that lists `findings` in their order, each with a link to its cell if it has one here."""
    name = free_tab(book, TAB)
    sheets = {sheet.name for sheet in book.sheets() if sheet.has_cells}
    lines = [_line(finding, book.file, sheets) for finding in findings[:MOST_ROWS]]
    if not findings:
        lines.append(_Line(("", "", "", NOTHING, ""), None))
    if more := findings[MOST_ROWS:]:
        lines.append(_Line(("", "", "", f"{wording.count(len(more))} more were found.", "Correct these first."), None))
    last = HEADING_ROW + len(lines)
    names = {
        "_xlnm.Print_Titles": f"{quoted(name)}!${HEADING_ROW}:${HEADING_ROW}",
        "_xlnm._FilterDatabase": f"{quoted(name)}!$A${HEADING_ROW}:$E${last}",
    }
    put_in_front(book, name, _sheet(book, _Look(styles), lines, findings), names)


def place_of(finding: Finding, file: str) -> str:
    """Where a finding is, in words: the name of its file, without the folders, unless that is the workbook `file`."""
    where = finding.where
    here = where.in_file
    if where.sheet:
        here = f"{where.sheet}, cell {where.cell}" if where.cell else f"Sheet {where.sheet}"
    if where.file == file:
        return here or "The workbook as a whole"
    return ", ".join(part for part in (PurePath(where.file).name, here) if part)


def advice_of(finding: Finding) -> str:
    """What to do about a finding, as a sentence; why nothing, where it is accepted; "" where the finding says it."""
    return sentence(f"Accepted: {finding.accepted}" if finding.accepted else finding.remedy)


def sentence(words: str) -> str:
    """Words on one line as a sentence, cut where nobody could read on; none are "".

    A first word that is a name of ours or of a file, such as meeting_date or report.yaml, stays as it is written.
    """
    line = wording.shortened(wording.printable(words), MOST_LETTERS)
    if not _NAME.match(line):
        line = line[:1].upper() + line[1:]
    return line if not line or line.endswith((".", "!", "?")) else f"{line}."


class _Look:
    """The formats of the sheet's cells."""

    def __init__(self, styles: Styles) -> None:
        side = '<{0} style="thin"><color rgb="FF808080"/></{0}>'
        sides = "".join(side.format(name) for name in ("left", "right", "top", "bottom"))
        self._styles = styles
        self._border = styles.add("borders", f"<border>{sides}<diagonal/></border>")
        white = self._font("<b/>", colour="FFFFFFFF")
        self.title = self._format(self._font("<b/>", size=16), 0, 0, wrapped=False)
        self.warning = self._format(self._font("<b/>", colour=COLOURS[Severity.ERROR]), 0, 0, wrapped=False)
        self.plain = self._format(self._font(), 0, 0, wrapped=False)
        self.heading = self._format(self._font("<b/>"), self._fill("FFD9D9D9"), self._border)
        self.body = self._format(self._font(), 0, self._border)
        self.link = self._format(self._font("<u/>", colour="FF0B4FA0"), 0, self._border)
        self.severities = {s: self._format(white, self._fill(COLOURS[s]), self._border) for s in Severity}

    def _font(self, kind: str = "", size: int = 11, colour: str = "FF000000") -> int:
        look = f'{kind}<sz val="{size}"/><color rgb="{colour}"/><name val="Arial"/><family val="2"/>'
        return self._styles.add("fonts", f"<font>{look}</font>")

    def _fill(self, colour: str) -> int:
        pattern = f'<patternFill patternType="solid"><fgColor rgb="{colour}"/><bgColor indexed="64"/></patternFill>'
        return self._styles.add("fills", f"<fill>{pattern}</fill>")

    def _format(self, font: int, fill: int, border: int, wrapped: bool = True) -> int:
        applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"'
        return self._styles.add(
            "cellXfs",
            f'<xf numFmtId="0" fontId="{font}" fillId="{fill}" borderId="{border}" xfId="0" {applied}>'
            f'<alignment vertical="top" wrapText="{int(wrapped)}"/></xf>',
        )


def _sheet(book: Book, look: _Look, lines: Sequence[_Line], findings: Sequence[Finding]) -> Element:
    title = f"What was found in {PurePath(book.file).name or 'the workbook'}"
    head = (title, look.title), (WARNING, look.warning), (_totals(findings), look.plain)
    tops = zip(head, (_TITLE, _LINE, _LINE), strict=True)
    rows = [_row(number, [top], height) for number, (top, height) in enumerate(tops, 1)]
    rows.append(_row(HEADING_ROW, [(words, look.heading) for words in HEADINGS], _height(HEADINGS)))
    links = []
    for number, line in enumerate(lines, HEADING_ROW + 1):
        formats = [look.severities[line.severity] if line.severity else look.body] + [look.body] * 4
        if line.target:
            formats[2] = look.link
            links.append(_link(f"C{number}", line))
        rows.append(_row(number, list(zip(line.words, formats, strict=True)), _height(line.words)))
    views = (_VIEW.format(number=n, heading=HEADING_ROW, first=HEADING_ROW + 1) for n in range(windows(book)))
    columns = (f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(_WIDTHS, 1))
    return etree.fromstring(
        _SHEET.format(
            main=MAIN[1:-1], heading=HEADING_ROW, last=HEADING_ROW + len(lines), views="".join(views),
            columns="".join(columns), rows="".join(rows),
            links=f"<hyperlinks>{''.join(links)}</hyperlinks>" if links else "",
        )
    )  # fmt: skip


def _totals(findings: Sequence[Finding]) -> str:
    if not findings:
        return NOTHING
    said = wording.tally((finding.severity.value for finding in findings), (severity.value for severity in Severity))
    return f"{said}. Choose a place in the column Where to go to its cell."


def _line(finding: Finding, file: str, sheets: Collection[str]) -> _Line:
    where = finding.where
    target = ""
    if where.file == file and where.sheet in sheets and (address(where.cell) or not where.cell):
        target = f"{quoted(where.sheet)}!{where.cell or 'A1'}"
    severity = finding.severity.value.capitalize() + " (accepted)" * bool(finding.accepted)
    place = wording.shortened(wording.printable(place_of(finding, file)), MOST_LETTERS)
    words = (severity, finding.code, place, sentence(finding.sentence), advice_of(finding))
    return _Line(words, finding.severity, target)


def _row(number: int, cells: Sequence[tuple[str, int]], height: int) -> str:
    written = (
        f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{_escaped(words)}</t></is></c>'
        if words
        else f'<c r="{letter}{number}" s="{style}"/>'
        for letter, (words, style) in zip("ABCDE", cells, strict=False)
    )
    return f'<row r="{number}" ht="{height}">{"".join(written)}</row>'


def _height(words: Sequence[str]) -> int:
    """The height in points that shows all of a row, near enough.

    Neither LibreOffice nor Excel always finds it on opening. It is not said to be the user's own (customHeight), so
    that they still fit it where they do.
    """
    lines = max(_lines(each, width) for each, width in zip(words, _WIDTHS, strict=True))
    return min(_TALLEST, lines * _LINE)


def _lines(words: str, letters: int) -> int:
    return len(textwrap.wrap(words, letters)) if len(words) > letters else 1


def _link(cell: str, line: _Line) -> str:
    tip = quoteattr(as_xml_text(f"Go to {line.words[2]}")[:250])
    return (
        f'<hyperlink ref="{cell}" location={quoteattr(line.target)} tooltip={tip} display={quoteattr(line.words[2])}/>'
    )


def _escaped(words: str) -> str:
    return escape(as_xml_text(words))
