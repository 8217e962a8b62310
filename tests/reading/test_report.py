"""report.yaml: what a council needs in it, and what its values are."""

from __future__ import annotations

import json
from datetime import date
from textwrap import dedent

import pytest
from ruamel.yaml import YAML

from papers.findings import Finding
from papers.model.profile import Profile
from papers.model.report import Appendix, BackgroundPaper, Body, Report
from papers.reading.formats.yaml import parse_yaml
from papers.reading.report import parse_report
from tests.builders import REPORT, sefton


def report_of(text: str, profile: Profile | None = None) -> Report:
    """The report of a text in which nothing is wrong."""
    parsed = parse_report(parse_yaml(dedent(text).encode(), "report.yaml").value, profile or sefton())
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value


def findings_of(text: str, profile: Profile | None = None) -> list[Finding]:
    return list(parse_report(parse_yaml(text.encode(), "report.yaml").value, profile or sefton()).findings)


def said(text: str, profile: Profile | None = None) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.where)) for finding in findings_of(text, profile)]


def another_council(**parts: object) -> Profile:
    """A council that needs nothing but what every report has, unless `parts` say so."""
    return sefton().model_copy(update={"name": "Elsewhere Council", "required": ()} | parts)


BARE = """\
council: elsewhere
committee: Scrutiny
meeting_date: 16 March 2021
subject: Plan
"""


def without(dotted: str) -> str:
    """The good report without one key, and without the others inside it."""
    values = YAML(typ="safe").load(REPORT)
    *path, last = dotted.split(".")
    held = values
    for step in path:
        held = held[step]
    del held[last]
    return json.dumps(values, default=str)


def emptied(dotted: str) -> str:
    values = YAML(typ="safe").load(REPORT)
    *path, last = dotted.split(".")
    held = values
    for step in path:
        held = held[step]
    held[last] = [] if isinstance(held[last], list) else ""
    return json.dumps(values, default=str)


@pytest.mark.parametrize("key", sefton().required)
def test_a_key_that_the_council_needs_is_asked_for_once(key: str):
    """Each required key that is missing is one error, which names it."""
    (finding,) = findings_of(without(key))

    assert (finding.code, finding.where.key) == ("RP002", key)
    assert finding.sentence == f"{key} is missing"


@pytest.mark.parametrize("key", sefton().required)
def test_a_key_that_the_council_needs_may_not_be_empty(key: str):
    """Nothing written under a required key is an error at its line."""
    (finding,) = findings_of(emptied(key))

    assert finding.where.key == key
    assert finding.where.line > 0
    assert finding.sentence == f"{key} is empty"


def test_what_is_needed_is_up_to_the_council():
    """A council that needs less gets less; one that needs the inspection asks for it by the council's name."""
    assert said(BARE, another_council()) == []

    (finding,) = findings_of(BARE, another_council(required=("inspection.focus",)))
    assert (finding.code, str(finding.where)) == ("RP002", "report.yaml (inspection.focus)")
    assert finding.remedy == "Elsewhere Council needs it in every report"


def test_what_an_author_left_out_is_empty():
    """Optional keys that are not there are "", no blocks, no items, no."""
    report = report_of(BARE, another_council())

    assert (report.report_of, report.wards_affected, report.recommendations, report.background_papers) == (
        "",
        (),
        (),
        (),
    )
    assert not report.summary
    assert not report.costs.revenue
    assert (report.key_decision, report.exempt, report.contact, report.publication_date) == (False, None, None, None)


def test_every_key_is_read_into_its_place():
    """The facts of a report, each of its kind."""
    report = report_of(
        BARE
        + """\
publication_date: 8.3.2021
wards_affected: [Ainsdale, Birkdale]
key_decision: yes
in_forward_plan: no
exempt: no
summary: |
  How *the* plan

  stands.
recommendations:
  - Note it.
  - |
    Ask for:

    - more
core_purpose: {protect: It does.}
appendices: [Action plan, {title: Map, file: map.pdf}]
background_papers: [{title: Letter, location: "https://x.org"}]
inspection: {name: JTAI, inspected_by: Ofsted, dates: September 2019}
governance: [{body: Board, reports_to: [Council, Cabinet]}]
action_plan: {workbook: plan.xlsx, as_of: 1 March 2021}
acknowledge: {AP201: It was agreed.}
""",
        another_council(),
    )

    assert (report.meeting_date, report.publication_date) == (date(2021, 3, 16), date(2021, 3, 8))
    assert (report.wards_affected, report.key_decision, report.in_forward_plan) == (
        ("Ainsdale", "Birkdale"),
        True,
        False,
    )
    assert list(report.summary.paragraphs()) == ["How the plan", "stands."]
    assert [list(text.paragraphs()) for text in report.recommendations] == [["Note it."], ["Ask for:", "more"]]
    assert str(report.core_purpose["protect"]) == "It does."
    assert report.appendices == (Appendix(title="Action plan"), Appendix(title="Map", file="map.pdf"))
    assert report.background_papers == (BackgroundPaper(title="Letter", location="https://x.org"),)
    assert report.inspection is not None
    assert report.inspection.inspected_by == ("Ofsted",)
    assert report.governance == (Body(body="Board", reports_to=("Council", "Cabinet")),)
    assert report.action_plan is not None
    assert (report.action_plan.workbook, report.action_plan.as_of) == ("plan.xlsx", date(2021, 3, 1))
    assert report.acknowledge == {"AP201": "It was agreed."}


