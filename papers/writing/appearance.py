"""How text looks in Word: the properties that count for a run, by hand or by style, and the fill behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from papers.office.ooxml import Element, W
from papers.writing.printed import cells_of, is_on, looks, rows_of, value_of

WHITE = "FFFFFF"
_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")
_HIGHLIGHTS = {
    "black": "000000", "blue": "0000FF", "cyan": "00FFFF", "green": "00FF00", "magenta": "FF00FF", "red": "FF0000",
    "yellow": "FFFF00", "darkBlue": "000080", "darkCyan": "008080", "darkGreen": "008000", "darkMagenta": "800080",
    "darkRed": "800000", "darkYellow": "808000", "darkGray": "808080", "lightGray": "C0C0C0",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """A property that counts for some text.

    element     as it stands in the file, `<w:sz w:val="20"/>`; None where nobody sets it
    style       the style that sets it; None for one set by hand, or by the document's default
    by_hand     whether it is set on the text itself
    """

    element: Element | None
    style: Element | None = None
    by_hand: bool = False

    @property
    def value(self) -> str:
        """Its value; "" for none."""
        return value_of(self.element)

    @property
    def on(self) -> bool:
        """Whether a property that is on or off is on."""
        return is_on(self.element)

    @property
    def setter(self) -> str:
        """Who sets it: 'the style "Table Text"'; "" by hand."""
        if self.style is not None:
            return f'the style "{style_name(self.style)}"'
        return "" if self.by_hand else "the document's default"

    def remedy(self, by_hand: str, by_style: str) -> str:
        """Where in Word it is changed: `by_hand` for words, else `by_style` in the dialogue of the style."""
        if self.by_hand:
            return by_hand
        name = style_name(self.style) if self.style is not None else "Normal"
        kind = self.style.get(W + "type") if self.style is not None else ""
        if kind == "table":
            return f'Table Design, right click the style "{name}", Modify Table Style: {by_style}'
        return f'Home, Styles, right click "{name}", Modify: {by_style}'


def style_name(style: Element) -> str:
    """The name of a style as Word shows it: "heading 1" is "Heading 1"."""
    name = value_of(style.find(W + "name"))
    return name[:1].upper() + name[1:]


class Appearance:
    """What the styles of a document make of its text.

    styles      by their ids
    sheet       the root of styles.xml; None where there is none
    """

    def __init__(self, styles: Mapping[str, Element], sheet: Element | None) -> None:
        self._styles = styles
        self._sheet = sheet

    def of_run(self, run: Element, name: str) -> Setting:
        """The property of a run: by hand, by its style, its paragraph's, its table's, or the document's default."""
        wanted = _path(name, "rPr")
        own = run.find(wanted)
        if own is not None:
            return Setting(own, by_hand=True)
        styles = self._chain(value_of(run.find(f"{W}rPr/{W}rStyle")))
        paragraph = next(run.iterancestors(W + "p"), None)
        return self._set_by(styles, wanted) or self._of_text(paragraph, wanted)

    def of_paragraph(self, paragraph: Element, name: str) -> Setting:
        """The property of a paragraph, as for a run."""
        own = paragraph.find(f"{W}pPr/{W}{name}")
        return Setting(own, by_hand=True) if own is not None else self._of_text(paragraph, f"{W}pPr/{W}{name}")

    def of_style(self, style: Element, name: str, kind: str = "rPr") -> Setting:
        """The property that a style gives to text (`kind` rPr) or to paragraphs (pPr)."""
        wanted = _path(name, kind)
        return self._set_by(self._chain(style.get(W + "styleId", "")), wanted) or self._default(wanted)

    def usual(self, name: str) -> Setting:
        """The property of text that nothing else is said of."""
        wanted = _path(name, "rPr")
        return self._set_by(self._chain(self._standard("paragraph")), wanted) or self._default(wanted)

    def behind(self, run: Element) -> str:
        """The fill behind a run as six digits: its own, its paragraph's, its cell's; white where there is none."""
        highlight = _HIGHLIGHTS.get(self.of_run(run, "highlight").value, "")
        paragraph = next(run.iterancestors(W + "p"), None)
        own = highlight or fill_of(self.of_run(run, "shd").element)
        if own or paragraph is None:
            return own or WHITE
        shading = fill_of(self.of_paragraph(paragraph, "shd").element)
        return shading or next(filter(None, map(self._of_cell, paragraph.iterancestors(W + "tc"))), WHITE)

    def _of_cell(self, cell: Element) -> str:
        """The fill of a cell: its own, or its table style's; "" for none."""
        own = cell.find(f"{W}tcPr/{W}shd")
        if own is not None:
            return fill_of(own) or WHITE
        return fill_of(self._by_table(cell, f"{W}tcPr/{W}shd").element)

    def _of_text(self, paragraph: Element | None, wanted: str) -> Setting:
        """What a paragraph's style, its table's style or the document's default set."""
        if paragraph is None:
            return self._default(wanted)
        chain = list(self._chain(value_of(paragraph.find(f"{W}pPr/{W}pStyle")) or self._standard("paragraph")))
        cell = next(paragraph.iterancestors(W + "tc"), None)
        by_style = self._set_by(iter(chain), wanted)
        by_table = self._by_table(cell, wanted) if cell is not None else Setting(None)
        # Word lets a table's style have its way over what stands in the style of all ordinary paragraphs.
        ordinary = by_style is not None and by_style.style is self._styles.get(self._standard("paragraph"))
        if by_style is not None and not (ordinary and by_table.element is not None):
            return by_style
        return by_table if by_table.element is not None else self._default(wanted)

    def _by_table(self, cell: Element, wanted: str) -> Setting:
        """What the style of a cell's table sets there: for its corner, row, column or band, then for all."""
        table = next(cell.iterancestors(W + "tbl"), None)
        if table is None:
            return Setting(None)
        named = value_of(table.find(f"{W}tblPr/{W}tblStyle")) or self._standard("table")
        chain = list(self._chain(named))
        for part in _parts_of(cell, table):
            for style in chain:
                for each in style.findall(W + "tblStylePr"):
                    found = each.find(wanted) if each.get(W + "type") == part else None
                    if found is not None:
                        return Setting(found, style)
        return self._set_by(iter(chain), wanted) or Setting(None)

    def _default(self, wanted: str) -> Setting:
        path = f"{W}docDefaults/*/{wanted}"
        return Setting(self._sheet.find(path) if self._sheet is not None else None)

    def _set_by(self, chain: Iterator[Element], wanted: str) -> Setting | None:
        for style in chain:
            found = style.find(wanted)
            if found is not None:
                return Setting(found, style)
        return None

    def _chain(self, style_id: str) -> Iterator[Element]:
        """A style and those it is based on; a chain that goes round in a circle ends."""
        seen = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = value_of(self._styles[style_id].find(W + "basedOn"))

    def _standard(self, kind: str) -> str:
        """The id of the style that counts where none is named."""
        for style_id, style in self._styles.items():
            if style.get(W + "type") == kind and style.get(W + "default") in ("1", "true", "on"):
                return style_id
        return ""


