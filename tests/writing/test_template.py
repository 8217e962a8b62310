"""Templates as people spoil them, and what is said about each."""

from __future__ import annotations

import hashlib
import io

import docx
import pytest

from papers.documents.facts import facts_of
from papers.writing.render import render
from papers.writing.template import compiled
from tests.builders import NARRATIVE, TEMPLATES, a_paper, a_template_set
from tests.documents.opened import DOCUMENT, W, changed, fill, parts, tables, words, xml, zipped
from tests.documents.test_soundness import out_of_order
from tests.writing.workshop import SPOILT, Workshop, workshop

__all__ = ["workshop"]

REPORT_TEMPLATE = (TEMPLATES / "sefton" / "report.docx").read_bytes()
LETTERS = NARRATIVE + "\n1. First\n2. Second\n"
ENDIF, ENDFOR = "{%p endif %}", "{%p endfor %}"
RAG_TAG = "{% cellbg action.status %}"

# What is spoilt, in which template, and the words that the refusal has to hold.
SPOILED = {
    "an unknown field": ("report", "report.portfolio", "report.portfollio", ["report.docx", "portfollio"]),
    "an unknown field of a list": ("summary", "row.count }} of", "row.cuont }} of", ["summary.docx", "cuont"]),
    "an unknown field in a cell's colour": ("appendix", "cellbg row.status", "cellbg row.state", ["appendix.docx"]),
    "a misspelt filter": ("summary", "|plural", "|plurall", ["summary.docx", "plurall"]),
    "a misspelt word of the language": ("report", "{%p for section", "{%p fro section", ["report.docx", "fro"]),
    "an if without its end": ("report", ENDIF, "", ["report.docx", "if"]),
    "a for without its end": ("appendix", "{%tr endfor %}", "", ["appendix.docx", "for"]),
    "an end without its start": ("report", "{%p for section in narrative %}", "", ["report.docx", "endfor"]),
    "a tag that is not closed": ("report", "{{ report.portfolio }}", "{{ report.portfolio }", ["report.docx"]),
    "a field that is a group of fields": ("report", "report.portfolio", "report.contact", ["report.docx", "contact"]),
    "a sum that cannot be done": ("report", "report.portfolio", "plan.total / 0", ["report.docx", "plan.total / 0"]),
    "a filter for dates on words": ("report", "report.portfolio", "report.subject|day", ["report.docx", "|day"]),
    "a filter without its value": ("report", "report.portfolio", "plan.total|plural", ["report.docx", "|plural"]),
    "a call of what is no function": ("report", "report.portfolio", "report.subject()", ["report.docx", "subject()"]),
    "a bar of words": ("summary", "bar(row.share", "bar(row.status.label", ["summary.docx", "bar("]),
    "another file that it wants to include": ("report", "{{ report.portfolio }}", "{% include 'x' %}", ["report.docx"]),
    "a macro that calls itself": (
        "report",
        "{{ report.portfolio }}",
        "{% macro again() %}{{ again() }}{% endmacro %}{{ again() }}",
        ["report.docx"],
    ),
    "no tag for the recommendations": ("report", "{{p recommendation }}", "A", ["report.docx", "recommendation 1"]),
    "no tag for the text of sections": ("report", "{{p section.text }}", "A", ["report.docx", "section 1"]),
    "no tag for the headings of sections": ("report", "{{ section.title }}", "A", ["report.docx", "heading of sec"]),
    "no tag for the Refs of actions": ("appendix", "{{ action.ref }}", "A", ["appendix-1.docx", "action 1.1"]),
    "no tag for the colour of the RAG": ("appendix", RAG_TAG, "", ["appendix-1.docx", "action 1.1"]),
    "no tag for the word of the RAG": (
        "appendix",
        "{{ action.status.colour }}: {{ action.status.label }}",
        "Status",
        ["appendix-1.docx", "action 1.1", "Amber"],
    ),
    "no tag for the counts": ("summary", "{{ row.count }}</w:t></w:r></w:p></w:tc>", "A</w:t></w:r></w:p></w:tc>",
                              ["summary.docx", "Green"]),
    "no tag for the counts of partners": ("summary", "{{ partner.total }}", "some", ["summary.docx", "Police"]),
    "no loop over the actions": ("appendix", "in group.actions %}", "in group.actions[:1] %}", ["action 1.2"]),
}  # fmt: skip


