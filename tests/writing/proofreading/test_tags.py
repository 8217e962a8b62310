"""The Sefton templates with one tag broken, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable

import docxtpl_lint.core
import pytest
from docxtpl_lint.core import Issue, Location
from docxtpl_lint.messages import RULES, Rule
from lxml import etree

from papers.documents.fields import fields_of
from papers.findings import Finding
from papers.office.package import read_package
from papers.pipeline import proof_rules, word_documents
from papers.writing.proofreading.proof import opened
from papers.writing.template import compile_template
from tests.builders import TEMPLATES, sefton
from tests.writing.proofreading.broken import (
    CORE,
    DOCUMENT,
    SUMMARY,
    Edit,
    below_summary,
    drawing,
    paragraph,
    template,
)

PORTFOLIO = "{{ report.portfolio }}"
SECTIONS = "{%p for section in narrative %}"
REASONS = "{{p report.reasons }}"
AT_KEY = 'under "Key to the colours", row 2, cell 1 of the table: "{%tr for row in plan.by_status %}"'
ENDS = "</w:t></w:r></w:p>"
COMMENTS = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0">'
    f"{paragraph('See {{ report.subject }}')}</w:comment></w:comments>"
)


def said(content: bytes, name: str, rules: str) -> list[Finding]:
    """What the rules of a kind, "tags" or "fields", find in a template that Sefton calls `name`."""
    profile = sefton()
    needs = next(each for each in word_documents() if each.template == f"{name}.docx").prints(profile)
    proof = opened(read_package(content, "t.docx"), "t.docx", fields_of(profile), profile, needs)
    ours = f"papers.writing.proofreading.{rules}."
    return [finding for rule in proof_rules() if rule.look.__module__.startswith(ours) for finding in rule(proof)]


def in_full(findings: Iterable[Finding]) -> list[tuple[str, ...]]:
    """Code, severity, spot, sentence and remedy of each."""
    return [(each.code, each.severity.value, each.where.spot, each.sentence, each.remedy) for each in findings]


def typed(old: str, new: str) -> Edit:
    """Something typed over in the text."""
    return (DOCUMENT, old, new)


def at_portfolio(words: str) -> str:
    """The spot of the cover's cell for the portfolio, with what is typed there."""
    return f'under "{{{{ report.subject }}}}", row 6, cell 2 of the table: "{words}"'


def in_portfolio(tag: str, code: str, sentence: str, remedy: str, severity: str = "error") -> tuple[object, ...]:
    """A case of a tag in the place of the portfolio's; "@" in the sentence is the tag."""
    return "report", [typed(PORTFOLIO, tag)], (code, severity, at_portfolio(tag), sentence.replace("@", tag), remedy)


NOT_UNDERSTOOD = "names of fields hold no spaces, words stand in quotes, brackets come in pairs"

