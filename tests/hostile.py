"""Workbooks as nobody should make them, put together part by part: what Excel, or a person, never wrote."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping

from tests.builders import PLAN, ROOT, a_workbook, rows_of

Part = str | bytes | None
SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
STYLES, RELATIONS, TYPES = "xl/styles.xml", "xl/_rels/workbook.xml.rels", "[Content_Types].xml"
COMMENTS, SHEET_RELATIONS = "xl/comments1.xml", "xl/worksheets/_rels/sheet1.xml.rels"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATED = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

with zipfile.ZipFile(io.BytesIO(a_workbook(PLAN))) as _good:
    PARTS: dict[str, bytes] = {name: _good.read(name) for name in _good.namelist()}


def part(name: str) -> str:
    """A part of the good workbook, as text."""
    return PARTS[name].decode("utf-8")


def zipped(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A zip of `parts` in their order; a name may come twice, and hold anything."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, data in parts:
            entry = zipfile.ZipInfo("x")
            entry.filename, entry.compress_type = name, zipfile.ZIP_DEFLATED
            package.writestr(entry, data)
    return content.getvalue()


def workbook(changes: Mapping[str, Part]) -> bytes:
    """The good workbook with some parts changed or added; None takes one out."""
    parts = {**PARTS, **changes}
    return zipped((name, data) for name, data in parts.items() if data is not None)


def cell(reference: str, words: str, kind: str = "inlineStr") -> str:
    """A cell of a sheet; `words` are XML already."""
    inside = f"<is><t>{words}</t></is>" if kind == "inlineStr" else f"<v>{words}</v>"
    return f'<c r="{reference}" t="{kind}">{inside}</c>'


def row(number: int, cells: Iterable[str], kind: str = "inlineStr") -> str:
    """A row of a sheet, its cells from column A."""
    drawn = "".join(cell(f"{letter}{number}", words, kind) for letter, words in zip("ABCDEFGHIJ", cells, strict=False))
    return f'<row r="{number}">{drawn}</row>'


ROWS = "".join(row(number, (words or "" for words in cells)) for number, cells in enumerate(rows_of(PLAN), 1))


def sheet(rows: str = ROWS, before: str = "", after: str = "", start: str = DECLARATION) -> str:
    """A sheet of `rows`, with what stands before and after them."""
    return f'{start}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'


def with_sheet(rows: str = ROWS, before: str = "", after: str = "", start: str = DECLARATION) -> bytes:
    """A workbook of that one sheet."""
    return workbook({SHEET: sheet(rows, before, after, start)})


def with_strings(strings: str, rows: str = ROWS, start: str = DECLARATION) -> bytes:
    """A workbook whose shared texts are the <si> elements of `strings`."""
    types = part(TYPES).replace(
        "</Types>", f'<Override PartName="/{STRINGS}" ContentType="{_KIND}.sharedStrings+xml"/></Types>'
    )
    relation = f'<Relationship Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml" Id="rId9"/></Relationships>'
    return workbook({
        TYPES: types,
        RELATIONS: part(RELATIONS).replace("</Relationships>", relation),
        STRINGS: f'{start}<sst xmlns="{MAIN}">{strings}</sst>',
        SHEET: sheet(rows),
    })  # fmt: skip


def with_comments(comments: str, start: str = DECLARATION) -> bytes:
    """A workbook whose sheet has the <comment> elements of `comments`."""
    body = f"<authors><author>Head of Service</author></authors><commentList>{comments}</commentList>"
    return workbook({
        SHEET_RELATIONS: relations(("rId1", "comments", "/" + COMMENTS)),
        COMMENTS: f'{start}<comments xmlns="{MAIN}">{body}</comments>',
    })  # fmt: skip


def relations(*related: tuple[str, str, str]) -> str:
    """A part of relationships: id, kind and target of each."""
    each = (f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/>' for id, kind, target in related)
    return f'<Relationships xmlns="{_RELATED}">{"".join(each)}</Relationships>'


def with_sheets(names: Iterable[str]) -> bytes:
    """A workbook that lists sheets by `names`, as XML already; each is the same part."""
    listed = "".join(f'<sheet name="{name}" sheetId="{number}" r:id="rId1"/>' for number, name in enumerate(names, 1))
    return workbook({BOOK: f'<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}"><sheets>{listed}</sheets></workbook>'})


def with_styles(more: str, before: str) -> bytes:
    """A workbook whose list of styles holds `more` before the closing tag `before`."""
    return workbook({STYLES: part(STYLES).replace(before, more + before)})


def bombed(name: str, bomb: str) -> bytes:
    """A workbook in which the part `name` starts with the declarations of `bomb` and has &z; among its words."""
    if name == STRINGS:
        return with_strings("<si><t>&z;</t></si>", start=bomb)
    if name == COMMENTS:
        return with_comments('<comment ref="A1" authorId="0"><text><t>&z;</t></text></comment>', start=bomb)
    words = part(name)
    return workbook({name: bomb + words.replace("><", ">&z;<", 1)})


LAUGHS = "<!DOCTYPE x [<!ENTITY a 'ha'>{}]>".format(
    "".join(f"<!ENTITY {now} '{f'&{before};' * 10}'>" for before, now in zip("abcdefghi", "bcdefghiz", strict=True))
)
QUADRATIC = f"<!DOCTYPE x [<!ENTITY a '{'a' * 50_000}'><!ENTITY z '{'&a;' * 50_000}'>]>"
OUTSIDE = "<!DOCTYPE x [<!ENTITY z SYSTEM 'file:///etc/passwd'>]>"
BOMBS = {"laughs": LAUGHS, "quadratic": QUADRATIC, "outside": OUTSIDE}


def zeros(megabytes: int, declared: int | None = None) -> bytes:
    """A workbook with a part of that many MB of zeros; `declared` is the size that its headers give instead.

    Ten megabytes are deflated once and repeated, so that 10 GB take no time to make.
    """
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    piece = packer.compress(bytes(10_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    packed = piece * (megabytes // 10) + b"\x03\x00"
    size = megabytes * 1_000_000 if declared is None else declared
    return _with_raw_part(packed, min(size, 0xFFFFFFFE))


def _with_raw_part(packed: bytes, size: int) -> bytes:
    """The good workbook with its sheet's deflated bytes and declared size replaced."""
    before = zipped((name, data) for name, data in PARTS.items() if name != SHEET)
    end = before.rindex(b"PK\5\6")
    count, _, start = struct.unpack("<HLL", before[end + 10 : end + 20])
    name = SHEET.encode()
    facts = struct.pack("<HHHHHLLLHH", 20, 0, 8, 0, 0x21, 0, len(packed), size, len(name), 0)
    local = b"PK\3\4" + facts + name + packed
    entry = b"PK\1\2\x14\0" + facts + struct.pack("<HHHLL", 0, 0, 0, 0, start) + name
    directory = before[start:end] + entry
    closing = struct.pack("<HHHHLLH", 0, 0, count + 1, count + 1, len(directory), start + len(local), 0)
    return before[:start] + local + directory + b"PK\5\6" + closing


