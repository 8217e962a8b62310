"""There is what looks like a National Insurance number.

Two letters, six figures and a letter from A to D, with spaces or without, name one person for tax, benefits and
pensions for life. Prefixes that HMRC does not use are passed over. The finding shows the last letter and two figures.

Example     "AB 12 34 56 C" in a note on a foster carer's payments
Instead     take it out; where it is something else, accept the finding under acknowledge with the reason
Source      HMRC National Insurance Manual NIM39110; UK GDPR Art 5(1)(c)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

# It starts with the first figure, because figures are rarer than letters; the prefix is looked for behind it.
_NUMBER = re.compile(
    r"[0-9](?:(?<=\b[A-Za-z]{2}[0-9])|(?<=\b[A-Za-z]{2} [0-9]))[0-9] ?[0-9]{2} ?[0-9]{2} ?[A-Da-d]\b(?!['’-])"
)
# NIM39110: letters not used as the first or second, O not as the second, and prefixes not to be used.
_NOT_FIRST, _NOT_SECOND = "DFIQUV", "DFIQUVO"
_NOT_USED = frozenset(("BG", "GB", "KN", "NK", "NT", "TN", "ZZ"))


def national_insurance_number(paper: Paper) -> Iterator[Report]:
    """Numbers of HMRC's form with a prefix that HMRC may use."""
    for passage, found in paper.passages.find(_NUMBER):
        prefix = found.string[max(found.start() - 3, 0) : found.start()].strip()[-2:].upper()
        if prefix[0] not in _NOT_FIRST and prefix[1] not in _NOT_SECOND and prefix not in _NOT_USED:
            yield at(
                passage.place,
                f'there is what looks like a National Insurance number (ending "{found[0][-4:].strip()}")',
                "take it out, or say in report.yaml under acknowledge, PD002, what it is",
            )


CHECK = Check("PD002", Severity.WARNING, national_insurance_number)
