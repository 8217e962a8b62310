"""What an author wrote in report.yaml and narrative.md, piece by piece, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from papers.findings import Place
from papers.model.passage import Passage
from papers.model.text import Block
from papers.reading.formats.markdown import Heading, Marked
from papers.reading.located import Items, Keys, Node, Scalar
from papers.reading.targets import with_numbers

_NOTHING: Mapping[str, str] = MappingProxyType({})
# Keys that say how a paper is made, and are not printed. The plan's position date is.
_NOT_PRINTED = (
    "council", "acknowledge", "action_plan.workbook", "action_plan.sheets", "action_plan.previous",
    "action_plan.renumbered",
)  # fmt: skip


def report_passages(keys: Keys, printed: Mapping[str, str] = _NOTHING) -> Iterator[Passage]:
    """The words under each key that can be printed, in the order of the file, where the key stands.

    References stand in them as what is `printed` for their targets.
    """
    for passage in _words(keys, keys.place):
        if not any(f"{passage.place.key}.".startswith((f"{key}.", f"{key}[")) for key in _NOT_PRINTED):
            yield Passage(passage.place, with_numbers(passage.words, printed))


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


def narrative_passages(blocks: Iterable[Marked], file: str, printed: Mapping[str, str] = _NOTHING) -> Iterator[Passage]:
    """The words of each block at its line, with the addresses of its links, and what is `printed` for references."""
    for marked in blocks:
        words = "\n".join(filter(None, _block_words(marked.block, printed)))
        if words:
            yield Passage(Place(file, line=marked.line), words)


def _block_words(block: Block | Heading, printed: Mapping[str, str]) -> Iterator[str]:
    for runs in (block.runs,) if isinstance(block, Heading) else block.lines():
        yield "".join(printed.get(run.target, "") if run.shows else run.text for run in runs)
        yield from (run.link for run in runs if run.link)
