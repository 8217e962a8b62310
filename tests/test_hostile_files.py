"""Files made to do harm, or by accident as if they were: each is read, or refused in a sentence, soon and in little room.

Whole processes of `papers check` and `papers build` are run, two at a time, and what they used is measured.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pytest



from tests import hostile as h
from tests.builders import NARRATIVE, PLAN, REPORT, ROOT, a_folder, a_workbook

PAPERS = Path(sys.executable).with_name("papers")
ONE_RUN = ROOT / "bench" / "one_run.py"
MOST_SECONDS, MOST_MEMORY = 10.0, 500_000_000
GOOD = a_workbook(PLAN)


@dataclass(frozen=True)
class Outcome:
    """How a process ended: its status, what it printed, the CPU seconds and the memory that it took."""

    status: int
    said: str
    seconds: float
    peak: float


def ran(scratch: Path, *arguments: str | Path) -> Outcome:
    """Run `papers` to its end; a process of its own measures it, as a child's peak starts at its parent's."""
    output = scratch / "output"
    command = [sys.executable, "-I", "-S", ONE_RUN, output, PAPERS, *arguments]
    env = {**os.environ, "XDG_CACHE_HOME": str(scratch.parent / "cache"), "COLUMNS": "200"}
    measured = subprocess.run(command, capture_output=True, text=True, env=env, timeout=120, check=True).stdout
    status, seconds, peak = measured.split()
    return Outcome(int(status), output.read_text("utf-8", "replace"), float(seconds), float(peak))


def ended_well(outcome: Outcome) -> None:
    """It kept to its time and its room, and no traceback was printed."""
    assert "Traceback" not in outcome.said, outcome.said[-3000:]
    assert outcome.seconds < MOST_SECONDS, outcome
    assert outcome.peak < MOST_MEMORY, outcome


Made = Callable[[], bytes]
READ, WRONG, REFUSED = 0, 1, 3
NOT_A_WORKBOOK = "this is not an Excel workbook, or it is damaged; save it as Excel Workbook"
NO_WORKBOOK = "there is no workbook in this file; save it as Excel Workbook"
DAMAGED = "this workbook is damaged; open it in Excel, save it again and retry"
DO_NOT_TRUST = "which Excel never does; do not trust it"
OLD_OR_LOCKED = "protected by a password or of the old .xls kind; remove the password or save it"
TOO_LARGE = "delete the empty ones"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
STYLED = '<row r="{0}"><c r="A{0}" s="0"/></row>'


def a_docx() -> bytes:
    return (ROOT / "templates" / "sefton" / "report.docx").read_bytes()


def empty_rows(count: int) -> str:
    return h.ROWS + "".join([STYLED.format(number) for number in range(4, count + 4)])


def one_cell(text: str, kind: str = "inlineStr") -> bytes:
    """The good plan with the progress of its last action changed."""
    good = h.cell("F3", "It is in use")
    assert good in h.ROWS
    return h.with_sheet(h.ROWS.replace(good, h.cell("F3", text, kind)))


def bad_cell(xml: str) -> bytes:
    return h.with_sheet(h.ROWS.replace(h.cell("F3", "It is in use"), xml))


def utf16(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [(name, package.read(name).decode("utf-8")) for name in package.namelist()]
    start = '<?xml version="1.0" encoding="UTF-16"?>'
    return h.zipped((name, (start + re.sub(r"^<\?xml[^>]*\?>", "", text)).encode("utf-16")) for name, text in parts)


def strict() -> bytes:
    def said(text: str) -> str:
        return text.replace(h.MAIN, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            "http://purl.oclc.org/ooxml/officeDocument/relationships",
        )

    return h.workbook({name: said(data.decode("utf-8")) for name, data in h.PARTS.items()})


def leading_out(target: str) -> bytes:
    return h.workbook({h.RELATIONS: h.part(h.RELATIONS).replace("/xl/worksheets/sheet1.xml", target)})


def merged(ranges: int, overlapping: bool) -> bytes:
    each = (f"A{10 if overlapping else at}:C{at + 3 if overlapping else at}" for at in range(10, 10 + ranges))
    return h.with_sheet(after=f"<mergeCells>{''.join(f'<mergeCell ref={chr(34)}{ref}{chr(34)}/>' for ref in each)}</mergeCells>")


def hyperlinks(count: int) -> bytes:
    links = "".join([f'<hyperlink ref="A{n}" location="Actions!A1"/>' for n in range(1, count + 1)])
    return h.with_sheet(after=f"<hyperlinks>{links}</hyperlinks>")


def comments(count: int) -> bytes:
    each = '<comment ref="A{}" authorId="0"><text><t>note</t></text></comment>'
    return h.with_comments("".join([each.format(n) for n in range(1, count + 1)]))


def names(count: int) -> bytes:
    listed = "".join([f'<definedName name="n{n}">Actions!$A$1</definedName>' for n in range(count)])
    return h.workbook({h.BOOK: h.part(h.BOOK).replace("<definedNames/>", f"<definedNames>{listed}</definedNames>").replace("<definedNames />", f"<definedNames>{listed}</definedNames>")})


def formats(count: int) -> bytes:
    each = "".join([f'<numFmt numFmtId="{200 + n}" formatCode="0.{"0" * (n % 30)}"/>' for n in range(count)])
    return h.workbook({h.STYLES: re.sub("<numFmts.*?/>", f"<numFmts>{each}</numFmts>", h.part(h.STYLES))})


XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
ALIGNED = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment horizontal="left"/></xf>'
CASES: dict[str, tuple[Made, int, str]] = {
    # What is no workbook at all.
    "text": (lambda: b"Ref,Action,Lead\n1.1,Recruit,Head\n", REFUSED, NOT_A_WORKBOOK),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(300), REFUSED, NOT_A_WORKBOOK),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n", REFUSED, NOT_A_WORKBOOK),
    "empty": (lambda: b"", REFUSED, "empty|" + NOT_A_WORKBOOK),
    "docx": (a_docx, REFUSED, NO_WORKBOOK),
    "zip of nothing": (lambda: b"PK\5\6" + bytes(18), REFUSED, NO_WORKBOOK),
    "xls": (lambda: OLE + "Workbook".encode("utf-16-le"), REFUSED, OLD_OR_LOCKED),
    "encrypted": (lambda: OLE + "EncryptionInfo".encode("utf-16-le"), REFUSED, OLD_OR_LOCKED),
    "xlsb": (lambda: h.zipped([("_rels/.rels", h.relations(("rId1", "officeDocument", "xl/workbook.bin"))),
                               ("xl/workbook.bin", b"\x83\x01\x00\x80\x01\x14")]), REFUSED, ".xlsx"),
    # Zips.
    "10 GB of zeros": (lambda: h.zeros(10_000), REFUSED, "unpacks to more than"),
    "4 GB of zeros said to be 1,000 bytes": (lambda: h.zeros(4_000, 1_000), REFUSED, NOT_A_WORKBOOK),
    "1 GB of zeros said to be 100 MB": (lambda: h.zeros(1_000, 100_000_000), REFUSED, "damaged|holds"),
    "50 MB of zeros": (lambda: h.zeros(50), REFUSED, "damaged"),
    "overlapping": (lambda: h.overlapping(4_000), REFUSED, "unpacks to more than"),
    "100,000 parts": (lambda: h.zipped([*h.PARTS.items(), *((f"x/{n}", b"") for n in range(100_000))]), REFUSED,
                      "parts"),
    "800,000 names": (lambda: h.overlapping(800_000), REFUSED, "parts"),
    "a part twice": (lambda: h.zipped([*h.PARTS.items(), (h.SHEET, b"<x/>")]), REFUSED, DO_NOT_TRUST),
    "a part twice in another case": (lambda: h.workbook({h.SHEET.upper(): b"<x/>"}), REFUSED, DO_NOT_TRUST),
    # Entities.
    **{f"{bomb} in {name}": (lambda name=name, bomb=bomb: h.bombed(name, h.BOMBS[bomb]), REFUSED,
                             "declares a document type, " + DO_NOT_TRUST)
       for name in (h.SHEET, h.STRINGS, h.STYLES, h.BOOK, h.RELATIONS, h.COMMENTS, h.TYPES) for bomb in h.BOMBS},
    # Names that lead out.
    **{f"part {name}": (lambda name=name: h.workbook({name: b"x"}), REFUSED, "leads out of the workbook, " + DO_NOT_TRUST)
       for name in ("../../x", "/etc/x", "C:\\x", "..\\x", "xl/../../x")},
    **{f"sheet at {target}": (lambda target=target: leading_out(target), REFUSED, DAMAGED)
       for target in ("../../../../etc/passwd", "file:///etc/passwd", "C:\\x", "")},
    # Sheets of any size.
    "declared a million rows": (lambda: h.with_sheet(before='<dimension ref="A1:XFD1048576"/>'), READ, ""),
    "a million empty rows": (lambda: h.with_sheet(empty_rows(1_000_000)), REFUSED, TOO_LARGE),
    "90,000 empty rows": (lambda: h.with_sheet(empty_rows(90_000)), READ, ""),
    "16,384 columns": (lambda: h.with_sheet(h.ROWS + '<row r="4">' + "<c><v>1</v></c>" * 16_384 + "</row>"), REFUSED, TOO_LARGE),
    "last row": (lambda: h.with_sheet(h.ROWS + h.row(1_048_576, ["x"])), REFUSED, TOO_LARGE),
    "row beyond": (lambda: h.with_sheet(h.ROWS + h.row(9_999_999_999, ["x"])), REFUSED, f"{TOO_LARGE}|damaged"),
    "million cells": (lambda: h.with_sheet(("<row>" + "<c t='inlineStr'><is><t>x</t></is></c>" * 10 + "</row>") * 100_000), REFUSED, TOO_LARGE),
    "many sheets together too large": (lambda: h.workbook({
        **{f"xl/worksheets/s{n}.xml": h.sheet(("<row>" + "<c t='inlineStr'><is><t>x</t></is></c>" * 10 + "</row>") * 25_000) for n in range(8)},
        h.BOOK: h.part(h.BOOK).replace("</sheets>", "".join(f'<sheet xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" name="s{n}" sheetId="{n + 5}" r:id="s{n}"/>' for n in range(8)) + "</sheets>"),
        h.RELATIONS: h.part(h.RELATIONS).replace("</Relationships>", "".join(f'<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/s{n}.xml" Id="s{n}"/>' for n in range(8)) + "</Relationships>"),
    }), REFUSED, TOO_LARGE),
    "32,767 characters": (lambda: one_cell("word " * 6_553), READ, ""),
    "32,767 letters": (lambda: one_cell("w" * 32_767), READ, ""),
    "32,767 blanks": (lambda: one_cell("x" + " " * 32_765 + "x"), READ, ""),
    "32,767 digits": (lambda: one_cell("0" * 32_767), READ, ""),
    "32,767 at signs": (lambda: one_cell("a@" * 16_000), READ, ""),
    "10 million characters": (lambda: one_cell("word " * 2_000_000), REFUSED, "characters"),
    "an attribute of 10 million characters": (lambda: bad_cell(f'<c r="F3" x="{"y" * 10_000_000}"/>'), REFUSED, "characters|damaged"),
    "a comment of 20 million characters": (lambda: h.with_sheet(before="<!--" + "< >" * 7_000_000 + "-->"), REFUSED, "characters|damaged"),
    "a comment of 20 million characters before it": (lambda: h.with_sheet(start=h.DECLARATION + "<!--" + "< >" * 7_000_000 + "-->"), REFUSED, "characters|damaged"),
    "a formula of 10 million characters": (lambda: bad_cell(f'<c r="F3" t="str"><f>{"A1+" * 3_333_333}A1</f><v>x</v></c>'), REFUSED, "characters"),
    "controls": (lambda: one_cell("a_x0000__x0007__x001F_b_xD83D__x005F_x"), READ, ""),
    "a control itself": (lambda: one_cell("a\x01b"), REFUSED, DAMAGED),
    "100,000 levels": (lambda: h.with_sheet(after="<a>" * 100_000 + "</a>" * 100_000), READ, ""),
    "100,000 levels before": (lambda: h.with_sheet(before="<a>" * 100_000 + "</a>" * 100_000), READ, ""),
    "100,000 levels in a view": (lambda: h.with_sheet(before="<sheetViews><sheetView>" + "<a>" * 100_000 + "</a>" * 100_000 + "</sheetView></sheetViews>"), REFUSED, DAMAGED),
    "100,000 levels in the workbook": (lambda: h.workbook({h.BOOK: h.part(h.BOOK).replace("<sheets>", "<a>" * 100_000 + "</a>" * 100_000 + "<sheets>")}), REFUSED, DAMAGED),
    "100,000 levels in the texts": (lambda: h.with_strings("<si>" + "<a>" * 100_000 + "</a>" * 100_000 + "</si>"), REFUSED, DAMAGED),
    # Styles, texts, names and what lies on sheets.
    "65,000 styles": (lambda: h.with_styles(XF * 65_000, "</cellXfs>"), READ, ""),
    "65,000 aligned styles": (lambda: h.with_styles(ALIGNED * 65_000, "</cellXfs>"), READ, ""),
    "a million styles": (lambda: h.with_styles(XF * 1_000_000, "</cellXfs>"), REFUSED, "styles"),
    "5,000 formats": (lambda: formats(5_000), READ, ""),
    "10,000 sheets": (lambda: h.with_sheets(f"s{n}" for n in range(10_000)), REFUSED, "sheets"),
    "2,000 sheets": (lambda: h.with_sheets(f"s{n}" for n in range(2_000)), REFUSED, "sheets"),
    "100,000 merges": (lambda: merged(100_000, False), READ, ""),
    "100,000 overlapping merges": (lambda: merged(100_000, True), READ, ""),
    "100,000 columns described": (lambda: h.with_sheet(before="<cols>" + '<col min="1" max="16384" hidden="1"/>' * 100_000 + "</cols>"), READ, ""),
    "100,000 views": (lambda: h.with_sheet(before="<sheetViews>" + '<sheetView workbookViewId="0"/>' * 100_000 + "</sheetViews>"), READ, ""),
    "a million texts": (lambda: h.with_strings("".join([f"<si><t>{n}</t></si>" for n in range(1_000_000)])), REFUSED, "texts"),
    "100 MB of texts": (lambda: h.with_strings(("<si><t>" + "x" * 30_000 + "</t></si>") * 3_333), READ, ""),
    "struck 100 MB of texts": (lambda: h.with_strings(("<si><r><rPr><strike/></rPr><t>" + "x" * 30_000 + "</t></r></si>") * 3_333), READ, ""),
    "50,000 names": (lambda: names(50_000), READ, ""),
    "100,000 comments": (lambda: comments(100_000), READ, "comments or notes"),
    "100,000 hyperlinks": (lambda: hyperlinks(100_000), READ, ""),
    "a theme without end": (lambda: h.workbook({"xl/theme/theme1.xml": "<t>" + "<a:dk1>" * 100_000 + "</t>"}), READ, ""),
    # Wrong types.
    **{f"shared text {index}": (lambda index=index: h.with_strings("<si><t>Secret</t></si>", h.ROWS.replace(
        h.cell("F3", "It is in use"), h.cell("F3", index, "s"))), REFUSED, DAMAGED) for index in ("-1", "1000000000", "abc", "9" * 5000)},
    "style 999999": (lambda: bad_cell('<c r="F3" s="999999"><v>1</v></c>'), REFUSED, DAMAGED),
    "style -1": (lambda: bad_cell('<c r="F3" s="-1"><v>1</v></c>'), REFUSED, DAMAGED),
    "style x": (lambda: bad_cell('<c r="F3" s="x"><v>1</v></c>'), REFUSED, DAMAGED),
    "cell ZZZZ": (lambda: bad_cell('<c r="ZZZZ9999999999"><v>1</v></c>'), REFUSED, DAMAGED),
    "cell 3F": (lambda: bad_cell('<c r="3F"><v>1</v></c>'), REFUSED, DAMAGED),
    "cells not in order": (lambda: h.with_sheet(h.ROWS + '<row r="4">' + h.cell("F4", "x") + h.cell("A4", "x") + "</row>"), REFUSED, DAMAGED),
    "rows not in order": (lambda: h.with_sheet(h.ROWS + h.row(2, ["9.9"])), REFUSED, DAMAGED),
    "row -1": (lambda: h.with_sheet(h.ROWS + h.row(-1, ["9.9"])), REFUSED, DAMAGED),
    "row x": (lambda: h.with_sheet(h.ROWS + '<row r="x"/>'), REFUSED, DAMAGED),
    "number without end": (lambda: one_cell("1" * 30_000, "n"), REFUSED, DAMAGED),
    "1e999": (lambda: one_cell("1e999", "n"), READ, ""),
    "nan": (lambda: one_cell("NaN", "n"), REFUSED, DAMAGED),
    "no such date": (lambda: one_cell("2021-13-45", "d"), REFUSED, DAMAGED),
    "date out of range": (lambda: h.workbook({
        h.STYLES: h.part(h.STYLES).replace("</cellXfs>", XF.replace('"0"', '"14"', 1) + "</cellXfs>"),
        h.SHEET: h.sheet(h.ROWS.replace(h.cell("E3", "2020"), '<c r="E3" s="1"><v>99999999999</v></c>'))}), WRONG, "E3"),
    # Parts missing or other than they should be.
    **{f"without {name}": (lambda name=name: h.workbook({name: None}), REFUSED, "save it")
       for name in (h.SHEET, h.BOOK, h.RELATIONS, h.TYPES)},
    **{f"without {name}": (lambda name=name: h.workbook({name: None}), READ, "")
       for name in (h.STYLES, "xl/theme/theme1.xml", "docProps/core.xml", "docProps/app.xml", "_rels/.rels")},
    **{f"empty {name}": (lambda name=name: h.workbook({name: b""}), REFUSED, "save it")
       for name in (h.SHEET, h.BOOK, h.RELATIONS, h.TYPES, h.STYLES)},
    "sheet in another case": (lambda: h.workbook({h.SHEET: None, "xl/worksheets/Sheet1.xml": h.PARTS[h.SHEET]}), REFUSED, DAMAGED),
    "UTF-16": (lambda: utf16(GOOD), READ, ""),
    "strict": (strict, REFUSED, "Strict Open XML"),
    # Names of sheets.
    "odd sheet name": (lambda: h.with_sheets(["Actions &quot;&apos;&lt;&amp;!&#10;[x]/\\:*?"]), READ, ""),
    "10,000 letters in a sheet's name": (lambda: h.with_sheets(["x" * 10_000]), READ, ""),
    "two sheets of one name": (lambda: h.with_sheets(["Actions", "Actions"]), REFUSED, DAMAGED),
}  # fmt: skip


def folder_of(scratch: Path, content: bytes, report: str = REPORT, narrative: str = NARRATIVE) -> Path:
    return a_folder(scratch / "paper", content, report, narrative)


@pytest.fixture(scope="module")
def outcomes(request, tmp_path_factory) -> Iterator[dict[str, Future[list[Outcome]]]]:
    """Both commands over each case that is to be tested, two cases at a time."""
    folder = tmp_path_factory.mktemp("hostile")

    def both(number: int, name: str) -> list[Outcome]:
        scratch = folder / str(number)
        scratch.mkdir()
        paper = folder_of(scratch, CASES[name][0]())
        return [ran(scratch, "check", paper), ran(scratch, "build", paper, "--out", scratch / "out")]

    wanted = [item.callspec.params["case"] for item in request.session.items if "outcomes" in item.fixturenames]
    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(both, number, name) for number, name in enumerate(dict.fromkeys(wanted))}


@pytest.mark.parametrize("case", CASES)
def test_a_workbook_of_any_kind_is_read_or_refused_in_a_sentence(case: str, outcomes):
    """It is read if it is harmless; if not, one sentence names the file and says what to do, soon and in little room."""
    _, status, words = CASES[case]

    for outcome in outcomes[case].result():
        ended_well(outcome)
        assert outcome.status == status, outcome.said[-2000:]
        assert re.search(words, outcome.said), outcome.said[-2000:]
        if status == REFUSED:
            (sentence,) = outcome.said.strip().splitlines()
            assert "action-plan.xlsx: " in sentence
            assert len(sentence) < 400
