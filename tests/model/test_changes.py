"""What has become of actions since the last report."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.model.changes import Change, Movement, compared
from papers.model.due import Due
from papers.model.scheme import State
from tests.checks.papers_of import STATUSES, an_action

COLOURS = sorted(STATUSES)


@st.composite
def plans(draw, most=8):
    """Actions with Refs of their own, of any status, due on any day or none, revised or not."""
    refs = draw(st.lists(st.integers(1, 12), unique=True, max_size=most))
    return [an_action(f"{ref}", draw(st.sampled_from(COLOURS)), **draw(dates())) for ref in refs]


@st.composite
def dates(draw):
    """The due date of an action, and the revised one."""
    days = st.integers(0, 500).map(lambda number: (date(2021, 1, 1) + timedelta(number)).isoformat())
    return {"due": draw(days | st.just("TBC")), "revised": draw(st.none() | days | st.just("TBC"))}


def by_ref(now, then):
    """The changes between two plans whose actions kept their Refs."""
    return compared(now, then, {action.ref: action.ref for action in now}, {})


@given(plans())
def test_a_plan_has_not_changed_since_itself(plan):
    """Nothing has moved, slipped, come or gone."""
    changes = by_ref(plan, plan)

    assert changes.moved(Movement.SAME) == list(changes.actions)
    assert (changes.slipped, changes.removed) == ([], ())
    assert not any(each.reopened or each.revised_again or each.lost_its_date for each in changes.actions)


@given(plans(), plans(), st.randoms())
def test_the_order_of_rows_changes_nothing(now, then, random):
    """With the rows of both plans shuffled, every action has moved as before."""
    mixed_now, mixed_then = random.sample(now, len(now)), random.sample(then, len(then))

    assert by_ref(mixed_now, mixed_then).by_ref == by_ref(now, then).by_ref
    assert {gone.action.ref for gone in by_ref(mixed_now, mixed_then).removed} == {
        gone.action.ref for gone in by_ref(now, then).removed
    }


@given(plans(), plans())
def test_what_improved_one_way_worsened_the_other_way_round(one, other):
    """From one plan to another and back again is a mirror; what is new one way is gone the other way."""
    forth, back = by_ref(other, one), by_ref(one, other)

    def refs(changes, movement):
        return {change.action.ref for change in changes.moved(movement)}

    assert refs(forth, Movement.IMPROVED) == refs(back, Movement.WORSENED)
    assert refs(forth, Movement.WORSENED) == refs(back, Movement.IMPROVED)
    assert refs(forth, Movement.SAME) == refs(back, Movement.SAME)
    assert refs(forth, Movement.NEW) == {gone.action.ref for gone in back.removed}


@given(plans(), plans())
def test_the_counts_add_up(now, then):
    """Every action of now has gone one way, and every action of then is among them or gone."""
    changes = by_ref(now, then)

    assert sum(len(changes.moved(movement)) for movement in Movement) == len(now)
    assert len(then) == len(now) - len(changes.moved(Movement.NEW)) + len(changes.removed)


@pytest.mark.parametrize(
    ("then", "now", "movement"),
    [
        ("Amber", "Green", "improved"), ("Red", "Amber", "improved"), ("Yellow", "Amber", "improved"),
        ("Red", "Purple", "improved"), ("Purple", "Amber", "improved"), ("Amber", "Blue", "improved"),
        ("Green", "Amber", "worsened"), ("Amber", "Red", "worsened"), ("Amber", "Purple", "worsened"),
        ("Blue", "Yellow", "worsened"), ("Yellow", "Red", "worsened"), ("Green", "Blue", "same"),
        ("Blue", "Green", "same"), ("Red", "Red", "same"),
    ],
)  # fmt: skip
def test_a_movement_goes_by_what_the_statuses_stand_for(then, now, movement):
    """Off track is worst, then at risk, not started, on track; completed and everyday business are both done."""
    change = Change(action=an_action("1", now), before=an_action("1", then))

    assert change.movement == movement


@pytest.mark.parametrize("state", [state for state in State if state is not State.SUPERSEDED])
def test_what_is_superseded_has_neither_improved_nor_worsened(state):
    """It is no longer to be done, whatever it was before."""
    status = STATUSES["Amber"].model_copy(update={"state": state})
    gone = STATUSES["Amber"].model_copy(update={"state": State.SUPERSEDED})
    one, other = (an_action("1").model_copy(update={"status": each}) for each in (status, gone))

    assert {Change(action=other, before=one).movement, Change(action=one, before=other).movement} == {Movement.SAME}
    assert not Change(action=other, before=one).reopened


def test_a_slip_is_counted_in_days_between_the_dates_that_count():
    """The revised date counts where there is one; a date that spans days counts by its last."""
    then = an_action("1", due="2020-09-01/2020-09-30")
    change = Change(action=an_action("1", due="2020-09-01/2020-09-30", revised="2020-11-30"), before=then)

    assert (change.slipped, change.revised_again) == (61, False)


def test_a_revised_date_that_slips_once_more_is_revised_again():
    """It had been put off in the last report already."""
    then = an_action("1", due="2020-06-30", revised="2021-03-31")
    now = an_action("1", due="2020-06-30", revised="2021-09-30")

    assert (Change(action=now, before=then).slipped, Change(action=now, before=then).revised_again) == (183, True)


@pytest.mark.parametrize("revised", ["TBC", "N/A", "2021-01-31"])
def test_a_revised_date_that_was_none_was_no_revision(revised):
    """Words without days, or the first date once more, put nothing off."""
    then = an_action("1", due="2021-01-31", revised=revised)

    assert not Change(action=an_action("1", due="2021-01-31", revised="2021-03-31"), before=then).revised_again


def test_an_earlier_date_is_no_slip():
    """What was brought forward has not slipped."""
    change = Change(action=an_action("1", due="2021-01-01"), before=an_action("1", due="2021-02-01"))

    assert change.slipped == 0


@pytest.mark.parametrize(("now", "lost"), [("TBC", True), ("Ongoing", True), ("2022-01-01", False)])
def test_an_open_action_whose_date_is_gone_has_lost_it(now, lost):
    """Words without days took its place."""
    assert Change(action=an_action("1", due=now), before=an_action("1", due="2021-01-01")).lost_its_date is lost


def test_a_finished_action_loses_no_date():
    """Nobody asks any more when it is due."""
    now = an_action("1", "Green", due="2021-01-01").model_copy(update={"due": Due(words="Done")})

    assert not Change(action=now, before=an_action("1", due="2021-01-01")).lost_its_date


def test_an_exempt_action_of_the_last_report_is_not_told_of():
    """That it is gone is as private as it was itself, and how it stood then; now that it is public, it is new."""
    changes = compared([], [an_action("1", exempt=True), an_action("2")], {}, {"2": "Merged."})
    public = by_ref([an_action("1", "Green")], [an_action("1", "Red", exempt=True)])

    assert [(gone.action.ref, gone.reason) for gone in changes.removed] == [("2", "Merged.")]
    assert [(each.movement, each.before) for each in public.actions] == [(Movement.NEW, None)]
