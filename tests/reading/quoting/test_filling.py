"""Facts in report.yaml and narrative.md, from the files to the printed page."""

from __future__ import annotations

import pytest

from papers.pipeline import build
from papers.reading.paper import read_paper
from tests.builders import AROUND, NARRATIVE, PLAN, REPORT, TEMPLATES, a_folder
from tests.documents.opened import paragraphs


def read(tmp_path, narrative="", report=REPORT, plan=PLAN):
    """What is read of a paper whose narrative goes on with these words."""
    return read_paper(a_folder(tmp_path / "p", plan, report, f"{NARRATIVE}\n{narrative}"), [TEMPLATES])


def text_of(parsed):
    """The words of the narrative, a line a paragraph."""
    return [words for section in parsed.value.paper.narrative.sections for words in section.text.paragraphs()]


def test_facts_are_printed_in_every_kind_of_text(tmp_path):
    """In paragraphs, lists, cells of tables, headings and links of the narrative, and in any text of report.yaml."""
    narrative = (
        "# All {{ plan.total }}\n\n{{ plan.count('Amber') }} of **{{ plan.total }}**.\n\n- {{ action(1.1).lead }}\n\n"
        "| a |\n|---|\n| {{ plan.all | refs }} |\n\n[all {{ plan.total }}](https://example.gov.uk/)\n"
    )
    report = REPORT.replace("subject: Action plan", "subject: {{ plan.total }} actions").replace(
        "  - Note the progress.", "  - Note that {{ plan.open | refs }} is open."
    )

    parsed = read(tmp_path, narrative, report)
    paper = parsed.value.paper

    assert parsed.findings == ()
    assert text_of(parsed)[-5:] == ["1 of 2.", "Inspector", "a", "1.1 and 1.2", "all 2"]
    assert paper.narrative.sections[-1].title == "All 2"
    assert (paper.report.subject, str(paper.report.recommendations[0])) == ("2 actions", "Note that 1.1 is open.")
    assert "1 of 2." in {passage.words for passage in paper.written}


def test_what_a_fact_holds_is_never_read_again(tmp_path):
    """Markdown and brackets in the workbook are printed as the officer typed them."""
    plan = PLAN.replace("Half are done", "**Half** [x](https://x.org) {{ plan.total }}")

    parsed = read(tmp_path, "{{ action(1.1).progress }}\n", plan=plan)

    assert text_of(parsed)[-1] == "**Half** [x](https://x.org) {{ plan.total }}"
    assert not any(run.link or run.bold for run in parsed.value.paper.narrative.sections[-1].text.blocks[-1].runs)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("\\{{ plan.total }}", "{{ plan.total }}"),
        ("\\{{", "{{"),
        ("}} {", "}} {"),
        ("{ {as_of} }", "{ {as_of} }"),
    ],
)
def test_brackets_can_be_printed(tmp_path, typed, printed):
    """A backslash keeps them as they are; other brackets are words."""
    parsed = read(tmp_path, f"Write {typed} there.\n")

    assert (parsed.findings, text_of(parsed)[-1]) == ((), f"Write {printed} there.")


def test_a_comment_may_hold_what_it_likes(tmp_path):
    """A fact in a comment is not printed, so nothing is said of it."""
    report = REPORT.replace("reasons:", "# {{ nonsense, {% more\nreasons:")

    codes = [finding.code for finding in read(tmp_path, "<!-- {{ nonsense\n{% more -->\n", report).findings]

    assert codes == ["MD004"]


def test_a_mistake_is_said_at_its_line_and_column(tmp_path):
    """In both files, each at the name that is wrong; all at once."""
    report = REPORT.replace("reasons: The", "reasons: |\n  The first.\n  The {{ plan.totl }} and the")

    found = read(tmp_path, "Text {{ plan.opn | refs }}\n{{ action('7.7').due }}\n", report).findings

    lines = REPORT.split("\n")
    reasons = next(number for number, line in enumerate(lines, 1) if line.startswith("reasons"))
    assert [(f.code, f.where.file.rpartition("/")[2], f.where.line, f.where.column) for f in found] == [
        ("FA002", "report.yaml", reasons + 2, 10),
        ("FA002", "narrative.md", NARRATIVE.count("\n") + 2, 9),
        ("FA003", "narrative.md", NARRATIVE.count("\n") + 3, 1),
    ]


