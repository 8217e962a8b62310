"""The numbered part of a report: sections 1., 2. and paragraphs 1.1, 1.2."""

from __future__ import annotations

from pydantic import Field

from papers.model.base import Model
from papers.model.text import Text


class Section(Model):
    """One numbered section.

    line        where its heading stands in the narrative, counted from 1
    anchor      what references to it call it, "#covid"; "" for one that is not referred to
    """

    number: int
    title: str
    text: Text
    line: int = 0
    anchor: str = ""


class Narrative(Model):
    """The sections in order; a paper may have none.

    `targets` is what the whole paper refers to, its report too, each with what is printed for it: {"#covid": "3",
    "action:3.2": "3.2", "appendix:1": "A"}.
    """

    sections: tuple[Section, ...] = ()
    targets: dict[str, str] = Field(default_factory=dict)
