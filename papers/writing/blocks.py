"""Text that people wrote -> WordprocessingML, in the template's named styles and in the formatting of its place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from papers.errors import TemplateError
from papers.model.text import ItemList, Paragraph, Run, Runs, Table, Text
from papers.writing.marked import Markup, one_line, xml_text
from papers.writing.references import References
from papers.writing.template import DOCUMENT, NUMBERING, Compiled, Style

_LINK_TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)
_EMU_PER_CM = 360_000


class Placer:
    """What one rendering of one template puts into it besides plain values; it keeps count of lists, links and ids.

    styles      the profile's names of styles: numbered, continuation, subheading, bullet, ordered, table, ...
    """

    def __init__(self, template: Compiled, styles: Mapping[str, str]) -> None:
        self.template = template
        self.names = styles
        self.part = ""
        self.lists: list[tuple[int, str, int, int]] = []
        self.links: dict[str, dict[str, str]] = {}
        self.drawings = 0
        self.references = References(template)

    def place_blocks(self, value: object, slot: int) -> Markup:
        """Blocks of text where a paragraph with `{{p ... }}` stood; nothing for no text."""
        paragraph, run, alone = self.template.slots[slot]
        text = value if isinstance(value, Text) else Text(blocks=(Paragraph(runs=(Run(text=str(value)),)),))
        xml = "".join(self.blocks(text, paragraph, run))
        return Markup(xml or (f"<w:p>{paragraph}</w:p>" if alone else ""))

    def place_runs(self, value: object, slot: int) -> Markup:
        """Runs where a run with `{{r ... }}` stood: its paragraphs and items on lines of their own."""
        if isinstance(value, Markup):
            return value
        run = self.template.slots[slot][1]
        if not isinstance(value, Text):
            return Markup(self.runs((Run(text=str(value)),), run))
        paragraphs = [self.runs(runs, run) for runs in _all_runs(value)]
        return Markup("<w:r><w:br/></w:r>".join(paragraphs))

    def bar(self, share: float, status: Mapping[str, str], longest: float, description: str) -> Markup:
        """A bar in a status's colour, `share` of `longest` centimetres long, described for screen readers."""
        self.drawings += 1
        width = max(round(share * longest * _EMU_PER_CM), 1)
        return Markup(_BAR.format(
            id=1000 + self.drawings, width=width, height=round(0.4 * _EMU_PER_CM), fill=status["fill"],
            description=one_line(description),
        ))  # fmt: skip

    def blocks(self, text: Text, paragraph: str, run: str) -> Iterator[str]:
        """Each block as XML. Paragraphs of a report's text take the formatting of their place, all others a style."""
        for number, block in enumerate(text.blocks):
            if isinstance(block, ItemList):
                yield from self.items(block)
            elif isinstance(block, Table):
                yield self.table(block)
            elif block.role == "text" and not (number and _is_numbered(paragraph, self.template.styles)):
                yield f"<w:p>{paragraph}{self.runs(block.runs, run)}</w:p>"
            else:
                yield self.styled("continuation" if block.role == "text" else block.role, block.runs, "", block.anchor)

    def styled(self, role: str, runs: Runs, numbering: str = "", anchor: str = "") -> str:
        """A paragraph in the style that the profile names for `role`; `anchor` is what references to it call it."""
        style = self.style(role)
        inside = self.runs(runs, "")
        if self.part == DOCUMENT:
            inside = self.references.around(inside, anchor, is_numbered=bool(style.numbering))
        return f'<w:p><w:pPr><w:pStyle w:val="{style.id}"/>{numbering}</w:pPr>{inside}</w:p>'

    def style(self, role: str) -> Style:
        """The template's style for `role`. Raises TemplateError where it has none of that name."""
        name = self.names[role]
        style = self.template.styles.get(name.casefold())
        if style is None:
            raise TemplateError(
                f'{self.template.name}: it has no style "{name}", which {role} text needs; add the style'
            )
        return style

    def items(self, block: ItemList) -> Iterator[str]:
        """List items. Every ordered list is numbered afresh by a list of its own."""
        open_lists: dict[int, int] = {}
        for item in block.items:
            if item.continued:
                yield self.styled("continuation", item.runs)
                continue
            still_open = item.level if item.ordered else item.level - 1
            open_lists = {level: number for level, number in open_lists.items() if level <= still_open}
            if item.ordered and item.level not in open_lists:
                start = block.start if item.level == 0 else 1
                open_lists[item.level] = self.new_list("ordered", item.level, start)
            role = "ordered" if item.ordered else "bullet"
            number = open_lists[item.level] if item.ordered else (self.style(role).numbering if item.level else "")
            yield self.styled(
                role,
                item.runs,
                f'<w:numPr><w:ilvl w:val="{item.level}"/><w:numId w:val="{number}"/></w:numPr>' if number else "",
            )

    def new_list(self, role: str, level: int, start: int) -> int:
        """The id of a fresh list of the kind that the style for `role` belongs to."""
        style = self.style(role)
        if not style.abstract:
            raise TemplateError(
                f'{self.template.name}: its style "{self.names[role]}" belongs to no list; give it numbers'
            )
        number = self.template.last_list + len(self.lists) + 1
        self.lists.append((number, style.abstract, level, start))
        return number

    def table(self, block: Table) -> str:
        """A table in the profile's table style, the header row repeated on each page, rows kept whole."""
        columns = len(block.header)
        width = self.template.text_width // columns
        grid = f'<w:gridCol w:w="{width}"/>' * columns
        rows = [self.row(block.header, "table_heading", "<w:cantSplit/><w:tblHeader/>", width)]
        rows += [self.row(row, "table_text", "<w:cantSplit/>", width) for row in block.rows]
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style("table").id}"/><w:tblW w:w="5000" w:type="pct"/>'
            '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" '
            f'w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
        )

    def row(self, cells: tuple[Runs, ...], role: str, properties: str, width: int) -> str:
        """One row of such a table, its cells `width` wide, in the style for `role`."""
        inside = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{self.styled(role, runs)}</w:tc>'
            for runs in cells
        )
        return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"

    def runs(self, runs: Runs, base: str) -> str:
        """Runs as XML on top of the formatting `base`."""
        return "".join(self.run(run, base) for run in runs)

    def run(self, run: Run, base: str) -> str:
        """One run; a link is a run in a hyperlink of the part in hand."""
        if run.target:
            properties = _with_emphasis(base, run.bold, run.italic, "")
            as_link = "" if run.shows else _with_emphasis(base, run.bold, run.italic, self.style("link").id)
            return self.references.refer(run, properties, as_link)
        link = self.style("link").id if run.link else ""
        properties = _with_emphasis(base, run.bold, run.italic, link)
        xml = f'<w:r>{properties}<w:t xml:space="preserve">{xml_text(run.text)}</w:t></w:r>'
        if not run.link:
            return xml
        return f'<w:hyperlink r:id="{self.link(run.link)}" w:history="1">{xml}</w:hyperlink>'

    def link(self, address: str) -> str:
        """The id of the relationship to `address` from the part in hand."""
        links = self.links.setdefault(self.part, {})
        return links.setdefault(address, f"rIdText{len(links) + 1}")

    def finish(self, parts: dict[str, bytes | bytearray]) -> None:
        """Add the lists and links that were used to the parts that hold them, and what references need."""
        self.references.finish(parts)
        if self.lists:
            parts[NUMBERING] = _insert(parts[NUMBERING], b"</w:num>", "".join(_LIST.format(*new) for new in self.lists))
        for part, links in self.links.items():
            folder, _, file = part.rpartition("/")
            name = f"{folder}/_rels/{file}.rels"
            added = "".join(
                f'<Relationship Id="{id}" Type="{_LINK_TYPE}" Target="{one_line(address)}" TargetMode="External"/>'
                for address, id in links.items()
            )
            old = re.sub(
                rb"<Relationships([^>]*)/>", rb"<Relationships\1></Relationships>", parts.get(name, _RELATIONSHIPS)
            )
            at = old.rindex(b"</Relationships>")
            parts[name] = old[:at] + added.encode() + old[at:]


