"""The rules about what a row says: AP109 fill, AP110 the same twice, AP111 priorities, AP113 texts cut off."""

from __future__ import annotations

import pytest

from papers.checks.plan.action_twice import CHECK as TWICE
from papers.checks.plan.priority_without_actions import CHECK as PRIORITY
from papers.checks.plan.status_against_fill import CHECK as FILL
from papers.checks.plan.text_cut_at_limit import CHECK as CUT
from papers.findings import Place
from papers.model.plan import Priority
from tests.checks.papers_of import a_paper_of, an_action


def test_reports_a_fill_that_is_the_colour_of_another_status():
    """Amber in words on green is reported at RAG, with both."""
    (finding,) = FILL(a_paper_of(an_action("1.4", "Amber", fill="00B050")))

    assert str(finding.where) == "Actions!K2"
    assert finding.sentence == (
        'action 1.4 is "Amber: on track" in words, but its cell is filled green, which is "Green: completed"'
    )


@pytest.mark.parametrize(
    ("colour", "fill"),
    [("Amber", ""), ("Amber", "FFFFFF"), ("Amber", "D9D9D9"), ("Amber", "FFC000"), ("Red", "FF0000"),
     ("Yellow", "FFEB9C"), ("Amber", "FFEB9C"), ("Green", "00B050")],
)  # fmt: skip
def test_is_silent_about_a_fill_that_agrees_or_says_nothing(colour, fill):
    """No fill, white, grey, another shade of the colour, and yellow that may be amber do not contradict the word."""
    assert FILL(a_paper_of(an_action(rag=colour, fill=fill))) == []


def test_reports_the_same_action_under_another_ref():
    """Case, spaces and punctuation aside, and whoever the partner is; each further row is set against the first."""
    paper = a_paper_of(
        an_action("1.4", action="Train all call staff.", partner="Police"),
        an_action("2.1", action="Publish a guide"),
        an_action("3.2", action="train  all call-staff", partner="Health"),
        an_action("3.3", action="“Train” all call staff"),
    )

    findings = TWICE(paper)

    assert [str(finding.where) for finding in findings] == ["Actions!E4", "Actions!E5"]
    assert findings[0].sentence == 'action 3.2 has the same Action as 1.4: "train all call-staff"'


def test_is_silent_about_actions_that_differ_in_a_word():
    """A figure or a word makes another action, and texts of signs alone are none."""
    actions = ("Train 5 staff", "Train 6 staff", "Train staff", "...", "-")

    assert TWICE(a_paper_of(*(an_action(text, action=text) for text in actions))) == []


def test_reports_a_priority_that_no_action_names():
    """It is reported at its own row, or at the sheet where that is not known, in the order of the sheet."""
    known = Priority(ref="2", title="Early help", place=Place("plan.xlsx", "Priorities", "B3"))
    paper = a_paper_of(
        an_action(priority="Share"), priorities=(Priority(title="Share"), known, Priority(title="Speak up"))
    )

    first, second = PRIORITY(paper)

    assert (str(first.where), first.sentence) == ("plan.xlsx!Priorities!B3", 'priority 2, "Early help", has no action')
    assert (str(second.where), second.sentence) == ("Priorities", 'the priority, "Speak up", has no action')


def test_is_silent_where_every_priority_has_an_action():
    """Neither priorities with actions nor a plan without priorities is reported."""
    paper = a_paper_of(an_action(priority="Share"), an_action("1.2"), priorities=(Priority(ref="1", title="Share"),))

    assert PRIORITY(paper) == []
    assert PRIORITY(a_paper_of(an_action())) == []
    assert PRIORITY(a_paper_of()) == []


@pytest.mark.parametrize(
    ("column", "field", "cell"),
    [("Action", "action", "E2"), ("Lead", "lead", "F2"), ("Progress", "progress", "I2"), ("Impact", "impact", "J2"),
     ("Partner", "partner", "C2"), ("Priority", "priority", "B2"), ("Area for development", "area", "D2")],
)  # fmt: skip
def test_reports_a_text_that_fills_its_cell(column, field, cell):
    """32,767 characters, less spaces at the end, are as many as Excel keeps."""
    (finding,) = CUT(a_paper_of(an_action("1.4", **{field: "a" * 32_740 + " the end is"})))

    assert finding.where.cell == cell
    assert finding.sentence.startswith(f"{column} of action 1.4 has 32,751 characters")
    assert finding.sentence.endswith('the end is"')


def test_is_silent_about_a_long_text_that_fits():
    """A text a little shorter than the limit was not cut."""
    assert CUT(a_paper_of(an_action(progress="a" * 32_699))) == []
