"""Markdown as authors write it -> Word's own lists, emphasis, links and tables."""

from __future__ import annotations

import io

import docx
import pytest

from papers.pipeline import build
from tests.builders import AROUND, REPORT, a_folder
from tests.documents.opened import R, W, built, files_in, paragraphs, tables, value, words, xml


@pytest.fixture
def write(tmp_path):
    """Builds a report whose only section says what a test wants."""

    def written(markdown: str, report: str = REPORT) -> bytes:
        a_folder(tmp_path / "paper", report=report, narrative=f"# Section\n\n{markdown}\n")
        outcome = build(tmp_path / "paper", tmp_path / "out", AROUND, replace_edited=True)
        assert outcome.folder is not None, [str(finding) for finding in outcome.findings]
        return files_in(outcome.folder)["report.docx"]

    return written


def section(content):
    """The labels and words of the paragraphs of the section."""
    shown = paragraphs(content)
    start = next(index for index, each in enumerate(shown) if each.text == "Section") + 1
    return [(each.label, each.text) for each in shown[start:]]


def runs(content, text):
    """The runs of the one paragraph that holds `text`: words, bold, italic."""
    (paragraph,) = [p for p in docx.Document(io.BytesIO(content)).paragraphs if text in p.text]
    return [(run.text, bool(run.bold), bool(run.italic)) for run in paragraph.runs if run.text]


# Lists


def test_each_ordered_list_is_lettered_afresh(write):
    """A second list below a second paragraph begins with a. again."""
    content = write("First:\n\n1. one\n2. two\n\nSecond:\n\n1. three\n2. four\n3. five")

    assert section(content) == [
        ("1.1", "First:"),
        ("a.", "one"),
        ("b.", "two"),
        ("1.2", "Second:"),
        ("a.", "three"),
        ("b.", "four"),
        ("c.", "five"),
    ]


def test_two_lists_are_two_lists_of_word(write):
    """Each ordered list has a number of its own, which starts its letters afresh."""
    content = write("First:\n\n1. one\n\nSecond:\n\n1. two")
    used = [value(numbered, "numId") for numbered in xml(content).iter(f"{W}numPr") if value(numbered, "numId") > "6"]

    assert len(used) == len(set(used)) == 2
    for num in xml(content, "word/numbering.xml").findall(f"{W}num"):
        if num.get(f"{W}numId") in used:
            assert value(num.find(f"{W}lvlOverride"), "startOverride") == "1"


def test_an_ordered_list_starts_where_its_author_starts_it(write):
    """A list that goes on from 3 is lettered from c."""
    assert section(write("Then:\n\n3. three\n4. four")) == [("1.1", "Then:"), ("c.", "three"), ("d.", "four")]


def test_a_bullet_list_keeps_its_bullets(write):
    """Bullets are Word's, level by level, and never numbers."""
    content = write("These:\n\n- one\n  - deeper\n    - deepest\n- two")

    assert section(content) == [("1.1", "These:"), ("•", "one"), ("–", "deeper"), ("•", "deepest"), ("•", "two")]


def test_nested_ordered_lists_count_by_level(write):
    """Below a. come i. and ii., and the next inner list begins with i. again."""
    content = write("These:\n\n1. one\n   1. in\n   2. of\n2. two\n   1. again\n3. three")

    assert section(content) == [
        ("1.1", "These:"),
        ("a.", "one"),
        ("i.", "in"),
        ("ii.", "of"),
        ("b.", "two"),
        ("i.", "again"),
        ("c.", "three"),
    ]


def test_bullets_within_an_ordered_list_do_not_break_its_letters(write):
    """After bullets below a. the list goes on with b."""
    content = write("These:\n\n1. one\n   - point\n2. two\n   - point\n3. three")

    assert section(content) == [
        ("1.1", "These:"),
        ("a.", "one"),
        ("–", "point"),
        ("b.", "two"),
        ("–", "point"),
        ("c.", "three"),
    ]


def test_letters_within_bullets_begin_afresh_below_each_bullet(write):
    """An ordered list inside a bullet is its own."""
    content = write("These:\n\n- one\n  1. in\n  2. of\n- two\n  1. again")

    assert section(content) == [
        ("1.1", "These:"),
        ("•", "one"),
        ("i.", "in"),
        ("ii.", "of"),
        ("•", "two"),
        ("i.", "again"),
    ]


def test_paragraph_numbers_go_on_after_a_list(write):
    """Lists, continuations and subheadings take no number of a paragraph."""
    content = write("One.\n\n- point\n\n> More of one.\n\n## Subheading\n\nTwo.\n\n1. letter\n\nThree.")

    assert section(content) == [
        ("1.1", "One."),
        ("•", "point"),
        ("", "More of one."),
        ("", "Subheading"),
        ("1.2", "Two."),
        ("a.", "letter"),
        ("1.3", "Three."),
    ]


def test_a_list_can_stand_in_a_text_of_report_yaml(write):
    """A list under a key of report.yaml is a list in Word, between the paragraphs around it."""
    text = "reasons: |\n  Because:\n\n  - one\n  - two\n\n  And so on.\n"
    content = write("Text.", REPORT.replace("reasons: The Committee asked for it.\n", text))
    shown = [(each.label, each.text) for each in paragraphs(content)]
    start = shown.index(("", "Because:"))

    assert shown[start : start + 4] == [("", "Because:"), ("•", "one"), ("•", "two"), ("", "And so on.")]


