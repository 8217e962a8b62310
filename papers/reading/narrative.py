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
    words, NV004 a list or table that no paragraph introduces, NV007 a name that is given twice, NV010 a reference in
    the heading of a section.
    """
    findings = Findings()
    sections: list[_Draft] = []
    _say_names_twice(blocks, file, findings)
    for marked in blocks:
        at = Place(file, line=marked.line)
        match marked.block:
            case Heading(level=1) as heading:
                sections.append(_opened(heading, at, findings))
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


def _opened(heading: Heading, at: Place, findings: Findings) -> _Draft:
    """The section that a heading opens."""
    title = plain(heading.runs).strip()
    if any(run.shows for run in heading.runs):
        sentence = "the heading of a section cannot hold a reference"
        findings.error("NV010", at, sentence, "write it in the text below")
    elif not title:
        findings.error("NV003", at, "this heading has no words", "write the heading after #, or delete it")
    return _Draft(title, at.line, heading.anchor)


def _say_names_twice(blocks: Sequence[Marked], file: str, findings: Findings) -> None:
    """NV007 for every name but the first of its kind."""
    lines: dict[str, int] = {}
    for marked in blocks:
        anchor = "" if isinstance(marked.block, (ItemList, Table)) else marked.block.anchor
        if anchor and (first := lines.setdefault(anchor, marked.line)) != marked.line:
            sentence = f"the name {{{anchor}}} is given here and in line {first}"
            findings.error("NV007", Place(file, line=marked.line), sentence, "give one of the two another name")


def _add(block: Block | Heading, at: Place, section: _Draft, findings: Findings) -> None:
    """Put a block below the heading of its section."""
    match block:
        case Heading(level=2, runs=()):
            findings.error("NV003", at, "this heading has no words", "write the heading after ##, or delete it")
        case Heading(level=2, runs=runs, anchor=anchor):
            section.blocks.append(Paragraph(runs=runs, role="subheading", anchor=anchor))
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

    Findings: as in formats/markdown.py, NV005 a heading, quotation or table, which has no place in such a text, and
    NV010 a name, which only places of the narrative can have.
    """
    marked = parse_marked_text(words, place)
    findings = Findings(list(marked.findings))
    blocks: list[Block] = []
    for block in (each.block for each in marked.value):
        if isinstance(block, (Paragraph, ItemList)):
            if isinstance(block, Paragraph) and block.anchor:
                sentence = f"the name {{{block.anchor}}} cannot stand here"
                findings.error("NV010", place, sentence, "only headings and paragraphs of the narrative have names")
            blocks.append(block.model_copy(update={"role": "text"}) if isinstance(block, Paragraph) else block)
            continue
        what = "a heading" if isinstance(block, Heading) else "a table"
        findings.error("NV005", place, f"{what} cannot stand in this text", "put it into the narrative")
    return findings.parsed(Text(blocks=tuple(blocks)))


class _Draft:
    """A section while it is being read."""

    def __init__(self, title: str, line: int, anchor: str = "") -> None:
        self.title = title
        self.line = line
        self.anchor = anchor
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
        text = Text(blocks=tuple(blocks))
        return Section(number=number, title=self.title, text=text, line=self.line, anchor=self.anchor)
