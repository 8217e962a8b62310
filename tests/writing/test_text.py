"""What people write goes into Word and comes out as they wrote it."""

from __future__ import annotations

import functools
import io
import itertools
import re
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.documents.facts import facts_of
from papers.model.narrative import Narrative, Section
from papers.model.text import Paragraph, Run, Text
from papers.pipeline import build
from papers.reading.paper import read_paper
from papers.writing.render import render
from papers.writing.template import Compiled, compiled
from tests.builders import AROUND, EXAMPLE, NARRATIVE, REPORT, TEMPLATES, a_folder, rows_of
from tests.documents.opened import files_in, folded, paragraphs, tables, words, xml

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

NASTY = [
    "Health & Care",
    "a < b > c",
    "<w:t>not a tag</w:t>",
    "</w:t></w:r></w:p>",
    "&amp; &lt; &#65; &nbsp;",
    "]]>",
    "<!-- -->",
    "<?xml version='1.0'?>",
    "\"double\" and 'single'",
    "{{ report.subject }}",
    "{% if x %}",
    "{%p for x in y %}",
    "{# note #}",
    "{{p text }}",
    "{{",
    "}}",
    "{%",
    "None",
    "nan",
    "Undefined",
    "True",
    "2021-03-16 00:00:00",
    "line\nbreak",
    "line\r\nbreak",
    "old\rMac",
    "a\ttab",
    "bell\x07 null\x00 escape\x1b delete\x7f",
    "lone \ud800 half",
    "\ufffe and \uffff",
    "_x0041_ _x000D_",
    "£1,000 – “quoted” ‘words’ …",
    "Łódź, Ynys Môn, 漢字, עברית, 👩‍👩‍👧",
    "no\u00a0break\u2028separator\u0085next",
    "soft\u00adhyphen zero\u200bwidth \u202eright to left",
    "=1+1",
    "'quoted in Excel",
    "<AI1>",
    "\\1 \\g<0> %s {0} $1",
    "x" * 5000,
]

some_text = st.one_of(
    st.text(st.characters(exclude_categories=[])),
    st.lists(st.one_of(st.text(), st.sampled_from(NASTY)), max_size=4).map("".join),
)


