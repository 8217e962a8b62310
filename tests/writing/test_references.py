"""References as Word has them: fields that it keeps up to date, with the right number already in place."""

from __future__ import annotations

import copy
import functools
import io
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from papers.audit.gate import vanished
from papers.documents.facts import facts_of
from papers.documents.report import DOCUMENT as REPORT_DOCUMENT
from papers.model.paper import Paper
from papers.reading.references import resolve
from papers.writing.render import render
from papers.writing.template import Compiled, compile_template
from tests.builders import REPORT, TEMPLATES, a_paper
from tests.documents.opened import DOCUMENT, W, changed, paragraphs, parts, words, xml, zipped

NARRATIVE = """\
# Background {#background}

The letter came. Paragraph [](#triage-car) says more, and so does section [](#covid). {#letter}

> Nobody was hurt. {#nobody}

# Covid-19 & co {#covid}

**Action [](action:1.2)** is in Appendix [](appendix:1), and so is action [](action:1.1).

- See paragraph [](#letter), and [what is said of the car](#triage-car).

| Where | What |
|---|---|
| [](#triage-car) | [unhurt](#nobody), [the plan](appendix:1), [an action](action:1.1) |

The car is late. {#triage-car}

# Next

Action [](action:1.2) goes on. {#unused}
"""
SUMMARY = "Paragraph [](#triage-car) on action [](action:1.2)."
THEIRS = REPORT.replace("How the plan stands.", SUMMARY)


@functools.cache
def template(council: str = "sefton", name: str = "report") -> Compiled:
    """A template of a council as it is."""
    return compile_template((TEMPLATES / council / f"{name}.docx").read_bytes(), f"{name}.docx")


def resolved(folder: Path, narrative: str = NARRATIVE, report: str = THEIRS) -> Paper:
    """A paper with its references resolved."""
    paper = a_paper(folder, narrative=narrative, report=report)
    done = resolve(paper.report, paper.narrative, paper.plan, paper.profile)
    assert not done.findings, [str(finding) for finding in done.findings]
    return paper.model_copy(update={"report": done.value[0], "narrative": done.value[1]})


def made(paper: Paper, compiled: Compiled | None = None) -> bytes:
    """A document of a paper, the report by default."""
    return render(compiled or template(), facts_of(paper), paper.profile.styles.model_dump())


@pytest.fixture(scope="module")
def paper(tmp_path_factory):
    """A paper that refers to all there is to refer to."""
    return resolved(tmp_path_factory.mktemp("paper"))


@pytest.fixture(scope="module")
def report(paper):
    """Its report."""
    return made(paper)


def fields(content: bytes) -> list[tuple[str, str]]:
    """The outermost fields of the main text: the whole instruction, and what is shown."""
    found: list[tuple[str, str]] = []
    depth, instruction, shown, is_result = 0, "", "", False
    for element in xml(content).iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            depth += 1
            if depth == 1:
                instruction, shown, is_result = "", "", False
        elif kind == "separate" and depth == 1:
            is_result = True
        elif kind == "end":
            depth -= 1
            if not depth:
                found.append((instruction.strip(), shown))
        elif depth and element.tag == f"{W}instrText":
            instruction += element.text
        elif is_result and depth:
            shown += element.text
    return found


def enclosed(content: bytes) -> dict[str, str]:
    """What each bookmark encloses, by its name."""
    root = xml(content)
    everything = list(root.iter())
    found = {}
    for start in root.iter(f"{W}bookmarkStart"):
        (end,) = [each for each in root.iter(f"{W}bookmarkEnd") if each.get(f"{W}id") == start.get(f"{W}id")]
        inside = everything[everything.index(start) : everything.index(end)]
        texts = [each.text or "" for each in inside if each.tag in (f"{W}t", f"{W}instrText")]
        found[start.get(f"{W}name")] = "".join(texts)
    return found


def numbers(content: bytes) -> dict[str, str]:
    """The number that Word gives to the paragraph in which each bookmark stands, as a reference shows it."""
    return {
        start.get(f"{W}name"): shown.label.rstrip(".")
        for shown in paragraphs(content)
        for start in shown.element.iter(f"{W}bookmarkStart")
    }


