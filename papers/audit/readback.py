"""A finished Word document read back, part by part, by a parser that had no hand in writing it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from papers.errors import PapersError

_TEXT_PARTS = ("word/document", "word/header", "word/footer", "word/footnotes", "word/endnotes", "docProps/")


@dataclass(slots=True)
class Cell:
    """A table cell: its paragraphs, a line each, and its fill as six hexadecimal digits, "" for none."""

    text: str = ""
    fill: str = ""


@dataclass(slots=True)
class ReadBack:
    """What a reader finds: every paragraph in order, outside tables and in them, and every table row.

    `rest` is the text of headers, footers, notes and properties.
    """

    paragraphs: list[str] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    rest: list[str] = field(default_factory=list)


def read_back(content: bytes, name: str) -> ReadBack:
    """The document in `content`. Raises PapersError where a part of it is not well formed, naming document and part."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {entry.filename: package.read(entry) for entry in package.infolist()}
    found = ReadBack()
    for part, xml in parts.items():
        if part.endswith((".xml", ".rels")):
            _read_part(part, xml, name, found)
    return found


def _read_part(part: str, xml: bytes, name: str, found: ReadBack) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = True
    if part == "word/document.xml":
        body = _Body(found)
        parser.StartElementHandler = body.start
        parser.EndElementHandler = body.end
        parser.CharacterDataHandler = body.text
    elif part.startswith(_TEXT_PARTS):
        parser.CharacterDataHandler = found.rest.append
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise PapersError(
            f"{name}: its part {part} came out broken ({error}); a tag of the template stands where it cuts through "
            "a table or a list"
        ) from error


class _Body:
    """The main text while it goes by. Rows of nested tables count on their own, in the order in which they end."""

    def __init__(self, found: ReadBack) -> None:
        self.found = found
        self.words: list[str] = []
        self.open_rows: list[list[Cell]] = []
        self.in_text = False
        self.in_cell_properties = False
        # By name, as most elements of a document are none of these and must cost nothing.
        self.starts: dict[str, Callable[[Mapping[str, str]], None]] = {
            "w:t": self.open_text,
            "w:p": self.open_paragraph,
            "w:tc": self.open_cell,
            "w:tcPr": self.open_cell_properties,
            "w:shd": self.shading,
            "w:tr": self.open_row,
            "w:br": self.line_break,
            "w:tab": self.tab,
        }
        self.ends: dict[str, Callable[[], None]] = {
            "w:t": self.close_text,
            "w:p": self.close_paragraph,
            "w:tcPr": self.close_cell_properties,
            "w:tr": self.close_row,
        }

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in self.starts:
            self.starts[name](attributes)

    def end(self, name: str) -> None:
        if name in self.ends:
            self.ends[name]()

    def text(self, data: str) -> None:
        if self.in_text:
            self.words.append(data)

    def open_text(self, _: Mapping[str, str]) -> None:
        self.in_text = True

    def close_text(self) -> None:
        self.in_text = False

    def line_break(self, _: Mapping[str, str]) -> None:
        self.words.append("\n")

    def tab(self, _: Mapping[str, str]) -> None:
        self.words.append("\t")

    def open_paragraph(self, _: Mapping[str, str]) -> None:
        self.words = []

    def close_paragraph(self) -> None:
        words = "".join(self.words)
        self.found.paragraphs.append(words)
        if self.open_rows and self.open_rows[-1]:
            cell = self.open_rows[-1][-1]
            cell.text = f"{cell.text}\n{words}" if cell.text else words

    def open_row(self, _: Mapping[str, str]) -> None:
        self.open_rows.append([])

    def close_row(self) -> None:
        self.found.rows.append(self.open_rows.pop())

    def open_cell(self, _: Mapping[str, str]) -> None:
        self.open_rows[-1].append(Cell())

    def open_cell_properties(self, _: Mapping[str, str]) -> None:
        self.in_cell_properties = True

    def close_cell_properties(self) -> None:
        self.in_cell_properties = False

    def shading(self, attributes: Mapping[str, str]) -> None:
        if self.in_cell_properties:
            self.open_rows[-1][-1].fill = attributes.get("w:fill", "")
