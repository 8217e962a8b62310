"""When an action is due: officers' words, and the days they span."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import wording
from papers.reading.due import parse_day, parse_due, parse_month, readings

modest = settings(max_examples=60, deadline=None)

SPANS = """
    31/03/2021                      | 2021-03-31 | 2021-03-31
    31/03/21                        | 2021-03-31 | 2021-03-31
    9.12.16                         | 2016-12-09 | 2016-12-09
    13/12/12                        | 2012-12-13 | 2012-12-13
    12.11.10                        | 2010-11-12 | 2010-11-12
    11/11/10                        | 2010-11-11 | 2010-11-11
    31-03-2021                      | 2021-03-31 | 2021-03-31
    2021-03-31                      | 2021-03-31 | 2021-03-31
    31 March 2021                   | 2021-03-31 | 2021-03-31
    30th March 2020                 | 2020-03-30 | 2020-03-30
    17th April 20                   | 2020-04-17 | 2020-04-17
    8-Mar-21                        | 2021-03-08 | 2021-03-08
    Monday, 8th of March 2021       | 2021-03-08 | 2021-03-08
    Completed 31 March 2021         | 2021-03-31 | 2021-03-31
    29 February 2024                | 2024-02-29 | 2024-02-29
    March 2021                      | 2021-03-01 | 2021-03-31
    Dec 2016                        | 2016-12-01 | 2016-12-31
    Sept 2021                       | 2021-09-01 | 2021-09-30
    Apr-21                          | 2021-04-01 | 2021-04-30
    by April 2021                   | 2021-04-01 | 2021-04-30
    End March 2021                  | 2021-03-31 | 2021-03-31
    by the end of March 2021        | 2021-03-31 | 2021-03-31
    End of Feb 2024                 | 2024-02-29 | 2024-02-29
    Early April 2021                | 2021-04-01 | 2021-04-10
    mid-May 2021                    | 2021-05-11 | 2021-05-20
    late April 2021                 | 2021-04-21 | 2021-04-30
    Start of April 2021             | 2021-04-01 | 2021-04-01
    Q1 2020/21                      | 2020-04-01 | 2020-06-30
    Q4 2020/21                      | 2021-01-01 | 2021-03-31
    Quarter 4 2020-21               | 2021-01-01 | 2021-03-31
    q3, 2020/2021                   | 2020-10-01 | 2020-12-31
    2020/21                         | 2020-04-01 | 2021-03-31
    1999/2000                       | 1999-04-01 | 2000-03-31
    2021                            | 2021-01-01 | 2021-12-31
    by the end of 2021              | 2021-01-01 | 2021-12-31
    Spring 2021                     | 2021-03-01 | 2021-05-31
    Summer 2021                     | 2021-06-01 | 2021-08-31
    Autumn 2020                     | 2020-09-01 | 2020-11-30
    Winter 2020                     | 2020-12-01 | 2021-02-28
    Winter 2023/24                  | 2023-12-01 | 2024-02-29
    Autumn term 2020                | 2020-09-01 | 2020-12-31
    Autumn term 2020/21             | 2020-09-01 | 2020-12-31
    Spring term 2021                | 2021-01-01 | 2021-04-30
    Spring term 2020/21             | 2021-01-01 | 2021-04-30
    the summer term 2021            | 2021-04-01 | 2021-07-31
    w/c 8 March 2021                | 2021-03-08 | 2021-03-14
    week commencing 29/03/2021      | 2021-03-29 | 2021-04-04
    w/c Monday 28 December 2020     | 2020-12-28 | 2021-01-03
"""


def rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.splitlines() if line.strip()]


@pytest.mark.parametrize(("words", "first", "last"), rows(SPANS))
def test_words_span_the_days_that_officers_mean(words: str, first: str, last: str):
    """Each wording seen in councils' plans spans exactly its days, and is kept as it was written."""
    due = parse_due(words)

    assert due is not None
    assert (str(due.first), str(due.last), due.words) == (first, last, words)


@pytest.mark.parametrize(
    "words",
    ["Ongoing", "On-going", "on going", "TBC", "tbc.",  "N/A", "n/a", "NA", "To be confirmed", "Immediate",
     "ASAP", "Continuous", "Business as usual", "BAU", "-"],
)  # fmt: skip
def test_words_for_no_day_span_none(words: str):
    """Words that stand for no day are as good as a date, and span no days."""
    due = parse_due(words)

    assert due is not None
    assert (due.words, due.first, due.last) == (words, None, None)


