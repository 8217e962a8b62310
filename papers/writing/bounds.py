"""How much work a template may ask for. It counts steps and never seconds, so that every machine ends alike."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from typing import Any

# An appendix of 50,000 actions takes about a tenth of the steps and of what may be printed.
MOST_STEPS = 5_000_000
# Letters of one part of a document.
MOST_PRINTED = 300_000_000
# The longest text or list that a template may put together of others.
MOST_TOGETHER = 1_000_000
# Twenty letters cost a step to look at or to make.
_LETTERS = 20
_MOST_BITS = 10_000


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

    def gone_over(self, values: Iterable[Any]) -> Iterable[Any]:
        """`values` for a loop, paid for beforehand; what is made while it is gone over is made first."""
        if not isinstance(values, (str, list, tuple, dict, range)):
            values = list(itertools.islice(values, self.steps + 1))
        self.charge(values)
        return values

    def made(self, value: Any) -> Any:  # noqa: ANN401
        """A value that was put together, if it is not too long."""
        self.charge(value)
        if isinstance(value, (str, list, tuple)):
            self.allow(len(value))
        return value

    def allow(self, length: int) -> None:
        """Refuse to make a text or a list of that length."""
        if length > MOST_TOGETHER:
            raise TooMuchWork("it puts together a text or a list without end")

    def joined(self, values: object, between: str = "") -> None:
        """Pay for texts that are about to be joined to one."""
        if isinstance(values, (list, tuple)):
            self.charge(values)
            self.allow(sum(len(each) if isinstance(each, str) else 20 for each in values) + len(between) * len(values))

    def calculated(self, sign: str, left: Any, right: Any) -> None:  # noqa: ANN401
        """Pay for a sum or a product of numbers, texts or lists before it is worked out."""
        self.charge(left, right)
        if isinstance(left, int) and isinstance(right, int):
            bits = left.bit_length() * right if sign == "**" else left.bit_length() + right.bit_length()
            if bits > _MOST_BITS:
                raise TooMuchWork("it works out a number without end")
        elif sign == "*":
            self.allow(_length(left) * right if isinstance(right, int) else _length(right) * int(left))
        elif sign == "+":
            self.allow(_length(left) + _length(right))


def _length(value: object) -> int:
    return len(value) if isinstance(value, Sequence) else 1
