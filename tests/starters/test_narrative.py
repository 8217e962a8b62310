"""The narrative that a new paper starts from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from papers import wording
from papers.reading.formats.markdown import parse_markdown
from papers.reading.narrative import parse_narrative
from papers.starters.narrative import starter_narrative


def sections_of(text: str):
    """The sections of a narrative in which nothing is wrong."""
    marked = parse_markdown(text.encode(), "narrative.md")
    parsed = parse_narrative(marked.value, "narrative.md")
    assert (*marked.findings, *parsed.findings) == ()
    return parsed.value.sections


def test_a_first_narrative_has_three_sections_to_write_over():
    """It reads without a single finding, each section with one paragraph in brackets."""
    sections = sections_of(starter_narrative())

    assert [section.title for section in sections] == ["Background", "Progress", "Next steps"]
    for section in sections:
        (words,) = section.text.paragraphs()
        assert words.startswith("[To write: ")
        assert words.endswith("]")


def test_the_first_narrative_says_how_to_write_one():
    """Sections, lists, continuations and subheadings are explained where they are written."""
    text = starter_narrative()

    for explained in ("#", "##", ">", "- and a space", "empty line"):
        assert explained in text


def test_the_next_narrative_keeps_the_headings_of_the_last():
    """Headings stay, in their order; the paragraphs are to be written anew."""
    headings = ["Introduction & background", "Impact of *Covid-19*", "#1 next", "A", "B"]

    sections = sections_of(starter_narrative(headings))

    assert [section.title for section in sections] == headings
    assert all("[To write: this section" in str(section.text) for section in sections)


@given(st.lists(st.text(max_size=60), max_size=6))
def test_any_heading_survives(headings):
    """Whatever a heading is made of, it is read back in the same words, its spaces set in order."""
    wanted = [" ".join(wording.printable(heading).split()) for heading in headings]

    titles = [section.title for section in sections_of(starter_narrative(headings))]

    assert titles == ([title for title in wanted if title] or ["Background", "Progress", "Next steps"])