def overlapping(entries: int) -> bytes:
    """A workbook with `entries` names in its directory that all stand for the same 10 MB of zeros."""
    good = zeros(10)
    end = good.rindex(b"PK\5\6")
    _, length, start = struct.unpack("<HLL", good[end + 10 : end + 20])
    directory = good[start:end]
    last = directory[directory.rindex(b"PK\1\2") :]
    more = b"".join(last.replace(b"sheet1", b"%06d" % number) for number in range(entries))
    closing = struct.pack("<HHHHLLH", 0, 0, 0xFFFF, 0xFFFF, length + len(more), start, 0)
    return good[:end] + more + b"PK\5\6" + closing


STYLED = '<row r="{0}"><c r="A{0}" s="0"/></row>'


def a_docx() -> bytes:
    """A Word document."""
    return (ROOT / "templates" / "sefton" / "report.docx").read_bytes()


def empty_rows(count: int) -> str:
    """The good rows, and below them rows with one empty cell that has a style."""
    return ROWS + "".join([STYLED.format(number) for number in range(4, count + 4)])


def one_cell(text: str, kind: str = "inlineStr") -> bytes:
    """The good plan with the progress of its last action changed."""
    good = cell("F3", "It is in use")
    assert good in ROWS
    return with_sheet(ROWS.replace(good, cell("F3", text, kind)))


def bad_cell(xml: str) -> bytes:
    """The good plan with that cell replaced."""
    return with_sheet(ROWS.replace(cell("F3", "It is in use"), xml))


