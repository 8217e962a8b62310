"""The facts of a briefing: those of facts.py, and what slides tell besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from papers.documents.facts import Facts
from papers.model.paper import Paper
from papers.model.plan import Action, ActionPlan, Strength
from papers.model.report import Body


def briefing_facts_of(paper: Paper, facts: Facts) -> Facts:
    """`facts`, those of every document (facts.py), and besides them

    report.governance   bodies in the author's order: `body`, `reports_to`; nobody reports to itself
    plan.done           how many actions are completed or business as usual
    plan.overdue        how many are still to be done after their deadline
    plan.partners       every partner that has actions or strengths: `name`, `total`, `strengths`, `actions`
    plan.groups         each also with `total`, `done` and `attention`, counts of its actions
    links               the web addresses that the narrative leads to: `words`, `address`, each address once
    """
    plan = paper.plan or ActionPlan(actions=())
    groups = zip(facts["plan"]["groups"], plan.by_priority(), strict=True)
    return {
        **facts,
        "report": {**facts["report"], "governance": _bodies(paper.report.governance)},
        "plan": {
            **facts["plan"],
            "done": _done(plan.actions),
            "overdue": sum(action.is_overdue(paper.as_of) for action in plan.actions),
            "partners": list(_partners(plan, facts)),
            "groups": [{**group, **_counted(actions, paper)} for group, (_, actions) in groups],
        },
        "links": _links(paper),
    }


def _done(actions: Iterable[Action]) -> int:
    return sum(action.status.state.is_done for action in actions)


def _counted(actions: Sequence[Action], paper: Paper) -> Facts:
    """The counts of the actions under a priority."""
    attention = sum(action.wants_attention(paper.as_of) for action in actions)
    return {"total": len(actions), "done": _done(actions), "attention": attention}


def _partners(plan: ActionPlan, facts: Facts) -> Iterator[Facts]:
    """Partners in the order in which actions name them first, then those of whom only strengths are told."""
    told = {action["ref"]: action for group in facts["plan"]["groups"] for action in group["actions"]}
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
            "actions": [told[action.ref] for action in own],
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
        for runs in section.text.lines():
            for run in runs:
                if run.link.startswith(("http://", "https://")) and run.text.strip():
                    found.setdefault(run.link, run.text.strip())
    return [{"words": words, "address": address} for address, words in found.items()]
