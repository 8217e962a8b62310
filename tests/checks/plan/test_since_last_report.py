"""Rules on what has become of actions since the last report."""

from __future__ import annotations

import pytest

from papers.model.changes import compared
from papers.pipeline import rules
from tests.checks.papers_of import a_due, a_paper_of, an_action


def since(*actions, then=(), was=None, removed=None, by_words=()):
    """A paper with these actions, and with `then` in the last report; `was` gives the Refs of then."""
    paper = a_paper_of(*actions)
    same = {action.ref: action.ref for action in actions}
    changes = compared(paper.plan.actions, then, same if was is None else was, removed or {})
    told = (each.model_copy(update={"by_words": each.action.ref in by_words}) for each in changes.actions)
    return paper.model_copy(update={"changes": changes.model_copy(update={"actions": tuple(told)})})


def found_by(code, paper):
    """What the rule of that code finds."""
    (rule,) = (rule for rule in rules() if rule.code == code)
    return rule(paper)


CASES = {
    "AP201 an action is gone": (
        "AP201", since(an_action("1.1"), then=[an_action("1.1"), an_action("2.9", action="Publish it")]),
        "Actions", 'action 2.9 of the last report, "Publish it", is no longer in the plan',
    ),
    "AP202 matched by its words": (
        "AP202", since(an_action("4.9"), then=[an_action("4.8", action="Train")], was={"4.9": "4.8"}, by_words=["4.9"]),
        "Actions!A2", 'action 4.9 is taken for action 4.8 of the last report, "Train"',
    ),
    "AP203 another action": (
        "AP203", since(
            an_action("3.2", action="Publish the Local Offer"), then=[an_action("3.2", action="Recruit six nurses")]
        ),
        "Actions!E2", 'action 3.2 is "Publish the Local Offer", and was "Recruit six nurses" in the last report',
    ),
    "AP204 reopened": (
        "AP204", since(an_action("3.3", "Amber"), then=[an_action("3.3", "Green")]),
        "Actions!K2", 'action 3.3 is "Amber: on track", and was "Green: completed" in the last report',
    ),
    "AP205 due was written over": (
        "AP205", since(an_action("3.3", due="2020-12-31"), then=[an_action("3.3", due="2020-09-30")]),
        "Actions!G2", 'Due of action 3.3 is "31 December 2020", and was "30 September 2020" in the last report',
    ),
    "AP205 due was deleted": (
        "AP205", since(an_action("3.3", due="TBC"), then=[an_action("3.3", due="2020-09-30")]),
        "Actions!G2", 'Due of action 3.3 is "TBC", and was "30 September 2020" in the last report',
    ),
    "AP206 moved without a word": (
        "AP206", since(an_action("3.3", "Red", progress="As  before"), then=[an_action("3.3", progress="As before")]),
        "Actions!I2",
        'action 3.3 was "Amber: on track" and is "Red: off track", but its Progress is the last report\'s',
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_rule_reports_at_the_cell_and_says_what_was(case):
    """A change that wants a word is reported where the officer can mend it."""
    code, paper, where, sentence = CASES[case]

    (finding,) = found_by(code, paper)

    assert (str(finding.where), finding.sentence) == (where, sentence)


SILENT = {
    "no earlier plan": a_paper_of(an_action("1.1", "Red", due="TBC")),
    "nothing has changed": since(an_action("1.1", progress="Same"), then=[an_action("1.1", progress="Same")]),
    "a reason is given": since(an_action("1.1"), then=[an_action("1.1"), an_action("2.9")], removed={"2.9": "Merged."}),
    "the words were polished": since(
        an_action("1.1", action="Recruit six additional nurses"), then=[an_action("1.1", action="Recruit six nurses")]
    ),
    "done, and now everyday business": since(an_action("1.1", "Blue"), then=[an_action("1.1", "Green")]),
    "a revised date": since(
        an_action("1.1", due="2020-09-30", revised="2020-12-31"), then=[an_action("1.1", due="2020-09-30")]
    ),
    "the same day in other words": since(
        an_action("1.1", due="2020-09-01/2020-09-30"), then=[an_action("1.1", due="2020-09-30")]
    ),
    "a date where there was none": since(an_action("1.1", due="2020-09-30"), then=[an_action("1.1", due="TBC")]),
    "moved, with news": since(an_action("1.1", "Red", progress="Late"), then=[an_action("1.1", progress="Begun")]),
    "a new action": since(an_action("1.2", "Red", progress="Late"), then=[]),
}


@pytest.mark.parametrize("case", SILENT)
def test_what_is_as_it_should_be_is_passed_over(case):
    """No rule on changes has anything to say of it."""
    codes = ["AP201", "AP202", "AP203", "AP204", "AP205", "AP206"]

    assert [str(finding) for code in codes for finding in found_by(code, SILENT[case])] == []


def test_a_reason_of_spaces_is_none():
    """The reason is printed: it has to be one."""
    paper = since(an_action("1.1"), then=[an_action("2.9", due=a_due("TBC").words)], removed={"2.9": "  "})

    assert [finding.code for finding in found_by("AP201", paper)] == ["AP201"]
