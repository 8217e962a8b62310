"""A cell that prints a status's colour word and is not filled with its colour.

Readers look for the colour. A cell that says "Red" on white, or is filled by hand with the same colour in every row,
misleads them, and the paper is not published.

Example     {{ action.status.colour }} alone in a cell
Instead     {% cellbg action.status %}{{ action.status.colour }}: {{ action.status.label }}
Source      docs/templates.md, What must be there; WCAG 2.2, 1.4.1 Use of Color
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.proofreading.meaning import Told, understood
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def status_without_colour(proof: Proof) -> Iterator[Remark]:
    """Each cell with a status's colour word that is not filled by the same status, and each fill of no status."""
    found = understood(proof)
    for told in found.cells:
        if told.meaning and told.meaning.field.kind != "words" and not told.meaning.inside("fill"):
            sentence = f'"{wording.shortened(told.tag.words)}" names no status'
            yield remark(told.tag.at, sentence, "name the status itself: {% cellbg action.status %}")
    for told in found.prints:
        cell, status = _cell(told), _status(told)
        if cell is None or not status:
            continue
        fills = [each for each in found.cells if _cell(each) is cell]
        if any(each.meaning is None or each.meaning.path == status for each in fills):
            continue
        typed = told.tag.body.rpartition(".")[0]
        other = f' but by "{wording.shortened(fills[0].tag.words)}"' if fills else ""
        sentence = f'this cell prints "{wording.shortened(told.tag.words)}" and is not filled with its colour{other}'
        yield remark(told.tag.at, sentence, f"type {{% cellbg {typed} %}} before it, in the same cell")


def _cell(told: Told) -> Element | None:
    return next(told.tag.at.iterancestors(W + "tc"), None)


def _status(told: Told) -> str:
    """The whole name of the status whose colour word a tag prints; "" for any other tag."""
    path = told.meaning.path if told.meaning else ""
    return path.removesuffix(".colour") if path.endswith("status.colour") else ""


RULE = Rule("TP204", Severity.ERROR, status_without_colour)
