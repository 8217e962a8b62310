"""How much work a template may ask for. It counts steps and never seconds, so that every machine ends alike."""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from papers.errors import TemplateError

# An appendix of 50,000 actions takes a twentieth of the steps and two thirds of what may be printed.
MOST_STEPS = 5_000_000
# Letters of one part of a document.
MOST_PRINTED = 150_000_000
# The longest text or list that a template may put together of others.
MOST_TOGETHER = 1_000_000
# Twenty letters cost a step to look at or to make.
_LETTERS = 20
# A number of 38 digits.
_MOST_BITS = 128
# Of a template: bytes of all that Word wrote in it (its pictures do not count) and of a part with tags, parts, letters
# of a paragraph with tags, braces of a part. The templates of a council come to a hundredth, save for the paragraphs.
_MOST_WRITTEN, _MOST_WITH_TAGS, _MOST_PARTS = 12_000_000, 3_000_000, 2_000
_MOST_IN_PARAGRAPH, _MOST_BRACES, _MOST_SPACES, _MOST_BRACES_THERE = 10_000, 20_000, 50, 500


# Filters that make words of what they are given, and so must not be given a whole list or group of fields.
_OF_WORDS = frozenset((
    "capitalize", "lower", "replace", "shortened", "string", "title", "truncate", "upper", "wordcount",
))  # fmt: skip


class TooMuchWork(Exception):
    """A template asks for more than a committee paper ever needs."""


class Budget:
    """What one rendering of one part may still cost. Every method raises TooMuchWork when it is used up."""

    def __init__(self) -> None:
        self.steps = MOST_STEPS

    def charge(self, *values: object) -> None:
        """Pay for looking at values once: a step for each entry of a list, for every few letters of a text."""
        for value in values:
            if isinstance(value, str):
                self.steps -= 1 + len(value) // _LETTERS
            elif isinstance(value, (list, tuple, dict, range)):
                self.steps -= 1 + len(value)
        self.steps -= 1
        if self.steps < 0:
            raise TooMuchWork("its loops go round too often")

    def looked_through(self, *values: object) -> None:
        """Pay for comparing, sorting or searching values: for all their letters, and for lists within lists.

        What a field holds besides lists and texts is never compared in full and costs a step.
        """
        waiting = list(values)
        while waiting:
            value = waiting.pop()
            if isinstance(value, (list, tuple)):
                waiting += value
                self.steps -= 1 + len(value)
            elif isinstance(value, str):
                self.steps -= len(value) // _LETTERS
            elif isinstance(value, int):
                _countable(value.bit_length())
            if self.steps < 0:
                raise TooMuchWork("its loops go round too often")

    def gone_over(self, values: Any, weight: int = 1) -> Any:  # noqa: ANN401
        """`values` for a loop that costs `weight` steps each time round, paid for beforehand."""
        values = self.whole(values)
        if isinstance(values, (str, list, tuple, dict, range)):
            self.steps -= weight * len(values)
        self.charge()
        return values

    def paid(self, work: Callable[..., Any], name: str) -> Callable[..., Any]:
        """The filter or test `name`, paying for what it is given and for what it makes.

        It takes no piece of what is placed (whatever has `__html__`), which is Word's own.
        """

        @functools.wraps(work)
        def done(*given: Any, **options: Any) -> Any:  # noqa: ANN401
            given = tuple(self.whole(each) for each in given)
            self.looked_through(*given, *options.values())
            self.charge(*given)
            if name in ("one_line", "listing"):
                self.joined(given[0], ", ")
            elif any(hasattr(each, "__html__") for each in given):
                raise TypeError("what is placed stays whole")
            elif name in _OF_WORDS:
                no_whole(*given)
            if name == "replace":
                texts = [each for each in (*given, *options.values()) if isinstance(each, str)]
                self.allow(len(texts[0]) + texts[0].count(texts[1]) * len(texts[2]) if len(texts) > 2 else 0)
            try:
                return self.made(work(*given, **options))
            except AssertionError as error:  # Jinja asserts what it is given
                raise ValueError(*error.args) from error

        return done

    def whole(self, values: Any) -> Any:  # noqa: ANN401
        """What is made only while it is gone over, made at once; anything else as it is."""
        return list(itertools.islice(values, self.steps + 1)) if isinstance(values, Iterator) else values

    def made(self, value: Any) -> Any:  # noqa: ANN401
        """A value that was put together, if it is not too long."""
        self.charge(value)
        if isinstance(value, (str, list, tuple)):
            self.allow(len(value))
        elif isinstance(value, int):
            _countable(value.bit_length())
        return value

    def compared(self, value: Any) -> Any:  # noqa: ANN401
        """A value that is about to be compared with another, or searched."""
        value = self.whole(value)
        self.charge(value)
        self.looked_through(value)
        return value

    def allow(self, length: int) -> None:
        """Refuse to make a text or a list of that length."""
        if length > MOST_TOGETHER:
            raise TooMuchWork("it puts together a text or a list without end")

    def joined(self, values: object, between: str) -> None:
        """Pay for texts that are about to be joined to one, with something between them, and for all in them."""
        left, letters = [values], 0
        while left:
            each = left.pop()
            self.charge(each)
            if isinstance(each, str):
                letters += len(each)
                self.allow(letters)
            elif isinstance(each, (list, tuple)):
                left += each
        if isinstance(values, (list, tuple)):
            self.allow(len(between) * len(values))

    def calculated(self, sign: str, left: Any, right: Any) -> None:  # noqa: ANN401
        """Pay for a sum or a product of numbers, texts or lists before it is worked out."""
        self.charge(left, right)
        if isinstance(left, int) and isinstance(right, int):
            _countable(left.bit_length() * right if sign == "**" else left.bit_length() + right.bit_length())
        elif sign == "*":
            self.allow(_length(left) * right if isinstance(right, int) else _length(right) * int(left))
        elif sign == "+":
            self.allow(_length(left) + _length(right))


