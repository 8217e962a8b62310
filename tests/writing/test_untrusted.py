"""Templates that reach for what is not theirs, never end, or carry what must not get into a paper."""

from __future__ import annotations

import io
import itertools
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.errors import PapersError
from papers.office.package import read_package
from papers.writing.bounds import Budget, TooMuchWork
from tests.builders import PLAN, REPORT
from tests.documents.opened import DOCUMENT, parts, zipped
from tests.processes import ended_well, ran
from tests.writing.test_template import refused
from tests.writing.workshop import Workshop, workshop

__all__ = ["workshop"]

PLACE = "{{ report.portfolio }}"
RELATIONSHIPS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
SETTINGS = "word/settings.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships/"


def typed(tag: str) -> str:
    """A tag as it stands in XML."""
    return tag.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


# Reaching for files, the environment and Python

REACHING = [
    "{{ ''.__class__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ report.subject.__class__ }}",
    "{{ report['__class__'] }}",
    "{{ report.summary.model_config }}",
    "{{ report.summary.model_dump() }}",
    "{{ report.summary.__init__.__globals__ }}",
    "{{ report.meeting_date.today() }}",
    "{{ report.meeting_date.strftime('%c') }}",
    "{{ report.items() }}",
    "{{ report.subject.format(report) }}",
    "{{ report.subject.encode() }}",
    "{{ report.subject.join(report.wards_affected) }}",
    "{{ '{0.__class__}'.format(report.summary) }}",
    "{{ '%s' % report.subject }}",
    "{{ report.subject|attr('upper') }}",
    "{{ [report.summary]|map(attribute='__class__')|list }}",
    "{{ [report.summary]|sort(attribute='__class__') }}",
    "{{ [report.summary]|groupby('model_fields') }}",
    "{{ bar.__globals__ }}",
    "{% set m = bar(1, plan.by_status[0].status, 1, 'x') %}{{r m[0] ~ 'w:altChunk/' ~ m[-1] }}",
    "{% set m = bar(1, plan.by_status[0].status, 1, 'x') %}{{ m[0:1] }}",
    "{% set m = bar(1, plan.by_status[0].status, 1, 'x') %}{{ m|first }}",
    "{{ bar(1, {'fill': 'x'}, 1, 'x') }}",
    "{{ bar.__self__ }}",
    "{{ place_blocks.__func__ }}",
    "{{ lipsum.__globals__ }}",
    "{{ cycler.__init__ }}",
    "{{ joiner() }}",
    "{{ dict(a=1) }}",
    "{{ self }}",
    "{{ self._TemplateReference__context }}",
    "{{ config }}",
    "{{ environment }}",
    "{{ loop }}",
    "{{ namespace.__init__ }}",
    "{% set ns = namespace() %}{{ ns.__class__ }}",
    "{% set ns = namespace(report) %}{{ ns.__dict__ }}",
    "{% set report.subject = 'x' %}",
    "{{ report.wards_affected.append('x') }}",
    "{{ report|tojson }}",
    "{{ report|pprint }}",
    "{{ report.wards_affected|random }}",
    "{{ '<w:altChunk/>'|safe }}",
    "{{ report.subject|xmlattr }}",
    "{% include 'council.yaml' %}",
    "{% include '/etc/passwd' %}",
    "{% import 'os' as os %}",
    "{% from 'os' import environ %}",
    "{% extends 'report.docx' %}",
    "{% block body %}{% endblock %}",
    "{% filter upper %}x{% endfilter %}",
    "{% raw %}{{ report.subject }}{% endraw %}",
    "{% autoescape false %}{{ report.subject }}{% endautoescape %}",
    "{% macro a() %}{% endmacro %}",
    "{% call bar() %}{% endcall %}",
]  # fmt: skip


@pytest.mark.parametrize("tag", REACHING)
def test_a_template_reaches_nothing_but_its_facts(workshop, tag):
    """Python, the machine and the engine are out of reach: the build stops with a sentence about the tag."""
    workshop.spoil("report", PLACE, typed(tag), times=1)

    said = refused(workshop, "templates/sefton/report.docx")

    assert "/root" not in said
    assert "object at 0x" not in said


