"""What officers do that no contract foresees: each is said, and nothing is published or lost by it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from papers.cli import main
from tests.builders import NARRATIVE, REPORT, a_folder, a_plan, findings_of
from tests.documents.opened import paragraphs


def build(folder: Path, out: Path) -> Result:
    """`papers build`, as typed."""
    return CliRunner().invoke(main, ["build", str(folder), "--out", str(out)])


@pytest.mark.parametrize("heading", ["Exempt? (Part 2 item)", "RESTRICTED rows", "Keep from the public", "Unpublished"])
def test_a_column_that_may_keep_rows_back_is_never_passed_over(heading: str):
    """A heading like "Exempt" that is not the contract's own stops the build: its rows might be published."""
    (finding,) = findings_of(f"Ref | Action | Lead | Due | RAG | {heading}\n1 | Train | Head | TBC | Red | yes")

    assert (finding.code, str(finding.where), finding.severity.value) == ("AP009", "Actions!F1", "error")
    assert heading in finding.sentence


def test_a_column_of_private_notes_is_no_more_than_a_note():
    """Notes that no column of the contract names are left out, and that is all."""
    (finding,) = findings_of("Ref | Action | Lead | Due | RAG | Private notes\n1 | Train | Head | TBC | Red | ring Jo")

    assert (finding.code, finding.severity.value) == ("AP006", "note")


def test_a_column_without_a_heading_is_noted():
    """Cells that nothing names are not published, and the officer is told."""
    findings = findings_of("Ref | Action | Lead | Due | RAG\n1 | Train | Head | TBC | Red | | ring Jo")

    assert [(f.code, str(f.where), f.severity.value) for f in findings] == [("AP006", "Actions!G1", "note")]


@pytest.mark.parametrize("error", ["#N/A", "#REF!", "#NAME?"])
def test_an_error_of_excels_is_refused_at_its_cell(error: str):
    """What Excel could not work out is not published."""
    findings = findings_of(f"Ref | Action | Lead | Due | Progress | RAG\n1 | Train | Head | TBC | {error} | Red")

    assert [(f.code, str(f.where)) for f in findings] == [("AP001", "Actions!E2")]


def test_words_that_markdown_would_swallow_are_printed(tmp_path: Path):
    """ "[Note]: words" is a sentence to an officer, and a deep list is a list."""
    deep = "\n".join(f"{'  ' * level}- level {level}" for level in range(30))
    folder = a_folder(tmp_path / "paper", narrative=f"{NARRATIVE}\n[Note]: attached\n\n{deep}\n")

    result = build(folder, tmp_path / "out")

    assert result.exit_code == 0, result.output
    words = [each.text for each in paragraphs((tmp_path / "out" / "paper" / "report.docx").read_bytes())]
    assert "[Note]: attached" in words
    assert {f"level {level}" for level in range(30)} <= set(words)


@pytest.mark.parametrize(
    ("report", "narrative", "code", "where"),
    [
        (REPORT, f"{NARRATIVE}\n<!-- private\n", "MD006", "line 10"),
        (REPORT, f"{NARRATIVE}\n16. March was the day.\n", "MD007", "line 10"),
        (REPORT, "", "NV006", ""),
        (REPORT.replace("- Note the", "- 1. Note the"), NARRATIVE, "RP005", "line 14, recommendations[1]"),
        (REPORT.replace("How the plan stands.", '"<!-- later -->"'), NARRATIVE, "RP002", "line 12, summary"),
        (REPORT.replace("name: Head of Service", 'name: ""'), NARRATIVE, "RP003", "line 30, contact.name"),
    ],
)
def test_what_would_be_lost_is_said(tmp_path: Path, report: str, narrative: str, code: str, where: str):
    """Text that would vanish, or print nothing where something is needed, has its finding."""
    folder = a_folder(tmp_path / "paper", report=report, narrative=narrative)

    result = build(folder, tmp_path / "out")

    assert f"{where + ': ' if where else '  '}{code}" in result.output


def test_inputs_are_never_built_over(tmp_path: Path):
    """Papers that would land among their own inputs are refused, and the inputs stay as they are."""
    folder = a_folder(tmp_path / "inputs" / "paper")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}

    result = build(folder, tmp_path / "inputs")

    assert result.exit_code == 3
    assert "choose another folder with --out" in result.output
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_linked_output_folder_stays_a_link(tmp_path: Path):
    """A council that links its output folder to a share gets the papers on the share."""
    share = tmp_path / "share"
    share.mkdir()
    (share / "minutes.txt").write_text("kept")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "paper").symlink_to(share)

    result = build(a_folder(tmp_path / "paper"), tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "paper").is_symlink()
    assert {"minutes.txt", "report.docx"} <= {path.name for path in share.iterdir()}


def test_a_letter_that_the_terminal_lacks_is_no_traceback(tmp_path: Path):
    """Findings are printed on an old Windows terminal too."""
    plan = "Ref | Action | Lead | Due | RAG\n1 | Train | Head | TBC | Red \u2192 Amber"
    folder = a_folder(tmp_path / "paper", plan=plan)
    command = [sys.executable, "-m", "papers", "check", str(folder)]

    checked = subprocess.run(command, capture_output=True, env={"PYTHONIOENCODING": "cp1252"}, check=False)

    assert checked.returncode == 1
    assert b"Traceback" not in checked.stderr
    assert b"RAG is" in checked.stdout


def test_a_revised_date_that_is_to_be_confirmed_hides_no_delay():
    """An action due in December that is now "TBC" is overdue in March."""
    paper = a_plan("Ref|Action|Lead|Due|Revised due|RAG\n1|Train|Head|31/12/2020|TBC|Amber", as_of="2021-03-16")

    assert paper.plan is not None
    assert paper.plan.actions[0].is_overdue(paper.as_of)
