"""Working days and notice, against the worked examples of the law's commentators and a plain count of days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.model.calendar import Calendar

ALWAYS_OPEN = Calendar()
DAYS = st.dates(date(2010, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("counted_in", "by"), [("calendar", date(2021, 2, 15)), ("working", date(2021, 2, 3))], ids=["calendar", "working"]
)
def test_notice_of_28_days_before_a_meeting_of_march_2021(counted_in, by):
    """The two ways to count lie twelve days apart for the meeting of 16 March 2021."""
    assert ALWAYS_OPEN.notice_by(date(2021, 3, 16), 28, counted_in) == by


@pytest.mark.parametrize(
    ("meeting", "by"),
    [
        (date(2021, 3, 16), date(2021, 3, 8)),
        (date(2021, 4, 8), date(2021, 3, 29)),
        (date(2019, 4, 23), date(2019, 4, 11)),
        (date(2022, 1, 4), date(2021, 12, 22)),
        (date(2025, 3, 20), date(2025, 3, 12)),
    ],
    ids=["plain", "Easter 2021", "Easter 2019", "Christmas", "Brighton"],
)
def test_five_clear_working_days_leave_out_weekends_and_bank_holidays(meeting, by):
    """Agendas of five clear days that councils published, some of them over Easter and Christmas."""
    assert ALWAYS_OPEN.notice_by(meeting, 5, "working") == by


def test_days_on_which_the_council_is_closed_do_not_count():
    """Offices that are shut from Christmas to the New Year push the last day before Christmas."""
    closed = Calendar(closed=(date(2021, 12, 29), date(2021, 12, 30), date(2021, 12, 31)))

    assert closed.notice_by(date(2022, 1, 4), 5, "working") == date(2021, 12, 17)


@given(DAYS, st.integers(0, 40))
def test_between_the_notice_and_the_meeting_lie_the_clear_days(meeting, days):
    """Counted one by one, the days that count between the two are as many as were asked for; a day later, too few."""
    for counted_in, counts in (("calendar", lambda day: True), ("working", ALWAYS_OPEN.is_working_day)):
        by = ALWAYS_OPEN.notice_by(meeting, days, counted_in)
        between = [by + timedelta(n) for n in range(1, (meeting - by).days)]

        assert counts(by)
        assert sum(map(counts, between)) == days
