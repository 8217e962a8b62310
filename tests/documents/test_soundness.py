"""Whether what is built is a sound Word document: its package, its references, the order of its properties."""

from __future__ import annotations

import io
import posixpath
import re

import docx
import pytest

from tests.documents.opened import DOCUMENTS, PAPERS, W, built, changed, parts, words, xml

EVERY = [(paper, name) for paper in PAPERS for name in DOCUMENTS]
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
BY_ID = ("header", "footer", "hyperlink", "image")

# The children of each kind of properties in the order that ISO/IEC 29500-1 gives them (wml.xsd, transitional).
ORDER = {
    "rPr": "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid "
    "vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em "
    "lang eastAsianLayout specVanish oMath rPrChange",
    "pPr": "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange",
    "tcPr": "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark "
    "headers cellIns cellDel cellMerge tcPrChange",
    "tblPr": "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing "
    "tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription tblPrChange",
    "numPr": "ilvl numId numberingChange ins",
    "lvl": "start numFmt lvlRestart pStyle isLgl suff lvlText lvlPicBulletId legacy lvlJc pPr rPr",
    "num": "abstractNumId lvlOverride",
    "numbering": "numPicBullet abstractNum num numIdMacAtCleanup",
    "style": "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked "
    "personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr",
    "sectPr": "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType "
    "pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings",
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
}


@pytest.fixture(params=EVERY, ids="/".join)
def content(request):
    """Each document of each example."""
    return built(request.param[0])[request.param[1]]


def wordprocessing_parts(content):
    """The parts under word/ that are XML, parsed, by name."""
    return {name: xml(content, name) for name in parts(content) if name.startswith("word/") and name.endswith(".xml")}


def out_of_order(root):
    """Each element below `root` whose children stand in another order than the schema's."""
    found = []
    for element in root.iter("*"):
        name = element.tag.removeprefix(W)
        if name in ORDER:
            order = ORDER[name].split()
            children = [child.tag.removeprefix(W) for child in element]
            if any(child not in order for child in children) or children != sorted(children, key=order.index):
                found.append((name, children))
    return found


def test_properties_stand_in_the_order_of_the_schema(content):
    """Word calls a document damaged whose properties are out of order."""
    for name, root in wordprocessing_parts(content).items():
        assert out_of_order(root) == [], name


def test_the_order_of_properties_is_really_looked_at():
    """A fill before the width of a cell is found."""
    cell = f'<w:tcPr xmlns:w="{W[1:-1]}"><w:shd w:val="clear"/><w:tcW w:w="1" w:type="dxa"/></w:tcPr>'

    assert out_of_order(docx.oxml.parse_xml(f"<x>{cell}</x>")) == [("tcPr", ["shd", "tcW"])]


def test_python_docx_opens_it(content):
    """Another library opens it and finds its title, as a reader's window shows it."""
    document = docx.Document(io.BytesIO(content))

    assert document.core_properties.title
    assert document.core_properties.author == "Sefton Council"
    assert document.core_properties.title in document.paragraphs[0].text


