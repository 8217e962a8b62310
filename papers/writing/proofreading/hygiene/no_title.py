"""The template gives its documents no title.

A screen reader says the title when a document is opened, and browsers and Modern.Gov show it. Without one people hear
the name of a file.

Example     File, Info, Title is empty
Instead     File, Info, Title: {{ report.subject }}, which becomes the subject of each paper
Source      WCAG 2.2, 2.4.2 Page Titled; SI 2018/952
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def no_title(proof: Proof) -> Iterator[Remark]:
    """A document without a title among its properties, or with the same for every paper."""
    properties = proof.roots.get("docProps/core.xml")
    title = properties.findtext(_TITLE, "").strip() if properties is not None else ""
    if not title:
        yield remark(None, "the document has no title", "write {{ report.subject }} under File, Info, Title")
    elif "{{" not in title:
        sentence = f'the document\'s title is "{title}" in every paper'
        yield remark(None, sentence, "write {{ report.subject }} under File, Info, Title", Severity.WARNING)


RULE = Rule("TP301", Severity.ERROR, no_title)