# Work without end

NINES = "{% for a in range(99999) %}"
ENDLESS = {
    "a loop in a loop in a loop": f"{NINES * 3}{'{% endfor %}' * 3}",
    "a loop in a loop that prints": f"{NINES * 2}{{{{ report.subject }}}}{'{% endfor %}' * 2}",
    "loops over its own facts": NINES + "{% for d in range(99) %}{% for b in plan.groups %}"
    "{% for c in b.actions %}{{ c.ref }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}",
    "a loop within itself": "{% for a in [1, 2] recursive %}{{ loop([1, 2]) }}{% endfor %}",
    "a text a thousand million times": "{{ 'x' * 10 ** 9 }}",
    "a list a thousand million times": "{{ [1] * 1000000000 }}",
    "a power of a power": "{{ 10 ** (10 ** 10) }}",
    "a product that grows": "{% set ns = namespace(n=2) %}{% for a in range(99) %}{% set ns.n = ns.n * ns.n %}"
    "{% endfor %}",
    "a text that doubles": "{% set ns = namespace(t='x') %}{% for a in range(99) %}{% set ns.t = ns.t ~ ns.t %}"
    "{% endfor %}",
    "a sum that doubles": "{% set ns = namespace(t='x') %}{% for a in range(99) %}{% set ns.t = ns.t + ns.t %}"
    "{% endfor %}",
    "a list that doubles": "{% set ns = namespace(t=[1]) %}{% for a in range(99) %}{% set ns.t = ns.t + ns.t %}"
    "{% endfor %}",
    "a replacement that grows": "{% set ns = namespace(t='xx') %}{% for a in range(99) %}"
    "{% set ns.t = ns.t|replace('x', 'xxxx') %}{% endfor %}",
    "a join of long texts": "{% set t = 'x' * 900000 %}{{ ([t] * 900000)|join }}",
    "a listing of long texts": "{% set t = 'x' * 900000 %}{{ ([t] * 900000)|listing }}",
    "a list of long texts printed": "{% set t = 'x' * 900000 %}{{ [t] * 900000 }}",
    "a list of long texts placed": "{% set t = 'x' * 900000 %}{{ place_blocks([t] * 900000, 0) }}",
    "a long text printed again and again": "{% set t = 'x' * 900000 %}" + NINES + "{{ t }}{% endfor %}",
    "sorting in a loop": "{% set t = [2, 1] * 400000 %}" + NINES + "{{ t|sort|length }}{% endfor %}",
    "looking in a loop": "{% set t = [2, 1] * 400000 %}" + NINES + "{% if 3 in t %}x{% endif %}{% endfor %}",
    "comparing in a loop": "{% set t = [2, 1] * 400000 %}" + NINES + "{% if t == t + [] %}x{% endif %}{% endfor %}",
    "cutting in a loop": "{% set t = [2, 1] * 400000 %}" + NINES + "{% if t[1:] %}x{% endif %}{% endfor %}",
    "splitting in a loop": "{% set t = 'a ' * 400000 %}" + NINES + "{{ t.split()|length }}{% endfor %}",
    "counting words in a loop": "{% set t = 'a ' * 400000 %}" + NINES + "{{ t|wordcount }}{% endfor %}",
    "texts that are kept": "{% set ns = namespace(l=[]) %}" + NINES + "{% set ns.l = ns.l + ['x' * 900000] %}"
    "{% endfor %}",
    "a choice that is made of a choice": "{% set ns = namespace(l=[1]) %}" + NINES
    + "{% set ns.l = ns.l|map('string')|list %}{% for b in ns.l %}{% endfor %}{% endfor %}" + NINES * 2
    + "{% endfor %}{% endfor %}",
    "a list in a list as one text": "{% set t = 'x' * 900000 %}{{ [[t] * 1000]|string|length }}",
    "a list of lists put together": "{% set t = 'x' * 900000 %}{% set u = ([t] * 1000) ~ 'a' %}",
    "a list of lists printed": "{% set t = 'x' * 900000 %}{{ [[t] * 1000] }}",
    "a list of itself, twice and twice again": "{% set l = [1] %}" + "{% set l = [l, l] %}" * 60 + "{{ l|string }}",
    "two such lists compared": "{% set l = [1] %}{% set m = [1] %}" + "{% set l = [l, l] %}{% set m = [m, m] %}" * 60
    + "{% if l == m %}x{% endif %}",
    "a number of a text": "{% set a = ('f' * 900000)|int(0, 16) %}{{ a // 3 }}",
    "letters that are stripped": "{% set a = 'x' * 900000 %}{{ a.strip('y' * 900000 ~ 'x') }}",
    "nothing but braces": "{{" * 100000,
    "brackets without end": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "loops nested too deep": "{% for a in [1] %}" * 40 + "{% endfor %}" * 40,
    "a number without end": "{{ " + "9" * 6000 + " }}",
}  # fmt: skip


