"""What a rule of proofreading is: one fault of templates, in a module of its own, found by being there."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from papers.findings import Finding, Severity
from papers.office.ooxml import Element
from papers.writing.proofreading.proof import Proof


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that a rule found. `at` is what it stands at, None for the document as a whole."""

    at: Element | None
    sentence: str
    remedy: str
    severity: Severity | None = None


def remark(at: Element | None, sentence: str, remedy: str, severity: Severity | None = None) -> Remark:
    """A remark, for rules to yield; `severity` where this one weighs otherwise than the rule."""
    return Remark(at, sentence, remedy, severity)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. Its module's docstring explains it: what it looks for, why, its source, what to do instead."""

    code: str
    severity: Severity
    look: Callable[[Proof], Iterator[Remark]]

    def __call__(self, proof: Proof) -> list[Finding]:
        """Everything that the rule finds in a template, in its order; [] is silent."""
        return [
            Finding(self.code, each.severity or self.severity, proof.place(each.at), each.sentence, each.remedy)
            for each in self.look(proof)
        ]

    @property
    def explanation(self) -> str:
        """The rule in words, for `papers rules`."""
        return (sys.modules[self.look.__module__].__doc__ or "").strip()
