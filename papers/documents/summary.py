"""The summary for members: two pages at most, every number the plan's own."""

from papers import wording
from papers.documents.document import Document
from papers.model.paper import Paper
from papers.model.plan import count_by_status
from papers.model.promise import CountRow, Promise


def promise(paper: Paper) -> Promise:
    """A row for every status with its count, one for every partner, and every recommendation."""
    actions = paper.plan.actions if paper.plan else ()
    counts = [
        CountRow(status.colour, wording.count(count), status.fill)
        for status, count in count_by_status(actions, paper.profile.rag)
    ]
    partners = paper.plan.by_partner() if paper.plan else []
    counts += [CountRow(name, wording.count(len(theirs))) for name, theirs in partners if name]
    words = [
        (f"recommendation {number}", text)
        for number, recommendation in enumerate(paper.report.recommendations, 1)
        for text in recommendation.paragraphs()
    ]
    return Promise(words=tuple(words), counts=tuple(counts))


DOCUMENT = Document("summary.docx", "summary.docx", promise, needs_plan=True)
