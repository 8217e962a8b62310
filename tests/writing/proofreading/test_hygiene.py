"""What a template carries: its language, comments and changes, guidance, names and fields."""

from __future__ import annotations

import pytest

from tests.writing.proofreading.broken import (
    APP,
    CORE,
    DOCUMENT,
    END,
    FOOTER,
    HEADER,
    HEADINGS,
    HOSTILE,
    STYLES,
    Edit,
    below_summary,
    cell,
    drawn,
    field,
    hostile,
    in_short,
    old_shape,
    paragraph,
    row,
    said,
    setting,
    style,
    table,
    template,
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CHANGED = (
    '<w:p><w:ins w:id="1" w:author="Jane Smith"><w:r><w:t>Executive</w:t></w:r></w:ins>'
    '<w:del w:id="2" w:author="Jane Smith"><w:r><w:delText>Cabinet</w:delText></w:r></w:del></w:p>'
)
ADDED = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="Case"><vt:lpwstr>LCS 4711</vt:lpwstr>'
    "</property></Properties>"
)
WATERMARK = drawn(
    old_shape('id="PowerPlusWaterMarkObject357" style="position:absolute"', '<v:textpath string="DRAFT"/>')
)


def comments_part(count: int) -> Edit:
    """As many comments by the same officer."""
    each = '<w:comment w:id="{}" w:author="Jane Smith">' + paragraph("Is this so?") + "</w:comment>"
    return (
        "word/comments.xml",
        "",
        f'<w:comments xmlns:w="{W}">{"".join(map(each.format, range(count)))}</w:comments>',
    )


def commented(count: int) -> str:
    """As many paragraphs, each with a comment."""
    words = '<w:p><w:r><w:t>Point {0}</w:t></w:r><w:r><w:commentReference w:id="{0}"/></w:r></w:p>'
    return "".join(map(words.format, range(count)))


def control(properties: str, inside: str) -> str:
    """A content control."""
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


