"""Template sets as democratic services make them: copied, checked, listed, and put together from files alone."""

from __future__ import annotations

import re

import docx
import pytest
from click.testing import CliRunner

from papers.cli import main
from tests.builders import EXAMPLE, PLAN, REPORT, ROOT, TEMPLATES, a_folder, a_template_set
from tests.documents.opened import changed


def said(*arguments: object, code: int = 0) -> str:
    """What the command prints; it must end with `code` and never with a traceback."""
    outcome = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert outcome.exit_code == code, outcome.output
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit)
    return outcome.output


@pytest.fixture
def here(tmp_path, monkeypatch):
    """An empty working folder, with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


# The drill: a third council, of files alone

ANYTOWN = """
name: Anytown Borough Council
required: [committee, meeting_date, subject, recommendations, urgency]
blocks:
  urgency: {title: Urgency, kind: choice, choices: [routine, urgent]}
  ward_views: {title: What ward members said, kind: list}
numbering: continuous
rag:
  - {colour: Purple, label: done, meaning: It is done., state: completed, fill: "5B2A86", text: FFFFFF}
  - {colour: White, label: going well, meaning: It will be done in time., state: on_track, fill: FFFFFF, text: "000000"}
  - {colour: Black, label: in trouble, meaning: It is late., state: off_track, fill: "000000", text: FFFFFF}
columns:
  RAG: [Mark]
  Lead: [Whose job]
styles:
  numbered: List Number
  continuation: Body Text
  subheading: Heading 3
  bullet: List Bullet
  ordered: List Number 2
  table: Table Grid
  table_heading: Strong Text
  table_text: Body Text
  link: Emphasis
"""

ANYTOWN_REPORT = """
council: anytown
committee: Cabinet
meeting_date: 2026-03-17
subject: The plan
recommendations: [Agree the plan., Thank the officers.]
urgency: Urgent
ward_views: [The first ward agrees., The second does not.]
"""

ANYTOWN_PLAN = """
    Ref | Action    | Whose job | Due        | Progress   | Mark
    1   | Repair it | Engineer  | June 2026  | Begun      | White
    2   | Paint it  | Painter   | March 2026 | It is late | in trouble
