"""Markdown: what authors write, and the blocks it is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.findings import Place, Severity
from papers.model.text import ItemList, Paragraph, Run, Table, plain
from papers.reading.formats.markdown import Heading, Marked, parse_markdown, parse_marked_text

FILE = "narrative.md"


def blocks(text: str) -> list[Marked]:
    """The blocks of a text in which nothing is wrong."""
    parsed = parse_markdown(text.encode(), FILE)
    assert parsed.findings == ()
    return list(parsed.value)


def runs(text: str) -> list[tuple[str, str]]:
    """The runs of the one paragraph of `text`: their words, and what they are."""
    (marked,) = blocks(text)
    assert isinstance(marked.block, Paragraph)
    return [described(run) for run in marked.block.runs]


def described(run: Run) -> tuple[str, str]:
    return run.text, " ".join(kind for kind in ("bold" * run.bold, "italic" * run.italic, run.link) if kind)


def outline(text: str) -> list[str]:
    """The items of the one list of `text`, indented by their level, as "- words" or "1. words"."""
    (marked,) = blocks(text)
    assert isinstance(marked.block, ItemList)
    return [f"{'  ' * item.level}{'1.' if item.ordered else '-'} {plain(item.runs)}" for item in marked.block.items]


def said(text: str) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.where)) for finding in parse_markdown(text.encode(), FILE).findings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", [("plain", "")]),
        ("a **b** c", [("a ", ""), ("b", "bold"), (" c", "")]),
        ("a *b* _c_", [("a ", ""), ("b", "italic"), (" ", ""), ("c", "italic")]),
        ("***a***", [("a", "bold italic")]),
        ("**a *b* c**", [("a ", "bold"), ("b", "bold italic"), (" c", "bold")]),
        ("[a](https://b.org/?c=1&d=2)", [("a", "https://b.org/?c=1&d=2")]),
        ("[a](mailto:a@b.org)", [("a", "mailto:a@b.org")]),
        ("<https://b.org>", [("https://b.org", "https://b.org")]),
        ("[**a** b](http://c.org)", [("a", "bold http://c.org"), (" b", "http://c.org")]),
        ("see `code` here", [("see code here", "")]),
        (r"2 \* 3 \_ 4", [("2 * 3 _ 4", "")]),
        ("2 * 3 * 4 and snake_case_name", [("2 * 3 * 4 and snake_case_name", "")]),
        ("Health &amp; Care &lt; &eacute;", [("Health & Care < é", "")]),
        ("Health & Care < 5 > 4", [("Health & Care < 5 > 4", "")]),
        ("soft\nbreak", [("soft break", "")]),
        ("hard  \nbreak\\\nagain", [("hard\nbreak\nagain", "")]),
        ("**a\nb**", [("a b", "bold")]),
        ("<b>a</b> <script>x</script>", [("<b>a</b> <script>x</script>", "")]),
        ("{{ a }} {% if b %}", [("{{ a }} {% if b %}", "")]),
        ("<AI1>x</AI1>", [("<AI1>x</AI1>", "")]),
        ("a\x07b\x00c", [("abc", "")]),
        ("    indented", [("indented", "")]),
    ],
)
def test_a_paragraph_is_its_runs(text: str, expected: list[tuple[str, str]]):
    """Emphasis and links become runs, neighbours of one kind are one run, and all else is words."""
    assert runs(text) == expected


def test_a_block_of_html_is_a_paragraph_of_words():
    """Tags on lines of their own are printed as they stand, and end no section."""
    assert runs("<div>\nwords\n</div>") == [("<div> words </div>", "")]


def test_every_block_knows_its_line():
    """Headings, paragraphs, lists, quotations and tables know the line they start in."""
    text = "# A\n\nOne.\n\n- x\n- y\n\n> Two.\n>\n> Three.\n\n| a |\n|---|\n| b |\n\nB\n---\n"

    assert [(type(marked.block), marked.line) for marked in blocks(text)] == [
        (Heading, 1), (Paragraph, 3), (ItemList, 5), (Paragraph, 8), (Paragraph, 10), (Table, 12), (Heading, 16),
    ]  # fmt: skip


def test_a_quotation_is_a_continuation_a_paragraph():
    """Each paragraph after > is a continuation of its own."""
    continued = [marked.block for marked in blocks("> One\n> two.\n>\n> **Three**.\n")]

    assert [(block.role, plain(block.runs)) for block in continued] == [
        ("continuation", "One two."),
        ("continuation", "Three."),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- a\n- b", ["- a", "- b"]),
        ("* a\n\n* b", ["- a", "- b"]),
        ("1. a\n2. b", ["1. a", "1. b"]),
        ("- a\n  - b\n    - c\n  - d\n- e", ["- a", "  - b", "    - c", "  - d", "- e"]),
        ("1. a\n   - b\n2. c", ["1. a", "  - b", "1. c"]),
        ("- a\n  1. b", ["- a", "  1. b"]),
        ("- a\n  b", ["- a b"]),
        ("- a\n\n  b", ["- a\nb"]),
        ("- **a**: [b](https://c.org)", ["- a: b"]),
    ],
)
def test_a_list_is_its_items_in_reading_order(text: str, expected: list[str]):
    """Lists keep their order, their kinds and their levels; a second paragraph stays in its item."""
    assert outline(text) == expected


def test_words_after_a_nested_list_stay_after_it():
    """What an author writes below a nested list is not moved above it."""
    (marked,) = blocks("- before\n\n  - nested\n\n  after\n")

    words = " ".join(marked.block.paragraphs())
    assert [words.index(word) for word in ("before", "nested", "after")] == sorted(
        words.index(word) for word in ("before", "nested", "after")
    )


def test_a_list_deeper_than_word_has_styles_stays_at_the_third_level():
    """A fourth level is drawn as the third: nothing is left out."""
    assert outline("- a\n  - b\n    - c\n      - d") == ["- a", "  - b", "    - c", "    - d"]


@pytest.mark.parametrize(("text", "start"), [("1. a", 1), ("3. c\n4. d", 3), ("- a", 1)])
def test_an_ordered_list_starts_where_it_says(text: str, start: int):
    """A list that goes on after a paragraph starts at its own number."""
    (marked,) = blocks(text)

    assert isinstance(marked.block, ItemList)
    assert marked.block.start == start


def test_a_table_has_a_header_and_full_rows():
    """Every row has as many cells as the header; those left out are empty."""
    (marked,) = blocks("| Area | **Cost** |\n|---|---:|\n| Help | £5 |\n| Care |\n")

    assert isinstance(marked.block, Table)
    assert [plain(cell) for cell in marked.block.header] == ["Area", "Cost"]
    assert described(marked.block.header[1][0]) == ("Cost", "bold")
    assert [[plain(cell) for cell in row] for row in marked.block.rows] == [["Help", "£5"], ["Care", ""]]


def test_a_cell_too_many_in_a_table_is_not_lost_in_silence():
    """A row with more cells than the header is an error, or its last cell is kept."""
    parsed = parse_markdown(b"| Area | Cost |\n|---|---|\n| Help | 5 | Zebedee |\n", FILE)

    kept = any("Zebedee" in words for marked in parsed.value for words in marked.block.paragraphs())
    assert kept or [str(finding.where) for finding in parsed.findings] == ["narrative.md:3"]


def test_a_comment_is_left_out_with_a_note():
    """Notes to oneself in <!-- --> are not published; the author is told, and lines below keep their numbers."""
    parsed = parse_markdown(b"One. <!-- ask\nJo --> Two.\n\n### Three\n\n<!-- x -->\n", FILE)

    assert [(found.code, found.severity, str(found.where)) for found in parsed.findings] == [
        ("MD004", Severity.NOTE, "narrative.md:1"),
        ("MD004", Severity.NOTE, "narrative.md:6"),
    ]
    assert [marked.line for marked in parsed.value] == [1, 4]
    assert "Jo" not in str(parsed.value)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One.\n\n![a map](map.png)", [("MD002", "narrative.md:3")]),
        ("One\n![a map](map.png) two.", [("MD002", "narrative.md:1")]),
        ("One.\n\n```\nx\n```", [("MD002", "narrative.md:3")]),
        ("One.\n\n---\n\nTwo.", [("MD002", "narrative.md:3")]),
        ("> - one\n> - two", [("MD002", "narrative.md:1")]),
        ("> # one", [("MD002", "narrative.md:1")]),
        ("> ```\n> x\n> ```", [("MD002", "narrative.md:1")]),
        ("> | a |\n> |---|\n> | b |", [("MD002", "narrative.md:1")]),
        ("> > one\n\ntwo", [("MD002", "narrative.md:1")]),
        ("- # one", [("MD002", "narrative.md:1")]),
        ("- one\n\n  > two", [("MD002", "narrative.md:3")]),
        ("- one\n\n  | a |\n  |---|\n  | b |", [("MD002", "narrative.md:3")]),
        ("[a](plan.docx)", [("MD003", "narrative.md:1")]),
        ("[a](www.b.org)", [("MD003", "narrative.md:1")]),
        ("[](https://b.org)", [("MD008", "narrative.md:1")]),
        ("[a]()", [("MD003", "narrative.md:1")]),
        ("[a](javascript:alert(1))", [("MD003", "narrative.md:1")]),
        ("[a](file:///S:/plan.docx)", [("MD003", "narrative.md:1")]),
        ("| a |\n|---|\n| [b](c.docx) |", [("MD003", "narrative.md:3")]),
    ],
)
def test_what_a_report_cannot_hold_is_one_error_at_its_line(text: str, found: list[tuple[str, str]]):
    """Pictures, program code, rules, lists in quotations and links to files are each said once, in their line."""
    assert said(text) == found


def test_an_error_names_what_stands_there_in_an_authors_words():
    """A sentence about Markdown names nothing that only a program knows."""
    texts = ["![a](b)", "```\nx\n```", "***", "> - a", "> > a", "- > a", "- # a", "- | a |\n  |---|", "[a](b.c)"]
    sentences = " ".join(finding.sentence for text in texts for finding in parse_markdown(text.encode(), FILE).findings)

    assert [
        word for word in ("close", "open", "blockquote", "inline", "tbody", "thead", "_") if word in sentences
    ] == []


def test_a_text_from_elsewhere_names_the_place_it_came_from():
    """Faults in a text of report.yaml are at its key, as lines of the text mean nothing to the author."""
    place = Place("report.yaml", line=12, key="summary")

    (finding,) = parse_marked_text("One.\n\n![a](b.png)", place).findings

    assert str(finding.where) == "report.yaml:12 (summary)"


def test_text_that_is_not_utf_8_is_one_error_at_its_line():
    """A file of an old editor is refused with the remedy."""
    (finding,) = parse_markdown("# One\n\nCafé.".encode("cp1252"), FILE).findings

    assert (finding.code, str(finding.where), finding.remedy) == ("MD001", "narrative.md:3", "save the file as UTF-8")


def test_the_mark_at_the_start_of_a_windows_file_is_no_text():
    """The first heading is one, also in a file saved by Notepad with Windows line ends."""
    assert [type(m.block) for m in parse_markdown(b"\xef\xbb\xbf# One\r\n\r\nTwo\r\nthree.\r\n", FILE).value] == [
        Heading,
        Paragraph,
    ]


letters = st.text("abcdefghijklmnopqrstuvwxyzéßñ", min_size=1, max_size=8)


@given(
    st.lists(st.tuples(letters, st.sampled_from(["{}", "*{}*", "**{}**", "[{}](https://x.org)", "`{}`"])), min_size=1)
)
@settings(max_examples=60, deadline=None)
def test_words_survive_any_emphasis_in_their_order(marked_words: list[tuple[str, str]]):
    """Bold, italic, links and code take nothing from the words, whatever the order."""
    text = " ".join(form.format(word) for word, form in marked_words)

    (marked,) = blocks(text)

    assert plain(marked.block.runs) == " ".join(word for word, _ in marked_words)


@given(st.lists(st.tuples(st.integers(0, 2), letters), min_size=1, max_size=12))
@settings(max_examples=60, deadline=None)
def test_any_nested_list_keeps_its_items_and_their_levels(drawn: list[tuple[int, str]]):
    """Whatever the shape of a list, its items come back in order, each at the level it was drawn at."""
    depth = -1
    items = []
    for level, word in drawn:
        depth = min(level, depth + 1)
        items.append((depth, word))

    (marked,) = blocks("\n".join(f"{'  ' * level}- {word}" for level, word in items))

    assert isinstance(marked.block, ItemList)
    assert [(item.level, plain(item.runs)) for item in marked.block.items] == items


@given(st.text(st.sampled_from("ab *_#>-|`[]()!<&;\n\\~=1.{}\t\0é")) | st.text())
@settings(max_examples=300, deadline=None)
def test_no_text_whatsoever_breaks_the_reading(text: str):
    """Any text is blocks with a line each, and errors with a place in the file."""
    parsed = parse_markdown(text.encode("utf-8", "replace"), FILE)

    assert all(marked.line > 0 for marked in parsed.value)
    assert all(finding.where.file == FILE and finding.where.line > 0 for finding in parsed.findings)
