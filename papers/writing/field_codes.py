"""What Word works out by itself: the fields of a page ({ PAGE }, { DATE }), simple or in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papers.office.ooxml import Element, W
from papers.writing.printed import seen_in


@dataclass(frozen=True, slots=True)
class Code:
    """A field: where it starts, its name in capitals ("DATE"), and its whole instruction in one line."""

    at: Element
    name: str
    instruction: str


def codes(root: Element, for_older_word: bool = False) -> Iterator[Code]:
    """The fields of a page, those inside others too; one that never ends counts as well.

    `for_older_word` also gives those that stand there a second time, for a Word that knows less.
    """
    open_fields: list[tuple[Element, list[str]]] = []
    names = (W + "fldChar", W + "instrText", W + "fldSimple")
    for element in root.iter(*names) if for_older_word else seen_in(root, *names):
        kind = element.get(W + "fldCharType")
        if element.tag == W + "fldSimple":
            yield from _code(element, element.get(W + "instr", ""))
        elif element.tag == W + "instrText":
            if open_fields:
                open_fields[-1][1].append(element.text or "")
        elif kind == "begin":
            open_fields.append((element, []))
        elif kind == "end" and open_fields:
            at, pieces = open_fields.pop()
            yield from _code(at, "".join(pieces))
    for at, pieces in open_fields:
        yield from _code(at, "".join(pieces))


def _code(at: Element, instruction: str) -> Iterator[Code]:
    name = re.match(r"\s*\\?([A-Za-z]+)", instruction)
    if name:
        yield Code(at, name[1].upper(), " ".join(instruction.split()))
