"""There is a number that is a valid NHS number.

An NHS number leads to one patient's whole record, and nothing that a committee decides needs it. Ten figures, also
written as 3-3-4 with spaces or hyphens, are reported where their last is the right check figure (modulus 11), which
holds for one number in eleven by chance. The finding shows the last two figures only.

Example     "The referral for 943 476 5919 was late"
Instead     take it out; where the number is something else, accept the finding under acknowledge with the reason
Source      NHS Data Model and Dictionary, NHS NUMBER (modulus 11); UK GDPR Art 5(1)(c) and 9; ICO, disclosing documents
            to the public securely
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

# It starts with a figure and looks behind afterwards, because such a pattern runs fast. Not in web addresses, amounts,
# references and telephone numbers (+44 151 496 0134).
_TEN_FIGURES = re.compile(
    r"[0-9](?<![\w/=#.,£+-][0-9])(?<!\+44 [0-9])(?<!\) [0-9])[0-9]{2}([ -]?)[0-9]{3}\1[0-9]{4}(?![\w/-])"
)


def nhs_number(paper: Paper) -> Iterator[Report]:
    """Numbers of ten figures whose check figure is that of an NHS number."""
    for passage, found in paper.passages.find(_TEN_FIGURES):
        if _is_valid(found[0]):
            yield at(
                passage.place,
                f"there is a number that is a valid NHS number (ending {found[0][-2:]})",
                "take it out, or say in report.yaml under acknowledge, PD001, what it is",
            )


def _is_valid(number: str) -> bool:
    # Read when there is something to judge: few papers hold ten figures in a row.
    from stdnum.gb import nhs

    return len(set(number)) > 3 and nhs.is_valid(number)


CHECK = Check("PD001", Severity.WARNING, nhs_number)
