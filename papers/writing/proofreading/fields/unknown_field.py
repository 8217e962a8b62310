"""A field that does not exist.

What tags print has fixed names. A paper cannot be made while a tag names something else.

Example     {{ report.portfollio }}
Instead     {{ report.portfolio }}; `papers template fields` lists them all
Source      docs/templates.md, Fields
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.proofreading.meaning import Unknown, understood
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def unknown_field(proof: Proof) -> Iterator[Remark]:
    """Each name that is no field, nor that of a loop; once for each tag."""
    found = {(unknown.tag, unknown.typed, unknown.name): unknown for unknown in understood(proof).unknown}
    for unknown in found.values():
        if unknown.loop is None:
            weight = Severity.WARNING if unknown.excused else None
            yield remark(unknown.tag.at, _sentence(unknown), _advice(unknown), weight)


def _sentence(unknown: Unknown) -> str:
    missing, within = f'there is no field "{unknown.name}"', unknown.within
    if within is None:
        return missing
    typed = f'"{unknown.typed}"' if unknown.typed else _each_of(within.path)
    if within.field.kind == "list":
        return f"{missing} in {typed}, which is a list: only each of it has fields"
    if within.field.kind != "group":
        return f"{missing} in {typed}, which has none"
    whose = "" if unknown.typed in ("", within.path) else f", which is {_each_of(within.path)}"
    return f"{missing} in {typed}{whose}"


def _each_of(path: str) -> str:
    return f"each of {path.removesuffix('[]')}" if path.endswith("[]") else path


def _advice(unknown: Unknown) -> str:
    within = unknown.within
    if within is not None and within.field.kind == "list":
        inside = within.each.inside(unknown.name) if within.each else None
        typed = f"{{{{ each.{unknown.name} }}}}" if inside else "{{ each }}"
        return f"repeat it with {{%p for each in {unknown.typed} %}} and {{%p endfor %}}, and type {typed} between them"
    if within is not None and within.field.kind != "group":
        return f"type {{{{ {unknown.typed} }}}}"
    advice = wording.did_you_mean(unknown.name, unknown.choices)
    return advice or f"there {wording.are(len(unknown.choices))} {wording.listing(unknown.choices)}"


RULE = Rule("TP201", Severity.ERROR, unknown_field)
