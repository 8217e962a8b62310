"""A tag that cannot be understood.

A tag prints a field, {{ report.subject }}, or says what to do with what follows: for, if, set, with, cellbg. Names of
fields hold no spaces, words stand in quotes.

Example     {%p fro appendix in report.appendices %}, {{ report subject }}
Instead     {%p for appendix in report.appendices %}, {{ report.subject }}
Source      docs/templates.md, Tags
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.errors import TemplateError
from papers.findings import Severity
from papers.writing.proofreading.meaning import read_parts
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.proofreading.tags.not_allowed import REFUSED
from papers.writing.typed import JOINED, STATEMENTS, Tag, meant, tags_in, tree_of

_KNOWN = "tags are " + wording.listing(["{{ a field }}", *(name for name in STATEMENTS if name[:3] != "end")])


def not_understood(proof: Proof) -> Iterator[Remark]:
    """Tags of a kind that does not exist, and tags that make no sense."""
    for root in read_parts(proof):
        for tag in tags_in(root):
            if not tag.prints and tag.keyword not in STATEMENTS:
                if tag.keyword.removeprefix("end") not in REFUSED:
                    yield _no_such(tag)
                continue
            try:
                tree_of(tag)
            except TemplateError as problem:
                yield _not_read(tag, str(problem))


def _no_such(tag: Tag) -> Remark:
    joined = JOINED.match(tag.words)
    right = JOINED.sub(r"{%\1 \2", tag.words) if joined else ""
    if not right and meant(tag):
        right = f"{{%{tag.prefix} {meant(tag)} %}}"
    words = wording.shortened(tag.words)
    if not tag.body:
        return remark(tag.at, f'the tag "{words}" is empty', "take it away")
    sentence = f'"{words}" is no tag: there is no "{tag.keyword}"'
    return remark(tag.at, sentence, f"type {right}" if right else _KNOWN)


def _not_read(tag: Tag, problem: str) -> Remark:
    words = wording.shortened(tag.words)
    prefixed = re.match(r"(p|r) (?=\w)", tag.body) if tag.prints and not tag.prefix else None
    if prefixed:
        right = f"{{{{{prefixed[1]} {tag.body[2:]} }}}}"
        return remark(tag.at, f'"{words}" has a space before its "{prefixed[1]}"', f"type {right}")
    if tag.prints and not tag.body:
        return remark(tag.at, f'the tag "{words}" is empty', "name the field that it is to print, or take it away")
    if not tag.prints and meant(tag) not in ("", tag.body):
        return remark(tag.at, f'"{words}" cannot be understood', f"type {{%{tag.prefix} {meant(tag)} %}}")
    sentence = f'"{words}" cannot be understood{_where(problem)}'
    return remark(tag.at, sentence, "names of fields hold no spaces, words stand in quotes, brackets come in pairs")


def _where(problem: str) -> str:
    """Where in a tag it goes wrong, by what Jinja says of it."""
    got = re.search(r"got '(.*)'$", problem)
    if got and got[1].startswith("end of"):
        return ": something is missing at its end"
    unexpected = got or re.search(r"unexpected (?:char )?'(.[^']*)'", problem)
    return f' from "{unexpected[1]}" on' if unexpected else ""


RULE = Rule("TP105", Severity.ERROR, not_understood)