def test_a_reference_to_a_paragraph_or_a_section_is_a_field_with_its_number(report):
    """REF with \\n, to a bookmark in the paragraph to which Word gives that very number."""
    counted = numbers(report)
    referring = [(code, shown) for code, shown in fields(report) if "\\n" in code]

    assert referring == [
        ("REF _Ref_triage_car \\n \\h", "2.2"),
        ("REF _Ref_triage_car \\n \\h", "2.2"),
        ("REF _Ref_covid \\n \\h", "2"),
        ("REF _Ref_letter \\n \\h", "1.1"),
        ("REF _Ref_triage_car \\n \\h", "2.2"),
    ]
    assert all(counted[code.split()[1]] == shown for code, shown in referring)


def test_a_reference_to_an_action_or_an_appendix_is_a_field_too(report):
    """Each of them, also one that stands alone, repeats the number that a bookmark holds."""
    held = enclosed(report)
    repeating = [(code.split(), shown) for code, shown in fields(report) if re.search("_Ref_a(ction|ppendix)", code)]
    referring = [(code, shown) for code, shown in repeating if code[0] == "REF"]

    assert [(name, shown) for (_, name), shown in referring] == [
        ("_Ref_action_1_2", "1.2"),
        ("_Ref_action_1_2", "1.2"),
        ("_Ref_appendix_1", "1"),
        ("_Ref_action_1_1", "1.1"),
        ("_Ref_action_1_2", "1.2"),
    ]
    assert all(held[name] == shown for (_, name), shown in referring)


def test_what_holds_the_numbers_prints_nothing(report):
    """It stands in the first paragraph, and no reader meets a number twice."""
    setting = [(code, shown) for code, shown in fields(report) if code.startswith("SET")]

    assert setting == fields(report)[:3] == [
        ('SET _Ref_action_1_2 "1.2" 1.2', ""), ('SET _Ref_appendix_1 "1" 1', ""), ('SET _Ref_action_1_1 "1.1" 1.1', ""),
    ]  # fmt: skip
    assert words(next(xml(report).iter(f"{W}p"))) == "Action plan"
    assert docx.Document(io.BytesIO(report)).paragraphs[0].text == "Action plan"


def test_what_holds_the_numbers_comes_before_them_even_in_the_first_paragraph(paper):
    """A program that works fields out in their order finds each number when it is asked for it."""
    first = '<w:p><w:r><w:t xml:space="preserve">First: {{r report.summary }}</w:t></w:r></w:p>'
    codes = [code.split()[0] for code, _ in fields(spoilt_report(paper, "<w:body>", f"<w:body>{first}"))]

    assert codes[:5] == ["SET", "SET", "SET", "REF", "REF"]


def test_the_words_are_those_of_the_narrative(report, paper):
    """Read as text, each reference is its number, once; titles are as they were written."""
    shown = [each.text for each in paragraphs(report)]

    assert "The letter came. Paragraph 2.2 says more, and so does section 2." in shown
    assert "Action 1.2 is in Appendix 1, and so is action 1.1." in shown
    assert "Covid-19 & co" in shown
    assert vanished(report, "report.docx", REPORT_DOCUMENT.promise(paper), str) == []


def test_words_of_the_authors_own_are_a_link_to_the_place(report):
    """Within the document, in the look of a link: to a paragraph, or to where the list names the appendix."""
    found = [link for link in xml(report).iter(f"{W}hyperlink") if link.get(f"{W}anchor")]
    links = {words_of_run(link.find(f"{W}r")): link.get(f"{W}anchor") for link in found}
    held = enclosed(report)

    assert links == {
        "what is said of the car": "_Ref_triage_car", "unhurt": "_Ref_nobody",
        "the plan": "_Ref_appendix_1_listed", "an action": "_Ref_appendix_1_listed",
    }  # fmt: skip
    assert held["_Ref_nobody"] == "Nobody was hurt."
    assert held["_Ref_appendix_1_listed"] == "Action plan"


def test_only_what_is_referred_to_is_marked(report):
    """A heading that nothing refers to, and a name without use, leave no bookmark; each id is there once."""
    ids = [start.get(f"{W}id") for start in xml(report).iter(f"{W}bookmarkStart")]

    assert set(enclosed(report)) == {
        "_Ref_action_1_1", "_Ref_action_1_2", "_Ref_appendix_1", "_Ref_appendix_1_listed", "_Ref_covid",
        "_Ref_letter", "_Ref_nobody", "_Ref_triage_car",
    }  # fmt: skip
    assert len(set(ids)) == len(ids)


