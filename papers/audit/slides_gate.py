"""The gate for presentations: what a briefing must hold is in it, and nothing that went wrong on the way is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

from papers import wording
from papers.audit.gate import lost, not_once, wrong_status
from papers.audit.readback import Cell, ReadBack
from papers.audit.slides_readback import Shown, Slide, read_slides
from papers.model.promise import ActionRow, Promise

Rows = list[list[Cell]]
# In words.
_LONGEST_REF = 6


def vanished_from_slides(content: bytes, name: str, promise: Promise, written: Callable[[], str]) -> list[str]:
    """What is wrong with the presentation in `content`, a sentence each; [] lets it pass. As `vanished` for Word.

    A row that goes on on the next slide counts once. Raises PapersError where it cannot even be read back.
    """
    shown = read_slides(content, name)
    found = ReadBack(
        paragraphs=[words for slide in shown.slides for words in slide.paragraphs] + list(_run_on(shown)),
        rows=[
            row for slide in shown.slides for row in (*_bars(slide), *(row for table in slide.tables for row in table))
        ],
        rest=[*(words for slide in shown.slides for words in slide.rest), *shown.properties],
    )
    others = Promise(words=promise.words, counts=promise.counts)
    problems = (*lost(found, others, written), *_wrong_rows(shown, promise.actions), *_wrong_slides(shown))
    return [f"{name}: {problem}" for problem in problems]


def _run_on(shown: Shown) -> Iterator[str]:
    """The words of each box of text over all slides: a paragraph that was cut stands there in one piece."""
    boxes: dict[str, list[str]] = {}
    for slide in shown.slides:
        for name, words in slide.boxes.items():
            boxes.setdefault(name, []).extend(words)
    return (" ".join(words) for words in boxes.values())


def _bars(slide: Slide) -> Iterator[list[Cell]]:
    """The bars of charts as rows that count, the number in the house style."""
    for name, number in slide.bars:
        yield [name, Cell(wording.count(int(number)) if number.isdecimal() else number)]


def _wrong_slides(shown: Shown) -> Iterator[str]:
    """Slides that people who do not see them cannot tell apart, or pictures that they are told nothing of."""
    titles = Counter(slide.title for slide in shown.slides)
    for slide in shown.slides:
        if not slide.title:
            yield f"slide {slide.number} has no title"
        elif titles[slide.title] > 1:
            yield f'slide {slide.number} has the same title as another, "{wording.shortened(slide.title)}"'
        yield from (f'slide {slide.number} has no description of "{name}"' for name in slide.undescribed)


def _wrong_rows(shown: Shown, promised: Sequence[ActionRow]) -> Iterator[str]:
    """Actions that stand in no row, in several, or in one without their words or status."""
    if not promised:
        return
    by_ref = {row.ref: row for row in promised}
    read = [_actions(tables, by_ref) for tables in _by_heading(shown).values()]
    rows = max(read, key=lambda rows: (len({ref for ref, _ in rows}), _likeness(rows, by_ref)), default=[])
    for ref, cells in rows:
        yield from _wrong_row(cells, by_ref[ref])
    yield from not_once(by_ref, Counter(ref for ref, _ in rows))


def _by_heading(shown: Shown) -> dict[tuple[str, ...], list[Rows]]:
    """The tables with the same headings, without these, in the order of the slides: one table that was split."""
    kinds: dict[tuple[str, ...], list[Rows]] = {}
    for slide in shown.slides:
        for header, *rows in (table for table in slide.tables if table):
            kinds.setdefault(tuple(cell.text for cell in header), []).append(rows)
    return kinds


def _actions(tables: Sequence[Rows], by_ref: Mapping[str, ActionRow]) -> list[tuple[str, list[Cell]]]:
    """Each action's cells, those of a row that goes on put together; none for tables that are not about actions."""
    column = _column_of_refs(tables, by_ref)
    found: list[tuple[str, list[Cell]]] = []
    for rows in tables:
        for at, cells in enumerate(rows):
            ref = _ref(cells[column].text, by_ref) if column < len(cells) else ""
            if found and at == 0 and ref in ("", found[-1][0]):
                found[-1] = (found[-1][0], _together(found[-1][1], cells))
            elif ref:
                found.append((ref, cells))
    return found


def _column_of_refs(tables: Sequence[Rows], by_ref: Mapping[str, ActionRow]) -> int:
    """The column whose cells begin with the Refs of actions more often than those of any other."""
    times = Counter(at for rows in tables for cells in rows for at, cell in enumerate(cells) if _ref(cell.text, by_ref))
    return max(times, key=lambda at: (times[at], -at), default=0)


def _ref(words: str, by_ref: Mapping[str, ActionRow]) -> str:
    """The Ref that a cell begins with, which may be of several words; "" for none."""
    first = words.split(maxsplit=_LONGEST_REF)[:_LONGEST_REF]
    starts = (" ".join(first[:end]) for end in range(len(first), 0, -1))
    return next((start for start in starts if start in by_ref), "")


def _together(one: Sequence[Cell], other: Sequence[Cell]) -> list[Cell]:
    return [Cell(f"{left.text} {right.text}", left.fill or right.fill) for left, right in zip(one, other, strict=False)]


def _likeness(rows: Sequence[tuple[str, list[Cell]]], by_ref: Mapping[str, ActionRow]) -> int:
    return sum(not list(_wrong_row(cells, by_ref[ref])) for ref, cells in rows)


def _wrong_row(cells: Sequence[Cell], wanted: ActionRow) -> Iterator[str]:
    said = "\n".join(_folded(cell.text) for cell in cells)
    for what, words in wanted.words:
        if _folded(words) not in said:
            yield f"the {what} of action {wanted.ref} is missing"
    yield from wrong_status(cells, wanted)


def _folded(words: str) -> str:
    return "".join(words.split())