@pytest.mark.parametrize(
    "words",
    [
        "", "   ", "soon", "Q4", "March", "Sept", "mid-May", "8 March", "w/c 8 March", "Spring", "Summer term",
        "Within 6 months", "Phase 1 completed. Phase 2 Mar 2017", "31 February 2021", "31/04/2021", "00/01/2021",
        "13/13/2021", "2021-13-01", "Q5 2020/21", "Q0 2020/21", "Q4 2020/22", "2020/22", "2021-03", "Spring 2020/21",
        "1.1", "31/03-2021", "March 2021 - May 2021", "w/c soon", "w/c 31 February 2021", "2020 or 2021",
    ],
)  # fmt: skip
def test_words_that_name_no_days_are_refused(words: str):
    """A day that does not exist, two dates, or a date without its year cannot be used."""
    assert parse_due(words) is None


@pytest.mark.parametrize("words", ["11/12", "03/04", "1/12", "10-11"])
def test_a_day_and_month_are_not_taken_for_a_year(words: str):
    """Two small numbers may be a day without its year, and a year is never guessed."""
    assert parse_due(words) is None


@pytest.mark.parametrize("words", ["2020/1921", "1999/2100"])
def test_a_year_that_does_not_follow_is_refused(words: str):
    """The second half of a financial year is the year after the first, all four digits of it."""
    assert parse_due(words) is None


days = st.dates(date(1950, 1, 1), date(2098, 12, 31))
recent_days = st.dates(date(2000, 1, 1), date(2098, 12, 31))
years = st.integers(1950, 2097)


def days_of(words: str) -> tuple[date, date]:
    due = parse_due(words)
    assert due is not None, words
    assert due.first is not None, words
    assert due.last is not None, words
    return due.first, due.last


def month_name(day: date) -> str:
    return wording.MONTHS[day.month - 1]


def ordinal(day: int) -> str:
    return f"{day}{'th' if 11 <= day <= 13 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
LONG_FORMS: list[Callable[[date], str]] = [
    wording.day,
    date.isoformat,
    lambda day: f"{day.day}.{day.month}.{day.year}",
    lambda day: f"{ordinal(day.day)} {month_name(day)} {day.year}",
    lambda day: f"{ordinal(day.day)} of {month_name(day)[:3]} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()]} {day.day} {month_name(day)} {day.year}",
    lambda day: f"{WEEKDAYS[day.weekday()][:3]}, {day.day} {month_name(day)}, {day.year}",
    lambda day: f"by {day.day} {month_name(day).upper()} {day.year}",
    lambda day: f"completed {day.day:02}.{day.month:02}.{day.year}",
]
SHORT_FORMS: list[Callable[[date], str]] = [
    lambda day: f"{day.day:02}.{day.month:02}.{day.year % 100:02}",
    lambda day: f"{day.day:02}-{month_name(day)[:3]}-{day.year % 100:02}",
    lambda day: f"{ordinal(day.day)} {month_name(day)} {day.year % 100:02}",
]


@modest
@given(days, st.sampled_from(LONG_FORMS))
def test_a_date_in_any_form_spans_that_day(day: date, form: Callable[[date], str]):
    """Any date, written in any of the ways that officers write it, is that day and keeps its words."""
    due = parse_due(form(day))

    assert due is not None
    assert (due.words, due.first, due.last) == (form(day), day, day)


@modest
@given(recent_days, st.sampled_from(SHORT_FORMS))
def test_a_year_of_two_digits_is_one_of_this_century(day: date, form: Callable[[date], str]):
    """A date with a short year is a day of the years 2000 to 2099."""
    due = parse_due(form(day))

    assert due is not None
    assert (due.first, due.last) == (day, day)


NUMBER_FORMS: list[Callable[[date], str]] = [
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year}",
    lambda day: f"by {day.day}/{day.month}/{day.year}",
]


@modest
@given(days, st.sampled_from(NUMBER_FORMS))
def test_a_date_in_numbers_is_read_where_it_can_be_read_in_one_way(day: date, form: Callable[[date], str]):
    """Day and month in figures: past the 12th, or both the same, it is that day; else both readings are told."""
    due = parse_due(form(day))

    if day.day > 12 or day.day == day.month:
        assert due is not None
        assert (due.words, due.first, due.last, readings(form(day))) == (form(day), day, day, ())
    else:
        assert due is None
        assert readings(form(day)) == (day, date(day.year, day.day, day.month))


@pytest.mark.parametrize("words", ["w/c 03/04/2021", "end of 1/2/21", "31/03/2021", "1.2.2021", "2021-04-03", "11/12"])
def test_only_a_date_that_can_be_two_days_has_two_readings(words: str):
    """A date after other words counts; dots, a year in front and a day past the 12th leave no doubt."""
    assert len(readings(words)) == (2 if words in ("w/c 03/04/2021", "end of 1/2/21") else 0)


@modest
@given(days)
def test_a_date_shown_as_a_month_spans_the_month(day: date):
    """What Excel makes of "Apr-21", the first of a month, is the whole month again."""
    due = parse_month(day)

    assert due.words == f"{month_name(day)} {day.year}"
    assert (due.first, due.last) == (day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1]))


