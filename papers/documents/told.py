"""Fields told to people: each with what to type for it, and what it holds in a paper."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from papers import wording
from papers.model.field import Field, Told
from papers.model.text import Text


def told(field: Field, value: Any, path: str = "", name: str = "") -> Iterator[Told]:  # noqa: ANN401
    """Every field below `field`, in its order, with its part of `value`, the facts of a paper.

    A list is told of by how many it has, what it holds by the first of them. `path` and `name` are the field's own,
    whole and as it is typed where it stands; "" for the group of all fields.
    """
    for inner in field.fields:
        at, typed = _below(path, inner.name), _below(name, inner.name)
        below = value.get(inner.name) if isinstance(value, dict) else None
        if inner.kind == "group":
            yield from told(inner, below, at, typed)
            continue
        yield Told(path=at, kind=inner.kind, about=inner.about, tag=_tag(inner, typed), example=_example(below))
        if inner.kind == "list":
            first = below[0] if below else None
            if inner.fields:
                yield from told(inner, first, f"{at}[]", "each")
            elif inner.of == "text":
                yield Told(
                    path=f"{at}[]", kind="text", about="Each of them.", tag="{{p each }}", example=_example(first)
                )


def _below(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


def _tag(field: Field, typed: str) -> str:
    if field.kind == "list" and field.of != "words":
        return f"{{%p for each in {typed} %}} ... {{%p endfor %}}"
    if field.kind == "text":
        return f"{{{{p {typed} }}}}"
    if field.kind == "yes or no":
        return f"{{{{ {typed} }}}} or {{%p if {typed} %}} ... {{%p endif %}}"
    return f"{{{{ {typed} }}}}"


def _example(value: Any) -> str:  # noqa: ANN401
    """A value in a few words; "" for none."""
    if value is None or value == []:
        return ""
    if isinstance(value, list) and not isinstance(value[0], str):
        return f"{wording.count(len(value))} {wording.plural(len(value), 'entry', 'entries')}"
    if isinstance(value, float):
        return wording.figure(value, 0, is_percentage=True)
    return wording.shortened(str(value) if isinstance(value, Text) else wording.text(value), 80)
