"""A tag that cannot do its work where it stands.

{%tr ... %} repeats rows and {% cellbg ... %} colours a cell: both need a table. A start and its end are of the same
kind and in the same place: {%p with {%p in the same text or cell, {%tr with {%tr in rows of the same table, {% with {%
in the same paragraph. Otherwise half a row or half a paragraph is repeated, and Word refuses the document.

Example     {%p for action in group.actions %} ... {%tr endfor %}
Instead     {%tr for action in group.actions %} ... {%tr endfor %}, each alone in a row
Source      docxtpl-lint DTL203 to DTL208 and DTL210; docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.grammar import Fault, faults_of
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.typed import Tag, pairs, tags_in

_APART = "put each into a row of its own, with the rows to repeat between them"


def wrong_place(proof: Proof) -> Iterator[Remark]:
    """Tags of tables outside of one, and starts whose ends are of another kind or in another place."""
    for page in proof.pages:
        faults = faults_of(page)
        outside = {fault.words for fault in faults if fault.rule == "DTL203"}
        for fault in faults:
            said = _said(fault)
            if said and not (fault.rule == "DTL204" and {fault.words, fault.facts["open_raw"]} & outside):
                yield remark(fault.at, *said)
        for start, end in pairs(tags_in(page.root)):
            said = _apart(start, end)
            if said:
                yield remark(end.at, *said)


def _said(fault: Fault) -> tuple[str, str] | None:
    words, facts = wording.shortened(fault.words), fault.facts
    start = wording.shortened(str(facts.get("open_raw", "")))
    both = f'"{start}" and "{words}"'
    match fault.rule:
        case "DTL203":
            instead = fault.words.replace("{%tr", "{%p").replace("{%tc", "{%p")
            return f'"{words}" stands outside a table, where there are no rows to repeat', f"type {instead}"
        case "DTL204":
            right = fault.words.replace(_opening(facts["close_prefix"]), _opening(facts["open_prefix"]), 1)
            return f'"{words}" ends "{start}": they are not of the same kind', f"type {right}"
        case "DTL205":
            return f'"{start}" starts in one table and "{words}" ends it in another', "move both into the same table"
        case "DTL206":
            return f"{both} stand in the same row", _APART
        case "DTL207":
            return f"{both} do not stand in the same row", "move both into the same row"
        case "DTL208":
            return f'"{words}" stands in no cell of a table', "move it into the cell that it is to colour"
        case "DTL210":
            sentence = f"{both} stand in the same paragraph"
            return sentence, "put each into a paragraph of its own, or type both without the p"
    return None


def _opening(prefix: str) -> str:
    return "{%" if prefix == "-" else f"{{%{prefix}"


def _apart(start: Tag, end: Tag) -> tuple[str, str] | None:
    """What docxtpl-lint does not look for: an inline block over paragraphs, a block of paragraphs over cells."""
    both = f'"{wording.shortened(start.words)}" and "{wording.shortened(end.words)}"'
    if start.prefix != end.prefix:
        if end.keyword not in ("else", "elif"):
            return None
        return f"{both} are not of the same kind", f"type {{%{start.prefix} {end.body} %}}"
    if end.keyword in ("else", "elif"):
        return None
    if start.prefix == "p" and _cell(start.at) is not _cell(end.at):
        return f"{both} do not stand in the same cell", "move both into one cell, or use {%tr ... %} to repeat rows"
    if start.prefix == "" and start.start >= 0 and start.at is not end.at:
        instead = f"{{%p {start.body} %}} and {{%p {end.body} %}}"
        return f"{both} stand in different paragraphs", f"type {instead}, each alone in a paragraph"
    return None


def _cell(at: Element) -> Element | None:
    return next(at.iterancestors(W + "tc"), None)


RULE = Rule("TP103", Severity.ERROR, wrong_place)
