"""The sentences of a report and its narrative, each with its place and what stands around it."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from papers import wording
from papers.checks.prose.words import tokens, word_set
from papers.findings import Place
from papers.model.narrative import Section
from papers.model.paper import Paper
from papers.model.passage import Passage, typed
from papers.model.text import Paragraph, plain

# How what the starter left to be written begins.
HINT = re.compile(r"\[To (?:write|choose|set)\b")
_LINK = re.compile(r"\]\([^()\s]{0,2000}\)")
_ADDRESS = re.compile(r"(?:https?://|www\.|mailto:)\S{0,2000}")
_ITEM = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])[ \t]+")
_END = re.compile(r"[.!?][\"'”’)\]]*(?= )")
# A full stop after one of these ends no sentence.
_ABBREVIATIONS = word_set(
    """e.g i.e eg ie no nos approx cllr dr mr mrs ms prof st para paras s ss sch reg regs app fig vs etc ref c ca cf
    dept ext inc incl jan feb mar apr jun jul aug sept sep oct nov dec p pp"""
)
# What stands later in a sentence is not read for what it claims: nobody writes so long a one.
_MOST_TOKENS = 300
_QUOTED = 120


@dataclass(frozen=True)
class Sentence:
    """One sentence, on one line and without the signs of Markdown and the addresses of links.

    before      the sentence before it in the same paragraph; None for the first
    headings    the section's title and the subheading that it stands under; "" for none
    in_list     whether it is, or is in, an item of a list or a cell of a table
    """

    place: Place
    words: str
    before: Sentence | None = None
    headings: str = ""
    in_list: bool = False

    @cached_property
    def tokens(self) -> list[str]:
        """Its words in lower case, numbers and punctuation, one by one; a hyphen inside a word parts it in two."""
        return tokens(self.words[: 20 * _MOST_TOKENS])[:_MOST_TOKENS]

    @cached_property
    def quoted(self) -> str:
        """The sentence in quotes, shortened, as findings give it."""
        return f'"{wording.shortened(self.words[: 2 * _QUOTED], _QUOTED)}"'


def sentences(paper: Paper) -> tuple[Sentence, ...]:
    """Every sentence of report.yaml and narrative.md, in the order of the files; none of the plan's.

    A passage with a hint of the starter still in it ("[To write: ...]", TX001) is not finished, and is left out.
    """
    return _sentences(paper.written, paper.narrative.sections)


# Many rules read the same sentences; taking them apart again for each would take most of their time.
@functools.lru_cache(maxsize=1)
def _sentences(written: tuple[Passage, ...], sections: tuple[Section, ...]) -> tuple[Sentence, ...]:
    return tuple(_of_passages(written, {section.line: section for section in sections}))


def _of_passages(written: Iterable[Passage], sections: Mapping[int, Section]) -> Iterator[Sentence]:
    section: Section | None = None
    subheadings: frozenset[str] = frozenset()
    subheading = ""
    for passage in (passage for passage in written if not HINT.search(passage.words)):
        if passage.place.key:
            yield from _of_passage(passage, "")
            continue
        if passage.place.line in sections:
            section = sections[passage.place.line]
            subheading, subheadings = "", _subheadings(section)
        elif passage.words in subheadings:
            subheading = passage.words
        yield from _of_passage(passage, f"{section.title}\n{subheading}".strip() if section else "")


def _subheadings(section: Section) -> frozenset[str]:
    return frozenset(
        plain(block.runs)
        for block in section.text.blocks
        if isinstance(block, Paragraph) and block.role == "subheading"
    )


def _of_passage(passage: Passage, headings: str) -> Iterator[Sentence]:
    pieces = list(_pieces(passage))
    for words, is_item in pieces:
        before: Sentence | None = None
        for sentence in _split(words):
            before = Sentence(passage.place, sentence, before, headings, is_item or len(pieces) > 1)
            yield before


def _pieces(passage: Passage) -> Iterator[tuple[str, bool]]:
    """The paragraphs, items and cells of a passage, each on one line, and whether it is an item.

    A line of the narrative is one of these; in report.yaml a paragraph may be broken anywhere.
    """
    words = typed(_without_comments(passage.words)).replace("\r\n", "\n").replace("\r", "\n")
    lines: list[str] = []
    is_item = False
    for line in words.split("\n"):
        starts_item = _ITEM.match(line)
        if lines and (starts_item or not line.strip() or not passage.place.key):
            yield one_line(" ".join(lines)), is_item
            lines, is_item = [], False
        if line.strip():
            is_item = is_item or bool(starts_item)
            lines.append(line[starts_item.end() :] if starts_item else line)
    if lines:
        yield one_line(" ".join(lines)), is_item


def _without_comments(words: str) -> str:
    kept, at = [], 0
    while (start := words.find("<!--", at)) >= 0 and (end := words.find("-->", start)) >= 0:
        kept.append(words[at:start])
        at = end + len("-->")
    return "".join([*kept, words[at:]])


def one_line(words: str) -> str:
    """`words` on one line, without the signs of Markdown and the addresses of links."""
    bare = _ADDRESS.sub("", _LINK.sub("]", words)).replace("*", "").replace("[", "").replace("]", "")
    return " ".join(bare.split())


def _split(words: str) -> Iterator[str]:
    """The sentences of a text on one line."""
    start = 0
    for found in _END.finditer(words):
        after = words[found.end() + 1 : found.end() + 2]
        if after.islower() or _is_abbreviation(words, start, found.start()):
            continue
        yield words[start : found.end()]
        start = found.end() + 1
    if words[start:].strip():
        yield words[start:]


def _is_abbreviation(words: str, start: int, stop: int) -> bool:
    """Whether the full stop at `stop` follows an abbreviation, or the initial of a name."""
    if words[stop] != ".":
        return False
    last = words[max(start, stop - 12) : stop].rpartition(" ")[2].lstrip("(").casefold()
    return last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i")