HYGIENE = {
    "no language": (
        "report",
        [(STYLES, '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>', "")],
        ("TP320", "error", "", "the document does not say which language it is in"),
    ),
    "an American document": (
        "report",
        [(STYLES, '<w:lang w:val="en-GB"', '<w:lang w:val="en-US"')],
        (
            "TP320",
            "warning",
            "",
            "the document is in the language en-US: a screen reader reads it with the voice for that",
        ),
    ),
    "American words": (
        "report",
        [below_summary(paragraph("Color", run='<w:lang w:val="en-US"/>'))],
        ("TP320", "warning", 'under "Summary", the paragraph "Color"', "words here are in the language en-US"),
    ),
    "words in two other languages": (
        "report",
        [
            below_summary(
                paragraph("Color", run='<w:lang w:val="en-US"/>') + paragraph("Centre", run='<w:lang w:val="fr-FR"/>')
            )
        ],
        (
            "TP320",
            "warning",
            'under "Summary", the paragraph "Color"',
            "words of two paragraphs are in the language en-US or fr-FR; here are the first",
        ),
    ),
    "a comment": (
        "report",
        [comments_part(1), below_summary(commented(1))],
        (
            "TP321",
            "error",
            'under "Summary", the paragraph "Point 0"',
            'there is a comment by Jane Smith: "Is this so?"',
        ),
    ),
    "a comment that stands nowhere": (
        "report",
        [comments_part(1)],
        ("TP321", "error", "", 'there is a comment by Jane Smith: "Is this so?"'),
    ),
    "an insertion and a deletion": (
        "report",
        [below_summary(CHANGED)],
        (
            "TP322",
            "error",
            'under "Summary", the paragraph "Executive"',
            "there are tracked changes here by Jane Smith: an insertion and a deletion",
        ),
    ),
    "a change of the page": (
        "report",
        [
            (
                DOCUMENT,
                "</w:sectPr>",
                '<w:sectPrChange w:id="1" w:author="Jane Smith"><w:sectPr/></w:sectPrChange></w:sectPr>',
            )
        ],
        (
            "TP322",
            "error",
            'under "{{ section.title }}", the paragraph "{%p endfor %}"',
            "there is a tracked change here by Jane Smith: a change of format",
        ),
    ),
    "a row that was inserted": (
        "report",
        [
            below_summary(
                table(HEADINGS, row(cell("A"), cell("B"), properties='<w:cantSplit/><w:ins w:id="1" w:author=""/>'))
                + END
            )
        ],
        (
            "TP322",
            "error",
            'under "Summary", row 2, cell 1 of the table: "A"',
            "there is a tracked change here: an insertion",
        ),
    ),
    "a template that tracks changes": (
        "report",
        [setting("<w:trackRevisions/>")],
        ("TP322", "warning", "", "the template is set to track changes, and so is every paper made from it"),
    ),
    "hidden words": (
        "report",
        [below_summary(paragraph("Not sure of this", run="<w:vanish/>"))],
        ("TP323", "error", 'under "Summary", the paragraph "Not sure of this"', '"Not sure of this" is hidden text'),
    ),
    "words hidden by their style": (
        "report",
        [
            style("Note", "<w:rPr><w:vanish/></w:rPr>", "character"),
            below_summary(paragraph("Not sure of this", run='<w:rStyle w:val="Note"/>')),
        ],
        ("TP323", "error", 'under "Summary", the paragraph "Not sure of this"', '"Not sure of this" is hidden text'),
    ),
    "a prompt of a content control": (
        "report",
        [below_summary(control("<w:showingPlcHdr/>", paragraph("Click or tap here to enter text.")))],
        (
            "TP324",
            "warning",
            'under "Summary", the paragraph "Click or tap here to enter text."',
            'a content control still asks "Click or tap here to enter text."',
        ),
    ),
    "a style for guidance": (
        "report",
        [style("Guidance Text", ""), below_summary(paragraph("Keep it short.", '<w:pStyle w:val="GuidanceText"/>'))],
        (
            "TP324",
            "warning",
            'under "Summary", the paragraph "Keep it short."',
            'this is text in the style "Guidance Text", printed in every paper',
        ),
    ),
    "words in brackets to be written over": (
        "report",
        [below_summary(paragraph("Report of [Insert the name of the officer]"))],
        (
            "TP324",
            "warning",
            'under "Summary", the paragraph "Report of [Insert the name of the officer]"',
            '"[Insert the name of the officer]" is printed in every paper',
        ),
    ),
    "words in angles to be written over": (
        "report",
        [below_summary(paragraph("Report of &lt;insert name&gt;"))],
        (
            "TP324",
            "warning",
            'under "Summary", the paragraph "Report of <insert name>"',
            '"<insert name>" is printed in every paper',
        ),
    ),
    "words to be deleted": (
        "report",
        [below_summary(paragraph("Delete this paragraph. It is for cabinet reports alone."))],
        (
            "TP324",
            "warning",
            'under "Summary", the paragraph "Delete this paragraph. It is for cabinet reports alone."',
            '"Delete this paragraph" is printed in every paper',
        ),
    ),
    "guidance": (
        "report",
        [below_summary(paragraph("Guidance: keep it short."))],
        (
            "TP324",
            "warning",
            'under "Summary", the paragraph "Guidance: keep it short."',
            '"Guidance: keep it short" is printed in every paper',
        ),
    ),
    "words of no meaning": (
        "report",
        [below_summary(paragraph("Lorem ipsum dolor sit amet"))],
        (
            "TP324",
            "warning",
            'under "Summary", the paragraph "Lorem ipsum dolor sit amet"',
            '"Lorem ipsum" is printed in every paper',
        ),
    ),
    "crosses": (
        "report",
        [below_summary(paragraph("Minute XXX refers"))],
        ("TP324", "warning", 'under "Summary", the paragraph "Minute XXX refers"', '"XXX" is printed in every paper'),
    ),
    "still to be confirmed": (
        "report",
        [below_summary(paragraph("Ward: TBC"))],
        ("TP324", "warning", 'under "Summary", the paragraph "Ward: TBC"', '"TBC" is printed in every paper'),
    ),
    "an author": (
        "report",
        [(CORE, "<dc:creator>{{ council }}", "<dc:creator>Jane Smith")],
        ("TP325", "warning", "", 'Author is "Jane Smith"'),
    ),
    "who saved it last": (
        "report",
        [(CORE, "</cp:coreProperties>", "<cp:lastModifiedBy>jsmith</cp:lastModifiedBy></cp:coreProperties>")],
        ("TP325", "warning", "", 'Last Modified By is "jsmith"'),
    ),
    "a manager": (
        "report",
        [(APP, "<Company>", "<Manager>Ann Jones</Manager><Company>")],
        ("TP325", "warning", "", 'Manager is "Ann Jones"'),
    ),
    "a company": (
        "report",
        [(APP, "<Company>{{ council }}", "<Company>Acme Software Ltd")],
        ("TP325", "warning", "", 'Company is "Acme Software Ltd"'),
    ),
    "a property that was added": (
        "report",
        [("docProps/custom.xml", "", ADDED)],
        ("TP325", "warning", "", 'the file has a property that somebody added: Case "LCS 4711"'),
    ),
    "a form": (
        "report",
        [setting('<w:documentProtection w:edit="forms" w:enforcement="1"/>')],
        ("TP326", "warning", "", "editing is restricted: it allows only filling in forms"),
    ),
    "a file for reading only": (
        "report",
        [setting('<w:writeProtection w:recommended="1"/>')],
        ("TP326", "warning", "", "the file asks to be opened for reading only, and so does every paper made from it"),
    ),
    "a watermark": (
        "report",
        [(HEADER, "<w:p>", WATERMARK + "<w:p>")],
        (
            "TP327",
            "warning",
            "in the header, an empty paragraph",
            'the watermark "DRAFT" is printed on the pages of every paper',
        ),
    ),
    "a field of a mail merge": (
        "report",
        [below_summary(field("MERGEFIELD Committee"))],
        (
            "TP328",
            "warning",
            'under "Summary", the paragraph "16 March"',
            "the field { MERGEFIELD Committee } is filled by a mail merge alone",
        ),
    ),
    "the date of today": (
        "report",
        [below_summary(field('DATE \\@ "d MMMM yyyy"'))],
        (
            "TP329",
            "error",
            'under "Summary", the paragraph "16 March"',
            'the field { DATE \\@ "d MMMM yyyy" } makes every paper print the day on which it is opened',
        ),
    ),
    "the date of saving": (
        "report",
        [below_summary('<w:p><w:fldSimple w:instr=" SAVEDATE "><w:r><w:t>16 March</w:t></w:r></w:fldSimple></w:p>')],
        (
            "TP329",
            "error",
            'under "Summary", the paragraph "16 March"',
            "the field { SAVEDATE } makes every paper print the day on which it was last saved",
        ),
    ),
    "the name of the file": (
        "report",
        [(FOOTER, "</w:ftr>", field("FILENAME", "draft.docx") + "</w:ftr>")],
        (
            "TP330",
            "warning",
            'in the footer, the paragraph "draft.docx"',
            "the field { FILENAME } makes every paper print the name of its file",
        ),
    ),
    "the author by the property": (
        "report",
        [below_summary(field('DOCPROPERTY "Author"', "Jane"))],
        (
            "TP330",
            "warning",
            'under "Summary", the paragraph "Jane"',
            'the field { DOCPROPERTY "Author" } makes every paper print who made the file',
        ),
    ),
    "a marker of Modern.Gov": (
        "report",
        [below_summary(paragraph("&lt;AI1&gt;"))],
        ("TP331", "error", 'under "Summary", the paragraph "<AI1>"', '"<AI1>" is a marker of Modern.Gov'),
    ),
}


