"""The JSON Schemas of report.yaml and council.yaml, by which editors explain keys and underline mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from papers.model.base import Model
from papers.model.block import report_model
from papers.model.profile import COLUMN_NAMES, Profile
from papers.model.report import Report

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_Schema = dict[str, Any]


def report_schema(profile: Profile | None = None) -> _Schema:
    """The schema of every key of report.yaml with its description; a key that is not known is refused.

    It takes values as editors load YAML, 1.1 or 1.2: yes and no as words or as true and false, days as text, numbers
    where words are wanted. With `profile` it is that council's own: its blocks are keys, its headings those below
    implications and core_purpose, and what it requires has to be there, if only as an empty text.
    """
    what = "The facts and texts of one committee report."
    schema = _schema(report_model(profile.blocks) if profile else Report, "report.yaml", what)
    if profile is not None:
        _name_keys(schema, "implications", profile.implications)
        _name_keys(schema, "core_purpose", profile.core_purpose)
        for dotted in profile.required:
            _require(schema, dotted.split("."))
    return schema


def council_schema() -> _Schema:
    """The schema of council.yaml, in the same way."""
    schema = _schema(Profile, "council.yaml", "What one council calls things, asks for and leaves out.")
    columns = schema["properties"]["columns"]
    words = columns.pop("additionalProperties")
    columns |= {"properties": dict.fromkeys(COLUMN_NAMES, words), "additionalProperties": False}
    return schema


def _schema(model: type[Model], title: str, description: str) -> _Schema:
    return {
        "$schema": _DIALECT,
        "title": title,
        "description": description,
        **_plain(model.model_json_schema()),
    }


def _name_keys(schema: _Schema, key: str, headings: Mapping[str, str]) -> None:
    """Let the council's headings be the only keys below `key`, each described by its words."""
    inside = schema["properties"][key]
    value = inside.pop("additionalProperties")
    named = {name: {**value, "description": f"{words}."} for name, words in headings.items()}
    inside |= {"properties": named, "additionalProperties": False}


def _require(schema: _Schema, path: Iterable[str]) -> None:
    """Say that the key at the end of `path` has to be there, and all that it stands in; it counts beside a $ref too."""
    for step in path:
        schema["type"] = "object"
        wanted = schema.setdefault("required", [])
        if step not in wanted:
            wanted.append(step)
        schema = schema.setdefault("properties", {}).setdefault(step, {})


def _plain(schema: _Schema) -> _Schema:
    """`schema` without what pydantic adds of its own: titles made of names, defaults, docstrings of classes."""
    kept = {key: value for key, value in schema.items() if key not in ("title", "default")}
    if "properties" in kept:
        kept.pop("description", None)
    return {key: _plain_part(key, value) for key, value in kept.items()}


def _plain_part(key: str, value: Any) -> Any:  # noqa: ANN401
    if key in ("properties", "$defs"):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, dict):
        return _plain(value)
    if key == "anyOf":
        return [_plain(part) for part in value]
    return value
