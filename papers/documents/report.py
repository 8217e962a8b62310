"""The scrutiny report: cover, decision block, numbered narrative."""

from papers.documents.document import Document
from papers.documents.promises import Words, recommendations, words_of
from papers.model.paper import Paper
from papers.model.promise import Promise


def promise(paper: Paper) -> Promise:
    """Every text of the decision block, and every heading and block of the narrative."""
    narrative: list[tuple[str, str]] = []
    for section in paper.narrative.sections:
        narrative.append((f"the heading of section {section.number}", section.title))
        texts = section.text.paragraphs()
        narrative += [(f'"{words[:40]}" in section {section.number}', words) for words in texts]
    return Promise(words=(*_decision_block(paper), *recommendations(paper), *narrative))


def _decision_block(paper: Paper) -> Words:
    """The texts of report.yaml of which the council has a block, by their keys."""
    report, profile = paper.report, paper.profile
    texts = {
        "summary": report.summary,
        "reasons": report.reasons,
        "alternatives": report.alternatives,
        "costs.revenue": report.costs.revenue,
        "costs.capital": report.costs.capital,
        "consultations.internal": report.consultations.internal,
        "consultations.external": report.consultations.external,
    }
    texts |= {f"implications.{key}": text for key, text in report.implications.items() if key in profile.implications}
    texts |= {f"core_purpose.{key}": text for key, text in report.core_purpose.items() if key in profile.core_purpose}
    return tuple(words for key, text in texts.items() for words in words_of(key, text))


DOCUMENT = Document("report.docx", "report.docx", promise)
