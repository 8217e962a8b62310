"""Findings as programs read them. SARIF's schema is OASIS's, as npm's @microsoft/jest-sarif carries it (MIT)."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.findings import Finding, Place, Severity
from papers.pipeline import check, explanations
from papers.telling.data import as_json, as_sarif
from tests.builders import AROUND, a_folder

SCHEMA = json.loads(Path(__file__).with_name("sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
JUDGE = jsonschema.validators.validator_for(SCHEMA)(SCHEMA, format_checker=jsonschema.FormatChecker())

PLAN = """
Ref | Action | Lead       | Due        | RAG
1.1 | Train  | Jane Smith | 31/12/2020 | Amber
1.2 | Train  |            | 03/04/2021 |
"""


def sarif(findings: list[Finding]) -> dict:
    log = json.loads(as_sarif(findings, explanations(), "1.2.3"))
    JUDGE.validate(log)
    return log["runs"][0]


def test_what_a_paper_has_wrong_is_valid_sarif(tmp_path):
    """Errors, warnings and notes of workbook, report and narrative pass the schema, each with its rule."""
    folder = a_folder(tmp_path / "a paper & co", plan=PLAN, narrative="# One\n\n<!-- a -->\n")
    findings = check(folder, AROUND)

    run = sarif(list(findings))

    assert len(run["results"]) == len(findings) > 4
    rules = run["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in run["results"])
    assert {"error", "warning", "note"} >= {result["level"] for result in run["results"]}


def test_nothing_found_is_a_valid_run_without_results():
    """A code host must be able to tell "clean" from "did not run"."""
    assert sarif([])["results"] == []


def test_a_cell_is_a_logical_location_and_a_line_is_a_region():
    """A workbook has no lines; its cells are named as officers name them."""
    cell = Finding("AP101", Severity.ERROR, Place("in/a b.xlsx", "Actions", "I14"), "late", "agree a date")
    line = Finding("RP002", Severity.ERROR, Place("in/report.yaml", line=7, key="subject"), "empty")

    of_cell, of_line = (result["locations"][0] for result in sarif([cell, line])["results"])

    assert of_cell["physicalLocation"] == {"artifactLocation": {"uri": "in/a%20b.xlsx"}}
    assert of_cell["logicalLocations"] == [{"fullyQualifiedName": "Actions!I14"}]
    assert of_line["physicalLocation"]["region"] == {"startLine": 7}


def test_an_accepted_warning_is_suppressed_with_its_reason():
    """It is there, and does not fail a build that looks at unsuppressed results."""
    accepted = Finding("PD004", Severity.WARNING, Place("plan.xlsx", "Actions", "B2"), "a postcode", "", "The offices.")

    (result,) = sarif([accepted])["results"]

    assert result["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "The offices."}]


words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.builds(
    Finding,
    st.sampled_from(["AP001", "AP101", "XX999"]), st.sampled_from(Severity),
    st.builds(Place, words, words, words, st.integers(0, 9999), words), words, words, words,
), max_size=4))  # fmt: skip
def test_any_findings_are_valid_sarif_and_json(findings):
    """Whatever stands in a file's or sheet's name, the output can be read."""
    assert len(sarif(findings)["results"]) == len(findings)
    assert [row["sentence"] for row in json.loads(as_json(findings))] == [finding.sentence for finding in findings]


def test_the_schema_refuses_what_is_no_sarif():
    """The judge is awake."""
    with pytest.raises(jsonschema.ValidationError):
        JUDGE.validate({"version": "2.1.0", "runs": [{"results": [{"level": "dreadful"}]}]})