SILENT = {
    "Welsh words": below_summary(paragraph("Cyngor", run='<w:lang w:val="cy-GB"/>')),
    "a Welsh document": (STYLES, '<w:lang w:val="en-GB"', '<w:lang w:val="cy-GB"'),
    "a language for Chinese words alone": below_summary(paragraph("Plan", run='<w:lang w:eastAsia="zh-CN"/>')),
    "words in no language": below_summary(paragraph("FD.1234/21", run='<w:lang w:val="x-none"/>')),
    "American tags that go away": below_summary(
        paragraph("{%p if plan.total %}", run='<w:lang w:val="en-US"/>') + paragraph("{%p endif %}")
    ),
    "no comments": comments_part(0),
    "marks of who saved what": below_summary('<w:p w:rsidR="00A1"><w:r w:rsidRPr="00A2"><w:t>Plan</w:t></w:r></w:p>'),
    "words that are not hidden": below_summary(paragraph("Plan", run='<w:vanish w:val="0"/>')),
    "a content control that was filled in": below_summary(control("", paragraph("Enter by the side door."))),
    "a case, statutory guidance and a list of names": below_summary(
        paragraph("R v Sefton [2021] EWHC 12")
        + paragraph("Statutory guidance: Working Together 2018")
        + paragraph("See section [3] and XX")
    ),
    "words that a tag prints": below_summary(paragraph("{{ report.portfolio or 'TBC' }}")),
    "the council as the author": (CORE, "<dc:creator>{{ council }}", "<dc:creator>Sefton Council"),
    "the council's full name as the company": (
        APP,
        "<Company>{{ council }}",
        "<Company>Sefton Metropolitan Borough Council",
    ),
    "a property that a tag fills": ("docProps/custom.xml", "", ADDED.replace("LCS 4711", "{{ report.subject }}")),
    "a restriction that is not in force": setting('<w:documentProtection w:edit="forms" w:enforcement="0"/>'),
    "fields for pages and references": below_summary(
        field("PAGE", "1") + field("REF DATE", "2") + field("DOCPROPERTY Title", "3")
    ),
    "signs that are no marker": below_summary(paragraph("&lt;AI&gt; and AI1")),
}


