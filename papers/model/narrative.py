"""The numbered part of a report: sections 1., 2. and paragraphs 1.1, 1.2."""

from __future__ import annotations

from papers.model.base import Model
from papers.model.text import Text


class Section(Model):
    """One numbered section. `line` is where its heading stands in the narrative, counted from 1."""

    number: int
    title: str
    text: Text
    line: int = 0


class Narrative(Model):
    """The sections in order; a paper may have none."""

    sections: tuple[Section, ...] = ()
