"""The template carries something that must not get into a paper: a program, a link to the outside, an object.

A paper is published and opened by thousands. Macros, pictures fetched from elsewhere, embedded workbooks and fields
that read other files come with a template unseen; a template that has one makes no paper at all.

Example     a logo that was inserted as a link to a picture on a server
Instead     insert the picture itself; delete macros, embedded objects and such fields
Source      ICO, "Disclosing documents to the public securely"; NCSC guidance on macros
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.writing.dangers import dangers
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def danger(proof: Proof) -> Iterator[Remark]:
    """Everything that would keep the template from being used."""
    for each in dangers(proof.parts, proof.roots):
        yield remark(each.at, each.sentence, each.remedy)


RULE = Rule("TP401", Severity.ERROR, danger)