# Each of these is one template, what is changed in it, and the one thing that is said of it.
BROKEN = {
    # TP101
    "a tag that ends with one brace": in_portfolio(
        "{{ report.portfolio }", "TP101", 'the tag "@" is not closed', 'end it with "}}": {{ report.portfolio }}'),
    "a tag that does not end": in_portfolio(
        "{{ report.portfolio", "TP101", 'the tag "@" is not closed', 'end it with "}}": {{ report.portfolio }}'),
    "a tag that ends like another": in_portfolio(
        "{{ report.portfolio %}", "TP101", 'the tag "@" starts with "{{" but ends with "%}"',
        'end it with "}}": {{ report.portfolio }}'),
    "a tag that starts with one brace": in_portfolio(
        "{ report.portfolio }}", "TP101", '"@" ends like a tag, but nothing opens it',
        'start it with "{{", or take the "}}" away'),
    "a tag of single braces": in_portfolio(
        "{ report.portfolio }", "TP101", '"@" would be printed as it is: a tag has two braces on either side',
        "type {{ report.portfolio }}"),
    "a start that ends like another tag": (
        "report", [typed("{%p if report.appendices %}", "{%p if report.appendices }}")],
        ("TP101", "error", 'under "Appendices", the paragraph "{%p if report.appendices }}"',
         'the tag "{%p if report.appendices }}" starts with "{%" but ends with "}}"',
         'end it with "%}": {%p if report.appendices %}')),
    "a start with one brace": (
        "report", [typed("{%p for appendix in report.appendices %}", "{%p for appendix in report.appendices }")],
        ("TP101", "error", 'under "Appendices", the paragraph "{%p for appendix in report.appendices }"',
         'the tag "{%p for appendix in report.appendices }" is not closed',
         'end it with "%}": {%p for appendix in report.appendices %}')),
    "a tag over two paragraphs": (
        "report", [typed(PORTFOLIO + ENDS, "{{ report." + ENDS + paragraph("portfolio }}"))],
        ("TP101", "error", at_portfolio("{{ report."), 'the tag "{{ report." goes on in another paragraph',
         "type the whole tag into one paragraph")),
    "a title that is not closed": (
        "report", [(CORE, "{{ report.subject }}", "{{ report.subject }")],
        ("TP101", "error", "among its properties", 'the tag "{{ report.subject }" is not closed',
         'end it with "}}": {{ report.subject }}')),
    # TP102
    "an if without its end": (
        "report", [typed("{%p endif %}", "")],
        ("TP102", "error", 'under "{{ implication.title }}", the paragraph "{%p if implication.text %}"',
         'nothing ends "{%p if implication.text %}"', "put {%p endif %} into a paragraph of its own where it ends")),
    "rows without their end": (
        "appendix", [typed("{%tr endfor %}", "")],
        ("TP102", "error", AT_KEY,
         'nothing ends "{%tr for row in plan.by_status %}"', "put {%tr endfor %} into a row of its own where it ends")),
    "an end without its start": (
        "report", [typed(SECTIONS, "")],
        ("TP102", "error", 'under "{{ section.title }}", the paragraph "{%p endfor %}"',
         '"{%p endfor %}" ends nothing: there is no "for" before it that is still open',
         "put {%p for ... in ... %} before it, or take it away")),
    "an else without its if": (
        "report", [below_summary(paragraph("{%p else %}"))],
        ("TP102", "error", 'under "Summary", the paragraph "{%p else %}"', '"{%p else %}" stands in no if',
         "put {%p if ... %} before it, or take it away")),
    # TP103
    "rows that end as paragraphs": (
        "appendix",
        [typed("{%tr for action in group.actions %}", "{%p for action in group.actions %}")],
        ("TP103", "error", 'under "Actions", row 4, cell 1 of the table: "{%tr endfor %}"',
         '"{%tr endfor %}" ends "{%p for action in group.actions %}": they are not of the same kind',
         "type {%p endfor %}")),
    "an else of another kind": (
        "report", [typed("{%p else %}", "{% else %}")],
        ("TP103", "error", 'under "{{ implication.title }}", the paragraph "{% else %}"',
         '"{%p if implication.text %}" and "{% else %}" are not of the same kind', "type {%p else %}")),
    "an end in another cell": (
        "appendix",
        [typed("{{ action.lead }}" + ENDS, "{%p if action.lead %}" + ENDS + paragraph("{{ action.lead }}")),
         typed("{{ action.due }}" + ENDS, "{{ action.due }}" + ENDS + paragraph("{%p endif %}"))],
        ("TP103", "error", 'under "Actions", row 3, cell 6 of the table: "{%p endif %}"',
         '"{%p if action.lead %}" and "{%p endif %}" do not stand in the same cell',
         "move both into one cell, or use {%tr ... %} to repeat rows")),
    "a loop in the line over two paragraphs": (
        "report",
        [below_summary(paragraph("{% for a in report.appendices %}{{ a.title }}") + paragraph("{% endfor %}"))],
        ("TP103", "error", 'under "Summary", the paragraph "{% endfor %}"',
         '"{% for a in report.appendices %}" and "{% endfor %}" stand in different paragraphs',
         "type {%p for a in report.appendices %} and {%p endfor %}, each alone in a paragraph")),
    "rows outside a table": (
        "report", [below_summary(paragraph("{%tr if report.exempt %}") + paragraph("{%p endif %}"))],
        ("TP103", "error", 'under "Summary", the paragraph "{%tr if report.exempt %}"',
         '"{%tr if report.exempt %}" stands outside a table, where there are no rows to repeat',
         "type {%p if report.exempt %}")),
    "a fill outside a cell": (
        "report", [below_summary(paragraph("{% cellbg plan.by_status[0].status %}"))],
        ("TP103", "error", 'under "Summary", the paragraph "{% cellbg plan.by_status[0].status %}"',
         '"{% cellbg plan.by_status[0].status %}" stands in no cell of a table',
         "move it into the cell that it is to colour")),
    "rows that start and end in one": (
        "summary",
        [typed("{{ row.count }}" + ENDS, "{%tr if row.count %}{{ row.count }}{%tr endif %}" + ENDS)],
        ("TP103", "error",
         'under "How the plan stands", row 3, cell 2 of the table: '
         '"{%tr if row.count %}{{ row.count }}{%tr endif %}"',
         '"{%tr if row.count %}" and "{%tr endif %}" stand in the same row',
         "put each into a row of its own, with the rows to repeat between them")),
    "paragraphs that start and end in one": (
        "report", [below_summary(paragraph("{%p if report.exempt %}Exempt{%p endif %}"))],
        ("TP103", "error", 'under "Summary", the paragraph "{%p if report.exempt %}Exempt{%p endif %}"',
         '"{%p if report.exempt %}" and "{%p endif %}" stand in the same paragraph',
         "put each into a paragraph of its own, or type both without the p")),
    # TP104
    "words beside a start": (
        "report", [typed("{%p if report.appendices %}", "Now {%p if report.appendices %}")],
        ("TP104", "error", 'under "Appendices", the paragraph "Now {%p if report.appendices %}"',
         'the paragraph of "{%p if report.appendices %}" also holds "Now", which would be lost',
         "put {%p if report.appendices %} into a paragraph of its own")),
    "words beside a text": (
        "report", [typed(REASONS, "We say: " + REASONS)],
        ("TP104", "error",
         'under "Reasons for the Recommendation(s)", the paragraph "We say: {{p report.reasons }}"',
         'the paragraph of "{{p report.reasons }}" also holds "We say:", which would be lost',
         "put {{p report.reasons }} into a paragraph of its own")),
    "words in another cell of a row": (
        "appendix",
        [typed("{%tr for row in plan.by_status %}" + ENDS,
               "{%tr for row in plan.by_status %}" + ENDS + "</w:tc><w:tc>" + paragraph("Total"))],
        ("TP104", "error", AT_KEY,
         'the row of "{%tr for row in plan.by_status %}" also holds "Total", which would be lost',
         "put {%tr for row in plan.by_status %} into a row of its own")),
    "a picture beside a start": (
        "report",
        [typed(SECTIONS + "</w:t></w:r>", SECTIONS + "</w:t></w:r><w:r>" + drawing('descr="x"') + "</w:r>")],
        ("TP104", "error", f'under "Background Papers", the paragraph "{SECTIONS}"',
         f'the paragraph of "{SECTIONS}" also holds a picture, which would be lost',
         f"put {SECTIONS} into a paragraph of its own")),
    "a note beside a text": (
        "report", [typed(REASONS, "{# ask Legal #}" + REASONS)],
        ("TP104", "error",
         'under "Reasons for the Recommendation(s)", the paragraph "{# ask Legal #}{{p report.reasons }}"',
         'the paragraph of "{{p report.reasons }}" also holds a note, which would be lost',
         "put {{p report.reasons }} into a paragraph of its own")),
    # TP105
    "a misspelt start": (
        "report", [typed("{%p for appendix", "{%p fro appendix")],
        ("TP105", "error", 'under "Appendices", the paragraph "{%p fro appendix in report.appendices %}"',
         '"{%p fro appendix in report.appendices %}" is no tag: there is no "fro"',
         "type {%p for appendix in report.appendices %}")),
    "an end in two words": (
        "report", [typed("{%p endfor %}", "{%p end for %}")],
        ("TP105", "error", 'under "Recommendation(s)", the paragraph "{%p end for %}"',
         '"{%p end for %}" is no tag: there is no "end"', "type {%p endfor %}")),
    "an elif in two words": (
        "appendix", [typed("{%p elif group.title %}", "{%p else if group.title %}")],
        ("TP105", "error",
         'under "Priority {{ group.ref }}: {{ group.title }}", the paragraph "{%p else if group.title %}"',
         '"{%p else if group.title %}" cannot be understood', "type {%p elif group.title %}")),
    "a start without its space": (
        "report", [typed(SECTIONS, "{%pfor section in narrative %}")],
        ("TP105", "error", 'under "Background Papers", the paragraph "{%pfor section in narrative %}"',
         '"{%pfor section in narrative %}" is no tag: there is no "pfor"', f"type {SECTIONS}")),
    "a tag that does not exist": in_portfolio(
        "{% show report.portfolio %}", "TP105", '"@" is no tag: there is no "show"',
        "tags are {{ a field }}, for, if, elif, else, set, with and cellbg"),
    "two words": in_portfolio(
        "{{ report portfolio }}", "TP105", '"@" cannot be understood from "portfolio" on', NOT_UNDERSTOOD),
    "a bracket that is not closed": in_portfolio(
        "{{ (report.portfolio }}", "TP105", '"@" cannot be understood from "}" on', NOT_UNDERSTOOD),
    "quotes of another language": in_portfolio(
        "{{ plan.total|plural(„action“) }}", "TP105", '"@" cannot be understood from "„" on', NOT_UNDERSTOOD),
    "an empty tag": in_portfolio(
        "{{ }}", "TP105", 'the tag "@" is empty', "name the field that it is to print, or take it away"),
    "a space before the p": (
        "report", [typed(REASONS, "{{ p report.reasons }}")],
        ("TP105", "error", 'under "Reasons for the Recommendation(s)", the paragraph "{{ p report.reasons }}"',
         '"{{ p report.reasons }}" has a space before its "p"', "type {{p report.reasons }}")),
    # TP106
    "another file": in_portfolio(
        "{% include 'x' %}", "TP106", '"@" is a tag that templates may not use',
        "copy what the other file holds into the template"),
    "a name for a whole passage": in_portfolio(
        "{% set x %}A{% endset %}", "TP106", '"{% set x %}" is a tag that templates may not use',
        "give the name its value at once: {% set words = report.subject %}"),
    "a tag of one's own": in_portfolio(
        "{% macro a() %}b{% endmacro %}{{ a() }}", "TP106", '"{% macro a() %}" is a tag that templates may not use',
        "write out what it stands for, wherever it is wanted"),
    "a loop in itself": in_portfolio(
        "{% for a in plan.groups recursive %}{% endfor %}", "TP106",
        '"{% for a in plan.groups recursive %}" is a tag that templates may not use', 'take the "recursive" away'),
    # TP107
    "a misspelt filter": in_portfolio(
        "{{ plan.total|in_word }}", "TP107", 'there is no filter "in_word"', 'did you mean "in_words"?'),
    "a misspelt test": in_portfolio(
        "{{ 'x' if plan is defned }}", "TP107", 'there is no test "defned"', 'did you mean "defined"?'),
    # TP108
    "curly quotes": in_portfolio(
        "{{ plan.total|plural(‘action’) }}", "TP108", '"@" has curly quotes, which are read as straight ones',
        "type straight ones: press Ctrl+Z when Word has made a quote curly", "warning"),
    # TP109
    "a tag half bold": (
        "report",
        [typed(PORTFOLIO, "{{ re</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>port.portfolio }}")],
        ("TP109", "warning", at_portfolio(PORTFOLIO),
         'parts of "{{ report.portfolio }}" are formatted in different ways',
         "only how its first brace looks counts: select the whole tag and format it as it is to be printed")),
    # TP110
    "a tag in a comment": (
        "report",
        [("word/comments.xml", "", COMMENTS),
         typed(SUMMARY, SUMMARY.replace("</w:p>", '<w:r><w:commentReference w:id="0"/></w:r></w:p>'))],
        ("TP110", "error", 'under "Summary", the paragraph "{{p report.summary }}"',
         'a comment holds the tag "{{ report.subject }}", and no tag is read there',
         "take it away, or move it into the text")),
    "a tag in a link": (
        "report",
        [("word/_rels/document.xml.rels", "</Relationships>",
          '<Relationship Id="rId99" Type="x" Target="mailto:%7B%7B%20report.contact.email%20%7D%7D" '
          'TargetMode="External"/></Relationships>')],
        ("TP110", "error", "", 'the address of a link holds the tag "{{ report.contact.email }}", '
         "and no tag is read there", "take it away, or move it into the text")),
    # TP111
    "a space before the p of a start": (
        "report", [typed(SECTIONS, "{% p for section in narrative %}")],
        ("TP111", "error", 'under "Background Papers", the paragraph "{% p for section in narrative %}"',
         '"{% p for section in narrative %}" has a space before its "p"', f"type {SECTIONS}")),
    "a per cent sign in a start": (
        "report", [typed("{%p if report.background_papers %}", "{%p if plan.total % 2 %}")],
        ("TP111", "error", 'under "Background Papers", the paragraph "{%p if plan.total % 2 %}"',
         '"{%p if plan.total % 2 %}" holds a per cent sign or a brace, which no tag of this kind may',
         "work it out before: {% set share = ... %}, and use that name here")),
}  # fmt: skip


