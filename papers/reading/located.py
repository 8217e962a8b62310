"""Raw values, each with its place. No format and no meaning yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from papers.findings import Place

CellValue = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True)
class Scalar:
    """Words as they stand in the file; an empty value is ""."""

    words: str
    place: Place


@dataclass(frozen=True, slots=True)
class Items:
    """A list, in order."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Keys:
    """A mapping in the order of the file. `places` knows the place of each key itself."""

    entries: dict[str, Node]
    place: Place
    places: dict[str, Place] = field(default_factory=dict)


Node = Scalar | Items | Keys


class Words(str):
    """The words of a scalar that still know their place, for whoever reads more out of them."""

    place: Place

    def __new__(cls, scalar: Scalar) -> Words:
        """The words of `scalar`, with its place."""
        words = super().__new__(cls, scalar.words)
        words.place = scalar.place
        return words


Raw = Words | tuple["Raw", ...] | dict[str, "Raw"]


def raw(node: Node) -> Raw:
    """The values of `node`, as a validator takes them."""
    match node:
        case Scalar():
            return Words(node)
        case Items():
            return tuple(raw(item) for item in node.items)
        case Keys():
            return {key: raw(entry) for key, entry in node.entries.items()}


def place_of(node: Node, path: Sequence[str | int]) -> Place:
    """The place of what `path` leads to, or of the nearest thing above it that is there."""
    if not path:
        return node.place
    step, rest = path[0], path[1:]
    match node:
        case Keys() if step in node.entries:
            below = node.entries[str(step)]
            return place_of(below, rest) if rest else node.places.get(str(step), below.place)
        case Items() if isinstance(step, int) and step < len(node.items):
            return place_of(node.items[step], rest)
    return node.place


def is_empty(node: Node | None) -> bool:
    """Whether nothing is written there."""
    match node:
        case None:
            return True
        case Scalar():
            return not node.words.strip()
        case Items():
            return not node.items
        case Keys():
            return not node.entries


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a sheet: its number as Excel shows it, and its cells from column A on. An empty cell is None."""

    number: int
    cells: tuple[CellValue, ...]

    def __iter__(self) -> Iterator[CellValue]:
        return iter(self.cells)


Cell = tuple[int, int]
Cells = frozenset[Cell]


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that were merged into one; its value stands in the first."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Marks:
    """What a sheet says about its cells besides their values. Rows count from 1 as in Excel, columns from 0.

    filtered        whether a filter hides rows
    uncalculated    formulas without a saved value
    struck          cells with text that is struck through, wholly or in part
    unseen          cells whose text cannot be seen: white on white, or formatted away
    months          dates that are shown as a month and year
    yearless        dates that are shown without their year
    years           dates that are shown as a year alone
    decimals        the number formats of numbers shown with fixed decimals or as a percentage: "0.00", "0%"
    fills           colours of cells that have one, as six hexadecimal digits
    """

    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    filtered: bool = False
    merges: tuple[Merge, ...] = ()
    uncalculated: Cells = frozenset()
    struck: Cells = frozenset()
    unseen: Cells = frozenset()
    months: Cells = frozenset()
    years: Cells = frozenset()
    yearless: Cells = frozenset()
    fills: Mapping[Cell, str] = field(default_factory=dict)
    decimals: Mapping[Cell, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Grid:
    """A sheet as it stands: rows that hold anything, in order. Its serial numbers of days count from `day_zero`."""

    file: str
    name: str
    rows: tuple[Row, ...]
    marks: Marks = Marks()
    day_zero: date = date(1899, 12, 30)