@pytest.mark.parametrize("tag", ENDLESS.values(), ids=list(ENDLESS))
def test_a_template_comes_to_an_end(workshop, tag):
    """A whole process stops with a sentence, in 10 seconds of a processor and 500 MB, and publishes nothing."""
    workshop.spoil("report", PLACE, typed(tag), times=1)
    workshop.inputs()

    outcome = ran(workshop.folder / "scratch", "build", "inputs/paper")

    ended_well(outcome)
    assert outcome.status == 3, outcome.said
    assert "templates/sefton/report.docx" in outcome.said
    assert "there is no field" not in outcome.said  # it was stopped for what it does
    assert workshop.published == {}


def test_what_a_council_does_in_earnest_is_within_the_bounds(workshop):
    """Sorting, grouping, joining, comparing, counting and letters are there for every action of a plan."""
    workshop.spoil("report", PLACE, typed(
        "{% for g in plan.groups %}{% for lead, actions in g.actions|groupby('lead') %}{{ loop.index|letter }} "
        "{{ lead|upper }}: {{ actions|map(attribute='ref')|join(', ') }}{% if not loop.last %}; {% endif %}"
        "{% endfor %}{% endfor %} {{ (plan.total + 1) * 2 }} {{ 'x' * 3 }} {{ report.subject.startswith('A') }}"
    ), times=1)  # fmt: skip

    assert workshop.build().exit_code == 0


@given(st.lists(st.integers(0, 2000), max_size=50))
def test_a_budget_is_spent_and_never_grows(lengths):
    """Whatever is looked at costs something, and in the end there is nothing left."""
    budget = Budget()
    for length in lengths:
        before = budget.steps
        budget.charge("x" * length, range(length))
        assert budget.steps < before


def test_a_loop_over_what_is_made_as_it_goes_is_bounded():
    """A list that would never end is cut off, not waited for."""
    budget = Budget()
    budget.steps = 1000

    with pytest.raises(TooMuchWork):
        budget.gone_over(itertools.count())


# What must not be carried along


def tie(kind: str, target: str, outside: bool = True, space: str = OFFICE) -> str:
    """A relationship of the document."""
    mode = ' TargetMode="External"' if outside else ""
    return f'<Relationship Id="rIdX" Type="{space}{kind}" Target="{target}"{mode}/>'


CARRIED = {
    "a template on a server": tie("attachedTemplate", "http://example.org/x.dotm"),
    "a template on a share": tie("attachedTemplate", "file:///\\\\server\\x.dotm"),
    "a picture from the web": tie("image", "https://example.org/logo.png"),
    "a picture from a share": tie("image", "\\\\server\\logo.png"),
    "a linked object": tie("oleObject", "file:///c:/plan.xlsx"),
    "an embedded object": tie("oleObject", "embeddings/oleObject1.bin", outside=False),
    "an embedded workbook": tie("package", "embeddings/plan.xlsx", outside=False),
    "an ActiveX control": tie("control", "activeX/activeX1.xml", outside=False),
    "another document": tie("aFChunk", "chunk.html", outside=False),
    "another document from the web": tie("aFChunk", "https://example.org/chunk.html"),
    "a subdocument": tie("subDocument", "other.docx"),
    "a frame": tie("frame", "https://example.org"),
    "a list for a mail merge": tie("mailMergeSource", "file:///c:/people.xlsx"),
    "macros": tie("vbaProject", "vbaProject.bin", outside=False, space=MICROSOFT),
    "a ribbon": tie("extensibility", "customUI.xml", outside=False, space=MICROSOFT),
    "a link to a file": tie("hyperlink", "file:///c:/secret.docx"),
    "a link that runs a script": tie("hyperlink", "javascript:alert(1)"),
    "a sound from elsewhere": tie("audio", "https://example.org/x.mp3"),
    "styles that are not there": tie("theme", "theme/none.xml", outside=False),
    "a part outside the package": tie("theme", "../../../etc/passwd", outside=False),
}


