"""Appendix 1: the action plan, every action under its priority with its status in word and colour."""

from papers.documents.document import Document
from papers.documents.promises import Words, counts_by_status
from papers.model.paper import Paper
from papers.model.plan import Action
from papers.model.profile import Profile
from papers.model.promise import ActionRow, Promise


def promise(paper: Paper) -> Promise:
    """Every action's row exactly once with its words, its status and its movement, and the counts by status."""
    changes = paper.changes.by_ref if paper.changes else {}
    moved = {ref: paper.profile.movements.of(change.movement.value) for ref, change in changes.items()}
    actions = paper.plan.actions if paper.plan else ()
    rows = tuple(_row(action, moved.get(action.ref, "")) for action in actions)
    return Promise(words=_removed(paper), actions=rows, counts=counts_by_status(paper))


def _row(action: Action, movement: str) -> ActionRow:
    words = (
        ("action", action.action), ("lead", action.lead), ("due date", action.due.words), ("progress", action.progress),
        ("movement", movement),
    )  # fmt: skip
    return ActionRow(action.ref, action.status.colour, action.status.fill, words)


def _removed(paper: Paper) -> Words:
    """Why actions of the last report are no longer there."""
    removed = paper.changes.removed if paper.changes else ()
    return tuple((f"why action {gone.action.ref} was removed", gone.reason) for gone in removed)


def prints(profile: Profile) -> tuple[str, ...]:
    """What is told of each action, and the counts."""
    told = ("ref", "action", "lead", "due", "progress", "status.colour", "change.words")
    counts = ("plan.by_status[].status.colour", "plan.by_status[].count")
    return (*counts, "changes.removed[].reason", *(f"plan.groups[].actions[].{name}" for name in told))


DOCUMENT = Document("appendix.docx", "appendix-1.docx", promise, prints, needs_plan=True)
