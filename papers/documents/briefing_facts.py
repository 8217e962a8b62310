"""The facts of a briefing: those of facts.py, and what slides tell besides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from papers.documents.facts import Facts
from papers.model.paper import Paper
from papers.model.plan import Action, ActionPlan, Strength
from papers.model.report import Body
from papers.model.text import ItemList, Paragraph, Runs, Table, Text


def briefing_facts_of(paper: Paper, facts: Facts) -> Facts:
    """`facts`, those of every document (facts.py), and besides them

    report.governance   bodies in the author's order: `body`, `reports_to`; nobody reports to itself
    plan.done           how many actions are completed or business as usual
    plan.overdue        how many are still to be done after their deadline
    plan.partners       every partner that has actions or strengths: `name`, `total`, `strengths`, `actions`
    plan.groups         each also with `total`, `done` and `attention`, counts of its actions
    an action           also whether it is `overdue`
    links               the web addresses that the narrative leads to: `words`, `address`, each address once
    """
    plan = paper.plan or ActionPlan(actions=())
    actions = _actions(facts, plan, paper)
    return {
        **facts,
        "report": {**facts["report"], "governance": _bodies(paper.report.governance)},
        "plan": {
            **_with_actions(facts["plan"], actions),
            "done": _done(plan.actions),
            "overdue": sum(action.is_overdue(paper.as_of) for action in plan.actions),
            "partners": list(_partners(plan, actions)),
            "groups": [_group(group, plan, actions, paper) for group in facts["plan"]["groups"]],
        },
        "changes": _with_actions(facts["changes"], actions),
        "links": _links(paper),
    }


def _actions(facts: Facts, plan: ActionPlan, paper: Paper) -> dict[str, Facts]:
    """Each action's facts by its Ref, with whether it is overdue."""
    told = {action["ref"]: action for group in facts["plan"]["groups"] for action in group["actions"]}
    return {each.ref: {**told[each.ref], "overdue": each.is_overdue(paper.as_of)} for each in plan.actions}


def _with_actions(facts: Facts, actions: Mapping[str, Facts]) -> Facts:
    """`facts` with the same actions in their lists, as `actions` has them."""
    return {name: _exchanged(value, actions) for name, value in facts.items()}


def _exchanged(value: Any, actions: Mapping[str, Facts]) -> Any:  # noqa: ANN401
    if not isinstance(value, list):
        return value
    return [actions[each["ref"]] if "lead" in each else _with_actions(each, actions) for each in value]


def _done(actions: tuple[Action, ...]) -> int:
    return sum(action.status.state.is_done for action in actions)


def _group(group: Facts, plan: ActionPlan, actions: Mapping[str, Facts], paper: Paper) -> Facts:
    refs = {action["ref"] for action in group["actions"]}
    members = tuple(action for action in plan.actions if action.ref in refs)
    late = sum(each.status.state.value == "off_track" or each.is_overdue(paper.as_of) for each in members)
    told = _with_actions(group, actions)
    return {**told, "total": len(members), "done": _done(members), "attention": late}


def _partners(plan: ActionPlan, actions: Mapping[str, Facts]) -> Iterator[Facts]:
    """Partners in the order in which actions name them first, then those of whom only strengths are told."""
    strengths: dict[str, list[Strength]] = {}
    for strength in plan.strengths:
        strengths.setdefault(strength.partner, []).append(strength)
    of_actions = dict(plan.by_partner())
    for name in dict.fromkeys((*of_actions, *strengths)):
        own = of_actions.get(name, [])
        yield {
            "name": name,
            "total": len(own),
            "strengths": [each.strength for each in strengths.get(name, [])],
            "actions": [actions[action.ref] for action in own],
        }


def _bodies(bodies: tuple[Body, ...]) -> list[Facts]:
    """The bodies that are named, one entry each."""
    found: dict[str, dict[str, None]] = {}
    for body in bodies:
        if body.body:
            found.setdefault(body.body, {}).update(
                dict.fromkeys(to for to in body.reports_to if to and to != body.body)
            )
    return [{"body": name, "reports_to": list(reports_to)} for name, reports_to in found.items()]


def _links(paper: Paper) -> list[Facts]:
    found: dict[str, str] = {}
    for section in paper.narrative.sections:
        for runs in _runs(section.text):
            for run in runs:
                if run.link.startswith(("http://", "https://")) and run.text.strip():
                    found.setdefault(run.link, run.text.strip())
    return [{"words": words, "address": address} for address, words in found.items()]


def _runs(text: Text) -> Iterator[Runs]:
    for block in text.blocks:
        match block:
            case Paragraph():
                yield block.runs
            case ItemList():
                yield from (item.runs for item in block.items)
            case Table():
                yield from (cell for row in (block.header, *block.rows) for cell in row)
