"""Workbooks: what stands in the cells, without what Excel adds to them."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from papers.errors import PapersError
from papers.reading.formats.xlsx import parse_xlsx
from papers.reading.located import Grid
from tests.builders import a_workbook


def grids(*rows: list[object], name: str = "Actions") -> tuple[Grid, ...]:
    """What is read from a workbook of one sheet that holds `rows`."""
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    return parse_xlsx(saved(book), "plan.xlsx").value


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_rows_keep_excels_numbers_and_empty_ones_are_left_out():
    """A row knows the number that Excel shows beside it, whatever is left out above."""
    (grid,) = grids(["Ref", "Action"], [None, None], ["1.1", "Train"], [" ", "\n"], [None, "Recruit"])

    assert (grid.file, grid.name) == ("plan.xlsx", "Actions")
    assert [(row.number, row.cells) for row in grid.rows] == [
        (1, ("Ref", "Action")),
        (3, ("1.1", "Train")),
        (5, (None, "Recruit")),
    ]


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("  Train  ", "Train"),
        ("   ", None),
        ("one\ntwo", "one\ntwo"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("one_x000D_\ntwo", "one\ntwo"),
        ("Health & Care < 5", "Health & Care < 5"),
        ("Café – “ok” ✔ 👍", "Café – “ok” ✔ 👍"),
        ("{{ ref }}", "{{ ref }}"),
        (3, 3),
        (1.5, 1.5),
        (True, True),
        (date(2021, 3, 31), date(2021, 3, 31)),
        (datetime(2021, 3, 31, 14, 30), date(2021, 3, 31)),  # noqa: DTZ001 (Excel has no time zones)
        (CellRichText("a ", TextBlock(InlineFont(b=True), "bold"), " word"), "a bold word"),
    ],
)
def test_a_cell_is_its_value(value: object, read: object):
    """Text is trimmed and has one kind of line break; a date is a date; nothing is turned into anything else."""
    (grid,) = grids(["x", value])

    read_back = grid.rows[0].cells[1] if len(grid.rows[0].cells) > 1 else None
    assert (type(read_back), read_back) == (type(read), read)


def test_letters_that_no_document_may_carry_are_dropped():
    """Control characters and halves of letters, which get into cells by copying, are not read."""
    (grid,) = grids(["x", "a_x0007_b_xD83D_c_x000B_d"])

    assert grid.rows[0].cells[1] == "abcd"


def test_a_formula_gives_what_excel_last_showed():
    """A formula that was never calculated is an empty cell: no formula is ever read as text."""
    (grid,) = grids(["x", "=1+1", "y"])

    assert grid.rows[0].cells == ("x", None, "y")


def test_hidden_sheets_are_not_read_and_the_others_keep_their_order():
    """What an officer hides, of whatever kind, stays hidden."""
    book = openpyxl.load_workbook(io.BytesIO(a_workbook(Priorities="a|b", Notes="c|d", Strengths="e|f")))
    book["Priorities"].sheet_state = "hidden"
    book["Notes"].sheet_state = "veryHidden"

    assert [grid.name for grid in parse_xlsx(saved(book), "").value] == ["Actions", "Strengths"]


def test_a_merged_cell_has_its_value_once():
    """Only the first of merged cells holds anything, as in the file."""
    book = openpyxl.load_workbook(io.BytesIO(a_workbook("Ref | Partner\n1 | Police\n2 | x\n3 | Health")))
    book["Actions"].merge_cells("B2:B3")

    (grid,) = parse_xlsx(saved(book), "").value

    assert [row.cells[1:] for row in grid.rows][1:] in (
        [("Police",), (None,), ("Health",)],
        [("Police",), (), ("Health",)],
    )


def test_a_wrong_dimension_in_the_file_loses_no_rows():
    """A sheet that claims to have one cell is read as far as it goes."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_workbook())) as good, zipfile.ZipFile(content, "w") as wrong:
        for name in good.namelist():
            part = good.read(name)
            wrong.writestr(name, re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1"', part))

    (grid,) = parse_xlsx(content.getvalue(), "").value

    assert [len(row.cells) for row in grid.rows] == [7, 7, 7]


GOOD = a_workbook()


@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda tail: GOOD[:2000] + tail))
@settings(max_examples=60, deadline=None)
def test_bytes_that_are_no_workbook_stop_the_run_and_name_the_file(content: bytes):
    """Whatever a file called .xlsx holds, the author is told in a sentence."""
    with pytest.raises(PapersError, match=r"^plan\.xlsx: this .*"):
        parse_xlsx(content, "plan.xlsx")


changes = st.dictionaries(st.integers(0, len(GOOD) - 1), st.integers(0, 255), min_size=1, max_size=5)


@given(changes)
@settings(max_examples=150, deadline=None)
def test_a_workbook_with_any_bytes_changed_is_read_or_refused(changed: dict[int, int]):
    """A damaged workbook gives its rows, or stops the run with its name; nothing else ever happens."""
    content = bytearray(GOOD)
    for at, byte in changed.items():
        content[at] = byte

    assert outcome(bytes(content)).startswith(("rows of ", "plan.xlsx: "))


def outcome(content: bytes) -> str:
    try:
        return f"rows of {[grid.name for grid in parse_xlsx(content, 'plan.xlsx').value]}"
    except PapersError as problem:
        return str(problem)
