"""Which row of a sheet, or which two, are its headings; and the words that headings go by."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from papers import wording
from papers.reading.located import Grid, Row
from papers.reading.updates import Update, date_in_heading

# Titles, logos and keys above a table took up to 20 rows in the plans seen.
_SEARCHED_ROWS = 40
# What is longer than this is no heading.
_LONGEST = 120


def folded(value: object) -> str:
    """A heading as it is compared: in lower case, punctuation and line breaks as spaces, "Action(s)" as "action"."""
    return re.sub(r"[^\w#/]+", " ", re.sub(r"\(s\)", "", str(value))).strip().casefold()


class Names:
    """The words for each column: its own name, those of a council, and those seen elsewhere."""

    def __init__(self, columns: Mapping[str, tuple[str, ...]], council_words: Mapping[str, tuple[str, ...]]) -> None:
        self.columns = columns
        self.own = {folded(name): name for name in columns}
        self.own |= {folded(word): name for name, words in council_words.items() for word in words}
        ours = {folded(word): name for name, words in columns.items() for word in words}
        self.known = ours | self.own
        progress = [word for word, name in self.known.items() if name == "Progress"]
        # Cells are looked at several times, alone and with those above them, before the headings are found.
        self.folded = functools.cache(folded)
        self.date_in = functools.cache(lambda heading: date_in_heading(heading, progress))

    def of(self, heading: str) -> str | None:
        """The column that `heading` names; None for one that is not known."""
        return self.known.get(self.folded(heading)) if len(heading) <= _LONGEST else None

    def is_own(self, name: str, heading: str) -> bool:
        """Whether `heading` is the column's own name, or the council's, and not another word for it."""
        return self.own.get(folded(heading)) == name

    def update(self, heading: str, index: int) -> Update | None:
        """The column of progress that `heading` with its date is; None for any other."""
        when = self.date_in(heading) if len(heading) <= _LONGEST else None
        return Update(index, heading, when) if when else None

    def rank(self, headings: Mapping[int, str]) -> tuple[int, bool]:
        """Their score; of equal ones those go first that tell several dates of progress apart."""
        updates = filter(None, (self.update(heading, 0) for heading in headings.values()))
        return self.score(headings), len({update.when.last for update in updates}) > 1

    def score(self, headings: Mapping[int, str]) -> int:
        """How many columns `headings` name; those of progress with a date are one."""
        found = {self.of(heading) for heading in headings.values()}
        if "Progress" in self.columns and "Progress" not in found:
            found |= {"Progress" for heading in headings.values() if self.update(heading, 0)}
        return len(found - {None})


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """The headings by index of their column from 0, in row `first` and, of two rows, also in the next, `last`."""

    first: int
    last: int
    headings: Mapping[int, str]
    lower: frozenset[int] = frozenset()

    def row_of(self, at: int) -> int:
        """The row in which one would correct the heading of a column."""
        return self.last if at in self.lower else self.first


def heading_row(grid: Grid, names: Names) -> HeadingRow | None:
    """The row of `grid` that names most columns, or two rows that together name more; None where no row names any."""
    rows = grid.rows[:_SEARCHED_ROWS]
    single = [HeadingRow(row.number, row.number, _words(row)) for row in rows]
    pairs = (_pair(grid, upper, lower, names) for upper, lower in itertools.pairwise(rows))
    best = max((*single, *filter(None, pairs)), key=lambda each: names.rank(each.headings), default=None)
    return best if best and names.score(best.headings) else None


def _words(row: Row) -> dict[int, str]:
    return {at: _text(cell) for at, cell in enumerate(row.cells) if cell is not None}


def _text(value: object) -> str:
    """A heading on one line; a date, as Excel makes of "Sep-20", in words."""
    return wording.day(value) if isinstance(value, date) else " ".join(str(value).split())


def _pair(grid: Grid, upper: Row, lower: Row, names: Names) -> HeadingRow | None:
    """Two rows as one: a heading over several columns goes with each word below it. None for no such pair."""
    if lower.number != upper.number + 1:
        return None
    above, below = _words(upper), _words(lower)
    for merge in grid.marks.merges:
        if merge.first_row == merge.last_row == upper.number and merge.first_column in above:
            span = range(merge.first_column + 1, min(merge.last_column, len(lower.cells) - 1) + 1)
            above |= dict.fromkeys(span, above[merge.first_column])
    if any(at in below for at, words in above.items() if names.of(words) == "Ref"):
        return None  # the row below the headings is the first action
    for at in sorted(below.keys() - above.keys()):
        if at - 1 in above and at - 1 in below:  # a heading set over several columns without merging them
            above[at] = above[at - 1]
    merged = {at: _joined(above.get(at, ""), below.get(at, ""), names) for at in sorted({*above, *below})}
    return HeadingRow(upper.number, lower.number, merged, frozenset(below))


def _joined(above: str, below: str, names: Names) -> str:
    """The words of one column's heading in the order in which they name a column."""
    if not above or not below:
        return above or below
    both = (f"{below} {above}", f"{above} {below}")
    if names.update(both[1], 0):
        return both[1]
    return next((words for words in (*both, below, above) if names.of(words)), both[1])
