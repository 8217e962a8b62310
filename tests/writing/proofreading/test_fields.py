"""The Sefton templates with one field spoilt, and what is said of it."""

from __future__ import annotations

import pytest

from papers import wording
from papers.documents.fields import fields_of
from papers.office.package import read_package
from papers.pipeline import proof_rules
from papers.reading.council import read_council
from papers.writing.proofreading.meaning import uses_of
from papers.writing.proofreading.proof import opened
from tests.builders import TEMPLATES, sefton
from tests.writing.proofreading.broken import (
    CORE,
    STYLES,
    TEXT_BOX,
    below_summary,
    drawing,
    drawn,
    paragraph,
    template,
)
from tests.writing.proofreading.test_tags import PORTFOLIO, at_portfolio, in_full, said, typed

AND_PORTFOLIO = " {{ report.portfolio }}"
COLOURED = "{{ action.status.colour }}: {{ action.status.label }}"
RAG = "{% cellbg action.status %}"
RECOMMENDATIONS = "{%p for recommendation in report.recommendations %}"


def in_portfolio(tag: str, code: str, sentence: str, remedy: str, severity: str = "error") -> tuple[object, ...]:
    """A case of a tag before that of the portfolio; "@" in the sentence is the tag."""
    spot = at_portfolio(wording.shortened(tag + AND_PORTFOLIO))
    return "report", [typed(PORTFOLIO, tag + AND_PORTFOLIO)], (code, severity, spot, sentence.replace("@", tag), remedy)


def below(tag: str, code: str, sentence: str, remedy: str, severity: str = "error") -> tuple[object, ...]:
    """A case of a tag in a paragraph of its own."""
    spot = f'under "Summary", the paragraph "{tag}"'
    return "report", [below_summary(paragraph(tag))], (code, severity, spot, sentence.replace("@", tag), remedy)


def missing(name: str, old: str, sentence: str, remedy: str, times: int = 1) -> tuple[object, ...]:
    """A case of a tag that is no longer there, in none of its places, which is said of the document as a whole."""
    return name, [typed(old, "A")] * times, ("TP203", "error", "", f"{sentence} is never printed", remedy)


def restyled(old: str, new: str, sentence: str, remedy: str) -> tuple[object, ...]:
    """A case of a style of the report."""
    return "report", [(STYLES, old, new)], ("TP205", "error", "", sentence, remedy)


