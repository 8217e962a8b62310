"""Text that is too long for its box, in several."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from papers.errors import TemplateError
from papers.slides.fitting import chunks, shortened
from papers.slides.look import Look
from papers.slides.paragraphs import Piece, put, words_of
from papers.slides.tables import Row, pages
from tests.slides.decks import A


def a_look(width=300.0, height=100.0):
    """A box of text at 18 points."""
    return Look([], {"+mn-lt": "Arial"}, width, height)


def paragraph(words):
    """A paragraph of a slide."""
    element = etree.Element(f"{A}p")
    put(element, [Piece(words)])
    return element


WORDS = st.lists(st.text(alphabet="abcdef.", min_size=1, max_size=60), max_size=60).map(" ".join)


@given(st.lists(WORDS, max_size=6))
def test_every_word_is_in_one_box_in_order_and_none_is_too_full(texts):
    """Nothing is lost, nothing comes twice, and every box holds what it is given."""
    look = a_look()

    boxes = chunks([paragraph(text) for text in texts], look)

    said = "".join(words_of(each) for box in boxes for each in box)
    assert said.replace(" ", "") == "".join(texts).replace(" ", "")
    assert all(look.height_of(box) <= look.height + 0.01 for box in boxes)


def test_a_paragraph_is_cut_at_the_end_of_a_sentence():
    """A reader can pause where the slide ends."""
    text = " ".join(f"This is sentence number {n} of a text." for n in range(30))

    boxes = chunks([paragraph(text)], a_look())

    assert len(boxes) > 3
    assert all(words_of(box[-1]).endswith(".") for box in boxes)
    assert all(words_of(box[0]).startswith("This") for box in boxes)


def test_a_paragraph_that_fits_the_next_box_is_not_cut():
    """Short paragraphs stay whole."""
    texts = ["One line."] * 3 + ["A paragraph of two lines that ends on the second of them."] * 2

    boxes = chunks([paragraph(text) for text in texts], a_look())

    assert [words_of(each) for box in boxes for each in box] == texts


def test_a_box_without_room_for_a_line_is_refused():
    """Nothing can be done about it but in the template."""
    with pytest.raises(TemplateError, match="not even room for one line"):
        chunks([paragraph("word")], a_look(height=10))


@given(st.lists(st.text(alphabet="abcdef.", min_size=5, max_size=60), min_size=60, max_size=90).map(" ".join))
def test_what_is_shortened_fits_and_keeps_its_end(words):
    """A title says at its end what slide it is, and which of how many."""
    look = a_look(height=60)

    (made,) = shortened([paragraph(f"{words} actions (2 of 3)")], look)

    assert look.height_of([made]) <= look.height
    assert words_of(made).endswith("actions (2 of 3)")
    assert "…" in words_of(made)


@given(st.lists(st.floats(1, 100), max_size=80))
def test_rows_are_spread_in_order_over_as_few_slides_as_they_need(heights):
    """Every row is on one slide, none is too full, and none could be saved by filling each to the last."""
    rows = [Row(etree.Element("row"), height) for height in heights]

    spread = pages(rows, 100)

    assert [row for page in spread for row in page] == rows
    assert all(page and sum(row.height for row in page) <= 100 + 0.01 for page in spread)
    left, fewest = 0.0, 0
    for height in heights:
        if height > left:
            left, fewest = 100.0, fewest + 1
        left -= height
    assert len(spread) == fewest


def test_rows_are_spread_evenly():
    """Seven rows of which six fit make four and three, not six and one."""
    rows = [Row(etree.Element("row"), 15) for _ in range(7)]

    assert [len(page) for page in pages(rows, 100)] == [4, 3]
