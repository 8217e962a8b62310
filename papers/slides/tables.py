"""Tables of slides: their rows repeated, filled and measured, and spread over as many slides as they need."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from papers.errors import TemplateError
from papers.office.ooxml import Element, etree, put_before
from papers.slides.drawing import A, Drawn, P, below, number, replace_paragraphs
from papers.slides.fitting import chunks
from papers.slides.language import TAG, Language, Scope, Tag, arranged, split, tag_of
from papers.slides.look import Look, Page
from papers.slides.measure import EMU
from papers.slides.paragraphs import Piece, filled, pieces_of, put, words_of

# What stands in a cell whose text has ended while that of its neighbours goes on: no cell may be empty.
_ENDED = "\u2013"
# How evenly rows are spread over their slides is found in as many steps.
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A filled row, its height in points, and the entry of the list that it was made for, if any."""

    element: Element
    height: float
    entry: Any = None


def spread(frame: Element, scope: Scope, language: Language, page: Page, room: float) -> list[Drawn]:
    """The table in `frame` on one slide after another, none of them higher than `room`; none where no rows are left.

    Every one has the header row. A row is never cut, unless it is higher than a whole slide.
    """
    pattern = _table_in(frame)
    rows = pattern.findall(f"{A}tr")
    setter = _Setter(pattern, scope, language, page)
    properties = pattern.find(f"{A}tblPr")
    has_header = properties is not None and properties.get("firstRow") in ("1", "true")
    header = [setter.row(rows[0], scope, is_header=True)] if has_header and rows else []
    left = room - sum(row.height for row in header)
    tree = arranged(_whole(row) for row in rows[len(header) :])
    body = [row for pattern, here in language.walked(tree, scope) for row in setter.rows(pattern, here, left)]
    return [_table(frame, [*header, *some]) for some in pages(body, left)]


def _table_in(frame: Element) -> Element:
    table = frame.find(f"{A}graphic/{A}graphicData/{A}tbl")
    assert table is not None
    return table


def _whole(row: Element) -> Tag | Element:
    """The tag that a row of the template is there for, if it is one for rows; the row itself otherwise."""
    words = " ".join(filter(None, (words_of(paragraph).strip() for paragraph in row.iter(f"{A}p"))))
    found = TAG.match(words)
    if found and (tag := tag_of(found[0])).level == "tr":
        if found[0] != words:
            raise TemplateError(f"the tag {found[0]} has to stand alone in a row of its table")
        return tag
    return row


def pages(rows: Sequence[Row], room: float) -> list[list[Row]]:
    """Rows in their order on as few slides as they need, and these about equally full."""
    fewest = _filled_up(rows, room)
    even = sum(row.height for row in rows) / max(len(fewest), 1)
    for step in range(_STEPS):
        tried = _filled_up(rows, min(room, even * (1 + step / _STEPS)))
        if len(tried) == len(fewest):
            return tried
    return fewest


def _filled_up(rows: Sequence[Row], room: float) -> list[list[Row]]:
    found: list[list[Row]] = []
    left = 0.0
    for row in rows:
        if not found or row.height > left:
            found.append([])
            left = room
        found[-1].append(row)
        left -= row.height
    return found


def _table(frame: Element, rows: Sequence[Row]) -> Drawn:
    made = copy.deepcopy(frame)
    table = _table_in(made)
    for old in table.findall(f"{A}tr"):
        table.remove(old)
    for row in rows:
        table.append(copy.deepcopy(row.element))  # a header stands in several tables
    extent = made.find(f"{P}xfrm/{A}ext")
    if extent is not None:
        extent.set("cy", str(round(sum(row.height for row in rows) * EMU)))
    entries = [row.entry for row in rows if row.entry is not None]
    return Drawn(made, tuple(each for at, each in enumerate(entries) if not at or each is not entries[at - 1]))


