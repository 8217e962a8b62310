"""What stands on a slide, shape by shape: text, a table, a chart or a picture, and how many slides it needs."""

from __future__ import annotations

import copy
from typing import Any

from papers.errors import TemplateError
from papers.office.ooxml import Element
from papers.slides.charts import bar_of, filled_chart, pattern_words, workbook
from papers.slides.diagrams import pictures
from papers.slides.drawing import A, C, Drawn, P, R, described, drop, is_title, leaves, replace_paragraphs
from papers.slides.fitting import chunks, fitted_by_shrinking, shortened, shrunk
from papers.slides.language import TAG, Language, Scope, Tag, tag_of
from papers.slides.look import box_of, look_of
from papers.slides.paragraphs import Piece, filled, pieces_of, put, renumbered, words_of
from papers.slides.presentation import Pattern
from papers.slides.tables import spread

# Text is shrunk to these sizes at most, in points, where that keeps it on one slide; smaller text stays as it is.
_SMALLEST, _SMALLEST_TITLE = 18.0, 20.0
# Below a table this much stays free, in points, where nothing stands there.
_MARGIN = 24.0

Charts = dict[str, tuple[bytes, bytes]]


class Content:
    """A shape as it stands in the template: a picture, a line, words without tags. Only its description is filled."""

    parts = 1

    def __init__(self, shape: Element, scope: Scope, language: Language, pattern: Pattern) -> None:
        self.language, self.page = language, pattern.page

    def shown(self, part: int) -> list[Any]:
        """The entries of a list that are in it on one slide."""
        return []

    def put(self, shape: Element, part: int, scope: Scope, charts: Charts) -> None:
        """Make `shape`, a copy of the template's, what it is to be on one slide."""
        self.describe(shape, scope)

    def describe(self, shape: Element, scope: Scope) -> None:
        """Fill the tags in a shape's description."""
        known = described(shape)
        for name in ("descr", "title"):
            if known is not None and TAG.search(known.get(name, "")):
                known.set(name, sentence(known.get(name, ""), scope, self.language))


def sentence(words: str, scope: Scope, language: Language) -> str:
    """Words with their tags filled in, on one line."""
    from papers.office.ooxml import etree

    paragraph = etree.Element(f"{A}p")
    put(paragraph, [Piece(" ".join(words.split()))])
    made = filled([paragraph], scope, language)
    return " ".join(" ".join(words_of(each) for each in made).split())


class Words(Content):
    """A shape with text in which there are tags."""

    def __init__(self, shape: Element, scope: Scope, language: Language, pattern: Pattern) -> None:
        super().__init__(shape, scope, language, pattern)
        self.boxes = self._fitted(shape, scope)
        self.parts = len(self.boxes)

    def put(self, shape: Element, part: int, scope: Scope, charts: Charts) -> None:
        """The words for one slide; a shape for which none are left is taken away."""
        boxes = self.boxes if self.parts > 1 else self._fitted(shape, scope)[:1]
        place = part - 1 if self.parts > 1 else 0
        paragraphs = boxes[place] if place < len(boxes) else []
        if not any(words_of(each).strip() or len(pieces_of(each)) for each in paragraphs):
            drop(shape)
            return
        replace_paragraphs(_body(shape), [copy.deepcopy(each) for each in paragraphs])
        self.describe(shape, scope)

    def _fitted(self, shape: Element, scope: Scope) -> list[list[Element]]:
        boxes = self._in_boxes(shape, scope)
        renumbered(boxes)
        return boxes

    def _in_boxes(self, shape: Element, scope: Scope) -> list[list[Element]]:
        """The filled paragraphs: in one box if need be by shrinking them, or else in several."""
        paragraphs = filled(_body(shape).findall(f"{A}p"), scope, self.language)
        smallest = _SMALLEST_TITLE if is_title(shape) else _SMALLEST
        fitting = fitted_by_shrinking(paragraphs, lambda scale: look_of(shape, self.page, scale), smallest)
        look = look_of(shape, self.page)
        if fitting.is_whole or is_title(shape):
            shrunk(paragraphs, look, fitting.scale)
            return [paragraphs if fitting.is_whole else shortened(paragraphs, look)]
        return chunks(paragraphs, look)


