"""What a council and an author make of findings: rules turned off or weighed otherwise, warnings accepted."""

from __future__ import annotations

from papers.findings import Finding, Place, Severity
from papers.model.profile import Profile
from papers.pipeline import check, explanations, rules
from tests.builders import AROUND, REPORT, Surroundings, a_folder, a_template_set, sefton

OFF_TRACK = """
Ref | Action | Lead | Due        | RAG
1.1 | Train  | HoS  | 31/12/2020 | Red
1.2 | Write  | HoS  | 31/12/2020 | Red
"""


def found_in(folder, report: str = "", council: str = "", plan: str = OFF_TRACK) -> list[Finding]:
    """Everything found in a paper whose report.yaml, and whose council's council.yaml, end in these lines."""
    around = AROUND
    if council:
        sets = a_template_set(folder)
        path = sets / "sefton" / "council.yaml"
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{council}", encoding="utf-8")
        around = Surroundings((sets,))
    return list(check(a_folder(folder / "paper", plan=plan, report=f"{REPORT}\n{report}"), around))


def told(findings: list[Finding]) -> list[tuple[str, str, str]]:
    return [(finding.code, finding.severity.value, finding.where.in_file) for finding in findings]


def test_without_a_word_about_it_a_rule_weighs_what_it_says(tmp_path):
    """Two red actions without a new date are two warnings."""
    assert told(found_in(tmp_path)) == [("AP105", "warning", "Actions!A2"), ("AP105", "warning", "Actions!A3")]


def test_a_council_turns_a_rule_off(tmp_path):
    """With the reason in council.yaml, for whoever asks."""
    council = "rules:\n  AP105:\n    severity: off\n    reason: Our plans have a column of their own for it."

    assert found_in(tmp_path, council=council) == []


def test_a_council_makes_a_warning_an_error(tmp_path):
    """A council may be stricter; nothing is built then."""
    council = "rules:\n  AP105:\n    severity: error\n    reason: Members asked for it."

    assert [finding.severity for finding in found_in(tmp_path, council=council)] == [Severity.ERROR] * 2


def test_a_council_makes_an_error_of_a_rule_a_note(tmp_path):
    """A council may be milder too, with a reason."""
    plan = "Ref | Action | Lead | Due | RAG\n1.1 | Train | HoS | TBC | Amber"
    council = "rules:\n  AP106:\n    severity: note\n    reason: Our amber is a forecast."

    assert told(found_in(tmp_path, council=council, plan=plan)) == [("AP106", "note", "Actions!D2")]


def test_what_cannot_be_read_stays_an_error_whatever_a_council_says(tmp_path):
    """A cell that cannot be used is left out of the paper; no weight makes it usable."""
    plan = "Ref | Action | Lead | Due | RAG\n1.1 | Train | | 31/12/2020 | Green"
    council = "rules:\n  AP001:\n    severity: off\n    reason: We are in a hurry."

    assert ("AP001", "error", "Actions!C2") in told(found_in(tmp_path, council=council, plan=plan))


def test_a_change_without_a_reason_or_of_no_known_rule_is_an_error(tmp_path):
    """A rule turned off for nobody knows what is how things slip through."""
    no_reason = found_in(tmp_path / "one", council="rules:\n  AP105:\n    severity: off")
    no_rule = found_in(tmp_path / "two", council="rules:\n  AP1O5:\n    severity: off\n    reason: Because.")

    assert [(f.code, f.where.key) for f in no_reason] == [("RP002", "rules.AP105.reason")]
    (said,) = (finding for finding in no_rule if finding.code == "CP003")
    assert (said.severity, said.where.key, said.where.line > 80) == (Severity.ERROR, "rules.AP1O5", True)


def test_an_author_accepts_the_warnings_of_a_rule(tmp_path):
    """They stay among the findings, with the author's reason."""
    findings = found_in(tmp_path, "acknowledge:\n  AP105: The summary tells members why.")

    assert [(f.code, f.accepted) for f in findings] == [("AP105", "The summary tells members why.")] * 2


def test_an_author_accepts_the_warning_of_one_cell(tmp_path):
    """So that the next one is not accepted with it."""
    findings = found_in(tmp_path, "acknowledge:\n  AP105 A2: The summary tells members why.")

    assert [(f.where.cell, bool(f.accepted)) for f in findings] == [("A2", True), ("A3", False)]


def test_an_error_is_never_accepted(tmp_path):
    """It would make the paper untrue, whatever anybody thinks of it."""
    plan = "Ref | Action | Lead | Due | RAG\n1.1 | Train | HoS | 31/12/2020 | Amber"

    findings = found_in(tmp_path, "acknowledge:\n  AP101: It is nearly done.", plan=plan)

    assert told(findings) == [("RP006", "warning", "line 37, acknowledge.AP101"), ("AP101", "error", "Actions!E2")]
    assert not any(finding.accepted for finding in findings)


def test_accepting_what_is_no_rule_or_without_a_reason_is_an_error(tmp_path):
    """A slip in the code would accept nothing, and a line without a reason says nothing."""
    no_rule = found_in(tmp_path / "one", "acknowledge:\n  AP1O5: Because.")
    no_reason = found_in(tmp_path / "two", "acknowledge:\n  AP105:")

    assert ("RP006", "error", "line 37, acknowledge.AP1O5") in told(no_rule)
    assert ("RP006", "error", "line 37, acknowledge.AP105") in told(no_reason)


def test_accepting_what_is_not_there_is_a_warning(tmp_path):
    """The line would hide the next one unseen."""
    findings = found_in(tmp_path, "acknowledge:\n  PD001: A test number.")

    assert ("RP007", "warning", "line 37, acknowledge.PD001") in told(findings)


def test_every_code_of_a_rule_and_of_a_finding_is_explained(tmp_path):
    """`papers rules CODE` has an answer to whatever `papers check` says."""
    known = explanations()

    assert {rule.code for rule in rules()} <= known.keys()
    assert all(text and len(text.partition("\n")[0]) <= 130 for text in known.values())


def test_the_profile_has_no_rules_of_its_own_unless_it_says_so():
    """Nothing is turned off by default."""
    assert Profile(name="x", rag=sefton().rag).rules == {}
    assert Finding("AP001", Severity.ERROR, Place(), "x").accepted == ""
