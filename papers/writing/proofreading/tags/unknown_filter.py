"""A filter or a test that does not exist.

What stands behind a field and a bar words it otherwise, {{ plan.total|in_words }}; what stands behind "is" asks
something of it. Both have fixed names.

Example     {{ plan.total|in_word }}
Instead     {{ plan.total|in_words }}
Source      docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.language import nodes, vocabulary
from papers.writing.proofreading.meaning import read_parts
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.typed import Tag, is_read, tags_in, tree_of

_FOR_CELLS = {"one_line", "fill", "text_colour"}


def unknown_filter(proof: Proof) -> Iterator[Remark]:
    """Each filter and each test that the language does not know."""
    for root in read_parts(proof):
        for tag in tags_in(root):
            yield from _unknown(tag)


def _unknown(tag: Tag) -> Iterator[Remark]:
    tree = tree_of(tag) if is_read(tag) else None
    if tree is None:
        return
    filters, tests, *_ = vocabulary()
    parts = [tree, *tree.find_all((nodes.Filter, nodes.Test))]
    for name in dict.fromkeys(part.name for part in parts if isinstance(part, nodes.Filter)):
        if name not in filters:
            yield _no_such("filter", name, filters - _FOR_CELLS, tag)
    for name in dict.fromkeys(part.name for part in parts if isinstance(part, nodes.Test)):
        if name not in tests:
            yield _no_such("test", name, tests, tag)


def _no_such(kind: str, name: str, there: frozenset[str], tag: Tag) -> Remark:
    known = sorted(each for each in there if each.isidentifier())
    advice = wording.did_you_mean(name, known) or f"there are {wording.listing(known)}"
    return remark(tag.at, f'there is no {kind} "{name}"', advice)


RULE = Rule("TP107", Severity.ERROR, unknown_filter)
