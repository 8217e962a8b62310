"""A council's own blocks: keys of report.yaml that only this council has."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema, create_model

from papers import wording
from papers.model.base import Model
from papers.model.report import Report
from papers.model.text import Text
from papers.model.written import Day, Filled, Words, Written, YesNo

# How a key is written.
KEY = "^[a-z][a-z0-9_]*$"
# What templates find beside the keys of report.yaml: {{ report.notice_by }}, and {{ entry.number }} in tables.
_OF_TEMPLATES = ("notice_by", "notice_days", "notice_counted_in")
NUMBER = "number"

_Simple = Literal["line", "text", "day", "yes_no", "choice"]


class _Asked(Model):
    title: Words = Field(default="", description="What it is called in words; without one, its key.")
    help: Words = Field(default="", description="A sentence that tells officers what to write.")
    choices: tuple[Filled, ...] = Field(default=(), description="For the kind choice: the words to choose from.")


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
        default_factory=dict,
        description="For the kind table: its columns, by the key that authors use.",
        json_schema_extra={"propertyNames": {"pattern": KEY}},
    )


def is_of_report(key: str) -> bool:
    """Whether the report of every council has `key`, in report.yaml or for its templates."""
    return key in Report.model_fields or key in _OF_TEMPLATES


def is_of_models(key: str) -> bool:
    """Whether `key` cannot be one because every model has something of that name: "copy", "json"."""
    return key.startswith("model_") or hasattr(Model, key)


def to_choose(choices: tuple[str, ...]) -> str:
    """What stands under a choice that is still to be made. It is taken for an answer, and warned of by TX001."""
    return f"[To choose: {wording.listing(choices, 'or')}]"


def report_model(blocks: Mapping[str, Block]) -> type[Report]:
    """The model of report.yaml of a council with `blocks`: a Report with a key more for each, none of them needed.

    A key left out is "", an empty text or no entries; a day or a yes or no left out is None. The keys and kinds are
    as parse_profile lets them through.
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
        "choice": (_choice(block.choices), ""),
    }
    kind, nothing = kinds[block.kind]
    return kind, Field(default=nothing, description=said)


def _choice(choices: tuple[str, ...]) -> Any:  # noqa: ANN401
    """One of `choices`, or none yet. An editor takes a choice such as 3 for a number."""
    words = ("", *choices, to_choose(choices))
    numbers = [int(choice) for choice in choices if choice.isdecimal()]
    return Annotated[
        Literal[words], BeforeValidator(_in_any_case(choices)), WithJsonSchema({"enum": [*words, *numbers]})
    ]


def _in_any_case(choices: tuple[str, ...]) -> Any:  # noqa: ANN401
    by_folded = {choice.casefold(): choice for choice in choices}
    return lambda value: by_folded.get(value.strip().casefold(), value) if isinstance(value, str) else value
