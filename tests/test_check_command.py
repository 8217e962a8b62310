"""`papers check`: text, JSON and SARIF, and the copy of the workbook with each finding on its cell."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from papers.cli import main
from tests.builders import PLAN, a_folder

WRONG = PLAN.replace("Half are done", "").replace("Inspector", "Jane Smith").replace("Green", "Gren")


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """A paper with a warning at D2 and an error at G3, in the folder one is in."""
    monkeypatch.chdir(tmp_path)
    a_folder(Path("inputs/paper"), plan=WRONG)
    return tmp_path


def papers(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result


def test_text_is_by_sheet_and_counts_everything():
    """The sheet has a line of its own with its count; the last line counts the paper."""
    result = papers("check", "inputs/paper")

    lines = result.output.splitlines()
    assert result.exit_code == 1
    assert lines[:2] == ["inputs/paper/action-plan.xlsx", "  Sheet Actions: 1 error and 1 warning"]
    assert [line.split(":")[0].strip() for line in lines[2:6:2]] == ["Actions!D2", "Actions!G3"]
    assert lines[-1] == "inputs/paper: 1 error and 1 warning."


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_data_is_all_that_is_printed(form):
    """Programs read the whole output; it holds each finding once."""
    result = papers("check", "inputs/paper", "--format", form)

    data = json.loads(result.output)
    rows = data if form == "json" else data["runs"][0]["results"]
    assert (result.exit_code, len(rows)) == (1, 2)


def test_data_of_several_papers_is_one_document():
    """A code host takes one file a run."""
    a_folder(Path("inputs/good"))

    result = papers("check", "inputs/paper", "inputs/good", "--format", "sarif")

    assert len(json.loads(result.output)["runs"]) == 1


def test_nothing_is_written_unless_asked_for(here):
    """A check leaves no trace."""
    before = sorted(here.rglob("*"))

    papers("check", "inputs/paper")

    assert sorted(here.rglob("*")) == before


def test_the_annotated_copy_has_each_finding_on_its_cell():
    """The copy lies in outputs/, apart from the papers; the original is as it was."""
    original = Path("inputs/paper/action-plan.xlsx").read_bytes()

    result = papers("check", "inputs/paper", "--annotate")

    copy = Path("outputs/paper-findings.xlsx")
    assert (result.exit_code, copy.as_posix() in result.output) == (1, True)
    assert Path("inputs/paper/action-plan.xlsx").read_bytes() == original
    sheet = openpyxl.load_workbook(copy)["Actions"]
    noted = {cell.coordinate: cell.comment.text for row in sheet for cell in row if cell.comment}
    assert {cell: text.split()[0] for cell, text in noted.items()} == {"D2": "AP108", "G3": "AP001"}


def test_a_copy_that_nobody_touched_is_replaced():
    """Checking again after correcting the original gives the same name."""
    papers("check", "inputs/paper", "--annotate")
    first = Path("outputs/paper-findings.xlsx").read_bytes()
    a_folder(Path("inputs/paper"), plan=PLAN)

    papers("check", "inputs/paper", "--annotate")

    assert [path.name for path in Path("outputs").iterdir()] == ["paper-findings.xlsx"]
    assert Path("outputs/paper-findings.xlsx").read_bytes() != first


def test_a_copy_that_somebody_worked_in_is_left_alone():
    """An officer may have corrected the plan in it; the new copy gets a number."""
    papers("check", "inputs/paper", "--annotate")
    book = openpyxl.load_workbook("outputs/paper-findings.xlsx")
    book["Actions"]["D2"] = "Inspector"
    book.save("outputs/paper-findings.xlsx")
    theirs = Path("outputs/paper-findings.xlsx").read_bytes()

    result = papers("check", "inputs/paper", "--annotate")

    assert "outputs/paper-findings-2.xlsx" in result.output
    assert Path("outputs/paper-findings.xlsx").read_bytes() == theirs


def test_a_paper_without_a_workbook_has_no_copy():
    """There is nothing to write on."""
    a_folder(Path("inputs/plain"), plan=None)

    result = papers("check", "inputs/plain", "--annotate")

    assert result.exit_code == 0
    assert not Path("outputs/plain-findings.xlsx").exists()


def test_a_copy_that_cannot_be_written_is_said():
    """A file where the folder is to be: one sentence, exit 3."""
    Path("taken").write_text("a file")

    result = papers("check", "inputs/paper", "--annotate", "--out", "taken/outputs")

    assert result.exit_code == 3
    assert "Traceback" not in result.output


def test_with_data_on_the_screen_the_copys_name_goes_to_the_error_output():
    """So that the data stays data."""
    result = papers("check", "inputs/paper", "--annotate", "--format", "json")

    assert len(json.loads(result.stdout)) == 2
    assert "paper-findings.xlsx" in result.stderr
