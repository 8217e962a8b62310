"""The names of DrawingML and PresentationML, and their elements put together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from papers.office.ooxml import Element, etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# How a link is noted until the slide it stands on is made, and its relationship with it.
PENDING = "to:"
# A length in EMU beyond which nothing is on a slide.
_LARGEST = 100_000_000


class Drawn(NamedTuple):
    """A table or a picture as it is on one slide, and the entries of its list that are in it."""

    element: Element
    entries: tuple[Any, ...]


def below(parent: Element, name: str, /, **attributes: str) -> Element:
    """A new last child of `parent`."""
    child = etree.SubElement(parent, name)
    for key, value in attributes.items():
        child.set(key, value)
    return child


def number(element: Element | None, name: str, otherwise: float = 0) -> float:
    """A number that an element has as an attribute; `otherwise` where it has none that makes sense."""
    said = element.get(name, "") if element is not None else ""
    try:
        value = float(said.rstrip("%"))
    except ValueError:
        return otherwise
    return value if abs(value) < _LARGEST else otherwise


def described(shape: Element) -> Element | None:
    """What holds the name and the description of a shape."""
    for child in shape:
        if isinstance(child.tag, str) and etree.QName(child).localname.startswith("nv"):
            return child.find(f"{P}cNvPr")
    return None


def placeholder(shape: Element) -> Element | None:
    """What makes a shape a placeholder; None for one that is not."""
    return shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")


def is_title(shape: Element) -> bool:
    """Whether a shape is the title of its slide."""
    held = placeholder(shape)
    return held is not None and held.get("type") in ("title", "ctrTitle")


def leaves(tree: Element) -> list[Element]:
    """Every shape, picture, table, chart and line of a slide, those in groups among them, from back to front."""
    return list(tree.iter(f"{P}sp", f"{P}graphicFrame", f"{P}pic", f"{P}cxnSp"))


def replace_paragraphs(body: Element, paragraphs: Sequence[Element]) -> None:
    """Give a text body these paragraphs instead of its own; an empty one where there are none."""
    for old in body.findall(f"{A}p"):
        body.remove(old)
    for paragraph in paragraphs:
        body.append(paragraph)
    if not paragraphs:
        below(body, f"{A}p")


def put_in_order(tree: Element) -> Element:
    """The shapes of a slide numbered from 1, with its title first, as that is read first; lines stay tied."""
    for shape in tree.findall(f"{P}sp"):
        if is_title(shape):
            tree.remove(shape)
            tree.insert(2, shape)
            break
    numbers: dict[str, str] = {}
    for number, known in enumerate(tree.iter(f"{P}cNvPr"), 1):
        numbers[known.get("id", "")] = str(number)
        known.set("id", str(number))
    for tie in list(tree.iter(f"{A}stCxn", f"{A}endCxn")):
        if tie.get("id", "") in numbers:
            tie.set("id", numbers[tie.get("id", "")])
        elif (parent := tie.getparent()) is not None:
            parent.remove(tie)
    return tree


def drop(shape: Element) -> None:
    """Take a shape off its slide, and a group that it leaves empty."""
    parent = shape.getparent()
    if parent is None:
        return
    parent.remove(shape)
    if parent.tag == f"{P}grpSp" and not leaves(parent):
        drop(parent)