@pytest.mark.parametrize("case", BROKEN.values(), ids=list(BROKEN))
def test_says_what_is_wrong_with_a_tag(case):
    """One broken tag is one finding, with its spot, what is wrong, and what to type."""
    name, edits, expected = case

    assert in_full(said(template(name, *edits), name, "tags")) == [expected]


WORKING = {
    "marks of the spelling checker": '{{ re</w:t></w:r><w:proofErr w:type="spellStart"/><w:r w:rsidR="00AA11BB">'
    '<w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t>port.portfolio }}',
    "a loop in the line": "{% for a in report.appendices %}{{ a.title }}{% endfor %}",
    "a choice with else": "{% if plan.total > 4 and not report.exempt %}A{% elif plan %}B{% else %}C{% endif %}",
    "a name of one's own": "{% set x = plan.total %}{{ x }}{% with y = x %}{{ y }}{% endwith %}",
    "braces in quotes": "{{ '{' ~ report.portfolio }}",
    "an apostrophe": '{{ "the council’s" if false else report.portfolio }}'.replace("’", "'"),
    "nothing around it": "{{report.portfolio}}",
    "a note": "{# ask Legal #}{{ report.portfolio }}",
    "braces that are no tag": "{A, B} {{ report.portfolio }}",
}


@pytest.mark.parametrize("words", WORKING.values(), ids=list(WORKING))
def test_is_silent_about_tags_that_work(words):
    """What can be built from is not complained of, however Word or its user wrote it."""
    content = template("report", typed(PORTFOLIO, words))

    compile_template(content, "t.docx")
    assert in_full(said(content, "report", "tags")) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("sefton/*.docx")), ids=lambda path: path.name)