def test_emphasis_stays(report):
    """A number in bold text is bold, in all that makes up its field."""
    (run,) = [
        each
        for each in xml(report).iter(f"{W}r")
        if words_of_run(each) == "Action " and each.find(f"{W}rPr/{W}b") is not None
    ]
    following = list(run.itersiblings(f"{W}r"))[:5]

    assert words_of_run(following[3]) == "1.2"
    assert all(each.find(f"{W}rPr/{W}b") is not None for each in following)


def words_of_run(run: Any) -> str:
    """The text of a run."""
    return "".join(text.text or "" for text in run.findall(f"{W}t"))


def test_a_paper_without_references_has_neither_bookmarks_nor_fields(tmp_path):
    """Names alone change nothing at all."""
    plain = made(resolved(tmp_path / "one", "# One\n\nTwo.\n", REPORT))

    assert made(resolved(tmp_path / "two", "# One {#one}\n\nTwo. {#two}\n", REPORT)) == plain
    assert not fields(plain)
    assert not enclosed(plain)


def test_in_another_document_a_number_is_plain_words(paper):
    """The summary prints what the report says of paragraph 2.2, which it does not hold; the action is a field there."""
    summary = made(paper, template("sefton", "summary"))

    assert "Paragraph 2.2 on action 1.2." in [each.text for each in paragraphs(summary)]
    assert [code for code, _ in fields(summary) if code.startswith("REF")] == ["REF _Ref_action_1_2"]


def test_a_template_without_a_list_of_appendices_works_too(paper):
    """Numbers are fields all the same; links that would lead to the list are words."""
    spoilt = changed((TEMPLATES / "sefton" / "report.docx").read_bytes(), "{{ appendix.title }}", "listed")
    report = made(paper, compile_template(spoilt, "report.docx"))

    assert ("REF _Ref_appendix_1", "1") in fields(report)
    assert "_Ref_appendix_1_listed" not in enclosed(report)
    assert {link.get(f"{W}anchor") for link in xml(report).iter(f"{W}hyperlink")} == {"_Ref_triage_car", "_Ref_nobody"}


PRINTED = "{{ section.title }}"
CONTENTS = (
    '<w:p><w:r><w:t xml:space="preserve">{%p for s in narrative %}</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">In short: {{ s.title }}, {{ s.title|upper }}</w:t></w:r></w:p>'
    '<w:p><w:r><w:t xml:space="preserve">{%p endfor %}</w:t></w:r></w:p>'
)


def spoilt_report(paper: Paper, old: str, new: str, part: str = DOCUMENT) -> bytes:
    """The report by a template in which something is replaced once."""
    content = changed((TEMPLATES / "sefton" / "report.docx").read_bytes(), old, new, part, times=1)
    return made(paper, compile_template(content, "report.docx"))


def test_titles_are_right_wherever_they_are_printed(paper):
    """In a list of contents, changed by a filter, in a header and in the properties: words and nothing else."""
    first = "<w:body>"
    report = spoilt_report(paper, first, f"{first}{CONTENTS}")

    assert "In short: Covid-19 & co, COVID-19 & CO" in [each.text for each in paragraphs(report)]
    assert ("REF _Ref_covid \\n \\h", "2") in fields(report)
    assert numbers(report)["_Ref_covid"] == "2"
    for part, old in (("word/header1.xml", "<w:t"), ("docProps/core.xml", "{{ report.subject }}")):
        new = "{{ narrative[1].title }}" + ("" if part.startswith("doc") else "</w:t></w:r><w:r><w:t")
        new = new if part.startswith("doc") else f"<w:t>{new}"
        content = parts(spoilt_report(paper, old, new, part))[part]
        assert b"Covid-19 &amp; co" in content
        assert b"<title of" not in content
        etree.fromstring(content)


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        (f"Part: {PRINTED}", "Part: Covid-19 & co"),
        (f"{PRINTED} ({{{{ section.number }}}})", "Covid-19 & co (2)"),
        ("{% if section.title.startswith('Covid') %}{{ section.title|length }}{% endif %}", "13"),
    ],
)
def test_a_title_may_be_printed_in_any_company(paper, printed, shown):
    """Words of the template's own stand beside it, and it is asked for as the words that it is."""
    report = spoilt_report(paper, PRINTED, printed)

    assert [each.text for each in paragraphs(report)].count(shown) == 1


