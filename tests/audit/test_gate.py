"""The gate: real documents damaged as a template or a program might damage them."""

from __future__ import annotations

import copy
import functools
import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from lxml import etree

from papers.audit.gate import vanished
from papers.documents import appendix, report, summary
from papers.documents.document import Document
from papers.documents.facts import facts_of, words_in
from papers.errors import PapersError
from papers.model.promise import Promise
from papers.pipeline import build
from papers.reading.paper import read_paper
from tests.builders import AROUND, PLAN, REPORT, ROOT, TEMPLATES, a_folder
from tests.documents.opened import DOCUMENT, PAPERS, W, built, fill, parts, value, words, xml, zipped

KINDS: dict[str, Document] = {each.DOCUMENT.output: each.DOCUMENT for each in (report, summary, appendix)}
PAPER = "jtai-2021-03"


@functools.cache
def example(paper: str = PAPER) -> Any:
    """An example paper, read."""
    return read_paper(ROOT / "inputs" / paper, [TEMPLATES]).value.paper


def said(name: str, content: bytes, paper: str = PAPER) -> str:
    """What the gate says of a document of an example, a line each; "" lets it pass."""
    theirs = functools.partial(words_in, facts_of(example(paper)))
    return "\n".join(vanished(content, name, KINDS[name].promise(example(paper)), theirs))


def edited(name: str, edit: Callable[[Any], None], part: str = DOCUMENT) -> bytes:
    """The example's document after `edit` of one of its parts."""
    content = built(PAPER)[name]
    root = xml(content, part)
    edit(root)
    return zipped({**parts(content), part: etree.tostring(root)})


def action_rows(root: Any) -> list[Any]:
    """The rows of the appendix that hold an action."""
    rows = [row for table in list(root.iter(f"{W}tbl"))[1:] for row in table.findall(f"{W}tr")[1:]]
    assert len(rows) == 34
    return rows


def ref_of(row: Any) -> str:
    """The Ref in a row's first cell."""
    return words(row.find(f"{W}tc"))


def say(element: Any, text: str) -> None:
    """Make a paragraph or cell say something else."""
    first, *rest = element.iter(f"{W}t")
    first.text = text
    for other in rest:
        other.text = ""


def rag(row: Any) -> Any:
    """The cell of a row that shows its status: the one with a fill."""
    return next(cell for cell in row.findall(f"{W}tc") if fill(cell))


any_action = st.integers(0, 33)


# Silence


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", KINDS)
def test_lets_real_documents_pass(paper, name):
    """The gate has nothing to say of what was built as it should be."""
    assert said(name, built(paper)[name], paper) == ""


def test_lets_pass_what_another_program_zipped_again():
    """Only what a document holds counts, not how it is packed."""
    assert said("appendix-1.docx", edited("appendix-1.docx", lambda root: None)) == ""


@pytest.mark.parametrize(
    "text",
    ["None", "None of the actions is late", "{{ this }}", "{% that %}", "{# those #}", "{{", "nan", "2021-03-16 10:00"],
)
def test_lets_authors_write_what_looks_like_a_slip(tmp_path, text):
    """A word is no slip where an author wrote it: in report.yaml, in the narrative and in the workbook."""
    typed = text.replace("{{", "\\{{")  # in the author's own files, where facts can be quoted
    a_folder(
        tmp_path / "paper",
        plan=PLAN.replace("Half are done", f"Half: {text}"),
        report=REPORT.replace("The Committee asked for it.", f"'Asked: {typed}'"),
        narrative=f"# Background\n\nThe letter says: {typed}\n",
    )

    assert build(tmp_path / "paper", tmp_path / "out", AROUND).folder is not None


def test_lets_brackets_be_opened_in_one_cell_and_closed_in_another(tmp_path):
    """Brackets of two officers are not one tag, whatever stands between them."""
    plan = PLAN.replace("Half are done", "See {{ the list").replace("It is in use", "It is in use }}")
    a_folder(tmp_path / "paper", plan=plan)

    assert build(tmp_path / "paper", tmp_path / "out", AROUND).folder is not None


