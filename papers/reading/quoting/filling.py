"""Facts put into a paper where its author wants them."""

from __future__ import annotations

from dataclasses import replace

from papers.findings import Findings, Parsed, Place, Value
from papers.model.paper import Paper
from papers.reading.quoting.facts import NoSuchFact
from papers.reading.quoting.language import NotUnderstood, understood
from papers.reading.quoting.making import words_of
from papers.reading.quoting.tags import Tag, Tags


def filled(paper: Paper, tags: Tags) -> Parsed[Paper]:
    """`paper` with the words for each fact that its author quotes; a fact that cannot be told stays as it is typed.

    What a fact holds is printed as it is: a workbook's text is never read as Markdown or as another fact.

    Findings, each at its line and column: FA002 what cannot be understood, FA003 what this paper does not have.
    """
    findings = Findings()
    made: dict[str, str] = {}
    told: dict[Place, str] = {}

    def words_for(tag: Tag) -> str:
        if tag.is_literal:
            return tag.printed
        if tag.place not in told:
            told[tag.place] = tag.typed  # a fact that holds itself ends here
            told[tag.place] = tags.put_back(_words(tag, paper, made, findings), words_for)
        return told[tag.place]

    def put(value: Value) -> Value:
        filled: Value = tags.put_back(value, words_for)
        return filled

    update: dict[str, object] = {name: put(getattr(paper, name)) for name in ("report", "narrative", "written")}
    if paper.changes:
        gone = tuple(each.model_copy(update={"reason": put(each.reason)}) for each in paper.changes.removed)
        update["changes"] = paper.changes.model_copy(update={"removed": gone})
    return findings.parsed(paper.model_copy(update=update) if tags.by_mark else paper)


def _words(tag: Tag, paper: Paper, made: dict[str, str], findings: Findings) -> str:
    """The words for a tag; those for what was asked before are known."""
    if tag.inside in made:
        return made[tag.inside]
    try:
        made[tag.inside] = words_of(understood(tag.inside), paper)
    except NotUnderstood as problem:
        place = replace(tag.place, column=tag.place.column + len("{{") + problem.at)
        findings.error("FA002", place, f"{tag.typed}: {problem}", problem.remedy)
    except NoSuchFact as problem:
        findings.error("FA003", tag.place, f"{tag.typed}: {problem}", problem.remedy)
    else:
        return made[tag.inside]
    return tag.typed
