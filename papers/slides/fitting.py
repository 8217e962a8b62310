"""Text that is too long for its box, cut where a reader would pause."""

from __future__ import annotations

import copy
import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from papers.errors import TemplateError
from papers.office.ooxml import Element
from papers.slides.drawing import A
from papers.slides.look import Look
from papers.slides.paragraphs import Piece, pieces_of, put, without_bullet

# Text is shrunk in as many steps.
_STEPS = 10
# So many letters at the end of what is shortened stay.
_TAIL = 50
_SENTENCE = re.compile(r"[.!?;:]['\"\u2019\u201d)]*\s+")


def chunks(paragraphs: Sequence[Element], look: Look, room: float | None = None) -> list[list[Element]]:
    """The paragraphs in as many boxes as they need; one where all of them fit.

    A paragraph goes to the next box whole if it fits there; one that is longer than a box is cut at the end of a
    sentence, or else of a word. Raises TemplateError where not even a line fits.
    """
    room = look.height if room is None else room
    boxes: list[list[Element]] = [[]]
    left = room
    waiting = deque(paragraphs)
    while waiting:
        paragraph = waiting.popleft()
        height = look.height_of([paragraph])
        if height > left and boxes[-1] and (height <= room or left < room / 3):
            boxes.append([])
            left = room
        if height > left:
            head, tail = _cut(paragraph, look, left)
            if head is None and boxes[-1]:
                boxes.append([])
                left = room
                waiting.appendleft(paragraph)
                continue
            if head is None:
                raise TemplateError("there is not even room for one line of text")
            boxes[-1].append(head)
            boxes.append([])
            left = room
            waiting.extendleft(tail)
            continue
        boxes[-1].append(paragraph)
        left -= height
    return [box for box in boxes if box] or [[]]


def _cut(paragraph: Element, look: Look, room: float) -> tuple[Element | None, list[Element]]:
    """A paragraph in two, the first of which fits into `room`; None where nothing does."""
    used = look.before(paragraph) + look.after(paragraph)
    end = 0
    for line in look.lines(paragraph):
        used += line.height
        if used > room:
            break
        end = line.end
    if end == 0:
        return None, [paragraph]
    pieces = pieces_of(paragraph)
    at = _pause("".join(piece.text for piece in pieces), end)
    head, tail = copy.deepcopy(paragraph), copy.deepcopy(paragraph)
    put(head, list(_between(pieces, 0, at)))
    put(tail, list(_between(pieces, at, None)))
    without_bullet(tail)
    return head, [tail]


def _pause(words: str, most: int) -> int:
    """Where to cut: behind the last sentence within `most` letters if that is well on, else the last word."""
    sentences = [end for found in _SENTENCE.finditer(words) if (end := found.end()) <= most]
    if sentences and sentences[-1] > most / 3:
        return sentences[-1]
    space = max(words.rfind(" ", 0, most), words.rfind("\n", 0, most)) + 1
    return space if space > most / 3 else most


def _between(pieces: Sequence[Piece], start: int, end: int | None) -> Iterator[Piece]:
    """The pieces from one letter to another, without white space at their ends."""
    words = "".join(piece.text for piece in pieces)
    stop = len(words) if end is None else end
    start += len(words[start:stop]) - len(words[start:stop].lstrip())
    stop -= len(words[start:stop]) - len(words[start:stop].rstrip())
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(stop - at, len(piece.text))
        if first < last:
            yield piece._replace(text=piece.text[first:last])
        at += len(piece.text)


def shrunk(paragraphs: Sequence[Element], look: Look, scale: float) -> None:
    """Set every letter of `paragraphs` at `scale` of the size that `look`, which is of the whole size, gives it."""
    if scale == 1.0:
        return
    for paragraph in paragraphs:
        for run in paragraph:
            if run.tag in (f"{A}r", f"{A}br", f"{A}fld"):
                properties = run.find(f"{A}rPr")
                if properties is not None:
                    size = look.letters(Piece("", properties), paragraph).size
                    properties.set("sz", str(int(size * scale * 100)))


def shortened(paragraphs: Sequence[Element], look: Look) -> list[Element]:
    """As much of the first of `paragraphs` as fits, with an ellipsis for the rest.

    Its last words go last of all: they say what kind of slide it is, and which of how many.
    """
    made = copy.deepcopy(paragraphs[0])
    pieces = pieces_of(made)
    words = "".join(piece.text for piece in pieces)
    start = end = max(words.find(" ", max(len(words) - _TAIL, 0)), len(words) - 2 * _TAIL, 0)
    while look.height_of([made]) > look.height and (start or end < len(words)):
        if start:
            start = _before(words, start)
        else:
            end = next((at for at in (words.find(" ", end + 1),) if 0 < at < end + _TAIL), end + 1)
        kept = (*_between(pieces, 0, start), Piece("\u2026", pieces[0].look), *_between(pieces, end, None))
        put(made, kept)
    return [made]


def _before(words: str, at: int) -> int:
    """The space before a letter, or the letter before it in a word that is very long."""
    space = max(words.rfind(" ", 0, at - 1), 0)
    return space if at - space < _TAIL else at - 1


class Fitting(NamedTuple):
    """At which share of its size text is to be set, and whether all of it finds room then."""

    scale: float
    is_whole: bool


def fitted_by_shrinking(paragraphs: Sequence[Element], look: Callable[[float], Look], smallest: float) -> Fitting:
    """The largest size at which paragraphs fit, down to `smallest` points; text that is smaller stays as it is.

    `look` gives the look at a share of its size.
    """
    whole = look(1.0)
    sizes = [whole.letters(piece, each).size for each in paragraphs for piece in pieces_of(each)]
    least = min([1.0, *(smallest / size for size in sizes)])
    for step in range(_STEPS + 1):
        scale = 1.0 - (1.0 - least) * step / _STEPS
        tried = look(scale)
        if tried.height_of(paragraphs) <= tried.height:
            return Fitting(scale, is_whole=True)
    return Fitting(least, is_whole=False)
