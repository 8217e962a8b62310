"""Text that people wrote, as blocks of runs. It knows what is bold, never how bold looks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Literal

from papers.findings import Place
from papers.model.base import Model


class Run(Model):
    """A stretch of text of one kind. "\\n" is a line break in the paragraph.

    link        "" or a web or mail address
    target      "" or what it refers to in the paper: "#triage-car", "action:3.2", "appendix:1"
    shows       what of its target the text is: "number" or "words" of it, "" for words of the author's own
    where       where a reference stands that is still to be resolved; None for all else
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    target: str = ""
    shows: Literal["", "number", "words"] = ""
    where: Place | None = None


Runs = tuple[Run, ...]


def plain(runs: Runs) -> str:
    """The words of `runs`, without their emphasis."""
    return "".join(run.text for run in runs)


class Paragraph(Model):
    """One paragraph.

    `role` says what it is to its document: "text" in a block of the report; in the narrative "numbered" (with its
    `number`, "2.1", as Word will count it), "continuation" without a number, or "subheading". `anchor` is what
    references to it call it, "#triage-car"; "" for one that is not referred to.
    """

    runs: Runs
    role: Literal["text", "numbered", "continuation", "subheading"] = "text"
    number: str = ""
    anchor: str = ""

    def lines(self) -> Iterator[Runs]:
        """Its runs, as one paragraph."""
        yield self.runs

    def paragraphs(self) -> Iterator[str]:
        """Its words, as one paragraph."""
        return map(plain, self.lines())


class Title(str):
    """The words of a heading or an entry that is referred to; `anchor` is what references to it call it."""

    anchor: str

    def __new__(cls, words: str, anchor: str) -> Title:
        """`words`, known as `anchor`."""
        title = super().__new__(cls, words)
        title.anchor = anchor
        return title


class ListItem(Model):
    """One item; `level` counts from 0 for the outermost list. A `continued` one goes on after a list within it."""

    runs: Runs
    level: int = 0
    ordered: bool = False
    continued: bool = False


class ItemList(Model):
    """A list with its nested lists, in reading order. An ordered list starts at `start` and is numbered afresh."""

    items: tuple[ListItem, ...]
    start: int = 1

    def lines(self) -> Iterator[Runs]:
        """The runs of each item."""
        return (item.runs for item in self.items)

    def paragraphs(self) -> Iterator[str]:
        """The words of each item."""
        return map(plain, self.lines())


class Table(Model):
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Runs, ...]
    rows: tuple[tuple[Runs, ...], ...]

    def lines(self) -> Iterator[Runs]:
        """The runs of each cell, row by row."""
        return chain(self.header, *self.rows)

    def paragraphs(self) -> Iterator[str]:
        """The words of each cell that has any, row by row."""
        return filter(None, map(plain, self.lines()))


Block = Paragraph | ItemList | Table


class Text(Model):
    """What an author wrote under one key or heading: blocks in order. Nothing written is no blocks, and is false."""

    blocks: tuple[Block, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.blocks)

    def lines(self) -> Iterator[Runs]:
        """The runs of each paragraph, list item or table cell."""
        return chain.from_iterable(block.lines() for block in self.blocks)

    def paragraphs(self) -> Iterator[str]:
        """The words, one string a paragraph, list item or table cell."""
        return chain.from_iterable(block.paragraphs() for block in self.blocks)

    def __str__(self) -> str:
        """The words alone, a line a paragraph."""
        return "\n".join(self.paragraphs())
