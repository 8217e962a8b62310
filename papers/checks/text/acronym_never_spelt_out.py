"""An acronym is never spelt out.

Parents and new members do not know that YOT is a team. Each acronym of the report and the narrative is looked for in
brackets after its words, with its words in brackets after it, or as the initials of a name in capitals somewhere in
the text. Those that everybody knows (NHS, GP, UK) and the words of a plan's ratings are passed over.

Example     "the CCG reviews the service", and no sentence has "Clinical Commissioning Group"
Instead     "the Clinical Commissioning Group (CCG) reviews the service", where it is first used
Source      Government Digital Service, style guide: abbreviations and acronyms are explained where they are first used
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator

from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import Sentence, sentences
from papers.checks.prose.words import word_set
from papers.findings import Severity
from papers.model.paper import Paper

_ACRONYM = re.compile(r"(?<![\w.&/'’£-])([A-Z][A-Z&]{0,6}[A-Z])(?:s|['’]s)?(?![\w&/]|['’-]\w|\.\w)")
_KNOWN = word_set(
    """UK GB EU UN US USA NHS GP GPS BBC MP MPS HM UNICEF NATO IT PC TV PDF ID PIN SMS AGM CEO VAT PAYE DVD CD AI
    FAQ GCSE BSL PO OBE MBE CBE JP QC KC BA BSC MSC MA PHD RAG BRAG COVID OFSTED AM PM NB NA TBC TBA TBD EDI PR
    AOB DOB HIV AIDS NOT AND OR ALL NO YES THE TO ONLY MUST ANY NEW NIL IS IN OF ON AT BY IF IT WE BE DO SO UP
    A&E HMRC RE VIP DIY ASAP EHRC LGA DFE FTE HR"""
)
_ROMAN = re.compile(r"[IVXLC]+")
_BRACKET = re.compile(r"\(")
_JOINERS = frozenset(("and", "of", "for", "the", "in", "to", "on", "with", "&", "a"))
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
# Keys whose words are references, addresses and names rather than sentences.
_NO_TEXT = (
    "contact",
    "consultations.finance_reference",
    "consultations.legal_reference",
    "background_papers",
    "report_of",
)


def acronym_never_spelt_out(paper: Paper) -> Iterator[Report]:
    """Each acronym that no sentence explains, where it is first used."""
    said = [sentence for sentence in sentences(paper) if not sentence.place.key.startswith(_NO_TEXT)]
    first: dict[str, Sentence] = {}
    for sentence in said:
        if not _is_in_capitals(sentence.words):
            for found in _ACRONYM.finditer(sentence.words):
                if _is_one(found[1], sentence.words[max(found.start() - 12, 0) : found.start()]):
                    first.setdefault(found[1], sentence)
    explained = _explained(said) if first else frozenset()
    initials = " ".join(_initials(sentence.words, first) for sentence in said) if first else ""
    for acronym, sentence in first.items():
        if acronym not in explained and acronym.replace("&", "") not in initials:
            yield at(
                sentence.place,
                f'"{acronym}" is never spelt out: {sentence.quoted}',
                f"write its words, with ({acronym}) after them, where it is first used",
            )


def _is_one(acronym: str, before: str) -> bool:
    """Whether capitals are an acronym that people may not know, and no number, letter of an annex or stressed word."""
    if acronym in _KNOWN or _ROMAN.fullmatch(acronym) or before.endswith(("Appendix ", "Annex ", "Schedule ", "Part ")):
        return False
    vowels = sum(letter in "AEIOU" for letter in acronym)
    return len(acronym) < 6 or 3 * vowels < len(acronym)


def _is_in_capitals(words: str) -> bool:
    """Whether a line is a heading in capitals."""
    letters = sum(map(str.isalpha, words))
    return letters > 12 and 2 * sum(map(str.isupper, words)) > letters


def _explained(said: list[Sentence]) -> frozenset[str]:
    """Acronyms that stand in brackets after a word, or that have several words in brackets after them."""
    found: set[str] = set()
    for sentence in said:
        for bracket in _BRACKET.finditer(sentence.words):
            inside, closed, _ = sentence.words[bracket.end() : bracket.end() + 120].partition(")")
            before = sentence.words[max(bracket.start() - 12, 0) : bracket.start()].rstrip().rpartition(" ")[2]
            in_brackets = _ACRONYM.match(inside.removeprefix("the ").strip("\"“”‘’' "))
            if in_brackets and before and not before.isupper():
                found.add(in_brackets[1])
            elif closed and before.isupper() and len(inside.split()) >= 2:
                found.add(before.strip("\"“”‘’',"))
    return frozenset(found)


def _initials(words: str, acronyms: Container[str]) -> str:
    """The initials of words in capitals as they follow one another: "Care Quality Commission of England" is "CQCE".

    A word wholly in capitals gives all its letters, one of `acronyms` none. A small word breaks the chain; "and" and
    "of" do not, nor does one after a hyphen: "Multi-agency Safeguarding Hub" is "MASH".
    """
    chain = []
    for found in _WORD.finditer(words):
        word = found[0]
        after_hyphen = words[found.start() - 1 : found.start()] == "-"
        if word[0].isupper():
            chain.append(" " if word in acronyms else word if word.isupper() else word[0])
        elif after_hyphen:
            chain.append(word[0].upper())
        elif word not in _JOINERS:
            chain.append(" ")
    return "".join(chain)


CHECK = Check("TX403", Severity.WARNING, acronym_never_spelt_out)
