"""Who reports to whom, laid out in tiers: a body stands below every body that it reports to."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from papers.slides.look import Box

# In points: between two bodies side by side, between two tiers, and between a body and an arrow that passes it.
_BETWEEN, _DROP, _CLEAR = 24.0, 30.0, 6.0
_NARROWEST, _LOWEST, _WIDEST = 110.0, 40.0, 420.0
# More tiers than these find no room on a slide, and would take long to try.
_MOST_TIERS = 7


class Body(NamedTuple):
    """A board or group, and the bodies that it reports to."""

    name: str
    reports_to: tuple[str, ...]


class Arrow(NamedTuple):
    """A straight line from a body to one that it reports to; `is_mutual` where that one reports to it as well."""

    start: str
    end: str
    is_mutual: bool = False


class Plan(NamedTuple):
    """Where each body stands, and the arrows between them."""

    boxes: Mapping[str, Box]
    arrows: tuple[Arrow, ...]


def laid_out(bodies: Sequence[Body], area: Box, highest: float) -> Plan | None:
    """The bodies inside `area`, none of them higher than `highest`.

    None where they are too many, or an arrow would have to go behind some other body.
    """
    names = list(dict.fromkeys([body.name for body in bodies] + [to for body in bodies for to in body.reports_to]))
    above: dict[str, list[str]] = {name: [] for name in names}
    for body in bodies:
        above[body.name] = [to for to in body.reports_to if to != body.name]
    depth = _depths(above)
    tiers = [[name for name in names if depth[name] == level] for level in range(max(depth.values(), default=-1) + 1)]
    size = _size(tiers, area, highest)
    if size is None:
        return None
    arrows = _arrows(above)
    for sides in sorted(itertools.product((0, -1, 1), repeat=len(tiers)), key=lambda sides: sum(map(abs, sides))):
        boxes = _boxes(tiers, sides, size, area)
        if all(_is_clear(arrow, boxes) for arrow in arrows):
            return Plan(boxes, arrows)
    return None


def _depths(above: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How far below the top each body is: one below the lowest of those it reports to. What goes round counts once."""
    depth: dict[str, int] = {}
    for first in above:
        path = [first]
        while path and first not in depth:
            name = path[-1]
            further = [to for to in above[name] if to not in depth and to not in path]
            if further:
                path.append(further[0])
                continue
            depth[name] = 1 + max((depth[to] for to in above[name] if to in depth), default=-1)
            path.pop()
    return depth


def _arrows(above: Mapping[str, Sequence[str]]) -> tuple[Arrow, ...]:
    found: list[Arrow] = []
    for name, ends in above.items():
        for to in ends:
            if Arrow(to, name, is_mutual=True) not in found:
                found.append(Arrow(name, to, is_mutual=name in above[to]))
    return tuple(found)


def _size(tiers: Sequence[Sequence[str]], area: Box, highest: float) -> tuple[float, float] | None:
    """How wide and high each body is; None where that is too little."""
    if not tiers or len(tiers) > _MOST_TIERS:
        return None
    most = max(map(len, tiers))
    across = min((area.width - _BETWEEN * (most - 1)) / most, _WIDEST)
    down = min((area.height - _DROP * (len(tiers) - 1)) / len(tiers), highest)
    return (across, down) if across >= _NARROWEST and down >= _LOWEST else None


def _boxes(
    tiers: Sequence[Sequence[str]], sides: Sequence[int], size: tuple[float, float], area: Box
) -> dict[str, Box]:
    """Each tier in the middle (0), at the left (-1) or at the right (1)."""
    across, down = size
    gaps = len(tiers) - 1
    drop = min((area.height - down * len(tiers)) / gaps, 2 * _DROP) if gaps else 0.0
    top = area.top + (area.height - down * len(tiers) - drop * gaps) / 2
    found = {}
    for level, (tier, side) in enumerate(zip(tiers, sides, strict=True)):
        free = area.width - across * len(tier) - _BETWEEN * (len(tier) - 1)
        left = area.left + free * (1 + side) / 2
        for at, name in enumerate(tier):
            found[name] = Box(left + at * (across + _BETWEEN), top + level * (down + drop), across, down)
    return found


def ends(arrow: Arrow, boxes: Mapping[str, Box]) -> tuple[tuple[float, float, int], tuple[float, float, int]]:
    """Where an arrow starts and ends: across, down, and the side of the body (0 top, 1 left, 2 bottom, 3 right)."""
    start, end = boxes[arrow.start], boxes[arrow.end]
    if start.top == end.top:
        return ((start.left, start.middle, 1), (end.right, end.middle, 3)) if end.left < start.left else (
            (start.right, start.middle, 3), (end.left, end.middle, 1)
        )  # fmt: skip
    if start.top > end.top:
        return (start.centre, start.top, 0), (end.centre, end.bottom, 2)
    return (start.centre, start.bottom, 2), (end.centre, end.top, 0)


def _is_clear(arrow: Arrow, boxes: Mapping[str, Box]) -> bool:
    """Whether an arrow passes every body that is not one of its ends at some distance."""
    (left, top, _), (right, bottom, _) = ends(arrow, boxes)
    others = [box for name, box in boxes.items() if name not in arrow[:2]]
    return not any(_crosses(left, top, right, bottom, box) for box in others)


def _crosses(x: float, y: float, to_x: float, to_y: float, box: Box) -> bool:
    """Whether a line meets a body, by cutting it off at each of the four sides in turn (Liang and Barsky, 1984)."""
    first, last = 0.0, 1.0
    sides = (
        (x - to_x, x - (box.left - _CLEAR)), (to_x - x, box.right + _CLEAR - x),
        (y - to_y, y - (box.top - _CLEAR)), (to_y - y, box.bottom + _CLEAR - y),
    )  # fmt: skip
    for slope, room in sides:
        if slope == 0:
            if room < 0:
                return False
        elif slope < 0:
            first = max(first, room / slope)
        else:
            last = min(last, room / slope)
    return first <= last


def halves(bodies: Sequence[Body]) -> Iterator[Sequence[Body]]:
    """Two smaller pictures of the same bodies; none for one body that reports to a single other."""
    if len(bodies) > 1:
        middle = (len(bodies) + 1) // 2
        yield from (bodies[:middle], bodies[middle:])
    elif len(bodies[0].reports_to) > 1:
        name, to = bodies[0]
        middle = (len(to) + 1) // 2
        yield from ([Body(name, to[:middle])], [Body(name, to[middle:])])
