"""Appendices as texts name them, by number or letter: Appendix 2, Annex B, Appendix II."""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.prose.references import Reference, pattern, references
from papers.checks.prose.sentences import Sentence
from papers.model.paper import Paper

_APPENDIX = pattern(r"[Aa]ppendix|[Aa]ppendices|[Aa]nnex(?:es)?|APPENDIX|ANNEX", r"(?:\d{1,3}[a-z]?|[A-Z]{1,3})")
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10}
# Keys whose words name the appendices, or other papers, rather than refer to one.
_LISTS = ("appendices", "background_papers")


def named_appendices(sentence: Sentence, paper: Paper) -> Iterator[tuple[Reference, set[int]]]:
    """Each appendix that a sentence names, with the numbers, counted from 1, that it may be."""
    if not sentence.place.key.startswith(_LISTS):
        for reference in references(sentence, _APPENDIX):
            yield reference, _numbers(reference.number)


def _numbers(number: str) -> set[int]:
    """Which appendix a number or letter may be: the letter I is the ninth, or the Roman one."""
    figures = "".join(filter(str.isdecimal, number))
    if figures:
        return {int(figures)}
    letters = {at for at in range(1, 100) if wording.letter(at) == number}
    return letters | ({_ROMAN[number]} if number in _ROMAN else set())
