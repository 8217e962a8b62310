"""What every check has, whichever it is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from papers import checks
from papers.checks.check import Check
from papers.cli import main
from papers.findings import has_errors
from papers.modules import found_in
from papers.pipeline import check, rules
from tests.builders import AROUND, a_folder

CHECKS = found_in(checks, "CHECK", Check, besides=("check", "prose", "weight"))


def test_the_checks_are_those_of_the_folder():
    """A rule is found by being there: every module below checks/ that is none of their making is one."""
    folder = Path(checks.__file__).parent
    there = [path for path in folder.rglob("*.py") if "prose" not in path.parts]
    modules = {path.stem for path in there} - {"__init__", "check", "weight"}

    assert {rule.look.__module__.rpartition(".")[2] for rule in CHECKS} == modules
    assert "AP101" in [rule.code for rule in rules()]
    assert [rule.code for rule in rules()] == sorted(rule.code for rule in CHECKS)


def test_every_code_is_one_rules_alone():
    """A code names one rule for good: two letters and three figures."""
    codes = [rule.code for rule in CHECKS]

    assert sorted(codes) == sorted(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{2}\d{3}", code)] == []


@pytest.mark.parametrize("rule", CHECKS, ids=lambda rule: rule.code)
def test_every_rule_explains_itself(rule: Check):
    """`papers rules CODE` says what is looked for, an example, what to do instead and the source of the rule."""
    result = CliRunner().invoke(main, ["rules", rule.code.lower()])

    assert result.exit_code == 0
    assert result.output.startswith(f"{rule.code} ({rule.severity.value})")
    assert [word for word in ("\nExample ", "\nInstead ", "\nSource ") if word not in result.output] == []


def test_the_list_of_rules_has_a_line_for_each():
    """`papers rules` names every rule with the first sentence of its explanation."""
    result = CliRunner().invoke(main, ["rules"])

    assert result.exit_code == 0
    assert {rule.code for rule in rules()} <= {line.split()[0] for line in result.output.splitlines()}
    assert "An action is called on track although its last due day has passed." in result.output


@pytest.mark.parametrize(("as_of", "found"), [("2021-03-16", False), ("2021-04-01", True)])
def test_a_rule_that_reports_an_error_stops_the_build(tmp_path: Path, as_of: str, found: bool):
    """The position date asked for decides what is late, and an error of a rule is one like any other."""
    folder = a_folder(tmp_path / "paper", plan="Ref|Action|Lead|Due|RAG\n1.1|Train|Head|End March 2021|Amber")

    result = CliRunner().invoke(main, ["build", str(folder), "--as-of", as_of, "--out", str(tmp_path / "out")])

    assert ("AP101" in result.output, result.exit_code) == (found, int(found))
    assert (tmp_path / "out").exists() is not found


def test_the_examples_that_come_with_the_project_have_no_errors():
    """What officers copy to start their own paper is right."""
    for folder in sorted((Path(__file__).parents[2] / "inputs").glob("*/")):
        assert not has_errors(check(folder, AROUND)), folder.name
