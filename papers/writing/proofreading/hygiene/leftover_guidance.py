"""Guidance for whoever writes a report is left in the template.

Authors write in narrative.md and report.yaml and never see the template: what it asks of them is printed in every
paper.

Example     [Insert the committee's name]; "Click or tap here to enter text"; TBC
Instead     the tag of the field, such as {{ report.committee }}, or nothing
Source      house rule
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.appearance import style_name
from papers.writing.language import TAG
from papers.writing.printed import is_on, is_removed, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of

_ASKS = (
    "insert|enter|add|type|delete|remove|complete|click|tap|choose|select|state|specify|describe|give|list|outline|"
    "explain|include|set out|write|fill in|replace|use|please|name|date|title|number|optional|guidance|note|if |tbc|xx+"
)
_LEFT_OVER = (
    re.compile(rf"\[\s*(?:{_ASKS})\b[^\[\]]*\]", re.IGNORECASE),
    re.compile(r"<\s*(?:insert|enter|add|type|delete|please|choose|select|name|date|title)\b[^<>]*>", re.IGNORECASE),
    re.compile(r"\bclick (?:or tap )?(?:here )?to (?:enter|add) [\w ]+", re.IGNORECASE),
    re.compile(r"\bdelete (?:this|these|as appropriate|as applicable|as necessary|if not)\b[^.]*", re.IGNORECASE),
    re.compile(r"^\s*(?:guidance(?: notes?)?|(?:note|instructions?) (?:to|for) [\w ]+):[^.]*", re.IGNORECASE),
    re.compile(r"\blorem ipsum\b", re.IGNORECASE),
    re.compile(r"\bxx+x\b", re.IGNORECASE),
    re.compile(r"\bTBC\b"),
)
_GUIDES = re.compile(r"\b(?:guidance|instructions?|guide notes?)\b", re.IGNORECASE)
_REMEDY = "replace it with the tag of the field, or delete it"


def leftover_guidance(proof: Proof) -> Iterator[Remark]:
    """Each paragraph that still asks for something: a content control's prompt, a style for guidance, or words."""
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p"):
            if is_removed(paragraph) or not words_of(paragraph).strip():
                continue
            words = TAG.sub(" ", words_of(paragraph))
            if words.strip() and _is_prompt(paragraph):
                remedy = (
                    "type the tag of the field over it; or right click it, Remove Content Control, and delete the words"
                )
                yield remark(paragraph, f'a content control still asks "{wording.shortened(words)}"', remedy)
            elif guide := _guide(proof, paragraph):
                yield remark(paragraph, f'this is text in the style "{guide}", printed in every paper', "delete it")
            elif found := next(filter(None, (each.search(words) for each in _LEFT_OVER)), None):
                yield remark(paragraph, f'"{wording.shortened(found[0])}" is printed in every paper', _REMEDY)


def _is_prompt(paragraph: Element) -> bool:
    """Whether the paragraph is in, or holds, a content control that shows its prompt."""
    around = [*paragraph.iterancestors(W + "sdt"), *paragraph.iter(W + "sdt")]
    return any(is_on(each.find(f"{W}sdtPr/{W}showingPlcHdr")) for each in around)


def _guide(proof: Proof, paragraph: Element) -> str:
    """The name of the paragraph's style where it is one for guidance; "" for others."""
    chosen = paragraph.find(f"{W}pPr/{W}pStyle")
    style = proof.styles.get(chosen.get(W + "val", "")) if chosen is not None else None
    name = style_name(style) if style is not None else ""
    return name if _GUIDES.search(name) else ""


RULE = Rule("TP324", Severity.WARNING, leftover_guidance)
