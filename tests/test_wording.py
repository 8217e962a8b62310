"""Dates, counts and lists in the house style."""

from __future__ import annotations

from datetime import date, datetime
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers import wording

modest = settings(max_examples=100, deadline=None)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (date(2021, 3, 16), "16 March 2021"),
        (date(2021, 1, 1), "1 January 2021"),
        (date(2020, 2, 29), "29 February 2020"),
        (date(1999, 12, 31), "31 December 1999"),
    ],
)
def test_a_day_is_written_in_full(value: date, words: str):
    """Day, month in words, year: no leading zero, no "th"."""
    assert wording.day(value) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (12, "in 12 days"),
        (1, "in 1 day"),
        (0, "today"),
        (-1, "1 day ago"),
        (-75, "75 days ago"),
        (-1461, "1,461 days ago"),
    ],
)
def test_how_far_a_day_is_says_which_way(days: int, words: str):
    """Days to come are "in", days gone are "ago"."""
    assert wording.from_now(days) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (999, "999"), (1000, "1,000"), (1234567, "1,234,567"), (-1000, "-1,000")]
)
def test_a_count_sets_off_its_thousands(number: int, words: str):
    """Thousands are set off by a comma."""
    assert wording.count(number) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "no"), (1, "one"), (2, "two"), (9, "nine"), (10, "ten"), (11, "11"), (1000, "1,000"), (-1, "-1")],
)
def test_small_counts_in_a_sentence_are_words(number: int, words: str):
    """None is "no", up to ten are words, more are figures."""
    assert wording.in_words(number) == words


@pytest.mark.parametrize(
    ("number", "one", "many", "words"),
    [
        (1, "action", "", "action"),
        (0, "action", "", "actions"),
        (2, "action", "", "actions"),
        (1, "body", "bodies", "body"),
        (0, "body", "bodies", "bodies"),
        (5, "is", "are", "are"),
    ],
)
def test_a_noun_follows_its_count(number: int, one: str, many: str, words: str):
    """One has the singular, all else the plural: an s where no other is given."""
    assert wording.plural(number, one, many) == words


@pytest.mark.parametrize(
    ("items", "words"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a and b"),
        (["a", "b", "c"], "a, b and c"),
        (["a and b", "c"], "a and b and c"),
    ],
)
def test_a_list_is_a_part_of_a_sentence(items: list[str], words: str):
    """Commas, and "and" before the last; none before it."""
    assert wording.listing(items) == words
    assert wording.listing(iter(items)) == words


def test_a_list_of_choices_says_or():
    """Choices are joined by what the sentence needs."""
    assert wording.listing(["a", "b", "c"], "or") == "a, b or c"


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, ""),
        (1, '"0"'),
        (3, '"0", "1" or "2"'),
        (12, '"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10" or "11"'),
        (15, '"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11" or 3 more'),
    ],
)
def test_choices_are_quoted_and_too_many_are_counted(count: int, words: str):
    """An author sees every choice in quotes; past twelve, how many more there are."""
    assert wording.quoted([str(number) for number in range(count)]) == words


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Ambr", "Amber"),
        ("amber", "Amber"),
        ("GREEM", "Green"),
        ("on trak", "on track"),
        ("Purple", ""),
        ("", ""),
        ("zzz", ""),
    ],
)
def test_a_slip_of_the_pen_is_answered_with_the_word_that_was_meant(word: str, meant: str):
    """The nearest choice, as it is written; nothing where none is near."""
    asked = wording.did_you_mean(word, ["Green", "Amber", "on track"])

    assert asked == (f'did you mean "{meant}"?' if meant else "")


def test_no_choices_give_no_advice():
    """Nothing can be meant where there is nothing."""
    assert wording.did_you_mean("Amber", []) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Health & Care", "Health & Care"),
        ("", ""),
        (True, "Yes"),
        (False, "No"),
        (0, "0"),
        (10000, "10,000"),
        (date(2021, 3, 1), "1 March 2021"),
        (["a", date(2021, 3, 1), 2], "a, 1 March 2021 and 2"),
        (("a", True), "a and Yes"),
        ([], ""),
    ],
)
def test_any_value_that_is_printed_has_the_house_style(value: object, words: str):
    """Text stays; yes and no, counts, days and lists are worded."""
    assert wording.text(value) == words


@pytest.mark.parametrize(
    "value",
    [None, 1.5, datetime(2021, 3, 1, 9, 0), b"x", {"a": 1}, SimpleNamespace(), ["a", None]],  # noqa: DTZ001
)
def test_what_has_no_wording_is_never_printed(value: object):
    """ "None", a time of day or a program's own view of a value cannot get into a paper."""
    with pytest.raises(TypeError):
        wording.text(value)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("short", "short"),
        ("two\n lines\t here ", "two lines here"),
        ("x" * 60, "x" * 60),
        ("x" * 61, "x" * 57 + "..."),
        ("x" * 56 + " yyyyyyyy", "x" * 56 + "..."),
        ("", ""),
    ],
)
def test_a_quoted_value_is_one_line_and_not_too_long(value: str, words: str):
    """A finding quotes a value on one line, cut with three dots."""
    assert wording.shortened(value) == words


@modest
@given(st.dates())
def test_no_two_days_are_written_alike(value: date):
    """A day can be read back from its words."""
    day, month, year = wording.day(value).split(" ")

    assert date(int(year), wording.MONTHS.index(month) + 1, int(day)) == value


@modest
@given(st.integers())
def test_a_count_keeps_every_figure(number: int):
    """Only commas are added to a number."""
    assert int(wording.count(number).replace(",", "")) == number


@modest
@given(st.lists(st.text("abc", min_size=1), max_size=8))
def test_a_list_keeps_every_item_in_its_order(items: list[str]):
    """Items are joined and never changed, left out or sorted."""
    assert wording.listing(items).replace(" and ", ", ").split(", ") == (items or [""])


@modest
@given(st.text(), st.lists(st.text(min_size=1), max_size=6))
def test_advice_is_always_one_of_the_choices(word: str, choices: list[str]):
    """Whatever was written, what is offered can be chosen; a choice itself is always found."""
    asked = wording.did_you_mean(word, choices)

    assert asked == "" or asked in [f'did you mean "{choice}"?' for choice in choices]
    for choice in choices:
        assert wording.did_you_mean(choice, choices) != ""


@modest
@given(st.text(), st.integers(4, 80))
def test_a_quoted_value_is_never_longer_than_it_may_be(value: str, most: int):
    """One line, no longer than allowed, and the value itself where it fits."""
    quoted = wording.shortened(value, most)

    assert len(quoted) <= most
    assert quoted == " ".join(quoted.split())
    assert quoted == " ".join(value.split()) or quoted.endswith("...")


def test_a_tally_counts_each_kind_in_the_order_of_the_kinds():
    """A kind that there is none of is left out; no kind at all is nothing."""
    kinds = ("error", "warning", "note")

    assert wording.tally(["note", "warning", "warning"], kinds) == "2 warnings and 1 note"
    assert wording.tally([], kinds) == ""
