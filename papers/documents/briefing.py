"""The briefing for members: slides on the inspection, the plan's position, every partner, and what comes next."""

from __future__ import annotations

from papers.documents.document import Document
from papers.documents.promises import Words, counts_by_movement, counts_by_status, recommendations
from papers.model.paper import Paper
from papers.model.plan import Action
from papers.model.profile import Profile
from papers.model.promise import ActionRow, Promise


def promise(paper: Paper) -> Promise:
    """Every action's row once, with its area, its action and its status; the counts by status and by movement; every
    recommendation, and every strength.
    """
    actions = paper.plan.actions if paper.plan else ()
    counts = (*counts_by_status(paper), *counts_by_movement(paper))
    return Promise(
        words=(*recommendations(paper), *_strengths(paper)), actions=tuple(map(_row, actions)), counts=counts
    )


def _row(action: Action) -> ActionRow:
    words = (("area for development", action.area), ("action", action.action))
    return ActionRow(action.ref, action.status.colour, action.status.fill, words)


def _strengths(paper: Paper) -> Words:
    told = paper.plan.strengths if paper.plan else ()
    return tuple((f"a strength of {each.partner}", each.strength) for each in told)


def prints(profile: Profile) -> tuple[str, ...]:
    """What is told of each action, of each partner, and the counts."""
    told = ("ref", "area", "action", "status.colour")
    return (
        "report.recommendations[]",
        "plan.by_status[].count",
        "changes.movements[].count",
        "plan.partners[].strengths[]",
        *(f"plan.partners[].actions[].{name}" for name in told),
    )


DOCUMENT = Document("briefing.pptx", "briefing.pptx", promise, prints, needs_plan=True)
