"""The `papers` command as a person at a prompt meets it."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from papers import __version__
from papers.cli import main
from papers.pipeline import explanations, rules
from tests.builders import PLAN, REPORT, ROOT, TEMPLATES, a_folder
from tests.documents.opened import files_in

LATE = PLAN.replace("End March 2021", "31/12/2020 ")
WHOLE = {"report.docx", "summary.docx", "appendix-1.docx", "briefing.pptx", "manifest.json"}


@pytest.fixture
def here(tmp_path, monkeypatch):
    """The folder that the command is used in, with a good paper, one with an error, and a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    a_folder(tmp_path / "inputs" / "good")
    a_folder(tmp_path / "inputs" / "better")
    a_folder(tmp_path / "inputs" / "late", plan=LATE)
    a_folder(tmp_path / "inputs" / "broken", plan=b"no workbook")
    return tmp_path


def papers(*arguments, **settings):
    """Use the command."""
    outcome = CliRunner().invoke(main, list(arguments), **settings)
    assert outcome.exception is None or isinstance(outcome.exception, SystemExit), repr(outcome.exception)
    return outcome


# What it says of itself


def test_help_names_every_command():
    """`papers --help` lists the commands with a sentence each."""
    outcome = papers("--help")

    assert outcome.exit_code == 0
    for name, command in main.commands.items():
        assert f"\n  {name} " in outcome.output
        assert command.get_short_help_str()


@pytest.mark.parametrize("command", sorted(main.commands))
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_has_help(command, option):
    """Each command explains itself and its options."""
    outcome = papers(command, option)

    assert outcome.exit_code == 0
    assert outcome.output.startswith("Usage: ")


def test_no_arguments_show_the_help():
    """`papers` alone shows what it can do, as wrong usage."""
    outcome = papers()

    assert outcome.exit_code == 2
    assert "Commands:" in outcome.output


def test_the_version_is_that_of_the_package():
    """`papers --version` names the version."""
    assert __version__ in papers("--version").output


@pytest.mark.parametrize(
    "arguments",
    [
        ["bild", "inputs/good"],
        ["build"],
        ["check"],
        ["build", "inputs/good", "--as-of", "yesterday"],
        ["build", "inputs/good", "--as-of", "2021-02-30"],
        ["build", "inputs/good", "--nonsense"],
        ["check", "inputs/good", "--format", "rhyme"],
        ["rules", "AP999"],
    ],
    ids=" ".join,
)
def test_wrong_usage_exits_2_with_a_hint(here, arguments):
    """A command, option or value that is not known is said, and nothing is done."""
    outcome = papers(*arguments)

    assert outcome.exit_code == 2
    assert "Error: " in outcome.output
    assert not (here / "outputs").exists()


def test_python_m_papers_is_the_command(here):
    """Where the command is not on the path, `python -m papers` does the same."""
    done = subprocess.run(
        [sys.executable, "-m", "papers", "check", "inputs/good"], capture_output=True, text=True, encoding="utf-8"
    )

    assert done.returncode == 0, done.stderr
    assert "inputs/good: nothing to report." in done.stdout


# Building


def test_a_good_paper_is_built_and_its_files_are_named(here):
    """The command says what it built, where, and how the plan stands."""
    outcome = papers("build", "inputs/good")

    assert outcome.exit_code == 0
    assert set(files_in(here / "outputs" / "good")) == WHOLE
    for name in WHOLE:
        assert f"outputs/good/{name}" in outcome.output
    assert "2 actions: 1 Green: completed, 1 Amber: on track" in outcome.output


def test_a_paper_with_an_error_exits_1_and_writes_nothing(here):
    """The error is said at its place, with what to do, and no folder is made."""
    outcome = papers("build", "inputs/late")

    assert outcome.exit_code == 1
    assert "inputs/late/action-plan.xlsx" in outcome.output
    assert "Actions!G2: AP101 error: " in outcome.output
    assert "nothing was built" in outcome.output
    assert not (here / "outputs").exists()


@pytest.mark.parametrize(
    ("paper", "words"),
    [
        ("inputs/missing", "inputs/missing: there is no such folder"),
        ("inputs/broken", "not an Excel workbook"),
        ("inputs/good/report.yaml", "no such folder"),
    ],
)
def test_what_cannot_be_read_exits_3_with_a_sentence(here, paper, words):
    """A folder that is not there, or a file that is none of its kind, stops the run in one sentence."""
    outcome = papers("build", paper)

    assert outcome.exit_code == 3
    assert words in outcome.output
    assert "Traceback" not in outcome.output
    assert not (here / "outputs").exists()


@pytest.mark.parametrize(
    ("bad", "code"),
    [(["inputs/late"], 1), (["inputs/missing"], 3), (["inputs/late", "inputs/missing"], 3), (["inputs/broken"], 3)],
    ids=str,
)
def test_good_papers_are_built_beside_bad_ones(here, bad, code):
    """Of several papers each good one is built; the exit code is the worst of all."""
    outcome = papers("build", "inputs/good", *bad, "inputs/better")

    assert outcome.exit_code == code
    assert set(files_in(here / "outputs" / "good")) == set(files_in(here / "outputs" / "better")) == WHOLE
    assert {path.name for path in (here / "outputs").iterdir()} == {"good", "better"}


def test_out_says_where_papers_go(here):
    """With --out the set lies in a folder of the paper's name there."""
    assert papers("build", "inputs/good", "--out", "elsewhere/deep").exit_code == 0
    assert set(files_in(here / "elsewhere" / "deep" / "good")) == WHOLE


