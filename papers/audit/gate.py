"""The gate of a build: what a document must hold is in it, and nothing that went wrong on the way is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice

from papers import wording
from papers.audit.readback import Cell, ReadBack, read_back
from papers.model.promise import ActionRow, CountRow, Promise

# What programs print for nothing, and tags left over. Each pattern comes after one that is quick to look for, as most
# documents hold none of them and a plan may have ten thousand rows.
_SLIPS = tuple(
    (re.compile(quick), re.compile(pattern))
    for quick, pattern in (
        ("None", r"\bNone\b"),
        ("Undefined", r"\bUndefined\b"),
        ("nan", r"\bnan\b"),
        (r"-\d\d-\d\d[ T]\d\d:\d\d", r"\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\b"),
        (" object at 0x", r"<[^<>]* object at 0x\w+>"),
        (r"\{[{%#]|[}%#]\}", r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{[{%#]|[}%#]\}"),
    )
)


_MARKS = re.compile(r"\{[{%#]|[}%#]\}")


def vanished(content: bytes, name: str, promise: Promise, written: Callable[[], str]) -> list[str]:
    """What is wrong with the document in `content`, a sentence each; [] lets it pass.

    `written` gives every word that people wrote for this paper: their own "None" or "{{" is theirs to print. It is
    asked only where such a word is found. Raises PapersError where the document cannot even be read back.
    """
    return [f"{name}: {problem}" for problem in lost(read_back(content, name), promise, written)]


def lost(found: ReadBack, promise: Promise, written: Callable[[], str]) -> Iterator[str]:
    """What of a promise is not there, and what should not be, in whatever kind of document was read back."""
    return chain(
        _missing_words(found, promise),
        _wrong_rows(found, promise.actions),
        _missing_counts(found, promise.counts),
        _slips(found, written),
    )


def _folded(words: str) -> str:
    return " ".join(words.split())


# Shorter words than these stand by chance in some other sentence.
_LONG = 40


def _missing_words(found: ReadBack, promise: Promise) -> Iterator[str]:
    """Words that are no paragraph's. A template may put a number or a label before them, and a mark behind.

    Spaces and line breaks count alike. Long words may also stand inside a paragraph.
    """
    if not promise.words:
        return
    paragraphs = [_folded(words).rstrip(".:;, ") for words in found.paragraphs]
    whole, running = set(paragraphs), "\n".join(paragraphs)
    for what, words in promise.words:
        wanted = _folded(words).rstrip(".:;, ")
        if not wanted or wanted in whole or (len(wanted) >= _LONG and wanted in running):
            continue
        if not any(paragraph.endswith(f" {wanted}") for paragraph in paragraphs):
            yield f"{what} is missing"


def _wrong_rows(found: ReadBack, promised: tuple[ActionRow, ...]) -> Iterator[str]:
    """Actions that stand in no row, in several, or in one with another status.

    A template makes all rows of actions alike: they have the same number of cells, and the Ref in the same one.
    """
    if not promised:
        return
    by_ref = {row.ref: row for row in promised}
    shapes: dict[tuple[int, int], list[tuple[str, list[Cell]]]] = {}
    for cells in found.rows:
        for at, cell in enumerate(cells):
            if cell.text in by_ref and any(other.fill for other in cells):
                shapes.setdefault((len(cells), at), []).append((cell.text, cells))
    rows = max(shapes.values(), key=lambda rows: _likeness(rows, by_ref), default=[])
    for ref, cells in rows:
        said = "\n".join([cell.text for cell in cells])
        for what, words in by_ref[ref].words:
            if words not in said and _folded(words) not in _folded(said):
                yield f"the {what} of action {ref} is missing"
        yield from wrong_status(cells, by_ref[ref])
    yield from not_once(by_ref, Counter(ref for ref, _ in rows))


def not_once(refs: Iterable[str], times: Counter[str]) -> Iterator[str]:
    """Actions that do not stand there just once, given how often each does."""
    for ref in refs:
        if times[ref] != 1:
            yield f"action {ref} stands there {times[ref]} times" if times[ref] else f"action {ref} is missing"


def _likeness(rows: list[tuple[str, list[Cell]]], by_ref: Mapping[str, ActionRow]) -> tuple[int, int, int]:
    """How much like the plan some rows are: the actions among them, those with their status, the number of cells."""
    return (
        len({ref for ref, _ in rows}),
        sum(_shows(cells, by_ref[ref]) for ref, cells in rows),
        len(rows[0][1]),
    )


def wrong_status(cells: Sequence[Cell], wanted: ActionRow) -> Iterator[str]:
    """What is wrong with the status in a row: none of its cells has the word and the colour of it."""
    if not _shows(cells, wanted):
        yield f'action {wanted.ref} does not show its status "{wanted.colour}" in the colour {wanted.fill}'


def _shows(cells: Sequence[Cell], wanted: ActionRow) -> bool:
    return any(cell.fill == wanted.fill and cell.text.startswith(wanted.colour) for cell in cells)


def _missing_counts(found: ReadBack, promised: tuple[CountRow, ...]) -> Iterator[str]:
    for row in promised:
        if not any(_counts(cells, row) for cells in found.rows):
            yield f'there is no row for "{row.name}" with the count {row.count}'


def _counts(cells: list[Cell], row: CountRow) -> bool:
    names = [c for c in cells if (c.text == row.name or c.text.startswith(f"{row.name}:")) and row.fill in ("", c.fill)]
    return bool(names) and any(cell.text == row.count for cell in cells)


def _slips(found: ReadBack, written: Callable[[], str]) -> Iterator[str]:
    """Tags left over, and what programs print for nothing: unless an author wrote the very same."""
    slips: dict[re.Pattern[str], set[str]] = {pattern: set() for _, pattern in _SLIPS}
    texts = chain(found.paragraphs, found.rest)
    while running := "\n".join(islice(texts, 5_000)):  # a large plan's words at once would be a good part of its memory
        for quick, pattern in _SLIPS:
            if quick.search(running):
                slips[pattern].update(pattern.findall(running))
    for pattern, met in slips.items():
        theirs = written() if met else ""
        for slip in sorted(met - set(pattern.findall(theirs))):
            # Marks from two texts of an author's may stand in one paragraph and look like a tag.
            if _MARKS.search(slip) and all(mark in theirs for mark in _MARKS.findall(slip)):
                continue
            yield f'"{wording.shortened(slip)}" was left over or printed by mistake'
