"""A compiled template and facts -> the bytes of a document."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping
from typing import Any

from papers.office.package import write_package
from papers.writing.blocks import Placer, functions
from papers.writing.language import TAG, streamed
from papers.writing.template import DOCUMENT, Compiled

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def render(template: Compiled, facts: Mapping[str, Any], styles: Mapping[str, str]) -> bytes:
    """The document that `template` makes of `facts`, as a package that is the same for the same facts.

    `styles` are the profile's names of styles. Raises TemplateError, naming the template and the tag, for a field
    that is not a fact, a style that the template lacks, or anything else that a tag cannot do.
    """
    placer = Placer(template, styles)
    parts: dict[str, bytes | bytearray] = dict(template.parts)
    values = {**facts, **functions(placer)}
    # The document comes first, so that its lists and links are numbered from 1.
    for part in sorted(template.codes, key=lambda name: name != DOCUMENT):
        placer.part = part
        pieces = streamed(template.codes[part], template.sources[part], template.name, values, template.spots[part])
        parts[part] = made = _encoded(pieces)
        if any(field in template.sources[part] for field in ("fldChar", "fldSimple")):
            from papers.writing.dangers import refuse_made_fields  # lxml is heavy, and few such parts have fields

            refuse_made_fields(made, part, template.name)
    placer.finish(parts)
    return write_package(parts)


def _encoded(pieces: Iterator[str]) -> bytearray:
    """A part of `pieces`, encoded a batch at a time: all of them at once would be most of a large plan's memory."""
    part = bytearray(_DECLARATION)
    while batch := "".join(itertools.islice(pieces, 10_000)):
        part += batch.encode("utf-8")
    return part


def fixed_words(template: Compiled) -> str:
    """The words of a template itself, without its tags."""
    return "\n".join(re.sub(r"<[^>]*>", "\n", TAG.sub("\n", source)) for source in template.sources.values())
