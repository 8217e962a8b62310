"""A style that authors' texts need, and the template does not have as they need it.

What authors write as a list, a table or a link comes in styles of the template, by the names in council.yaml. A paper
with a list cannot be made where the style for lists is missing.

Example     the template has no style "List Letter", and a recommendation has points a. and b.
Instead     Home, Styles, New Style; or name a style that is there under `styles` in council.yaml
Source      docs/templates.md, council.yaml
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.model.profile import Styles
from papers.office.ooxml import W
from papers.writing import stylesheet
from papers.writing.proofreading.meaning import Told, understood
from papers.writing.proofreading.proof import STYLES, Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_NUMBERING = "word/numbering.xml"
_NEEDED_FOR = {
    "numbered": "numbered paragraphs", "continuation": "further paragraphs", "subheading": "subheadings",
    "bullet": "lists with bullets", "ordered": "lists with numbers or letters", "table": "tables",
    "table_heading": "the first rows of tables", "table_text": "the rows of tables", "link": "links",
}  # fmt: skip
_KINDS = {"table": "table", "link": "character"}
_IN_TEXTS = ("continuation", "bullet", "ordered", "link")


def missing_style(proof: Proof) -> Iterator[Remark]:
    """Each style that is missing, of another type than it has to be, or of no list though it is for lists."""
    names = proof.profile.styles if proof.profile else Styles()
    needed = {role for told in understood(proof).prints for role in _roles(told)}
    sheet, lists = proof.roots.get(STYLES), proof.roots.get(_NUMBERING)
    there = stylesheet.styles(sheet, lists if lists is not None else proof.body) if sheet is not None else {}
    for role, what in _NEEDED_FOR.items():
        name = getattr(names, role)
        style = there.get(name.casefold())
        if role not in needed:
            continue
        if style is None:
            sentence = f'there is no style "{name}", which {what} come in'
            yield remark(
                None, sentence, "add it (Home, Styles, New Style), or name another under styles in council.yaml"
            )
            continue
        kind = _KINDS.get(role, "paragraph")
        found = proof.styles[style.id].get(W + "type", "paragraph")
        if found != kind:
            sentence = f'the style "{name}", which {what} come in, is a {found} style and has to be a {kind} style'
            yield remark(None, sentence, "name another under styles in council.yaml, or make a new one of that type")
        elif role in ("bullet", "ordered") and not style.abstract:
            sentence = f'the style "{name}", which {what} come in, belongs to no list'
            yield remark(
                None, sentence, f'Home, Styles, right click "{name}", Modify, Format, Numbering: choose a list'
            )


def _roles(told: Told) -> tuple[str, ...]:
    """The styles that what a tag prints may come in."""
    if told.is_call or (told.meaning and told.meaning.field.kind != "text"):
        return ()
    if told.tag.prefix == "p":
        return tuple(_NEEDED_FOR) if told.meaning and told.meaning.path == "narrative[].text" else _IN_TEXTS
    return ("link",) if told.tag.prefix == "r" else ()


RULE = Rule("TP205", Severity.ERROR, missing_style)
