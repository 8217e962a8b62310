"""How a template looks: colours, sizes, tables, pictures, headings and lists."""

from __future__ import annotations

import io

import docx
import pytest

from tests.builders import TEMPLATES
from tests.writing.proofreading.broken import (
    DOCUMENT,
    END,
    FOOTER,
    HEADER,
    HEADINGS,
    HOSTILE,
    NAMESPACES,
    ROW,
    STYLES,
    TEXT_BOX,
    below_summary,
    cell,
    drawing,
    drawn,
    hostile,
    in_short,
    instead_of_summary,
    old_shape,
    paragraph,
    restyled,
    row,
    said,
    said_of,
    shading,
    style,
    table,
    template,
)

TAGS = (
    '</w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>'
    '<w:r><w:t xml:space="preserve">{{ action.status.colour }}'
)
PAINTED = TAGS.replace("{{", "{% cellbg action.status %}{{")
RAG_CELL = 'under "Actions", row 3, cell 8 of the table:'
GREEN_WORDS = '<w:r><w:rPr><w:color w:val="00513A"/></w:rPr>'
FIRST_ROW = '<w:tblStylePr w:type="firstRow"><w:rPr>'
UNDERLINED = '<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>Plan</w:t></w:r>'
NEW_BOX = drawing("", "anchor", "shape", TEXT_BOX)
OLD_BOX = old_shape(
    'style="position:absolute"', f"<v:textbox><w:txbxContent>{paragraph('Ask Jo')}</w:txbxContent></v:textbox>"
)
BOTH_BOXES = (
    f'<mc:AlternateContent {NAMESPACES}><mc:Choice Requires="wps">{NEW_BOX}</mc:Choice>'
    f"<mc:Fallback>{OLD_BOX}</mc:Fallback></mc:AlternateContent>"
)
DECORATIVE = drawing().replace(
    'name="Picture 1" />',
    'name="Picture 1"><a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><d:decorative val="1" '
    'xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst></wp:docPr>',
)

