"""Numbers, letters or bullets that are typed before text.

A list of Word tells how many items it has and goes on counting when one is added; typed numbers do neither. The capital
letters of a council's form ("(A) Revenue Costs") belong to its headings and are left alone there.

Example     "1. The report be noted", with the number typed
Instead     Home, Numbering or Bullets, or a style that has them
Source      WCAG 2.2, 1.3.1 Info and Relationships; Microsoft, Rules for the Accessibility Checker
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import as_typed, is_removed, seen_in, value_of
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import style_of

_NUMBER = re.compile(
    r"\s*(\d{1,2}[.)]|\(\d{1,2}\)|\d{1,2}(?:\.\d{1,2})+[.)]?(?=\s+[A-Z{]|\t|\{)|[a-z][.)]|[A-Z]\)|\([A-Za-z]\)"
    r"|\(?[ivx]{1,4}[.)])(?:\s+(?=[\w\"\u201c\u2018(])|\s*(?=\{))"
)
_BULLET = re.compile(r"\s*([-\u2013\u2014*\u2022\u00b7\u25aa\u25cf\u25cb\uf0b7]|o(?=\t))\s+(?=[\w{\"\u201c\u2018(])")
_LETTER = re.compile(r"\(?[A-Z]\)")


def typed_numbering(proof: Proof) -> Iterator[Remark]:
    """Each paragraph that starts with a number, a letter or a bullet of its own, and belongs to no list."""
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p"):
            words = as_typed(paragraph)
            found = _NUMBER.match(words) or _BULLET.match(words)
            if not found or _is_in_list(proof, paragraph) or is_removed(paragraph):
                continue
            if _LETTER.fullmatch(found[1]) and style_of(paragraph) in proof.heading_styles:
                continue
            what, button = ("number", "Numbering") if found.re is _NUMBER else ("bullet", "Bullets")
            sentence = f'the {what} "{found[1]}" is typed before the text'
            yield remark(paragraph, sentence, f"delete it and choose Home, {button}, or a style of a list")


def _is_in_list(proof: Proof, paragraph: Element) -> bool:
    numbering = proof.appearance.of_paragraph(paragraph, "numPr").element
    number = numbering.find(W + "numId") if numbering is not None else None
    return number is not None and value_of(number) not in ("", "0")


RULE = Rule("TP317", Severity.WARNING, typed_numbering)
