"""The RAG cell says one thing in words and another by its colour.

Officers read a plan by its colours and change the fill first; the word is what gets published. Where the fill is the
colour of another status of the council's key, one of the two was not brought up to date. White and grey cells say
nothing, and neither does a fill that is the colour of no status; a fill between amber and yellow may be either.

Example     the word Amber in a cell that is filled green
Instead     make the word and the fill agree
Source      WCAG 2.2, 1.4.1: colour is not the only means of telling; both have to tell the same
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.scheme import hues


def status_against_fill(paper: Paper) -> Iterator[Report]:
    """Actions whose RAG cell is filled in the colour of other statuses than the one it names."""
    scheme = paper.profile.scheme
    by_fill: dict[str, dict[str, str]] = {}
    for action in paper.plan.actions if paper.plan else ():
        fill = action.fill
        if not fill:
            continue
        if fill not in by_fill:
            by_fill[fill] = {status.colour: str(status) for status in scheme.of_fill(fill)}
        filled = by_fill[fill]
        if filled and action.status.colour not in filled:
            yield at(
                action.cell("RAG"),
                f'action {action.ref} is "{action.status}" in words, but its cell is filled '
                f"{wording.listing(sorted(hues(fill)), 'or')}, which is {wording.quoted(list(filled.values()))}",
                "make the word and the fill agree",
            )


CHECK = Check("AP109", Severity.WARNING, status_against_fill)