def refused(workshop: Workshop, *said: str, **inputs: str) -> str:
    """Build with what is spoilt: it must stop with a sentence that names all of `said`, and publish nothing."""
    outcome = workshop.build(**inputs)

    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), repr(outcome.exception)
    assert outcome.exit_code == 3, outcome.output
    for each in said:
        assert each in outcome.output
    assert "Traceback" not in outcome.output
    assert workshop.published == {}
    return outcome.output


@pytest.mark.parametrize("spoiled", SPOILED.values(), ids=list(SPOILED))
def test_says_what_is_wrong_with_a_spoiled_template(workshop, spoiled):
    """The build stops with exit 3, names the template and the tag, and publishes nothing."""
    name, old, new, said = spoiled
    workshop.spoil(name, old, new)

    refused(workshop, *said)


def test_the_unspoiled_templates_build(workshop):
    """What is refused above is refused for what was spoilt: the copy as it is builds."""
    assert workshop.build().exit_code == 0
    assert set(workshop.published) == {
        "report.docx",
        "summary.docx",
        "appendix-1.docx",
        "briefing.pptx",
        "manifest.json",
    }


def test_a_sentence_about_a_tag_shows_it_as_word_does(workshop):
    """The sentence quotes the tag and the words around it, and no XML."""
    workshop.spoil("report", "report.portfolio", "report.portfollio")

    said = refused(workshop, SPOILT + "report.docx", "{{ report.portfollio }}")

    assert "<w:" not in said


# Where the tag stands, and the words that are quoted: those of its paragraph.
PLACES = {
    "a cell": ("report", "report.portfolio", "report.portfollio",
               'report.docx, under "{{ report.subject }}", row 6, cell 2 of the table: there is no field "portfollio", '
               'at "{{ report.portfollio }}"'),
    "a paragraph": ("report", "report.implementation_date", "report.implemented",
                    'report.docx, under "Implementation Date for the Decision": there is no field "implemented", '
                    'at "{{ report.implemented }}"'),
    "a heading": ("report", "{{ section.title }}", "{{ section.titel }}",
                  'report.docx, in a heading: there is no field "titel", at "{{ section.titel }}"'),
    "a text": ("report", "{{p report.reasons }}", "{{p report.reason }}",
               'report.docx, under "Reasons for the Recommendation(s)": there is no field "reason", '
               'at "{{p report.reason }}"'),
    "a loop of paragraphs": ("report", "in narrative", "in narratives",
                             'report.docx, under "Background Papers": there is no field "narratives", '
                             'at "{%p for section in narratives %}"'),
    "a loop of rows": ("appendix", "in group.actions", "in group.tasks",
                       'appendix.docx, under "Actions", row 2, cell 1 of the table: there is no field "tasks", '
                       'at "{%tr for action in group.tasks %}"'),
    "the colour of a cell": ("appendix", "cellbg action.status", "cellbg action.rag",
                             'appendix.docx, under "Actions", row 3, cell 8 of the table: there is no field "rag", '
                             'at "{% cellbg action.rag %}{{ action.status.colour }}: {{ action.status.label }}"'),
    "a cell of a row that is repeated": ("appendix", "{{ action.lead }}", "{{ action.leader }}",
                                         'appendix.docx, under "Actions", row 3, cell 5 of the table: there is no '
                                         'field "leader", at "{{ action.leader }}"'),
    "a word of the language": ("report", "{%p for section", "{%p fro section",
                               'report.docx, under "Background Papers": Encountered unknown tag \'fro\''),
    "an end": ("report", "{%p for section in narrative %}", "", 'report.docx, under "{{ section.title }}": '),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES.values(), ids=list(PLACES))
def test_says_where_in_word_a_tag_stands(workshop, place):
    """The heading above a tag, its row and cell, and what is typed there: as the check of templates says it."""
    name, old, new, said = place
    workshop.spoil(name, old, new)

    assert said in " ".join(refused(workshop).split())


