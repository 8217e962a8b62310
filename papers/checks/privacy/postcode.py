"""There is a full postcode.

A full postcode stands for some fifteen homes: with an age or a school it can be enough to find a family. Postcodes in
capitals are reported with or without the space, those in small letters with it, where they begin with a postcode area
that there is. The finding shows the first half, which covers thousands of homes.

Example     "A home at L22 0LG was visited"
Instead     name the ward or the first half; accept the finding under acknowledge where it is a public building's
Source      Royal Mail's form of postcodes and its 124 areas; UK GDPR Art 5(1)(c); ICO, disclosing documents to the
            public securely
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

# It starts with the figure of the first half, because figures are rarer than letters; the area is behind it. The
# letters C, I, K, M, O and V are in no second half.
_POSTCODE = re.compile(
    r"[0-9](?:(?<=[A-Z][0-9])[0-9A-Z]? ?[0-9][ABD-HJLNP-UW-Z]{2}"
    r"|(?<=[a-z][0-9])[0-9a-z]? [0-9](?!st|nd|rd|th)[abd-hjlnp-uw-z]{2})(?!\w|['’-]\w)"
)
_AREAS = frozenset(
    re.findall(
        r"\S+",
        """AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC
        EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU
        M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS
        ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE""",
    )
)


def postcode(paper: Paper) -> Iterator[Report]:
    """Postcodes with both halves."""
    for passage, found in paper.passages.find(_POSTCODE):
        area = re.search(r"(?<![\w./-])[A-Za-z]{1,2}$", found.string[max(found.start() - 3, 0) : found.start()])
        if area and area[0].upper() in _AREAS:
            yield at(
                passage.place,
                f"there is a full postcode ({area[0].upper()}{found[0][:-3].strip().upper()} ...)",
                "take it out, or say in report.yaml under acknowledge, PD004, whose it is",
            )


CHECK = Check("PD004", Severity.WARNING, postcode)
