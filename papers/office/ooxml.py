"""The XML of Office files: strict parsing, and elements put where the schema wants them."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lxml import etree as etree

from papers.errors import PapersError, TemplateError

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


def parse_part(
    content: bytes, file: str, part: str, program: str = "Word", fault: type[PapersError] = TemplateError
) -> Element:
    """A part's root element, without comments and instructions to other programs, which neither Word nor Excel reads.

    Raises `fault` where it is not well formed, or declares a document type.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise fault(f"{file}: its part {part} is damaged; open it in {program} and save it again") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise fault(f"{file}: its part {part} declares a document type, which {program} never does")
    etree.strip_tags(root, etree.Comment, etree.ProcessingInstruction)
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


def as_bytes(root: Element) -> bytes:
    """A whole part as it lies in a package, with its XML declaration and whatever stands beside the root."""
    return etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True, standalone=True)


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
    put_before(properties, element, order[order.index(name) + 1 :])


def put_before(parent: Element, element: Element, followers: Collection[str]) -> None:
    """Put `element` before the first child of `parent` whose name is in `followers`; at the end where none is.

    A child that offers contents for several versions of Office (mc:AlternateContent) goes by what it offers.
    """
    for at, child in enumerate(parent):
        if any(name in followers for name in _names(child)):
            parent.insert(at, element)
            return
    parent.append(element)


def _names(child: Element) -> list[str]:
    if not isinstance(child.tag, str):  # a comment
        return []
    name = etree.QName(child).localname
    return [etree.QName(each).localname for each in child.iter("{*}*")] if name == "AlternateContent" else [name]