_LIST = (
    '<w:num w:numId="{0}"><w:abstractNumId w:val="{1}"/>'
    '<w:lvlOverride w:ilvl="{2}"><w:startOverride w:val="{3}"/></w:lvlOverride></w:num>'
)


def _insert(part: bytes | bytearray, after: bytes, added: str) -> bytes:
    """`part` with `added` behind the last `after`."""
    at = part.rindex(after) + len(after)
    return bytes(part[:at]) + added.encode() + part[at:]


def _all_runs(text: Text) -> Iterator[Runs]:
    for block in text.blocks:
        if isinstance(block, Paragraph):
            yield block.runs
        elif isinstance(block, ItemList):
            yield from (item.runs for item in block.items)


def _is_numbered(paragraph: str, styles: Mapping[str, Style]) -> bool:
    """Whether a place numbers its paragraphs, so that a second one in it must not get a number of its own."""
    if "<w:numPr>" in paragraph:
        return True
    found = re.search(r'<w:pStyle w:val="([^"]*)"', paragraph)
    return any(style.numbering for style in styles.values() if found and style.id == found[1])


@functools.lru_cache(maxsize=256)
def _with_emphasis(base: str, bold: bool, italic: bool, link: str) -> str:
    """Run properties with emphasis added, in the schema's order; "" for none."""
    if not (bold or italic or link):
        return base
    from papers.office.ooxml import RUN_PROPERTIES, as_xml, fragment, set_property

    properties = fragment(base or "<w:rPr/>")
    for name, wanted in (("b", bold), ("bCs", bold), ("i", italic), ("iCs", italic)):
        if wanted:
            set_property(properties, name, RUN_PROPERTIES)
    if link:
        set_property(properties, "rStyle", RUN_PROPERTIES, val=link)
    return as_xml(properties)


def functions(placer: Placer) -> dict[str, Any]:
    """What templates may call, besides plain facts."""
    return {"place_blocks": placer.place_blocks, "place_runs": placer.place_runs, "bar": placer.bar}


_BAR = (
    "<w:r>"
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
    '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{id}" name="Bar {id}" descr="{description}"/><wp:cNvGraphicFramePr/>'
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    "<wps:wsp><wps:cNvSpPr/><wps:spPr>"
    '<a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>'
    '<a:ln w="6350"><a:solidFill><a:srgbClr val="404040"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback/></mc:AlternateContent></w:r>"
)