def test_says_that_a_tag_stands_in_a_header(workshop):
    """Headers are told from the text."""
    workshop.spoil("report", "report.committee", "report.comittee", "word/header1.xml")

    said = refused(workshop)

    assert 'report.docx, in the header: there is no field "comittee"' in said


def test_a_tag_of_the_properties_is_quoted_without_a_place(workshop):
    """The title of the document stands under no heading."""
    workshop.spoil("report", "report.subject", "report.subject.x.y", "docProps/core.xml")

    said = refused(workshop)

    assert "report.docx: " in said
    assert "report.subject.x.y" in said


def test_an_old_set_stays_where_the_templates_are_spoiled_later(workshop):
    """A template that breaks between two builds leaves the papers of the first."""
    workshop.build()
    before = workshop.published
    workshop.spoil("summary", "|plural", "|plurall")

    assert workshop.build().exit_code == 3
    assert workshop.published == before


@pytest.mark.parametrize(
    ("style", "narrative"),
    [
        ("List Letter", LETTERS),
        ("List Bullet", NARRATIVE + "\n- A point\n"),
        ("Numbered Paragraph", NARRATIVE),
        ("Paragraph Continuation", NARRATIVE + "\n> More of it\n"),
        ("heading 2", NARRATIVE + "\n## Training\n\nMore.\n"),
        ("Committee Table", NARRATIVE + "\n| A | B |\n|---|---|\n| 1 | 2 |\n"),
        ("Table Heading", NARRATIVE + "\n| A | B |\n|---|---|\n| 1 | 2 |\n"),
        ("Hyperlink", NARRATIVE + "\n[A letter](https://example.org)\n"),
    ],
)
def test_names_a_style_that_is_missing(workshop, style, narrative):
    """A style that the narrative needs and the template lacks is named as Word names it."""
    workshop.spoil("report", f'<w:name w:val="{style}"/>', '<w:name w:val="Something else"/>', "word/styles.xml")

    said = refused(workshop, SPOILT + "report.docx", narrative=narrative)

    assert f'"{style}"'.casefold() in said.casefold()


def test_says_that_a_style_for_letters_belongs_to_no_list(workshop):
    """An ordered list whose style has no numbers would print without its letters."""
    numbered = '<w:numPr><w:numId w:val="3"/></w:numPr>'
    workshop.spoil("report", numbered, "", "word/styles.xml")

    refused(workshop, SPOILT + "report.docx", '"List Letter"', narrative=LETTERS)


@pytest.mark.parametrize(
    "content",
    [b"", b"This is text.", b"\xd0\xcf\x11\xe0 an old .doc", b"PK\3\4", REPORT_TEMPLATE[:5000]],
    ids=["nothing", "text", "an old document", "the start of a zip", "half of it"],
)
def test_says_that_a_template_is_no_document(workshop, content):
    """A file that is no package is named, and that it is no Word document."""
    workshop.template("report").write_bytes(content)

    refused(workshop, SPOILT + "report.docx", "not a Word document")


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/numbering.xml"])
def test_names_a_part_that_is_missing(workshop, part):
    """A package without a part that every document has is refused by the part's name."""
    path = workshop.template("report")
    path.write_bytes(zipped({name: held for name, held in parts(path.read_bytes()).items() if name != part}))

    refused(workshop, SPOILT + "report.docx", part)