@pytest.mark.parametrize("day", ["2021-04-01", "01/04/2021"])
def test_as_of_moves_the_day_on_which_the_plan_is_judged(here, day):
    """Judged a day later, an action due in March is overdue; both ways to write a day work."""
    outcome = papers("check", "inputs/good", "--as-of", day)

    assert outcome.exit_code == 1
    assert "AP101" in outcome.output
    assert "1 April 2021" in outcome.output


def test_a_paper_can_be_named_with_a_slash_or_a_dot(here, monkeypatch):
    """Completion leaves a slash, and one may stand in the folder itself: the set has the folder's name."""
    assert papers("build", "inputs/good/").exit_code == 0
    monkeypatch.chdir(here / "inputs" / "good")
    assert papers("build", ".", "--out", str(here / "outputs2")).exit_code == 0

    assert files_in(here / "outputs" / "good") == files_in(here / "outputs2" / "good")


# Checking


def test_check_writes_nothing(here):
    """A check says what it found and leaves no folder."""
    outcome = papers("check", "inputs/good", "inputs/late")

    assert outcome.exit_code == 1
    assert "inputs/good: nothing to report." in outcome.output
    assert "inputs/late: 1 error." in outcome.output
    assert not (here / "outputs").exists()


def test_json_holds_every_finding_with_its_place(here):
    """With --format json the output is findings alone, for other programs."""
    outcome = papers("check", "inputs/late", "inputs/good", "--format", "json")

    assert outcome.exit_code == 1
    (finding,) = json.loads(outcome.stdout)
    assert finding["code"] == "AP101"
    assert finding["severity"] == "error"
    assert finding["file"].endswith("inputs/late/action-plan.xlsx")
    assert (finding["sheet"], finding["cell"]) == ("Actions", "G2")
    assert "was due by 31 December 2020" in finding["sentence"]
    assert finding["remedy"]


def test_json_of_a_good_paper_is_an_empty_list(here):
    """Nothing found is a list of nothing, not silence."""
    assert json.loads(papers("check", "inputs/good", "--format", "json").stdout) == []


def test_json_stays_json_where_a_paper_cannot_be_read(here):
    """The sentence about a missing folder goes to the error stream; the findings of the others are still JSON."""
    outcome = papers("check", "inputs/late", "inputs/missing", "--format", "json")

    assert outcome.exit_code == 3
    assert [finding["code"] for finding in json.loads(outcome.stdout)] == ["AP101"]
    assert "inputs/missing" in outcome.stderr


def test_findings_come_in_the_order_of_the_file_with_their_remedy(here):
    """Everything wrong is said at once, under the name of its file."""
    a_folder(
        here / "inputs" / "worse", plan=LATE.replace("Green", "Purple"), report=REPORT.replace("subject", "subjekt")
    )

    outcome = papers("check", "inputs/worse")

    assert outcome.exit_code == 1
    assert outcome.output.index("report.yaml") < outcome.output.index("action-plan.xlsx")
    assert 'did you mean "subject"?' in outcome.output.replace("Did", "did")
    assert "G3" in outcome.output


# Colours


ESCAPE = "\x1b["


def test_colours_are_used_where_they_are_seen(here):
    """On a terminal an error is red."""
    assert ESCAPE in papers("check", "inputs/late", color=True).output


def test_no_color_turns_colours_off(here):
    """Whoever sets NO_COLOR gets plain text, with the same words."""
    plain = papers("check", "inputs/late", color=True, env={"NO_COLOR": "1"}).output

    assert ESCAPE not in plain
    assert plain == papers("check", "inputs/late").output


@pytest.mark.parametrize("command", [["build", "inputs/missing"], ["build", "inputs/good"], ["rules"]], ids=" ".join)
def test_no_color_holds_for_every_command(here, command):
    """Neither a refusal nor a success is coloured with NO_COLOR."""
    assert ESCAPE not in papers(*command, color=True, env={"NO_COLOR": "1"}).output


# Rules


def test_rules_lists_every_rule():
    """Each code has a line that says what it means; a rule's also its severity."""
    lines = {line.split()[0]: line for line in papers("rules").output.splitlines()}

    assert list(lines) == sorted(explanations())
    assert all(len(line.split()) > 3 for line in lines.values())
    assert all(f"  {rule.severity.value} " in lines[rule.code] for rule in rules())


@pytest.mark.parametrize("code", ["AP101", "ap101"])
def test_a_rule_explains_itself(code):
    """`papers rules AP101` says what is checked and why, whichever case it is asked in."""
    outcome = papers("rules", code)

    assert outcome.exit_code == 0
    assert outcome.output.startswith("AP101 (error)")
    assert len(outcome.output.split()) > 20


def test_an_unknown_rule_is_named_with_those_there_are():
    """The refusal names the rules."""
    outcome = papers("rules", "XX1")

    assert outcome.exit_code == 2
    assert "there is no rule XX1" in " ".join(outcome.output.split())
    assert 'did you mean "AP1' in papers("rules", "AP1O1").output


def test_templates_come_with_the_package(here):
    """A folder without templates of its own uses those that came with the package."""
    assert not (here / "templates").exists()

    papers("build", "inputs/good")

    manifest = json.loads((here / "outputs" / "good" / "manifest.json").read_text(encoding="utf-8"))
    assert len(manifest["templates"]) == len(list((TEMPLATES / "sefton").iterdir()))
    assert (ROOT / "templates" / "sefton").is_dir()
