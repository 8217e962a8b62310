"""Which days count: weekends, bank holidays of England, and the days on which a council is closed."""

from __future__ import annotations

import functools
from collections.abc import Container
from datetime import date, timedelta
from typing import Literal

from papers.model.base import Model

_DAY = timedelta(days=1)


class Calendar(Model):
    """A council's working days. `closed` are days on which its offices are shut besides weekends and bank holidays."""

    closed: tuple[date, ...] = ()

    def is_working_day(self, day: date) -> bool:
        """Whether the offices are open: a weekday that is no bank holiday of England and no day of `closed`."""
        return day.weekday() < 5 and day not in self.closed and day not in _bank_holidays(day.year)

    def notice_by(self, meeting: date, days: int, counted_in: Literal["calendar", "working"]) -> date:
        """The last day on which `days` clear days of notice could be given.

        Clear days leave out the day of the notice and the day of the meeting (R v Swansea CC ex p Elitestone, 1993).
        Counted in working days, the notice itself is given on one too.
        """
        day = meeting
        left = days + 1
        while left:
            day -= _DAY
            left -= counted_in == "calendar" or self.is_working_day(day)
        return day


@functools.cache
def _bank_holidays(year: int) -> Container[date]:
    """The bank holidays of England in a year."""
    import holidays  # a tenth of a second, for the few papers that need it

    return holidays.country_holidays("GB", subdiv="ENG", years=year)