@pytest.mark.parametrize("carried", CARRIED.values(), ids=list(CARRIED))
def test_what_a_template_is_tied_to_is_refused(workshop, carried):
    """Programs, objects and whatever is fetched from elsewhere keep a template from being used."""
    workshop.spoil("report", "</Relationships>", f"{carried}</Relationships>", RELATIONSHIPS)

    refused(workshop, "templates/sefton/report.docx: this template cannot be used, because of what it carries")


HARMLESS = {
    "a link to the web": tie("hyperlink", "https://example.gov.uk/plan"),
    "an address": tie("hyperlink", "mailto:democratic.services@example.gov.uk"),
    "a picture of its own": tie("image", "media/logo.png", outside=False),
    "a theme": tie("theme", "theme/theme1.xml", outside=False),
    "settings for the web": tie("webSettings", "webSettings.xml", outside=False),
}


@pytest.mark.parametrize("carried", HARMLESS.values(), ids=list(HARMLESS))
def test_what_every_word_file_carries_is_no_danger(workshop, carried):
    """Links to the web, pictures, themes and the like are let through."""
    path = workshop.template("report")
    more = {f"word/{name}": b"<x/>" for name in ("theme/theme1.xml", "webSettings.xml")}
    path.write_bytes(zipped({**parts(path.read_bytes()), **more, "word/media/logo.png": b"\x89PNG"}))
    workshop.spoil("report", "</Relationships>", f"{carried}</Relationships>", RELATIONSHIPS)

    assert workshop.build().exit_code == 0


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_a_document_with_macros_by_another_name_is_refused(workshop, kind):
    """A .docm that was renamed to .docx says what it is in its content types."""
    plain = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    workshop.spoil("report", plain, kind, TYPES)

    refused(workshop, "it carries macros", "save it as a Word document (.docx)")


