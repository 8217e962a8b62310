"""A field that prints the name of the file or of a person.

It prints what is true of the computer on which the paper is opened: a path with somebody's name, or who saved it last.

Example     { FILENAME } in the footer
Instead     {{ report.subject }}, or nothing
Source      UK GDPR article 5(1)(c)
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.field_codes import Code, codes
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_TELLING = {
    "FILENAME": "the name of its file", "AUTHOR": "who made the file", "USERNAME": "the name of whoever opens it",
    "USERINITIALS": "the initials of whoever opens it", "USERADDRESS": "the address of whoever opens it",
    "LASTSAVEDBY": "who saved it last", "TEMPLATE": "the name of its template",
}  # fmt: skip


def file_or_author_field(proof: Proof) -> Iterator[Remark]:
    """Each such field, also those that ask for the property by its name."""
    for page in proof.pages:
        for code in codes(page.root):
            if tells := _TELLING.get(_asked(code)):
                sentence = f"the field {{ {wording.shortened(code.instruction)} }} makes every paper print {tells}"
                yield remark(code.at, sentence, "delete it")


def _asked(code: Code) -> str:
    """The name of the field; that of the property where it asks for one."""
    words = code.instruction.upper().replace('"', " ").split()
    if code.name in ("DOCPROPERTY", "INFO") and len(words) > 1:
        return words[1]
    return code.name


RULE = Rule("TP330", Severity.WARNING, file_or_author_field)
