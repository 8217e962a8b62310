"""Findings: where, what, and what to do, in the order of the files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.findings import Finding, Findings, Parsed, Place, Severity, has_errors, in_file_order


@pytest.mark.parametrize(
    ("place", "whole", "in_file"),
    [
        (Place("plan.xlsx", "Actions", "I14"), "plan.xlsx!Actions!I14", "Actions!I14"),
        (Place("plan.xlsx", "Actions"), "plan.xlsx!Actions", "Actions"),
        (Place("", "Actions", "I14"), "Actions!I14", "Actions!I14"),
        (Place("plan.xlsx"), "plan.xlsx", ""),
        (Place("report.yaml", line=12, key="exempt"), "report.yaml:12 (exempt)", "line 12, exempt"),
        (Place("report.yaml", line=12), "report.yaml:12", "line 12"),
        (Place("report.yaml", key="costs.revenue"), "report.yaml (costs.revenue)", "costs.revenue"),
        (Place("report.yaml", key="a(b)"), "report.yaml (a(b))", "a(b)"),
        (Place("narrative.md", line=3), "narrative.md:3", "line 3"),
        (Place(), "", ""),
    ],
)
def test_a_place_is_written_as_the_author_looks_for_it(place: Place, whole: str, in_file: str):
    """A cell as Excel names it, a line as an editor counts it, a key as it stands in the file."""
    assert (str(place), place.in_file) == (whole, in_file)


NOWHERE = Place()


def a_finding(severity: Severity = Severity.ERROR, where: Place = NOWHERE, code: str = "AP001") -> Finding:
    return Finding(code, severity, where, "RAG is empty", "write a status")


def test_a_finding_is_one_line_that_says_where_what_and_what_to_do():
    """Place, code, severity, sentence, and the remedy in brackets where there is one."""
    where = Place("plan.xlsx", "Actions", "I14")

    assert str(a_finding(where=where)) == "plan.xlsx!Actions!I14: AP001 error: RAG is empty (write a status)"
    assert str(Finding("AP006", Severity.NOTE, where, "It is so")) == "plan.xlsx!Actions!I14: AP006 note: It is so"


@pytest.mark.parametrize(
    ("severities", "stops"),
    [([], False), ([Severity.NOTE, Severity.WARNING], False), ([Severity.NOTE, Severity.ERROR], True)],
)
def test_only_errors_stop_a_build(severities: list[Severity], stops: bool):
    """Warnings and notes are said, and the paper is built."""
    assert has_errors(a_finding(severity) for severity in severities) is stops


def test_findings_keep_what_was_noted_and_taken_over():
    """A growing list has everything that was said, in the order in which it was said."""
    findings = Findings()
    findings.error("A", Place(), "one")
    findings.warning("B", Place(), "two", "do")
    findings.extend([a_finding(code="C")])
    findings.note("D", Place(), "four")

    assert findings.parsed("value") == Parsed("value", tuple(findings.found))
    assert [(finding.code, finding.severity.value) for finding in findings.found] == [
        ("A", "error"), ("B", "warning"), ("C", "error"), ("D", "note"),
    ]  # fmt: skip


PLACES = [
    Place("report.yaml", key="subject"),
    Place("report.yaml", line=2),
    Place("report.yaml", line=10),
    Place("narrative.md", line=1),
    Place("plan.xlsx"),
    Place("plan.xlsx", "Priorities", "A2"),
    Place("plan.xlsx", "Actions"),
    Place("plan.xlsx", "Actions", "A1"),
    Place("plan.xlsx", "Actions", "B2"),
    Place("plan.xlsx", "Actions", "Z2"),
    Place("plan.xlsx", "Actions", "AA2"),
    Place("plan.xlsx", "Actions", "A10"),
]


def test_findings_come_in_the_order_in_which_an_author_meets_them():
    """File after file and sheet after sheet as first named; lines, rows and columns by number, AA after Z."""
    files_first = [Place("report.yaml"), Place("narrative.md"), Place("plan.xlsx"), PLACES[5]]
    found = [a_finding(where=place) for place in [*files_first, *reversed(PLACES)]]

    places = [str(finding.where) for finding in in_file_order(found)]

    assert list(dict.fromkeys(places)) == [
        "report.yaml", "report.yaml (subject)", *(str(place) for place in PLACES[1:3]),
        "narrative.md", *(str(place) for place in PLACES[3:]),
    ]  # fmt: skip


@given(st.lists(st.builds(a_finding, st.sampled_from(Severity), st.sampled_from(PLACES), st.text("AB", max_size=3))))
@settings(max_examples=100, deadline=None)
def test_ordering_loses_nothing_and_is_stable(found: list[Finding]):
    """Every finding is still there, those of one place in the order in which they were found, and once is enough."""
    ordered = in_file_order(found)

    assert sorted(map(str, ordered)) == sorted(map(str, found))
    for place in PLACES:
        assert [f for f in ordered if f.where == place] == [f for f in found if f.where == place]
    assert in_file_order(ordered) == ordered
    files = [finding.where.file for finding in ordered]
    assert list(dict.fromkeys(files)) == list(dict.fromkeys(finding.where.file for finding in found))
    assert sorted(files, key=list(dict.fromkeys(files)).index) == files