@modest
@given(days)
def test_a_date_cell_is_that_day_in_the_house_style(day: date):
    """A cell that holds a date has the words of the house style, and spans that day."""
    due = parse_due(day)

    assert due is not None
    assert (due.words, due.first, due.last) == (wording.day(day), day, day)


@modest
@given(
    years, st.integers(1, 12), st.sampled_from(["{} {}", "by {} {}", "{}-{}", "{:.3} {}", "{:.3}-{}", "During {} {}"])
)
def test_a_month_spans_all_its_days(year: int, month: int, form: str):
    """A month with its year, in any form, spans its first to its last day, as the calendar has them."""
    due = parse_due(form.format(wording.MONTHS[month - 1], year))

    assert due is not None
    assert (due.first, due.last) == (date(year, month, 1), date(year, month, monthrange(year, month)[1]))


@modest
@given(years, st.integers(1, 12), st.sampled_from(["End", "end of", "By the end of", "END"]))
def test_the_end_of_a_month_is_its_last_day(year: int, month: int, end: str):
    """The end of a month is one day: its last."""
    last = date(year, month, monthrange(year, month)[1])

    due = parse_due(f"{end} {wording.MONTHS[month - 1]} {year}")

    assert due is not None
    assert (due.first, due.last) == (last, last)


@modest
@given(years, st.integers(1, 12))
def test_the_parts_of_a_month_cover_it_once(year: int, month: int):
    """Early, mid and late follow each other without a gap and are together the month."""
    name = f"{wording.MONTHS[month - 1]} {year}"

    early, mid, late, whole = (days_of(f"{part} {name}") for part in ("early", "mid", "late", ""))

    assert (early[0], late[1]) == whole
    assert (mid[0] - early[1], late[0] - mid[1]) == (timedelta(1), timedelta(1))


@modest
@given(years, st.integers(1, 4), st.sampled_from(["Q{} {}/{:02}", "q{} {}-{:02}", "Quarter {} {}/{:02}"]))
def test_a_quarter_is_three_months_of_a_year_from_april(year: int, quarter: int, form: str):
    """Q1 starts in April; Q4 ends with March of the next year."""
    due = parse_due(form.format(quarter, year, (year + 1) % 100))

    assert due is not None
    first_month, its_year = {1: (4, year), 2: (7, year), 3: (10, year), 4: (1, year + 1)}[quarter]
    last = monthrange(its_year, first_month + 2)[1]
    assert (due.first, due.last) == (date(its_year, first_month, 1), date(its_year, first_month + 2, last))


@modest
@given(years, st.sampled_from(["{}/{:02}", "{}-{:02}", "by {}/{:02}"]))
def test_a_financial_year_is_its_four_quarters(year: int, form: str):
    """A financial year runs from 1 April to 31 March."""
    due = parse_due(form.format(year, (year + 1) % 100))

    assert due is not None
    assert (due.first, due.last) == (date(year, 4, 1), date(year + 1, 3, 31))


@modest
@given(days)
def test_a_week_commencing_on_a_day_has_seven(day: date):
    """A week is seven days from the day it names, whichever weekday that is."""
    due = parse_due(f"w/c {wording.day(day)}")

    assert due is not None
    assert (due.first, due.last) == (day, day + timedelta(days=6))


PIECES = [
    "end", "of", "the", "by", "mid-", "early", "late", "Q4", "Q1", "2020/21", "2020", "21", "March", "Feb", "31", "29",
    "/", "-", ".", "spring", "winter", "term", "w/c", "Monday", "TBC", "Ongoing", "completed", " ", "1st",
]  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join) | st.lists(st.sampled_from(PIECES)).map("".join))
def test_no_mixture_of_due_words_ends_before_it_starts(words: str):
    """Whatever officers put together is either refused, or spans days in their order, and keeps its words."""
    due = parse_due(words)

    if due is not None:
        assert due.words == words.strip()
        assert (due.first is None) == (due.last is None)
        assert due.first is None or due.last is None or due.first <= due.last


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_no_text_whatsoever_breaks_the_reading(words: str):
    """Any text at all gives days, or none, or is refused; a day that is read is one day."""
    due, day = parse_due(words), parse_day(words)

    assert day is None or (due is not None and (due.first, due.last) == (day, day))


@modest
@given(days)
def test_before_a_date_is_the_day_before_it_begins(day: date):
    """ "before April 2021" is over on 1 April; "by April 2021" is not until its end."""
    eve = day - timedelta(days=1)

    of_day, of_month = parse_due(f"before {wording.day(day)}"), parse_due(f"Before {month_name(day)} {day.year}")

    assert of_day is not None
    assert of_month is not None
    assert (of_day.first, of_day.last) == (eve, eve)
    assert of_month.last == day.replace(day=1) - timedelta(days=1)
