"""Text: blocks of runs, and their words."""

from __future__ import annotations

from papers.model.text import ItemList, ListItem, Paragraph, Run, Table, Text, plain


def runs(*words: str) -> tuple[Run, ...]:
    return tuple(Run(text=word, bold=at % 2 == 1) for at, word in enumerate(words))


TEXT = Text(
    blocks=(
        Paragraph(runs=runs("One ", "two", ".")),
        ItemList(items=(ListItem(runs=runs("three")), ListItem(runs=runs("four", " five"), level=1))),
        Table(header=(runs("six"), runs("seven")), rows=((runs("eight"), ()), ((), runs("nine")))),
    )
)


def test_the_words_of_runs_are_what_a_reader_sees():
    """Emphasis adds nothing to the words."""
    assert plain(runs("a", "b", "c")) == "abc"
    assert plain(()) == ""


def test_a_text_is_its_paragraphs_items_and_cells_in_reading_order():
    """One string each; an empty cell is none."""
    words = ["One two.", "three", "four five", "six", "seven", "eight", "nine"]

    assert list(TEXT.paragraphs()) == words
    assert str(TEXT) == "\n".join(words)


def test_a_text_without_blocks_is_false():
    """Templates may ask whether anything was written."""
    assert not Text()
    assert TEXT
    assert str(Text()) == ""
