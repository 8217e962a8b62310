"""A tag that prints several fields at once.

A group has fields, and a list has entries: neither is words. The tag names one field, or repeats the list.

Example     {{ report.contact }}
Instead     {{ report.contact.name }}
Source      docs/templates.md, Fields
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.field_path import Meaning
from papers.writing.proofreading.meaning import understood
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.typed import Tag


def printed_whole(proof: Proof) -> Iterator[Remark]:
    """Each tag that prints a group, a list of groups or texts, or any list as blocks or runs of text."""
    for told in understood(proof).prints:
        if told.meaning is None:
            continue
        field = told.meaning.field
        if field.kind == "group":
            names = wording.listing((each.name for each in field.fields), "or")
            yield remark(told.tag.at, f'"{_typed(told.tag)}" is a group', f"name one of its fields: {names}")
        elif field.kind == "list" and (told.tag.prefix or field.of in ("group", "text")):
            yield remark(told.tag.at, f'"{_typed(told.tag)}" is a list', _repeated(told.tag, told.meaning))


def _typed(tag: Tag) -> str:
    return wording.shortened(tag.body)


def _repeated(tag: Tag, meaning: Meaning) -> str:
    field = meaning.field
    inner = f"each.{field.fields[0].name}" if field.fields else "each"
    printed = f"{{{{p {inner} }}}}" if field.of == "text" else f"{{{{ {inner} }}}}"
    return f"put {{%p for each in {_typed(tag)} %}}, {printed} and {{%p endfor %}} each into a paragraph of its own"


RULE = Rule("TP202", Severity.ERROR, printed_whole)