@pytest.mark.parametrize("refs", [("1", "2"), ("2", "1"), ("0", "1"), ("34", "2"), ("Green", "Amber")])
def test_takes_no_count_or_status_for_an_action(tmp_path, refs):
    """Plain numbers as Refs are usual: a count in the key is not the row of an action."""
    a_folder(tmp_path / "paper", plan=PLAN.replace("1.1", refs[0]).replace("1.2", refs[1]))

    assert build(tmp_path / "paper", tmp_path / "out", AROUND).folder is not None


@pytest.mark.parametrize("column", ["Partner", "Action", "Lead", "Due", "Progress"])
def test_takes_no_other_cell_of_an_action_for_its_ref(tmp_path, column):
    """An action that names another's Ref in one of its cells is still one action."""
    heads = ["Ref", "Partner", "Action", "Lead", "Due", "Progress", "RAG"]
    row = {"Ref": "A", "Partner": "P", "Action": "Act", "Lead": "HoS", "Due": "TBC", "Progress": "Done", "RAG": "Green"}
    other = {**row, "Ref": "2021", column: "A" if column != "Due" else "2021"}
    plan = "\n".join(" | ".join(line) for line in (heads, row.values(), other.values()))
    a_folder(tmp_path / "paper", plan=plan)

    assert build(tmp_path / "paper", tmp_path / "out", AROUND).folder is not None


# Actions


@settings(deadline=None, max_examples=20)
@given(any_action)
def test_misses_an_action_whose_row_is_gone(index):
    """A row that vanished is named by its Ref, and only it."""
    gone = []

    def drop(root):
        row = action_rows(root)[index]
        gone.append(ref_of(row))
        row.getparent().remove(row)

    assert said("appendix-1.docx", edited("appendix-1.docx", drop)) == f"appendix-1.docx: action {gone[0]} is missing"


@settings(deadline=None, max_examples=20)
@given(any_action, any_action)
def test_finds_an_action_that_stands_there_twice(index, place):
    """A row that was repeated, next to itself or elsewhere, is named by its Ref."""
    twice = []

    def repeat(root):
        rows = action_rows(root)
        twice.append(ref_of(rows[index]))
        rows[place].addnext(copy.deepcopy(rows[index]))

    content = edited("appendix-1.docx", repeat)

    assert said("appendix-1.docx", content) == f"appendix-1.docx: action {twice[0]} stands there 2 times"


@settings(deadline=None, max_examples=20)
@given(any_action, st.sampled_from(["74CFAE", "E0801A", "A01C1C", "FFFF8A", "17346B", "FFFFFF", "", "auto"]))
def test_finds_an_action_in_another_colour(index, colour):
    """A fill that is not the status's own is named with the action."""
    changed = []

    def recolour(root):
        row = action_rows(root)[index]
        shading = rag(row).find(f"{W}tcPr/{W}shd")
        assume(shading.get(f"{W}fill") != colour)
        changed.append(ref_of(row))
        shading.set(f"{W}fill", colour)

    assert f"action {changed_ref(changed, recolour)}" in said("appendix-1.docx", edited("appendix-1.docx", recolour))


def changed_ref(changed: list[str], edit: Callable[[Any], None]) -> str:
    """The Ref that an edit notes when it is made."""
    edit(xml(built(PAPER)["appendix-1.docx"]))
    return changed[0]


@settings(deadline=None, max_examples=20)
@given(any_action, any_action)
def test_finds_two_actions_whose_statuses_were_swapped(one, other):
    """A status at the wrong action is found, although every status is still there."""
    swapped = []

    def swap(root):
        rows = action_rows(root)
        first, second = rag(rows[one]), rag(rows[other])
        assume(fill(first) != fill(second))
        swapped.extend(ref_of(rows[each]) for each in (one, other))
        first_copy, second_copy = copy.deepcopy(first), copy.deepcopy(second)
        rows[one].replace(first, second_copy)
        rows[other].replace(second, first_copy)

    problems = said("appendix-1.docx", edited("appendix-1.docx", swap))

    assert all(f"action {ref} " in problems for ref in swapped)


@pytest.mark.parametrize("text", ["", "Green", "on track", "amber: on track", "Status"])
def test_finds_a_status_that_is_colour_alone_or_another_word(text):
    """A reader who sees no colours needs the word: a cell without its own word is named."""

    def reword(root):
        row = next(row for row in action_rows(root) if words(rag(row)).startswith("Amber"))
        say(rag(row), text)

    assert 'does not show its status "Amber"' in said("appendix-1.docx", edited("appendix-1.docx", reword))


