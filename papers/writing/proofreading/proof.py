"""A template opened for proofreading: its pages, its styles and where everything stands."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from papers.errors import TemplateError
from papers.findings import Place
from papers.model.field import Field
from papers.model.profile import Profile
from papers.office.ooxml import Element, W, parse_part
from papers.writing.spots import DOCUMENT, Page, Spots, pages

STYLES = "word/styles.xml"


@dataclass(frozen=True)
class Proof:
    """A template as its rules see it.

    name        as its owner knows it, "templates/county/report.docx"
    parts       every part of the package by name
    profile     the council's; None for a file that belongs to no set
    fields      the group of all fields that a template may use
    needs       the fields that this document has to print, dotted, "[]" for each of a list ("report.recommendations[]")
    """

    name: str
    parts: Mapping[str, bytes]
    fields: Field
    profile: Profile | None = None
    needs: tuple[str, ...] = ()

    @functools.cached_property
    def roots(self) -> dict[str, Element]:
        """The root element of every part of XML. Raises TemplateError for one that is damaged."""
        return {
            part: parse_part(content, self.name, part)
            for part, content in self.parts.items()
            if part.endswith((".xml", ".rels"))
        }

    @functools.cached_property
    def pages(self) -> tuple[Page, ...]:
        """What readers see: the main text first, then headers, footers and notes."""
        return pages(self.roots)

    @property
    def body(self) -> Element:
        """The main text."""
        return self.roots[DOCUMENT]

    @functools.cached_property
    def styles(self) -> dict[str, Element]:
        """The styles by their ids."""
        sheet = self.roots.get(STYLES)
        found = sheet.findall(W + "style") if sheet is not None else []
        return {style.get(W + "styleId", ""): style for style in found}

    @functools.cached_property
    def heading_styles(self) -> frozenset[str]:
        """The ids of the styles that are headings: Title, and those with a level in the outline."""
        return frozenset(id for id, style in self.styles.items() if self._is_heading(style))

    def place(self, at: Element | None) -> Place:
        """Where an element stands; None is the document as a whole."""
        if at is None:
            return Place(self.name)
        root = at.getroottree().getroot()
        spots = next((spots for spots in self._spots if spots.page.root is root), None)
        return Place(self.name, spot=spots.of(at) if spots else "")

    @functools.cached_property
    def _spots(self) -> tuple[Spots, ...]:
        return tuple(Spots(page, self.heading_styles) for page in self.pages)

    def _is_heading(self, style: Element | None) -> bool:
        for _ in range(20):  # a chain of styles that goes round in a circle must end
            if style is None:
                return False
            name = style.find(W + "name")
            if name is not None and name.get(W + "val", "").casefold() == "title":
                return True
            if style.find(f"{W}pPr/{W}outlineLvl") is not None:
                return True
            based = style.find(W + "basedOn")
            style = self.styles.get(based.get(W + "val", "")) if based is not None else None
        return False


def opened(
    parts: Mapping[str, bytes], name: str, fields: Field, profile: Profile | None = None, needs: tuple[str, ...] = ()
) -> Proof:
    """A template ready to be proofread. Raises TemplateError where it is no Word document, or a part is damaged."""
    proof = Proof(name, parts, fields, profile, needs)
    if DOCUMENT not in proof.roots:
        raise TemplateError(f"{name}: this is not a Word document (.docx)")
    return proof
