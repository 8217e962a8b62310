"""The text on costs gives neither an amount nor a reason why there is none.

"Contained within the budget" lets nobody ask how much. Members are asked to be content with the cost, so the text
says it in pounds, says that there is no additional cost, or says why none is known.

Example     revenue: "Six posts, contained within the Children's Social Care budget"
Instead     "Six posts cost £290,000 a year", or "There is no additional cost, because ..."
Source      domain practice: call-ins on the ground that the financial implications were not set out
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.passage import typed

_AMOUNT = re.compile(r"£ ?\d|\bGBP ?\d|\d ?(?:k|m|bn|million|thousand|pounds)\b|\bpounds\b", re.IGNORECASE)
_REASON = re.compile(
    r"\bbecause\b|\bsince\b|\bas (?:no|the|this|it|they|there|each|all|every|any|these|nothing)\b"
    r"|\bthis report (?:only|asks)\b|\b(?:within|from) (?:existing|current|approved)\b"
    r"|\bno (?:action|change|decision|work)\b|\[To "
    r"|\bno (?:(?:additional|extra|further|new|net|capital|revenue) ){1,2}(?:costs?|expenditure|spending)\b",
    re.IGNORECASE,
)


def costs_without_amount(paper: Paper) -> Iterator[Report]:
    """Texts under costs without an amount and without a reason."""
    for passage in paper.written:
        if passage.place.key in ("costs.revenue", "costs.capital"):
            words = typed(passage.words)
            if not _AMOUNT.search(words) and not _REASON.search(words):
                yield at(
                    passage.place,
                    f'{passage.place.key} gives no amount and no reason: "{wording.shortened(words, 120)}"',
                    'give the amount in pounds, or write "There is no additional cost, because ..."',
                )


CHECK = Check("TX404", Severity.WARNING, costs_without_amount)
