"""What each lead has to bring up to date: who is chased, for what, and in which order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.model.changes import compared
from papers.model.chase import Reason, chase, leads
from tests.checks.papers_of import STATUSES, a_paper_of, an_action

AS_OF = date(2021, 3, 16)


def reasons(*actions, within=30, **values):
    """Why each action is chased, by its Ref."""
    made = chase(a_paper_of(*actions, **values), within)
    return {chased.action.ref: [str(reason) for reason in chased.reasons] for chased in made.actions}


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        (an_action("1", due="2021-03-15"), ["overdue"]),
        (an_action("1", due="2021-03-16"), ["due_soon"]),
        (an_action("1", due="2021-04-15"), ["due_soon"]),
        (an_action("1", due="2021-04-16"), None),
        (an_action("1", due="2020-01-01", revised="2021-12-31"), None),
        (an_action("1", due="TBC"), ["undated"]),
        (an_action("1", "Green", due="2020-01-01", progress="Done."), None),
        (an_action("1", "Green", due="2020-01-01"), ["no_evidence"]),
        (an_action("1", "Green", due="2020-01-01", impact="Better."), None),
        (an_action("1", "Blue", due="Ongoing"), None),
        (an_action("1", "Red", due="2022-01-01"), ["off_track"]),
        (an_action("1", "Red", due="2021-01-01"), ["overdue", "off_track"]),
        (an_action("1", "Red", due="2021-01-01", revised="2022-01-01"), None),
        (an_action("1", "Red", due="TBC"), ["off_track", "undated"]),
        (an_action("1", "Red", due="TBC", mitigation="Agency staff cover."), ["undated"]),
        (an_action("1", "Yellow", due="2021-03-20"), ["due_soon"]),
    ],
)
def test_each_action_is_chased_for_what_it_lacks(action, expected):
    """Late, soon due, undated, off track without a plan, completed without evidence; all else is left in peace."""
    assert reasons(action) == ({"1": expected} if expected else {})


@pytest.mark.parametrize(
    ("progress", "colour", "is_stale"),
    [("Word for  word", "Amber", True), ("Something new", "Amber", False), ("Word for word", "Green", False)],
)
def test_what_was_not_touched_since_the_last_report_is_stale(progress, colour, is_stale):
    """The words of an open action are those of the last report; what is done may keep them."""
    now = an_action("1", colour, due="2022-01-01", progress=progress)
    then = an_action("1", due="2022-01-01", progress="Word for word")
    changes = compared([now], [then], {"1": "1"}, {})

    assert reasons(now, changes=changes) == ({"1": ["stale"]} if is_stale else {})


def test_what_was_updated_before_the_last_meeting_is_stale():
    """The sheet itself says when its progress was written."""
    actions = (
        an_action("1", due="2022-01-01", updated="2020-09-01"),
        an_action("2", due="2022-01-01", updated="2020-10-01"),
    )

    assert reasons(*actions, previous_meeting=date(2020, 9, 22)) == {"1": ["stale"]}
    assert reasons(*actions) == {}


def test_an_exempt_action_is_counted_and_left_out():
    """The list goes round by e-mail."""
    made = chase(a_paper_of(an_action("1", due="2020-01-01", exempt=True), an_action("2", due="2020-01-01")), 30)

    assert ([each.action.ref for each in made.actions], made.total, made.exempt) == (["2"], 1, 1)


def test_leads_with_the_most_overdue_actions_come_first():
    """Then by name; nobody's actions come last; within a lead the latest first."""
    made = chase(
        a_paper_of(
            an_action("1", lead="TBC", due="2020-01-01"),
            an_action("2", lead="Head of SEN", due="2021-03-20"),
            an_action("3", lead="Head of A", due="2021-03-20"),
            an_action("4", lead="Inspector", due="2021-03-01"),
            an_action("5", lead="inspector ", due="2021-01-01"),
        ),
        30,
    )

    assert [(part.lead, [each.action.ref for each in part.actions]) for part in made.parts] == [
        ("Inspector", ["5", "4"]), ("Head of A", ["3"]), ("Head of SEN", ["2"]), ("", ["1"]),
    ]  # fmt: skip
    assert [each.late for each in made.parts[0].actions] == [74, 15]


@pytest.mark.parametrize(
    ("cell", "posts"),
    [
        ("Head of Education and Skills", ["Head of Education and Skills"]),
        ("Head of A; Head of B", ["Head of A", "Head of B"]),
        ("Head of A / Head of B", ["Head of A", "Head of B"]),
        ("Head of A\nHead of B", ["Head of A", "Head of B"]),
        ("Head of Children's\nand Adults' Services", ["Head of Children's and Adults' Services"]),
        ("Head of A; head of a", ["Head of A"]),
        ("Head of Service (North/South)", ["Head of Service (North/South)"]),
        ("TBC", []),
        ("To be appointed", []),
        ("-", []),
        ("", []),
    ],
)
def test_a_cell_may_name_several_posts(cell, posts):
    """They are set apart by a line break, a semicolon or a stroke between spaces; a title is never cut."""
    assert leads(cell) == posts


@st.composite
def actions(draw):
    """Actions of any status and date, with progress or without."""
    days = st.integers(-200, 200).map(lambda number: (AS_OF + timedelta(number)).isoformat())
    colours = draw(st.lists(st.sampled_from(sorted(STATUSES)), max_size=8))
    return [
        an_action(f"{number}", colour, draw(days | st.just("TBC")), progress=draw(st.sampled_from(("", "Done."))))
        for number, colour in enumerate(colours)
    ]


@given(actions(), st.integers(0, 90))
def test_whatever_is_late_is_chased_and_nothing_that_is_done_and_evidenced(every, within):
    """Each open action past its day is there; each done one with words on it is not."""
    made = chase(a_paper_of(*every), within)
    chased = {each.action.ref: set(each.reasons) for each in made.actions}

    for action in every:
        if action.is_overdue(AS_OF):
            assert Reason.OVERDUE in chased[action.ref]
        if action.status.state.is_done and action.progress:
            assert action.ref not in chased
    assert sum(made.count(reason) for reason in Reason) == sum(map(len, chased.values()))
    assert {each.action.ref for part in made.parts for each in part.actions} == set(chased)


def test_a_paper_without_a_plan_has_nobody_to_chase():
    """There is nothing to list."""
    made = chase(a_paper_of(), 30)

    assert (made.actions, made.parts, made.total) == ((), (), 0)
