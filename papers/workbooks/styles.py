"""The styles of a workbook, to which new ones are added; those that are there stay as they are."""

from __future__ import annotations

import copy

from papers.findings import Severity
from papers.office.ooxml import Element, etree, put_before
from papers.workbooks.book import MAIN, Book

# On white each has a contrast of at least 4.5 to 1, as WCAG 2.2 AA (1.4.3) asks of text.
COLOURS = {Severity.ERROR: "FFA01C1C", Severity.WARNING: "FF9C5700", Severity.NOTE: "FF1F3864"}
# Excel refuses a workbook with more than 65,490 cell formats.
MOST_FORMATS = 65_000

# Children of a style sheet in the order of the schema (ISO 29500-1, CT_Stylesheet), and the first of each kind.
_ORDER = (
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs", "tableStyles", "colors",
    "extLst",
)  # fmt: skip
_NORMAL = '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
_FIRST = {
    "fonts": '<font><sz val="11"/><name val="Calibri"/></font>',
    "fills": '<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellStyleXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
    "cellXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
}


class Styles:
    """The style sheet of a workbook; one is made where there is none."""

    def __init__(self, book: Book) -> None:
        part = book.related(book.part, "styles")
        if not part:
            root = etree.fromstring(f'<styleSheet xmlns="{MAIN[1:-1]}">{_NORMAL}</styleSheet>')
            part = book.add("xl/styles{}.xml" if "xl/styles.xml" in book.parts else "xl/styles.xml", root, "styles")
            book.relate(book.part, "styles", part)
        self._root = book.edited(part)
        if self._root.tag != f"{MAIN}styleSheet":
            raise book.refusal(f"its part {part} holds no styles")
        self._sections = {name: self._section(name) for name in _FIRST}
        self._borders: dict[Severity, int] = {}
        self._outlined: dict[tuple[int, Severity], int] = {}

    def add(self, section: str, xml: str) -> int:
        """The number of a new font, fill, border or cell format; `xml` has no namespace of its own."""
        self._sections[section].extend(etree.fromstring(f'<of xmlns="{MAIN[1:-1]}">{xml}</of>'))
        return self._counted(section) - 1

    def outlined(self, style: int, severity: Severity) -> int:
        """The cell format `style` with an outline in the colour of `severity`, and nothing else changed.

        Where the workbook can hold no more formats it is `style` itself.
        """
        formats = self._sections["cellXfs"]
        known = self._outlined.get((style, severity))
        if known is not None:
            return known
        if len(formats) >= MOST_FORMATS:
            return style
        outlined = copy.deepcopy(formats[style if style < len(formats) else 0])
        outlined.set("borderId", str(self._outline(severity)))
        outlined.set("applyBorder", "1")
        formats.append(outlined)
        self._outlined[style, severity] = self._counted("cellXfs") - 1
        return self._outlined[style, severity]

    def _outline(self, severity: Severity) -> int:
        if severity not in self._borders:
            sides = ("left", "right", "top", "bottom")
            colour = f'<color rgb="{COLOURS[severity]}"/>'
            lines = "".join(f'<{side} style="thick">{colour}</{side}>' for side in sides)
            self._borders[severity] = self.add("borders", f"<border>{lines}<diagonal/></border>")
        return self._borders[severity]

    def _section(self, name: str) -> Element:
        section = self._root.find(MAIN + name)
        if section is None:
            section = etree.Element(MAIN + name)
            put_before(self._root, section, _ORDER[_ORDER.index(name) + 1 :])
        for comment in [child for child in section if not isinstance(child.tag, str)]:
            section.remove(comment)
        if not len(section):
            section.extend(etree.fromstring(f'<of xmlns="{MAIN[1:-1]}">{_FIRST[name]}</of>'))
            section.set("count", str(len(section)))
        return section

    def _counted(self, section: str) -> int:
        """How many of a kind there are now, which the section also says of itself."""
        number = len(self._sections[section])
        self._sections[section].set("count", str(number))
        return number