@settings(deadline=None, max_examples=10)
@given(any_action)
def test_finds_an_action_without_its_ref(index):
    """A row whose Ref is gone is no row of its action."""

    def unname(root):
        say(action_rows(root)[index].find(f"{W}tc"), "")

    assert "is missing" in said("appendix-1.docx", edited("appendix-1.docx", unname))


# Counts


@settings(deadline=None, max_examples=30)
@given(st.sampled_from(["appendix-1.docx", "summary.docx"]), st.integers(0, 4), st.integers(0, 40))
def test_finds_a_count_that_is_wrong(name, index, count):
    """A count of the key or of the summary that differs is named with its status."""
    status = example().profile.rag[index]

    def recount(root):
        table = next(root.iter(f"{W}tbl"))
        row = table.findall(f"{W}tr")[1 + index]
        cell = row[-1] if name == "appendix-1.docx" else row[-2]
        assume(words(cell) != str(count))
        say(cell, str(count))

    assert f'"{status.colour}"' in said(name, edited(name, recount))


@pytest.mark.parametrize("index", range(5))
@pytest.mark.parametrize("name", ["appendix-1.docx", "summary.docx"])
def test_misses_a_status_that_is_left_out_of_the_counts(name, index):
    """A row of the counts that vanished is named with its status."""
    status = example().profile.rag[index]

    def drop(root):
        row = next(root.iter(f"{W}tbl")).findall(f"{W}tr")[1 + index]
        row.getparent().remove(row)

    assert f'"{status.colour}"' in said(name, edited(name, drop))


def test_finds_a_count_of_a_partner_that_is_wrong():
    """The position by partner is counted over as well."""

    def recount(root):
        by_partner = next(table for table in root.iter(f"{W}tbl") if "Partner" in words(table.find(f"{W}tr")))
        say(by_partner.findall(f"{W}tr")[1][-2], "99")

    partner = next(action.partner for action in example().plan.actions)
    assert f'"{partner}"' in said("summary.docx", edited("summary.docx", recount))


# Words


def narrative_paragraphs(root: Any) -> list[Any]:
    """The paragraphs of the report from its first numbered section on."""
    every = root.find(f"{W}body").findall(f"{W}p")
    start = next(i for i, p in enumerate(every) if p.find(f"{W}pPr/{W}numPr") is not None)
    return every[start:]


def test_misses_any_paragraph_of_the_narrative():
    """A heading, paragraph or list item that vanished is said to be missing, whichever it is."""
    whole = [words(p) for p in narrative_paragraphs(xml(built(PAPER)["report.docx"]))]

    for index, text in enumerate(whole):

        def drop(root, index=index):
            gone = narrative_paragraphs(root)[index]
            gone.getparent().remove(gone)

        assert "is missing" in said("report.docx", edited("report.docx", drop)), text
    assert len(whole) > 30


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_misses_the_end_of_a_paragraph_that_was_cut(data):
    """A paragraph that broke off, as at a sign that XML takes for its own, is said to be missing."""

    def cut(root):
        *_, last = data.draw(st.sampled_from(narrative_paragraphs(root))).iter(f"{W}t")
        keep = data.draw(st.integers(0, len(last.text) - 1))
        assume(any(letter.isalnum() for letter in last.text[keep:]))
        last.text = last.text[:keep]

    assert "is missing" in said("report.docx", edited("report.docx", cut))


@pytest.mark.parametrize("name", ["report.docx", "summary.docx"])
@pytest.mark.parametrize("number", [1, 2])
def test_misses_a_recommendation(name, number):
    """A recommendation that vanished is named by its number."""

    def drop(root):
        shown = [p for p in root.iter(f"{W}p") if p.find(f"{W}pPr") is not None
                 and value(p.find(f"{W}pPr"), "pStyle") == "Recommendation"]  # fmt: skip
        gone = shown[number - 1]
        gone.getparent().remove(gone)

    assert said(name, edited(name, drop)) == f"{name}: recommendation {number} is missing"


