"""How the values of report.yaml are written: how words become values, and what a JSON Schema says of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, ValidationInfo, WithJsonSchema
from pydantic_core import CoreSchema

from papers.model.text import Text

# report.yaml holds words; the reader's own way from words to a value comes with the validation, as its context:
# {"text": str -> Text, "day": str -> date}. Values that are of the type already pass.


def _by_context(reader: str) -> Callable[[Any, ValidationInfo], Any]:
    def convert(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
        return info.context[reader](value) if info.context else value

    return convert


def _one_or_more(value: Any) -> Any:  # noqa: ANN401
    return (value,) if isinstance(value, str) else value


def _none_if_no(value: Any) -> Any:  # noqa: ANN401
    return None if isinstance(value, str) and value.casefold() in ("no", "false", "") else value


def _alone(key: str) -> Callable[[Any], Any]:
    return lambda value: {key: value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class _AlsoWritten:
    """Another way to write a value, which a reader turns into the first, for the JSON Schema."""

    as_schema: tuple[tuple[str, Any], ...]

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        found = handler(schema)
        return {"anyOf": [dict(self.as_schema), *found.get("anyOf", [found])]}


# An editor takes a telephone number without spaces for a number; for us it is words.
_WORDS: dict[str, Any] = {"type": ["string", "number"]}
_FILLED = _WORDS | {"minLength": 1}
# To YAML 1.2, `no` is a word like any other; to an editor that keeps to YAML 1.1 it is false.
_YES_OR_NO: dict[str, Any] = {"enum": ["yes", "no", "Yes", "No", True, False]}
_NO = (("enum", ["no", "No", False]),)

Words = Annotated[str, WithJsonSchema(_WORDS)]
Filled = Annotated[str, Field(min_length=1), WithJsonSchema(_FILLED)]
YesNo = Annotated[bool, WithJsonSchema(_YES_OR_NO)]
Written = Annotated[Text, BeforeValidator(_by_context("text")), WithJsonSchema({"type": "string"})]
Day = Annotated[date, BeforeValidator(_by_context("day")), WithJsonSchema({"type": "string"})]
Several = Annotated[tuple[Words, ...], BeforeValidator(_one_or_more), _AlsoWritten(tuple(_WORDS.items()))]
# For a model after which `| None` stands: `no` is none.
OrNo = (BeforeValidator(_none_if_no), _AlsoWritten(_NO))
# For a model with a title: the title alone.
OrTitle = (BeforeValidator(_alone("title")), _AlsoWritten(tuple(_FILLED.items())))
# For a model with a text: the text alone.
OrText = (BeforeValidator(_alone("text")), _AlsoWritten((("type", "string"),)))
