"""A field that is printed by a tag of another kind.

A text may have paragraphs, lists and links: {{p ... }} prints them as they are, {{r ... }} in the line, and {{ ... }}
runs all of it together. A date, a number or a yes is no text: {{p ... }} would print 2021-03-16, or True.

Example     {{ report.summary }}, {{p report.meeting_date }}
Instead     {{p report.summary }} alone in a paragraph, {{ report.meeting_date }}
Source      docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.proofreading.meaning import understood
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_NO_TEXT = {"day": "a date", "number": "a number", "share": "a number", "yes or no": "a yes or no"}


def other_kind_of_tag(proof: Proof) -> Iterator[Remark]:
    """Texts that are run together, and dates, numbers and answers that are printed as a computer has them."""
    for told in understood(proof).prints:
        kind = told.meaning.field.kind if told.meaning else ""
        body = wording.shortened(told.tag.body)
        if kind == "text" and not told.tag.prefix and told.tag.start >= 0:
            sentence = f'"{wording.shortened(told.tag.words)}" runs the paragraphs and lists of this text together'
            remedy = f"type {{{{p {body} }}}} into a paragraph of its own, or {{{{r {body} }}}} in the line"
            yield remark(told.tag.at, sentence, remedy)
        elif kind in _NO_TEXT and told.tag.prefix in ("p", "r"):
            sentence = f'"{body}" is {_NO_TEXT[kind]} and no text: "{wording.shortened(told.tag.words)}" prints it bare'
            yield remark(told.tag.at, sentence, f"type {{{{ {body} }}}}", Severity.ERROR)


RULE = Rule("TP207", Severity.WARNING, other_kind_of_tag)
