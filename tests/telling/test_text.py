"""Findings as an officer reads them in a terminal."""

from __future__ import annotations

from papers.findings import Finding, Place, Severity, in_file_order
from papers.telling.text import counted, told

ERROR, WARNING, NOTE = Severity


def found(cell: str, severity: Severity = ERROR, sheet: str = "Actions", **more: str) -> Finding:
    return Finding("AP001", severity, Place("plan.xlsx", sheet, cell), "Lead is empty", "fill in Lead", **more)


def test_findings_are_told_by_sheet_in_the_order_of_their_cells():
    """Row by row, then column by column: I9 before A14, Z9 before AA9; each sheet under its own line."""
    findings = [found("A14"), found("B2", sheet="Priorities"), found("AA9"), found("I9"), found("Z9")]

    lines = [line.words.split(":")[0].strip() for line in told(in_file_order(findings)) if "Fill" not in line.words]

    assert lines == [
        "plan.xlsx",
        "Sheet Actions", "Actions!I9", "Actions!Z9", "Actions!AA9", "Actions!A14",
        "Sheet Priorities", "Priorities!B2",
    ]  # fmt: skip


def test_a_finding_says_where_what_and_what_to_do():
    """The remedy stands on a line of its own, as a sentence."""
    lines = [line.words for line in told([found("I9")])]

    assert lines[2:] == ["  Actions!I9: AP001 error: Lead is empty", "      Fill in Lead"]


def test_an_accepted_warning_shows_the_reason_in_place_of_the_remedy():
    """What the author accepted is still there to be seen."""
    lines = [line.words for line in told([found("I9", WARNING, accepted="The post is vacant.")])]

    assert lines[2:] == [
        "  Actions!I9: AP001 warning, accepted: Lead is empty",
        "      Accepted in report.yaml: The post is vacant.",
    ]


def test_a_finding_of_a_text_file_has_its_line_and_no_sheet():
    """report.yaml has no sheets."""
    lines = [
        line.words for line in told([Finding("RP002", ERROR, Place("report.yaml", line=3, key="subject"), "is empty")])
    ]

    assert lines == ["report.yaml", "  line 3, subject: RP002 error: is empty"]


def test_the_count_names_each_severity_and_what_is_accepted():
    """An accepted warning is still counted."""
    findings = [found("A1"), found("A2", WARNING), found("A3", WARNING, accepted="known"), found("A4", NOTE)]

    assert counted(findings) == "1 error, 2 warnings and 1 note, of which 1 is accepted"


def test_nothing_found_is_nothing_to_report():
    """Silence is said."""
    assert (list(told([])), counted([])) == ([], "nothing to report")
