"""What a template says of itself: its styles, its lists, its width, and its parts as Jinja source."""

from __future__ import annotations

import re
from collections.abc import Callable

from papers.office.ooxml import Element, W, as_part
from papers.writing.tags import NUMBERED
from papers.writing.template import Style


def to_source(root: Element, patch_xml: Callable[[str], str]) -> tuple[str, list[int]]:
    """A prepared part as Jinja source, and for each of its lines the number of its paragraph; -1 before the first.

    Every paragraph starts a line. The line break stands inside the paragraph's own start tag, or inside the tag that is
    all that stays of it, where XML does not see it: it costs nothing in the document.
    """
    source = re.sub(r'<w:p((?: [^>]*?)?) at="(\d+)"', "<w:p\ue000\\2\ue001\\1", patch_xml(as_part(root)))
    first, *numbered = NUMBERED.split(source)
    pieces, paragraphs = [first], [-1] * (first.count("\n") + 1)
    for number, piece in zip(numbered[::2], numbered[1::2], strict=True):
        if not piece.startswith("/"):  # an empty paragraph, <w:p/>, needs no line
            pieces.append("\n")
            paragraphs.append(int(number))
        pieces.append(piece)
        paragraphs += [int(number)] * piece.count("\n")
    return "".join(pieces), paragraphs


def styles(sheet: Element, numbering: Element) -> dict[str, Style]:
    """The styles by their names in lower case; a style belongs to a list by itself or by what it is based on."""
    abstracts = {num.get(W + "numId", ""): _value(num, "abstractNumId") for num in numbering.findall(W + "num")}
    by_id = {style.get(W + "styleId", ""): style for style in sheet.findall(W + "style")}
    found = {}
    for style_id, style in by_id.items():
        num = _numbering(style, by_id)
        found[_value(style, "name").casefold()] = Style(style_id, num, abstracts.get(num, ""))
    return found


def _value(element: Element, child: str) -> str:
    found = element.find(W + child)
    return found.get(W + "val", "") if found is not None else ""


def _numbering(style: Element | None, by_id: dict[str, Element]) -> str:
    for _ in range(20):  # a chain of styles that goes round in a circle must end
        if style is None:
            return ""
        num = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if num is not None:
            number = num.get(W + "val", "")
            return "" if number == "0" else number
        style = by_id.get(_value(style, "basedOn"))
    return ""


def last_list(numbering: bytes) -> int:
    """The highest numbering id in use; 0 for none."""
    return max(map(int, re.findall(rb'w:numId="(\d+)"', numbering)), default=0)


_A4_TEXT = 9026


def text_width(document: Element) -> int:
    """The width between the margins of the last section, in twentieths of a point; A4 with 2.5 cm if it says none."""
    section = document.find(f"{W}body/{W}sectPr")
    size = section.find(W + "pgSz") if section is not None else None
    margins = section.find(W + "pgMar") if section is not None else None
    if size is None or margins is None:
        return _A4_TEXT
    numbers = [size.get(W + "w", ""), margins.get(W + "left", ""), margins.get(W + "right", "")]
    if not all(number.isdigit() for number in numbers):  # other units are allowed, and not seen
        return _A4_TEXT
    return int(numbers[0]) - int(numbers[1]) - int(numbers[2])
