"""The words of a text, one by one: numbers in figures and words, and phrases looked up where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")

_TOKEN = re.compile(
    r"\d+(?:[.,/:]\d+)*[^\W\d_]*%?|[^\W_]+(?:['’][^\W_]+)*|[,.;:()!?\"“”–—/&£$]|(?<= )-(?= )",
)


def word_set(words: str) -> frozenset[str]:
    """The words of a list that is typed as a text."""
    return frozenset(words.split())


def tokens(words: str) -> list[str]:
    """The words of a text in lower case, its numbers and its punctuation: "Off-track: 3" is off, track, ":", 3."""
    return ["–" if found == "-" else found for found in _TOKEN.findall(words.casefold().replace("’", "'"))]


@dataclass
class Phrases(Generic[Value]):
    """What sequences of words stand for, to be looked up where they stand in a sentence."""

    known: dict[tuple[str, ...], Value] = field(default_factory=dict)
    lengths: dict[str, list[int]] = field(default_factory=dict)

    def add(self, value: Value, *phrases: str) -> Phrases[Value]:
        """Let each of `phrases` stand for `value`, unless it stands for something already; "" stands for nothing."""
        for words in phrases:
            phrase = tuple(token for token in tokens(words) if token[0].isalnum())
            if phrase and phrase not in self.known:
                self.known[phrase] = value
                lengths = self.lengths.setdefault(phrase[0], [])
                if len(phrase) not in lengths:
                    lengths.append(len(phrase))
                    lengths.sort(reverse=True)
        return self

    def at(self, words: list[str], start: int) -> tuple[Value, int] | None:
        """What the longest phrase that starts at `start` stands for, and where it ends; None for no phrase."""
        for length in self.lengths.get(words[start], ()) if start < len(words) else ():
            phrase = tuple(words[start : start + length])
            if phrase in self.known:
                return self.known[phrase], start + length
        return None

    def within(self, words: list[str]) -> Iterator[Value]:
        """What every phrase in `words` stands for, in order."""
        for start in range(len(words)):
            if found := self.at(words, start):
                yield found[0]


def phrases(*words: str) -> Phrases[bool]:
    """Phrases of which it matters only that they stand somewhere."""
    return Phrases[bool]().add(True, *words)


_SMALL = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NONE = word_set("no none nil zero")
_MOST_FIGURES = 8


def number_at(words: list[str], start: int) -> tuple[int, int] | None:
    """The whole number that starts at `start`, in figures or words, and where it ends; "no" and "none" are 0."""
    if start >= len(words):
        return None
    word = words[start]
    if word in _NONE:
        return 0, start + 1
    if word[0].isdecimal():
        figures = word.replace(",", "")
        is_number = figures.isdecimal() and figures.isascii() and len(figures) < _MOST_FIGURES
        return (int(figures), start + 1) if is_number else None
    return _hundreds(words, start)


def _hundreds(words: list[str], start: int) -> tuple[int, int] | None:
    """Numbers such as "a hundred and five" and "two hundred", and what is below a hundred."""
    below = _below_hundred(words, start)
    count, at = below or ((1, start + 1) if words[start] == "a" else (0, start))
    if not (0 < count < 10 and words[at : at + 1] == ["hundred"]):
        return below
    rest = _below_hundred(words, at + 2) if words[at + 1 : at + 2] == ["and"] else None
    return (100 * count + rest[0], rest[1]) if rest else (100 * count, at + 1)


def _below_hundred(words: list[str], start: int) -> tuple[int, int] | None:
    word = words[start] if start < len(words) else ""
    if word in _TENS:
        unit = words[start + 1] if start + 1 < len(words) else ""
        one = _SMALL.index(unit) + 1 if unit in _SMALL[:9] else 0
        return 10 * (_TENS.index(word) + 2) + one, start + 1 + bool(one)
    return (_SMALL.index(word) + 1, start + 1) if word in _SMALL else None
