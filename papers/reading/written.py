"""What an author wrote in report.yaml and narrative.md, piece by piece, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from papers.findings import Place
from papers.model.passage import Passage
from papers.model.text import Block, ItemList, Paragraph, Run, Table, plain
from papers.reading.formats.markdown import Heading, Marked
from papers.reading.located import Items, Keys, Node, Scalar

# Keys that say how a paper is made, and are not printed. The plan's position date is.
_NOT_PRINTED = ("council", "acknowledge", "action_plan.workbook", "action_plan.sheets", "action_plan.previous")


def report_passages(keys: Keys) -> Iterator[Passage]:
    """The words under each key that can be printed, in the order of the file, where the key stands."""
    for passage in _words(keys, keys.place):
        if not any(f"{passage.place.key}.".startswith((f"{key}.", f"{key}[")) for key in _NOT_PRINTED):
            yield passage


def _words(node: Node, place: Place) -> Iterator[Passage]:
    match node:
        case Scalar():
            if node.words.strip():
                yield Passage(place if place.key else node.place, node.words)
        case Items():
            for item in node.items:
                yield from _words(item, item.place)
        case Keys():
            for key, below in node.entries.items():
                yield from _words(below, node.places.get(key, below.place))


def narrative_passages(blocks: Iterable[Marked], file: str) -> Iterator[Passage]:
    """The words of each block at its line, with the addresses of its links."""
    for marked in blocks:
        words = "\n".join(filter(None, _block_words(marked.block)))
        if words:
            yield Passage(Place(file, line=marked.line), words)


def _block_words(block: Block | Heading) -> Iterator[str]:
    for runs in _all_runs(block):
        yield plain(runs)
        yield from (run.link for run in runs if run.link)


def _all_runs(block: Block | Heading) -> Iterator[tuple[Run, ...]]:
    match block:
        case Paragraph() | Heading():
            yield block.runs
        case ItemList():
            yield from (item.runs for item in block.items)
        case Table():
            yield from block.header
            for row in block.rows:
                yield from row