def test_a_fact_that_is_not_closed_is_an_error(tmp_path):
    """It stays in the text as it is typed."""
    parsed = read(tmp_path, "There are {{ plan.total actions\n}} left.\n")

    assert [(f.code, f.where.column) for f in parsed.findings] == [("FA001", 11)]


def test_a_statement_of_word_templates_is_printed_with_a_warning(tmp_path):
    """Nothing but facts is known in texts."""
    parsed = read(tmp_path, "{% if plan %} yes\n")

    assert [(f.code, f.severity.value) for f in parsed.findings] == [("FA004", "warning")]
    assert text_of(parsed)[-1] == "{% if plan %} yes"


def test_what_is_said_of_other_keys_shows_the_fact_as_it_is_typed(tmp_path):
    """A day that is quoted where only a day can stand is said in the author's own words."""
    report = REPORT.replace("meeting_date: 2021-03-16", "meeting_date: {{ as_of }}")

    (finding,) = read(tmp_path, report=report).findings

    assert '"{{ as_of }}"' in finding.sentence


def test_the_next_paper_carries_over_what_was_typed(tmp_path):
    """What the author wrote is kept as it is typed, with its facts."""
    report = REPORT.replace("subject: Action plan", "subject: {{ plan.total }} actions")

    assert read(tmp_path, report=report).value.words["subject"] == "{{ plan.total }} actions"


def test_too_many_facts_are_refused(tmp_path):
    """Two thousand are more than any paper needs."""
    found = read(tmp_path, "{{ plan.total }}\n" * 2_001).findings

    assert [(finding.code, finding.sentence) for finding in found] == [
        ("FA001", "there are more than 2,000 facts in this paper")
    ]


def test_a_letter_of_no_keyboard_is_the_authors_own(tmp_path):
    """A character that stands for facts inside is printed where an author or an officer typed it."""
    mark = chr(0xF0000)

    parsed = read(
        tmp_path,
        f"{mark} and {{{{ plan.total }}}}.\n\n{{{{ action(1.1).progress }}}}\n",
        plan=PLAN.replace("Half", f"{mark}Half"),
    )

    assert text_of(parsed)[-2:] == [f"{mark} and 2.", f"{mark}Half are done"]
    assert parsed.value.paper.plan.actions[0].progress == f"{mark}Half are done"


def test_a_fact_may_hold_another(tmp_path):
    """The subject, quoted in the narrative, has its own facts filled in; one that holds itself stays as it is typed."""
    report = REPORT.replace("subject: Action plan", "subject: {{ plan.total }} actions")

    assert text_of(read(tmp_path, "About {{ subject }}.\n", report))[-1] == "About 2 actions."
    assert read(tmp_path, report=REPORT.replace("Action plan", "{{ subject }}", 1)).value.paper.report.subject == (
        "{{ subject }}"
    )


def test_a_fact_cannot_stand_in_an_address(tmp_path):
    """Where a link leads is not the plan's business."""
    (finding,) = read(tmp_path, "[here](https://example.gov.uk/{{ plan.total }})\n").findings

    assert (finding.code, finding.sentence) == ("FA002", "a fact cannot stand in the address of a link")


@pytest.mark.parametrize("typed", ['"{{ plan.count(\\"Green\\") }} done"', "'{{ plan.count(''Green'') }} done'"])
def test_quotes_within_the_quotes_of_yaml_are_understood(tmp_path, typed):
    """Editors ask for them."""
    paper = read(tmp_path, report=REPORT.replace("subject: Action plan", f"subject: {typed}")).value.paper

    assert paper.report.subject == "1 done"


def test_facts_stand_on_the_printed_page(tmp_path):
    """From the file to the finished report."""
    folder = a_folder(
        tmp_path / "p", narrative=f"{NARRATIVE}\n{{{{ plan.count('Green') }}}} of {{{{ plan.total }}}}.\n"
    )

    outcome = build(folder, tmp_path / "out", AROUND)

    assert "1 of 2." in [each.text for each in paragraphs((outcome.folder / "report.docx").read_bytes())]
