"""The narrative: sections and paragraphs, numbered by where they stand."""

from __future__ import annotations

from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.findings import Parsed, Place, Severity
from papers.model.narrative import Narrative
from papers.model.text import ItemList, Paragraph, Table, Text, plain
from papers.reading.formats.markdown import parse_markdown
from papers.reading.narrative import parse_narrative, parse_text


def parsed(text: str) -> Parsed[Narrative]:
    return parse_narrative(parse_markdown(dedent(text).encode(), "narrative.md").value, "narrative.md")


def drawn(text: Text) -> list[str]:
    """A line a block: its number or kind, and its words."""
    lines = []
    for block in text.blocks:
        kind = (block.number or block.role) if isinstance(block, Paragraph) else type(block).__name__
        lines.append(f"{kind}: {' / '.join(block.paragraphs())}")
    return lines


def test_sections_and_paragraphs_are_numbered_by_where_they_stand():
    """Sections count 1, 2; their paragraphs 1.1, 1.2, 2.1. What is no paragraph has no number and takes none."""
    narrative = parsed("""\
        # Background

        The inspectors came.

        > They came twice.

        They looked at:

        - help
        - harm

        ## What they found

        | Area | Grade |
        |------|-------|
        | Help | Good  |

        A letter followed.

        # Progress

        Much is done.
    """)

    assert narrative.findings == ()
    assert [(section.number, section.title, section.line) for section in narrative.value.sections] == [
        (1, "Background", 1),
        (2, "Progress", 20),
    ]
    background, progress = narrative.value.sections
    assert drawn(background.text) == [
        "1.1: The inspectors came.",
        "continuation: They came twice.",
        "1.2: They looked at:",
        "ItemList: help / harm",
        "subheading: What they found",
        "Table: Area / Grade / Help / Good",
        "1.3: A letter followed.",
    ]
    assert drawn(progress.text) == ["2.1: Much is done."]


def test_numbers_that_an_author_typed_are_not_taken_for_words_of_a_paragraph():
    """A paragraph that starts with "1.1" is kept as it is written: only "1." starts a list."""
    (section,) = parsed("# Background\n\n1.1 The inspectors came.\n").value.sections

    assert drawn(section.text) == ["1.1: 1.1 The inspectors came."]


def test_an_ordered_list_is_no_paragraph():
    """A list takes no number of the report's own, and what follows it goes on counting."""
    (section,) = parsed("# A\n\nWe ask for:\n\n1. time\n2. money\n\nThanks.\n").value.sections

    assert drawn(section.text) == ["1.1: We ask for:", "ItemList: time / money", "1.2: Thanks."]
    listed = section.text.blocks[1]
    assert isinstance(listed, ItemList)
    assert [item.ordered for item in listed.items] == [True, True]


def test_a_heading_keeps_its_words_without_their_emphasis():
    """A section's title is plain words."""
    (section,) = parsed("# Health **&** [Care](https://x.org) {{ x }}\n\nText.\n").value.sections

    assert section.title == "Health & Care {{ x }}"


def test_an_empty_narrative_has_no_sections():
    """A report may have no numbered part."""
    assert parsed("\n\n") == Parsed(Narrative())


@pytest.mark.parametrize(
    ("text", "code", "severity", "place"),
    [
        ("Early.\n\n# A\n\nText.\n", "NV001", Severity.ERROR, "narrative.md:1"),
        ("\n- early\n\n# A\n\nText.\n", "NV001", Severity.ERROR, "narrative.md:2"),
        ("## Early\n\n# A\n\nText.\n", "NV001", Severity.ERROR, "narrative.md:1"),
        ("# A\n\nText.\n\n### B\n", "NV002", Severity.ERROR, "narrative.md:5"),
        ("# A\n\nText.\n\n###### B\n", "NV002", Severity.ERROR, "narrative.md:5"),
        ("#\n\nText.\n", "NV003", Severity.ERROR, "narrative.md:1"),
        ("# A\n\n# B\n\nText.\n", "NV003", Severity.WARNING, "narrative.md:1"),
        ("# A\n\n- one\n", "NV004", Severity.WARNING, "narrative.md:3"),
        ("# A\n\n| a |\n|---|\n| b |\n", "NV004", Severity.WARNING, "narrative.md:3"),
        ("# A\n\nText.\n\n##\n\nText.\n", "NV003", Severity.ERROR, "narrative.md:5"),
    ],
)
def test_what_has_no_place_in_a_narrative_is_said_at_its_line(text: str, code: str, severity: Severity, place: str):
    """Text before a heading, other headings, empty sections and lists without a paragraph are each one finding."""
    (finding,) = parsed(text).findings

    assert (finding.code, finding.severity, str(finding.where)) == (code, severity, place)
    assert finding.remedy


