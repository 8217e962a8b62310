"""A text is as long as a cell of Excel can be, so that its end is lost.

A cell holds 32,767 characters. What is pasted or imported beyond that is cut off without a word, and the paper would
stop in the middle of a sentence. Texts of 32,700 characters or more count, because spaces at the end of what was cut
are dropped as well.

Example     Progress of 32,767 characters
Instead     shorten the text, and look for its end where it was copied from
Source      Microsoft, "Excel specifications and limits": total number of characters that a cell can contain, 32,767
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

_NEARLY_FULL = 32_700


def text_cut_at_limit(paper: Paper) -> Iterator[Report]:
    """Published texts of actions that fill their cell."""
    for action in paper.plan.actions if paper.plan else ():
        for column, words in (
            ("Priority", action.priority),
            ("Partner", action.partner),
            ("Area for development", action.area),
            ("Action", action.action),
            ("Lead", action.lead),
            ("Progress", action.progress),
            ("Impact", action.impact),
        ):
            if len(words) >= _NEARLY_FULL:
                yield at(
                    action.cell(column),
                    f"{column} of action {action.ref} has {wording.count(len(words))} characters, as many as a cell "
                    f'of Excel can hold, and ends "{words[-40:]}"',
                    "its end is lost: shorten it, and check the end against where it was copied from",
                )


CHECK = Check("AP113", Severity.ERROR, text_cut_at_limit)
