"""The scrutiny report: cover, decision block, numbered narrative."""

from papers.documents.document import Document
from papers.model.paper import Paper
from papers.model.promise import Promise


def promise(paper: Paper) -> Promise:
    """Every recommendation, section heading and block of the narrative, in words."""
    words = [
        (f"recommendation {number}", text)
        for number, recommendation in enumerate(paper.report.recommendations, 1)
        for text in recommendation.paragraphs()
    ]
    for section in paper.narrative.sections:
        words.append((f"the heading of section {section.number}", section.title))
        words += [(f'"{text[:40]}" in section {section.number}', text) for text in section.text.paragraphs()]
    return Promise(words=tuple(words))


DOCUMENT = Document("report.docx", "report.docx", promise)
