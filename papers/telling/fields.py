"""The fields of templates as text."""

from __future__ import annotations

from collections.abc import Iterator

from papers.model.field import FieldList, Told


def listed(fields: FieldList) -> Iterator[str]:
    """The lines for fields: each with what it is, what to type, its value here and where it is used."""
    for title, group in fields.groups:
        yield title
        for field in group:
            yield from _told(field)
        yield ""


def _told(field: Told) -> Iterator[str]:
    yield f"  {field.path}  ({field.kind})"
    yield f"      {field.about}"
    yield f"      Type:  {field.tag}"
    yield f"      Here:  {field.example or 'nothing'}"
    yield f"      Used:  {field.uses[0] if field.uses else 'nowhere'}"
    yield from (f"             {use}" for use in field.uses[1:])
