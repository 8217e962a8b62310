"""A council's own blocks: keys of report.yaml that only this council has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, create_model

from papers.model.base import Model
from papers.model.report import Report
from papers.model.text import Text
from papers.model.written import Day, Words, Written, YesNo

_Simple = Literal["line", "text", "day", "yes_no", "choice"]


class _Asked(Model):
    title: Words = Field(default="", description="What it is called in words; the key itself where it is left out.")
    help: Words = Field(default="", description="A sentence that tells officers what to write.")
    choices: tuple[Words, ...] = Field(default=(), description="For the kind choice: the words to choose from.")


class Column(_Asked):
    """A column of a block of the kind table."""

    kind: _Simple = Field(default="line", description="line, text, day, yes_no or choice.")


class Block(_Asked):
    """One block: what authors may write under its key.

    line     words on one line
    text     paragraphs, lists and links
    day      a date
    yes_no   yes or no
    choice   one of `choices`
    list     a list of texts
    table    a list of entries with `columns`, each of a kind of its own
    """

    kind: Literal["line", "text", "day", "yes_no", "choice", "list", "table"] = Field(
        default="text", description="line, text, day, yes_no, choice, list or table."
    )
    columns: dict[str, Column] = Field(
        default_factory=dict, description="For the kind table: its columns, by the key that authors use."
    )


def report_model(blocks: Mapping[str, Block]) -> type[Report]:
    """The model of report.yaml of a council with `blocks`: a Report with a key more for each, none of them needed.

    A key left out is "", an empty text or no entries; a day or a yes or no left out is None.
    """
    if not blocks:
        return Report
    keys: dict[str, Any] = {key: _asked(key, block) for key, block in blocks.items()}
    return create_model("CouncilReport", __base__=Report, **keys)


def _asked(key: str, block: Block | Column) -> tuple[Any, Any]:
    """The type and the field of a key, as pydantic makes models of them."""
    said = block.help or block.title or key
    match block:
        case Block(kind="list"):
            return tuple[Written, ...], Field(default=(), description=said)
        case Block(kind="table"):
            columns: dict[str, Any] = {name: _asked(name, column) for name, column in block.columns.items()}
            entry = create_model(f"{key}_entry", __base__=Model, **columns)
            return tuple[entry, ...], Field(default=(), description=said)
    kinds: dict[str, tuple[Any, Any]] = {
        "line": (Words, ""),
        "text": (Written, Text()),
        "day": (Day | None, None),
        "yes_no": (YesNo | None, None),
        "choice": (Annotated[Literal["", *block.choices], BeforeValidator(_in_any_case(block.choices))], ""),
    }
    kind, nothing = kinds[block.kind]
    return kind, Field(default=nothing, description=said)


def _in_any_case(choices: tuple[str, ...]) -> Any:  # noqa: ANN401
    by_folded = {choice.casefold(): choice for choice in choices}
    return lambda value: by_folded.get(value.strip().casefold(), value) if isinstance(value, str) else value