@pytest.mark.parametrize(
    ("written", "meant"), [("yes", True), ("Yes", True), ("true", True), ("no", False), ("No", False), ("false", False)]
)
def test_yes_and_no_are_read_in_any_case(written: str, meant: bool):
    """YAML 1.2 knows no yes and no; authors do."""
    assert report_of(f"{BARE}key_decision: {written}\n", another_council()).key_decision is meant


@pytest.mark.parametrize(
    ("line", "place", "sentence"),
    [
        ("meeting_dat: 2021", "report.yaml:5 (meeting_dat)", 'there is no key "meeting_dat"'),
        ("contact: {nam: x, name: y, telephone: 1, email: z}", "report.yaml:5 (contact.nam)", 'no key "nam"'),
        ("contact: {name: y, telephone: 1}", "report.yaml:5 (contact.email)", "contact.email is missing"),
        ("appendices: [{titel: x, title: y}]", "report.yaml:5 (appendices[1].titel)", 'no key "titel"'),
        ("background_papers: [{title: x}]", "report.yaml:5 (background_papers[1].location)", "is missing"),
        ("core_purpose: {protct: x}", "report.yaml:5 (core_purpose.protct)", 'no key "protct" in core_purpose'),
        ("publication_date: soon", "report.yaml:5 (publication_date)", '"soon" is not a date'),
        ("action_plan: {as_of: Q4 2020/21}", "report.yaml:5 (action_plan.as_of)", '"Q4 2020/21" is not a date'),
        ("in_forward_plan: maybe", "report.yaml:5 (in_forward_plan)", '"maybe" is neither yes nor no'),
        ("exempt: {paragraphs: [one], public_interest: x}", "report.yaml:5 (exempt.paragraphs[1])", '"one" is not a'),
        ("recommendations: [{a: b}]", "report.yaml:5 (recommendations[1])", "where text is wanted"),
        ("costs: {revenue: [a]}", "report.yaml:5 (costs.revenue)", "where text is wanted"),
        ("costs: nothing", "report.yaml:5 (costs)", '"nothing" has no keys of its own'),
        ("implications: nothing", "report.yaml:5 (implications)", '"nothing" has no keys of its own'),
        ("governance: Board", "report.yaml:5 (governance)", '"Board" is not a list'),
        ('summary: "# One"', "report.yaml:5 (summary)", "a heading cannot stand in this text"),
        ('costs: {revenue: "![a](b)"}', "report.yaml:5 (costs.revenue)", "a picture cannot stand here"),
    ],
)
def test_what_does_not_fit_is_one_error_at_its_line_and_key(line: str, place: str, sentence: str):
    """Keys and values that cannot be used are each said once, where they stand, with what to do."""
    (finding,) = findings_of(f"{BARE}{line}\n", another_council())

    assert str(finding.where) == place
    assert sentence in finding.sentence
    assert finding.remedy


def test_everything_wrong_in_a_text_is_said():
    """All faults of one text are findings at its key."""
    text = BARE + 'summary: "# One\\n\\n![a](b)\\n\\n[c](d.docx)"\n'

    assert sorted(code for code, _ in said(text, another_council())) == ["MD002", "MD003", "NV005"]


def test_unknown_keys_in_one_line_are_said_in_their_order():
    """Findings come in the order of the file, on every machine, also where many keys stand in one line."""
    names = [f"x{number}" for number in range(12)]
    text = f"{BARE}implications: {{{', '.join(f'{name}: a' for name in names)}}}\n"

    assert [finding.where.key for finding in findings_of(text, another_council())] == [
        f"implications.{name}" for name in names
    ]


def test_a_comment_in_a_text_is_noted():
    """A comment that is left out of a text is a note, as it is in the narrative."""
    findings = findings_of(BARE + "summary: One <!-- ask --> two.\n", another_council())

    assert [(finding.code, str(finding.where)) for finding in findings] == [("MD004", "report.yaml:5 (summary)")]


def test_several_paragraphs_stay_paragraphs():
    """Text after | keeps its paragraphs; inside one, a line end is a space."""
    report = report_of(f"{BARE}reasons: |\n  One\n  two.\n\n  Three.\n", another_council())

    assert list(report.reasons.paragraphs()) == ["One two.", "Three."]


SIGNED = BARE + "implications:\n  legal: {text: None arise., sign_off: Monitoring Officer}\n"


def test_a_sign_off_that_the_council_does_not_print_is_said():
    """What would be lost is an error where it stands."""
    council = another_council().model_copy(update={"implications": {"legal": "Legal"}})
    (finding,) = findings_of(SIGNED, council)

    assert (finding.code, finding.where.key) == ("RP008", "implications.legal.sign_off")


def test_a_sign_off_is_read_where_the_council_prints_it():
    """Text and sign-off stand beside each other; a text alone has none."""
    council = another_council().model_copy(
        update={"implications": {"legal": "Legal"}, "required": ("implications.legal.sign_off",)}
    )

    assert report_of(SIGNED, council).implications["legal"].sign_off == "Monitoring Officer"
    (finding,) = findings_of(BARE + "implications: {legal: None arise.}\n", council)
    assert (finding.code, finding.sentence) == ("RP002", "implications.legal.sign_off is missing")
