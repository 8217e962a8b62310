"""The picture of who reports to whom, in shapes of PowerPoint's own that look like the template's one."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence

from papers.errors import TemplateError
from papers.office.ooxml import Element, etree
from papers.slides.drawing import A, Drawn, P, below, described, replace_paragraphs
from papers.slides.fitting import fitted_by_shrinking, shortened, shrunk
from papers.slides.language import Language, Scope, Tag
from papers.slides.look import Box, Page, box_of, look_of
from papers.slides.measure import EMU
from papers.slides.paragraphs import filled
from papers.slides.tiers import Arrow, Body, Plan, ends, halves, laid_out

# Text in a body is shrunk to this size at most, in points, unless the template's own is smaller.
_SMALLEST = 16.0
# How high a body may be, in points: as low as its name allows, so that arrows are long enough to be seen.
_HEIGHTS = (56.0, 74.0, 92.0)


def pictures(shape: Element, tag: Tag, scope: Scope, language: Language, page: Page) -> list[Drawn]:
    """The bodies of the list that `tag` names, drawn where `shape` stands and as it looks; none for an empty list.

    There are as many pictures as they need. Each entry has a `body` and the names of those that it `reports_to`.
    """
    bodies = []
    for here in language.entries(tag, scope):
        entry = here[tag.names[0]]
        if not isinstance(entry, Mapping) or not {"body", "reports_to"} <= entry.keys():
            raise TemplateError(f"the tag {tag.words} needs a list of bodies that report to others: report.governance")
        bodies.append(Body(str(entry["body"]), tuple(entry["reports_to"])))
    return _Drawing(shape, tag, scope, language, page).split(bodies) if bodies else []


class _Drawing:
    """What pictures of one shape have in common."""

    def __init__(self, shape: Element, tag: Tag, scope: Scope, language: Language, page: Page) -> None:
        self.shape, self.tag, self.scope = shape, tag, scope
        self.language, self.page = language, page
        box, body = box_of(shape, page), shape.find(f"{P}txBody")
        if box is None or body is None:
            raise TemplateError(f"what {tag.words} stands on has to be a shape with text and a place of its own")
        self.area = box
        self.paragraphs = body.findall(f"{A}p")

    def split(self, bodies: Sequence[Body]) -> list[Drawn]:
        """One picture of `bodies` where they fit, or else several."""
        smaller = list(halves(bodies))
        for highest in _HEIGHTS:
            plan = laid_out(bodies, self.area, highest)
            is_last = not smaller and highest == _HEIGHTS[-1]
            drawn = self._drawn(plan, is_last) if plan is not None else None
            if drawn is not None:
                entries = ({"body": body.name, "reports_to": list(body.reports_to)} for body in bodies)
                return [Drawn(drawn, tuple(entries))]
        if not smaller:
            raise TemplateError(f"the shape with {self.tag.words} is too small for a picture")
        return [picture for some in smaller for picture in self.split(some)]

    def _drawn(self, plan: Plan, is_last: bool) -> Element | None:
        """The picture as a group of shapes; None where a name is too long for its box and fewer bodies would do."""
        group = etree.Element(f"{P}grpSp")
        held = below(group, f"{P}nvGrpSpPr")
        known = described(self.shape)
        kept = {name: known.get(name, "") for name in ("name", "descr")} if known is not None else {}
        below(held, f"{P}cNvPr", id="", **kept)
        below(held, f"{P}cNvGrpSpPr")
        below(held, f"{P}nvPr")
        properties = below(group, f"{P}grpSpPr")
        properties.append(_place(self.area, is_group=True))
        for name, box in plan.boxes.items():
            shape = self._body(name, box, is_last)
            if shape is None:
                return None
            group.append(shape)
        for arrow in plan.arrows:
            group.append(_connector(arrow, plan.boxes, self.shape))
        return group

    def _body(self, name: str, box: Box, is_last: bool) -> Element | None:
        shape = copy.deepcopy(self.shape)
        known, properties, body = described(shape), shape.find(f"{P}spPr"), shape.find(f"{P}txBody")
        if known is None or properties is None or body is None:
            raise TemplateError(f"the shape with {self.tag.words} is no shape with text")
        known.attrib.pop("descr", "")
        known.set("name", name)
        known.set("id", _id(name))
        for old in properties.findall(f"{A}xfrm"):
            properties.remove(old)
        properties.insert(0, _place(box))
        here = {**self.scope, self.tag.names[0]: {"body": name, "reports_to": []}}
        paragraphs = filled(self.paragraphs, here, self.language)
        fitting = fitted_by_shrinking(paragraphs, lambda scale: look_of(shape, self.page, scale), _SMALLEST)
        if fitting.is_whole or is_last:
            shrunk(paragraphs, look_of(shape, self.page), fitting.scale)
            kept = paragraphs if fitting.is_whole else shortened(paragraphs, look_of(shape, self.page))
            replace_paragraphs(body, kept)
            return shape
        return None


def _id(name: str) -> str:
    """What a body is called until the shapes of its slide are numbered."""
    return f"body {name}"


def _connector(arrow: Arrow, boxes: Mapping[str, Box], like: Element) -> Element:
    """A line with an arrow's head, glued to both bodies."""
    (x, y, site), (to_x, to_y, to_site) = ends(arrow, boxes)
    connector = etree.Element(f"{P}cxnSp")
    held = below(connector, f"{P}nvCxnSpPr")
    below(held, f"{P}cNvPr", id=f"{_id(arrow.start)} to {arrow.end}", name=f"{arrow.start} - {arrow.end}")
    ties = below(held, f"{P}cNvCxnSpPr")
    below(held, f"{P}nvPr")
    below(ties, f"{A}stCxn", id=_id(arrow.start), idx=str(site))
    below(ties, f"{A}endCxn", id=_id(arrow.end), idx=str(to_site))
    properties = below(connector, f"{P}spPr")
    place = _place(Box(min(x, to_x), min(y, to_y), abs(to_x - x), abs(to_y - y)))
    for name, is_flipped in (("flipH", to_x < x), ("flipV", to_y < y)):
        if is_flipped:
            place.set(name, "1")
    properties.append(place)
    below(below(properties, f"{A}prstGeom", prst="straightConnector1"), f"{A}avLst")
    properties.append(_line(like, arrow.is_mutual))
    return connector


def _line(like: Element, is_mutual: bool) -> Element:
    """The line round the template's shape, with a head at its end; a plain one where that has none."""
    own = like.find(f"{P}spPr/{A}ln")
    line = etree.Element(f"{A}ln", w=own.get("w", "19050") if own is not None else "19050")
    fill = own.find(f"{A}solidFill") if own is not None else None
    if fill is not None:
        line.append(copy.deepcopy(fill))
    else:
        below(below(line, f"{A}solidFill"), f"{A}schemeClr", val="tx1")
    if is_mutual:
        below(line, f"{A}headEnd", type="triangle", w="med", len="med")
    below(line, f"{A}tailEnd", type="triangle", w="med", len="med")
    return line


def _place(box: Box, is_group: bool = False) -> Element:
    place = etree.Element(f"{A}xfrm")
    for corner, size in (("off", "ext"), ("chOff", "chExt")) if is_group else (("off", "ext"),):
        below(place, f"{A}{corner}", x=str(round(box.left * EMU)), y=str(round(box.top * EMU)))
        below(place, f"{A}{size}", cx=str(round(box.width * EMU)), cy=str(round(box.height * EMU)))
    return place
