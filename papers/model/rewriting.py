"""A value with some of what it holds made anew, however deep that lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from papers.model.base import Model

Part = TypeVar("Part")


def rewritten(value: Any, kind: type[Part], rewrite: Callable[[Part], Part]) -> Any:  # noqa: ANN401
    """`value` with `rewrite` of every part of a kind in it: in models, dataclasses, tuples, mappings and their keys.

    What holds no part that changes stays the very same.
    """
    if isinstance(value, kind):
        part = rewrite(value)
        return value if part == value else part
    if isinstance(value, Model):
        update = _update(value, type(value).model_fields, kind, rewrite)
        return value.model_copy(update=update) if update else value
    if is_dataclass(value) and not isinstance(value, type):
        update = _update(value, (each.name for each in fields(value)), kind, rewrite)
        return replace(value, **update) if update else value
    if isinstance(value, tuple):
        items = tuple(rewritten(each, kind, rewrite) for each in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        entries = tuple((each, value[each]) for each in value)
        new = rewritten(entries, kind, rewrite)
        return value if new is entries else dict(new)
    return value


def _update(value: object, names: Iterable[str], kind: type[Part], rewrite: Callable[[Part], Part]) -> dict[str, Any]:
    """What changes of the fields of a value."""
    inside = {name: getattr(value, name) for name in names}
    return {name: new for name, old in inside.items() if (new := rewritten(old, kind, rewrite)) is not old}
