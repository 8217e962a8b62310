"""The file carries names of people, or properties of its own.

Papers take the properties of their template over, and everybody who opens File, Info can read them. A tag, the
council's own name and the like are fine.

Example     Author "Jane Smith"; Last Modified By "jsmith"
Instead     Author {{ council }}; what cannot be typed over is taken out by File, Info, Inspect Document
Source      UK GDPR article 5(1)(c); ICO, How to disclose information safely
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_CORE, _APP, _CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
_NAMED = (
    (_CORE, "creator", "Author"), (_CORE, "lastModifiedBy", "Last Modified By"), (_APP, "Manager", "Manager"),
    (_APP, "Company", "Company"),
)  # fmt: skip
_BODIES = re.compile(r"\b(?:council|cyngor|corporation|authority|awdurdod)\b", re.IGNORECASE)
_INSPECT = (
    "File, Info, Check for Issues, Inspect Document, Document Properties and Personal Information, Remove All; "
    "then write the title again"
)


def personal_properties(proof: Proof) -> Iterator[Remark]:
    """Author, Last Modified By, Manager and Company with a name, each; and properties that somebody added, at once."""
    for part, name, label in _NAMED:
        value = _value(proof.roots.get(part), name)
        if not value or "{{" in value or _BODIES.search(value) or _is_own(proof, value):
            continue
        typed = f"File, Info, Properties, Advanced Properties: write {{{{ council }}}} as {label}, or nothing"
        yield remark(None, f'{label} is "{wording.shortened(value)}"', _INSPECT if label.startswith("Last") else typed)
    added = [f'{name} "{wording.shortened(value)}"' for name, value in _added(proof.roots.get(_CUSTOM))]
    if added:
        shown = wording.listing([*added[:5], *([f"{len(added) - 5} more"] if len(added) > 5 else [])])
        sentence = f"the file has {wording.plural(len(added), 'a property', 'properties')} that somebody added: {shown}"
        yield remark(
            None, sentence, "File, Info, Properties, Advanced Properties, Custom: delete what papers do not need"
        )


def _value(root: Element | None, name: str) -> str:
    found = next(root.iter(f"{{*}}{name}"), None) if root is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


def _is_own(proof: Proof, value: str) -> bool:
    return proof.profile is not None and value.casefold() == proof.profile.name.casefold()


def _added(root: Element | None) -> Iterator[tuple[str, str]]:
    """The properties of File, Info, Properties, Custom that have a value other than a tag."""
    for each in root.iter("{*}property") if root is not None else ():
        value = " ".join("".join(value.text or "" for value in each.iter("*")).split())
        if value and "{{" not in value:
            yield each.get("name", ""), value


RULE = Rule("TP325", Severity.WARNING, personal_properties)
