"""WordprocessingML: strict parsing, and properties put where the schema wants them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import etree

from papers.errors import TemplateError

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Children in the order of the schema (ISO 29500-1, CT_RPr and CT_TcPr), as far as anything here adds one.
RUN_PROPERTIES = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
    "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern", "position",
    "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
)  # fmt: skip
CELL_PROPERTIES = (
    "cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders", "shd", "noWrap", "tcMar", "textDirection",
    "tcFitText", "vAlign", "hideMark",
)  # fmt: skip


def parse_part(content: bytes, template: str, part: str) -> Element:
    """A part's root element. Raises TemplateError where it is not well formed, or declares entities."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise TemplateError(f"{template}: its part {part} is damaged; open it in Word and save it again") from error
    if b"<!DOCTYPE" in content[:2000]:
        raise TemplateError(f"{template}: its part {part} declares a document type, which Word never does")
    return root


def new(name: str) -> Element:
    """An empty element `<w:name>`."""
    return etree.Element(W + name)


def fragment(xml: str) -> Element:
    """The element that `xml` is, as as_xml gave it."""
    return etree.fromstring(re.sub(r"^<([\w:]+)", rf'<\1 xmlns:w="{W[1:-1]}"', xml))


def as_part(root: Element) -> str:
    """A whole part as text, without the XML declaration."""
    return etree.tostring(root, encoding="unicode")


def as_xml(element: Element) -> str:
    """An element without the namespace declarations that its part's root has anyway."""
    return re.sub(r' xmlns:\w+="[^"]*"', "", etree.tostring(element, encoding="unicode", with_tail=False))


def set_property(properties: Element, name: str, order: Sequence[str], **values: str) -> None:
    """Put `<w:name>` with `values` into `properties` at its place in `order`; one that is there is replaced."""
    for old in properties.findall(W + name):
        properties.remove(old)
    element = new(name)
    for key, value in values.items():
        element.set(W + key, value)
    after = order[order.index(name) + 1 :]
    for at, child in enumerate(properties):
        if etree.QName(child).localname in after:
            properties.insert(at, element)
            return
    properties.append(element)
