"""References: what they print, what they lead to, and what leads nowhere."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.findings import Parsed, Place
from papers.model.narrative import Narrative
from papers.model.profile import Profile
from papers.model.report import Appendix, Report
from papers.model.text import Paragraph, Run, Text
from papers.reading.formats.markdown import parse_markdown
from papers.reading.located import Keys, Scalar
from papers.reading.narrative import parse_narrative, parse_text
from papers.reading.references import resolve
from papers.reading.written import narrative_passages, report_passages
from tests.builders import PLAN, a_plan, sefton

FILE = "narrative.md"
COUNTY = sefton().model_copy(update={"numbering": "continuous", "appendix_numbers": "letters"})


def resolved(
    narrative: str, summary: str = "", profile: Profile | None = None, plan: bool = True
) -> Parsed[tuple[Report, Narrative]]:
    """A report with this summary and two appendices, and its narrative, with all findings of the way."""
    profile = profile or sefton()
    blocks = parse_markdown(narrative.encode(), FILE)
    parsed = parse_narrative(blocks.value, FILE, profile.numbering)
    text = parse_text(summary, Place("report.yaml", line=3, key="summary"))
    appendices = (Appendix(title="Action plan"), Appendix(title="Letter"))
    report = Report(
        council="sefton", committee="Scrutiny", meeting_date=date(2021, 3, 16), subject="Plan", summary=text.value,
        appendices=appendices,
    )  # fmt: skip
    done = resolve(report, parsed.value, a_plan(PLAN).plan if plan else None, profile)
    return Parsed(done.value, (*blocks.findings, *parsed.findings, *text.findings, *done.findings))


def words_of(narrative: str, profile: Profile | None = None) -> list[str]:
    """Every paragraph and cell of a narrative in which nothing is wrong."""
    done = resolved(narrative, profile=profile)
    assert not done.findings, [str(finding) for finding in done.findings]
    return [words for section in done.value[1].sections for words in section.text.paragraphs()]


def said(narrative: str, summary: str = "", plan: bool = True) -> list[tuple[str, str, str]]:
    """The code, the place and the sentence of each finding."""
    found = resolved(narrative, summary, plan=plan).findings
    return [(each.code, str(each.where), each.sentence) for each in found]


CAR = "# Background {#background}\n\nThe letter.\n\n# Progress\n\nMuch is done.\n\nThe car. {#triage-car}\n\n"


def test_an_empty_link_prints_the_number_of_its_target():
    """A paragraph's is its own, a section's that of its heading, before and after the place that is meant."""
    first = "# Aims\n\nSee [](#triage-car).\n\n"

    assert words_of(f"{first}{CAR}See [](#triage-car) and section [](#background).\n")[0] == "See 3.2."
    assert words_of(f"{CAR}See [](#triage-car) and section [](#background).\n")[-1] == "See 2.2 and section 1."


def test_actions_and_appendices_are_called_by_their_numbers():
    """The Ref as the plan has it, and the number of the appendix."""
    assert words_of(f"{CAR}Actions [](action:1.1) and [](action:1.2) in Appendix [](appendix:2).\n")[-1] == (
        "Actions 1.1 and 1.2 in Appendix 2."
    )


def test_a_council_that_letters_its_annexes_has_letters_for_them():
    """What the template prints is what the text says; headings without numbers are called by their words."""
    narrative = f"{CAR}Annex [](appendix:2), paragraph [](#triage-car), section [](#background).\n"

    assert words_of(narrative, COUNTY)[-1] == "Annex B, paragraph 3, section Background."


def test_a_link_with_words_keeps_them():
    """The author's words lead to the place; a place without a number can be led to so."""
    narrative = "# Aims\n\nOne, as [said](#below).\n\n> Two. {#below}\n"
    (section,) = resolved(narrative).value[1].sections
    first, second = section.text.blocks

    assert first.runs[1] == Run(text="said", target="#below")
    assert second == Paragraph(runs=(Run(text="Two."),), role="continuation", anchor="#below")


