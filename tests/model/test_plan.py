"""The plan: deadlines, what is overdue, and counts that add up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from papers.findings import Place
from papers.model.due import Due
from papers.model.plan import Action, ActionPlan, Priority, Sheet, count_by_status
from papers.model.scheme import State, Status
from tests.builders import a_plan, sefton

STATUSES = sefton().rag
DAY = date(2021, 3, 16)
TBC = Due(words="TBC")


def a_status(state: State) -> Status:
    return Status(colour=state.name, label="x", meaning="x", state=state, fill="FFFFFF", text="000000")


def an_action(ref: str = "1", **parts: object) -> Action:
    values = {"ref": ref, "action": "Train", "lead": "Head", "due": TBC, "status": STATUSES[1]} | parts
    return Action.model_validate(values)


def due_on(day: date) -> Due:
    return Due(words="then", first=day, last=day)


@pytest.mark.parametrize(
    ("due", "revised", "overdue"),
    [
        ("15/03/2021", "", True),
        ("16/03/2021", "", False),
        ("17/03/2021", "", False),
        ("February 2021", "", True),
        ("March 2021", "", False),
        ("Q3 2020/21", "", True),
        ("Q4 2020/21", "", False),
        ("2020", "", True),
        ("Ongoing", "", False),
        ("TBC", "", False),
        ("15/03/2021", "31/03/2021", False),
        ("31/03/2021", "15/03/2021", True),
        ("15/03/2021", "TBC", True),
        ("TBC", "15/03/2021", True),
    ],
)
def test_an_open_action_is_overdue_after_the_last_day_of_its_deadline(due: str, revised: str, overdue: bool):
    """The revised date counts where there is one; a span counts by its last day; "TBC" revises no date away."""
    paper = a_plan(f"Ref|Action|Lead|Due|Revised due|RAG\n1|Train|Head|{due}|{revised}|Red", as_of="2021-03-16")

    assert paper.plan is not None
    (action,) = paper.plan.actions
    assert action.is_overdue(paper.as_of) is overdue
    assert str(action.deadline) == (due if revised == "TBC" else revised or due)


@pytest.mark.parametrize("state", list(State))
def test_only_what_is_still_to_be_done_can_be_overdue(state: State):
    """What is completed, business as usual, paused or superseded is never late."""
    action = an_action(due=due_on(DAY - timedelta(1)), status=a_status(state))

    assert action.is_overdue(DAY) is state.is_open


@given(st.dates(), st.dates(), st.dates())
@settings(max_examples=100, deadline=None)
def test_a_deadline_is_over_from_the_day_after_its_last_one(one: date, other: date, today: date):
    """Whatever the days: over is later than the last, and never before the first."""
    due = Due(words="then", first=min(one, other), last=max(one, other))

    assert due.is_over(today) is (today > max(one, other))
    assert not due.is_over(min(one, other))


actions = st.lists(st.sampled_from(STATUSES)).map(
    lambda statuses: [an_action(str(number), status=status) for number, status in enumerate(statuses)]
)


@given(actions)
@settings(max_examples=100, deadline=None)
def test_counts_by_status_always_add_up(counted: list[Action]):
    """Every action is counted once, every status is there in the council's order, and none has too many."""
    counts = count_by_status(counted, STATUSES)

    assert [status for status, _ in counts] == list(STATUSES)
    assert sum(count for _, count in counts) == len(counted)
    for status, count in counts:
        assert count == sum(action.status is status for action in counted)


def test_counts_of_no_actions_are_all_0():
    """A key with no actions still has every status."""
    assert [count for _, count in count_by_status([], STATUSES)] == [0] * len(STATUSES)


grouped = st.lists(st.tuples(st.sampled_from(["", "A", "B", "C"]), st.sampled_from(["", "Police", "Health"])))


@given(grouped, st.permutations(["A", "B", "D"]))
@settings(max_examples=100, deadline=None)
def test_every_action_is_in_one_group_whatever_it_is_grouped_by(drawn: list[tuple[str, str]], named: list[str]):
    """Grouping by priority or by partner loses no action and shows none twice; each group keeps the plan's order."""
    plan = ActionPlan(
        actions=tuple(an_action(str(n), priority=p, partner=q) for n, (p, q) in enumerate(drawn)),
        priorities=tuple(Priority(title=title) for title in named),
    )

    for groups in ([members for _, members in plan.by_priority()], [members for _, members in plan.by_partner()]):
        assert sorted((a.ref for members in groups for a in members), key=int) == [a.ref for a in plan.actions]
        assert all(members == sorted(members, key=plan.actions.index) for members in groups)
        assert all(groups)
    titles = [priority.title for priority, _ in plan.by_priority()]
    assert [title for title in titles if title in named] == [title for title in named if title in titles]


def test_actions_without_a_priority_come_last():
    """What belongs to no priority is shown after all that does, also where it stands first in the sheet."""
    plan = ActionPlan(
        actions=(an_action("1"), an_action("2", priority="B"), an_action("3", priority="A")),
        priorities=(Priority(title="A", ref="P1"), Priority(title="B")),
    )

    assert [(priority.title, [a.ref for a in members]) for priority, members in plan.by_priority()] == [
        ("A", ["3"]), ("B", ["2"]), ("", ["1"]),
    ]  # fmt: skip
    assert plan.by_priority()[0][0].ref == "P1"


def test_partners_come_in_the_order_in_which_the_plan_names_them():
    """Partners are not sorted by name."""
    plan = ActionPlan(
        actions=(an_action("1", partner="Police"), an_action("2", partner="Health"), an_action("3", partner="Police"))
    )

    assert [(partner, [a.ref for a in members]) for partner, members in plan.by_partner()] == [
        ("Police", ["1", "3"]), ("Health", ["2"]),
    ]  # fmt: skip


def test_actions_in_some_states_keep_their_order():
    """Actions of several states are those that stand for any of them."""
    paper = a_plan(
        """
        Ref | Action | Lead | Due | RAG
        1   | a      | b    | TBC | Red
        2   | a      | b    | TBC | Green
        3   | a      | b    | TBC | Amber
        4   | a      | b    | TBC | Red
        """
    )

    assert paper.plan is not None
    assert [a.ref for a in paper.plan.in_state(State.OFF_TRACK, State.ON_TRACK)] == ["1", "3", "4"]
    assert paper.plan.in_state(State.PAUSED) == []


def test_a_value_knows_its_cell_and_a_missing_column_the_row():
    """A cell is its column's letter and the row's number; where there is no column, the first cell of the row."""
    action = an_action(row=7, sheet=Sheet("plan.xlsx", "Actions", {"RAG": "AB"}))

    assert action.cell("RAG") == Place("plan.xlsx", "Actions", "AB7")
    assert action.cell("Impact") == Place("plan.xlsx", "Actions", "A7")


@pytest.mark.parametrize(
    "parts", [{"ref": 1}, {"action": None}, {"exempt": "no"}, {"due": "TBC"}, {"colour": "Red"}], ids=str
)
def test_an_action_is_made_of_what_it_should_be_or_not_at_all(parts: dict[str, object]):
    """Nothing is converted behind the author's back, and no unknown part is taken."""
    with pytest.raises(ValidationError):
        an_action(**parts)


def test_an_action_never_changes():
    """A rule or a document cannot alter what the author wrote."""
    with pytest.raises(ValidationError):
        an_action().ref = "2"  # type: ignore[misc]
