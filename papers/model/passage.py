"""Words that will be published, each with its place, and a fast way to look through all of them."""

from __future__ import annotations

import bisect
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from papers.findings import Place


@dataclass(frozen=True, slots=True)
class Passage:
    """What an author wrote in one place: a cell, a key of report.yaml, a block of the narrative."""

    place: Place
    words: str


# What Word, Outlook and web pages put where people type a space, a hyphen or nothing; a rule looks for those.
_PLAIN: dict[int, str | None] = {
    **dict.fromkeys((0x09, 0xA0, *range(0x2000, 0x200B), 0x202F, 0x3000), " "),
    **dict.fromkeys((*range(0x2010, 0x2016), 0x2212), "-"),
    **dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF), None),
}


def typed(words: str) -> str:
    """`words` with plain spaces and hyphens, as they are typed."""
    return words if words.isascii() else words.translate(_PLAIN)


# Words that stand together, such as a row's, and the place of each by its index: a plan has too many to name them all.
Group = tuple[tuple[str, ...], Callable[[int], Place]]


class Passages:
    """Every passage of a paper, joined once, so that a pattern runs over all of them in one go.

    A pattern never matches across two passages as long as it cannot match the character NUL, which no text holds.
    """

    def __init__(self, groups: Iterable[Group]) -> None:
        self.groups = list(groups)
        joined = [typed("\0".join(words)) for words, _ in self.groups]
        self.joined = "\0".join(joined)
        self.starts: list[int] = []
        at = 0
        for words in joined:
            self.starts.append(at)
            at += len(words) + 1

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Passage, re.Match[str]]]:
        """Each match of `pattern`, in order, with the passage that it stands in."""
        for found in pattern.finditer(self.joined):
            yield self._passage(found.start()), found

    def _passage(self, at: int) -> Passage:
        """The passage that the character `at` of the joined words stands in."""
        number = bisect.bisect_right(self.starts, at) - 1
        words, place = self.groups[number]
        within = self.joined.count("\0", self.starts[number], at)
        return Passage(place(within), words[within])