@pytest.mark.parametrize(
    "part", ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/header1.xml", "docProps/core.xml"]
)
def test_names_a_part_that_is_broken(workshop, part):
    """XML that is cut short is refused by the part's name."""
    path = workshop.template("report")
    named = parts(path.read_bytes())
    path.write_bytes(zipped({**named, part: named[part][: len(named[part]) * 2 // 3]}))

    refused(workshop, SPOILT + "report.docx", part)


@pytest.mark.parametrize("part", ["word/document.xml", "word/styles.xml", "word/header1.xml"])
def test_refuses_a_document_type(workshop, part):
    """A part that declares a document type, and with it entities that grow, is refused."""
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>\n<w:'
    workshop.spoil("report", "<w:", bomb, part, times=1)

    refused(workshop, SPOILT + "report.docx", part)


@pytest.mark.parametrize("part", ["word/settings.xml", "word/comments.xml", "word/styles.xml"])
def test_refuses_a_tag_where_none_is_read(workshop, part):
    """A tag in a comment or a setting would stay in the paper: its part is named."""
    path = workshop.template("report")
    comments = f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="0"/></w:comments>'.encode()
    named = {"word/comments.xml": comments, **parts(path.read_bytes())}
    at = named[part].rindex(b"</")
    tag = b"<w:p><w:r><w:t>{{ report.subject }}</w:t></w:r></w:p>"
    path.write_bytes(zipped({**named, part: named[part][:at] + tag + named[part][at:]}))

    refused(workshop, SPOILT + "report.docx", part)


def test_a_set_without_a_template_makes_no_such_document(workshop):
    """Where a council has no summary, none is built, and the rest is."""
    workshop.template("summary").unlink()

    assert workshop.build().exit_code == 0
    assert set(workshop.published) == {"report.docx", "appendix-1.docx", "briefing.pptx", "manifest.json"}


def test_a_set_without_any_template_is_refused(workshop):
    """A council.yaml alone makes no papers."""
    for name in ("report", "summary", "appendix"):
        workshop.template(name).unlink()

    refused(workshop, "templates/sefton", "no Word template")


# What Word does to tags


def portfolio(content):
    """The value of the cover's row "Portfolio"."""
    return {words(row[0]): words(row[1]) for row in tables(content)[0]}["Portfolio"]


@pytest.mark.parametrize(
    "typed",
    [
        '{{ re</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>port.port</w:t></w:r>'
        "<w:r><w:t>folio }}",
        "{</w:t></w:r><w:r><w:t>{ report.portfolio }</w:t></w:r><w:r><w:t>}",
        "{{ report.portfolio</w:t></w:r><w:r><w:t> }}",
        "{{report.portfolio}}",
    ],
    ids=["spelling marks", "in its brackets", "before its end", "without spaces"],
)
def test_a_tag_that_word_split_over_runs_works(workshop, typed):
    """Word splits what is typed over runs; the tag is whole to whoever typed it."""
    workshop.spoil("report", "{{ report.portfolio }}", typed)

    assert workshop.build().exit_code == 0
    assert portfolio(workshop.published["report.docx"]) == "Children"


@pytest.mark.parametrize("quotes", ["‘’", "“”", "''", '""'])
def test_quotes_that_word_made_smart_work(workshop, quotes):
    """Word turns straight quotes into curly ones as they are typed."""
    workshop.spoil("report", "report.portfolio", f"plan.total|plural({quotes[0]}action{quotes[1]})")

    assert workshop.build().exit_code == 0
    assert portfolio(workshop.published["report.docx"]) == "actions"


def test_a_comment_in_a_template_is_not_printed(workshop):
    """{# ... #} is a note among those who own the templates."""
    workshop.spoil("report", "{{ report.portfolio }}", "{# ask Legal #}{{ report.portfolio }}")

    assert workshop.build().exit_code == 0
    assert portfolio(workshop.published["report.docx"]) == "Children"


@pytest.mark.parametrize(
    "properties",
    [
        "",
        "<w:tcPr/>",
        '<w:tcPr><w:vAlign w:val="center"/></w:tcPr>',
        '<w:tcPr><w:tcW w:w="1400" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>',
        '<w:tcPr><w:tcW w:w="14" w:type="dxa"/><w:tcBorders/><w:shd w:val="clear" w:fill="00FF00"/><w:tcMar/></w:tcPr>',
    ],
    ids=["none", "empty", "alignment", "width and alignment", "a fill of its own"],
)
def test_a_cell_is_filled_where_the_schema_wants_it(workshop, properties):
    """Whatever properties a cell has, its fill is there once, at its place, in the colour of the status."""
    paragraph = '<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr><w:r><w:t xml:space="preserve">{% cellbg action'
    width = '<w:tcPr><w:tcW w:w="1400" w:type="dxa"/></w:tcPr>'
    workshop.spoil("appendix", width + paragraph, properties + paragraph)

    assert workshop.build().exit_code == 0
    appendix = workshop.published["appendix-1.docx"]
    assert out_of_order(xml(appendix)) == []
    assert [fill(row[-1]) for row in tables(appendix)[1][1:]] == ["E0801A", "74CFAE"]
    assert all(len(row[-1].findall(f"{W}tcPr/{W}shd")) == 1 for row in tables(appendix)[1][1:])


def test_a_run_that_is_coloured_already_gets_the_colour_of_the_status(workshop):
    """The text colour of the scheme goes before that of the run, in the schema's order."""
    workshop.spoil(
        "appendix",
        '<w:r><w:t xml:space="preserve">{% cellbg action',
        '<w:r><w:rPr><w:b/><w:color w:val="00FF00"/><w:sz w:val="20"/></w:rPr>'
        '<w:t xml:space="preserve">{% cellbg action',
    )

    assert workshop.build().exit_code == 0
    appendix = workshop.published["appendix-1.docx"]
    assert out_of_order(xml(appendix)) == []
    colours = [c.get(f"{W}val") for row in tables(appendix)[1][1:] for c in row[-1].iter(f"{W}color")]
    assert colours == ["000000", "000000"]


# What a template must not be able to do


@pytest.mark.parametrize(
    "tag",
    [
        "report.__class__",
        "''.__class__.__mro__",
        "lipsum.__globals__",
        "cycler.__init__",
        "report['__class__']",
        "report|attr('__class__')",
        "'{0.__class__}'.format(report.subject)",
        "report.summary.__class__.__init__.__globals__",
        "bar.__self__",
        "bar.__func__.__globals__",
        "self.__init__",
        "report.update({'subject': 'x'})",
        "plan.groups.append(1)",
        "report.clear()",
    ],
)
def test_a_template_cannot_reach_past_its_facts(workshop, tag):
    """Whatever leads from data to the program behind it is refused."""
    workshop.spoil("report", "report.portfolio", tag.replace("&", "&amp;"))

    refused(workshop, SPOILT + "report.docx")


@pytest.mark.parametrize(
    "tag",
    [
        "report.summary.parse_raw('cos\\nsystem\\n(S\\'touch pwned\\'\\ntR.'.encode(), content_type='pickle', "
        "allow_pickle=True)",
        "report.summary.parse_file('evil', content_type='pickle', allow_pickle=True)",
    ],
    ids=["from the template", "from a file beside it"],
)
def test_a_template_cannot_run_a_program(workshop, tag):
    """A template that comes from elsewhere must not be able to start anything on the machine that builds with it."""
    (workshop.folder / "evil").write_bytes(b"cos\nsystem\n(S'touch pwned'\ntR.")
    workshop.spoil("report", "report.portfolio", tag)

    refused(workshop, SPOILT + "report.docx")

    assert not (workshop.folder / "pwned").exists()


def test_a_template_cannot_read_a_file(workshop):
    """Nothing in a tag opens a file, not even one that would be a fine text."""
    (workshop.folder / "secret.json").write_text("{}")
    workshop.spoil("report", "report.portfolio", "report.summary.parse_file('secret.json')")

    refused(workshop, SPOILT + "report.docx")


# The cache


@pytest.fixture
def a_cache(tmp_path):
    """A cache folder of this user alone, yet to be made."""
    return tmp_path / "cache"


def rendered(tmp_path, cache, content=REPORT_TEMPLATE):
    """The report of a small paper, by a template that may come from `cache`."""
    paper = a_paper(tmp_path / "paper")
    return render(compiled(content, "report.docx", cache), facts_of(paper), paper.profile.styles.model_dump())


def the_kept_file(cache):
    """The one compiled template in a cache."""
    (path,) = cache.iterdir()
    return path


def poisoned(tmp_path, cache):
    """Put another template's compiled code where that of the real one is kept."""
    other = changed(REPORT_TEMPLATE, "Portfolio", "Poison")
    rendered(tmp_path, tmp_path / "other", other)
    rendered(tmp_path, cache)
    the_kept_file(cache).write_bytes(the_kept_file(tmp_path / "other").read_bytes())


def test_a_template_from_the_cache_makes_the_same_bytes(tmp_path, a_cache):
    """Compiled afresh, compiled and kept, or taken from the cache: the document is the same."""
    assert rendered(tmp_path, None) == rendered(tmp_path, a_cache) == rendered(tmp_path, a_cache)
    assert the_kept_file(a_cache).stat().st_size > 0


@pytest.mark.parametrize("keep", [0, 1, 64, 65, 66, 2000, -1], ids=lambda keep: f"{keep} bytes")
def test_a_truncated_cache_file_is_ignored(tmp_path, a_cache, keep):
    """A file that a full disk cut short is compiled anew."""
    whole = rendered(tmp_path, a_cache)
    path = the_kept_file(a_cache)
    path.write_bytes(path.read_bytes()[:keep])

    assert rendered(tmp_path, a_cache) == whole


def test_a_tampered_cache_file_is_ignored(tmp_path, a_cache):
    """A changed byte anywhere in the file means that it is not what was kept."""
    whole = rendered(tmp_path, a_cache)
    path = the_kept_file(a_cache)
    kept = path.read_bytes()
    for at in range(0, len(kept), len(kept) // 20):
        path.write_bytes(kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :])
        assert rendered(tmp_path, a_cache) == whole


def test_a_sound_digest_of_something_else_is_ignored(tmp_path, a_cache):
    """A file that is whole but holds no compiled template is compiled anew."""
    whole = rendered(tmp_path, a_cache)
    packed = b"not marshalled code"
    the_kept_file(a_cache).write_bytes(hashlib.sha256(packed).hexdigest().encode() + b"\n" + packed)

    assert rendered(tmp_path, a_cache) == whole


def test_a_cache_of_our_own_is_really_used(tmp_path, a_cache):
    """What lies in a cache folder of this user alone is taken, so that the tests below can fail."""
    poisoned(tmp_path, a_cache)

    assert b"Poison" in parts(rendered(tmp_path, a_cache))[DOCUMENT]


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_a_cache_that_others_may_write_to_is_not_used(tmp_path, a_cache, mode):
    """Compiled templates are code: what others may have put there is not run, and nothing more is kept there."""
    poisoned(tmp_path, a_cache)
    before = the_kept_file(a_cache).read_bytes()
    a_cache.chmod(mode)

    assert b"Poison" not in parts(rendered(tmp_path, a_cache))[DOCUMENT]
    assert the_kept_file(a_cache).read_bytes() == before


def test_a_cache_that_is_a_link_elsewhere_is_not_used(tmp_path, a_cache):
    """A link in the place of the cache may lead into a folder of somebody else's."""
    poisoned(tmp_path, tmp_path / "elsewhere")
    a_cache.symlink_to(tmp_path / "elsewhere")

    assert b"Poison" not in parts(rendered(tmp_path, a_cache))[DOCUMENT]


def test_a_cache_that_cannot_be_made_is_no_reason_to_fail(tmp_path):
    """Where a file stands in the place of the cache, the template is compiled each time."""
    (tmp_path / "file").write_text("a file")

    assert rendered(tmp_path, tmp_path / "file" / "cache") == rendered(tmp_path, None)


def test_a_cache_is_made_for_this_user_alone(tmp_path, a_cache):
    """The folder is readable and writable for its owner only."""
    rendered(tmp_path, a_cache)

    assert a_cache.stat().st_mode & 0o777 == 0o700


def test_the_cache_does_not_grow_without_end(tmp_path, a_cache):
    """Of a hundred templates the newest are kept."""
    for number in range(70):
        compiled(changed(REPORT_TEMPLATE, "Portfolio", f"Portfolio {number}"), "report.docx", a_cache)

    assert 0 < len(list(a_cache.iterdir())) <= 64


def test_templates_of_the_folder_one_works_in_go_before_the_others(workshop):
    """A council's own copy of a set is used, not the one that came with the package."""
    workshop.spoil("report", "Wards Affected", "Wards concerned")

    workshop.build()

    shown = docx.Document(io.BytesIO(workshop.published["report.docx"])).tables[0].column_cells(0)
    assert "Wards concerned" in [cell.text for cell in shown]


def test_the_copy_of_the_templates_is_whole(tmp_path):
    """The tests spoil a copy of every file of the set."""
    copied = a_template_set(tmp_path) / "sefton"

    assert {p.name: p.read_bytes() for p in copied.iterdir()} == {
        p.name: p.read_bytes() for p in (TEMPLATES / "sefton").iterdir()
    }
