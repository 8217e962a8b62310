"""A status has a colour that was given to its cell by hand.

The council's scheme in council.yaml decides the fill and the text of each status, and {% cellbg %} paints the cell with
them. A fill that is painted in Word stays the same whatever the status is: a green cell that says "Red: off track". The
words of a status typed into a painted cell do not follow the scheme either.

Example     a green cell with {{ action.status.label }}
Instead     {% cellbg action.status %} at the start of the cell, and no shading of its own
Source      WCAG 2.2, 1.4.1 Use of Color; council.yaml, rag
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.model.scheme import Scheme, folded
from papers.office.ooxml import Element, W
from papers.writing.appearance import WHITE, Setting, colour_of, fill_of
from papers.writing.printed import cells_of, is_removed, paragraphs_of, printed
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of

_PAINTS = re.compile(r"\{%-?\s*cellbg\s")
_STATUS = re.compile(r"\{\{[^{}]*\bstatus\b(?!\.(?:meaning|state|fill|text)\b)[^{}]*\}\}")
_NO_FILL = "Table Design, Shading, No Color"


def colour_by_hand(proof: Proof) -> Iterator[Remark]:
    """Cells with a status on a fill, or in a colour, of their own; warnings for statuses typed on a fill."""
    scheme = proof.profile.scheme if proof.profile else None
    for page in proof.pages:
        for row in page.root.iter(W + "tr"):
            for cell in [] if is_removed(row) else cells_of(row):
                yield from _of_cell(cell, scheme)


def _of_cell(cell: Element, scheme: Scheme | None) -> Iterator[Remark]:
    words = " ".join(words_of(each) for each in paragraphs_of(cell))
    fill = fill_of(cell.find(f"{W}tcPr/{W}shd")).replace(WHITE, "")
    by_hand = [f"a fill ({fill})"] * bool(fill)
    by_hand += [f"a text colour ({colour})" for colour in list(dict.fromkeys(_text_colours(cell)))[:1]]
    if not by_hand:
        return
    if _PAINTS.search(words):
        sentence = f"this cell has {wording.listing(by_hand)} of its own, which no paper shows: cellbg paints over it"
        yield remark(cell, sentence, f"{_NO_FILL}, and Home, Font Color, Automatic", Severity.NOTE)
    elif found := _STATUS.search(words):
        sentence = f"{found[0]} is in a cell with {wording.listing(by_hand)} of its own, whatever the status is"
        remedy = (
            f"{_NO_FILL}, and Home, Font Color, Automatic; then start the cell with {{% cellbg {_owner(found[0])} %}}"
        )
        yield remark(cell, sentence, remedy)
    elif fill and scheme is not None and _is_typed(words, fill, scheme):
        said = wording.shortened(words)
        yield remark(
            cell,
            f'the status "{said}" is typed into a cell painted by hand ({fill}): the scheme does not reach it',
            "print it from plan.by_status with {% cellbg row.status %}, as the key of the shipped appendix does",
            Severity.WARNING,
        )


def _text_colours(cell: Element) -> Iterator[str]:
    """The colours that were given by hand to words of the cell."""
    for paragraph in paragraphs_of(cell):
        for run, _ in printed(paragraph):
            colour = run.find(f"{W}rPr/{W}color")
            if colour is not None and colour_of(Setting(colour)):
                yield colour_of(Setting(colour))


def _owner(tag: str) -> str:
    """The status that a tag prints a part of: "action.status"."""
    found = re.search(r"[\w.]*\bstatus\b", tag)
    return found[0] if found else "action.status"


def _is_typed(words: str, fill: str, scheme: Scheme) -> bool:
    """Whether words without a tag are a status: by its colour, or by another of its words on a fill like its own."""
    status = scheme.find(words) if words.strip() and "{" not in words else None
    if status is None:
        return False
    by_colour = folded(words) in (folded(status.colour), folded(str(status)))
    return by_colour or status in scheme.of_fill(fill)


RULE = Rule("TP302", Severity.ERROR, colour_by_hand)
