"""How alike two texts are, whoever typed them. The only home of rapidfuzz."""

from __future__ import annotations


def likeness(one: str, other: str) -> float:
    """From 0 (nothing in common) to 1 (the same words), whatever their case, punctuation and order.

    A text without words is like no other: 0. The same both ways round.
    """
    from rapidfuzz import fuzz, utils  # few papers have anything to compare

    ours, theirs = utils.default_process(one), utils.default_process(other)
    return fuzz.token_sort_ratio(ours, theirs) / 100 if ours and theirs else 0.0
