"""What a check is: one rule, in a module of its own under checks/, found by being there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from papers.findings import Finding, Place, Severity
from papers.model.paper import Paper


@dataclass(frozen=True, slots=True)
class Report:
    """One thing that a rule found: where, what is there, what to do."""

    where: Place
    sentence: str
    remedy: str


def at(where: Place, sentence: str, remedy: str) -> Report:
    """A report, for rules to yield."""
    return Report(where, sentence, remedy)


@dataclass(frozen=True, slots=True)
class Check:
    """A rule. Its module's docstring explains it: what it looks for, why, its source, what to do instead.

    `look` takes a paper and yields what it finds; it opens no file and asks no clock.
    """

    code: str
    severity: Severity
    look: Callable[[Paper], Iterator[Report]]

    def __call__(self, paper: Paper) -> list[Finding]:
        """Everything that the rule finds in `paper`, in the paper's order; [] is silent."""
        return [
            Finding(self.code, self.severity, report.where, report.sentence, report.remedy)
            for report in self.look(paper)
        ]

    @property
    def explanation(self) -> str:
        """The rule in words, for `papers rules`."""
        return (sys.modules[self.look.__module__].__doc__ or "").strip()
