"""The shipped templates broken in one place each, and what the rules on looks and hygiene say of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from papers.documents.fields import fields_of
from papers.findings import Finding
from papers.office.package import read_package
from papers.pipeline import proof_rules
from papers.reading.council import read_council
from papers.writing.proofreading.proof import opened
from tests.builders import TEMPLATES, sefton
from tests.documents.opened import DOCUMENT, parts, zipped

STYLES, SETTINGS, CORE, APP = "word/styles.xml", "word/settings.xml", "docProps/core.xml", "docProps/app.xml"
HEADER, FOOTER = "word/header1.xml", "word/footer1.xml"
SUMMARY = '<w:p><w:r><w:t xml:space="preserve">{{p report.summary }}</w:t></w:r></w:p>'
AT_SUMMARY = 'under "Summary", the paragraph "{{p report.summary }}"'
OURS = ("papers.writing.proofreading.look.", "papers.writing.proofreading.hygiene.")
Edit = tuple[str, str, str]


def paragraph(words: str, properties: str = "", run: str = "") -> str:
    """A paragraph as Word writes it."""
    properties = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    run = f"<w:rPr>{run}</w:rPr>" if run else ""
    return f'<w:p>{properties}<w:r>{run}<w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def cell(words: str, properties: str = "", run: str = "") -> str:
    """A cell with one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words, run=run)}</w:tc>"


def row(*cells: str, properties: str = "<w:cantSplit/>") -> str:
    """A row that stays on one page."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def table(*rows: str, look: str = "0620") -> str:
    """A table in the style of the template, and the paragraph below it; `look` is what its style is told to mark."""
    style = f'<w:tblStyle w:val="CommitteeTable"/><w:tblLook w:val="{look}"/>'
    return f"<w:tbl><w:tblPr>{style}</w:tblPr><w:tblGrid/>{''.join(rows)}</w:tbl>"


HEADINGS = row(cell("Action"), cell("RAG"), properties="<w:cantSplit/><w:tblHeader/>")
ROW = row(cell("Recruit"), cell("Soon"))
END = paragraph("End")


def shading(fill: str) -> str:
    """The fill of a cell."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'


_URI = {
    "picture": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "shape": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
NAMESPACES = (
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    f'xmlns:wps="{_URI["shape"]}" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def drawing(about: str = "", placed: str = "inline", kind: str = "picture", inside: str = "") -> str:
    """Something drawn, as today's Word writes it; `about` are attributes such as its description."""
    graphic = f'<a:graphic><a:graphicData uri="{_URI[kind]}">{inside}</a:graphicData></a:graphic>'
    placed_there = f'<wp:{placed}><wp:docPr id="1" name="Picture 1" {about}/>{graphic}</wp:{placed}>'
    return f"<w:drawing {NAMESPACES}>{placed_there}</w:drawing>"


def old_shape(attributes: str, inside: str = "") -> str:
    """Something drawn, as old Word wrote it."""
    return f"<w:pict {NAMESPACES}><v:shape {attributes}>{inside}</v:shape></w:pict>"


def drawn(*drawings: str) -> str:
    """A paragraph with nothing but what is drawn."""
    return f"<w:p><w:r>{''.join(drawings)}</w:r></w:p>"


TEXT_BOX = f"<wps:wsp><wps:txbx><w:txbxContent>{paragraph('Ask Jo')}</w:txbxContent></wps:txbx></wps:wsp>"


def field(instruction: str, result: str = "16 March") -> str:
    """A paragraph with a field in pieces, as Word writes one, and what it printed last."""
    marks = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = marks
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return f"<w:p>{begin}{code}{separate}<w:r><w:t>{result}</w:t></w:r>{end}</w:p>"


def style(name: str, properties: str, kind: str = "paragraph") -> Edit:
    """A new style, whose id is its name without spaces."""
    new = f'<w:style w:type="{kind}" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>{properties}</w:style>'
    return (STYLES, "</w:styles>", f"{new}</w:styles>")


def restyled(name: str, properties: str) -> Edit:
    """Properties added to a style that has none of them yet."""
    named = f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
    return (STYLES, named, named + properties)


def setting(xml: str) -> Edit:
    """A setting of the document."""
    return (SETTINGS, '<w:defaultTabStop w:val="720"/>', xml + '<w:defaultTabStop w:val="720"/>')


def below_summary(xml: str) -> Edit:
    """Something after the first paragraph of the report."""
    return (DOCUMENT, SUMMARY, SUMMARY + xml)


def instead_of_summary(xml: str) -> Edit:
    """Something in place of the first paragraph of the report."""
    return (DOCUMENT, SUMMARY, xml)


def template(name: str, *edits: Edit) -> bytes:
    """A Sefton template with text replaced, once each, in its parts; a part that is not there is added."""
    named = parts((TEMPLATES / "sefton" / f"{name}.docx").read_bytes())
    for part, old, new in edits:
        text = named.get(part, b"").decode("utf-8")
        assert old in text, f"{old} is not in {part}"
        named[part] = text.replace(old, new, 1).encode("utf-8") if old else new.encode("utf-8")
    return zipped(named)


def said(content: bytes, of_sefton: bool = True) -> list[Finding]:
    """Everything that the rules on looks and hygiene find in a template."""
    profile = sefton() if of_sefton else None
    proof = opened(read_package(content, "t.docx"), "t.docx", fields_of(profile), profile)
    return [finding for rule in proof_rules() if rule.look.__module__.startswith(OURS) for finding in rule(proof)]


def said_of(path: Path) -> list[Finding]:
    """The same of a file in a template set, as its council sees it."""
    council = read_council(path.parent).value
    profile = council.profile if council else None
    proof = opened(read_package(path.read_bytes(), path.name), path.name, fields_of(profile), profile)
    return [finding for rule in proof_rules() if rule.look.__module__.startswith(OURS) for finding in rule(proof)]


def in_short(findings: Iterable[Finding]) -> list[tuple[str, str, str, str]]:
    """Code, severity, spot and sentence of each."""
    return [(each.code, each.severity.value, each.where.spot, each.sentence) for each in findings]


HOSTILE = {"words": "abc", "nothing": "", "below zero": "-1", "far too much": "9" * 30, "no value": None}


def hostile(edits: Iterable[Edit], value: str | None) -> bytes:
    """The report with everything that is added below or in place of the summary, and `value` in every attribute."""
    added = "".join(new.replace(SUMMARY, "") for _, old, new in edits if old == SUMMARY)
    named = parts(template("report", below_summary(added)))
    for part in (DOCUMENT, STYLES, SETTINGS, HEADER, FOOTER):
        root = etree.fromstring(named[part])
        for element in root.iter("*"):
            for name in element.attrib:
                if value is None:
                    del element.attrib[name]
                else:
                    element.set(name, value)
        named[part] = etree.tostring(root)
    return zipped(named)