def utf16(content: bytes) -> bytes:
    """A workbook with every part in UTF-16."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [(name, package.read(name).decode("utf-8")) for name in package.namelist()]
    start = '<?xml version="1.0" encoding="UTF-16"?>'
    return zipped((name, (start + re.sub(r"^<\?xml[^>]*\?>", "", text)).encode("utf-16")) for name, text in parts)


def strict() -> bytes:
    """The good workbook as Excel saves Strict Open XML."""

    def said(text: str) -> str:
        return text.replace(MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    return workbook({name: said(data.decode("utf-8")) for name, data in PARTS.items()})


def leading_out(target: str) -> bytes:
    """The good workbook with its sheet said to be somewhere else."""
    return workbook({RELATIONS: part(RELATIONS).replace("/xl/worksheets/sheet1.xml", target)})


def inside(name: str, xml: str) -> str:
    """An element of that name round `xml`."""
    return f"<{name}>{xml}</{name}>"


def levels(count: int) -> str:
    """Elements in each other."""
    return "<a>" * count + "</a>" * count


def full_rows(count: int) -> str:
    """Rows of ten short texts, without their numbers."""
    return inside("row", '<c t="inlineStr"><is><t>x</t></is></c>' * 10) * count


def merged(ranges: int, overlapping: bool) -> bytes:
    """The good plan with merged cells below it, apart or over each other."""
    each = (f"A{10 if overlapping else at}:C{at + 3 if overlapping else at}" for at in range(10, 10 + ranges))
    return with_sheet(after=inside("mergeCells", "".join([f'<mergeCell ref="{ref}"/>' for ref in each])))


def sheets_of(count: int, rows: str) -> bytes:
    """The good workbook and `count` sheets more, each with `rows`."""
    listed = "".join(f'<sheet xmlns:r="{_OFFICE}" name="s{n}" sheetId="{n + 5}" r:id="s{n}"/>' for n in range(count))
    related = "".join(
        f'<Relationship Type="{_OFFICE}/worksheet" Target="worksheets/s{n}.xml" Id="s{n}"/>' for n in range(count)
    )
    return workbook({
        **{f"xl/worksheets/s{n}.xml": sheet(rows) for n in range(count)},
        BOOK: part(BOOK).replace("</sheets>", listed + "</sheets>"),
        RELATIONS: part(RELATIONS).replace("</Relationships>", related + "</Relationships>"),
    })  # fmt: skip


def hyperlinks(count: int) -> bytes:
    """The good plan with that many links in column A."""
    links = "".join([f'<hyperlink ref="A{n}" location="Actions!A1"/>' for n in range(1, count + 1)])
    return with_sheet(after=f"<hyperlinks>{links}</hyperlinks>")


def comments(count: int) -> bytes:
    """The good plan with that many comments in column A."""
    each = '<comment ref="A{}" authorId="0"><text><t>note</t></text></comment>'
    return with_comments("".join([each.format(n) for n in range(1, count + 1)]))


def names(count: int) -> bytes:
    """The good plan with that many defined names."""
    listed = "".join([f'<definedName name="n{n}">Actions!$A$1</definedName>' for n in range(count)])
    return workbook({BOOK: re.sub("<definedNames ?/>", inside("definedNames", listed), part(BOOK))})


def formats(count: int) -> bytes:
    """The good plan with that many formats of numbers."""
    each = "".join([f'<numFmt numFmtId="{200 + n}" formatCode="0.{"0" * (n % 30)}"/>' for n in range(count)])
    return workbook({STYLES: re.sub("<numFmts.*?/>", f"<numFmts>{each}</numFmts>", part(STYLES))})


def marked(count: int) -> bytes:
    """The good plan and rows of ten empty cells, each with a fill, white letters and a strike."""
    styles = part(STYLES)
    font = '<font><strike/><color rgb="FFFFFFFF"/></font></fonts>'
    fill = '<fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill></fills>'
    style = '<xf numFmtId="17" fontId="1" fillId="2" borderId="0" xfId="0"/></cellXfs>'
    for end, more in (("</fonts>", font), ("</fills>", fill), ("</cellXfs>", style)):
        styles = styles.replace(end, more)
    return workbook({STYLES: styles, SHEET: sheet(ROWS + inside("row", '<c s="1"/>' * 10) * (count // 10))})


def fullest() -> bytes:
    """As many styles, shared texts and cells as are read."""
    texts = inside("si", "<t>x</t>") * 149_000
    rows = ROWS + inside("row", '<c t="inlineStr"><is><t> </t></is></c>' * 10) * 19_000
    style = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment horizontal="left"/></xf>'
    with zipfile.ZipFile(io.BytesIO(with_strings(texts, rows))) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return workbook({**parts, STYLES: part(STYLES).replace("</cellXfs>", style * 65_000 + "</cellXfs>")})