def test_text_before_the_first_heading_is_said_once():
    """However much stands before the first heading, the author hears of it once."""
    assert len(parsed("One.\n\nTwo.\n\n- three\n\n# A\n\nText.\n").findings) == 1


def test_a_text_of_the_report_is_paragraphs_and_lists():
    """A text under a key of report.yaml has paragraphs without numbers, and lists."""
    text = parse_text("One\ntwo.\n\n- *three*\n\nFour.", Place("report.yaml", line=3, key="summary"))

    assert text.findings == ()
    assert drawn(text.value) == ["text: One two.", "ItemList: three", "text: Four."]


def test_an_empty_text_of_the_report_is_false():
    """Nothing written is no blocks."""
    assert not parse_text("  \n", Place()).value


@pytest.mark.parametrize(("written", "what"), [("# A", "a heading"), ("| a |\n|---|\n| b |", "a table")])
def test_what_has_no_place_in_a_text_of_the_report_is_said_at_its_key(written: str, what: str):
    """Headings and tables belong into the narrative."""
    (finding,) = parse_text(written, Place("report.yaml", line=3, key="summary")).findings

    assert (finding.code, str(finding.where)) == ("NV005", "report.yaml:3 (summary)")
    assert finding.sentence == f"{what} cannot stand in this text"
    assert finding.remedy == "put it into the narrative"


sentences = st.lists(st.text("abcdefghijklmnopqrstuvwxyzé", min_size=1, max_size=9), min_size=1, max_size=6).map(
    " ".join
)
sections = st.lists(st.tuples(sentences, st.lists(sentences, min_size=1, max_size=5)), max_size=6)


@given(sections)
@settings(max_examples=60, deadline=None)
def test_n_sections_of_m_paragraphs_are_numbered_without_a_gap(written: list[tuple[str, list[str]]]):
    """Every plain word survives in its place, and each paragraph has the number that Word will count."""
    text = "\n\n".join(block for title, paragraphs in written for block in (f"# {title}", *paragraphs))

    narrative = parse_narrative(parse_markdown(text.encode(), "narrative.md").value, "narrative.md")

    assert narrative.findings == ()
    assert [(section.number, section.title) for section in narrative.value.sections] == [
        (number, title) for number, (title, _) in enumerate(written, 1)
    ]
    assert [drawn(section.text) for section in narrative.value.sections] == [
        [f"{number}.{at}: {words}" for at, words in enumerate(paragraphs, 1)]
        for number, (_, paragraphs) in enumerate(written, 1)
    ]


@given(
    st.lists(
        st.tuples(st.sampled_from(["{}", "> {}", "- {}", "1. {}", "| {} |\n|---|", "## {}"]), sentences), max_size=8
    )
)
@settings(max_examples=60, deadline=None)
def test_only_paragraphs_are_counted_and_no_words_are_lost(written: list[tuple[str, str]]):
    """Whatever stands between them, paragraphs count 1.1, 1.2, 1.3, and every block keeps its words."""
    text = "\n\n<!-- -->\n\n".join(["# A", *(form.format(words) for form, words in written)])

    (section,) = parse_narrative(parse_markdown(text.encode(), "narrative.md").value, "narrative.md").value.sections

    numbered = [b for b in section.text.blocks if isinstance(b, Paragraph) and b.number]
    assert [(block.number, plain(block.runs)) for block in numbered] == [
        (f"1.{at}", words) for at, words in enumerate((words for form, words in written if form == "{}"), 1)
    ]
    assert " ".join(section.text.paragraphs()) == " ".join(words for _, words in written)
    tables = [block for block in section.text.blocks if isinstance(block, Table)]
    assert len(tables) == sum(form.startswith("|") for form, _ in written)
