"""The rules about what the starter left: TX001 hints, TX002 dates."""

from __future__ import annotations

from datetime import date

import pytest

from papers.checks.text.date_still_to_be_set import CHECK as DATE
from papers.checks.text.still_to_be_filled_in import CHECK as HINT
from papers.findings import Place
from papers.model.passage import Passage
from papers.model.report import NOT_YET_SET, PlanSource
from tests.checks.papers_of import REPORT, a_paper_of, a_paper_saying, an_action


def test_reports_each_passage_with_a_hint_once():
    """Hints of the starter are reported at their passage, in the report and in the plan."""
    paper = a_paper_saying("As agreed.", "[To choose: the portfolio] and [To write: why]")
    plan = a_paper_of(an_action(progress="[To write: how it stands]"), written=paper.written)

    first, second = HINT(plan)

    assert str(first.where) == "report.yaml:2"
    assert first.sentence == '"[To choose: the portfolio]" is still to be filled in'
    assert str(second.where) == "Actions!I2"


@pytest.mark.parametrize("text", ["To write: why", "[see annex]", "[To writers]", "[To write: why", "[Towrite: x]"])
def test_is_silent_about_other_brackets(text):
    """Only the starter's own form is a hint, and never across passages."""
    assert HINT(a_paper_saying(text, "and more]")) == []


def test_reports_dates_that_are_the_starters():
    """The dates of the report are reported at their keys, those of actions at their cells."""
    report = REPORT.model_copy(
        update={
            "meeting_date": NOT_YET_SET,
            "publication_date": NOT_YET_SET,
            "action_plan": PlanSource(as_of=NOT_YET_SET),
        }
    )
    written = (Passage(Place("report.yaml", line=3, key="meeting_date"), "31 December 2099"),)
    paper = a_paper_of(an_action("1.1", due="2099-12-31", revised="2099-12-31"), report=report, written=written)

    findings = DATE(paper)

    assert [str(finding.where) for finding in findings] == [
        "report.yaml:3 (meeting_date)", " (publication_date)", " (action_plan.as_of)", "Actions!G2", "Actions!H2"
    ]  # fmt: skip
    assert findings[3].sentence == 'Due of action 1.1 is "31 December 2099", the starter\'s own date'


def test_is_silent_about_dates_that_were_set():
    """Any other day is one that somebody chose."""
    report = REPORT.model_copy(update={"publication_date": date(2021, 3, 8)})

    assert DATE(a_paper_of(an_action(due="2099-12-30"), an_action("2", due="Ongoing"), report=report)) == []
