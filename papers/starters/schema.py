"""The JSON Schema of report.yaml, by which editors explain keys, offer choices and underline mistakes."""

from __future__ import annotations

from typing import Any

from papers.model.report import Report

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def report_schema() -> dict[str, Any]:
    """The schema of every key of report.yaml with its description; a key that is not known is refused.

    It takes values as editors load YAML, 1.1 or 1.2: yes and no as words or as true and false, days as text, numbers
    where words are wanted. What a council needs is not in it: that is up to its council.yaml.
    """
    schema = _plain(Report.model_json_schema())
    return {
        "$schema": _DIALECT,
        "title": "report.yaml",
        "description": "The facts and texts of one committee report.",
        **schema,
    }


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
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