# Each of these is one template, what is changed in it, and the one thing that is said of it.
BROKEN = {
    # TP201
    "a misspelt field": (
        "report", [typed("report.portfolio", "report.portfollio")],
        ("TP201", "error", at_portfolio("{{ report.portfollio }}"), 'there is no field "portfollio" in "report"',
         'did you mean "portfolio"?')),
    "a misspelt name of a loop": (
        "report", [typed("{{p recommendation }}", "{{p recomendation }}")],
        ("TP201", "error", 'under "Recommendation(s)", the paragraph "{{p recomendation }}"',
         'there is no field "recomendation"', 'did you mean "recommendation"?')),
    "a field that a group has not": in_portfolio(
        "{{ report.contact.fax }}", "TP201", 'there is no field "fax" in "report.contact"',
        "there are name, telephone and email"),
    "a field that each of a list has not": (
        "summary", [typed("row.count }} of", "row.cuont }} of")],
        ("TP201", "error",
         'under "How the plan stands", row 3, cell 3 of the table: '
         '"{{r bar(row.share, row.status, 6, row.count ~ \' of \' ~ pl..."',
         'there is no field "cuont" in "row", which is each of plan.by_status', 'did you mean "count"?')),
    "a field in a cell's colour": (
        "appendix", [typed("cellbg row.status", "cellbg row.state")],
        ("TP201", "error",
         'under "Key to the colours", row 3, cell 1 of the table: '
         '"{% cellbg row.state %}{{ row.status.colour }}: {{ row.sta..."',
         'there is no field "state" in "row", which is each of plan.by_status', 'did you mean "status"?')),
    "a field of a list as a whole": in_portfolio(
        "{{ report.appendices.title }}", "TP201",
        'there is no field "title" in "report.appendices", which is a list: only each of it has fields',
        "repeat it with {%p for each in report.appendices %} and {%p endfor %}, "
        "and type {{ each.title }} between them"),
    "a field of a word": in_portfolio(
        "{{ report.subject.first }}", "TP201", 'there is no field "first" in "report.subject", which has none',
        "type {{ report.subject }}"),
    "a method that words do not have": in_portfolio(
        "{{ report.subject.format(1) }}", "TP201", 'there is no field "format" in "report.subject", which has none',
        "type {{ report.subject }}"),
    "a name that is none": in_portfolio(
        "{{ chairman }}", "TP201", 'there is no field "chairman"',
        "there are council, as_of, report, narrative, plan and changes"),
    "a field of a filter": in_portfolio(
        "{{ plan.attention|map(attribute='reff')|join }}", "TP201",
        'there is no field "reff" in each of plan.attention', 'did you mean "ref"?'),
    "a field in a choice": in_portfolio(
        "{% if report.exemt %}A{% endif %}", "TP201", 'there is no field "exemt" in "report"',
        'did you mean "exempt"?'),
    "a field under another name": in_portfolio(
        "{% set who = report.contact %}{{ who.nam }}", "TP201",
        'there is no field "nam" in "who", which is report.contact', 'did you mean "name"?'),
    "a field with something else in its place": in_portfolio(
        "{{ report.chair|default('None') }}", "TP201", 'there is no field "chair" in "report"',
        "there are committee, meeting_date, subject, report_of, wards_affected, portfolio, publication_date, "
        "key_decision, in_forward_plan, exempt, summary, recommendations, reasons, alternatives, "
        "implementation_date, costs, implications, core_purpose, consultations, contact, appendices, "
        "background_papers, inspection, notice_by, notice_days and notice_counted_in", "warning"),
    "a field in the title": (
        "report", [(CORE, "report.subject", "report.subjekt")],
        ("TP201", "error", "among its properties", 'there is no field "subjekt" in "report"',
         'did you mean "subject"?')),
    "a field in a text box": (
        "report",
        [below_summary(drawn(drawing('descr="x"', "inline", "shape", TEXT_BOX.replace("Ask Jo", "{{ plan.totl }}"))))],
        ("TP201", "error", 'under "Summary", the paragraph "{{ plan.totl }}"', 'there is no field "totl" in "plan"',
         'did you mean "total"?')),
    "a field in a description": (
        "report", [below_summary(drawn(drawing('descr="{{ plan.totl }}"')))],
        ("TP201", "error", 'under "Summary", an empty paragraph', 'there is no field "totl" in "plan"',
         'did you mean "total"?')),
    # TP202
    "a group": in_portfolio(
        "{{ report.contact }}", "TP202", '"report.contact" is a group',
        "name one of its fields: name, telephone or email"),
    "a list of groups": in_portfolio(
        "{{ report.appendices }}", "TP202", '"report.appendices" is a list',
        "put {%p for each in report.appendices %}, {{ each.number }} and {%p endfor %} "
        "each into a paragraph of its own"),
    "a list of texts": below(
        "{{p report.recommendations }}", "TP202", '"report.recommendations" is a list',
        "put {%p for each in report.recommendations %}, {{p each }} and {%p endfor %} "
        "each into a paragraph of its own"),
    # TP203
    "no recommendations": (
        "report",
        [typed(RECOMMENDATIONS, ""), typed("{{p recommendation }}", "A"), typed("{%p endfor %}", "")],
        ("TP203", "error", "", '"report.recommendations" is never printed',
         f"put {RECOMMENDATIONS}, {{{{p recommendation }}}} and {{%p endfor %}} each into a paragraph of its own")),
    "no recommendation in their loop": missing(
        "report", "{{p recommendation }}", '"report.recommendations"',
        f"put {{{{p recommendation }}}} into a paragraph of its own between {RECOMMENDATIONS} and its end"),
    "no texts of sections": missing(
        "report", "{{p section.text }}", '"text" of each of narrative',
        "put {{p section.text }} into a paragraph of its own between {%p for section in narrative %} and its end"),
    "no headings of sections": missing(
        "report", "{{ section.title }}", '"title" of each of narrative',
        "put {{ section.title }} into a paragraph of its own between {%p for section in narrative %} and its end"),
    "no costs": missing(
        "report", "{{p report.costs.revenue }}", '"report.costs.revenue"',
        "put {{p report.costs.revenue }} into a paragraph of its own"),
    "no portfolio": missing(
        "report", PORTFOLIO, '"report.portfolio"', "put {{ report.portfolio }} where it is to stand"),
    "no Refs": missing(
        "appendix", "{{ action.ref }}", '"ref" of each of plan.groups.actions',
        "put {{ action.ref }} into a cell of a row between {%tr for action in group.actions %} and its end", times=2),
    "no word on what has changed": missing(
        "appendix", "{{ action.change.words }}", '"change.words" of each of plan.groups.actions',
        "put {{ action.change.words }} into a cell of a row between {%tr for action in group.actions %} and its end"),
    "no words for movements": missing(
        "summary", "{{ row.words }}", '"words" of each of changes.movements',
        "put {{ row.words }} into a cell of a row between {%tr for row in changes.movements %} and its end"),
    "no counts of partners": missing(
        "summary", "{{ partner.total }}", '"total" of each of plan.by_partner',
        "put {{ partner.total }} into a cell of a row between {%tr for partner in plan.by_partner %} and its end"),
    # TP204
    "a status without its colour": (
        "appendix", [typed(RAG, "")],
        ("TP204", "error", f'under "Actions", row 3, cell 8 of the table: "{COLOURED}"',
         'this cell prints "{{ action.status.colour }}" and is not filled with its colour',
         "type {% cellbg action.status %} before it, in the same cell")),
    "a status in another colour": (
        "appendix", [typed(RAG, "{% cellbg plan.by_status[0].status %}")],
        ("TP204", "error",
         'under "Actions", row 3, cell 8 of the table: "{% cellbg plan.by_status[0].status %}{{ action.status.col..."',
         'this cell prints "{{ action.status.colour }}" and is not filled with its colour but by '
         '"{% cellbg plan.by_status[0].status %}"', "type {% cellbg action.status %} before it, in the same cell")),
    "the colour of a number": (
        "appendix", [typed("{{ row.count }}", "{% cellbg row.count %}{{ row.count }}")],
        ("TP204", "error",
         'under "Key to the colours", row 3, cell 3 of the table: "{% cellbg row.count %}{{ row.count }}"',
         '"{% cellbg row.count %}" names no status', "name the status itself: {% cellbg action.status %}")),
    # TP205
    "no style for letters": restyled(
        'w:val="List Letter"', 'w:val="Letters"',
        'there is no style "List Letter", which lists with numbers or letters come in',
        "add it (Home, Styles, New Style), or name another under styles in council.yaml"),
    "no style for tables": restyled(
        'w:val="Committee Table"', 'w:val="Tables"', 'there is no style "Committee Table", which tables come in',
        "add it (Home, Styles, New Style), or name another under styles in council.yaml"),
    "a style of paragraphs for links": restyled(
        'w:type="character" w:styleId="Hyperlink"', 'w:type="paragraph" w:styleId="Hyperlink"',
        'the style "Hyperlink", which links come in, is a paragraph style and has to be a character style',
        "name another under styles in council.yaml, or make a new one of that type"),
    "a style for letters without letters": restyled(
        '<w:numPr><w:numId w:val="3"/></w:numPr>', "",
        'the style "List Letter", which lists with numbers or letters come in, belongs to no list',
        'Home, Styles, right click "List Letter", Modify, Format, Numbering: choose a list'),
    # TP206
    "a loop over a word": below(
        "{% for x in report.subject %}A{% endfor %}", "TP206", '"report.subject" is no list, and cannot be repeated',
        "take the loop and its end away, or name a list"),
    "a loop over a group": below(
        "{% for x in plan %}A{% endfor %}", "TP206", '"plan" is no list, and cannot be repeated',
        "name one of its lists: groups, by_status, by_partner, attention, due_next or strengths"),
    # TP207
    "a text in the line": below(
        "{{ report.reasons }}", "TP207", '"@" runs the paragraphs and lists of this text together',
        "type {{p report.reasons }} into a paragraph of its own, or {{r report.reasons }} in the line", "warning"),
    "a date as a text": below(
        "{{p report.meeting_date }}", "TP207",
        '"report.meeting_date" is a date and no text: "@" prints it bare', "type {{ report.meeting_date }}"),
    # TP208
    "the name of a loop before it": below(
        "{{ appendix.title }}", "TP208", '"appendix" is used outside its loop',
        "move it between {%p for appendix in report.appendices %} and its {%p endfor %}"),
    "the count of a loop outside of any": below(
        "{{ loop.index }}", "TP208", '"loop" is used outside its loop', "move it between a {% for ... %} and its end"),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=list(BROKEN))
