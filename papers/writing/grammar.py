"""What is wrong with the grammar of a page's tags, as docxtpl-lint judges it, each fault at its paragraph.

The only home of docxtpl-lint. It is shown a page at a time as if that were a document, so that it sees endnotes too.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from docxtpl_lint.api import lint
from docxtpl_lint.core import Issue

from papers.office.ooxml import Element, W, as_bytes, parse_part
from papers.office.package import write_package
from papers.writing.spots import DOCUMENT, Page, own_texts, words_of
from papers.writing.typed import BLOCKS, JOINED, elements_of, meant, mended, tags_in

UNCLOSED, SPREAD = "DTL001", "DTL002"
# What rules of our own judge, or nobody asks: tracked changes, suppressions, names and data.
_OTHERS_JUDGE = ("DTL003", "DTL005", "DTL103", "DTL104", "DTL105", "DTL106", "DTL3", "DTL4")
_DIRECTIVE = "docxtpl-lint"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of grammar.

    rule        docxtpl-lint's id of it, "DTL209"
    at          the paragraph
    words       the tag as it is typed
    facts       what docxtpl-lint knows of it, by the names that its rule gives them
    message     its own words
    """

    rule: str
    at: Element
    words: str
    facts: dict[str, Any]
    message: str


def faults_of(page: Page) -> list[Fault]:
    """The faults of a page in the order of its paragraphs. A tag that is not closed hides no other fault."""
    paragraphs = _paragraphs(page.root)
    return [
        Fault(issue.rule, paragraphs[max(issue.location.paragraph, 1) - 1], issue.snippet, issue.params, issue.message)
        for issue in _judged(as_bytes(page.root))
        if paragraphs
    ]


def _paragraphs(root: Element) -> list[Element]:
    return [element for element in elements_of(root) if element.tag == W + "p"]


@functools.lru_cache(maxsize=32)
def _judged(content: bytes) -> tuple[Issue, ...]:
    """All issues of a page: those of tags that are not closed, then those that are left once they are."""
    root = parse_part(content, "", DOCUMENT)
    for element in set(root.iter("*")) - set(elements_of(root)):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    for paragraph in root.iter(W + "p"):
        _correct_statements(paragraph)
    unclosed = [issue for issue in _issues(root) if issue.rule in (UNCLOSED, SPREAD)]
    paragraphs = _paragraphs(root)
    for issue in unclosed:
        _close(paragraphs, issue)
    left = (issue for issue in _issues(root) if issue.rule not in (UNCLOSED, SPREAD))
    return tuple(sorted((*unclosed, *left), key=lambda issue: issue.location.paragraph))


def _issues(root: Element) -> list[Issue]:
    page = write_package({DOCUMENT: as_bytes(root)})
    try:
        issues: list[Issue] = lint(page, ignore=_OTHERS_JUDGE, autoescape=True).issues
    except ValueError:  # a number of more digits than Python takes; TP105 names its tag
        return []
    return issues


def _correct_statements(paragraph: Element) -> None:
    """Put misspelt words of blocks right, so that a block is not called open besides; pass over orders to the judge."""
    words = words_of(paragraph)
    corrected = JOINED.sub(r"{%\1 \2", words.replace(_DIRECTIVE, ""))
    for tag in tags_in(paragraph) if "{%" in words else ():
        right = "" if tag.prints else meant(tag)
        if right.partition(" ")[0].removeprefix("end") in (*BLOCKS, "else", "elif") and right != tag.body:
            corrected = corrected.replace(tag.words, f"{{%{tag.prefix} {right} %}}")
    if corrected != words:
        _write(paragraph, corrected)


def _close(paragraphs: list[Element], issue: Issue) -> None:
    """Close the tags of a paragraph, and forget the rest of one that goes on in a later paragraph."""
    first = paragraphs[issue.location.paragraph - 1]
    _write(first, mended(words_of(first)))
    if issue.rule == SPREAD:
        last = paragraphs[issue.params["end_para"] - 1]
        _write(last, words_of(last).partition(issue.snippet[-2:])[2])


def _write(paragraph: Element, words: str) -> None:
    texts: Iterator[Element] = own_texts(paragraph)
    for number, text in enumerate(list(texts)):
        text.text = words if number == 0 else ""