def test_a_name_is_no_word_of_its_paragraph_or_heading():
    """It is taken off wherever a heading or a paragraph can end, with emphasis, underscores and line breaks."""
    narrative = "# Aims {#a_b_c}\n\n*One* {#_one_}\n\nTwo\n{#two}\n\n## Three {#3} ##\n\n> Four {#four}\n"
    (section,) = resolved(f"{narrative}\n[x](#a_b_c) [x](#_one_) [x](#two) [x](#3) [x](#four)").value[1].sections

    assert section.title == "Aims"
    assert section.anchor == "#a_b_c"
    blocks = section.text.blocks[:-1]
    assert [str(Text(blocks=(block,))) for block in blocks] == ["One", "Two", "Three", "Four"]
    assert [block.anchor for block in blocks] == ["#_one_", "#two", "#3", "#four"]


def test_a_name_that_nothing_refers_to_is_fine_and_marks_nothing():
    """Authors may name what they like."""
    done = resolved(CAR)

    assert not done.findings
    assert done.value[1].targets == {}
    assert [section.anchor for section in done.value[1].sections] == ["", ""]


def test_capital_and_small_letters_count_alike():
    """Nobody has to remember how a name was typed."""
    assert words_of("# Aims\n\nOne. {#Triage-Car}\n\nSee [](#triage-CAR).\n")[-1] == "See 1.1."


def test_the_report_refers_to_the_narrative_too():
    """Texts of report.yaml have references, in emphasis as well; whatever they print is known to the narrative."""
    report, narrative = resolved(CAR, "See **[](#triage-car)**, [](action:1.2) and Appendix [](appendix:1).").value

    assert str(report.summary) == "See 2.2, 1.2 and Appendix 1."
    assert report.summary.blocks[0].runs[1] == Run(text="2.2", bold=True, target="#triage-car", shows="number")
    assert narrative.targets == {"#triage-car": "2.2", "action:1.2": "1.2", "appendix:1": "1"}


@pytest.mark.parametrize(
    ("narrative", "found"),
    [
        ("# A\n\nOne [](#two).", [("NV008", f"{FILE}:3", 'nothing in the narrative is called "#two"')]),
        ("# A\n\n- [x](#two)", [("NV008", f"{FILE}:3", 'nothing in the narrative is called "#two"')]),
        ("# A\n\nOne [](action:9.9).", [("NV008", f"{FILE}:3", 'there is no action "9.9" in the plan')]),
        (
            "# A\n\nOne [](appendix:3).",
            [("NV008", f"{FILE}:3", 'there is no appendix "3": report.yaml lists 2 appendices')],
        ),
        (
            "# A\n\nOne {#one}\n\nTwo {#One}",
            [("NV007", f"{FILE}:5", "the name {#one} is given here and in line 3")],
        ),
        ("# A\n\n> One {#one}\n\nTwo [](#one)", [("NV009", f"{FILE}:5", 'what is called "#one" has no number')]),
        ("# A\n\n## One {#one}\n\nTwo [](#one)", [("NV009", f"{FILE}:5", 'what is called "#one" has no number')]),
        ("# A [](#a) {#a}\n\nOne", [("NV010", f"{FILE}:1", "the heading of a section cannot hold a reference")]),
        ("# A\n\nOne.\n\n{#one}", [("MD009", f"{FILE}:5", "the name {#one} stands alone")]),
        ("# A\n\nOne {#one} two.", [("MD009", f"{FILE}:3", "the name {#one} stands inside the text")]),
        ("# A\n\nOne.\n\n- two {#two}", [("MD009", f"{FILE}:5", "the name {#two} stands inside the text")]),
        (
            "# A\n\nOne {#the car}",
            [("MD009", f"{FILE}:3", "the name {#the car} is none that can be referred to")],
        ),
        (
            "# A\n\nOne [](https://example.gov.uk).",
            [("MD008", f"{FILE}:3", 'the link to "https://example.gov.uk" has no words, so that nobody would see it')],
        ),
    ],
)  # fmt: skip
def test_what_leads_nowhere_is_said_at_its_line(narrative, found):
    """Each is one error, in words of the author's, where it stands."""
    assert [each for each in said(narrative) if each[0] != "NV004"] == found


