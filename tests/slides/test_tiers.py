"""Who reports to whom, as a picture."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from papers.slides.look import Box
from papers.slides.tiers import Body, ends, halves, laid_out

AREA = Box(40, 100, 880, 380)
NAMES = [f"Board {letter}" for letter in "ABCDEFGH"]
BODIES = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=3, unique=True), min_size=1)


def bodies_of(said):
    """Bodies by what they report to."""
    return [Body(name, tuple(to)) for name, to in said.items()]


def is_inside(box, area):
    """Whether a box stands in an area."""
    return (
        area.left - 0.01 <= box.left and box.right <= area.right + 0.01
        and area.top - 0.01 <= box.top and box.bottom <= area.bottom + 0.01
    )  # fmt: skip


def overlap(one, other):
    """Whether two boxes share any place."""
    return one.left < other.right and other.left < one.right and one.top < other.bottom and other.top < one.bottom


def points_between(arrow, boxes):
    """A hundred points of an arrow."""
    (x, y, _), (to_x, to_y, _) = ends(arrow, boxes)
    return [(x + (to_x - x) * step / 100, y + (to_y - y) * step / 100) for step in range(101)]


@given(BODIES)
def test_a_picture_is_clear_or_there_is_none(said):
    """Boxes stand apart inside the area, no arrow goes behind a box, and every line of reporting is drawn once."""
    bodies = bodies_of(said)

    plan = laid_out(bodies, AREA, 60)

    if plan is None:
        return
    named = {body.name for body in bodies} | {to for body in bodies for to in body.reports_to}
    assert set(plan.boxes) == named
    assert all(is_inside(box, AREA) for box in plan.boxes.values())
    assert not any(overlap(*pair) for pair in itertools.combinations(plan.boxes.values(), 2))
    for arrow in plan.arrows:
        for name in named - {arrow.start, arrow.end}:
            box = plan.boxes[name]
            through = [(x, y) for x, y in points_between(arrow, plan.boxes) if box.left < x < box.right]
            assert not any(box.top < y < box.bottom for _, y in through)
    drawn = [pair for a in plan.arrows for pair in ([(a.start, a.end), (a.end, a.start)][: 1 + a.is_mutual])]
    assert sorted(drawn) == sorted((b.name, to) for b in bodies for to in b.reports_to if to != b.name)


@given(BODIES)
def test_a_picture_can_be_halved_until_it_is_clear(said):
    """However many bodies report to however many others, round and round, smaller pictures tell all of it."""
    left, told = [bodies_of(said)], []
    while left:
        some = left.pop()
        if laid_out(some, AREA, 60) is not None:
            told += [(body.name, to) for body in some for to in body.reports_to]
        else:
            smaller = list(halves(some))
            assert smaller
            left += smaller

    assert sorted(told) == sorted((name, to) for name, ends_ in said.items() for to in ends_)


def test_a_body_stands_below_those_it_reports_to():
    """The example: a group reports to a board, and to the board above that one."""
    bodies = bodies_of({"Group": ["Board", "Health"], "Board": ["Health"], "Health": ["Committee"]})

    plan = laid_out(bodies, AREA, 60)

    tops = [plan.boxes[name].top for name in ("Committee", "Health", "Board", "Group")]
    assert tops == sorted(tops)


def test_bodies_that_report_to_each_other_share_an_arrow():
    """A line with a head at both ends."""
    plan = laid_out(bodies_of({"One": ["Two"], "Two": ["One"]}), AREA, 60)

    (arrow,) = plan.arrows
    assert arrow.is_mutual
