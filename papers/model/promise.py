"""What a finished document has to hold, for whoever reads it back."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActionRow:
    """The one row of an action: a cell that is its `ref`, and one that starts with `colour` and is filled `fill`.

    `words` stand somewhere in the row, by what they are ("lead").
    """

    ref: str
    colour: str
    fill: str
    words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class CountRow:
    """A row that counts: a cell that is `name`, alone or before a colon, and another that is `count`.

    `fill` is the fill of the cell with the name; "" is any.
    """

    name: str
    count: str
    fill: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """What must be found in a document that is read back; an empty promise holds for any.

    words       the words of one paragraph, list item or cell each, by what they are ("recommendation 1")
    actions     every action's row, each of which must be there exactly once, and no other action's
    counts      rows that must be there
    """

    words: tuple[tuple[str, str], ...] = ()
    actions: tuple[ActionRow, ...] = ()
    counts: tuple[CountRow, ...] = ()