def test_says_what_is_wrong_with_a_field(case):
    """One spoilt field is one finding, with its spot, what is wrong, and what to type."""
    name, edits, expected = case

    assert in_full(said(template(name, *edits), name, "fields")) == [expected]


WORKING = {
    "a word in capitals": "{{ report.subject.upper() }}",
    "the first of a list": "{{ report.appendices[0].title }}{{ (report.appendices|first).title }}",
    "the last letter": "{{ report.subject[-1:] }}",
    "a list of words": "{{ report.wards_affected }}",
    "a list of words, one by one": "{% for ward in report.wards_affected %}{{ ward }}{% endfor %}",
    "a part of a list": "{% for action in plan.attention[:4] %}{{ action.ref }}{% endfor %}",
    "a sorted list": "{% for action in plan.attention|sort(attribute='ref')|list %}{{ action.ref }}{% endfor %}",
    "some of a list": "{% for row in plan.by_status if row.count %}{{ row.status.label }}{{ loop.index }}{% endfor %}",
    "lists in lists": "{% for g in plan.groups %}{% for a in g.actions %}{{ a.ref ~ g.ref }}{% endfor %}{% endfor %}",
    "what cannot be told": "{% for x in [1, 2] + plan.groups %}{{ x.anything }}{% endfor %}",
    "keys and values": "{% for name, number in plan.count|dictsort %}{{ name }}{{ number }}{% endfor %}",
    "another name": "{% set first = plan.groups[0] %}{{ first.title }}",
    "a name of one's own": "{% with n = plan.total + 1 %}{{ n }}{% endwith %}",
    "a number of times": "{% for n in range(3) %}{{ n }}{% endfor %}",
    "what may not be there": "{% if report.chair is defined %}A{% endif %}",
    "one or the other": "{{ report.report_of or 'Nobody' }}",
    "a text cut short": "{{ report.summary|string|shortened(20) }}",
    "a text in the line": "{{r report.summary }}",
}