"""


def a_page(*lines: str) -> docx.document.Document:
    """A document as somebody writes it in Word: a line a paragraph, "# " before a heading."""
    page = docx.Document()
    page.styles.add_style("Strong Text", 1)
    for line in lines:
        if line.startswith("# "):
            page.add_heading(line[2:], 1)
        else:
            page.add_paragraph(line)
    return page


def a_table(page: docx.document.Document, *rows: tuple[str, ...]) -> None:
    """A table with a row for each of `rows`."""
    table = page.add_table(len(rows), len(rows[0]), "Table Grid")
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text


@pytest.fixture
def anytown(here):
    """A working folder with the set of a third council and a paper of its own."""
    folder = here / "templates" / "anytown"
    folder.mkdir(parents=True)
    (folder / "council.yaml").write_text(ANYTOWN, encoding="utf-8")
    report = a_page(
        "# {{ report.subject }}", "For {{ report.committee }}, {{ report.meeting_date }}",
        "{% if report.urgency == 'urgent' %}This is urgent.{% endif %}",
        "# What we ask", "{%p for each in report.recommendations %}", "{{p each }}", "{%p endfor %}",
        "# Wards", "{%p for view in report.ward_views %}", "{{p view }}", "{%p endfor %}",
        "{%p for section in narrative %}", "# {{ section.title }}", "{{p section.text }}", "{%p endfor %}",
    )  # fmt: skip
    report.save(folder / "report.docx")
    plan = a_page("# Annex {{ 1|letter }}: the plan")
    status = "{% cellbg row.status %}{{ row.status.colour }}: {{ row.status.label }}"
    a_table(plan, ("Mark", "How many"), ("{%tr for row in plan.by_status %}", ""), (status, "{{ row.count }}"),
            ("{%tr endfor %}", ""))  # fmt: skip
    plan.add_paragraph("{%p for group in plan.groups %}")
    a_table(
        plan, ("No", "What", "Who", "When", "Now", "Mark"), ("{%tr for a in group.actions %}", "", "", "", "", ""),
        ("{{ a.ref }}", "{{ a.action }}", "{{ a.lead }}", "{{ a.due }}", "{{ a.progress }}",
         "{% cellbg a.status %}{{ a.status.colour }}: {{ a.status.label }}"), ("{%tr endfor %}", "", "", "", "", ""),
    )  # fmt: skip
    plan.add_paragraph("{%p endfor %}")
    plan.save(folder / "appendix.docx")
    a_folder(here / "inputs" / "plan", ANYTOWN_PLAN, ANYTOWN_REPORT)
    return here


def test_a_third_set_of_files_alone_builds_a_paper(anytown):
    """A council nobody knew, with a scheme, blocks, columns and styles of its own, needs no code."""
    said("build", "inputs/plan")

    built = anytown / "outputs" / "plan"
    report, annex = docx.Document(built / "report.docx"), docx.Document(built / "appendix-1.docx")
    rows = [[cell.text for cell in row.cells] for row in annex.tables[1].rows]
    printed = {paragraph.text for paragraph in report.paragraphs}
    assert {"For Cabinet, 17 March 2026", "This is urgent.", "Thank the officers.", "The second does not."} <= printed
    assert annex.paragraphs[0].text == "Annex A: the plan"
    assert ["1", "Repair it", "Engineer", "June 2026", "Begun", "White: going well"] in rows
    assert not (built / "summary.docx").exists()


def test_its_papers_start_from_its_own_words(anytown):
    """A new paper of that council asks for its blocks and heads its columns as its officers do."""
    said("new", "inputs/next", "--council", "anytown")

    started = (anytown / "inputs" / "next" / "report.yaml").read_text(encoding="utf-8")
    assert re.search(r"^urgency: ", started, re.MULTILINE)
    assert "ward_views" in started


def test_nothing_in_the_package_names_a_council():
    """What is said of one council is in its template set, never in the code."""
    councils = [path.read_text(encoding="utf-8") for path in TEMPLATES.glob("*/council.yaml")]
    names = [re.search(r"^name: (\w+)", council, re.MULTILINE)[1] for council in councils]
    sources = [path for path in (ROOT / "papers").rglob("*") if path.suffix in (".py", ".md", ".txt", ".yaml")]

    assert len(names) >= 2
    assert [
        f"{path}: {name}" for path in sources for name in names
        if re.search(rf"\b{name}\b", path.read_text(encoding="utf-8"), re.IGNORECASE)
    ] == []  # fmt: skip


# papers template new


def test_a_copy_of_a_set_builds_what_the_set_builds(here):
    """`template new` gives every file of the other set, to be changed; a paper may name it at once."""
    a_template_set(here)
    printed = said("template", "new", "ourtown", "--like", "sefton")
    a_folder(here / "inputs" / "plan", PLAN, REPORT.replace("council: sefton", "council: ourtown"))

    said("build", "inputs/plan")

    assert "templates/ourtown/council.yaml" in printed
    assert (here / "outputs" / "plan" / "report.docx").is_file()


def test_a_set_that_came_with_the_package_is_copied_to_ones_own_folder(here):
    """Where there is no folder templates yet, it is made."""
    said("template", "new", "ourtown", "--like", "sefton")

    copied = here / "templates" / "ourtown"
    theirs = {path.name for path in (TEMPLATES / "sefton").iterdir()}
    assert {path.name for path in copied.iterdir()} == {*theirs, "council.schema.json"}
    assert (copied / "council.yaml").read_text().startswith("# yaml-language-server: $schema=council.schema.json\n")
    assert (copied / "council.schema.json").read_text() == said("schema", "council.yaml")


@pytest.mark.parametrize(
    ("name", "like", "words_said"),
    [
        ("sefton", "sefton", "templates/sefton: this is there already"),
        ("ourtown", "seftn", 'did you mean "sefton"?'),
        ("../ourtown", "sefton", "a name"),
        ("our/town", "sefton", "a name"),
        ("", "sefton", "a name"),
    ],
)
def test_a_set_that_cannot_be_made_is_refused(here, name, like, words_said):
    """Nobody's set is written over, and a set lies in the folder of sets."""
    a_template_set(here)
    before = sorted(here.rglob("*"))

    printed = said("template", "new", name, "--like", like, code=3)

    assert words_said in printed
    assert sorted(here.rglob("*")) == before


# papers template fields


def test_every_field_is_listed_with_its_value_and_its_uses(here):
    """Each field has its kind, what to type, what it holds in the paper and where the templates use it."""
    printed = said("template", "fields", EXAMPLE)

    told = printed[printed.index("  report.committee  (words)") :].split("\n  report.", 2)[0]
    assert "Type:  {{ report.committee }}" in told
    assert "Here:  Overview and Scrutiny Committee" in told
    assert 'report.docx, under "{{ report.subject }}", row 1, cell 2 of the table' in told
    assert "Type:  {%p for each in report.recommendations %} ... {%p endfor %}" in printed
    assert "plan.groups[].actions[].status.label" in printed