LOOK = {
    "a status on a painted cell": (
        "appendix",
        [(DOCUMENT, PAINTED, shading("74CFAE") + TAGS)],
        (
            "TP302",
            "error",
            f'{RAG_CELL} "{{{{ action.status.colour }}}}: {{{{ action.status.label }}}}"',
            "{{ action.status.colour }} is in a cell with a fill (74CFAE) of its own, whatever the status is",
        ),
    ),
    "a status in a colour of its own": (
        "appendix",
        [(DOCUMENT, PAINTED, TAGS.replace("<w:r>", GREEN_WORDS))],
        (
            "TP302",
            "error",
            f'{RAG_CELL} "{{{{ action.status.colour }}}}: {{{{ action.status.label }}}}"',
            "{{ action.status.colour }} is in a cell with a text colour (00513A) of its own, whatever the status is",
        ),
    ),
    "a painted cell that is painted over": (
        "appendix",
        [(DOCUMENT, PAINTED, shading("74CFAE") + PAINTED)],
        (
            "TP302",
            "note",
            f'{RAG_CELL} "{{% cellbg action.status %}}{{{{ action.status.colour }}}}: {{{{..."',
            "this cell has a fill (74CFAE) of its own, which no paper shows: cellbg paints over it",
        ),
    ),
    "a status typed by its colour": (
        "report",
        [below_summary(table(HEADINGS, row(cell("Recruit"), cell("Green: completed", shading("74CFAE")))) + END)],
        (
            "TP302",
            "warning",
            'under "Summary", row 2, cell 2 of the table: "Green: completed"',
            'the status "Green: completed" is typed into a cell painted by hand (74CFAE): the scheme does not reach it',
        ),
    ),
    "a status typed by another word": (
        "report",
        [
            below_summary(
                table(HEADINGS, row(cell("Recruit"), cell("BAU", shading("17346B"), run='<w:color w:val="FFFFFF"/>')))
                + END
            )
        ],
        (
            "TP302",
            "warning",
            'under "Summary", row 2, cell 2 of the table: "BAU"',
            'the status "BAU" is typed into a cell painted by hand (17346B): the scheme does not reach it',
        ),
    ),
    "pale words": (
        "report",
        [instead_of_summary(paragraph("{{p report.summary }}", run='<w:color w:val="8EAADB"/>'))],
        (
            "TP303",
            "error",
            'under "Summary", the paragraph "{{p report.summary }}"',
            "these words are coloured 8EAADB, a contrast of 2.3 to 1 with white: less than 4.5 to 1",
        ),
    ),
    "dark words on a dark cell": (
        "report",
        [
            below_summary(
                table(HEADINGS, row(cell("Recruit", shading("1F3864"), '<w:color w:val="404040"/>'), cell("Soon")))
                + END
            )
        ],
        (
            "TP303",
            "error",
            'under "Summary", row 2, cell 1 of the table: "Recruit"',
            "these words are coloured 404040, a contrast of 1.1 to 1 with the fill behind (1F3864): less than 4.5 to 1",
        ),
    ),
    "yellow highlight under white words": (
        "report",
        [below_summary(paragraph("Look here", run='<w:color w:val="FFFFFF"/><w:highlight w:val="yellow"/>'))],
        (
            "TP303",
            "error",
            'under "Summary", the paragraph "Look here"',
            "these words are coloured FFFFFF, a contrast of 1.0 to 1 with the fill behind (FFFF00): less than 4.5 to 1",
        ),
    ),
    "a pale header": (
        "report",
        [(STYLES, '<w:color w:val="404040"/>', '<w:color w:val="A6A6A6"/>')],
        (
            "TP303",
            "error",
            'in the header, the paragraph "{{ report.committee }}{{ report.meeting_date }}"',
            'the style "Header" is coloured A6A6A6, a contrast of 2.4 to 1 with white: less than 4.5 to 1',
        ),
    ),
    "a pale first row of a table style": (
        "summary",
        [(STYLES, FIRST_ROW, FIRST_ROW + '<w:color w:val="FFFFFF"/>')],
        (
            "TP303",
            "error",
            'under "How the plan stands", row 1, cell 1 of the table: "Status"',
            'the style "Committee Table" is coloured FFFFFF, a contrast of 1.3 to 1 with the fill behind (D9E2F3): '
            "less than 4.5 to 1",
        ),
    ),
    "a large pale heading": (
        "report",
        [(STYLES, '<w:color w:val="1F3864"/><w:sz w:val="28"/>', '<w:color w:val="4F81BD"/><w:sz w:val="28"/>')],
        (
            "TP303",
            "warning",
            'the heading "Summary"',
            'the style "Heading 1" is coloured 4F81BD, a contrast of 4.0 to 1 with white: less than 4.5 to 1',
        ),
    ),
    "a pale style of authors' texts": (
        "report",
        [restyled("List Letter", '<w:rPr><w:color w:val="A6A6A6"/></w:rPr>')],
        (
            "TP303",
            "error",
            "",
            'the style "List Letter" is coloured A6A6A6, a contrast of 2.4 to 1 with white: less than 4.5 to 1',
        ),
    ),
    "small table text": (
        "report",
        [restyled("Table Text", '<w:rPr><w:sz w:val="18"/></w:rPr>')],
        (
            "TP304",
            "warning",
            'under "{{ report.subject }}", row 1, cell 1 of the table: "Report to"',
            'the style "Table Text" is 9 pt, less than 12 pt',
        ),
    ),
    "words made small": (
        "report",
        [instead_of_summary(paragraph("{{p report.summary }}", run='<w:sz w:val="21"/>'))],
        (
            "TP304",
            "warning",
            'under "Summary", the paragraph "{{p report.summary }}"',
            "these words are 10.5 pt, less than 12 pt",
        ),
    ),
    "a small default": (
        "report",
        [(STYLES, '<w:sz w:val="24"/>', '<w:sz w:val="22"/>')],
        (
            "TP304",
            "warning",
            'under "{{ report.subject }}", row 1, cell 1 of the table: "Report to"',
            "the document's default is 11 pt, less than 12 pt",
        ),
    ),
    "no size at all": (
        "report",
        [(STYLES, '<w:sz w:val="24"/>', "")],
        (
            "TP304",
            "warning",
            'under "{{ report.subject }}", row 1, cell 1 of the table: "Report to"',
            "the document's default is 10 pt, less than 12 pt",
        ),
    ),
    "a small footer": (
        "report",
        [(FOOTER, "<w:r><w:t", '<w:r><w:rPr><w:sz w:val="16"/></w:rPr><w:t')],
        (
            "TP304",
            "warning",
            'in the footer, the paragraph "{{ council }}Page 1 of 1"',
            "these words are 8 pt, less than 12 pt",
        ),
    ),
    "a small style of authors' texts": (
        "report",
        [restyled("List Letter", '<w:rPr><w:sz w:val="22"/></w:rPr>')],
        ("TP304", "warning", "", 'the style "List Letter" is 11 pt, less than 12 pt'),
    ),
    "a small table style": (
        "report",
        [
            (
                STYLES,
                '<w:tblStylePr w:type="firstCol"><w:rPr>',
                '<w:tblStylePr w:type="firstCol"><w:rPr><w:sz w:val="20"/>',
            )
        ],
        (
            "TP304",
            "warning",
            'under "{{ report.subject }}", row 1, cell 1 of the table: "Report to"',
            'the style "Committee Table" is 10 pt, less than 12 pt',
        ),
    ),
    "a justified style": (
        "report",
        [
            (
                STYLES,
                '<w:name w:val="Normal"/><w:qFormat/>',
                '<w:name w:val="Normal"/><w:pPr><w:jc w:val="both"/></w:pPr>',
            )
        ],
        (
            "TP305",
            "note",
            'the heading "{{ report.subject }}"',
            'the style "Normal" is justified, with gaps of uneven width between its words',
        ),
    ),
    "a justified paragraph": (
        "report",
        [instead_of_summary(paragraph("{{p report.summary }}", '<w:jc w:val="both"/>'))],
        (
            "TP305",
            "note",
            'under "Summary", the paragraph "{{p report.summary }}"',
            "this paragraph is justified, with gaps of uneven width between its words",
        ),
    ),
    "a title in capitals": (
        "report",
        [(STYLES, '<w:color w:val="1F3864"/><w:sz w:val="40"/>', '<w:caps/><w:sz w:val="40"/>')],
        ("TP306", "note", 'the heading "{{ report.subject }}"', 'the style "Title" is in block capitals'),
    ),
    "words in capitals": (
        "report",
        [instead_of_summary(paragraph("{{p report.summary }}", run="<w:caps/>"))],
        (
            "TP306",
            "note",
            'under "Summary", the paragraph "{{p report.summary }}"',
            "these words are in block capitals",
        ),
    ),
    "underlined words": (
        "report",
        [instead_of_summary(paragraph("{{p report.summary }}", run='<w:u w:val="single"/>'))],
        (
            "TP307",
            "note",
            'under "Summary", the paragraph "{{p report.summary }}"',
            "these words are underlined like a link",
        ),
    ),
    "a table without headings": (
        "summary",
        [(DOCUMENT, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>")],
        (
            "TP308",
            "error",
            'under "How the plan stands", row 1, cell 1 of the table: "Status"',
            "the first row of this table is not marked as its headings",
        ),
    ),
    "three columns with the first as headings": (
        "report",
        [
            below_summary(
                table(row(cell("A"), cell("B"), cell("C")), row(cell("D"), cell("E"), cell("F")), look="0680") + END
            )
        ],
        (
            "TP308",
            "error",
            'under "Summary", row 1, cell 1 of the table: "A"',
            "the first row of this table is not marked as its headings",
        ),
    ),
    "a frame of one cell": (
        "report",
        [below_summary(table(row(cell("For decision"))) + END)],
        (
            "TP308",
            "error",
            'under "Summary", row 1, cell 1 of the table: "For decision"',
            "this table has only one row: it frames words and holds no data",
        ),
    ),
    "cells merged across": (
        "report",
        [below_summary(table(HEADINGS, row(cell("All", '<w:gridSpan w:val="2"/>'))) + END)],
        (
            "TP309",
            "warning",
            'under "Summary", row 2, cell 1 of the table: "All"',
            "this cell is merged over 2 columns",
        ),
    ),
    "cells merged down": (
        "report",
        [
            below_summary(
                table(
                    HEADINGS,
                    row(cell("All", '<w:vMerge w:val="restart"/>'), cell("B")),
                    row(cell("", "<w:vMerge/>"), cell("C")),
                )
                + END
            )
        ],
        (
            "TP309",
            "warning",
            'under "Summary", row 2, cell 1 of the table: "All"',
            "this cell is merged over several rows",
        ),
    ),
    "a table in a table": (
        "report",
        [below_summary(table(HEADINGS, row(cell("A"), f"<w:tc>{table(HEADINGS, ROW)}<w:p/></w:tc>")) + END)],
        (
            "TP310",
            "warning",
            'under "Summary", row 1, cell 1 of table 2: "Action"',
            "this table stands inside a cell of another",
        ),
    ),
    "rows over two pages": (
        "report",
        [below_summary(table(HEADINGS, ROW.replace("<w:cantSplit/>", "")) + END)],
        (
            "TP311",
            "note",
            'under "Summary", row 2, cell 1 of the table: "Recruit"',
            "some rows of this table may break over two pages",
        ),
    ),
    "two empty paragraphs": (
        "report",
        [below_summary("<w:p/><w:p/>")],
        ("TP312", "warning", 'under "Summary", an empty paragraph', "two empty paragraphs in a row make room here"),
    ),
    "an empty paragraph in a cell": (
        "report",
        [below_summary(table(HEADINGS, row(cell("Recruit"), cell("Soon").replace("</w:tc>", "<w:p/></w:tc>"))) + END)],
        ("TP312", "warning", 'under "Summary", row 2, cell 2 of the table', "an empty paragraph makes room here"),
    ),
    "more room than tables need": (
        "report",
        [below_summary(table(HEADINGS, ROW) + "<w:p/><w:p/>" + table(HEADINGS, ROW) + END)],
        ("TP312", "warning", 'under "Summary", an empty paragraph', "an empty paragraph makes room here"),
    ),
    "a paragraph of spaces": (
        "report",
        [below_summary(paragraph("   "))],
        ("TP312", "warning", 'under "Summary", an empty paragraph', "an empty paragraph makes room here"),
    ),
    "columns of tabs": (
        "report",
        [below_summary(paragraph("To:</w:t><w:tab/><w:tab/><w:tab/><w:t>{{ report.committee }}"))],
        (
            "TP313",
            "warning",
            'under "Summary", the paragraph "To:{{ report.committee }}"',
            "3 tabs in a row lay out these words",
        ),
    ),
    "columns of spaces": (
        "report",
        [below_summary(paragraph("Report to:      {{ report.committee }}"))],
        (
            "TP313",
            "warning",
            'under "Summary", the paragraph "Report to: {{ report.committee }}"',
            "6 spaces in a row lay out these words",
        ),
    ),
    "a picture without a description": (
        "report",
        [below_summary(drawn(drawing()))],
        ("TP314", "error", 'under "Summary", an empty paragraph', "a picture has no description"),
    ),
    "a picture described by its file": (
        "report",
        [below_summary(drawn(drawing('descr="crest.png"')))],
        (
            "TP314",
            "error",
            'under "Summary", an empty paragraph',
            'the description of a picture is a file\'s name, "crest.png"',
        ),
    ),
    "a crest without a description": (
        "report",
        [(HEADER, "<w:p>", drawn(drawing()) + "<w:p>")],
        ("TP314", "error", "in the header, an empty paragraph", "a picture has no description"),
    ),
    "an old picture": (
        "report",
        [below_summary(drawn(old_shape('style="width:9pt"', "<v:imagedata/>")))],
        ("TP314", "error", 'under "Summary", an empty paragraph', "a picture has no description"),
    ),
    "a picture that floats": (
        "report",
        [below_summary(drawn(drawing('descr="A map"', "anchor")))],
        ("TP315", "warning", 'under "Summary", an empty paragraph', "a picture floats over the text"),
    ),
    "a text box": (
        "report",
        [below_summary(drawn(drawing("", "anchor", "shape", TEXT_BOX)))],
        ("TP315", "warning", 'under "Summary", an empty paragraph', "words stand in a text box"),
    ),
    "a text box for every Word": (
        "report",
        [below_summary(drawn(BOTH_BOXES))],
        ("TP315", "warning", 'under "Summary", an empty paragraph', "words stand in a text box"),
    ),
    "a level that is skipped": (
        "report",
        [below_summary(paragraph("Detail", '<w:pStyle w:val="Heading3"/>'))],
        ("TP316", "warning", 'the heading "Detail"', "a heading of level 3 follows one of level 1"),
    ),
    "a first heading of level 2": (
        "summary",
        [(DOCUMENT, '<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Heading2"/>')],
        ("TP316", "warning", 'the heading "What this is about"', "the first heading is one of level 2"),
    ),
    "no heading": (
        "appendix",
        [(STYLES, '<w:outlineLvl w:val="0"/>', "")],
        ("TP316", "warning", "", "the document has no heading"),
    ),
    "a typed number": (
        "report",
        [below_summary(paragraph("1. The report be noted"))],
        (
            "TP317",
            "warning",
            'under "Summary", the paragraph "1. The report be noted"',
            'the number "1." is typed before the text',
        ),
    ),
    "a typed number and a tab": (
        "report",
        [below_summary(paragraph("2)</w:t><w:tab/><w:t>The report be noted"))],
        (
            "TP317",
            "warning",
            'under "Summary", the paragraph "2)The report be noted"',
            'the number "2)" is typed before the text',
        ),
    ),
    "a typed letter": (
        "report",
        [below_summary(paragraph("(a) The report be noted"))],
        (
            "TP317",
            "warning",
            'under "Summary", the paragraph "(a) The report be noted"',
            'the number "(a)" is typed before the text',
        ),
    ),
    "a typed bullet": (
        "report",
        [below_summary(paragraph("– The report be noted"))],
        (
            "TP317",
            "warning",
            'under "Summary", the paragraph "– The report be noted"',
            'the bullet "–" is typed before the text',
        ),
    ),
    "a typed number of a heading": (
        "report",
        [below_summary(paragraph("1.1 Background", '<w:pStyle w:val="Heading2"/>'))],
        ("TP317", "warning", 'the heading "1.1 Background"', 'the number "1.1" is typed before the text'),
    ),
}


SILENT = {
    "a status on what cellbg paints": below_summary(
        table(HEADINGS, row(cell("A"), cell("{% cellbg x.status %}{{ x.status.label }}"))) + END
    ),
    "the meaning of a status on grey": below_summary(
        table(HEADINGS, row(cell("A"), cell("{{ row.status.meaning }}", shading("D9D9D9")))) + END
    ),
    "words that are no status on a fill": below_summary(
        table(HEADINGS, row(cell("A"), cell("Greenhouse", shading("74CFAE")))) + END
    ),
    "a heading that happens to be a status, on the fill of headings": below_summary(
        table(row(cell("Complete", shading("D9E2F3")), cell("B"), properties="<w:cantSplit/><w:tblHeader/>"), ROW) + END
    ),
    "white words on a dark cell": below_summary(
        table(HEADINGS, row(cell("A", shading("1F3864"), '<w:color w:val="FFFFFF"/>'), cell("B"))) + END
    ),
    "words on a dark cell whose colour Word chooses": below_summary(
        table(HEADINGS, row(cell("A", shading("1F3864")), cell("B"))) + END
    ),
    "a dark first row of a table style with white words": (
        STYLES,
        f"{FIRST_ROW}<w:b/><w:bCs/></w:rPr><w:tblPr/><w:tcPr>{shading('D9E2F3')}",
        f'{FIRST_ROW}<w:b/><w:color w:val="FFFFFF"/></w:rPr><w:tblPr/><w:tcPr>{shading("1F3864")}',
    ),
    "a colour that is none": below_summary(paragraph("Look", run='<w:color w:val="salmon"/>')),
    "pale and small tags that go away": below_summary(
        paragraph("{%p if plan.total %}", run='<w:color w:val="A6A6A6"/><w:sz w:val="8"/>')
        + paragraph("{%p endif %}", run='<w:sz w:val="8"/>')
    ),
    "a style that nothing is in": style("Tiny", '<w:rPr><w:caps/><w:sz w:val="8"/><w:color w:val="EEEEEE"/></w:rPr>'),
    "a link": below_summary(f'<w:p><w:hyperlink w:anchor="a">{UNDERLINED}</w:hyperlink></w:p>'),
    "words in the style of links": below_summary(paragraph("Plan", run='<w:rStyle w:val="Hyperlink"/>')),
    "capitals that are switched off": below_summary(paragraph("Plan", run='<w:caps w:val="0"/><w:u w:val="none"/>')),
    "a table of two columns with headings at the left": below_summary(table(ROW, ROW, look="0680") + END),
    "a table in the header": (HEADER, "<w:p>", table(row(cell("Crest"), cell("Address"))) + "<w:p>"),
    "a row with a tag above the headings": below_summary(
        table(row(cell("{%tr if plan.total %}"), cell("")), HEADINGS, ROW, row(cell("{%tr endif %}"), cell(""))) + END
    ),
    "a merged row that goes away": below_summary(
        table(
            HEADINGS,
            row(cell("{%tr for a in plan.groups %}", '<w:gridSpan w:val="2"/>')),
            ROW,
            row(cell("{%tr endfor %}", '<w:gridSpan w:val="2"/>')),
        )
        + END
    ),
    "the paragraph between two tables": below_summary(table(HEADINGS, ROW) + "<w:p/>" + table(HEADINGS, ROW) + END),
    "the paragraph between the tables of a loop": below_summary(
        paragraph("{%p for group in plan.groups %}") + table(HEADINGS, ROW) + "<w:p/>" + paragraph("{%p endfor %}")
    ),
    "a page break": below_summary(
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>'
    ),
    "the end of a section": below_summary("<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"),
    "one tab, and spaces in a tag": below_summary(paragraph("To:</w:t><w:tab/><w:t>{{   report.committee   }}")),
    "a described picture": below_summary(drawn(drawing('descr="A map of the wards"'))),
    "a decorative picture": below_summary(drawn(DECORATIVE)),
    "a line across the page": below_summary(
        drawn(old_shape('o:hr="t" xmlns:o="urn:schemas-microsoft-com:office:office"'))
    ),
    "a described crest that floats in the header": (
        HEADER,
        "<w:p>",
        drawn(drawing('descr="Crest"', "anchor")) + "<w:p>",
    ),
    "a heading of a higher level": below_summary(
        paragraph("Part", '<w:pStyle w:val="Heading2"/>') + paragraph("Next", '<w:pStyle w:val="Heading1"/>')
    ),
    "figures and dates before text": below_summary(
        paragraph("1 January 2021 is too late")
        + paragraph("2.5 million pounds")
        + paragraph("12 of them")
        + paragraph("e.g. a plan")
        + paragraph("10.30am at the Town Hall")
        + paragraph("A. Smith, Chair")
    ),
    "a number in a list": below_summary(paragraph("1. The report be noted", '<w:pStyle w:val="ListBullet"/>')),
}


@pytest.mark.parametrize("edit", SILENT.values(), ids=list(SILENT))
def test_is_silent_about_what_is_well(edit):
    """What looks like a fault and is none."""
    assert in_short(said(template("report", edit))) == []


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/*.docx")), ids=lambda path: f"{path.parent.name} {path.stem}")
def test_is_silent_about_the_shipped_templates(path):
    """Nothing is wrong with how they look and what they carry, not even a note."""
    assert in_short(said_of(path)) == []


@pytest.mark.parametrize("broken", LOOK.values(), ids=list(LOOK))
def test_says_how_a_broken_template_looks(broken):
    """Each fault is said once, at its place, and nothing else is."""
    name, edits, expected = broken

    findings = said(template(name, *edits))

    assert in_short(findings) == [expected]
    assert findings[0].remedy


def test_says_how_to_mend_it_in_words_of_word():
    """A remedy names what people click on, and the style where it is one's."""
    (of_style,) = said(template("report", restyled("Table Text", '<w:rPr><w:sz w:val="18"/></w:rPr>')))
    (of_table,) = said(template("summary", (DOCUMENT, "<w:cantSplit/><w:tblHeader/>", "<w:cantSplit/>")))
    (of_status,) = said(template("appendix", (DOCUMENT, PAINTED, shading("74CFAE") + TAGS)))

    assert of_style.remedy == 'Home, Styles, right click "Table Text", Modify: choose 12 or more'
    assert of_table.remedy == "click in that row and choose Layout, Repeat Header Rows"
    assert of_status.remedy.endswith("then start the cell with {% cellbg action.status %}")


def test_two_faults_in_one_place_are_both_said():
    """A small, pale, justified paragraph is three faults, and none hides another."""
    spoilt = paragraph("Look", '<w:jc w:val="both"/>', '<w:color w:val="A6A6A6"/><w:sz w:val="16"/>')

    codes = [finding.code for finding in said(template("report", below_summary(spoilt)))]

    assert codes == ["TP303", "TP304", "TP305"]


def test_statuses_are_those_of_the_council():
    """A word on a fill is no status where the council has no scheme."""
    typed = table(HEADINGS, row(cell("Recruit"), cell("Green", shading("74CFAE")))) + END

    assert [finding.code for finding in said(template("report", below_summary(typed)))] == ["TP302"]
    assert said(template("report", below_summary(typed)), of_sefton=False) == []


def test_tells_what_python_docx_makes():
    """A plain document of python-docx: 11 point, pale headings, a table without headings, American English."""
    document = docx.Document()
    document.add_heading("Plan", 1)
    document.add_paragraph("Some words.")
    document.add_heading("Detail", 3)
    made = document.add_table(2, 3)
    for cell_there in made._cells:
        cell_there.text = "Words"
    document.add_paragraph("End")
    content = io.BytesIO()
    document.save(content)

    found = [(finding.code, finding.where.spot) for finding in said(content.getvalue(), of_sefton=False)]

    assert found == [
        ("TP301", ""),
        ("TP303", 'the heading "Detail"'),
        ("TP304", 'under "Plan", the paragraph "Some words."'),
        ("TP308", 'under "Detail", row 1, cell 1 of the table: "Words"'),
        ("TP311", 'under "Detail", row 1, cell 1 of the table: "Words"'),
        ("TP316", 'the heading "Detail"'),
        ("TP320", ""),
        ("TP325", ""),
    ]


@pytest.mark.parametrize("value", HOSTILE.values(), ids=list(HOSTILE))
def test_values_that_make_no_sense_stop_nothing(value):
    """Whatever stands where Word expects a size, a colour or a style is passed over."""
    edits = [edit for _, edits, _ in LOOK.values() for edit in edits]

    assert all(str(finding) for finding in said(hostile(edits, value)))


def test_styles_that_are_based_on_each_other_stop_nothing():
    """A circle of styles ends, and what they set still counts."""
    circle = [
        style("Round", '<w:basedOn w:val="About"/>'),
        style("About", '<w:basedOn w:val="Round"/><w:rPr><w:sz w:val="18"/></w:rPr>'),
    ]

    (finding,) = said(template("report", *circle, below_summary(paragraph("Look", '<w:pStyle w:val="Round"/>'))))

    assert finding.sentence == 'the style "About" is 9 pt, less than 12 pt'
