"""How text is measured: never too small."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.slides.measure import Letters, lines, widths

LIBERATION = Path("/usr/share/fonts/truetype/liberation")
TEXTS = st.text(alphabet=st.sampled_from("abc MW.iI\n-ÄŁ漢"), max_size=200)


@given(TEXTS, st.floats(20, 400))
def test_lines_hold_every_letter_in_order(text, room):
    """Lines follow each other without a gap but for line breaks, and none is wider than its room or one letter."""
    letters = Letters(text, 16)
    at = 0
    for line in lines([letters], room):
        assert line.start == at or text[at : line.start] == "\n"
        wide = widths(letters)[line.start : line.start + len(text[line.start : line.end].rstrip(" "))]
        assert sum(wide) <= room or len(wide) == 1
        at = line.end
    assert at == len(text) or text[at:] == "\n"


def test_a_word_longer_than_a_line_is_broken():
    """An address without spaces takes as many lines as it needs."""
    assert len(lines([Letters("x" * 100, 16)], 200)) == 5


def test_lines_break_at_spaces():
    """No word is broken that fits a line."""
    text = "Put a mental health triage car on the road"

    found = [text[line.start : line.end] for line in lines([Letters(text, 16)], 120)]

    assert found == ["Put a mental ", "health triage car ", "on the road"]


def test_a_line_is_as_high_as_its_largest_letter():
    """Bold and large words in a line of small ones push it apart."""
    (line,) = lines([Letters("small ", 14), Letters("large", 40)], 500)

    assert line.height > 40


def test_unknown_fonts_and_letters_are_taken_to_be_wide():
    """What cannot be known must not run out of its box."""
    assert sum(widths(Letters("word", 16, font="Wide Latin"))) > sum(widths(Letters("word", 16)))
    assert widths(Letters("漢", 16))[0] > 16


@pytest.mark.parametrize(("file", "bold"), [("LiberationSans-Regular.ttf", False), ("LiberationSans-Bold.ttf", True)])
def test_widths_are_those_of_the_font(file, bold):
    """The table that comes with the package is the font's, and errs on the large side by a little."""
    fonts = pytest.importorskip("fontTools.ttLib")
    if not (LIBERATION / file).is_file():
        pytest.skip("apt-get install fonts-liberation")
    font = fonts.TTFont(LIBERATION / file)
    names, advances = font.getBestCmap(), font["hmtx"]
    for letter in "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789 .,;:'-()&£€éŁ▲●":
        true = 100 * advances[names[ord(letter)]][0] / font["head"].unitsPerEm
        assert true < widths(Letters(letter, 100, bold))[0] < 1.05 * true
