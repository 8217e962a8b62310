"""Where something stands in a Word document, in words that help to find it: the nearest heading, the table's cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from papers import wording
from papers.office.ooxml import Element, W

DOCUMENT = "word/document.xml"
_LABELS = {
    "document": "", "header": "in the header", "footer": "in the footer", "footnotes": "in the footnotes",
    "endnotes": "in the endnotes",
}  # fmt: skip
_PAGE = re.compile(r"word/(document|header|footer|footnotes|endnotes)\d*\.xml")


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a document that readers see: the main text, a header, a footer or notes.

    `label` is "" for the main text, else such as "in the header".
    """

    part: str
    label: str
    root: Element


def pages(roots: Mapping[str, Element]) -> tuple[Page, ...]:
    """The pages among the parts of a document, the main text first."""
    found = [(match[1], part) for part in roots if (match := _PAGE.fullmatch(part))]
    order = list(_LABELS)
    found.sort(key=lambda each: (order.index(each[0]), each[1]))
    return tuple(Page(part, _LABELS[kind], roots[part]) for kind, part in found)


def own_texts(paragraph: Element) -> Iterator[Element]:
    """The text elements of a paragraph, without those of paragraphs in a text box within it."""
    return (t for t in paragraph.iter(W + "t") if next(t.iterancestors(W + "p")) is paragraph)


def words_of(paragraph: Element) -> str:
    """The words of a paragraph as Word shows them, tags included; tabs and line breaks are not told."""
    return "".join(t.text or "" for t in own_texts(paragraph))


class Spots:
    """The spots of one page, for each of its paragraphs.

    heading_styles      the ids of the styles that make a paragraph a heading
    """

    def __init__(self, page: Page, heading_styles: frozenset[str]) -> None:
        self.page = page
        self._of: dict[Element, str] = {}
        heading, tables = "", 0
        table_numbers: dict[Element, int] = {}
        for element in page.root.iter(W + "p", W + "tbl"):
            if element.tag == W + "tbl":
                tables += 1
                table_numbers[element] = tables
                continue
            words = wording.shortened(words_of(element))
            if words and style_of(element) in heading_styles and next(element.iterancestors(W + "tc"), None) is None:
                heading, tables = words, 0
                self._of[element] = f'the heading "{words}"'
            else:
                self._of[element] = self._said(element, words, heading, table_numbers)

    def of(self, element: Element) -> str:
        """Where an element stands: a paragraph, anything in one, or a table, row or cell (that is, its first)."""
        paragraph = element if element.tag == W + "p" else next(element.iterancestors(W + "p"), None)
        if paragraph is None:
            paragraph = next(element.iter(W + "p"), None)
        return self._of.get(paragraph, self.page.label) if paragraph is not None else self.page.label

    def _said(self, paragraph: Element, words: str, heading: str, tables: Mapping[Element, int]) -> str:
        above = self.page.label or (f'under "{heading}"' if heading else "before the first heading")
        cell = next(paragraph.iterancestors(W + "tc"), None)
        if cell is None:
            return f'{above}, the paragraph "{words}"' if words else f"{above}, an empty paragraph"
        row = next(cell.iterancestors(W + "tr"))
        table = next(row.iterancestors(W + "tbl"))
        which = f"table {tables[table]}" if tables[table] > 1 else "the table"
        where = f"{above}, row {_index(table, row, 'tr')}, cell {_index(row, cell, 'tc')} of {which}"
        return f'{where}: "{words}"' if words else where


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's own style; "" for one in the document's default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val", "") if style is not None else ""


def _index(parent: Element, child: Element, name: str) -> int:
    """Which of its parent's elements of a name a child is, counted from 1."""
    return [each for each in parent.iter(W + name) if _is_of(each, parent)].index(child) + 1


def _is_of(element: Element, parent: Element) -> bool:
    """Whether no other table lies between an element and its table or row."""
    return next(element.iterancestors(parent.tag)) is parent
