"""Curly quotes in a tag.

Word makes quotes curly as they are typed. In tags they are read as straight ones, so this works; but whoever copies
the tag elsewhere, or compares it with another, is led astray.

Example     {{ plan.total|plural(‘action’) }}
Instead     {{ plan.total|plural('action') }}: type the quote and press Ctrl+Z at once
Source      docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.typed import is_read, tags_in

_CURLY = "‘’“”"


def curly_quotes(proof: Proof) -> Iterator[Remark]:
    """Each tag in the text with a curly quote."""
    for page in proof.pages:
        for tag in tags_in(page.root):
            if any(quote in tag.words for quote in _CURLY) and is_read(tag):
                sentence = f'"{wording.shortened(tag.words)}" has curly quotes, which are read as straight ones'
                yield remark(tag.at, sentence, "type straight ones: press Ctrl+Z when Word has made a quote curly")


RULE = Rule("TP108", Severity.WARNING, curly_quotes)
