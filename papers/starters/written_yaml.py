"""Values -> lines of YAML that any reader of YAML 1.2 takes for the same words."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from papers import wording

WIDTH = 100
_STEP = "  "
# Words that no reader of YAML takes for anything but words.
_SAFE = re.compile(r"[A-Za-z](?:[A-Za-z0-9 .,/()'&@_-]*[A-Za-z0-9.)])?")
_TAKEN_FOR_VALUES = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


class AsItStands(str):
    """A value that is no text and stands in the file as it is: a day, `no`, `[]`."""


class LongText(str):
    """A text that stands after | on lines of its own, so that paragraphs can be added to it."""


def entry(key: str, value: Any, depth: int = 0) -> Iterator[str]:  # noqa: ANN401
    """The lines of `key: value` at a depth; a value is a text, a list or more keys, which may hold each other."""
    yield from _after(f"{_STEP * depth}{scalar(key)}:", value, depth)


def opening(key: str, depth: int = 0) -> Iterator[str]:
    """The line of a key under which more keys follow."""
    yield f"{_STEP * depth}{scalar(key)}:"


def _after(start: str, value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    inner = _STEP * (depth + 1)
    match value:
        case LongText():
            yield f"{start} |"
            yield from textwrap.indent(value, inner).split("\n")
        case str():
            yield f"{start} {scalar(value)}"
        case Mapping() if value:
            yield start
            for key, below in value.items():
                yield from entry(key, below, depth + 1)
        case tuple() | list() if value:
            yield start
            for item in value:
                yield from _item(item, depth + 1)
        case _:
            yield f"{start} {'{}' if isinstance(value, Mapping) else '[]'}"


def _item(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401
    """One item of a list; keys stand behind the dash, as officers write them."""
    dash = f"{_STEP * depth}- "
    if not isinstance(value, Mapping) or not value:
        yield from _after(dash.rstrip(), value, depth)
        return
    lines = [line for key, below in value.items() for line in entry(key, below, depth + 1)]
    yield dash + lines[0].lstrip()
    yield from lines[1:]


def scalar(words: str) -> str:
    """`words` as one value on one line: bare where that is safe, else in double quotes."""
    words = words if isinstance(words, AsItStands) else wording.printable(words)
    if isinstance(words, AsItStands) or (_SAFE.fullmatch(words) and words.casefold() not in _TAKEN_FOR_VALUES):
        return str(words)
    return "".join(_in_quotes(letter) for letter in json.dumps(words, ensure_ascii=False))


def _in_quotes(letter: str) -> str:
    """A character as it may stand between quotes: those that cannot be seen, or would break the line, by number."""
    if letter.isprintable():
        return letter
    return f"\\u{ord(letter):04x}" if ord(letter) <= 0xFFFF else f"\\U{ord(letter):08x}"


def comment(words: str, depth: int = 0, first: str = "# ", width: int = WIDTH) -> list[str]:
    """`words` as comment lines of at most `width` characters (0: one line), the first of which starts with `first`."""
    indent = _STEP * depth
    on_one_line = "".join(letter for letter in " ".join(words.split()) if letter.isprintable())
    return textwrap.wrap(
        on_one_line,
        width or len(on_one_line) + WIDTH,
        initial_indent=indent + first,
        subsequent_indent=f"{indent}# ",
        break_long_words=False,
        break_on_hyphens=False,
    )


def switched_off(lines: list[str], depth: int = 0) -> list[str]:
    """`lines` as they stand while nothing is made of them; they count again when the # of each is deleted."""
    indent = _STEP * depth
    return [f"{indent}#{line.removeprefix(indent)}" for line in lines]
