"""Files made to do harm, or as bad by accident: each is read, or refused in a sentence, soon and in little room.

Whole processes of `papers check` and `papers build` are run, two at a time, and what they used is measured.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import hostile as h
from tests.builders import PLAN, a_folder, a_workbook
from tests.processes import Outcome, ended_well, ran

GOOD = a_workbook(PLAN)

pytestmark = pytest.mark.filterwarnings("ignore:Duplicate name")  # made on purpose
Made = Callable[[], bytes]
READ, WRONG, REFUSED = 0, 1, 3
NOT_A_WORKBOOK = "this is not an Excel workbook, or it is damaged; save it as Excel Workbook"
NO_WORKBOOK = "there is no workbook in this file; save it as Excel Workbook"
DAMAGED = "this workbook is damaged; open it in Excel, save it again and retry"
DO_NOT_TRUST = "which Excel never does; do not trust it"
OLD_OR_LOCKED = "protected by a password or of the old .xls kind; remove the password or save it"
TOO_LARGE = "delete the empty ones"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


XF = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
REMARK = "<!--" + "< >" * 7_000_000 + "-->"
ALIGNED = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"><alignment horizontal="left"/></xf>'
CASES: dict[str, tuple[Made, int, str]] = {
    # What is no workbook at all.
    "text": (lambda: b"Ref,Action,Lead\n1.1,Recruit,Head\n", REFUSED, NOT_A_WORKBOOK),
    "png": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(300), REFUSED, NOT_A_WORKBOOK),
    "pdf": (lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n%%EOF\n", REFUSED, NOT_A_WORKBOOK),
    "empty": (lambda: b"", REFUSED, "empty|" + NOT_A_WORKBOOK),
    "docx": (h.a_docx, REFUSED, NO_WORKBOOK),
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
    "600,000 names": (lambda: h.overlapping(600_000), REFUSED, "parts"),
    "a part twice": (lambda: h.zipped([*h.PARTS.items(), (h.SHEET, b"<x/>")]), REFUSED, DO_NOT_TRUST),
    "a part twice in another case": (lambda: h.workbook({h.SHEET.upper(): b"<x/>"}), REFUSED, DO_NOT_TRUST),
    # Entities.
    **{f"{bomb} in {name}": (lambda name=name, bomb=bomb: h.bombed(name, h.BOMBS[bomb]), REFUSED,
                             "declares a document type, " + DO_NOT_TRUST)
       for name in (h.SHEET, h.STRINGS, h.STYLES, h.BOOK, h.RELATIONS, h.COMMENTS, h.TYPES) for bomb in h.BOMBS},
    # Names that lead out.
    **{f"part {name}": (lambda name=name: h.workbook({name: b"x"}), REFUSED, "leads out of the workbook, ")
       for name in ("../../x", "/etc/x", "C:\\x", "..\\x", "xl/../../x")},
    **{f"sheet at {target}": (lambda target=target: h.leading_out(target), REFUSED, DAMAGED)
       for target in ("../../../../etc/passwd", "file:///etc/passwd", "C:\\x", "")},
    # Sheets of any size.
    "declared a million rows": (lambda: h.with_sheet(before='<dimension ref="A1:XFD1048576"/>'), READ, ""),
    "a million empty rows": (lambda: h.with_sheet(h.empty_rows(1_000_000)), REFUSED, TOO_LARGE),
    "90,000 empty rows": (lambda: h.with_sheet(h.empty_rows(90_000)), READ, ""),
    "16,384 columns": (lambda: h.with_sheet(h.ROWS + h.inside("row", "<c><v>1</v></c>" * 16_384)), REFUSED,
                       TOO_LARGE),
    "last row": (lambda: h.with_sheet(h.ROWS + h.row(1_048_576, ["x"])), REFUSED, TOO_LARGE),
    "row beyond": (lambda: h.with_sheet(h.ROWS + h.row(9_999_999_999, ["x"])), REFUSED, f"{TOO_LARGE}|damaged"),
    "a million cells": (lambda: h.with_sheet(h.full_rows(100_000)), REFUSED, TOO_LARGE),
    "sheets that are too large together": (lambda: h.sheets_of(8, h.full_rows(25_000)), REFUSED, TOO_LARGE),
    "250,000 marked cells": (lambda: h.marked(250_000), READ, ""),
    "32,767 characters": (lambda: h.one_cell("word " * 6_553), WRONG, "AP113 error"),
    "32,767 letters": (lambda: h.one_cell("w" * 32_767), WRONG, "AP113 error"),
    "32,767 blanks": (lambda: h.one_cell("x" + " " * 32_765 + "x"), WRONG, "AP113 error"),
    "32,767 digits": (lambda: h.one_cell("0" * 32_767), WRONG, "AP113 error"),
    "32,767 at signs": (lambda: h.one_cell("a@" * 16_000), READ, ""),
    "10 million characters": (lambda: h.one_cell("word " * 2_000_000), REFUSED, "characters"),
    "a tag of 10 million characters": (lambda: h.bad_cell(f'<c r="F3" x="{"y" * 10_000_000}"/>'), REFUSED,
                                       "characters"),
    "a remark of 20 million characters": (lambda: h.with_sheet(before=REMARK), REFUSED, "characters"),
    "a remark of 20 million characters first": (lambda: h.with_sheet(start=h.DECLARATION + REMARK), REFUSED,
                                                "characters"),
    "a formula of 10 million characters": (
        lambda: h.bad_cell(f'<c r="F3" t="str"><f>{"A1+" * 3_333_333}A1</f><v>x</v></c>'), REFUSED, "characters"),
    "controls": (lambda: h.one_cell("a_x0000__x0007__x001F_b_xD83D__x005F_x"), READ, ""),
    "a control itself": (lambda: h.one_cell("a\x01b"), REFUSED, DAMAGED),
    "100,000 levels": (lambda: h.with_sheet(after=h.levels(100_000)), READ, ""),
    "100,000 levels before": (lambda: h.with_sheet(before=h.levels(100_000)), READ, ""),
    "100,000 levels in a view": (lambda: h.with_sheet(
        before=h.inside("sheetViews", h.inside("sheetView", h.levels(100_000)))), READ, ""),
    "100,000 levels in the workbook": (lambda: h.workbook({
        h.BOOK: h.part(h.BOOK).replace("<sheets>", h.levels(100_000) + "<sheets>")}), REFUSED, DAMAGED),
    "100,000 levels in the texts": (lambda: h.with_strings(h.inside("si", h.levels(100_000))), READ, ""),
    # Styles, texts, names and what lies on sheets.
    "65,000 styles": (lambda: h.with_styles(XF * 65_000, "</cellXfs>"), READ, ""),
    "65,000 aligned styles": (lambda: h.with_styles(ALIGNED * 65_000, "</cellXfs>"), READ, ""),
    "a million styles": (lambda: h.with_styles(XF * 1_000_000, "</cellXfs>"), REFUSED, "styles"),
    "5,000 formats": (lambda: h.formats(5_000), READ, ""),
    "10,000 sheets": (lambda: h.with_sheets(f"s{n}" for n in range(10_000)), REFUSED, "sheets"),
    "2,000 sheets": (lambda: h.with_sheets(f"s{n}" for n in range(2_000)), REFUSED, "sheets"),
    "100,000 merges": (lambda: h.merged(100_000, False), READ, ""),
    "100,000 overlapping merges": (lambda: h.merged(100_000, True), READ, ""),
    "100,000 columns described": (lambda: h.with_sheet(
        before=h.inside("cols", '<col min="1" max="16384" hidden="1"/>' * 100_000)), WRONG, "WB003"),
    "100,000 views": (lambda: h.with_sheet(
        before=h.inside("sheetViews", '<sheetView workbookViewId="0"/>' * 100_000)), READ, ""),
    "a million texts": (lambda: h.with_strings("".join([f"<si><t>{n}</t></si>" for n in range(1_000_000)])),
                        REFUSED, "texts"),
    "100 MB of texts": (lambda: h.with_strings(h.inside("si", h.inside("t", "x" * 30_000)) * 3_333), READ, ""),
    "100 MB of texts struck through": (lambda: h.with_strings(
        h.inside("si", "<r><rPr><strike/></rPr><t>" + "x" * 30_000 + "</t></r>") * 3_333), READ, ""),
    "50,000 names": (lambda: h.names(50_000), READ, ""),
    "100,000 comments": (lambda: h.comments(100_000), READ, "comments or notes"),
    "100,000 hyperlinks": (lambda: h.hyperlinks(100_000), READ, ""),
    "as much of everything as is read": (h.fullest, READ, ""),
    "a theme without end": (lambda: h.workbook({"xl/theme/theme1.xml": "<a:dk1>" * 100_000}), READ, ""),
    # Wrong types.
    **{f"shared text {index[:10]}": (
        lambda index=index: h.with_strings("<si><t>Secret</t></si>", h.ROWS.replace(
            h.cell("F3", "It is in use"), h.cell("F3", index, "s"))), REFUSED, DAMAGED)
       for index in ("-1", "1000000000", "abc", "9" * 5000)},
    "style 999999": (lambda: h.bad_cell('<c r="F3" s="999999"><v>1</v></c>'), REFUSED, DAMAGED),
    "style -1": (lambda: h.bad_cell('<c r="F3" s="-1"><v>1</v></c>'), REFUSED, DAMAGED),
    "style x": (lambda: h.bad_cell('<c r="F3" s="x"><v>1</v></c>'), REFUSED, DAMAGED),
    "cell ZZZZ": (lambda: h.bad_cell('<c r="ZZZZ9999999999"><v>1</v></c>'), REFUSED, DAMAGED),
    "cell 3F": (lambda: h.bad_cell('<c r="3F"><v>1</v></c>'), REFUSED, DAMAGED),
    "cells not in order": (lambda: h.with_sheet(h.ROWS + h.inside("row", h.cell("F4", "x") + h.cell("A4", "x"))),
                           REFUSED, DAMAGED),
    "rows not in order": (lambda: h.with_sheet(h.ROWS + h.row(2, ["9.9"])), REFUSED, DAMAGED),
    "row -1": (lambda: h.with_sheet(h.ROWS + h.row(-1, ["9.9"])), REFUSED, DAMAGED),
    "row x": (lambda: h.with_sheet(h.ROWS + '<row r="x"/>'), REFUSED, DAMAGED),
    "number without end": (lambda: h.one_cell("1" * 30_000, "n"), REFUSED, DAMAGED),
    "1e999": (lambda: h.one_cell("1e999", "n"), WRONG, "#NUM!"),
    "nan": (lambda: h.one_cell("NaN", "n"), REFUSED, DAMAGED),
    "no such date": (lambda: h.one_cell("2021-13-45", "d"), REFUSED, DAMAGED),
    "date out of range": (lambda: h.workbook({
        h.STYLES: h.part(h.STYLES).replace("</cellXfs>", XF.replace('"0"', '"14"', 1) + "</cellXfs>"),
        h.SHEET: h.sheet(h.ROWS.replace(h.cell("E3", "2020"), '<c r="E3" s="1"><v>99999999999</v></c>')),
    }), WRONG, "E3"),
    # Parts missing or other than they should be.
    **{f"without {name}": (lambda name=name: h.workbook({name: None}), REFUSED, "save it")
       for name in (h.SHEET, h.BOOK, h.RELATIONS, h.TYPES)},
    **{f"without {name}": (lambda name=name: h.workbook({name: None}), READ, "")
       for name in (h.STYLES, "xl/theme/theme1.xml", "docProps/core.xml", "docProps/app.xml", "_rels/.rels")},
    **{f"empty {name}": (lambda name=name: h.workbook({name: b""}), REFUSED, "save it")
       for name in (h.SHEET, h.BOOK, h.RELATIONS, h.TYPES, h.STYLES)},
    "sheet in another case": (lambda: h.workbook({h.SHEET: None, h.SHEET.replace("sheet1", "Sheet1"): h.sheet()}),
                              REFUSED, DAMAGED),
    "UTF-16": (lambda: h.utf16(GOOD), READ, ""),
    "strict": (h.strict, REFUSED, "Strict Open XML"),
    # Names of sheets.
    "odd sheet name": (lambda: h.with_sheets(["Actions &quot;&apos;&lt;&amp;!&#10;[x]/\\:*?"]), READ, ""),
    "10,000 letters in a sheet's name": (lambda: h.with_sheets(["x" * 10_000]), READ, ""),
    "two sheets of one name": (lambda: h.with_sheets(["Actions", "Actions"]), REFUSED, DAMAGED),
}  # fmt: skip


@pytest.fixture(scope="module")
def outcomes(request, tmp_path_factory) -> Iterator[dict[str, Future[Outcome]]]:
    """The end of a command over each case that is to be tested, two at a time.

    What should be read is built, which checks it too; what should not is checked.
    """
    folder = tmp_path_factory.mktemp("hostile")

    def outcome(number: int, name: str) -> Outcome:
        scratch = folder / str(number)
        made, status, _ = CASES[name]
        paper = a_folder(scratch / "paper", made())
        ended = ran(scratch, *(("build", paper, "--out", scratch / "out") if status == READ else ("check", paper)))
        shutil.rmtree(paper)
        return ended

    wanted = [item.callspec.params["case"] for item in request.session.items if "outcomes" in item.fixturenames]
    with ThreadPoolExecutor(2) as pool:
        yield {name: pool.submit(outcome, number, name) for number, name in enumerate(dict.fromkeys(wanted))}


@pytest.mark.parametrize("case", CASES)
def test_a_workbook_of_any_kind_is_read_or_refused_in_a_sentence(case: str, outcomes):
    """It is read if harmless; if not, one sentence names the file and says what to do, soon and in little room."""
    _, status, words = CASES[case]

    outcome = outcomes[case].result()

    ended_well(outcome)
    assert outcome.status == status, outcome.said[-2000:]
    assert re.search(words, outcome.said), outcome.said[-2000:]
    if status == REFUSED:
        (sentence,) = outcome.said.strip().splitlines()
        assert "action-plan.xlsx: " in sentence
        assert len(sentence) < 400


def test_build_refuses_as_check_does_and_publishes_nothing(tmp_path: Path):
    """Every small file that cannot be read is refused by a build too, in one sentence each."""
    small = {name: made() for name, (made, status, _) in CASES.items() if status == REFUSED and "0" not in name}
    papers = [a_folder(tmp_path / str(at), content) for at, content in enumerate(small.values())]

    outcome = ran(tmp_path, "build", *papers, "--out", tmp_path / "out")

    ended_well(outcome)
    assert outcome.status == REFUSED
    assert [line.partition(": ")[0] for line in outcome.said.splitlines()] == [
        (paper / "action-plan.xlsx").as_posix() for paper in papers
    ]
    assert not (tmp_path / "out").exists()


def damaged() -> Iterator[bytes]:
    """The good workbook cut off at several places, and with some bytes changed at random, the same ones every time."""
    yield from (GOOD[: len(GOOD) * tenths // 10] for tenths in range(10))
    yield from (GOOD[:4], GOOD[:100], GOOD[:-1], GOOD[:-22], GOOD[100:], GOOD + GOOD, GOOD + b"x" * 70_000)
    chance = random.Random(2021)
    for _ in range(60):
        content = bytearray(GOOD)
        for _ in range(chance.randrange(1, 9)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        yield bytes(content)


def test_damaged_workbooks_are_read_or_refused_in_a_sentence(tmp_path: Path):
    """Cut off, or with bytes changed, a workbook is built, has findings, or is refused with its name."""
    papers = [a_folder(tmp_path / str(at), content) for at, content in enumerate(damaged())]

    outcome = ran(tmp_path, "build", *papers, "--out", tmp_path / "out")

    ended_well(outcome)
    assert outcome.status == REFUSED
    for paper in papers:
        assert re.search(rf"(?m)^{re.escape(paper.as_posix())}(/action-plan\.xlsx)?: ", outcome.said), paper
