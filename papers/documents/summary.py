"""The summary for members, every number the plan's own."""

from papers import wording
from papers.documents.document import Document
from papers.documents.promises import counts_by_movement, counts_by_status, recommendations
from papers.model.paper import Paper
from papers.model.profile import Profile
from papers.model.promise import CountRow, Promise


def promise(paper: Paper) -> Promise:
    """A row for every status with its count, one for every partner and every movement, and every recommendation."""
    partners = paper.plan.by_partner() if paper.plan else []
    by_partner = tuple(CountRow(name, wording.count(len(actions))) for name, actions in partners if name)
    return Promise(
        words=recommendations(paper), counts=(*counts_by_status(paper), *by_partner, *counts_by_movement(paper))
    )


def prints(profile: Profile) -> tuple[str, ...]:
    """The recommendations, and all counts."""
    return (
        "report.recommendations[]",
        "plan.by_status[].status.colour",
        "plan.by_status[].count",
        "plan.by_partner[].name",
        "plan.by_partner[].total",
        "changes.movements[].words",
        "changes.movements[].count",
    )


DOCUMENT = Document("summary.docx", "summary.docx", promise, prints, needs_plan=True)
