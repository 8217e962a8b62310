"""What `action_plan` of a report.yaml names, before anybody has judged the rest of the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from papers.reading.due import parse_day
from papers.reading.located import Items, Keys, Node, Scalar

REPORT, WORKBOOK = "report.yaml", "action-plan.xlsx"


@dataclass(frozen=True, slots=True)
class NamedPlan:
    """The workbook as the author names it ("" where nobody does), its sheets (none: those there are), its day."""

    is_told_of: bool = False
    workbook: str = ""
    sheets: tuple[str, ...] = ()
    as_of: date | None = None


def named_plan(keys: Keys) -> NamedPlan:
    """What the keys of a report say of its plan; what has another form than it should says nothing."""
    source = keys.entries.get("action_plan")
    told: Mapping[str, Node] = source.entries if isinstance(source, Keys) else {}
    sheets = told.get("sheets")
    several = sheets.items if isinstance(sheets, Items) else (sheets,)
    return NamedPlan(
        source is not None,
        _words(told.get("workbook")),
        tuple(words for words in map(_words, several) if words),
        day_of(told.get("as_of")),
    )


def day_of(node: Node | None) -> date | None:
    """The day that a key holds; None for none, or for words that are no day."""
    return parse_day(_words(node))


def words_of(keys: Keys, key: str) -> str:
    """The words of a key; "" for none, or for something other than words."""
    return _words(keys.entries.get(key))


def _words(node: Node | None) -> str:
    return node.words if isinstance(node, Scalar) else ""