def _path(name: str, kind: str) -> str:
    """Where a property stands. A language may be that of Chinese or Arabic words alone, which says nothing here."""
    return f"{W}{kind}/{W}{name}[@{W}val]" if name == "lang" else f"{W}{kind}/{W}{name}"


def fill_of(shading: Element | None) -> str:
    """The colour of a shading as six digits in capitals; "" for none, or one that is no colour."""
    if shading is None or value_of(shading) == "nil":
        return ""
    named = shading.get(W + ("color" if value_of(shading) == "solid" else "fill"), "")
    return named.upper() if _COLOUR.fullmatch(named) else ""


def colour_of(setting: Setting) -> str:
    """A text colour as six digits in capitals; "" where Word chooses it, or it is no colour."""
    return setting.value.upper() if _COLOUR.fullmatch(setting.value) else ""


def _parts_of(cell: Element, table: Element) -> list[str]:
    """What a table's style calls the places that a cell belongs to, the one that counts most first."""
    row = next(cell.iterancestors(W + "tr"), None)
    rows = rows_of(table)
    if row is None or row not in rows:
        return []
    cells, marked = cells_of(row), looks(table)
    down, across = rows.index(row), cells.index(cell)
    top, bottom = down == 0 and "firstRow" in marked, down == len(rows) - 1 > 0 and "lastRow" in marked
    left = across == 0 and "firstColumn" in marked
    right = across == len(cells) - 1 > 0 and "lastColumn" in marked
    horizontal = "noHBand" not in marked and not top and not bottom
    vertical = "noVBand" not in marked and not left and not right
    down, across = down - ("firstRow" in marked), across - ("firstColumn" in marked)
    named = {
        "nwCell": top and left, "neCell": top and right, "swCell": bottom and left, "seCell": bottom and right,
        "firstRow": top, "lastRow": bottom, "firstCol": left, "lastCol": right,
        "band1Horz": horizontal and down % 2 == 0, "band2Horz": horizontal and down % 2 == 1,
        "band1Vert": vertical and across % 2 == 0, "band2Vert": vertical and across % 2 == 1,
    }  # fmt: skip
    return [name for name, holds in named.items() if holds]
