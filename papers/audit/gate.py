"""The gate of a build: what a document must hold is in it, and nothing that went wrong on the way is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import chain

from papers import wording
from papers.audit.readback import Cell, ReadBack, read_back
from papers.model.promise import ActionRow, CountRow, Promise

_TAGS = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\{%", re.DOTALL)
_SLIPS = re.compile(
    r"\bNone\b|\bUndefined\b|\bnan\b|\b\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?\b|<[^>]* object at 0x\w+>"
)


def vanished(content: bytes, name: str, promise: Promise, written: Callable[[], str]) -> list[str]:
    """What is wrong with the document in `content`, a sentence each; [] lets it pass.

    `written` gives every word that people wrote for this paper: their own "None" or "{{" is theirs to print. It is
    asked only where such a word is found. Raises PapersError where the document cannot even be read back.
    """
    found = read_back(content, name)
    problems = chain(
        _missing_words(found, promise),
        _wrong_rows(found, promise.actions),
        _missing_counts(found, promise.counts),
        _slips(found, written),
    )
    return [f"{name}: {problem}" for problem in problems]


def _folded(words: str) -> str:
    return " ".join(words.split())


def _missing_words(found: ReadBack, promise: Promise) -> Iterator[str]:
    """Words that stand in no paragraph. Spaces and line breaks count alike."""
    if not promise.words:
        return
    paragraphs = [_folded(words) for words in found.paragraphs]
    whole, running = set(paragraphs), "\n".join(paragraphs)
    for what, words in promise.words:
        wanted = _folded(words)
        if wanted and wanted not in whole and wanted not in running:
            yield f"{what} is missing"


def _wrong_rows(found: ReadBack, promised: tuple[ActionRow, ...]) -> Iterator[str]:
    """Actions that stand in no row, in several, or in one with another status.

    A row's Ref is the first of its cells that is one; a row without a filled cell is no action's.
    """
    if not promised:
        return
    by_ref = {row.ref: row for row in promised}
    times = dict.fromkeys(by_ref, 0)
    for cells in found.rows:
        filled = [cell for cell in cells if cell.fill]
        ref = next((cell.text for cell in cells if cell.text in by_ref), None) if filled else None
        if ref is None:
            continue
        times[ref] += 1
        wanted = by_ref[ref]
        if not any(cell.fill == wanted.fill and cell.text.startswith(wanted.colour) for cell in filled):
            yield f'action {ref} does not show its status "{wanted.colour}" in the colour {wanted.fill}'
    for ref, count in times.items():
        if count != 1:
            yield f"action {ref} is missing" if not count else f"action {ref} stands there {count} times"


def _missing_counts(found: ReadBack, promised: tuple[CountRow, ...]) -> Iterator[str]:
    for row in promised:
        if not any(_counts(cells, row) for cells in found.rows):
            yield f'there is no row for "{row.name}" with the count {row.count}'


def _counts(cells: list[Cell], row: CountRow) -> bool:
    names = [c for c in cells if (c.text == row.name or c.text.startswith(f"{row.name}:")) and row.fill in ("", c.fill)]
    return bool(names) and any(cell.text == row.count for cell in cells)


def _slips(found: ReadBack, written: Callable[[], str]) -> Iterator[str]:
    """Tags left over, and what programs print for nothing: unless an author wrote them."""
    running = "\n".join(chain(found.paragraphs, found.rest))
    for pattern, sentence in ((_TAGS, "the tag {} was left over"), (_SLIPS, "{} was printed")):
        slips = set(pattern.findall(running))
        if slips:
            theirs = _folded(written())
            for slip in sorted(slip for slip in slips if _folded(slip) not in theirs):
                yield sentence.format(f'"{wording.shortened(slip)}"')
