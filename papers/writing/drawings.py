"""What is drawn in a Word document: pictures, charts, shapes and text boxes, as Word draws them now or did once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papers.office.ooxml import Element, W
from papers.writing.printed import seen_in
from papers.writing.spots import words_of

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_V = "{urn:schemas-microsoft-com:vml}"
_O = "{urn:schemas-microsoft-com:office:office}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_KINDS = {"picture": "picture", "chart": "chart", "diagram": "diagram"}
_SHAPES = tuple(_V + name for name in ("shape", "rect", "roundrect", "oval", "line", "polyline", "group", "arc"))


@dataclass(frozen=True, slots=True)
class Drawing:
    """Something drawn.

    at              its element, within the paragraph it stands in
    kind            "picture", "chart", "diagram" or "shape"
    description     what is said of it for those who cannot see it; "" for nothing
    floats          whether it stands over the text and not in line with it
    is_text_box     whether words stand in it
    is_watermark    whether Word knows it as a watermark
    words           of a text box or a watermark
    """

    at: Element
    kind: str
    description: str
    floats: bool
    is_decorative: bool
    is_text_box: bool
    is_watermark: bool
    words: str


def drawings(root: Element) -> Iterator[Drawing]:
    """What is drawn on a page, each once; what is inside a group belongs to it."""
    for element in seen_in(root, W + "drawing", W + "pict", W + "object"):
        found = _of_drawing(element) if element.tag == W + "drawing" else _of_old(element)
        if found is not None:
            yield found


def _of_drawing(element: Element) -> Drawing | None:
    placed = next(element.iter(_WP + "inline", _WP + "anchor"), None)
    about = placed.find(_WP + "docPr") if placed is not None else None
    if placed is None or about is None:
        return None
    uri = next((each.get("uri", "") for each in placed.iter(_A + "graphicData")), "")
    words = _words(element)
    return Drawing(
        at=element,
        kind=_KINDS.get(uri.rpartition("/")[2], "shape"),
        description=(about.get("descr") or about.get("title") or "").strip(),
        floats=placed.tag == _WP + "anchor",
        is_decorative=any(each.get("val") in ("1", "true") for each in about.iter(_DECORATIVE)),
        is_text_box=bool(words),
        is_watermark="watermark" in about.get("name", "").casefold(),
        words=words,
    )


def _of_old(element: Element) -> Drawing | None:
    """What older Word drew; None for a line across the page, and for what shows nothing."""
    shape = next(element.iterchildren(*_SHAPES), None)
    if shape is None or shape.get(_O + "hr") in ("t", "true", "1"):
        return None
    named = f"{shape.get('id', '')} {shape.get(_O + 'spid', '')}".casefold()
    curved = [each.get("string", "") for each in shape.iter(_V + "textpath")]
    is_watermark = "watermark" in named
    words = " ".join(curved) if curved else _words(element)
    return Drawing(
        at=element,
        kind="picture" if next(shape.iter(_V + "imagedata"), None) is not None else "shape",
        description=(shape.get("alt") or shape.get("title") or "").strip(),
        floats=re.search(r"position:\s*absolute", shape.get("style", "")) is not None,
        is_decorative=False,
        is_text_box=bool(words) and not curved,
        is_watermark=is_watermark,
        words=words,
    )


def _words(element: Element) -> str:
    """The words of a text box in one line; "" for none."""
    return " ".join(filter(None, (words_of(each).strip() for each in seen_in(element, W + "p"))))
