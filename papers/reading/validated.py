"""Located keys -> a model, every mismatch a finding in the author's words at its line."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, TypeVar, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from papers import wording
from papers.findings import Findings, Parsed, Place, has_errors
from papers.model.text import Text
from papers.reading.due import parse_day, readings
from papers.reading.located import Keys, Words, place_of, raw
from papers.reading.narrative import parse_text

Wanted = TypeVar("Wanted", bound=BaseModel)

_KINDS = {
    "string_type": "is a list or has keys of its own, where text is wanted",
    "bool_parsing": "is neither yes nor no",
    "bool_type": "is neither yes nor no",
    "int_parsing": "is not a whole number",
    "tuple_type": "is not a list",
    "too_short": "has nothing in it",
    "dict_type": "has no keys of its own",
    "model_type": "has no keys of its own",
    "model_attributes_type": "has no keys of its own",
    "greater_than_equal": "is too small a number",
    "less_than_equal": "is too large a number",
}
_REMEDIES = {
    "string_type": "write the text after the colon, or after | on lines of its own",
    "tuple_type": 'write each item on a line of its own that starts with "- "',
    "too_short": 'write at least one, on a line of its own that starts with "- "',
    "dict_type": 'write "key: value" lines below it, indented by two spaces',
    "bool_parsing": "write yes or no",
    "bool_type": "write yes or no",
    "int_parsing": "write the number in figures",
}


def parse_keys(keys: Keys, model: type[Wanted]) -> Parsed[Wanted | None]:
    """`keys` as a `model`, or None where anything does not fit.

    Findings, at the line of the key: RP001 a key that is not known (with the nearest that is), RP002 a key missing,
    RP003 a value that cannot be used, and what is wrong with Markdown in a text.
    """
    findings = Findings()
    try:
        context = {"text": functools.partial(_read_text, findings), "day": _read_day}
        return findings.parsed(model.model_validate(raw(keys), strict=False, context=context))
    except ValidationError as problem:
        for error in problem.errors(include_url=False):
            _say(error, keys, model, findings)
    return findings.parsed(None)


def _say(error: ErrorDetails, keys: Keys, model: type[BaseModel], findings: Findings) -> None:
    path = error["loc"]
    place = place_of(keys, path)
    key = _dotted(path)
    kind = error["type"]
    if kind == "extra_forbidden":
        known = _keys_at(model, path[:-1])
        advice = wording.did_you_mean(str(path[-1]), known) or f"the keys here are {wording.listing(known)}"
        findings.error("RP001", place, f'there is no key "{path[-1]}"', advice)
    elif kind == "missing":
        where = Place(place.file, line=place.line, key=key)
        findings.error("RP002", where, f"{key} is missing", f'add a line "{path[-1]}: ..."')
    elif kind != "said":
        findings.error("RP003", place, f"{key} {_what(error)}", _remedy(error, _keys_at(model, path)))


def _what(error: ErrorDetails) -> str:
    shown = error["input"]
    if shown in ("", None):
        return "is empty"
    quoted = f'"{wording.shortened(shown)}" ' if isinstance(shown, str) and shown else ""
    kind = error["type"]
    if kind in ("day", "value_error"):
        return f"{quoted}{error['msg']}"
    if kind in ("enum", "literal_error"):
        return f"{quoted}is none of {wording.listing(_choices(error), 'or')}"
    if kind == "string_pattern_mismatch":
        return f"{quoted}is not written as it should be"
    return f"{quoted}{_KINDS.get(kind, 'cannot be used here')}"


def _remedy(error: ErrorDetails, known: Sequence[str]) -> str:
    kind = error["type"]
    if kind in ("model_type", "model_attributes_type"):
        return f"write a line below it for {wording.listing(known)}, each indented by two spaces"
    if kind in ("less_than_equal", "greater_than_equal"):
        limits = error["ctx"]
        return (
            f"write a number that is {'at most' if 'le' in limits else 'at least'} {limits.get('le', limits.get('ge'))}"
        )
    if kind in ("enum", "literal_error"):
        return _remedy_of_choice(error)
    if kind in ("day", "date_type"):
        return "write the date as 2021-03-16 or 16 March 2021"
    if kind == "string_pattern_mismatch":
        return "write a colour as six digits 0 to 9 and A to F in quotes, such as 74CFAE"
    return _REMEDIES.get(kind, "")


def _choices(error: ErrorDetails) -> list[str]:
    """What there is to choose: pydantic names it in a sentence, each choice as Python writes a text."""
    quoted = re.findall(r"""'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)\"""", error["ctx"]["expected"])
    words = (re.sub(r"\\(.)", r"\1", "".join(either)) for either in quoted)
    return [choice for choice in words if choice and not choice.startswith("[To choose")]


def _remedy_of_choice(error: ErrorDetails) -> str:
    shown, choices = error["input"], _choices(error)
    if isinstance(shown, str) and shown:
        return wording.did_you_mean(shown, choices) or "choose one of them"
    return f"write {wording.listing(choices, 'or')}"


def _dotted(path: Sequence[str | int]) -> str:
    """A path as the author reads it: `appendices[2].title`, items counted from 1."""
    dotted = ""
    for step in path:
        dotted += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return dotted.lstrip(".")


def _keys_at(model: type[BaseModel], path: Sequence[str | int]) -> list[str]:
    """The keys that `model` knows below `path`."""
    is_named_by_author = False
    for step in path:
        if is_named_by_author:
            is_named_by_author = False
        elif isinstance(step, str) and step in model.model_fields:
            kind = model.model_fields[step].annotation
            is_named_by_author = get_origin(kind) is dict
            model = _model_in(kind) or model
    return list(model.model_fields)


def dotted_keys(model: type[BaseModel], above: str = "") -> Iterator[str]:
    """The keys of `model` and, dotted, those inside them; what stands in lists has no keys that can be named."""
    for name, field in model.model_fields.items():
        yield f"{above}{name}"
        inner = None if get_origin(field.annotation) in (dict, tuple) else _model_in(field.annotation)
        if inner is not None and inner is not Text:
            yield from dotted_keys(inner, f"{above}{name}.")


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = (_model_in(argument) for argument in get_args(annotation))
    return next((model for model in found if model), None)


def _read_text(findings: Findings, words: object) -> Text:
    """The text that `words` are; what is wrong with their Markdown is said here, at their place."""
    if not isinstance(words, Words):
        raise PydanticCustomError("string_type", "is no text")
    parsed = parse_text(words, words.place)
    findings.extend(parsed.findings)
    if has_errors(parsed.findings):
        raise PydanticCustomError("said", "is no text for a report")
    return parsed.value


def _read_day(words: object) -> date | None:
    if not isinstance(words, Words):
        raise PydanticCustomError("string_type", "is no text")
    if not words.strip():
        return None
    if len(both := readings(words)) > 1:
        said = f"is {wording.listing(map(wording.day, both), 'or')}: it does not say which"
        raise PydanticCustomError("day", "{said}", {"said": said})
    if (day := parse_day(words)) is None:
        raise PydanticCustomError("day", "is not a date")
    return day