@pytest.mark.parametrize("edit", SILENT.values(), ids=list(SILENT))
def test_is_silent_about_what_is_well(edit):
    """What looks like a fault and is none."""
    assert in_short(said(template("report", edit))) == []


@pytest.mark.parametrize("broken", HYGIENE.values(), ids=list(HYGIENE))
def test_says_what_a_broken_template_carries(broken):
    """Each fault is said once, at its place, and nothing else is."""
    name, edits, expected = broken

    findings = said(template(name, *edits))

    assert in_short(findings) == [expected]
    assert findings[0].remedy


def spots_and_sentences(*edits):
    """Where each finding stands, and what it says."""
    return [(finding.where.spot, finding.sentence) for finding in said(template("report", *edits))]


def test_the_first_five_comments_are_told_and_the_rest_counted():
    """Eight comments are five places and a number."""
    found = spots_and_sentences(comments_part(8), below_summary(commented(8)))

    assert [spot for spot, _ in found] == [f'under "Summary", the paragraph "Point {at}"' for at in range(5)] + [""]
    assert found[-1][1] == "there are three more comments"


def test_the_first_five_tracked_changes_are_told_and_the_rest_counted():
    """Six paragraphs with tracked changes are five places and a number."""
    found = spots_and_sentences(below_summary(CHANGED * 6))

    assert len(found) == 6
    assert found[-1] == ("", "there are tracked changes in one more paragraph")


def test_the_first_five_hidden_texts_are_told_and_the_rest_counted():
    """Seven paragraphs with hidden words are five places and a number."""
    found = spots_and_sentences(below_summary(paragraph("Not sure", run="<w:vanish/>") * 7))

    assert len(found) == 6
    assert found[-1] == ("", "there is hidden text in two more paragraphs")


def test_a_watermark_in_every_header_is_told_once():
    """Word puts a watermark into the first, the even and the other headers."""
    three = [(HEADER, "<w:p>", WATERMARK * 3 + "<w:p>")]

    assert len(spots_and_sentences(*three)) == 1


def test_a_date_within_another_field_is_told():
    """Fields stand inside fields."""
    inner = field("DATE").removeprefix("<w:p>").removesuffix("</w:p>")
    outer = field("IF </w:instrText></w:r>" + inner + "<w:r><w:instrText> = 1 2 3")

    (finding,) = said(template("report", below_summary(outer)))

    assert finding.sentence == "the field { DATE } makes every paper print the day on which it is opened"


def test_a_name_is_told_where_no_council_is_known():
    """A file that belongs to no set is judged by itself."""
    edit = (CORE, "<dc:creator>{{ council }}", "<dc:creator>Jane Smith")

    (finding,) = said(template("report", edit), of_sefton=False)

    assert finding.sentence == 'Author is "Jane Smith"'
    assert "{{ council }}" in finding.remedy


@pytest.mark.parametrize("value", HOSTILE.values(), ids=list(HOSTILE))
def test_values_that_make_no_sense_stop_nothing(value):
    """Whatever stands where Word expects a name or a number is passed over."""
    edits = [edit for _, edits, _ in HYGIENE.values() for edit in edits]

    assert all(str(finding) for finding in said(hostile(edits, value)))
