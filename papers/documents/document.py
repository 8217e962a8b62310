"""What a document is: a template by its name, and what must be found in it when it is finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from papers.model.paper import Paper
from papers.model.profile import Profile
from papers.model.promise import Promise


@dataclass(frozen=True, slots=True)
class Document:
    """One output, a module in documents/. Every template may use every fact of facts.py.

    template    the template of a set, .docx or .pptx; a set that lacks it makes no such document
    output      the file that is published
    promise     Paper -> what a reader of the finished document has to find in it
    prints      Profile -> the fields that the template has to print to keep that promise, dotted, with [] for each
                entry of a list: "report.recommendations[]"
    needs_plan  whether a paper without an action plan goes without this document
    """

    template: str
    output: str
    promise: Callable[[Paper], Promise]
    prints: Callable[[Profile], tuple[str, ...]]
    needs_plan: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it is a document of Word; the others are presentations."""
        return self.template.endswith(".docx")
