"""The rules that hold an action's status against its dates: AP101, AP102, AP105, AP106, AP107, AP114."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.checks.plan.not_started_but_overdue import CHECK as NOT_STARTED
from papers.checks.plan.off_track_without_plan import CHECK as OFF_TRACK
from papers.checks.plan.on_track_without_date import CHECK as WITHOUT_DATE
from papers.checks.plan.overdue_but_on_track import CHECK as ON_TRACK
from papers.checks.plan.progress_is_old import CHECK as OLD
from papers.checks.plan.revised_before_due import CHECK as REVISED
from tests.checks.papers_of import STATUSES, a_paper_of, an_action

AS_OF = date(2021, 3, 16)


@given(
    days=st.integers(-400, 400), revised=st.none() | st.integers(-400, 400), colour=st.sampled_from(sorted(STATUSES))
)
def test_what_is_late_is_reported_by_the_rule_of_its_status_alone(days, revised, colour):
    """The revised date counts where there is one; on track is AP101's, not started AP102's, the rest is neither's."""
    due = (AS_OF + timedelta(days)).isoformat()
    moved = None if revised is None else (AS_OF + timedelta(revised)).isoformat()
    paper = a_paper_of(an_action(rag=colour, due=due, revised=moved))

    late = (days if revised is None else revised) < 0

    assert bool(ON_TRACK(paper)) is (late and colour == "Amber")
    assert bool(NOT_STARTED(paper)) is (late and colour == "Yellow")


def test_reports_an_action_not_started_past_its_due_date():
    """An action not started after its last due day is reported at its RAG cell."""
    paper = a_paper_of(an_action("4.5", "Yellow", "2020-12-31"))

    (finding,) = NOT_STARTED(paper)

    assert str(finding.where) == "Actions!K2"
    assert 'action 4.5 is "Yellow: not started" but was to be finished by 31 December 2020' in finding.sentence


@pytest.mark.parametrize("due", ["2021-03-16", "2021-03-01/2021-03-31", "Ongoing"])
def test_is_silent_while_an_action_not_started_has_time(due):
    """A due day that is today, a month that is not over and words without days are not overdue."""
    assert NOT_STARTED(a_paper_of(an_action(rag="Yellow", due=due))) == []


@pytest.mark.parametrize(
    ("revised", "said"),
    [
        (None, "has no Revised due"),
        ("TBC", 'its Revised due, "TBC", is no date'),
        ("2021-01-31", 'its Revised due, "31 January 2021", is over too'),
    ],
)
def test_reports_what_is_off_track_with_nothing_done_about_it(revised, said):
    """No revised date, one without days and one that is over answer nobody."""
    paper = a_paper_of(an_action("1.7", "Red", "TBC", revised))

    (finding,) = OFF_TRACK(paper)

    assert str(finding.where) == "Actions!H2"
    assert finding.sentence == f'action 1.7 is "Red: off track", and {said}'


def test_is_silent_about_what_is_off_track_with_a_plan():
    """A revised date to come, or a text about mitigation, is a plan; other statuses need none."""
    paper = a_paper_of(
        an_action("1", "Red", "2020-06-30", "2021-03-16"),
        an_action("2", "Red", "TBC", mitigation="Coaching by video meanwhile"),
        an_action("3", "Amber", "2020-06-30"),
    )

    assert OFF_TRACK(paper) == []


@pytest.mark.parametrize(
    ("colour", "revised", "cell", "said"),
    [
        ("Amber", None, "Actions!G2", 'its Due, "TBC", is no date'),
        ("Purple", None, "Actions!G2", 'its Due, "TBC", is no date'),
        ("Amber", "ASAP", "Actions!H2", 'its Revised due, "ASAP", is no date'),
    ],
)
def test_reports_what_is_on_track_for_no_date(colour, revised, cell, said):
    """On track or at risk without a date is reported where the words stand that count."""
    paper = a_paper_of(an_action("1.2", colour, "TBC", revised))

    (finding,) = WITHOUT_DATE(paper)

    assert str(finding.where) == cell
    assert said in finding.sentence


def test_is_silent_about_dates_and_about_statuses_that_need_none():
    """A date in either column is one; what is completed, off track or business as usual is not on track for one."""
    paper = a_paper_of(
        an_action("1", "Amber", "2021-03-31"),
        an_action("2", "Amber", "TBC", "2021-03-31"),
        an_action("3", "Amber", "2021-03-31", "TBC"),
        *(an_action(colour, colour, "Ongoing") for colour in ("Green", "Red", "Yellow", "Blue")),
    )

    assert WITHOUT_DATE(paper) == []


def test_reports_a_revised_date_before_the_date_it_revises():
    """A year mistyped is reported at Revised due, whatever the status is."""
    paper = a_paper_of(an_action("1.2", "Green", "2021-03-01/2021-03-31", "2020-04-30"))

    (finding,) = REVISED(paper)

    assert str(finding.where) == "Actions!H2"
    assert finding.sentence == (
        'action 1.2 has the Revised due "30 April 2020", before its Due, "1 March 2021 to 31 March 2021"'
    )


@pytest.mark.parametrize("revised", [None, "TBC", "2021-03-15", "2021-03-31", "2021-01-01/2021-03-31"])
def test_is_silent_about_a_revised_date_that_is_not_clearly_earlier(revised):
    """Words without days, a day within the month that was due and a longer time are no slips."""
    paper = a_paper_of(an_action(due="2021-03-01/2021-03-31", revised=revised), an_action(due="TBC", revised=revised))

    assert REVISED(paper) == []


def test_reports_progress_that_is_older_than_the_last_report():
    """An open action that was last updated before the last meeting is reported at Progress."""
    paper = a_paper_of(an_action("3.1", "Amber", updated="2020-07-01/2020-07-31"), previous_meeting=date(2020, 9, 22))

    (finding,) = OLD(paper)

    assert str(finding.where) == "Actions!I2"
    assert 'last updated "1 July 2020 to 31 July 2020", before the last report of 22 September 2020' in finding.sentence


def test_is_silent_about_progress_that_is_new_finished_or_of_no_known_age():
    """Without a date of the update or of the last report nothing is old; what is finished needs no new words."""
    actions = (
        an_action("1", updated="2020-09-22"),
        an_action("2", updated="last time"),
        an_action("3"),
        an_action("4", "Green", updated="2020-01-01"),
        an_action("5", "Blue", updated="2020-01-01"),
    )

    assert OLD(a_paper_of(*actions, previous_meeting=date(2020, 9, 22))) == []
    assert OLD(a_paper_of(an_action("6", updated="2020-01-01"))) == []