def test_its_language_is_british_english(content):
    """A screen reader is told by the document's defaults to read English as spoken in Britain."""
    (language,) = xml(content, "word/styles.xml").findall(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")

    assert language.get(f"{W}val") == "en-GB"


def test_there_are_no_empty_paragraphs(content):
    """White space is made by styles; an empty paragraph is noise to a screen reader."""
    body = xml(content).find(f"{W}body")

    assert [p for p in body.iter(f"{W}p") if not words(p).strip() and not list(p.iter(f"{W}drawing"))] == []


def test_ids_of_drawings_are_unique(content):
    """No two drawings of a document share an id."""
    ids = [element.get("id") for element in xml(content).iter("*") if element.tag.endswith("}docPr")]

    assert len(ids) == len(set(ids))


def test_every_relationship_leads_somewhere_and_is_used(content):
    """Internal targets are parts of the package, ids are unique, and those that need a reference have one."""
    named = parts(content)
    for part in [name for name in named if name.endswith(".rels")]:
        folder, _, file = part.rpartition("_rels/")
        source = named.get(folder + file.removesuffix(".rels"), b"").decode()
        ids = []
        for rel in xml(content, part).iter(f"{PACKAGE}Relationship"):
            ids.append(rel.get("Id"))
            if rel.get("TargetMode") != "External":
                assert posixpath.normpath(posixpath.join(folder, rel.get("Target"))) in named
            if rel.get("Type").rpartition("/")[2] in BY_ID:
                assert f'"{rel.get("Id")}"' in source
        assert len(ids) == len(set(ids))
        assert set(re.findall(r' r:(?:id|embed|link)="([^"]*)"', source)) <= set(ids)


def test_every_part_is_reached_and_has_a_content_type(content):
    """No part lies loose in the package: a relationship leads to it, and the list of types knows it."""
    named = parts(content)
    reached = {"[Content_Types].xml"}
    for part in [name for name in named if name.endswith(".rels")]:
        reached.add(part)
        folder = part.rpartition("_rels/")[0]
        reached |= {posixpath.normpath(folder + rel.get("Target")) for rel in xml(content, part)}
    types = xml(content, "[Content_Types].xml")
    overrides = {each.get("PartName").removeprefix("/") for each in types.iter(f"{TYPES}Override")}
    defaults = {each.get("Extension") for each in types.iter(f"{TYPES}Default")}

    assert set(named) <= reached
    assert overrides <= set(named)
    for name in set(named) - {"[Content_Types].xml"}:
        assert name in overrides or (name.rpartition(".")[2] in defaults - {"xml"}), name


def test_every_style_that_is_used_is_defined(content):
    """Styles of paragraphs, runs and tables, and those they are based on, are in the style sheet."""
    defined = {style.get(f"{W}styleId") for style in xml(content, "word/styles.xml").iter(f"{W}style")}
    used = {
        element.get(f"{W}val")
        for root in wordprocessing_parts(content).values()
        for element in root.iter(*(W + name for name in ("pStyle", "rStyle", "tblStyle", "basedOn", "next", "link")))
    }

    assert used <= defined


def test_every_list_that_is_used_is_defined(content):
    """Each number of a list stands in the numbering part, and each list has its definition there."""
    numbering = xml(content, "word/numbering.xml")
    lists = [num.get(f"{W}numId") for num in numbering.findall(f"{W}num")]
    definitions = {each.get(f"{W}abstractNumId") for each in numbering.findall(f"{W}abstractNum")}
    used = {
        element.get(f"{W}val") for root in wordprocessing_parts(content).values() for element in root.iter(f"{W}numId")
    }

    assert len(lists) == len(set(lists))
    assert used - {"0"} <= set(lists)
    assert {num.find(f"{W}abstractNumId").get(f"{W}val") for num in numbering.findall(f"{W}num")} <= definitions


def test_the_columns_of_a_table_are_those_of_its_rows(content):
    """Every row has a cell for each column of the grid, and the columns are as wide as the table."""
    for table in xml(content).iter(f"{W}tbl"):
        columns = [int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        assert {len(row.findall(f"{W}tc")) for row in table.findall(f"{W}tr")} == {len(columns)}
        width = table.find(f"{W}tblPr/{W}tblW")
        if width.get(f"{W}type") == "dxa":
            assert int(width.get(f"{W}w")) == sum(columns)


def test_headings_go_down_one_level_at_a_time(content):
    """A reader who jumps from heading to heading finds none left out."""
    last = 0
    for style in xml(content).iter(f"{W}pStyle"):
        found = re.fullmatch(r"Heading(\d)", style.get(f"{W}val"))
        if found:
            assert int(found[1]) <= last + 1
            last = int(found[1])


def test_nothing_of_its_making_is_left_in_it(content):
    """No tags, tracked changes, comments, hidden text, revision ids, custom data or markers of the agenda system."""
    whole = "".join(part.decode("utf-8") for name, part in parts(content).items() if name.endswith((".xml", ".rels")))

    assert not re.findall(r"\{\{|\{%|<w:(?:ins|del|vanish|rsid\w*|comment\w*)\b|w:rsid|&lt;/?AI\d|customXml", whole)


def test_a_judge_nobody_here_wrote_finds_nothing(content, tmp_path):
    """ooxml-integrity has no finding of any severity."""
    judge = pytest.importorskip("ooxml_integrity", reason="pip install ooxml-integrity==0.8.4")
    path = tmp_path / "judged.docx"
    path.write_bytes(content)

    assert [str(finding) for finding in judge.check(str(path))] == []


def test_that_judge_does_speak(tmp_path):
    """The same judge has something to say of a link that leads nowhere."""
    judge = pytest.importorskip("ooxml_integrity", reason="pip install ooxml-integrity==0.8.4")
    path = tmp_path / "judged.docx"
    spoiled = changed(built("jtai-2021-03")["report.docx"], 'r:id="rIdText1"', 'r:id="rIdLost"')
    path.write_bytes(spoiled)

    assert judge.check(str(path))