def test_a_second_paragraph_of_a_recommendation_has_no_number(write):
    """Each recommendation has one number, however many paragraphs it has."""
    report = REPORT.replace(
        "  - Note the progress.\n", "  - |\n    Note the progress.\n\n    It is slow.\n  - Ask for more.\n"
    )
    shown = [(each.label, each.text) for each in paragraphs(write("Text.", report))]
    start = shown.index(("(1)", "Note the progress."))

    assert shown[start : start + 3] == [("(1)", "Note the progress."), ("", "It is slow."), ("(2)", "Ask for more.")]


# Emphasis and links


def test_bold_and_italic_are_kept(write):
    """Emphasis is a run's own, and ends where its author ended it."""
    content = write("Plain **bold** *italic* ***both*** end")

    assert runs(content, "Plain") == [
        ("Plain ", False, False),
        ("bold", True, False),
        (" ", False, False),
        ("italic", False, True),
        (" ", False, False),
        ("both", True, True),
        (" end", False, False),
    ]


def test_emphasis_is_kept_in_a_text_of_report_yaml(write):
    """Texts of report.yaml may be emphasised like the narrative."""
    report = REPORT.replace("The Committee asked for it.", "The Committee **asked** for it.")

    assert runs(write("Text.", report), "for it.")[1] == ("asked", True, False)


def test_signs_that_are_no_markdown_stay(write):
    """A lone asterisk, an underscore within a word and a backslash before a sign are text."""
    content = write(r"2 * 3, a_b_c, \*starred\*, 100% & <b>more</b>")

    assert section(content) == [("1.1", "2 * 3, a_b_c, *starred*, 100% & <b>more</b>")]


def test_links_lead_to_their_addresses(write):
    """A link is a hyperlink of Word in the template's style, with its address in the relationships."""
    content = write("See [the *letter*](https://example.org/a?b=1&c=2) or [write](mailto:a@example.org).")
    relationships = {
        rel.get("Id"): (rel.get("Target"), rel.get("TargetMode"))
        for rel in xml(content, "word/_rels/document.xml.rels")
    }
    links = [
        (relationships[link.get(f"{R}id")], "".join(t.text for t in link.iter(f"{W}t")))
        for link in xml(content).iter(f"{W}hyperlink")
    ]

    assert list(dict.fromkeys(target for target, _ in links)) == [
        ("https://example.org/a?b=1&c=2", "External"),
        ("mailto:a@example.org", "External"),
    ]
    assert "".join(text for target, text in links if target[0].startswith("https")) == "the letter"
    for link in xml(content).iter(f"{W}hyperlink"):
        assert {value(run.find(f"{W}rPr"), "rStyle") for run in link.iter(f"{W}r")} == {"Hyperlink"}


def test_one_address_is_one_relationship(write):
    """Two links to one page share its entry."""
    content = write("[One](https://example.org) and [two](https://example.org).")

    targets = [rel.get("Target") for rel in xml(content, "word/_rels/document.xml.rels")]
    assert targets.count("https://example.org") == 1


def test_a_hard_break_is_a_line_break(write):
    """A backslash at the end of a line breaks the line; the end alone is a space."""
    assert section(write("one\\\ntwo\nthree")) == [("1.1", "one\ntwo three")]


# Tables


def test_a_table_is_a_table_of_the_councils_style(write):
    """A table of the narrative has a header row that repeats, rows that stay whole, and the template's styles."""
    content = write("Figures:\n\n| Year | Visits |\n|------|--------|\n| 2019 | **9** & 1 |\n| 2020 | 12 |")
    table = tables(content)[-1]
    element = table[0][0].getparent().getparent()

    assert [[words(cell) for cell in row] for row in table] == [["Year", "Visits"], ["2019", "9 & 1"], ["2020", "12"]]
    assert value(element.find(f"{W}tblPr"), "tblStyle") == "CommitteeTable"
    headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in element.findall(f"{W}tr")]
    assert headers == [True, False, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in element.findall(f"{W}tr"))
    styles = [[value(cell.find(f"{W}p/{W}pPr"), "pStyle") for cell in row] for row in table]
    assert styles == [["TableHeading"] * 2, ["TableText"] * 2, ["TableText"] * 2]


def test_a_table_with_an_empty_cell_is_sound(write):
    """Every cell ends with a paragraph, also one without words; a row that is short is filled up."""
    content = write("Figures:\n\n| A | B | C |\n|---|---|---|\n| 1 |   | 3 |\n| 4 |")

    table = tables(content)[-1]
    assert [[words(cell) for cell in row] for row in table] == [["A", "B", "C"], ["1", "", "3"], ["4", "", ""]]
    assert all(cell[-1].tag == f"{W}p" for row in table for cell in row)


def test_a_bar_has_a_description_for_each_reader():
    """Each bar of the summary has words in place of its picture, and ids that no other has."""
    described = [e for e in xml(built("jtai-2021-03")["summary.docx"]).iter("*") if e.tag.endswith("}docPr")]

    assert len(described) == 5
    assert all(bar.get("descr").endswith(" of 34 actions") for bar in described)
    assert len({bar.get("id") for bar in described}) == 5