def kept(text: str) -> str:
    """What must come out of `text`: without what XML forbids, white space as one space."""
    return folded(FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n")))


@functools.cache
def template(name: str) -> Compiled:
    """A template of the Sefton set, compiled once."""
    return compiled((TEMPLATES / "sefton" / f"{name}.docx").read_bytes(), f"{name}.docx", None)


@functools.cache
def example():
    """The example paper, read once."""
    paper = read_paper(EXAMPLE, [TEMPLATES], date(2021, 3, 16)).value.paper
    assert paper is not None
    return paper


def a_document(name: str, text: str) -> bytes:
    """A document of the example in which `text` stands in a fact, in a paragraph and in every cell of an action."""
    paper = example().model_copy(update={"changes": None})
    block = Text(blocks=(Paragraph(runs=(Run(text=text),), role="numbered", number="1.1"),))
    first = paper.plan.actions[0].model_copy(update={"action": text, "progress": text, "lead": text, "partner": text})
    changed = paper.model_copy(
        update={
            "report": paper.report.model_copy(update={"portfolio": text, "reasons": block}),
            "narrative": Narrative(sections=(Section(number=1, title="One", text=block),)),
            "plan": paper.plan.model_copy(update={"actions": (first, *paper.plan.actions[1:])}),
        }
    )
    return render(template(name), facts_of(changed), paper.profile.styles.model_dump())


@settings(deadline=None, max_examples=150)
@given(some_text)
def test_any_text_comes_back_from_a_report(text):
    """A fact of the cover, a text under a heading and a numbered paragraph read as they were written."""
    document = docx.Document(io.BytesIO(a_document("report", text)))

    cover = {folded(row.cells[0].text): folded(row.cells[1].text) for row in document.tables[0].rows}
    assert cover["Portfolio"] == kept(text)
    after = {one.text: folded(other.text) for one, other in itertools.pairwise(document.paragraphs)}
    assert after["Reasons for the Recommendation(s)"] == kept(text)
    assert after["One"] == kept(text)


@settings(deadline=None, max_examples=75)
@given(some_text)
def test_any_text_comes_back_from_an_action(text):
    """The cells of an action read as they were written."""
    document = docx.Document(io.BytesIO(a_document("appendix", text)))

    cells = [folded(cell.text) for cell in document.tables[1].rows[1].cells]
    assert cells[3:5] == [kept(text)] * 2
    assert cells[6].startswith(kept(text))


@pytest.mark.parametrize("text", NASTY, ids=ascii)
def test_text_that_looks_like_something_else_stays_text(text):
    """Text that XML, Word, Jinja or a programmer would take for something else comes back as it was."""
    document = docx.Document(io.BytesIO(a_document("report", text)))

    assert folded(document.tables[0].rows[5].cells[1].text) == kept(text)


@pytest.mark.parametrize("break_", ["\n", "\r\n", "\r"], ids=["line feed", "both", "carriage return"])
def test_a_line_break_is_words_own(break_):
    """A line break within a cell is a break that Word shows, and a tab is a tab."""
    (cell,) = [
        row[1] for row in tables(a_document("report", f"one{break_}two\tthree"))[0] if words(row[0]) == "Portfolio"
    ]

    assert words(cell) == "one\ntwo\tthree"


def test_spaces_within_text_are_all_kept():
    """Two spaces stay two, also at the ends."""
    document = docx.Document(io.BytesIO(a_document("report", "  two  spaces  ")))

    assert document.tables[0].rows[5].cells[1].text == "  two  spaces  "


@settings(deadline=None, max_examples=60)
@given(some_text.filter(kept))
def test_any_subject_and_committee_come_back_from_properties_and_headers(text):
    """They stand in the properties of each document, on one line, in its header and in its first paragraph."""
    paper = example()
    report = paper.report.model_copy(update={"subject": text, "committee": text, "appendices": ()})
    facts = facts_of(paper.model_copy(update={"report": report}))
    for name in ("report", "summary", "appendix"):
        content = render(template(name), facts, paper.profile.styles.model_dump())
        document = docx.Document(io.BytesIO(content))

        assert folded(document.core_properties.title).endswith(kept(text))
        assert folded(document.core_properties.subject) == f"{kept(text)}, 16 March 2021"
        assert folded(document.paragraphs[0].text).endswith(kept(text))
        assert kept(text) in folded(words(xml(content, "word/header1.xml")))


# The whole way, from an author's files

in_excel = st.characters(exclude_categories=["Cs"], exclude_characters=[chr(c) for c in range(32) if c not in (9, 10)])
from_excel = st.lists(
    st.one_of(st.text(in_excel), st.sampled_from(["&", "<b>", "{{ x }}", "{% y %}", "None", '"', "'", "\n", "=1"])),
    max_size=4,
).map("".join)
# Alone in a cell these stand for what is above (tests/reading/test_habits.py).
from_excel = from_excel.filter(lambda text: text.strip(". \n\t\xa0") not in ('"', "''", "\u201d", "\u3003"))


def a_workbook_saying(text: str) -> bytes:
    """A workbook with one action, whose progress is `text`, as text and never as a formula."""
    book = openpyxl.Workbook()
    book.active.title = "Actions"
    for row in rows_of("Ref | Action | Lead | Due | RAG | Progress \n 1.1 | Act | HoS | 2021 | Amber |"):
        book.active.append(row)
    cell = book.active["F2"]
    cell.value = text
    cell.data_type = "s"
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def in_yaml(text: str) -> str:
    """Text as a YAML string in which every character is named by its number."""
    return '"' + "".join(f"\\U{ord(character):08x}" for character in text) + '"'


def in_markdown(text: str) -> str:
    """Text on one line, with a backslash before every sign that Markdown might take for its own."""
    return re.sub(r"([!-/:-@[-`{-~])", r"\\\1", folded(text))


def published(folder: Path, text: str, cell: str) -> dict[str, bytes]:
    """The documents of a paper whose author wrote `text` in report.yaml and narrative.md, and `cell` in Excel."""
    report = REPORT.replace("portfolio: Children", f"portfolio: {in_yaml(f'Words {text}')}")
    narrative = NARRATIVE + f"\n# Words\n\nWords {in_markdown(text)}\n"
    a_folder(folder / "paper", plan=a_workbook_saying(cell), report=report, narrative=narrative)
    outcome = build(folder / "paper", folder / "out", AROUND, replace_edited=True)
    assert outcome.folder is not None, [str(finding) for finding in outcome.findings]
    return files_in(outcome.folder)


@settings(deadline=None, max_examples=30)
@given(text=st.text(), cell=from_excel)
def test_any_text_goes_the_whole_way(tmp_path_factory, text, cell):
    """From YAML, Markdown and a workbook to Word: what officers write is what members read."""
    files = published(tmp_path_factory.mktemp("any"), text, cell)

    report = files["report.docx"]
    cover = {words(row[0]): folded(words(row[1])) for row in tables(report)[0]}
    assert cover["Portfolio"] == kept(f"Words {text}")
    assert folded(paragraphs(report)[-1].text) == kept(f"Words {folded(text)}")
    assert folded(words(tables(files["appendix-1.docx"])[1][1][6])) == (kept(cell) or "No update")


@pytest.mark.parametrize(
    "text", ["None", "{{ x }}", "{% x %}", "Health & Care", "a < b", "2021-03-16 10:00", "\x01\x7f"]
)
def test_words_that_look_like_slips_are_the_authors_to_print(tmp_path, text):
    """The gate lets pass what the author wrote, wherever it stands."""
    files = published(tmp_path, text, text.replace("\x01", ""))

    cover = {words(row[0]): folded(words(row[1])) for row in tables(files["report.docx"])[0]}
    assert cover["Portfolio"] == kept(f"Words {text}")


@pytest.mark.parametrize(
    "key", ["committee", "subject", "report_of", "wards_affected", "portfolio", "implementation_date"]
)
def test_a_line_break_in_a_short_answer_builds(tmp_path, key):
    """An author who writes a fact over two lines of report.yaml gets a paper."""
    report = re.sub(rf"(?m)^{key}: .*$", f"{key}: |\n  First line\n  second line", REPORT)
    a_folder(tmp_path / "paper", report=report)

    outcome = build(tmp_path / "paper", tmp_path / "out", AROUND)

    text = " ".join(folded(words(cell)) for row in tables(files_in(outcome.folder)["report.docx"])[0] for cell in row)
    assert "First line second line" in text or key == "implementation_date"


@pytest.mark.parametrize("code", ["\\ud800", "\\x07", "\\x7f", "\\uffff", "\\x00", "\\u0085"])
def test_a_sign_that_no_document_can_hold_is_dropped_from_a_recommendation(tmp_path, code):
    """A sign from somewhere else's clipboard does not stop the paper, nor the gate."""
    report = REPORT.replace("Note the progress.", f'"Note the{code} progress."')
    a_folder(tmp_path / "paper", report=report)

    outcome = build(tmp_path / "paper", tmp_path / "out", AROUND)

    shown = [folded(each.text) for each in paragraphs(files_in(outcome.folder)["report.docx"])]
    assert "Note the progress." in shown
