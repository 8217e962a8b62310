"""When an action is due: the officer's words, and the days they span."""

from __future__ import annotations

from datetime import date

from papers.model.base import Model


class Due(Model):
    """`words` are printed as they are; `first` and `last` are the days they span.

    Both days are None for words that span none ("Ongoing", "TBC", "N/A"): such an action is never overdue.
    """

    words: str
    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        return self.words

    def is_over(self, as_of: date) -> bool:
        """Whether the last of its days lies before `as_of`."""
        return self.last is not None and self.last < as_of
