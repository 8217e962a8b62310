"""The inspection, a board or a partner is called by two names.

A reader takes two names for two things, and asks which of the boards is accountable. Two names are one where they
differ in how a word is parted ("Well Being" and "Wellbeing"), by a slip of the pen, or by one word left out within
them ("Joint Targeted Inspection" for "Joint Targeted Area Inspection"). Names are those of report.yaml (inspection,
governance, committee), the partners of the plan, and names in capitals that end with Board, Committee, Partnership,
Inspection and the like. A short form that leaves out the beginning ("the Board") is passed over.

Example     "Health and Well Being Board" in reasons, and "Health and Wellbeing Board" in the narrative
Instead     write the full name in one way everywhere
Source      domain practice: texts that are put together from several authors' paragraphs
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from papers.checks.check import Check, Report, at
from papers.checks.prose.names import Folded, Name, is_variant, like_known, name_of, names_in
from papers.checks.prose.sentences import Sentence, sentences
from papers.findings import Severity
from papers.model.paper import Paper

# Beyond this many names only spellings that come to the same letters are compared.
_MOST_COMPARED = 200


def named_two_ways(paper: Paper) -> Iterator[Report]:
    """Names in the text that are another spelling of a known name, or of one that the text uses more often."""
    official = _official(paper)
    known: dict[str, list[Name]] = {}
    for name in official:
        known.setdefault(name.folded[0], []).append(name)
    said = sentences(paper)
    reported: set[str] = set()
    for sentence in said:
        for name, usual in like_known(sentence, known):
            if is_variant(name.folded, usual.folded) and name.words not in reported:
                reported.add(name.words)
                yield _report(sentence, name, usual)
    taken = {name.folded for name in official} | {name_of(words).folded for words in reported}
    yield from _among_themselves(said, taken)


def _report(sentence: Sentence, name: Name, usual: Name) -> Report:
    return at(
        sentence.place,
        f'{sentence.quoted}: "{name.words}" is "{usual.words}" elsewhere',
        f'if it is the same, write "{usual.words}" everywhere',
    )


def _official(paper: Paper) -> list[Name]:
    """The names that report.yaml and the plan give, the first spelling of each."""
    report = paper.report
    words = [report.inspection.name if report.inspection else "", report.committee]
    for body in report.governance:
        words += [body.body, *body.reports_to]
    partners = dict.fromkeys(action.partner for action in paper.plan.actions) if paper.plan else {}
    words += list(partners)[:_MOST_COMPARED]
    found: list[Name] = []
    for name in map(name_of, words[:_MOST_COMPARED]):
        if len(name.folded) > 1 and not any(is_variant(name.folded, known.folded) for known in found):
            found.append(name)
    return found


def _among_themselves(said: Sequence[Sentence], taken: set[Folded]) -> Iterator[Report]:
    """Names that nothing but the text gives: the rarer of two spellings, where it is first used.

    Of two as frequent the fuller counts as usual, and of two with the same letters the one in fewer words.
    """
    uses: Counter[Folded] = Counter()
    first: dict[Folded, tuple[Sentence, Name]] = {}
    for sentence in said:
        for name in names_in(sentence):
            if name.folded not in taken:
                uses[name.folded] += 1
                first.setdefault(name.folded, (sentence, name))
    groups: dict[tuple[str, str], list[Folded]] = {}
    for spelling in first:
        groups.setdefault((spelling[0], spelling[-1]), []).append(spelling)
    for alike in groups.values():
        for later, spelling in enumerate(alike[:_MOST_COMPARED]):
            other = next((other for other in alike[:later] if is_variant(spelling, other)), None)
            if other:
                rarer, usual = sorted((spelling, other), key=lambda each: (uses[each], len("".join(each)), -len(each)))
                yield _report(*first[rarer], first[usual][1])


CHECK = Check("TX301", Severity.WARNING, named_two_ways)