class Spread(Content):
    """What is drawn anew for each slide: a table or picture, with as many entries as find room."""

    def __init__(self, shape: Element, scope: Scope, language: Language, pattern: Pattern, drawn: list[Drawn]) -> None:
        super().__init__(shape, scope, language, pattern)
        self.drawn = drawn
        self.parts = max(len(drawn), 1)

    def shown(self, part: int) -> list[Any]:
        """The entries that are on one slide."""
        return list(self.drawn[part - 1].entries) if part <= len(self.drawn) else []

    def put(self, shape: Element, part: int, scope: Scope, charts: Charts) -> None:
        """What is drawn for one slide; a shape for which nothing is left is taken away."""
        place = part - 1 if self.parts > 1 else 0
        if place >= len(self.drawn):
            drop(shape)
            return
        made = copy.deepcopy(self.drawn[place].element)
        _exchange(shape, made)
        self.describe(made, scope)


class Picture(Spread):
    """A picture of who reports to whom."""

    def describe(self, shape: Element, scope: Scope) -> None:
        """The description without the tag that makes it a picture."""
        _without_tag(shape)
        super().describe(shape, scope)


class Chart(Content):
    """A chart with a bar for each entry of a list."""

    def __init__(self, shape: Element, scope: Scope, language: Language, pattern: Pattern, tag: Tag) -> None:
        super().__init__(shape, scope, language, pattern)
        self.tag = tag
        self.key = _chart_key(shape)
        if self.key not in pattern.charts:
            raise TemplateError("a chart is damaged; delete it and insert a new one")
        self.chart = pattern.charts[self.key]

    def put(self, shape: Element, part: int, scope: Scope, charts: Charts) -> None:
        """The chart, and the workbook behind it."""
        name, category = pattern_words(self.chart)
        bars = [
            bar_of(sentence(category, here, self.language), here[self.tag.names[0]])
            for here in self.language.entries(self.tag, scope)
        ]
        title = sentence(name, scope, self.language)
        charts[self.key] = (filled_chart(self.chart, title, bars), workbook(title, bars))
        _without_tag(shape)
        self.describe(shape, scope)


def content_of(shape: Element, scope: Scope, language: Language, pattern: Pattern) -> Content:
    """What a shape of a template is. Raises TemplateError for a chart or picture that is made to hold nothing."""
    known = described(shape)
    description = known.get("descr", "") if known is not None else ""
    tags = [tag for found in TAG.findall(description) if (tag := tag_of(found)).kind in ("chart", "diagram")]
    if tags and tags[0].kind == "diagram":
        drawn = pictures(shape, tags[0], scope, language, pattern.page)
        return Picture(shape, scope, language, pattern, drawn)
    if _chart_key(shape):
        if not tags:
            raise TemplateError(
                "a chart does not say what it shows: begin its alt text with {% chart for row in plan.by_status %}"
            )
        return Chart(shape, scope, language, pattern, tags[0])
    if shape.find(f"{A}graphic/{A}graphicData/{A}tbl") is not None:
        tables = spread(shape, scope, language, pattern.page, _room_below(shape, pattern))
        return Spread(shape, scope, language, pattern, tables)
    if shape.tag == f"{P}sp" and any("{" in words_of(each) or "}" in words_of(each) for each in shape.iter(f"{A}p")):
        return Words(shape, scope, language, pattern)
    return Content(shape, scope, language, pattern)


def _body(shape: Element) -> Element:
    body = shape.find(f"{P}txBody")
    assert body is not None  # content_of has found words in it
    return body


def _chart_key(shape: Element) -> str:
    chart = shape.find(f"{A}graphic/{A}graphicData/{C}chart")
    return chart.get(f"{R}id", "") if chart is not None else ""


def _without_tag(shape: Element) -> None:
    """Take the tag that says what a shape is out of its description."""
    known = described(shape)
    for found in TAG.findall(known.get("descr", "") if known is not None else ""):
        if known is not None and tag_of(found).kind in ("chart", "diagram"):
            known.set("descr", known.get("descr", "").replace(found, ""))


def _exchange(old: Element, new: Element) -> None:
    parent = old.getparent()
    assert parent is not None
    parent.replace(old, new)


def _room_below(frame: Element, pattern: Pattern) -> float:
    """How high a table may be: down to what stands below it in the template, or nearly to the end of the slide."""
    box = box_of(frame, pattern.page)
    if box is None:
        raise TemplateError("a table has no place of its own")
    others = [other for shape in leaves(pattern.tree) if shape is not frame and (other := box_of(shape, pattern.page))]
    ends = [pattern.page.height - _MARGIN]
    ends += [each.top for each in others if each.top > box.top and each.left < box.right and each.right > box.left]
    return min(ends) - box.top