def test_misses_a_heading_whose_word_stands_elsewhere(tmp_path):
    """A section called "Background" is missing without its heading, although "Background Papers" is there."""
    folder = a_folder(tmp_path / "paper", narrative="# Background\n\nThe inspectors came in 2019.\n")
    paper = read_paper(folder, [TEMPLATES], date(2021, 3, 16)).value.paper
    outcome = build(folder, tmp_path / "out", AROUND)
    content = (outcome.folder / "report.docx").read_bytes()
    root = xml(content)
    (heading,) = [p for p in root.iter(f"{W}p") if words(p) == "Background"]
    heading.getparent().remove(heading)
    spoiled = zipped({**parts(content), DOCUMENT: etree.tostring(root)})

    assert vanished(spoiled, "report.docx", report.DOCUMENT.promise(paper), lambda: "") == [
        "report.docx: the heading of section 1 is missing"
    ]


# Slips


SLIPS = [
    "{{ report.subject }}",
    "{% if x %}",
    "{%p endfor %}",
    "{# note #}",
    "{{",
    "{%",
    "None",
    "Undefined",
    "nan",
    "2021-03-31 00:00:00",
    "2021-03-31T00:00:00",
    "<papers.model.text.Text object at 0x7f3a>",
]


def slips_in(content: bytes, theirs: str = "") -> str:
    """What the gate says of a document that promises nothing, whose author wrote `theirs`."""
    return "\n".join(vanished(content, "report.docx", Promise(), lambda: theirs))


def saying(text: str) -> bytes:
    """The example's report with one more paragraph, which says `text`."""

    def add(root):
        paragraph = root.find(f"{W}body/{W}p")
        paragraph.addnext(copy.deepcopy(paragraph))
        say(paragraph.getnext(), text)

    return edited("report.docx", add)


@pytest.mark.parametrize("slip", SLIPS)
def test_finds_what_programs_print_by_mistake(slip):
    """A tag left over, None, a time of day or the name of an object is found in a paragraph, and quoted."""
    quoted = re.findall(r'"(.*)"', slips_in(saying(f"Before {slip} after")))

    assert quoted
    assert all(quote in slip for quote in quoted)


@pytest.mark.parametrize("slip", SLIPS)
def test_lets_pass_what_the_author_wrote(slip):
    """The same word is no slip where it is the author's."""
    assert slips_in(saying(f"Before {slip} after"), theirs=f"Before {slip} after") == ""


@pytest.mark.parametrize(
    ("slip", "theirs"),
    [
        ("nan", "The finance of the tenancy, and its maintenance"),
        ("None", "Nonetheless it was done"),
        ("Undefined", "The Undefinedness of it"),
    ],
)
def test_a_word_that_merely_holds_a_slip_excuses_none(slip, theirs):
    """An author who wrote "finance" did not write "nan"."""
    assert slip in slips_in(saying(f"Due: {slip}"), theirs)


@pytest.mark.parametrize("part", ["word/header1.xml", "word/footer1.xml", "docProps/core.xml"])
def test_finds_slips_in_headers_footers_and_properties(part):
    """What stands on every page, or in the window's title, is looked at too."""

    def leave(root):
        next(e for e in root.iter("*") if e.text and e.text.strip()).text = "{{ report.subject }} and None"

    problems = slips_in(edited("report.docx", leave, part))

    assert '"{{ report.subject }}"' in problems
    assert '"None"' in problems


def test_finds_a_tag_that_is_split_over_runs():
    """A tag is left over to a reader also where Word sees it in pieces."""

    def leave(root):
        run = root.find(f"{W}body/{W}p/{W}r")
        run.addnext(copy.deepcopy(run))
        first, second = root.find(f"{W}body/{W}p").findall(f"{W}r")[:2]
        say(first, "{")
        say(second, "{ report.subject }}")

    assert '"{{ report.subject }}"' in slips_in(edited("report.docx", leave))


@pytest.mark.parametrize("word", ["Nonetheless", "nanny", "Undefinedness", "2021-03-31", "a < b", "{ x }"])
def test_is_silent_on_words_that_only_look_alike(word):
    """Words that merely hold such a word are words."""
    assert slips_in(saying(word)) == ""


# What cannot be read back


@pytest.mark.parametrize("part", [DOCUMENT, "word/styles.xml", "word/_rels/document.xml.rels", "docProps/core.xml"])
def test_refuses_a_part_that_is_not_well_formed(part):
    """A part that breaks off is named, with its document."""
    named = parts(built(PAPER)["report.docx"])
    content = zipped({**named, part: named[part][:-20]})

    with pytest.raises(PapersError, match=rf"report\.docx.*{part}"):
        said("report.docx", content)
