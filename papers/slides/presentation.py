"""A template opened as a presentation, and slides put into it. The only home of python-pptx."""

from __future__ import annotations

import copy
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pptx
from pptx.exc import InvalidXmlError
from pptx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from pptx.opc.packuri import PackURI
from pptx.parts.chart import ChartPart
from pptx.parts.slide import NotesSlidePart, SlidePart
from pptx.slide import Slide

from papers.errors import TemplateError
from papers.office.ooxml import Element, etree
from papers.slides.drawing import PENDING, A, R, replace_paragraphs
from papers.slides.look import Page
from papers.slides.measure import EMU

_DAMAGED = "this is no PowerPoint presentation (.pptx), or it is damaged; open it in PowerPoint and save it again"


@dataclass(frozen=True, slots=True)
class Pattern:
    """A slide of a template: its number there, what it stands on, its shapes, its notes, its charts by their ids."""

    number: int
    page: Page
    tree: Element
    notes: tuple[Element, ...]
    charts: Mapping[str, Element]
    slide: Slide


@dataclass(slots=True)
class Made:
    """A slide to be: its shapes, the paragraphs of its notes, and by the id of each chart its part and workbook."""

    tree: Element
    notes: Sequence[Element] = ()
    charts: Mapping[str, tuple[bytes, bytes]] = field(default_factory=dict)


class Deck:
    """A template whose slides are patterns, and in the end the slides that were made of them.

    patterns    the slides of the template in their order, without those that are hidden
    surfaces    the shapes of every master and layout
    """

    def __init__(self, content: bytes, name: str) -> None:
        try:
            self.presentation: Any = pptx.Presentation(io.BytesIO(content))
            self.package = self.presentation.part.package
            self.originals = list(self.presentation.slides)
            self.patterns = list(self._patterns())
            self.surfaces = list(self._surfaces())
        except (KeyError, ValueError, AttributeError, TypeError, InvalidXmlError) as error:
            raise TemplateError(f"{name}: {_DAMAGED}") from error
        self.slides = self.charts = 0

    def _patterns(self) -> Iterator[Pattern]:
        for number, slide in enumerate(self.originals, 1):
            if slide._element.get("show") not in ("0", "false"):
                yield self._pattern(number, slide)

    def _surfaces(self) -> Iterator[Element]:
        for master in self.presentation.slide_masters:
            yield from (master._element, *(layout._element for layout in master.slide_layouts))

    def _pattern(self, number: int, slide: Slide) -> Pattern:
        ties: Any = slide.part.rels.items()
        charts = {key: tie.target_part._element for key, tie in ties if tie.reltype == RELATIONSHIP_TYPE.CHART}
        frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
        notes = tuple(frame._txBody.findall(f"{A}p")) if frame is not None else ()
        return Pattern(number, self._page(slide), slide.shapes._spTree, notes, charts, slide)

    def _page(self, slide: Slide) -> Page:
        layout, whole = slide.slide_layout, self.presentation
        master = layout.slide_master
        return Page(
            layout._element, master._element, whole.part._element, _fonts(master), whole.slide_width / EMU,
            whole.slide_height / EMU,
        )  # fmt: skip

    def add(self, pattern: Pattern, made: Made) -> None:
        """Put a slide at the end, like `pattern` in all but what `made` says.

        Raises TemplateError where it leads to another slide, or its notes have no place for text.
        """
        self.slides += 1
        surface = copy.deepcopy(pattern.slide._element)
        surface.cSld.replace(surface.cSld.spTree, made.tree)
        name = PackURI(f"/ppt/slides/slide{len(self.originals) + self.slides}.xml")
        part = SlidePart(name, CONTENT_TYPE.PML_SLIDE, self.package, surface)
        part.relate_to(pattern.slide.slide_layout.part, RELATIONSHIP_TYPE.SLIDE_LAYOUT)
        self._tied(part, pattern.slide.part, surface.cSld, made.charts)
        whole = self.presentation.part
        whole._element.get_or_add_sldIdLst().add_sldId(whole.relate_to(part, RELATIONSHIP_TYPE.SLIDE))
        if made.notes and pattern.slide.has_notes_slide:
            self._noted(part, pattern.slide.notes_slide, made.notes)

    def _noted(self, slide: SlidePart, like: Any, paragraphs: Sequence[Element]) -> None:  # noqa: ANN401
        name = PackURI(f"/ppt/notesSlides/notesSlide{self.slides}.xml")
        notes = NotesSlidePart(name, CONTENT_TYPE.PML_NOTES_SLIDE, self.package, copy.deepcopy(like._element))
        notes.relate_to(self.presentation.part.notes_master_part, RELATIONSHIP_TYPE.NOTES_MASTER)
        notes.relate_to(slide, RELATIONSHIP_TYPE.SLIDE)
        slide.relate_to(notes, RELATIONSHIP_TYPE.NOTES_SLIDE)
        replace_paragraphs(notes.notes_slide.notes_text_frame._txBody, paragraphs)
        self._tied(notes, like.part, notes.notes_slide._element, {})

    def _tied(self, part: Any, like: Any, surface: Element, charts: Mapping[str, tuple[bytes, bytes]]) -> None:  # noqa: ANN401
        """Relationships for everything on a surface that is tied to something else, as `like` is."""
        ties: dict[str, str] = {}
        for element in surface.iter("*"):
            for name, value in element.attrib.items():
                if str(name).startswith(R) and value:
                    key = str(value)
                    if key not in ties:
                        ties[key] = self._tie(part, like, key, charts)
                    element.set(name, ties[key])

    def _tie(self, part: Any, like: Any, key: str, charts: Mapping[str, tuple[bytes, bytes]]) -> str:  # noqa: ANN401
        if key.startswith(PENDING):
            address = key.removeprefix(PENDING)
            return str(part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        if key in charts:
            return str(part.relate_to(self._chart(*charts[key]), RELATIONSHIP_TYPE.CHART))
        if key not in like.rels:
            raise TemplateError("something on it is damaged; open the template in PowerPoint and save it again")
        tie = like.rels[key]
        if tie.is_external:
            return str(part.relate_to(tie.target_ref, tie.reltype, is_external=True))
        if tie.reltype == RELATIONSHIP_TYPE.SLIDE:
            raise TemplateError("something on it leads to another slide, of which there may be none or many")
        return str(part.relate_to(tie.target_part, tie.reltype))

    def _chart(self, content: bytes, workbook: bytes) -> ChartPart:
        self.charts += 1
        name = PackURI(f"/ppt/charts/chart{self.charts}.xml")
        chart: ChartPart = ChartPart.load(name, CONTENT_TYPE.DML_CHART, self.package, content)
        chart.chart_workbook.update_from_xlsx_blob(workbook)
        return chart

    def saved(self) -> bytes:
        """The presentation without its patterns, as python-pptx writes it."""
        listed = self.presentation.part._element.sldIdLst
        for slide_id in list(listed)[: len(self.originals)]:
            self.presentation.part.drop_rel(slide_id.rId)
            listed.remove(slide_id)
        self.presentation.part.rename_slide_parts([slide_id.rId for slide_id in listed])
        content = io.BytesIO()
        self.presentation.save(content)
        return content.getvalue()


def _fonts(master: Any) -> dict[str, str]:  # noqa: ANN401
    """The fonts of a master's theme, by the names under which text asks for them."""
    theme = etree.fromstring(master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob)
    found = {}
    for kind, name in (("major", "+mj-lt"), ("minor", "+mn-lt")):
        latin = theme.find(f".//{A}{kind}Font/{A}latin")
        found[name] = latin.get("typeface", "") if latin is not None else ""
    return found