def test_a_slip_is_told_from_what_was_meant():
    """The nearest name or Ref is offered, of the same kind."""
    remedies = [finding.remedy for finding in resolved(f"{CAR}[](#triage-cat) [](action:1.22)").findings]

    assert remedies == ['did you mean "#triage-car"?', 'did you mean "action:1.2"?']


def test_a_paper_without_a_plan_has_no_actions_to_refer_to():
    """It is said so, rather than that the Ref is wrong."""
    assert said("# A\n\nOne [](action:1.1).", plan=False) == [("NV008", f"{FILE}:3", "this paper has no action plan")]


def test_in_the_report_a_finding_is_at_its_key():
    """A name cannot stand there, and a reference that leads nowhere is said at its key."""
    at = "report.yaml:3 (summary)"

    assert said(CAR, "See [](#nowhere).") == [("NV008", at, 'nothing in the narrative is called "#nowhere"')]
    assert said(CAR, "One. {#one}") == [("NV010", at, "the name {#one} cannot stand here")]


def test_brackets_after_a_backslash_are_printed():
    """So is program code."""
    assert words_of("# A\n\nOne \\{#one}\n\n`{#two}`\n") == ["One {#one}", "{#two}"]


def test_thousands_of_references_that_lead_nowhere_are_said_soon():
    """The nearest name is looked for a few times, not for each of them."""
    narrative = CAR + "\n\n".join(f"Word {{#name{number}}} \n\n[](#other{number})" for number in range(3000))

    assert len(said(narrative)) == 3000


def test_what_rules_read_has_the_numbers():
    """A rule that looks for "paragraph 2.2" or "Annex B" finds what is printed, in both files."""
    narrative = f"{CAR}Paragraph [](#triage-car), Annex [](appendix:2).\n"
    blocks = parse_markdown(narrative.encode(), FILE).value
    printed = {"#triage-car": "2.2", "appendix:2": "B", "action:1.2(a)": "1.2(a)"}
    place = Place("report.yaml", line=3, key="summary")
    words = "See [](#triage-car) and [ ](<action:1.2(a)>), [the letter](#letter)."
    keys = Keys({"summary": Scalar(words, place)}, Place("report.yaml"), {"summary": place})

    assert [each.words for each in narrative_passages(blocks, FILE, printed)][-1] == "Paragraph 2.2, Annex B."
    assert [each.words for each in report_passages(keys, printed)] == ["See 2.2 and 1.2(a), [the letter](#letter)."]


@settings(max_examples=50, deadline=None)
@given(st.data(), st.lists(st.integers(1, 6), min_size=1, max_size=6), st.sampled_from([sefton(), COUNTY]))
def test_the_number_that_is_printed_is_the_one_that_is_counted(data, sizes, profile):
    """Whatever is between a reference and its target, headings, lists and continuations take no number."""
    places = [(section, at) for section, size in enumerate(sizes, 1) for at in range(1, size + 1)]
    section, at = data.draw(st.sampled_from(places))
    between = data.draw(st.sampled_from(["", "> On.\n\n", "- item\n\n", "## Sub\n\n", "| a |\n|---|\n| b |\n\n"]))
    lines = []
    for number, size in enumerate(sizes, 1):
        lines.append(f"# Section {number}\n\n")
        named = (" {#here}" if (number, each) == (section, at) else "" for each in range(1, size + 1))
        lines += [f"Words [](#here).{name}\n\n{between}" for name in named]
    counted = f"{section}.{at}" if profile.numbering == "by_section" else str(places.index((section, at)) + 1)

    assert set(words_of("".join(lines), profile)) - {"On.", "item", "Sub", "a", "b"} == {f"Words {counted}."}


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=30))
def test_a_name_of_any_characters_is_taken_or_said(name):
    """No name makes the reader stop, or is lost in silence."""
    done = resolved(f"# A\n\nOne {{#{name}}}\n\n[x](#one)\n")
    words = str(done.value[1].sections[0].text)

    is_taken = bool(done.value[1].targets)
    assert is_taken or f"{{#{name}" in words or {"MD009", "NV008"} & {finding.code for finding in done.findings}
