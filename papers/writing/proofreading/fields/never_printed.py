"""A field that this document has to print, and no tag does.

Papers are read back before they are published: a report without its recommendations, or an appendix without the dates
of its actions, is not. So a template that leaves them out makes no papers at all.

Example     a report.docx without {{p recommendation }}
Instead     put {%p for recommendation in report.recommendations %}, {{p recommendation }} and {%p endfor %} each into a
            paragraph of its own
Source      docs/templates.md, What must be there
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.field_path import Meaning
from papers.writing.proofreading.meaning import Understood, understood
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_NAMES = {
    "narrative": "section", "by_status": "row", "by_partner": "partner", "background_papers": "paper",
    "appendices": "appendix",
}  # fmt: skip
_HOMES = {"p": "into a paragraph of its own ", "tr": "into a cell of a row ", "tc": "into a cell ", "": ""}


def never_printed(proof: Proof) -> Iterator[Remark]:
    """Each need that no tag prints, unless a tag that is faulty itself was meant to."""
    found = understood(proof)
    printed = {use.path.removesuffix("[]") for use in found.uses if use.is_printed}
    meant = {unknown.near.removesuffix("[]") for unknown in found.unknown}
    for need in proof.needs:
        path = need.removesuffix("[]")
        names = set(path.replace("[]", "").split(".")) - {"report", "plan"}
        if path in printed | meant or names & found.unread:
            continue
        yield remark(None, f"{_called(path)} is never printed", _remedy(_steps(proof, need), found))


def _called(path: str) -> str:
    whole, _, inner = path.rpartition("[].")
    return f'"{inner}" of each of {whole.replace("[]", "")}' if whole else f'"{path}"'


def _steps(proof: Proof, need: str) -> list[Meaning]:
    """The lists on the way to a need, from the outermost, and the need itself."""
    steps: list[Meaning] = []
    at = Meaning(proof.fields, "")
    for name in need.split("."):
        inner = at.inside(name.removesuffix("[]"))
        if inner is None:
            return [at]
        at = inner
        if name.endswith("[]") and inner.each:
            steps.append(inner)
            at = inner.each
    return [*steps, at]


def _remedy(steps: list[Meaning], found: Understood) -> str:
    """The tags to type, within those loops that the template has already."""
    *lists, last = steps
    # Where several go over the same list, the first that repeats paragraphs or rows is the one to put it into.
    by_kind = (
        *(loop for loop in found.loops if loop.tag.prefix),
        *(loop for loop in found.loops if not loop.tag.prefix),
    )
    loops = {told.meaning.path: told for told in by_kind[::-1] if told.meaning and told.name}
    home, missing = "", list[str]()
    above, name = "", ""  # the whole name of each of the list in hand, and how the template calls it
    for step in lists:
        there = loops.get(step.path)
        if there and not missing:
            home = f"{_HOMES[there.tag.prefix]}between {there.tag.words} and its end"
            name = there.name
        else:
            each = _NAMES.get(step.field.name, step.field.name.removesuffix("s"))
            missing.append(f"{{%p for {each} in {_as_typed(step, above, name)} %}}")
            name = each
        above = f"{step.path}[]"
    is_text = last.field.kind == "text"
    tag = f"{{{{{'p' if is_text else ''} {_as_typed(last, above, name)} }}}}"
    if missing:
        tags = wording.listing([*missing, tag, *["{%p endfor %}"] * len(missing)])
        return f"put {tags} each into a paragraph of its own"
    return f"put {tag} {home or ('into a paragraph of its own' if is_text else 'where it is to stand')}"


def _as_typed(meaning: Meaning, above: str, name: str) -> str:
    return name + meaning.path.removeprefix(above) if above else meaning.path


RULE = Rule("TP203", Severity.ERROR, never_printed)
