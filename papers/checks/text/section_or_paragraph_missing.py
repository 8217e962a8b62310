"""The text refers to a section or paragraph that the report does not have.

A reference leads nowhere after a paragraph was moved or taken out. The numbers are those that Word will count:
"section 3", "paragraph 2.4". Sections of Acts, paragraphs of Schedules and numbers of other papers are passed over
("section 20 of the Children Act 2004", "paragraph 3 of Schedule 12A", "a section 47 enquiry").

Example     "see paragraph 2.12", where section 2 has nine paragraphs
Instead     correct the number, or name the section by its heading
Source      domain practice: references that were typed before the text was shortened
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.checks.prose.references import Reference, pattern, references
from papers.checks.prose.sentences import Sentence, sentences
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.text import Paragraph

_SECTION = pattern(r"[Ss]ections?", r"\d{1,3}")
_PARAGRAPH = pattern(r"[Pp]ara(?:graph)?s?\.?", r"\d{1,3}(?:\.\d{1,3}){0,2}")
_ALONE = pattern(r"[Ss]ee|[Aa]t|[Ii]n|[Uu]nder", r"\d{1,2}\.\d{1,2}(?=\ (?:above|below)\b)")
_LAW = re.compile(
    r"\b(?:Acts?|Regulations?|Schedules?|Order|Code|Bill|Directive|Convention|Standing\ Orders|Constitution|statut\w*"
    r"|legislation|duty|duties|enquir\w+|inquir\w+|guidance|framework|handbook|judgment|licen[cs]e|agreement|notice"
    r"|lease|planning|monies|contribution\w*|placements?|[Oo]fficer|audit|powers?|appeal|Mental\ Health)\b|\bs\.\ ?\d"
)
# "section 9 below", "see section 9", "section 9 sets out": of this report, whatever number it has.
_HERE_AFTER = re.compile(
    r"\)|\.?$|[,;]|\ (?:above|below|of\ this|gives?|sets?|shows?|describes?|explains?|says?|lists?|deals?|has|covers?"
    r"|contains?|reports?|summarises?|and\ the\ conclusions?)\b"
)
_HERE_BEFORE = re.compile(r"(?:\b(?:[Ss]ee|[Ss]ee also|in|noted in|under|at|to|by)|\()\ ?$")
# Sections of Acts that officers know by number alone.
_STATUTORY = 15


def section_or_paragraph_missing(paper: Paper) -> Iterator[Report]:
    """References to sections and paragraphs that the narrative does not have; none where there is no narrative."""
    if not paper.narrative.sections:
        return
    paragraphs = _paragraphs(paper)
    many = len(paper.narrative.sections)
    for sentence in sentences(paper):
        if _LAW.search(sentence.words) or (sentence.before and _LAW.search(sentence.before.words)):
            continue
        for reference in references(sentence, _SECTION):
            if not 1 <= int(reference.number) <= many and _is_of_this_report(reference, sentence):
                yield _missing(sentence, f"section {reference.number}", f"it has {many}")
        for reference in (*references(sentence, _PARAGRAPH), *references(sentence, _ALONE)):
            if reference.number not in paragraphs and _is_numbered_so(reference.number, paper):
                yield _missing(sentence, f"paragraph {reference.number}", _those_there(reference.number, paragraphs))


def _missing(sentence: Sentence, what: str, there: str) -> Report:
    return at(
        sentence.place,
        f"{sentence.quoted}: this report has no {what}; {there}",
        "correct the number, or name the section by its heading",
    )


def _paragraphs(paper: Paper) -> list[str]:
    """The numbers of all paragraphs, in order."""
    blocks = (block for section in paper.narrative.sections for block in section.text.blocks)
    return [block.number for block in blocks if isinstance(block, Paragraph) and block.number]


def _is_of_this_report(reference: Reference, sentence: Sentence) -> bool:
    """Whether a section without an Act is one of this report: a low number, in words that refer."""
    if int(reference.number) > _STATUTORY or sentence.place.key.endswith(("legal", "legal.text")):
        return False
    return bool(_HERE_AFTER.match(reference.after) or _HERE_BEFORE.search(reference.before))


def _is_numbered_so(number: str, paper: Paper) -> bool:
    """Whether the report numbers its paragraphs as `number` is: 2.4 by section, 24 continuously."""
    return ("." in number) == (paper.profile.numbering == "by_section")


def _those_there(number: str, paragraphs: list[str]) -> str:
    """Which paragraphs there are near a number that is not."""
    section = [each for each in paragraphs if each.partition(".")[0] == number.partition(".")[0] and "." in number]
    those = section or paragraphs
    if not those:
        return "it has none"
    where = f"section {number.partition('.')[0]}" if section else "it"
    return f"{where} has {those[0]} to {those[-1]}" if len(those) > 1 else f"{where} has {those[0]} alone"


CHECK = Check("TX204", Severity.ERROR, section_or_paragraph_missing)
