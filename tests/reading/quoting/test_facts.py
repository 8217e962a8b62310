"""Facts that authors quote: each prints what the plan says, and nothing else is carried out."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from papers.model.report import Inspection
from papers.model.scheme import State
from papers.reading.quoting.facts import ACTION_FACTS, FACTS, NoSuchFact
from papers.reading.quoting.language import NotUnderstood, understood
from papers.reading.quoting.making import FILTERS, words_of
from papers.reading.quoting.told import told_facts
from tests.builders import a_plan
from tests.checks.papers_of import an_action
from tests.checks.plan.test_since_last_report import since

PICTURE = """
    Ref | Partner    | Action           | Lead        | Due            | Revised due | Progress          | RAG
    1.1 | Police     | Train call staff | Inspector   | End March 2021 |             | *Half* | are {{ 1 }} | Amber
    1.2 | Early help | Publish a guide  | Head of SEN | 2020           | June 2021   | It is in use      | Green
    1.10| Police     | Buy a car        | Inspector   | TBC            |             | Nothing           | Red
    2.1 | Early help | Meet             | Head of SEN | 1 January 2021 |             | Late              | Red
""".replace("*Half* | are", "*Half*, are")


@pytest.fixture(scope="module")
def paper():
    """A paper with four actions."""
    return a_plan(PICTURE)


def said(inside, paper):
    """What is printed for `{{ inside }}`."""
    return words_of(understood(inside), paper)


@pytest.mark.parametrize(
    ("inside", "words"),
    [
        ("plan.total", "4"),
        (" plan.total ", "4"),
        ('plan.count("completed")', "1"),
        ('plan.count("Off Track")', "2"),
        ('plan.count("Red")', "2"),
        ('plan.count("off_track")', "2"),
        ('plan.count("at_risk")', "0"),
        ('plan.share("off track")', "50%"),
        ("plan.count(“completed”)", "1"),
        ("plan.overdue | count", "1"),
        ("plan.overdue|refs", "2.1"),
        ("plan.off_track | refs", "1.10 and 2.1"),
        ("plan.all | refs", "1.1, 1.2, 1.10 and 2.1"),
        ('plan.not_started | refs("none")', "none"),
        ("plan.not_started | count | in_words", "no"),
        ("plan.off_track | count | in_words", "two"),
        ("plan.off_track | count | in_words | capital", "Two"),
        ('plan.off_track | count | plural("action")', "actions"),
        ('plan.overdue | count | plural("body", "bodies")', "body"),
        ("plan.overdue | count | are", "is"),
        ('plan.partner("police") | off_track | refs', "1.10"),
        ('plan.lead("Inspector") | count', "2"),
        ("plan.due_within(30) | refs", "1.1"),
        ("plan.partners", "Police and Early help"),
        ('action("1.10").status', "Red: off track"),
        ("action(1.10).action", "Buy a car"),
        ("action(2.1).due", "1 January 2021"),
        ('action("1.2").deadline', "June 2021"),
        ("as_of", "16 March 2021"),
        ("meeting_date", "16 March 2021"),
    ],
)
def test_a_fact_is_printed_in_the_house_style(paper, inside, words):
    """Counts, Refs, dates and shares, as the plan has them."""
    assert said(inside, paper) == words


def test_a_workbooks_text_is_printed_as_it_stands(paper):
    """It is neither Markdown nor a fact, whatever it looks like."""
    assert said('action("1.1").progress', paper) == "*Half*, are {{ 1 }}"


@pytest.mark.parametrize(
    ("inside", "at", "sentence", "remedy"),
    [
        ("plan.totl", 0, 'there is no fact "plan.totl"', 'did you mean "plan.total"?'),
        (" plan.total | cout", 14, 'nothing is called "cout" after |', 'did you mean "count"?'),
        ('action("1.1").deu', 14, 'an action has no fact "deu"', 'did you mean "due"?'),
        ('action("1.1")', 0, "this is an action", 'say what of it: action("1.1").due'),
        ("plan.open", 0, "this is a list of actions", "add | count for their number, or | refs for their Refs"),
        ("plan.total | refs", 13, "refs is for a list; this is a number", "`papers facts`"),
        ("plan.open | in_words", 12, "in_words is for a number; this is a list", "`papers facts`"),
        ("plan.count", 5, 'count asks for something in brackets: count("...")', "`papers facts`"),
        ('plan.total("x")', 5, "nothing is to be written in brackets after total", "`papers facts`"),
        ('plan("x").total', 0, "the brackets stand in the wrong place: plan.total(...)", "`papers facts`"),
        ("plan.count('a')('b')", 0, "there are two pairs of brackets here, one after the other", "`papers facts`"),
        ("plan.count(plan)", 11, "what stands in the brackets is to be words in quotes, or a number", "`papers facts`"),
        ("", 0, "nothing stands between the brackets", "`papers facts`"),
        ("plan.open | plan.count", 12, "after | stands what is to be made of the fact, such as count or refs", ""),
    ],
)
def test_a_mistake_is_said_with_where_it_stands(paper, inside, at, sentence, remedy):
    """The place within the brackets, what is there, and what is meant where that can be told."""
    with pytest.raises(NotUnderstood) as problem:
        said(inside, paper)

    assert (problem.value.at, str(problem.value)) == (at, sentence)
    assert problem.value.remedy.startswith(remedy)


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ('action("9.9").due', "there is no action 9.9"),
        ('action("1.1").revised_due', "action.revised_due is empty in this paper"),
        ('plan.count("complted")', 'no status is called "complted"'),
        ('plan.partner("Polise") | count', 'no action has the partner "Polise"'),
        ("plan.not_started | refs", "there are none of these actions"),
        ("changes.improved | count", "report.yaml names no earlier plan, so nothing is known of changes"),
        ("inspection.name", "inspection.name is empty in this paper"),
        ("appendix(3)", "there is no appendix 3"),
        ('plan.due_within("x") | count', '"x" is no number of days'),
    ],
)
def test_what_a_paper_does_not_have_is_said(paper, inside, sentence):
    """No sentence is printed with a hole in it."""
    with pytest.raises(NoSuchFact) as problem:
        said(inside, paper)

    assert str(problem.value) == sentence
    assert problem.value.remedy


@pytest.mark.parametrize(
    "inside",
    [
        "1 + 1", "plan.total + 1", "__import__('os')", "plan.__class__", "().__class__", "plan.all[0]", "lambda: 1",
        "[x for x in plan.all]", "f'{plan}'", "plan.total if 1 else 2", "plan.total; 1", "plan.count(*plan)",
        "plan.count(status='x')", "(plan := 1)", "await plan", "yield", "'words'", "1", "not plan", "-plan.total",
        "plan.all or plan.open", "plan.all & plan.open", "{}", "...", "None", "True", "x" * 301, "(" * 250,
        "9" * 290, "\0", "\ud800", "plan.count(b'x')", "plan.count(True)", "plan.count(1j)",
        "action(True).due",
    ],
)  # fmt: skip
def test_nothing_but_facts_is_understood(paper, inside):
    """The language has names, words in quotes, and what is made of a fact: nothing is ever calculated or run."""
    with pytest.raises((NotUnderstood, NoSuchFact)):
        said(inside, paper)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60) | st.text(alphabet="planctio.()|\"'1 _[]{}é“", max_size=40))
@example('é.é("é") | é')
def test_whatever_is_typed_is_a_fact_or_a_sentence(inside):
    """No words between the brackets bring more than a sentence, and its place lies within them."""
    paper = a_plan(PICTURE)
    try:
        printed, at = said(inside, paper), 0
    except NotUnderstood as problem:
        printed, at = str(problem), problem.at
    except NoSuchFact as problem:
        printed, at = str(problem), 0

    assert printed
    assert 0 <= at <= len(inside)


@given(st.lists(st.sampled_from(["Green", "Amber", "Red", "Yellow", "Blue"]), min_size=1, max_size=12))
def test_counts_are_those_of_the_plan(colours):
    """The counts by status add up to the total, and each list has as many actions as are counted."""
    paper = since(*(an_action(f"{number}", colour) for number, colour in enumerate(colours)))

    counts = {state: int(said(f'plan.count("{state.value}")', paper)) for state in State}

    assert sum(counts.values()) == int(said("plan.total", paper)) == len(colours)
    assert all(said(f"plan.{state.value} | count", paper) == str(count) for state, count in counts.items())


def test_changes_are_told_by_the_same_names_as_templates_use():
    """Improved, slipped, and by how many days."""
    then = [an_action("1", "Amber", due="2021-01-01"), an_action("2"), an_action("9")]
    paper = since(an_action("1", "Green", due="2021-02-01"), an_action("2"), an_action("3"), then=then)

    assert said("changes.improved | refs", paper) == "1"
    assert said("changes.new | refs", paper) == "3"
    assert said("changes.slipped | refs", paper) == "1"
    assert said("changes.removed | refs", paper) == "9"
    assert [said(f"action(1).{name}", paper) for name in ("was", "slipped")] == ["Amber: on track", "31"]


def test_every_fact_is_told_with_its_value(paper):
    """Each fact, each of an action's and each that is made of them stands once in the list, with what it prints."""
    told = told_facts(paper)
    names = [fact.typed for group in told.values() for fact in group]

    assert len(names) == len(set(names)) == len(FACTS) + len(ACTION_FACTS) + len(FILTERS)
    assert {fact.typed: fact.value for group in told.values() for fact in group}["{{ plan.off_track | refs }}"] == (
        "1.10 and 2.1"
    )
    for fact in (fact for group in told.values() for fact in group if fact.typed.startswith("{{")):
        assert bool(fact.value) is not bool(fact.missing), fact


def test_the_inspection_is_quoted_by_its_one_name(paper):
    """Name, dates and team are report.yaml's own."""
    inspection = Inspection(name="Joint Inspection", inspected_by=("Ofsted", "CQC"), dates="May 2019", team="Ten")
    with_it = paper.model_copy(update={"report": paper.report.model_copy(update={"inspection": inspection})})

    assert said("inspection.name", with_it) == "Joint Inspection"
    assert said("inspection.inspected_by", with_it) == "Ofsted and CQC"