def field(*pieces: str) -> str:
    """A field whose instruction Word split into pieces."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return f"<w:p>{mark.format('begin')}{runs}{mark.format('end')}</w:p>"


FETCHING = {
    "INCLUDETEXT": field('INCLUDETEXT "c:\\secret.docx"'),
    "INCLUDEPICTURE in pieces": field("INCLUDE", "PICTURE ", '"https://example.org/x.png"'),
    "DDEAUTO": field("DDEAUTO cmd"),
    "dde in small letters": field(" dde excel"),
    "LINK": field("LINK Excel.Sheet c:\\plan.xlsx"),
    "DATABASE": field("DATABASE"),
    "MACROBUTTON": field("MACROBUTTON Run now"),
    "HYPERLINK to a file": field('HYPERLINK "file:///c:/secret.docx"'),
    "one put together by a tag": field("{{ 'INCLUDE' ~ 'PICTURE' }} x.png"),
    "one that a tag leaves in": field("{% if report.exempt %}x{% endif %}INCLUDEPICTURE x.png"),
    "simple, put together by a tag": "<w:p><w:fldSimple w:instr=\"{{ 'INCLUDE' ~ 'TEXT' }} x\"/></w:p>",
    "for an older Word": '<w:p><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/'
    f'2006"><mc:Choice xmlns:q="urn:q" Requires="q"/><mc:Fallback>{field("INCLUDETEXT x")}</mc:Fallback>'
    "</mc:AlternateContent></w:p>",
    "HYPERLINK to a place and a file": field('HYPERLINK \\l "part" "file:///c:/secret.docx"'),
    "a picture in the older way": '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml">'
    '<v:imagedata src="http://example.org/x.png"/></v:shape></w:pict></w:r></w:p>',
    "IMPORT, simple": '<w:p><w:fldSimple w:instr="IMPORT c:\\x.png"/></w:p>',
}


@pytest.mark.parametrize("code", FETCHING.values(), ids=list(FETCHING))
def test_a_field_that_fetches_something_is_refused(workshop, code):
    """A field that reads a file or runs a program is found however Word split it."""
    workshop.spoil("report", "<w:sectPr", f"{code}<w:sectPr", times=1)

    refused(workshop, "templates/sefton/report.docx", "because of what it carries")


def run(inside: str) -> str:
    """A run of a paragraph."""
    return f"<w:r>{inside}</w:r>"


def tag(words: str) -> str:
    """A tag in a run of its own."""
    return run(f"<w:t>{typed(words)}</w:t>")


BEGIN, END = run('<w:fldChar w:fldCharType="begin"/>'), run('<w:fldChar w:fldCharType="end"/>')
MADE = BEGIN.replace("begin", "{{ 'begin' }}")
FIRST, REST = run("<w:instrText>D</w:instrText>"), run("<w:instrText>DEAUTO cmd</w:instrText>")
IN_PIECES = {
    "a comment in it": f"<w:p>{BEGIN}{run('<w:instrText>D<!-- x -->DEAUTO cmd</w:instrText>')}{END}</w:p>",
    "an end that goes away": f"<w:p>{BEGIN}{FIRST}{tag('{% if false %}')}{END}{BEGIN}"
    f"{tag('{% endif %}')}{REST}{END}</w:p>",
    "a paragraph that goes away": f"<w:p>{BEGIN}{FIRST}</w:p><w:p>{END}{tag('{%p if true %}')}{BEGIN}</w:p>"
    f"<w:p>{REST}{END}</w:p><w:p>{tag('{%p endif %}')}</w:p>",
    "a beginning that a tag makes": f"<w:p>{MADE}{FIRST}{REST}{END}</w:p>",
    "a deletion that can be undone": f"<w:p>{BEGIN}{run('<w:delInstrText>DDEAUTO cmd</w:delInstrText>')}{END}</w:p>",
}


@pytest.mark.parametrize("pieces", IN_PIECES.values(), ids=list(IN_PIECES))
def test_a_field_that_is_put_together_when_the_paper_is_made_is_refused(workshop, pieces):
    """Pieces that do no harm by themselves do none together either."""
    workshop.spoil("report", "<w:sectPr", f"{pieces}<w:sectPr", times=1)

    refused(workshop, "templates/sefton/report.docx", "because of what it carries")


def test_a_strict_document_is_refused(workshop):
    """Word's other format has other names for all that is looked for."""
    usual, strict = "schemas.openxmlformats.org/wordprocessingml/2006", "purl.oclc.org/ooxml/wordprocessingml"
    workshop.spoil("report", usual, strict)

    refused(workshop, "it is a Strict Open XML document", "save it as a Word document (.docx)")


ROW = "<w:tr><w:tc><w:p>" + run("<w:t>x</w:t>") + "</w:p></w:tc></w:tr>"
LARGE = {
    "a table of thousands of rows": (
        "<w:sectPr",
        f"<w:tbl><w:tblPr/><w:tblGrid/>{ROW * 20_000}</w:tbl><w:sectPr",
        DOCUMENT,
    ),
    "thousands of relationships": (
        "</Relationships>",
        "".join(tie("theme", f"document.xml#{n}", outside=False).replace("rIdX", f"z{n}") for n in range(20_000))
        + "</Relationships>",
        RELATIONSHIPS,
    ),
}


@pytest.mark.parametrize("large", LARGE.values(), ids=list(LARGE))
def test_a_large_template_is_read_soon(workshop, large):
    """Whether it is refused or built, it takes no longer than a template may."""
    workshop.spoil("report", *large, times=1)
    workshop.inputs()

    outcome = ran(workshop.folder / "scratch", "build", "inputs/paper")

    ended_well(outcome)
    assert outcome.status in (0, 3), outcome.said


