"""What a starter's report.yaml says and holds under the keys that only one council has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from papers import wording
from papers.model.block import Block, Column, to_choose
from papers.model.report import NOT_YET_SET
from papers.starters.placeholders import Placeholder
from papers.starters.written_yaml import AsItStands, LongText

_BRACKETS = str.maketrans("[]", "()")


def explanation(block: Block | Column, key: str) -> str:
    """What the council calls a block, and what officers are to write: "Options. Every option that was considered." """
    said = (block.title or ("" if block.help else key), block.help)
    return " ".join(words if words.endswith((".", "?", "!")) else f"{words}." for words in said if words)


def remarks(block: Block | Column) -> Iterator[str]:
    """What there is to choose from, where `help` does not say so itself, and what each column of a table is."""
    if not all(choice in block.help for choice in block.choices):
        yield f"Write {wording.listing(block.choices, 'or')}."
    if block.kind == "yes_no":
        yield "Answer yes or no."
    for key, column in block.columns.items() if isinstance(block, Block) else ():
        yield " ".join((f"{key}:", explanation(column, key), *remarks(column)))


def placeholder(block: Block | Column, key: str) -> Placeholder:
    """What stands under a block's key. A day is the starter's, which is no day of a meeting; a yes or no is no."""
    if isinstance(block, Block) and block.kind == "table":
        columns = {name: placeholder(column, name) for name, column in block.columns.items()}
        needed = {name: column.needed for name, column in columns.items()}
        return Placeholder((needed,), ({name: column.example for name, column in columns.items()},))
    to_write = f"[To write: {_inside(block.title or key)}]"
    kinds: dict[str, tuple[Any, Any]] = {
        "line": (to_write, "A few words"),
        "text": (LongText(to_write), LongText("A paragraph, or several.")),
        "day": (AsItStands(NOT_YET_SET.isoformat()), AsItStands("2026-03-09")),
        "yes_no": (AsItStands("no"), AsItStands("no")),
        "choice": (to_choose(block.choices), block.choices[0] if block.choices else ""),
        "list": ((to_write,), ("The first entry.", "The second entry.")),
    }
    return Placeholder(*kinds[block.kind])


def _inside(title: str) -> str:
    """A title as it goes on in a sentence: with a small letter, unless it starts with letters such as SEND."""
    words = "".join(letter for letter in " ".join(title.translate(_BRACKETS).split()) if letter.isprintable())
    return words if words[1:2].isupper() else f"{words[:1].lower()}{words[1:]}"
