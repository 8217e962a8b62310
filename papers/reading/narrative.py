"""Marked blocks -> numbered sections, and the short texts of report.yaml."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from papers.findings import Findings, Parsed, Place
from papers.model.narrative import Narrative, Section
from papers.model.profile import Numbering
from papers.model.text import Block, ItemList, Paragraph, Table, Text, plain
from papers.reading.formats.markdown import Heading, Marked, parse_marked_text


def parse_narrative(blocks: Sequence[Marked], file: str, numbering: Numbering = "by_section") -> Parsed[Narrative]:
    """The sections of a narrative. `# Heading` opens one, `## Heading` is a subheading in it.

    Each paragraph is numbered by its section and its place in it ("2.1"), or continuously through all sections ("7");
    continuations, subheadings, lists and tables are not.

    Findings: NV001 text before the first heading, NV002 a heading of another level, NV003 a section or heading without
    words, NV004 a list or table that no paragraph introduces.
    """
    findings = Findings()
    sections: list[_Draft] = []
    for marked in blocks:
        at = Place(file, line=marked.line)
        match marked.block:
            case Heading(level=1, runs=runs):
                sections.append(_Draft(plain(runs).strip(), marked.line))
                if not plain(runs).strip():
                    findings.error("NV003", at, "this heading has no words", "write the heading after #, or delete it")
            case _ if not sections:
                findings.error(
                    "NV001", at, "this text stands before the first heading", 'start the narrative with "# Heading"'
                )
                sections.append(_Draft("", marked.line))
            case block:
                _add(block, at, sections[-1], findings)
    for section in sections:
        if not section.blocks and section.title:
            findings.warning(
                "NV003", Place(file, line=section.line), f'section "{section.title}" is empty', "write it, or delete it"
            )
    counted = itertools.count(1)
    return findings.parsed(
        Narrative(
            sections=tuple(
                section.finished(number, counted if numbering == "continuous" else None)
                for number, section in enumerate(sections, 1)
                if section.title
            )
        )
    )


def _add(block: Block | Heading, at: Place, section: _Draft, findings: Findings) -> None:
    """Put a block below the heading of its section."""
    match block:
        case Heading(level=2, runs=()):
            findings.error("NV003", at, "this heading has no words", "write the heading after ##, or delete it")
        case Heading(level=2, runs=runs):
            section.blocks.append(Paragraph(runs=runs, role="subheading"))
        case Heading(level=level):
            sentence = f"a heading of level {level} cannot stand here"
            findings.error("NV002", at, sentence, "use # for a section or ## inside one")
        case _:
            if isinstance(block, (ItemList, Table)) and not section.blocks:
                what = "list" if isinstance(block, ItemList) else "table"
                sentence = f"this {what} has no paragraph above it"
                findings.warning("NV004", at, sentence, f"introduce it in a sentence before the {what}")
            section.blocks.append(block)


def parse_text(words: str, place: Place) -> Parsed[Text]:
    """The text under one key of report.yaml: paragraphs and lists. Empty words are no blocks.

    Findings: as in formats/markdown.py, and NV005 a heading, quotation or table, which has no place in such a text.
    """
    marked = parse_marked_text(words, place)
    findings = Findings(list(marked.findings))
    blocks: list[Block] = []
    for block in (each.block for each in marked.value):
        if isinstance(block, (Paragraph, ItemList)):
            blocks.append(block.model_copy(update={"role": "text"}) if isinstance(block, Paragraph) else block)
            continue
        what = "a heading" if isinstance(block, Heading) else "a table"
        findings.error("NV005", place, f"{what} cannot stand in this text", "put it into the narrative")
    return findings.parsed(Text(blocks=tuple(blocks)))


class _Draft:
    """A section while it is being read."""

    def __init__(self, title: str, line: int) -> None:
        self.title = title
        self.line = line
        self.blocks: list[Block] = []

    def finished(self, number: int, going_on: Iterator[int] | None) -> Section:
        """The section under its number, its paragraphs numbered: afresh, or `going_on` from the section before."""
        blocks: list[Block] = []
        afresh = itertools.count(1)
        for block in self.blocks:
            if isinstance(block, Paragraph) and block.role == "text":
                counted = f"{next(going_on)}" if going_on else f"{number}.{next(afresh)}"
                blocks.append(block.model_copy(update={"role": "numbered", "number": counted}))
            else:
                blocks.append(block)
        return Section(number=number, title=self.title, text=Text(blocks=tuple(blocks)), line=self.line)
