"""How text on a slide looks: what its shape says, or else its layout, its master, or the presentation."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from papers.office.ooxml import Element
from papers.slides.drawing import A, P, number, placeholder
from papers.slides.measure import EMU, Letters, Line, lines
from papers.slides.paragraphs import Piece, pieces_of

_SIZE = 18.0
# What a placeholder is of the master's styles; everything else is "other".
_STYLES = {
    "title": "titleStyle",
    "ctrTitle": "titleStyle",
    "body": "bodyStyle",
    "subTitle": "bodyStyle",
    "obj": "bodyStyle",
}
# A placeholder of a layout that goes without one of its kind on the master takes that one's place.
_KINDS = {"ctrTitle": "title", "subTitle": "body", "obj": "body"}


@dataclass(frozen=True, slots=True)
class Page:
    """What a slide stands on: its layout, master and presentation, the theme's fonts, and its size in points."""

    layout: Element
    master: Element
    presentation: Element
    fonts: Mapping[str, str]
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def centre(self) -> float:
        """Half way from left to right."""
        return self.left + self.width / 2

    @property
    def middle(self) -> float:
        """Half way from top to bottom."""
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a text body: what its paragraphs inherit, nearest first, and the room inside its margins.

    `bold` is for texts that a table's style may make bold.
    """

    chain: Sequence[Element]
    fonts: Mapping[str, str]
    width: float
    height: float
    bold: bool = False
    scale: float = 1.0
    levels: dict[int, list[Element]] = field(default_factory=dict)

    def _properties(self, paragraph: Element) -> Iterator[Element]:
        own = paragraph.find(f"{A}pPr")
        level = int(number(own, "lvl"))
        if own is not None:
            yield own
        if level not in self.levels:
            names = (f"{A}lvl{level + 1}pPr", f"{A}defPPr")
            self.levels[level] = [
                each for style in self.chain for name in names if (each := style.find(name)) is not None
            ]
        yield from self.levels[level]

    def _number(self, paragraph: Element, name: str) -> float:
        return next((number(each, name) for each in self._properties(paragraph) if name in each.attrib), 0.0) / EMU

    def _of_run(self, look: Element | None, paragraph: Element, name: str) -> Element | None:
        """What says something of how a run looks: the run itself, or else the nearest above it."""
        runs = (each.find(f"{A}defRPr") for each in self._properties(paragraph))
        return next((run for run in (look, *runs) if run is not None and name in run.attrib), None)

    def _font(self, look: Element | None, paragraph: Element) -> str:
        runs = (each.find(f"{A}defRPr") for each in self._properties(paragraph))
        for run in (look, *runs):
            if run is not None and (latin := run.find(f"{A}latin")) is not None:
                name = latin.get("typeface", "")
                return self.fonts.get(name, name)
        return self.fonts.get("+mn-lt", "")

    def letters(self, piece: Piece, paragraph: Element) -> Letters:
        """A piece as it is set."""
        size = number(self._of_run(piece.look, paragraph, "sz"), "sz", 100 * _SIZE) / 100 * self.scale
        said = self._of_run(piece.look, paragraph, "b")
        bold = self.bold or (said is not None and said.get("b") in ("1", "true"))
        text = "000" if piece.field is not None else piece.text
        return Letters(text, size, bold, self._font(piece.look, paragraph))

    def lines(self, paragraph: Element) -> list[Line]:
        """The lines of a paragraph in this body, the space between lines among their heights."""
        pieces = pieces_of(paragraph)
        end = paragraph.find(f"{A}endParaRPr")
        stretches = [self.letters(piece, paragraph) for piece in pieces or [Piece("", end)]]
        margin, indent = self._number(paragraph, "marL"), self._number(paragraph, "indent")
        room = max(self.width - margin - self._number(paragraph, "marR"), 1.0)
        # A bullet hangs in the margin; without one a first line that begins before the others is only longer.
        set_ = lines(stretches, room, room - max(indent, 0.0))
        between = self._spacing(paragraph, "lnSpc", 1.0)
        return [line._replace(height=between(line.height)) for line in set_]

    def before(self, paragraph: Element) -> float:
        """The space above a paragraph."""
        return self._around(paragraph, "spcBef")

    def after(self, paragraph: Element) -> float:
        """The space below a paragraph."""
        return self._around(paragraph, "spcAft")

    def _around(self, paragraph: Element, name: str) -> float:
        first = next(iter(pieces_of(paragraph)), Piece(""))
        return self._spacing(paragraph, name, 0.0)(self.letters(first, paragraph).size)

    def _spacing(self, paragraph: Element, name: str, otherwise: float) -> Callable[[float], float]:
        """What makes a size or height of another: a share of it, or points that it does not depend on."""
        for each in self._properties(paragraph):
            said = each.find(f"{A}{name}")
            if said is not None:
                share, points = said.find(f"{A}spcPct"), said.find(f"{A}spcPts")
                if share is not None:
                    factor = number(share, "val", 100_000) / 100_000
                    return lambda size: size * factor
                if points is not None:
                    fixed = number(points, "val") / 100 * self.scale
                    return lambda size: fixed
        return lambda size: size * otherwise

    def height_of(self, paragraphs: Sequence[Element]) -> float:
        """How high paragraphs are, one below the other."""
        return sum(self.before(p) + sum(line.height for line in self.lines(p)) + self.after(p) for p in paragraphs)


def box_of(shape: Element, page: Page) -> Box | None:
    """Where a shape stands: as it says itself, or else as its layout or master does; None where nobody does."""
    for each in (shape, *_behind(shape, page)):
        for name in (f"{P}spPr/{A}xfrm", f"{P}xfrm", f"{P}grpSpPr/{A}xfrm"):
            place = each.find(name)
            if place is not None and (box := _box(place)) is not None:
                return box
    return None


def _box(place: Element) -> Box | None:
    offset, extent = place.find(f"{A}off"), place.find(f"{A}ext")
    if offset is None or extent is None:
        return None
    numbers = (number(offset, "x"), number(offset, "y"), number(extent, "cx"), number(extent, "cy"))
    return Box(*(each / EMU for each in numbers))


def _behind(shape: Element, page: Page) -> Iterator[Element]:
    """The placeholders of the layout and the master that a placeholder takes its look from."""
    held = placeholder(shape)
    if held is None:
        return
    kind, at = held.get("type", "obj"), held.get("idx", "0")
    for each in page.layout.iter(f"{P}sp"):
        other = placeholder(each)
        if other is not None and (other.get("idx", "0") == at if at != "0" else other.get("type", "obj") == kind):
            kind = other.get("type", "obj")
            yield each
            break
    for each in page.master.iter(f"{P}sp"):
        other = placeholder(each)
        if other is not None and other.get("type", "obj") in (kind, _KINDS.get(kind, "")):
            yield each
            return


def look_of(shape: Element, page: Page, scale: float = 1.0) -> Look:
    """The look of a shape's text. The room is that of the shape less its margins."""
    behind = list(_behind(shape, page))
    held = placeholder(shape)
    style = "otherStyle" if held is None else _STYLES.get(held.get("type", "obj"), "otherStyle")
    chain = [each.find(f"{P}txBody/{A}lstStyle") for each in (shape, *behind)]
    chain += [page.master.find(f"{P}txStyles/{P}{style}"), page.presentation.find(f"{P}defaultTextStyle")]
    box = box_of(shape, page) or Box(0, 0, page.width, page.height)
    bodies = [body for each in (shape, *behind) if (body := each.find(f"{P}txBody/{A}bodyPr")) is not None]

    def margin(name: str, otherwise: int) -> float:
        return next((number(body, name) for body in bodies if name in body.attrib), otherwise) / EMU

    across = box.width - margin("lIns", 91_440) - margin("rIns", 91_440)
    down = box.height - margin("tIns", 45_720) - margin("bIns", 45_720)
    found = [each for each in chain if each is not None]
    return Look(found, page.fonts, max(across, 1.0), max(down, 1.0), scale=scale)