def test_fields_that_count_pages_are_no_danger(workshop):
    """Page numbers, references and links within the document stay."""
    codes = "".join(map(field, ("PAGE", "REF _a \\h", "TOC \\o", 'HYPERLINK \\l "part"', 'HYPERLINK "https://x.uk"')))
    workshop.spoil("report", "<w:sectPr", f"{codes}<w:sectPr", times=1)

    assert workshop.build().exit_code == 0


def test_a_list_for_a_mail_merge_is_refused(workshop):
    """Where letters were to get their addresses from is nobody's business."""
    workshop.spoil("report", "<w:compat>", '<w:mailMerge><w:query w:val="SELECT *"/></w:mailMerge><w:compat>', SETTINGS)

    refused(workshop, "a link to a mail merge list")


@pytest.mark.parametrize("name", ["other/header.xml", "word/header.bin", "word/_rels/header1.xml.RELS", "evil.exe"])
def test_a_part_where_none_is_looked_for_is_refused(workshop, name):
    """What nobody here reads, Word might."""
    path = workshop.template("report")
    path.write_bytes(zipped({**parts(path.read_bytes()), name: b"<x/>"}))

    refused(workshop, f'it carries a part "{name}"')


def test_an_add_in_is_refused(workshop):
    """A task pane that opens with the paper runs somebody's program."""
    path = workshop.template("report")
    path.write_bytes(zipped({**parts(path.read_bytes()), "word/taskpanes.xml": b"<x/>"}))
    pane = tie("webextensiontaskpanes", "word/taskpanes.xml", outside=False, space=MICROSOFT)
    workshop.spoil("report", "</Relationships>", f"{pane}</Relationships>", "_rels/.rels")

    refused(workshop, "it carries an add-in")


# Packages and XML that are not what they seem


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/settings.xml", RELATIONSHIPS, TYPES])
def test_entities_are_never_expanded(workshop, part):
    """A document type is refused wherever it stands, also behind a long comment, before anything expands."""
    path = workshop.template("report")
    named = parts(path.read_bytes())
    head, _, rest = named[part].partition(b"?>")
    laughs = b"<!--" + b"x" * 5000 + b'--><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    path.write_bytes(zipped({**named, part: head + b"?>" + laughs + rest}))

    refused(workshop, part, "document type")


def test_a_part_in_another_encoding_is_read_as_what_it_is(workshop):
    """UTF-16 hides no document type from the check."""
    path = workshop.template("report")
    named = parts(path.read_bytes())
    words = named["word/settings.xml"].decode("utf-8").partition("?>")[2]
    sly = f'<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x [<!ENTITY a "ha">]>{words}'.encode("utf-16")
    path.write_bytes(zipped({**named, "word/settings.xml": sly}))

    refused(workshop, "document type")


def test_a_zip_bomb_is_refused_before_it_is_unpacked(workshop):
    """A part of 300 MB of nothing packs to very little, and is not unpacked."""
    path = workshop.template("report")
    content = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(content, "a", zipfile.ZIP_DEFLATED) as package, package.open("word/more.xml", "w") as part:
        for _ in range(300):
            part.write(b" " * 1_000_000)
    path.write_bytes(content.getvalue())

    refused(workshop, "unpacks to more than")


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", ["word/document.xml", "WORD/document.xml", "../evil.xml", "/evil.xml", "word//x.xml"])
def test_two_parts_of_one_name_or_a_name_of_no_part_are_refused(name):
    """What one program reads and another does not see gets into no paper."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        package.writestr("word/document.xml", "<a/>")
        package.writestr(name, "<b/>")

    with pytest.raises(PapersError, match="not a Word document"):
        read_package(content.getvalue(), "report.docx")


def test_what_an_author_writes_is_never_a_template(workshop: Workshop):
    """Tags in the workbook's text, and brackets in the report's, are printed as they stand."""
    outcome = workshop.build(
        report=REPORT.replace("How the plan stands.", "'\\{{ 7 * 7 }} and {% include x %}'"),
        plan=PLAN.replace("Half are done", "{{ plan.total }}"),
    )

    assert outcome.exit_code == 0, outcome.output

    assert "{{ 7 * 7 }}" in parts(workshop.published["report.docx"])["word/document.xml"].decode()
    assert "{{ plan.total }}" in parts(workshop.published["appendix-1.docx"])["word/document.xml"].decode()
