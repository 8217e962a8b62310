"""A loop over something that is no list.

Only lists have several of something to repeat. A word would be repeated letter by letter.

Example     {%p for line in report.subject %}
Instead     {%p for appendix in report.appendices %}; `papers template fields` tells which fields are lists
Source      docs/templates.md, Fields
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.model.field import Field
from papers.writing.proofreading.meaning import understood
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def loop_over_no_list(proof: Proof) -> Iterator[Remark]:
    """Each loop over a field that is something else than a list."""
    for told in understood(proof).loops:
        if told.meaning and told.meaning.field.kind != "list":
            typed = told.tag.body.partition(" in ")[2]
            sentence = f'"{wording.shortened(typed)}" is no list, and cannot be repeated'
            yield remark(told.tag.at, sentence, _advice(told.meaning.field))


def _advice(field: Field) -> str:
    lists = [each.name for each in field.fields if each.kind == "list"]
    if lists:
        return f"name one of its lists: {wording.listing(lists, 'or')}"
    return "take the loop and its end away, or name a list"


RULE = Rule("TP206", Severity.ERROR, loop_over_no_list)