class _Setter:
    """Fills rows of one table and measures them."""

    def __init__(self, table: Element, scope: Scope, language: Language, page: Page) -> None:
        self.language = language
        self.fonts = page.fonts
        self.outside = scope
        self.widths = [number(column, "w") / EMU for column in table.iter(f"{A}gridCol")]
        default = page.presentation.find(f"{P}defaultTextStyle")
        self.chain = [default] if default is not None else []

    def rows(self, pattern: Element, scope: Scope, room: float) -> Iterator[Row]:
        """A row, or several of them where it is higher than `room`."""
        inner = [value for name, value in scope.items() if name != "loop" and self.outside.get(name) is not value]
        row = self.row(pattern, scope, inner[-1] if inner else None)
        if row.height <= room:
            yield row
        else:
            yield from self._cut(pattern, row, scope, room)

    def row(self, pattern: Element, scope: Scope, entry: Any = None, is_header: bool = False) -> Row:  # noqa: ANN401
        """A filled row."""
        row = copy.deepcopy(pattern)
        for cell in row.findall(f"{A}tc"):
            body = _body(cell)
            status = self._status(body, scope)
            replace_paragraphs(body, filled(body.findall(f"{A}p"), scope, self.language))
            if status:
                _colour(cell, status)
        return self._measured(row, entry, is_header)

    def _measured(self, row: Element, entry: Any, is_header: bool = False) -> Row:  # noqa: ANN401
        looks = self._looks(row, is_header)
        height = max(look.height_of(_body(cell).findall(f"{A}p")) + 2 * look.height for cell, look in looks)
        row.set("h", str(round(height * EMU)))
        return Row(row, height, entry)

    def _looks(self, row: Element, is_bold: bool = False) -> list[tuple[Element, Look]]:
        """Each cell with its look; the height of a cell's look is that of one of its margins."""
        looks, at = [], 0
        for cell in row.findall(f"{A}tc"):
            span = int(number(cell, "gridSpan", 1))
            across, down = _margins(cell.find(f"{A}tcPr"))
            own = _body(cell).find(f"{A}lstStyle")
            chain = [*([own] if own is not None else []), *self.chain]
            width = max(sum(self.widths[at : at + span]) - 2 * across, 1.0)
            looks.append((cell, Look(chain, self.fonts, width, down, bold=is_bold)))
            at += span
        return looks

    def _status(self, body: Element, scope: Scope) -> dict[str, Any]:
        """The status whose colours a cell takes, whose tag is taken out; {} for none."""
        for paragraph in body.findall(f"{A}p"):
            words = words_of(paragraph)
            for piece in split(words)[1::2]:
                if (tag := tag_of(piece)).kind == "cellbg":
                    look = next((each.look for each in pieces_of(paragraph) if each.text.strip()), None)
                    put(paragraph, [Piece(words.replace(piece, "").strip(), look)])
                    status = self.language.value(tag.about, tag, scope)
                    if not isinstance(status, dict) or not {"fill", "text"} <= status.keys():
                        raise TemplateError(f"the tag {tag.words} is about no status")
                    return status
        return {}

    def _cut(self, pattern: Element, row: Row, scope: Scope, room: float) -> Iterator[Row]:
        """A row that no slide can hold, in several; a cell that is short stands in each of them."""
        again = self.row(pattern, {**scope, "continued": True}, row.entry)
        cells = [
            chunks(_body(cell).findall(f"{A}p"), look, room - 2 * look.height)
            for cell, look in self._looks(row.element)
        ]
        for part in range(max(map(len, cells))):
            made = copy.deepcopy(again.element if part else row.element)
            for cell, texts in zip(made.findall(f"{A}tc"), cells, strict=True):
                if len(texts) > 1:
                    text = texts[part] if part < len(texts) else [_ended(texts[0][0])]
                    replace_paragraphs(_body(cell), [copy.deepcopy(each) for each in text])
            yield self._measured(made, row.entry)


def _ended(like: Element) -> Element:
    paragraph = copy.deepcopy(like)
    put(paragraph, [pieces_of(like)[-1]._replace(text=_ENDED)])
    return paragraph


def _margins(properties: Element | None) -> tuple[float, float]:
    """The wider of a cell's margins at the sides, and the wider of those above and below, in points."""

    def wider(names: Sequence[str], usual: int) -> float:
        return max(number(properties, name, usual) for name in names) / EMU

    return wider(("marL", "marR"), 91_440), wider(("marT", "marB"), 45_720)


def _body(cell: Element) -> Element:
    body = cell.find(f"{A}txBody")
    if body is None:
        raise TemplateError("a cell of a table has no text")
    return body


_FILLS = ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")
# What may come behind a colour, in a cell and in a run.
_AFTER_FILL = ("headers", "extLst")
_AFTER_COLOUR = (
    "effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill", "latin", "ea", "cs", "sym",
    "hlinkClick", "hlinkMouseOver", "rtl", "extLst",
)  # fmt: skip


def _colour(cell: Element, status: dict[str, Any]) -> None:
    """Fill a cell in a status's colour, and write in the colour that can be read on it."""
    properties = cell.find(f"{A}tcPr")
    _solid(below(cell, f"{A}tcPr") if properties is None else properties, str(status["fill"]), _AFTER_FILL)
    for run in itertools.chain(cell.iter(f"{A}rPr"), cell.iter(f"{A}endParaRPr")):
        _solid(run, str(status["text"]), _AFTER_COLOUR)


def _solid(properties: Element, colour: str, followers: Sequence[str]) -> None:
    for name in _FILLS:
        for old in properties.findall(f"{A}{name}"):
            properties.remove(old)
    fill = etree.Element(f"{A}solidFill")
    below(fill, f"{A}srgbClr", val=colour)
    put_before(properties, fill, followers)
