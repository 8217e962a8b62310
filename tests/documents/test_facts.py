"""The facts that templates may use, and what documents promise."""

from __future__ import annotations

from datetime import date

from papers.documents import appendix, report, summary
from papers.documents.facts import facts_of, words_in
from papers.model.text import Text
from tests.builders import a_paper, a_plan

PLAN = """
    Ref | Partner | Action  | Lead | Due        | Revised due | RAG
    1   | Police  | Recruit | HoS  | 31/12/2020 |             | Yellow
    2   | Police  | Train   | HoS  | 31/12/2020 | 30/06/2021  | Amber
    3   |         | Review  | HoS  | 31/05/2021 |             | Amber
    4   | Health  | Agree   | HoS  | TBC        |             | Red
    5   | Health  | Close   | HoS  | 31/12/2020 |             | Green
    6   | Health  | Wait    | HoS  | TBC        |             | Amber
"""


def refs(actions):
    """The Refs of actions among the facts."""
    return [action["ref"] for action in actions]


def values_in(facts):
    """Every value among facts, however deep."""
    if isinstance(facts, dict):
        for value in facts.values():
            yield from values_in(value)
    elif isinstance(facts, list):
        for value in facts:
            yield from values_in(value)
    else:
        yield facts


def test_facts_are_plain_data_without_unknowns(tmp_path):
    """Templates meet words, numbers, dates, yes or no, and text: never None, never a time of day, never a model."""
    kinds = {type(value) for value in values_in(facts_of(a_paper(tmp_path)))}

    assert kinds <= {str, int, float, bool, date, Text}


def test_a_paper_without_a_plan_has_the_same_facts(tmp_path):
    """Its plan has no actions, so that one template serves both."""
    facts = facts_of(a_paper(tmp_path, plan=None))

    assert facts["plan"]["total"] == 0
    assert facts["plan"]["groups"] == []
    assert [row["count"] for row in facts["plan"]["by_status"]] == [0] * 5


def test_off_track_and_overdue_actions_want_attention():
    """Attention goes to what is Red or past its deadline, in the order of the plan; a revised date counts."""
    assert refs(facts_of(a_plan(PLAN))["plan"]["attention"]) == ["1", "4"]


def test_open_actions_come_next_by_their_deadlines():
    """Due next are open actions with a day still to come, the soonest first."""
    assert refs(facts_of(a_plan(PLAN))["plan"]["due_next"]) == ["3", "2"]


def test_the_shares_of_a_plan_make_a_whole():
    """Counts add up to the total and shares to one, for the plan and for each partner."""
    plan = facts_of(a_plan(PLAN))["plan"]

    for counted in (plan, *plan["by_partner"]):
        assert sum(row["count"] for row in counted["by_status"]) == counted["total"]
        assert round(sum(row["share"] for row in counted["by_status"]), 9) == 1
    assert sum(partner["total"] for partner in plan["by_partner"]) == plan["total"] == 6


def test_actions_without_a_priority_are_one_group():
    """A plan without priorities is one group without a title."""
    (group,) = facts_of(a_plan(PLAN))["plan"]["groups"]

    assert (group["ref"], group["title"]) == ("", "")
    assert refs(group["actions"]) == ["1", "2", "3", "4", "5", "6"]


def test_every_word_that_people_wrote_is_found_among_the_facts(tmp_path):
    """The words of report.yaml, of the narrative and of the workbook are all there to be asked for."""
    theirs = words_in(facts_of(a_paper(tmp_path)))

    for words in ("How the plan stands.", "Note the progress.", "The inspectors came in 2019.", "Half are done"):
        assert words in theirs


def test_the_report_promises_its_decision_block_and_its_whole_narrative(tmp_path):
    """Each text, recommendation, heading and paragraph is promised."""
    promised = [words for _, words in report.DOCUMENT.promise(a_paper(tmp_path)).words]

    assert promised == [
        "How the plan stands.",
        "The Committee asked for it.",
        "Not reporting was rejected, as members want to know.",
        "No additional cost.",
        "No capital cost.",
        "The partners.",
        "No new posts.",
        "Children Act 2004.",
        "Screened; no assessment is needed.",
        "Note the progress.",
        "Background",
        "The inspectors came in 2019.",
        "Progress",
        "Much is done.",
    ]


def test_the_appendix_promises_each_action_with_its_colours():
    """Each action is promised with its word and fill, and each status with its count."""
    promise = appendix.DOCUMENT.promise(a_plan(PLAN))

    assert [(row.ref, row.colour) for row in promise.actions][:2] == [("1", "Yellow"), ("2", "Amber")]
    assert [(row.name, row.count) for row in promise.counts] == [
        ("Green", "1"),
        ("Amber", "3"),
        ("Red", "1"),
        ("Yellow", "1"),
        ("Blue", "0"),
    ]


def test_the_summary_promises_a_count_for_each_partner_by_name():
    """A partner's count is promised; actions that name no partner have none to promise."""
    promise = summary.DOCUMENT.promise(a_plan(PLAN))

    assert [(row.name, row.count) for row in promise.counts][5:] == [("Police", "2"), ("Health", "3")]
