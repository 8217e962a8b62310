"""`papers facts`: what an author can quote, with its value."""

from __future__ import annotations

from click.testing import CliRunner

from papers.cli import main
from papers.pipeline import check
from tests.builders import AROUND, EXAMPLE, PLAN, REPORT, a_folder


def said(*arguments):
    """What the command prints, and its exit code."""
    result = CliRunner().invoke(main, ["facts", *map(str, arguments)])
    return result.output, result.exit_code


def test_every_fact_is_printed_with_its_value():
    """Ready to be copied, in groups, with what it is."""
    output, code = said(EXAMPLE)

    assert code == 0
    assert "  {{ plan.total }}  34\n      How many actions there are.\n" in output
    assert "  {{ plan.off_track | refs }}  1.7, 3.4 and 4.6\n" in output
    assert "  {{ changes.since }}  22 September 2020\n" in output


def test_what_is_printed_can_be_copied(tmp_path):
    """Every fact that has a value there prints it where it is written into the narrative."""
    output, _ = said(a_folder(tmp_path / "one"))
    listed = [line.split("}}  ") for line in output.splitlines() if line.startswith("  {{") and "}}  (" not in line]
    narrative = "# Facts\n\n" + "\n\n".join(f"{fact}}}}}" for fact, _ in listed)

    findings = check(a_folder(tmp_path / "two", narrative=narrative), AROUND)

    assert len(listed) > 30
    assert not [finding for finding in findings if finding.code.startswith("FA")]


def test_another_day_is_another_position(tmp_path):
    """What is overdue is asked of the day given."""
    folder = a_folder(tmp_path / "paper")

    assert '{{ plan.overdue | refs("none") }}  none' in said(folder)[0]
    assert "{{ plan.overdue | refs }}  1.1" in said(folder, "--as-of", "2022-01-01")[0]


def test_a_paper_that_cannot_be_read_says_why(tmp_path):
    """The errors are printed as by `papers check`, with exit code 1; a folder that is not there ends with 3."""
    output, code = said(a_folder(tmp_path / "paper", report=REPORT.replace("subject: Action plan\n", "")))

    assert (code, "RP002" in output) == (1, True)
    assert said(tmp_path / "nowhere")[1] == 3


def test_a_paper_without_a_plan_has_the_other_facts(tmp_path):
    """Facts of the plan say that there is none."""
    output, code = said(a_folder(tmp_path / "paper", plan=None, report=REPORT.replace("  - Action plan\n", "  []\n")))

    assert code == 0
    assert "{{ plan.total }}  (this paper has no action plan)" in output


def test_a_plan_with_errors_in_it_still_tells_its_facts(tmp_path):
    """A row that is left out is counted nowhere; the check says so."""
    output, code = said(a_folder(tmp_path / "paper", plan=PLAN.replace("Green", "Pink")))

    assert (code, "{{ plan.total }}  1" in output) == (0, True)