@pytest.mark.parametrize("words", WORKING.values(), ids=list(WORKING))
def test_is_silent_about_fields_that_are_there(words):
    """What exists, and what cannot be told, is not complained of."""
    content = template("report", typed(PORTFOLIO, words + AND_PORTFOLIO))

    assert in_full(said(content, "report", "fields")) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/*.docx")), ids=lambda path: f"{path.parent.name} {path.stem}")
def test_is_silent_about_the_shipped_templates(path):
    """The templates that come with it use the fields of their councils, those of their own blocks among them."""
    profile = read_council(path.parent).value.profile
    proof = opened(read_package(path.read_bytes(), path.name), path.name, fields_of(profile), profile)

    rules = [rule for rule in proof_rules() if rule.code.startswith("TP2")]
    assert [str(finding) for rule in rules for finding in rule(proof)] == []


def test_a_misspelt_field_is_not_told_twice():
    """That the right field is never printed goes without saying where a tag was meant to print it."""
    content = template("report", typed("{{p section.text }}", "{{p section.txt }}"))

    assert [finding.code for finding in said(content, "report", "fields")] == ["TP201"]


def test_a_loop_that_cannot_be_read_hides_no_other_fault():
    """What stands in a broken loop is not complained of; what stands elsewhere is."""
    edits = [typed("{%p for section", "{%p fro section"), typed("report.portfolio", "report.portfollio")]

    assert [finding.code for finding in said(template("report", *edits), "report", "fields")] == ["TP201"]


def uses(name: str, words: str) -> list[tuple[str, bool]]:
    """The fields that a tag in the place of the portfolio's uses, and whether it prints them."""
    content = template(name, typed(PORTFOLIO, f"(START){words}(END)"))
    proof = opened(read_package(content, "t.docx"), "t.docx", fields_of(sefton()), sefton())
    return [(use.path, use.is_printed) for use in uses_of(proof) if "(START)" in "".join(use.at.itertext())]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{{ report.contact.email }}", [("report.contact.email", True)]),
        ("{% if plan.total %}A{% endif %}", [("plan.total", False)]),
        ("{{ plan.attention|length }}", [("plan.attention", False)]),
        ("{{ plan.total ~ council }}", [("plan.total", True), ("council", True)]),
        ("{{ plan.total|plural('action') }}", [("plan.total", False)]),
        ("{{ council if plan.total else as_of }}", [("plan.total", False), ("council", True), ("as_of", True)]),
        (
            "{% for a in plan.attention[:2]|sort %}{{ a.ref|shortened(2) }}{% endfor %}",
            [("plan.attention", False), ("plan.attention[].ref", True)],
        ),
        (
            "{% for r in report.recommendations %}{{r r }}{% endfor %}",
            [("report.recommendations", False), ("report.recommendations[]", True)],
        ),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_tells_which_fields_are_used_and_printed(words, expected):
    """Every field by its whole name; what only decides or is counted is not printed."""
    assert uses("report", words) == expected
