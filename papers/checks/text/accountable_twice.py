"""The text makes two bodies accountable for the plan.

Where two boards answer for delivery, neither does. Read are sentences that call a body accountable or responsible for
delivery or implementation of the plan, and those that let it hold partners to account. A body that holds partners to
account and, by `governance` in report.yaml, reports to the accountable one is no second.

Example     "The Health and Wellbeing Board is responsible for delivery of the plan", and elsewhere another board
Instead     name one body that is accountable, and say under governance who reports to whom
Source      domain practice: reasons and conclusions that were taken over from different reports
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.checks.prose.names import Folded, Name, folded, is_variant, name_of, names_in
from papers.checks.prose.sentences import Sentence, sentences
from papers.findings import Severity
from papers.model.paper import Paper

_ANSWERS = re.compile(
    r" (?:is|are|remains?|will be|has been made|was made) (?:overall |jointly |fully )?"
    r"(?:accountable|responsible|answerable) for (?:the )?(?:ensuring |securing |overseeing |overall )?(?:the )?"
    r"(?:delivery|implementation|delivering|completion)\b"
)
_HOLDS = re.compile(r"\b(?:hold|holds|holding) [\w ,]{0,60}?\bto account\b[^.]{0,40}? (?:through|by|via) ")


def accountable_twice(paper: Paper) -> Iterator[Report]:
    """The sentence that names a second accountable body."""
    answers: tuple[Folded, str] | None = None
    above = _reports_to(paper)
    for sentence, name, answers_for in _bodies(paper):
        if answers is None:
            answers = (name.folded, name.words) if answers_for else None
        elif not (answers_for or name.folded == answers[0]) and _is_below(name.folded, answers[0], above):
            continue
        elif name.folded != answers[0] and not is_variant(name.folded, answers[0]):
            yield at(
                sentence.place,
                f'{sentence.quoted}: elsewhere it is "{answers[1]}" that answers for the plan',
                "name one accountable body, and write under governance who reports to whom",
            )
            return


def _bodies(paper: Paper) -> Iterator[tuple[Sentence, Name, bool]]:
    """Each body that answers for the plan, and then each that holds partners to account, with its sentence."""
    said = list(sentences(paper))
    for sentence in said:
        if found := _ANSWERS.search(sentence.words):
            subject = Sentence(sentence.place, sentence.words[max(found.start() - 200, 0) : found.start()])
            names = [name for name in names_in(subject) if subject.words.endswith(name.words.split()[-1])]
            yield from ((sentence, name, True) for name in names[-1:])
    for sentence in said:
        if found := _HOLDS.search(sentence.words):
            through = Sentence(sentence.place, sentence.words[found.end() : found.end() + 200])
            yield from ((sentence, name, False) for name in list(names_in(through))[:1])


def _reports_to(paper: Paper) -> dict[Folded, set[Folded]]:
    above: dict[Folded, set[Folded]] = {}
    for body in paper.report.governance:
        above.setdefault(name_of(body.body).folded, set()).update(folded(name) for name in body.reports_to)
    return above


def _is_below(name: Folded, other: Folded, above: dict[Folded, set[Folded]]) -> bool:
    """Whether a body reports to another, directly or through others."""
    seen: set[Folded] = set()
    left = [name]
    while left:
        for up in above.get(left.pop(), ()):
            if up == other:
                return True
            if up not in seen:
                seen.add(up)
                left.append(up)
    return False


CHECK = Check("TX302", Severity.WARNING, accountable_twice)
