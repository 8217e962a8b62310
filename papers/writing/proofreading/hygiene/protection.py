"""The template restricts editing.

Every paper made from it is restricted in the same way: democratic services can neither correct nor number it.

Example     filling in forms is all that is allowed
Instead     Review, Restrict Editing, Stop Protection
Source      house rule
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import W
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_KINDS = {
    "readOnly": "reading", "comments": "comments", "trackedChanges": "tracked changes", "forms": "filling in forms",
}  # fmt: skip


def protection(proof: Proof) -> Iterator[Remark]:
    """A restriction of editing that is in force, and a password or a plea against changing the file."""
    settings = proof.roots.get("word/settings.xml")
    restricted = settings.find(W + "documentProtection") if settings is not None else None
    if restricted is not None and restricted.get(W + "enforcement", "").casefold() in ("1", "true", "on"):
        allowed = _KINDS.get(restricted.get(W + "edit", ""), "")
        only = f": it allows only {allowed}" if allowed else ""
        yield remark(None, f"editing is restricted{only}", "Review, Restrict Editing, Stop Protection")
    if settings is not None and settings.find(W + "writeProtection") is not None:
        sentence = "the file asks to be opened for reading only, and so does every paper made from it"
        remedy = "File, Save As, Tools, General Options: clear Read-only recommended and the password to modify"
        yield remark(None, sentence, remedy)


RULE = Rule("TP326", Severity.WARNING, protection)
