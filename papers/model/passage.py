"""Words that will be published, each with its place, and a fast way to look through all of them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papers.findings import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """What an author wrote in one place: a cell, a key of report.yaml, a block of the narrative."""

    place: Place
    words: str


class Passages:
    """Every passage of a paper, joined once, so that a pattern runs over all of them in one go.

    A pattern never matches across two passages as long as it cannot match the character NUL, which no text holds.
    """

    def __init__(self, passages: Iterable[Passage]) -> None:
        self.passages = [passage for passage in passages if passage.words]
        self.starts: list[int] = []
        at = 0
        for passage in self.passages:
            self.starts.append(at)
            at += len(passage.words) + 1
        self.joined = "\0".join(passage.words for passage in self.passages)

    def __iter__(self) -> Iterator[Passage]:
        return iter(self.passages)

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Each match of `pattern`, in order, with the passage that it stands in."""
        for found in pattern.finditer(self.joined):
            yield self.passages[bisect.bisect_right(self.starts, found.start()) - 1], found