def _countable(bits: int) -> None:
    """Refuse a number longer than any that is ever printed."""
    if bits > _MOST_BITS:
        raise TooMuchWork("it works out a number without end")


def no_whole(*values: object) -> Any:  # noqa: ANN401
    """The first of `values`. Raises TypeError for a list or a group of fields where words are wanted."""
    for value in values:
        if isinstance(value, (list, tuple, dict, range, Iterator)):
            raise TypeError(type(value).__name__)
    return values[0] if values else None


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sequence) else 1


def not_too_large(parts: Mapping[str, bytes], name: str) -> None:
    """Raise TemplateError for a template that would take too long only to be read; `parts` as they lie in its package.

    A zip of a few hundred kilobytes can hold a thousand times as much.
    """
    written = sum(len(content) for part, content in parts.items() if part.endswith((".xml", ".rels")))
    if written > _MOST_WRITTEN or len(parts) > _MOST_PARTS:
        raise TemplateError(f"{name}: this template is too large; make it afresh from a new Word document")


def tags_can_be_read(xml: str, paragraphs: Iterable[str], name: str) -> None:
    """Raise TemplateError for a part of a template whose tags would take too long to find.

    `xml` is the part, `paragraphs` the words of its paragraphs.
    """
    if len(xml) > _MOST_WITH_TAGS or xml.count("{") > _MOST_BRACES:
        raise TemplateError(f"{name}: its text is too long for a template, or has too many tags")
    for words in paragraphs:
        if "{" in words and (len(words) > _MOST_IN_PARAGRAPH or words.count("{") > _MOST_BRACES_THERE):
            raise TemplateError(f"{name}: a paragraph with tags is too long; make several of it")
        if re.search(rf"\{{[{{%]\w*\s{{{_MOST_SPACES}}}", words):
            raise TemplateError(f"{name}: a tag has too many spaces; take them out")
