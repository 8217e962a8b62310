"""Appendix 1: the action plan, every action under its priority with its status in word and colour."""

from papers import wording
from papers.documents.document import Document
from papers.model.paper import Paper
from papers.model.plan import count_by_status
from papers.model.promise import ActionRow, CountRow, Promise


def promise(paper: Paper) -> Promise:
    """Every action's row exactly once with its status, and the counts by status."""
    actions = paper.plan.actions if paper.plan else ()
    return Promise(
        actions=tuple(ActionRow(a.ref, a.status.colour, a.status.fill) for a in actions),
        counts=tuple(
            CountRow(status.colour, wording.count(count), status.fill)
            for status, count in count_by_status(actions, paper.profile.rag)
        ),
    )


DOCUMENT = Document("appendix.docx", "appendix-1.docx", promise, needs_plan=True)
