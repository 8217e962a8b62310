"""A tag whose braces are not what they should be.

A tag starts with two braces, or a brace and a per cent sign, and ends with the same the other way round, all in one
paragraph. Otherwise it is printed as it is, or swallows the text behind it.

Example     {{ report.subject }, {{ report.subject %}, { report.subject }}
Instead     {{ report.subject }}
Source      docxtpl-lint DTL001 and DTL002; docs/templates.md, Tags
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.grammar import SPREAD, UNCLOSED, faults_of
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of
from papers.writing.typed import WHOLE, elements_of, unclosed

_STRAY = re.compile(r"\{?([^{}%]*)(\}\}|%\})")
_SINGLE = re.compile(r"(?<![{$])\{ ?([a-z_]+)\.[\w.\[\]]+ ?\}(?!\})")


def not_closed(proof: Proof) -> Iterator[Remark]:
    """Tags that are not closed or closed otherwise, those spread over paragraphs, and those that are not opened."""
    for page in proof.pages:
        faults = faults_of(page)
        open_ones = {fault.at for fault in faults if fault.rule == UNCLOSED}
        spread = {fault.at for fault in faults if fault.rule == SPREAD}
        for paragraph in elements_of(page.root):
            if paragraph.tag != W + "p":
                continue
            words = words_of(paragraph)
            if paragraph in spread:
                sentence = f'the tag "{_short(next(unclosed(words), (words, ""))[0])}" goes on in another paragraph'
                yield remark(paragraph, sentence, "type the whole tag into one paragraph")
            elif paragraph in open_ones:
                yield from (_not_closed(paragraph, *each) for each in unclosed(words))
            elif not spread:
                yield from _not_opened(proof, paragraph, words)
    yield from _in_properties(proof)


def _not_closed(at: Element, typed: str, closed: str) -> Remark:
    opener, closer = typed[:2], closed[-2:]
    end = next((each for each in ("}}", "%}", "#}", "}") if typed.endswith(each)), "")
    if end in ("", "}"):
        return remark(at, f'the tag "{_short(typed)}" is not closed', f'end it with "{closer}": {_short(closed)}')
    sentence = f'the tag "{_short(typed)}" starts with "{opener}" but ends with "{end}"'
    return remark(at, sentence, f'end it with "{closer}": {_short(closed)}')


def _not_opened(proof: Proof, at: Element, words: str) -> Iterator[Remark]:
    rest = WHOLE.sub("", words)
    for found in _STRAY.finditer(rest):
        opener = "{{" if found[2] == "}}" else "{%"
        sentence = f'"{_short(found[0])}" ends like a tag, but nothing opens it'
        yield remark(at, sentence, f'start it with "{opener}", or take the "{found[2]}" away')
    for found in _SINGLE.finditer(_STRAY.sub("", rest)):
        if proof.fields.find(found[1]):
            sentence = f'"{found[0]}" would be printed as it is: a tag has two braces on either side'
            yield remark(at, sentence, f"type {{{found[0]}}}")


def _in_properties(proof: Proof) -> Iterator[Remark]:
    for part in ("docProps/core.xml", "docProps/app.xml"):
        for element in proof.roots[part].iter("*") if part in proof.roots else ():
            for typed, closed in unclosed(element.text or ""):
                yield _not_closed(element, typed, closed)


def _short(words: str) -> str:
    return wording.shortened(words, 60)


RULE = Rule("TP101", Severity.ERROR, not_closed)
