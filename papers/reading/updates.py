"""Columns of progress whose headings say when: "Progress September 2020", "Update (Mar 21)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from papers.model.due import Due
from papers.reading.due import parse_due
from papers.reading.located import Grid


@dataclass(frozen=True, slots=True)
class Update:
    """A column of progress: its index from 0, its heading, and the days that the heading names."""

    index: int
    heading: str
    when: Due


def date_in_heading(heading: str, words: Iterable[str]) -> Due | None:
    """The days that `heading` names before or after one of `words` ("progress", "update"); None for any other."""
    folded = heading.casefold()
    plain = " ".join(re.sub(r"[()\[\]:,]", " ", heading).split())
    for word in sorted((word for word in words if word in folded), key=len, reverse=True):
        pattern = rf"(?:{re.escape(word)}s?)"
        joiner = r"(?:as at|as of|at|to|for|since|from|in|by|\W)*\s*"
        either = rf"{pattern}\b\s*{joiner}(?P<when>\S.*)|(?P<before>.*\S)\s+{pattern}"
        found = re.fullmatch(either, plain, re.IGNORECASE)
        when = parse_due(found["when"] or found["before"]) if found else None
        if when is not None and when.last is not None:
            return when
    return None


def latest(updates: Iterable[Update], grid: Grid, heading_row: int) -> tuple[Update, ...]:
    """`updates` with the latest first; one that is still empty in every row, made ready for next time, comes last."""

    def is_filled(update: Update) -> bool:
        rows = (row.cells for row in grid.rows if row.number > heading_row)
        return any(len(cells) > update.index and cells[update.index] is not None for cells in rows)

    def order(update: Update) -> tuple[bool, date]:
        return is_filled(update), update.when.last or date.min

    return tuple(sorted(updates, key=order, reverse=True))


def last_touched(cells: Sequence[object], updates: Iterable[Update]) -> Due | None:
    """When a row's progress was last written, by the headings; None where no dated column holds anything."""
    return next((u.when for u in updates if u.index < len(cells) and cells[u.index] is not None), None)
