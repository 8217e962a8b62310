"""A finished Word document read back, part by part, by a parser that had no hand in writing it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat

from papers.errors import PapersError


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
    found = ReadBack()
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for part in package.namelist():
            if part.endswith((".xml", ".rels")):
                with package.open(part) as xml:
                    _read_part(part, xml, name, found)
    return found


def _read_part(part: str, xml: IO[bytes], name: str, found: ReadBack) -> None:
    parser = expat.ParserCreate()
    parser.buffer_text = parser.ordered_attributes = True
    body = _Body(found if part == "word/document.xml" else ReadBack())
    if part.startswith("word/"):
        parser.StartElementHandler = body.start
        parser.EndElementHandler = body.end
        parser.CharacterDataHandler = body.words.append
    elif part.startswith("docProps/"):
        properties = _Properties(found.rest)
        parser.StartElementHandler = properties.start
        parser.CharacterDataHandler = properties.words
    try:
        parser.ParseFile(xml)
    except expat.ExpatError as error:
        raise PapersError(
            f"{name}: its part {part} came out broken ({error}); a tag of the template stands where it cuts through "
            "a table or a list"
        ) from error
    if body.found is not found:
        found.rest += body.found.paragraphs


class _Properties:
    """The texts of the document's properties, without the times at which Word saved its template."""

    def __init__(self, rest: list[str]) -> None:
        self.rest = rest
        self.is_time = False

    def start(self, name: str, _: list[str]) -> None:
        self.is_time = name.startswith("dcterms:")

    def words(self, words: str) -> None:
        if not self.is_time:
            self.rest.append(words)


class _Body:
    """The main text while it goes by. Rows of nested tables count on their own, in the order in which they end."""

    def __init__(self, found: ReadBack) -> None:
        self.found = found
        self.words: list[str] = []
        self.rows: list[list[Cell]] = []
        self.before_text = False

    def start(self, name: str, attributes: list[str]) -> None:
        # Most elements of a document are none of these, and must cost as little as can be.
        if name not in _STARTS:
            return
        match name:
            case "w:p":
                self.words.clear()
                self.before_text = False
            case "w:tc":
                self.rows[-1].append(Cell())
                self.before_text = True
            case "w:shd" if self.before_text:  # later ones shade a paragraph or a run
                self.rows[-1][-1].fill = dict(zip(attributes[::2], attributes[1::2], strict=True)).get("w:fill", "")
            case "w:tr":
                self.rows.append([])
            case "w:br":
                self.words.append("\n")
            case "w:tab" if not attributes:  # one with attributes is a tab stop
                self.words.append("\t")

    def end(self, name: str) -> None:
        if name == "w:p":
            self.paragraph("".join(self.words))
        elif name == "w:tr":
            self.found.rows.append(self.rows.pop())
        elif name == "w:instrText" and self.words:  # what a field is to work out is no text
            self.words.pop()

    def paragraph(self, words: str) -> None:
        self.found.paragraphs.append(words)
        if self.rows and self.rows[-1]:
            cell = self.rows[-1][-1]
            cell.text = f"{cell.text}\n{words}" if cell.text else words


_STARTS = frozenset(("w:p", "w:tc", "w:shd", "w:tr", "w:br", "w:tab"))