def test_the_fields_as_a_word_document(here):
    """The same list opens in Word: a heading for each group, a table with a header row."""
    said("template", "fields", EXAMPLE, "--docx", "fields.docx")

    listed = docx.Document(here / "fields.docx")
    headings = [p.text for p in listed.paragraphs if p.style.name == "Heading 1"]
    first = [cell.text for cell in listed.tables[1].rows[1].cells]
    assert headings == [
        "council and as_of",
        "report: What report.yaml says.",
        "narrative: The sections of narrative.md.",
        "plan: The action plan, counted on its position date.",
        "changes: What has changed in the plan since the last report.",
    ]
    assert first[0] == "report.committee"
    assert first[2] == "{{ report.committee }}"
    assert listed.core_properties.title == "Fields for templates: Sefton Council"


def test_a_list_of_fields_that_somebody_changed_is_left_alone(here):
    """Notes that a template's author made in the list are not written over."""
    (here / "fields.docx").write_bytes(b"notes")

    assert said("template", "fields", EXAMPLE, "--docx", "fields.docx").strip() != "fields.docx"
    assert (here / "fields.docx").read_bytes() == b"notes"


# papers template check


@pytest.mark.parametrize("name", sorted(path.name for path in TEMPLATES.iterdir() if path.is_dir()))
def test_the_sets_that_come_with_it_are_clean(here, name):
    """Nothing at all is said of them."""
    assert said("template", "check", name) == f"{name}: nothing to report.\n"


def test_a_set_is_checked_with_its_council_yaml(here):
    """Its council.yaml is judged with the templates, each at its place; an error ends with 1."""
    council = a_template_set(here) / "sefton" / "council.yaml"
    council.write_text(council.read_text().replace("state: completed", "state: complete"), encoding="utf-8")

    printed = said("template", "check", "sefton", code=1)

    assert "templates/sefton/council.yaml" in printed
    assert "RP003" in printed


@pytest.mark.parametrize(
    ("name", "words_said", "code"),
    [
        ("seftn", 'did you mean "sefton"?', 3),
        ("nothing.docx", "no such file", 3),
        ("notes.docx", "not a Word document", 3),
    ],
)
def test_what_cannot_be_checked_is_said_in_a_sentence(here, name, words_said, code):
    """No set, no file, no Word document."""
    (here / "notes.docx").write_bytes(b"notes")

    assert words_said in said("template", "check", name, code=code)


def test_a_template_of_another_name_in_a_set_is_pointed_out(here):
    """A document that nothing is made from is most likely misnamed."""
    templates = a_template_set(here) / "sefton"
    (templates / "report.docx").rename(templates / "reports.docx")

    printed = said("template", "check", "sefton")

    assert "TP002 warning: no document is made from this template" in printed
    assert 'Did you mean "report.docx"?' in printed


def test_a_set_whose_council_yaml_cannot_be_used_is_not_blamed_for_its_fields(here):
    """One mistake in council.yaml is one finding, and not one for each field that nobody knows then."""
    council = a_template_set(here) / "sefton" / "council.yaml"
    council.write_text(council.read_text().replace("name: ", "\tname: "), encoding="utf-8")

    printed = said("template", "check", "sefton", code=1)

    assert re.findall(r"\b[A-Z]{2}\d{3}\b", printed) == ["YA001", "TP003"]
    assert re.findall(r"\b[A-Z]{2}\d{3}\b", said("template", "check", council.with_name("report.docx"))) == []


def test_a_tag_that_cuts_through_a_content_control_is_a_finding(here):
    """What only shows when the template is tried out is said like any other fault."""
    template = a_template_set(here) / "sefton" / "report.docx"
    tag = '<w:p><w:r><w:t xml:space="preserve">{%p for section in narrative %}</w:t></w:r></w:p>'
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{tag}</w:sdtContent></w:sdt>"
    template.write_bytes(changed(template.read_bytes(), tag, control))

    printed = said("template", "check", "sefton", code=1)

    assert "cuts through" in printed


def test_a_tag_nested_too_deep_is_a_sentence(here):
    """No tag makes the check itself stumble."""
    template = a_template_set(here) / "sefton" / "report.docx"
    template.write_bytes(changed(template.read_bytes(), "{{ report.portfolio }}", "{{ " + "1+" * 3000 + "1 }}"))

    assert "TP001 error: a tag in it is nested too deep" in said("template", "check", "sefton", code=1)


def test_a_damaged_template_hides_nothing_of_the_others(here):
    """Each file of a set is judged, whatever is the matter with another."""
    templates = a_template_set(here) / "sefton"
    (templates / "appendix.docx").write_bytes(b"")
    (templates / "raport.docx").write_bytes(b"")

    printed = said("template", "check", templates, code=1)

    assert re.findall(r"\b[A-Z]{2}\d{3}\b", printed) == ["TP001", "TP002"]


def test_a_set_without_templates_is_said(here):
    """A council.yaml alone makes no papers."""
    templates = a_template_set(here) / "sefton"
    for template in templates.glob("*.docx"):
        template.unlink()

    assert "there is no Word template in this set" in said("template", "check", "sefton", code=1)
