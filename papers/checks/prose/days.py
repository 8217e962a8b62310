"""The days that a sentence tells of, and whether they are those of the paper."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from papers import wording
from papers.checks.prose.words import word_set

_MONTHS = {month.casefold(): number for number, month in enumerate(wording.MONTHS, 1)}
_MONTHS |= {month[:3]: number for month, number in _MONTHS.items()} | {"sept": 9}
# Words that tell of a day before the plan's, or of what has changed since.
_THEN = word_set(
    """last previous previously earlier then ago since originally initially formerly spring summer autumn winter past
    recently newly new more additional another historically"""
)


def names_a_month(words: Collection[str]) -> bool:
    """Whether there is a month among `words`."""
    return any(word in _MONTHS for word in words)


def is_of_another_day(words: list[str], days: Collection[date]) -> bool:
    """Whether `words` tell of a day, a month or a year that none of `days` lies in, or of "last time"."""
    return bool(_THEN & set(words)) or any(not _is_one_of(words, at, days) for at in _dates(words))


def _dates(words: list[str]) -> Iterator[int]:
    """Where months and years stand. "May" is a month after a number, "in" or "by", or before a year."""
    for at, word in enumerate(words):
        before, after = words[at - 1] if at else "", words[at + 1] if at + 1 < len(words) else ""
        if word in _MONTHS:
            if word != "may" or _is_year(after) or before in ("in", "by") or before[:1].isdecimal():
                yield at
        elif _is_year(word) and before not in _MONTHS:
            yield at


def _is_one_of(words: list[str], at: int, days: Collection[date]) -> bool:
    """Whether one of `days` lies in the month or year at a word, and is the day before the month if there is one."""
    before, word, after = (words[near] if 0 <= near < len(words) else "" for near in (at - 1, at, at + 1))
    year = next((int(each) for each in (after, word) if _is_year(each)), None)
    month = _MONTHS.get(word)
    number = "".join(filter(str.isdecimal, before)) if month and before[:1].isdecimal() and len(before) < 5 else ""
    return any(
        year in (None, day.year) and month in (None, day.month) and (not number or int(number) == day.day)
        for day in days
    )


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdecimal() and word.isascii() and word[:2] in ("19", "20")