def test_headings_that_a_template_does_not_number_are_not_referred_to_by_number(paper):
    """Word would show 0; the number stays as plain words."""
    numbered = '<w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    report = spoilt_report(paper, numbered, '<w:pStyle w:val="Heading1"/>')

    assert "_Ref_covid" not in [code.split()[1] for code, _ in fields(report) if code.startswith("REF")]
    assert "The letter came. Paragraph 2.2 says more, and so does section 2." in [
        each.text for each in paragraphs(report)
    ]


def test_a_templates_own_bookmarks_keep_their_names_and_ids(paper):
    """A template that was made from a finished paper has bookmarks already."""
    own = '<w:p><w:bookmarkStart w:id="41" w:name="_ref_TRIAGE_car"/><w:bookmarkEnd w:id="41"/></w:p><w:sectPr'
    report = spoilt_report(paper, "<w:sectPr", own)
    names = list(enclosed(report))
    ids = [int(start.get(f"{W}id")) for start in xml(report).iter(f"{W}bookmarkStart")]

    assert len([name for name in names if name.casefold().startswith("_ref_triage_car")]) == 2
    assert len({name.casefold() for name in names}) == len(names)
    assert sorted(ids)[0] == 41
    assert len(set(ids)) == len(ids)


PRETENDED = (
    '<w:p><w:r><reference of="0"/><reference of="999999"/><reference of="99999999999"/></w:r></w:p>',
    '<title of="#covid"/><w:p><title of="#covid"/></w:p><w:p><w:r><title of="#covid"/><title of="x"/></w:r></w:p>',
    '<w:p><w:fldSimple w:instr="PAGE"/></w:p>',
)


@pytest.mark.parametrize("pretended", PRETENDED)
def test_a_template_cannot_pretend_to_refer(paper, pretended):
    """What only looks like a reference in a template stops nothing, and references stay what they are."""
    report = spoilt_report(paper, "<w:sectPr", f"{pretended}<w:sectPr")

    assert ("REF _Ref_covid \\n \\h", "2") in fields(report)
    assert b"<title of" not in parts(report)[DOCUMENT]


def test_names_are_told_apart_however_long_or_alike(tmp_path):
    """Word takes 40 letters, digits and underscores; it does not tell capital from small."""
    names = ["a-b", "a_b", "é", "ü", "x" * 200, "x" * 201, "1", "action_1_1"]
    narrative = "# One\n\n" + "".join(f"Words. {{#{name}}}\n\n" for name in names)
    narrative += " ".join(f"[](#{name})" for name in names) + " [](action:1.1)\n"
    report = made(resolved(tmp_path, narrative, REPORT))
    marked = list(enclosed(report))

    assert len({name.casefold() for name in marked}) == len(marked) == len(names) + 1
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in marked)
    assert [shown for _, shown in fields(report)][1:] == [*(f"1.{at}" for at in range(1, 9)), "1.1"]


def test_a_ref_may_hold_what_fields_and_xml_mean_something_by(tmp_path):
    """Quotes, backslashes and angle brackets come out as they are."""
    ref = 'A"1\\<&'
    narrative = 'One [](<action:A"1\\\\\\<&amp;>).\n'
    plan = f"Ref | Action | Lead | Due | Progress | RAG\n{ref} | Train | Inspector | End March 2021 | Half | Amber\n"
    paper = a_paper(tmp_path, narrative=f"# One\n\n{narrative}", plan=plan)
    done = resolve(paper.report, paper.narrative, paper.plan, paper.profile)
    assert not done.findings, [str(finding) for finding in done.findings]
    report = made(paper.model_copy(update={"report": done.value[0], "narrative": done.value[1]}))

    assert f"One {ref}." in [each.text for each in paragraphs(report)]
    assert ref in enclosed(report).values()