def test_is_silent_about_the_shipped_templates(path):
    """The templates that come with it have no fault."""
    assert in_full(said(path.read_bytes(), path.stem, "tags")) == []


def test_an_error_in_one_tag_hides_no_other():
    """Faults of several kinds are all told at once, each at its place."""
    edits = [
        typed(PORTFOLIO, "{{ report.portfolio }"),
        typed("{{ report.report_of }}", "{{ report report_of }}"),
        typed("{%p for section", "{%p fro section"),
        typed("{%p endif %}", ""),
        typed("{{ report.wards_affected }}", "{{ report.wards_affected|lsting }}"),
    ]

    found = said(template("report", *edits), "report", "tags")

    assert [finding.code for finding in found] == ["TP101", "TP102", "TP105", "TP105", "TP107"]


def test_a_note_to_the_judge_does_not_silence_it():
    """No note in a template turns a rule off: that is council.yaml's business."""
    silenced = paragraph("{# docxtpl-lint: disable=DTL209,DTL101 #}") + paragraph("Now {%p if report.exempt %}")

    found = said(template("report", below_summary(silenced)), "report", "tags")

    assert [finding.code for finding in found] == ["TP102", "TP104"]


def test_tags_in_notes_headers_and_text_boxes_are_read():
    """Endnotes and headers are judged as the main text is."""
    endnotes = COMMENTS.replace("comment", "endnote").replace("{{ report.subject }}", "{{ report.subject }")
    edits = [("word/endnotes.xml", "", endnotes), ("word/header1.xml", "{{ report.committee }}", "{{ report.committee")]

    found = said(template("report", *edits), "report", "tags")

    assert [(finding.code, finding.where.spot.partition(",")[0]) for finding in found] == [
        ("TP101", "in the header"),
        ("TP101", "in the endnotes"),
    ]


