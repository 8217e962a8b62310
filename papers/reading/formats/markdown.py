"""CommonMark with tables -> blocks of text, each with its line. It knows markdown-it; not what a section is."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from papers import wording
from papers.findings import Findings, Parsed, Place
from papers.model.text import Block, ItemList, ListItem, Paragraph, Run, Runs, Table
from papers.reading.format import Format, utf8_text
from papers.reading.inline import Inside

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, of level 1 to 6; `anchor` is what references to it call it, "" for nothing."""

    level: int
    runs: Runs
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Marked:
    """A block and the line it starts in, counted from 1."""

    block: Block | Heading
    line: int


def parse_markdown(content: bytes, file: str) -> Parsed[tuple[Marked, ...]]:
    """The blocks of a Markdown file, in order; an empty file has none. A quotation is a continuation paragraph.

    Findings: MD001 not UTF-8 text, MD002 something that a report cannot hold (a picture, program code, a rule, a
    list in a quotation), MD003 a link to anything but a web or mail address or a place in the paper, MD004 (a note) a
    comment left out, MD005 a table row with more cells than the header, MD006 a comment that is never closed, MD007 (a
    warning) a list of one item with a number of its own, MD008 a link to the web without words, MD009 a name {#...}
    that is none, or that stands elsewhere than at the end of a heading or a paragraph.
    """
    findings = Findings()
    text = utf8_text(content, file, "MD001", findings)
    return findings.parsed(()) if text is None else parse_marked_text(text, Place(file))


def parse_marked_text(text: str, place: Place) -> Parsed[tuple[Marked, ...]]:
    """The same for words that came from elsewhere; findings name `place`, with the line where it is a whole file."""
    findings = Findings()
    text = wording.printable(text)
    # Beyond the last end of a comment none is looked for: each that is never closed would be followed to the end.
    end = text.rfind("-->") + len("-->")
    for comment in _COMMENT.finditer(text, 0, end):
        where = _at(place, text.count("\n", 0, comment.start()) + 1)
        findings.note("MD004", where, "a comment <!-- --> is not published")
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text[:end]) + text[end:]
    if "<!--" in text:
        where = _at(place, text.count("\n", 0, text.rfind("<!--")) + 1)
        findings.error("MD006", where, "a comment is opened here and never closed", "close it with -->, or delete it")
    walk = _Walk(_parser().parse(text), text.split("\n"), findings, place)
    return findings.parsed(tuple(walk.blocks()))


def _at(place: Place, line: int) -> Place:
    """A line of a whole file; words that came from elsewhere are all at their own place."""
    return place if place.line else Place(place.file, line=line)


@functools.cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    # Raw HTML is text like any other; a line indented by four spaces is an officer's indentation, not program code.
    # "[Note]: words" would be taken for the target of a link, and vanish; so would a list twenty levels deep.
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": 200}).enable("table")
    markdown.disable(["html_block", "html_inline", "code", "reference"])
    # A bad link is refused by a finding; the parser would print it as it is typed, and say nothing.
    markdown.validateLink = lambda url: True  # type: ignore[method-assign]
    markdown.inline.ruler.before("escape", "name", _name)
    return markdown


_NAMED = re.compile(r"\{#([^\s{}][^{}\n]*)\}")


def _name(state: StateInline, silent: bool) -> bool:
    """A rule of the parser: `{#triage-car}` is a token of its own, so that no _ in it is taken for emphasis."""
    found = _NAMED.match(state.src, state.pos)
    if found is None:
        return False
    if not silent:
        state.push("name", "", 0).content = found[1]
    state.pos = found.end()
    return True


_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


_NAMES = {
    "fence": "program code",
    "hr": "a rule (---)",
    "blockquote_open": "a quotation (>)",
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
    "table_open": "a table",
    "heading_open": "a heading",
}


