"""A template opened for proofreading: its pages, its styles and where everything stands."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from papers.errors import TemplateError
from papers.findings import Finding, Place
from papers.model.field import Field
from papers.model.profile import Profile
from papers.office.ooxml import Element, W, parse_part
from papers.writing.appearance import Appearance, Setting
from papers.writing.bounds import not_too_large, tags_can_be_read
from papers.writing.printed import printed, seen_in, value_of
from papers.writing.spots import DOCUMENT, Page, Spots, heading_styles, pages, words_of

STYLES = "word/styles.xml"
_NOTES = ("in the footnotes", "in the endnotes")


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
        return heading_styles(self.styles)

    @functools.cached_property
    def appearance(self) -> Appearance:
        """What the styles make of text."""
        return Appearance(self.styles, self.roots.get(STYLES))

    @functools.cached_property
    def authors_styles(self) -> tuple[Element, ...]:
        """The styles of paragraphs that authors' texts come in; none where the template prints no texts."""
        if self.profile is None or not any("{{p " in words_of(each) for each in self.body.iter(W + "p")):
            return ()
        chosen = self.profile.styles.model_dump(exclude={"table", "link"})
        names = {name.casefold() for name in chosen.values()}
        return tuple(each for each in self.styles.values() if value_of(each.find(W + "name")).casefold() in names)

    def text_settings(self, name: str) -> Iterator[tuple[Element | None, Setting]]:
        """What counts for a property of text, once for each style that sets it, or each paragraph where it is by hand.

        With the first run that prints words so, or None for a style that only authors' texts come in. Headers and
        footers count, notes do not.
        """
        told: dict[object, None] = {}
        for page in self.pages:
            for paragraph in seen_in(page.root, W + "p") if page.label not in _NOTES else ():
                for run, _ in printed(paragraph):
                    found = self.appearance.of_run(run, name)
                    key = (paragraph, found.value) if found.by_hand else found.element
                    if key not in told:
                        told[key] = None
                        yield run, found
        for style in self.authors_styles:
            found = self.appearance.of_style(style, name)
            if found.element not in told:
                told[found.element] = None
                yield None, found

    def place(self, at: Element | None) -> Place:
        """Where an element stands; None is the document as a whole."""
        if at is None:
            return Place(self.name)
        root = at.getroottree().getroot()
        for number, spots in enumerate(self._spots):
            if spots.page.root is root:
                place = Place(self.name, spot=spots.of(at))
                self._orders.setdefault(place, (number, self._order[at]))
                return place
        part = next((part for part, each in self.roots.items() if each is root), "")
        return Place(self.name, spot="among its properties" if part.startswith("docProps/") else "")

    def in_order(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings about this template as a reader meets their places; those about it as a whole come first."""
        return sorted(findings, key=lambda finding: self._orders.get(finding.where, (-1, -1)))

    @functools.cached_property
    def _order(self) -> dict[Element, int]:
        """How many elements stand before each in its page."""
        return {element: at for page in self.pages for at, element in enumerate(page.root.iter())}

    @functools.cached_property
    def _orders(self) -> dict[Place, tuple[int, int]]:
        """The page and the paragraph of each place that was asked for."""
        return {}

    @functools.cached_property
    def _spots(self) -> tuple[Spots, ...]:
        return tuple(Spots(page, self.heading_styles) for page in self.pages)


def opened(
    parts: Mapping[str, bytes], name: str, fields: Field, profile: Profile | None = None, needs: tuple[str, ...] = ()
) -> Proof:
    """A template ready to be proofread. Raises TemplateError where it is no Word document, or a part is damaged."""
    proof = Proof(name, parts, fields, profile, needs)
    not_too_large(parts, name)
    if DOCUMENT not in proof.roots:
        raise TemplateError(f"{name}: this is not a Word document (.docx)")
    for page in proof.pages:
        xml = parts[page.part].decode("utf-8", "replace")
        tags_can_be_read(xml, map(words_of, page.root.iter(W + "p")), name)
    return proof