def test_what_a_later_judge_finds_is_said_in_its_own_words(monkeypatch):
    """A fault that a newer docxtpl-lint finds, and has no sentence here yet, is told as it tells it."""
    rule = Rule("DTL299", "error", "runes", "`{raw}` is spelt in runes", "")
    monkeypatch.setitem(RULES, "DTL299", rule)
    monkeypatch.setattr(
        docxtpl_lint.core,
        "check_docxtpl_tags",
        lambda file, tags, paras: [
            Issue("DTL299", Location(file, "body", 1), tag.raw, {"raw": tag.raw}) for tag in tags
        ],
    )

    found = said(template("report", typed(PORTFOLIO, "{{ report.portfolio }} in runes")), "report", "tags")

    assert ("TP111", '"{{ report.portfolio }}": `{{ report.portfolio }}` is spelt in runes') in [
        (finding.code, finding.sentence) for finding in found
    ]


def is_well_formed(text: str) -> bool:
    """Whether a part can be read at all."""
    try:
        etree.fromstring(text.encode())
    except etree.XMLSyntaxError:
        return False
    return True


@pytest.mark.parametrize("name", ["report", "appendix", "summary"])
@pytest.mark.parametrize("lost", ["{", "}", "%", " ", "p", "end", "for", "in ", "|"])
def test_half_of_a_template_never_stops_the_check(name, lost):
    """Whatever is taken away, there are findings or none, and never a failure of our own."""
    content = template(name)
    text = read_package(content, "t.docx")[DOCUMENT].decode()
    pieces = text.split(lost)
    for at in range(1, len(pieces), max(len(pieces) // 8, 1)):
        spoilt = lost.join(pieces[:at]) + lost.join(pieces[at:])
        if is_well_formed(spoilt):
            changed = template(name, (DOCUMENT, "", spoilt))
            assert all(str(finding) for kind in ("tags", "fields") for finding in said(changed, name, kind))