def test_a_judge_nobody_here_wrote_finds_nothing(report, tmp_path):
    """ooxml-integrity has no finding of any severity."""
    judge = pytest.importorskip("ooxml_integrity", reason="pip install ooxml-integrity==0.8.4")
    path = tmp_path / "judged.docx"
    path.write_bytes(report)

    assert [str(finding) for finding in judge.check(str(path))] == []


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(1, 5), min_size=1, max_size=5), st.data())
def test_every_number_that_is_shown_is_the_one_that_word_counts(tmp_path_factory, sizes, data):
    """Any section and any paragraph of a narrative of any shape."""
    lines, named = [], []
    for number, size in enumerate(sizes, 1):
        lines.append(f"# Section {number} {{#s{number}}}")
        named.append(f"s{number}")
        for at in range(1, size + 1):
            lines += [
                f"Words. {{#p{number}-{at}}}",
                data.draw(st.sampled_from(["- item", "> On.", "## Sub", "1. one"])),
            ]
            named.append(f"p{number}-{at}")
    lines.append(" ".join(f"[](#{name})" for name in named))
    report = made(resolved(tmp_path_factory.mktemp("any"), "\n\n".join(lines) + "\n", REPORT))
    counted = numbers(report)

    assert len(fields(report)) == len(named)
    assert all(counted[code.split()[1]] == shown for code, shown in fields(report))


# As LibreOffice works them out: it looks up every reference when it opens a document.

NEEDED = ("soffice", "pdftotext")
missing = [program for program in NEEDED if shutil.which(program) is None]
laid_out = pytest.mark.skipif(
    bool(missing), reason=f"{', '.join(missing)} not found: apt-get install libreoffice-writer-nogui poppler-utils"
)


def edited(report: bytes) -> bytes:
    """The report as an officer may edit it: with a paragraph more before the one about the car."""
    root = xml(report)
    (car,) = [paragraph for paragraph in root.iter(f"{W}p") if words(paragraph) == "The car is late."]
    more = copy.deepcopy(car)
    for mark in [*more.iter(f"{W}bookmarkStart"), *more.iter(f"{W}bookmarkEnd")]:
        mark.getparent().remove(mark)
    (text,) = more.iter(f"{W}t")
    text.text = "One more paragraph."
    car.addprevious(more)
    return zipped({**parts(report), DOCUMENT: etree.tostring(root)})


@pytest.fixture(scope="module")
def pages(report, tmp_path_factory):
    """The text of the report as it was built, and as it was edited, laid out by LibreOffice."""
    folder = tmp_path_factory.mktemp("pages")
    result = rb'(?<=fldCharType="separate"/></w:r>)(<w:r>(?:<w:rPr>.{0,200}?</w:rPr>)?<w:t xml:space="preserve">)[^<]+'
    stale = re.sub(result, rb"\1stale", parts(report)[DOCUMENT])
    assert b">stale<" in stale
    for name, content in {
        "built": report,
        "stale": zipped({**parts(report), DOCUMENT: stale}),
        "edited": edited(report),
    }.items():
        (folder / f"{name}.docx").write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder]
    subprocess.run([*command, *sorted(folder.glob("*.docx"))], capture_output=True, timeout=300, check=True)
    return {
        path.stem: " ".join(
            subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, encoding="utf-8", check=True)
            .stdout.split()
        )
        for path in folder.glob("*.pdf")
    }  # fmt: skip


@laid_out
@pytest.mark.parametrize("name", ["built", "stale"])
def test_what_is_shown_is_what_is_worked_out(pages, name):
    """Whatever stands in the fields when the document is opened, the same numbers come out."""
    page = pages[name]

    assert "Paragraph 2.2 says more, and so does section 2." in page
    assert "Action 1.2 is in Appendix 1, and so is action 1.1." in page
    assert "See paragraph 1.1, and what is said of the car." in page
    assert "Paragraph 2.2 on action 1.2." in page


@laid_out
def test_references_follow_when_the_document_is_edited(pages):
    """A paragraph is put in before the one that is meant: every reference to it counts on, and no other does."""
    page = pages["edited"]

    assert "2.3 The car is late." in page
    assert "Paragraph 2.3 says more, and so does section 2." in page
    assert "Paragraph 2.3 on action 1.2." in page
    assert "See paragraph 1.1" in page
