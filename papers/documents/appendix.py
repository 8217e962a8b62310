"""Appendix 1: the action plan, every action under its priority with its status in word and colour."""

from papers.documents.document import Document
from papers.documents.promises import counts_by_status
from papers.model.paper import Paper
from papers.model.plan import Action
from papers.model.profile import Profile
from papers.model.promise import ActionRow, Promise


def promise(paper: Paper) -> Promise:
    """Every action's row exactly once with its words and its status, and the counts by status."""
    actions = paper.plan.actions if paper.plan else ()
    return Promise(actions=tuple(_row(action) for action in actions), counts=counts_by_status(paper))


def _row(action: Action) -> ActionRow:
    words = (("action", action.action), ("lead", action.lead), ("due date", action.due.words))
    return ActionRow(action.ref, action.status.colour, action.status.fill, (*words, ("progress", action.progress)))


def prints(profile: Profile) -> tuple[str, ...]:
    """What is told of each action, and the counts."""
    told = ("ref", "action", "lead", "due", "progress", "status.colour")
    counts = ("plan.by_status[].status.colour", "plan.by_status[].count")
    return (*counts, *(f"plan.groups[].actions[].{name}" for name in told))


DOCUMENT = Document("appendix.docx", "appendix-1.docx", promise, prints, needs_plan=True)
