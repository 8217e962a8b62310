"""What the pages of a template print: without what goes away when a document is made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.office.ooxml import Element, W
from papers.writing.language import TAG
from papers.writing.spots import own_texts, words_of

_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_REMOVED = re.compile(r"\{%-?(?:p|tr|tc)\s")
_ROW = re.compile(r"\{%-?tr\s")
# The bits of w:tblLook's w:val, which older Word writes alone.
_LOOKS = {
    "firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100, "noHBand": 0x200, "noVBand": 0x400,
}  # fmt: skip


def value_of(element: Element | None) -> str:
    """The value of an element; "" where there is none."""
    return (element.get(W + "val") or "") if element is not None else ""


def is_on(element: Element | None) -> bool:
    """Whether a property that is on or off, such as `<w:b/>`, is on."""
    return element is not None and value_of(element).casefold() not in ("0", "false", "off")


def seen_in(root: Element, *names: str) -> Iterator[Element]:
    """The elements of these names, without what stands there a second time for an older Word."""
    return (each for each in root.iter(*names) if next(each.iterancestors(_FALLBACK), None) is None)


def is_removed(element: Element) -> bool:
    """Whether a paragraph or a row goes away when a document is made: it holds a tag such as {%p endif %}."""
    if element.tag == W + "tr":
        own = (each for each in element.iter(W + "p") if next(each.iterancestors(W + "tr")) is element)
        return any(_ROW.search(words_of(each)) for each in own)
    row = next(element.iterancestors(W + "tr"), None)
    return bool(_REMOVED.search(words_of(element))) or (row is not None and is_removed(row))


def rows_of(table: Element) -> list[Element]:
    """The rows of a table that are printed, without those of tables within it."""
    rows = (row for row in table.iter(W + "tr") if next(row.iterancestors(W + "tbl")) is table)
    return [row for row in rows if not is_removed(row)]


def cells_of(row: Element) -> list[Element]:
    """The cells of a row, without those of tables within it."""
    return [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row]


def paragraphs_of(cell: Element) -> list[Element]:
    """The paragraphs of a cell, without those of tables within it."""
    return [each for each in seen_in(cell, W + "p") if next(each.iterancestors(W + "tc")) is cell]


def as_typed(paragraph: Element) -> str:
    """The words of a paragraph with its tabs and line breaks."""
    shown = {W + "tab": "\t", W + "br": "\n", W + "cr": "\n"}
    runs = (run for run in paragraph.iter(W + "r") if next(run.iterancestors(W + "p")) is paragraph)
    return "".join(
        shown.get(str(each.tag)) or (each.text or "") for run in runs for each in run.iterchildren(W + "t", *shown)
    )


def printed(paragraph: Element) -> list[tuple[Element, str]]:
    """The runs of a paragraph with what they print: {{ tags }} belong to the run they start in, others print nothing.

    Runs that print no words, and paragraphs that are removed, are left out.
    """
    if is_removed(paragraph):
        return []
    texts = list(own_texts(paragraph))
    owners = [index for index, text in enumerate(texts) for _ in text.text or ""]
    words = words_of(paragraph)
    for tag in TAG.finditer(words):
        kept = owners[tag.start()] if tag[0].startswith("{{") else -1
        owners[tag.start() : tag.end()] = [kept] * len(tag[0])
    pieces = ["" for _ in texts]
    for owner, character in zip(owners, words, strict=True):
        if owner >= 0:
            pieces[owner] += character
    runs = (next(text.iterancestors(W + "r"), None) for text in texts)
    return [(run, piece) for run, piece in zip(runs, pieces, strict=True) if run is not None and piece.strip()]


def looks(table: Element) -> frozenset[str]:
    """What a table's style is told to mark: {"firstRow", "firstColumn"}."""
    look = table.find(f"{W}tblPr/{W}tblLook")
    if look is None:
        return frozenset()
    bits = value_of(look)
    number = int(bits, 16) if re.fullmatch(r"[0-9A-Fa-f]{1,4}", bits) else 0
    told = {name: look.get(W + name) for name in _LOOKS}
    return frozenset(
        name for name, bit in _LOOKS.items() if (told[name] in ("1", "true", "on") if told[name] else number & bit)
    )