class _Walk:
    """One pass over markdown-it's flat list of tokens."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[str], findings: Findings, place: Place) -> None:
        self.tokens = tokens
        self.lines = lines
        self.at = 0
        self.findings = findings
        self.place = place

    def blocks(self) -> Iterator[Marked]:
        while self.at < len(self.tokens):
            token = self.next()
            line = self.line(token)
            match token.type:
                case "heading_open":
                    words = self.inside()
                    anchor = words.taken_name()
                    yield Marked(Heading(int(token.tag[1:]), words.runs(), anchor), line)
                    self.next()
                case "paragraph_open":
                    yield from self.paragraph(line)
                case "blockquote_open":
                    yield from self.quotation()
                case "bullet_list_open" | "ordered_list_open":
                    start = int(token.attrGet("start") or 1)
                    items = tuple(self.items(token, 0))
                    if start > 1 and len(items) == 1:
                        sentence = f"a list of one item starts here at {start}; a sentence loses its number so"
                        self.findings.warning("MD007", self.where(line), sentence, f"for a sentence, write {start}\\.")
                    if items:
                        yield Marked(ItemList(items=items, start=start), line)
                case "table_open":
                    yield Marked(self.table(), line)
                case _:
                    self.refuse(token)

    def next(self) -> Token:
        token = self.tokens[self.at]
        self.at += 1
        return token

    def line(self, token: Token) -> int:
        return token.map[0] + 1 if token.map else 0

    def where(self, line: int) -> Place:
        return _at(self.place, line)

    def refuse(self, token: Token, sentence: str = "", remedy: str = "write it as text") -> None:
        """Say that a block has no place here, and pass over all of it."""
        self.findings.error(
            "MD002", self.where(self.line(token)), sentence or f"{_NAMES[token.type]} cannot stand here", remedy
        )
        if token.nesting == 1:
            closing = token.type.replace("_open", "_close")
            while (inner := self.next()).type != closing or inner.level != token.level:
                pass

    def paragraph(self, line: int, role: Literal["text", "continuation"] = "text") -> Iterator[Marked]:
        """The paragraph that is open; none where it has no words."""
        words = self.inside()
        anchor = words.taken_name()
        if runs := words.runs():
            yield Marked(Paragraph(runs=runs, role=role, anchor=anchor), line)
        self.next()

    def quotation(self) -> Iterator[Marked]:
        while (token := self.next()).type != "blockquote_close":
            if token.type == "paragraph_open":
                yield from self.paragraph(self.line(token), "continuation")
            else:
                remedy = "leave the > out before lists, tables and headings"
                self.refuse(token, "only paragraphs can stand after >", remedy)

    def items(self, opening: Token, level: int) -> Iterator[ListItem]:
        closing = opening.type.replace("_open", "_close")
        ordered = opening.type.startswith("ordered")
        while (token := self.next()).type != closing:
            if token.type == "list_item_open":
                yield from self.item(level, ordered)

    def item(self, level: int, ordered: bool) -> Iterator[ListItem]:
        runs: list[Run] = []
        below: list[ListItem] = []
        while (token := self.next()).type != "list_item_close":
            match token.type:
                case "paragraph_open" if below:
                    below.append(ListItem(runs=self.inline(), level=min(level, 2), continued=True))
                    self.next()
                case "paragraph_open":
                    runs += ([Run(text="\n")] if runs else []) + list(self.inline())
                    self.next()
                case "bullet_list_open" | "ordered_list_open":
                    below += self.items(token, level + 1)
                case _:
                    self.refuse(token)
        if runs:
            yield ListItem(runs=tuple(runs), level=min(level, 2), ordered=ordered)
        yield from below

    def table(self) -> Table:
        rows: list[list[Runs]] = []
        while (token := self.next()).type != "table_close":
            if token.type == "tr_open":
                self.say_lost_cells(token, len(rows[0]) if rows else 0)
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(self.inline())
        return Table(header=tuple(rows[0]), rows=tuple(tuple(row) for row in rows[1:]))

    def say_lost_cells(self, row: Token, columns: int) -> None:
        """MD005 for a row with more cells than the header: Markdown drops them without a word."""
        line = self.line(row)
        cells = re.split(r"(?<!\\)\|", self.lines[line - 1].strip(" >|"))
        if columns and len(cells) > columns:
            sentence = f"this row has {len(cells)} cells, the header {columns}"
            self.findings.error("MD005", self.where(line), sentence, "add a heading, or write \\| for a bar in a text")

    def inside(self) -> Inside:
        token = self.next()
        return Inside(token.children or (), self.where(self.line(token)), self.findings)

    def inline(self) -> Runs:
        return self.inside().runs()


FORMAT = Format("text", (".md", ".markdown"), parse_markdown)
