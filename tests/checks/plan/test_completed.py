"""The rules about what is called completed: AP103, words of work that is left, and AP104, nothing said."""

from __future__ import annotations

import pytest

from papers.checks.plan.completed_but_not_done import CHECK as NOT_DONE
from papers.checks.plan.completed_without_evidence import CHECK as NO_EVIDENCE
from tests.checks.papers_of import STATUSES, a_paper_of, an_action

LEFT = [
    ("The policy is written. Awaiting sign-off by the board.", "Awaiting sign-off by the board"),
    ("Not yet published.", "Not yet published"),
    ("Training is on hold.", "on hold"),
    ("The audit is still to be done", "still to be done"),
    ("Two actions are outstanding", "are outstanding"),
    ("Sign-off is outstanding.", "is outstanding"),
    ("Evaluation to be completed in May.", "to be completed in May"),
    ("It is expected to be completed by June", "to be completed by June"),
    ("Delayed by Covid-19.", "Delayed by Covid-19"),
    ("Delayed until the new system is completed.", "Delayed until the new system is completed"),
    ("Postponed until June 2021.", "Postponed until June 2021"),
    ("The event was cancelled.", "cancelled"),
    ("The course is due to start in May", "due to start in May"),
    ("One post has yet to be filled", "yet to be filled"),
    ("The final report remains outstanding", "remains outstanding"),
    ("Work has not started.", "has not started"),
    ("The guide is awaited from the CCG", "awaited from the CCG"),
    ("This is not finished and awaiting a decision", "is not finished and awaiting a decision"),
]
DONE = [
    "",
    "It was completed in July and is in use.",
    "No outstanding actions.",
    "Nothing outstanding",
    "No actions are outstanding; nothing is still to be done",
    "It is no longer on hold.",
    "No longer awaiting sign-off",
    "None of the courses was cancelled",
    "All outstanding actions have been completed.",
    "Outstanding issues were resolved.",
    "The launch was delayed by Covid-19 but took place in March.",
    "Postponed to May 2020, and held then.",
    "Training was put on hold in April and resumed in June.",
    "It was due to start in April and started then",
    "Due to Covid-19 the launch was online",
    "Ofsted judged the work outstanding",
    "The school is outstanding, Ofsted said",
    "Feedback on the course is outstanding",
    "Children awaiting assessment are seen monthly",
    "Young people still awaiting a place get support",
    "The rule requires plans to be completed within 10 days",
    "Staff work to a still higher standard",
]


@pytest.mark.parametrize(("progress", "words"), LEFT)
def test_reports_words_of_work_that_is_left(progress, words):
    """What is completed and yet has something left is reported at Progress, with the words to the end of the clause."""
    paper = a_paper_of(an_action("1.3", "Green", progress=progress))

    (finding,) = NOT_DONE(paper)

    assert str(finding.where) == "Actions!I2"
    assert finding.sentence == f'action 1.3 is "Green: completed" but its Progress says "{words}"'


@pytest.mark.parametrize("progress", DONE)
def test_is_silent_about_what_is_denied_over_or_about_people(progress):
    """Denials, delays that were made up, people who wait and praise tell of no work that is left."""
    assert NOT_DONE(a_paper_of(an_action(rag="Green", progress=progress))) == []


@pytest.mark.parametrize("colour", sorted(set(STATUSES) - {"Green"}))
def test_is_silent_about_work_left_in_what_is_open(colour):
    """Only what is called completed can contradict itself so."""
    assert NOT_DONE(a_paper_of(an_action(rag=colour, progress="On hold"))) == []


def test_reports_every_action_that_says_the_same():
    """A text that many rows share is reported at each."""
    paper = a_paper_of(*(an_action(ref, "Green", progress="On hold") for ref in ("1", "2", "3")))

    assert [finding.where.cell for finding in NOT_DONE(paper)] == ["I2", "I3", "I4"]


def test_reports_what_is_completed_with_nothing_said():
    """Neither Progress nor Impact: reported at Progress."""
    (finding,) = NO_EVIDENCE(a_paper_of(an_action("1.3", "Green")))

    assert str(finding.where) == "Actions!I2"
    assert finding.sentence == 'action 1.3 is "Green: completed", but Progress and Impact are both empty'


def test_is_silent_where_progress_or_impact_says_something():
    """One of the two is enough, and what is open needs neither by this rule."""
    paper = a_paper_of(
        an_action("1", "Green", progress="In use"), an_action("2", "Green", impact="Faster"), an_action("3", "Amber")
    )

    assert NO_EVIDENCE(paper) == []
