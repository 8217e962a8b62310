"""The language of the document, or of words in it, is none that a British council's papers are in.

A screen reader chooses its voice by the language: English words marked as American are said with an American accent,
those marked as German cannot be understood. Spelling is checked by it, too. English (United Kingdom) and Welsh are
fine.

Example     a template started from a document that was made with American settings
Instead     select all (Ctrl+A), Review, Language, Set Proofing Language, English (United Kingdom), Set As Default
Source      WCAG 2.2, 3.1.1 Language of Page and 3.1.2 Language of Parts
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import printed, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_OURS = ("en-gb", "cy-gb")
_NONE = ("", "x-none", "zxx", "none")
_CHOOSE = "Review, Language, Set Proofing Language, English (United Kingdom)"


def language(proof: Proof) -> Iterator[Remark]:
    """The language of the document as a whole, and words in others: once, with how often and the first place."""
    usual = proof.appearance.usual("lang").value
    if usual.casefold() in _NONE:
        yield remark(None, "the document does not say which language it is in", f"{_CHOOSE}, Set As Default")
    elif usual.casefold() not in _OURS:
        sentence = f"the document is in the language {usual}: a screen reader reads it with the voice for that"
        yield remark(None, sentence, f"{_CHOOSE}, Set As Default", Severity.WARNING)
    others = _in_others(proof, {*_OURS, *_NONE, usual.casefold()})
    if others:
        named = wording.listing(sorted(set(others.values())), "or")
        sentence = f"words here are in the language {named}"
        if len(others) > 1:
            sentence = (
                f"words of {wording.in_words(len(others))} paragraphs are in the language {named}; here are the first"
            )
        yield remark(next(iter(others)), sentence, f"select them, then {_CHOOSE}", Severity.WARNING)


def _in_others(proof: Proof, known: set[str]) -> dict[Element, str]:
    """The paragraphs with words in a language that is not known, and which it is."""
    found: dict[Element, str] = {}
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p"):
            for run, _ in printed(paragraph):
                named = proof.appearance.of_run(run, "lang").value
                if named.casefold() not in known:
                    found.setdefault(paragraph, named)
    return found


RULE = Rule("TP320", Severity.ERROR, language)
