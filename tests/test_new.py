"""`papers new`: a folder that builds as it stands, says what is to be filled in, and never writes over anything."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from papers.cli import main
from papers.findings import Severity
from papers.pipeline import check
from papers.reading.paper import read_paper
from tests.builders import AROUND, EXAMPLE, PLAN, TEMPLATES, a_folder, a_template_set

FILES = {"report.yaml", "narrative.md", "action-plan.xlsx", "report.schema.json"}


def papers(*arguments: object) -> Result:
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    return result


@pytest.fixture(autouse=True)
def here(tmp_path, monkeypatch):
    """Every run starts in an empty folder, with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path


def test_a_new_folder_has_all_that_a_paper_needs():
    """A report, a narrative and a workbook, and the schema that editors check the report by."""
    result = papers("new", "inputs/next", "--council", "sefton")

    assert result.exit_code == 0
    assert {path.name for path in Path("inputs/next").iterdir()} == FILES
    assert all(f"inputs/next/{name}" in result.output for name in FILES)


def test_it_builds_as_it_stands_and_says_only_what_is_to_be_filled_in():
    """Every finding is a text or a date of the starter, at its place in one of the three files."""
    papers("new", "inputs/next", "--council", "sefton")

    result = papers("build", "inputs/next")
    findings = check(Path("inputs/next"), AROUND)

    assert result.exit_code == 0, result.output
    assert {(finding.code, finding.severity) for finding in findings} == {
        ("TX001", Severity.WARNING),
        ("TX002", Severity.WARNING),
    }
    assert {Path(finding.where.file).name for finding in findings} == FILES - {"report.schema.json"}
    assert all(finding.where.cell or finding.where.line for finding in findings)


def test_what_is_filled_in_is_no_longer_found():
    """Writing over a hint takes its finding away."""
    papers("new", "inputs/next", "--council", "sefton")
    report = Path("inputs/next/report.yaml")
    before = check(Path("inputs/next"), AROUND)

    report.write_text(report.read_text("utf-8").replace("2099-12-31", "2026-03-17"), "utf-8")

    gone = {f.where.key for f in before} - {f.where.key for f in check(Path("inputs/next"), AROUND)}
    assert gone == {"meeting_date"}


def test_the_schema_beside_the_report_is_the_one_that_is_printed():
    """`papers schema --council` prints it, and the report names it for editors in its first line."""
    papers("new", "inputs/next", "--council", "sefton")

    printed = papers("schema", "--council", "sefton").output

    assert Path("inputs/next/report.schema.json").read_text("utf-8") == printed
    assert "meeting_date" in json.loads(printed)["properties"]
    first = Path("inputs/next/report.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=report.schema.json"


@pytest.mark.parametrize("there", ["folder", "empty folder", "file", "dangling link"])
def test_nothing_that_is_there_is_written_over(there):
    """Whatever has the name stays as it is, and nothing is left beside it."""
    target = Path("next")
    if there == "file":
        target.write_text("mine")
    elif there == "dangling link":
        target.symlink_to("nowhere")
    else:
        target.mkdir()
        if there == "folder":
            (target / "report.yaml").write_text("mine")

    result = papers("new", "next", "--council", "sefton")

    assert (result.exit_code, "this is there already" in result.output) == (3, True)
    assert [path.name for path in Path().iterdir()] == ["next"]
    assert not there.startswith("folder") or (target / "report.yaml").read_text() == "mine"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("new", "next", "--council", "seft"), "there are templates for county, sefton"),
        (("new", "next"), "name the council with --council"),
        (("new",), "Missing argument"),
    ],
)
def test_a_wrong_call_is_said_and_makes_nothing(arguments, said):
    """The councils that there are templates for are named."""
    result = papers(*arguments)

    assert (result.exit_code, said in result.output) == (2, True)
    assert not Path("next").exists()


def test_a_council_of_ones_own_needs_no_code(tmp_path):
    """A template set in the folder one is in is enough; its statuses are the workbook's."""
    sets = a_template_set(tmp_path)
    (sets / "sefton").rename(sets / "county")
    council = sets / "county" / "council.yaml"
    council.write_text(council.read_text("utf-8").replace("label: off track", "label: needs attention"), "utf-8")

    result = papers("new", "next", "--council", "county")

    assert result.exit_code == 0
    assert papers("build", "next").exit_code == 0
    plan = read_paper(Path("next"), [sets]).value.paper.plan
    assert {action.status.label for action in plan.actions} == {"not started"}


# The next paper from the last one


def test_the_next_paper_starts_from_the_last_one():
    """The plan is carried over in its order; what is done keeps its progress, what is open asks for it anew."""
    result = papers("new", "next", "--from", EXAMPLE)

    before, after = (read_paper(folder, [TEMPLATES]).value.paper for folder in (EXAMPLE, Path("next")))
    assert result.exit_code == 0
    assert [(a.ref, a.action, a.lead, a.status, a.priority) for a in after.plan.actions] == [
        (a.ref, a.action, a.lead, a.status, a.priority) for a in before.plan.actions
    ]
    assert [(a.deadline.first, a.deadline.last) for a in after.plan.actions] == [
        (a.deadline.first, a.deadline.last) for a in before.plan.actions
    ]
    for old, new in zip(before.plan.actions, after.plan.actions, strict=True):
        assert (new.progress == old.progress) == (not old.status.state.is_open)
    assert (after.report.committee, after.previous_meeting) == (before.report.committee, before.report.meeting_date)
    assert after.report.action_plan.previous.endswith("jtai-2021-03/action-plan.xlsx")


def test_the_next_paper_builds_and_says_what_is_to_be_set():
    """Dates of the last paper are findings, as are the texts to be written; no old error comes back."""
    papers("new", "next", "--from", EXAMPLE)

    result = papers("build", "next")
    found = {(finding.code, finding.where.key) for finding in check(Path("next"), AROUND)}

    assert result.exit_code == 0, result.output
    assert {("TX002", "meeting_date"), ("TX002", "action_plan.as_of"), ("TX001", "summary")} <= found
    assert {code for code, _ in found} == {"TX001", "TX002", "AP105"}


def test_a_paper_with_errors_starts_no_next_one(tmp_path):
    """The errors would be carried over; they are to be corrected first."""
    previous = a_folder(tmp_path / "last", plan=PLAN.replace("Amber", "Pink"))

    result = papers("new", "next", "--from", previous)

    assert (result.exit_code, "this paper has errors" in result.output) == (3, True)
    assert not Path("next").exists()


def test_a_paper_without_a_plan_starts_a_next_one(tmp_path):
    """It gets a workbook to begin with."""
    previous = a_folder(tmp_path / "last", plan=None)

    assert papers("new", "next", "--from", previous).exit_code == 0
    assert papers("build", "next").exit_code == 0
