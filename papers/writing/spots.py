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
        self._near: dict[Element, str] = {}
        self._of: dict[Element, str] = {}
        heading, tables = "", 0
        table_numbers: dict[Element, int] = {}
        rows = _row_numbers(page.root)
        for element in page.root.iter(W + "p", W + "tbl"):
            if element.tag == W + "tbl":
                tables += 1
                table_numbers[element] = tables
                continue
            words = wording.shortened(words_of(element))
            if words and style_of(element) in heading_styles and next(element.iterancestors(W + "tc"), None) is None:
                heading, tables = words, 0
                self._near[element], self._of[element] = "in a heading", f'the heading "{words}"'
                continue
            above = page.label or (f'under "{heading}"' if heading else "before the first heading")
            cell = next(element.iterancestors(W + "tc"), None)
            if cell is None:
                self._near[element] = above
                self._of[element] = f'{above}, the paragraph "{words}"' if words else f"{above}, an empty paragraph"
            else:
                self._near[element] = f"{above}, {_in_table(cell, table_numbers, rows)}"
                self._of[element] = self._near[element] + (f': "{words}"' if words else "")

    def of(self, element: Element) -> str:
        """Where an element stands: a paragraph, anything in one, or a table, row or cell (that is, its first)."""
        paragraph = element if element.tag == W + "p" else next(element.iterancestors(W + "p"), None)
        if paragraph is None:
            paragraph = next(element.iter(W + "p"), None)
        return self._of.get(paragraph, self.page.label) if paragraph is not None else self.page.label

    def near(self, paragraph: Element) -> str:
        """The same without the paragraph's own words, for sentences that quote them anyway."""
        return self._near[paragraph]


def heading_styles(styles: Mapping[str, Element]) -> frozenset[str]:
    """The ids of the styles that are headings, of all styles by their ids: Title, and those with a level."""
    return frozenset(id for id, style in styles.items() if _is_heading(style, styles))


def _is_heading(style: Element | None, styles: Mapping[str, Element]) -> bool:
    for _ in range(20):  # a chain of styles that goes round in a circle must end
        if style is None:
            return False
        name = style.find(W + "name")
        if name is not None and name.get(W + "val", "").casefold() == "title":
            return True
        if style.find(f"{W}pPr/{W}outlineLvl") is not None:
            return True
        based = style.find(W + "basedOn")
        style = styles.get(based.get(W + "val", "")) if based is not None else None
    return False


def spots_of_paragraphs(root: Element, part: str, sheet: Element) -> list[tuple[str, str]]:
    """For each paragraph of a part where it stands and its words; [] for a part that is no page.

    `sheet` is the part of the document's styles.
    """
    styles = {style.get(W + "styleId", ""): style for style in sheet.findall(W + "style")}
    return [
        (spots.near(paragraph), words_of(paragraph))
        for spots in (Spots(page, heading_styles(styles)) for page in pages({part: root}))
        for paragraph in root.iter(W + "p")
    ]


def style_of(paragraph: Element) -> str:
    """The id of a paragraph's own style; "" for one in the document's default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style.get(W + "val", "") if style is not None else ""


def _in_table(cell: Element, tables: Mapping[Element, int], rows: Mapping[Element, int]) -> str:
    row = next(cell.iterancestors(W + "tr"), None)
    table = next(cell.iterancestors(W + "tbl"), None)
    if row is None or table is None:  # a cell that stands nowhere, in a damaged document
        return "a cell of a table"
    which = f"table {tables[table]}" if tables[table] > 1 else "the table"
    return f"row {rows[row]}, cell {_cell_number(row, cell)} of {which}"


def _row_numbers(root: Element) -> dict[Element, int]:
    """For each row its number in its own table, from 1."""
    counted: dict[Element | None, int] = {}
    numbers = {}
    for row in root.iter(W + "tr"):
        table = next(row.iterancestors(W + "tbl"), None)
        counted[table] = numbers[row] = counted.get(table, 0) + 1
    return numbers


def _cell_number(row: Element, cell: Element) -> int:
    """Which of its row's cells a cell is, counted from 1."""
    cells = (each for each in row.iter(W + "tc") if next(each.iterancestors(W + "tr")) is row)
    return next(number for number, each in enumerate(cells, 1) if each is cell)
