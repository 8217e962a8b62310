"""A finished presentation read back, slide by slide, by a parser that had no hand in writing it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath
from xml.parsers import expat

from papers.audit.readback import Cell
from papers.errors import PapersError

Start = Callable[[str, dict[str, str]], object]
End = Callable[[str], object]


def _nothing(_: str) -> None:
    """What is met is of no interest."""


@dataclass(slots=True)
class Slide:
    """What a reader finds on one slide.

    title           its words; "" for a slide without one
    paragraphs      every paragraph, in tables and charts as well, in the order in which it is read
    tables          the rows of each table, its header first
    bars            for each bar of a chart its words and its colour, and its number
    boxes           the paragraphs of each shape with text by its name, its title and its tables left out
    undescribed     the names of pictures, charts and groups without a description
    rest            descriptions and notes
    """

    number: int
    title: str = ""
    paragraphs: list[str] = field(default_factory=list)
    tables: list[list[list[Cell]]] = field(default_factory=list)
    bars: list[tuple[Cell, str]] = field(default_factory=list)
    boxes: dict[str, list[str]] = field(default_factory=dict)
    undescribed: list[str] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Shown:
    """A presentation: its slides in order, and the words of its properties."""

    slides: list[Slide]
    properties: list[str]


def read_slides(content: bytes, name: str) -> Shown:
    """The presentation in `content`. Raises PapersError where a part is missing or not well formed, naming both."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {part: package.read(part) for part in package.namelist() if part.endswith((".xml", ".rels"))}
    reader = _Reader(parts, name)
    slides = [reader.slide(number, part) for number, part in enumerate(reader.slides(), 1)]
    properties: list[str] = []
    for part in parts:
        if part.startswith("docProps/"):
            reader.parse(part, lambda _name, _given: None, words=properties.append)
    return Shown(slides, properties)


class _Reader:
    """The parts of one presentation."""

    def __init__(self, parts: Mapping[str, bytes], name: str) -> None:
        self.parts, self.name = parts, name

    def parse(self, part: str, start: Start, end: End = _nothing, words: End = _nothing) -> None:
        """Read a part, handing on what it meets."""
        if part not in self.parts:
            raise PapersError(f"{self.name}: its part {part} is missing; tell whoever owns the templates")
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, words
        try:
            parser.Parse(self.parts[part], True)
        except expat.ExpatError as error:
            raise PapersError(f"{self.name}: its part {part} came out broken ({error})") from error

    def ties(self, part: str) -> dict[str, tuple[str, str]]:
        """What a part is tied to: for each id the kind, and the part or address."""
        found: dict[str, tuple[str, str]] = {}
        rels = join(dirname(part), "_rels", f"{basename(part)}.rels")

        def start(name: str, given: dict[str, str]) -> None:
            if name.rpartition(":")[2] == "Relationship":
                is_outside = given.get("TargetMode") == "External"
                target = given["Target"] if is_outside else normpath(join("/", dirname(part), given["Target"]))[1:]
                found[given["Id"]] = (basename(given["Type"]), target)

        if rels in self.parts:
            self.parse(rels, start)
        return found

    def slides(self) -> list[str]:
        """The parts of the slides, in the order in which they are shown."""
        ties, listed = self.ties("ppt/presentation.xml"), []

        def start(name: str, given: dict[str, str]) -> None:
            if name == "p:sldId":
                listed.append(ties[given["r:id"]][1])

        self.parse("ppt/presentation.xml", start)
        return listed

    def slide(self, number: int, part: str) -> Slide:
        """One slide, with its charts and its notes."""
        slide = Slide(number)
        surface = _Surface(slide)
        self.parse(part, surface.start, surface.end, surface.words.append)
        for kind, target in self.ties(part).values():
            if kind == "chart":
                chart = _Chart(slide)
                self.parse(target, chart.start, chart.end, chart.words.append)
                chart.finish()
            elif kind == "notesSlide":
                notes = _Surface(Slide(number))
                self.parse(target, notes.start, notes.end, notes.words.append)
                slide.rest += notes.slide.paragraphs
        return slide


_DESCRIBED = ("p:pic", "p:graphicFrame", "p:grpSp")


class _Surface:
    """The shapes of a slide while they go by."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide
        self.words: list[str] = []
        self.open: list[str] = []
        self.is_title = False
        self.cell: Cell | None = None
        self.box = ""

    def start(self, name: str, given: dict[str, str]) -> None:
        self.open.append(name)
        match name:
            case "p:sp":
                self.is_title = False
            case "p:ph":
                self.is_title = given.get("type") in ("title", "ctrTitle")
            case "p:cNvPr":
                self._known(given)
            case "a:p":
                self.words.clear()
            case "a:br":
                self.words.append("\n")
            case "a:tbl":
                self.slide.tables.append([])
            case "a:tr":
                self.slide.tables[-1].append([])
            case "a:tc":
                self.cell = Cell()
                self.slide.tables[-1][-1].append(self.cell)
            case "a:srgbClr" if self.cell is not None and self.open[-3:-1] == ["a:tcPr", "a:solidFill"]:
                self.cell.fill = given.get("val", "")

    def _known(self, given: dict[str, str]) -> None:
        owner = self.open[-3] if len(self.open) > 2 else ""
        self.box = given.get("name", "")
        if description := given.get("descr"):
            self.slide.rest.append(description)
        elif owner in _DESCRIBED and "p:grpSp" not in self.open[:-3]:
            self.slide.undescribed.append(given.get("name", ""))

    def end(self, name: str) -> None:
        self.open.pop()
        if name == "a:tc":
            self.cell = None
        elif name == "a:p":
            words = "".join(self.words)
            self.words.clear()
            self.slide.paragraphs.append(words)
            if self.is_title:
                self.slide.title = f"{self.slide.title} {words}".strip()
            elif self.cell is None:
                self.slide.boxes.setdefault(self.box, []).append(words)
            if self.cell is not None:
                self.cell.text = f"{self.cell.text}\n{words}" if self.cell.text else words
        elif name == "p:sp":
            self.is_title = False


class _Chart:
    """The bars of a chart while they go by."""

    def __init__(self, slide: Slide) -> None:
        self.slide = slide
        self.words: list[str] = []
        self.open: list[str] = []
        self.names: list[str] = []
        self.numbers: list[str] = []
        self.fills: dict[int, str] = {}
        self.point = -1

    def start(self, name: str, given: dict[str, str]) -> None:
        self.open.append(name)
        if name == "c:v":
            self.words.clear()
        elif name == "c:idx" and self.open[-2] == "c:dPt":
            self.point = int(given["val"])
        elif name == "a:srgbClr" and self.open[-4:-1] == ["c:dPt", "c:spPr", "a:solidFill"]:
            self.fills[self.point] = given["val"]

    def end(self, name: str) -> None:
        self.open.pop()
        if name == "c:v":
            words = "".join(self.words)
            self.slide.paragraphs.append(words)
            if "c:cat" in self.open:
                self.names.append(words)
            elif "c:val" in self.open:
                self.numbers.append(words)

    def finish(self) -> None:
        """Put the bars together, when all of the chart has gone by."""
        for at, (name, number) in enumerate(zip(self.names, self.numbers, strict=False)):
            self.slide.bars.append((Cell(name, self.fills.get(at, "")), number))
