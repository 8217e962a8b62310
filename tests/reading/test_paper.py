"""A folder becomes a paper: which files count, and which day."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from papers.errors import PapersError
from papers.reading.paper import read_paper
from tests.builders import PLAN, REPORT, TEMPLATES, a_folder, a_paper, a_template_set, a_workbook

AS_OF = "action_plan:\n  as_of: 1 March 2021\n"


@pytest.mark.parametrize(
    ("report", "asked", "as_of"),
    [
        (REPORT, None, "2021-03-16"),
        (REPORT + AS_OF, None, "2021-03-01"),
        (REPORT + AS_OF, date(2020, 9, 22), "2020-09-22"),
        (REPORT, date(2020, 9, 22), "2020-09-22"),
    ],
)
def test_the_day_asked_for_goes_before_the_plans_own_and_that_before_the_meeting(
    tmp_path: Path, report: str, asked: date | None, as_of: str
):
    """A plan is judged on the day that is asked for, else on its own, else on that of the meeting."""
    paper = read_paper(a_folder(tmp_path, report=report), [TEMPLATES], asked).value.paper

    assert paper is not None
    assert str(paper.as_of) == as_of


def test_a_paper_without_a_workbook_has_no_plan(tmp_path: Path):
    """A paper need not have an action plan."""
    parsed = read_paper(a_folder(tmp_path, plan=None), [TEMPLATES])

    assert parsed.findings == ()
    assert parsed.value.paper is not None
    assert parsed.value.paper.plan is None


def test_a_workbook_that_the_report_names_is_read_instead(tmp_path: Path):
    """The report decides which workbook holds the plan, also in another folder."""
    folder = a_folder(tmp_path / "paper", report=f"{REPORT}action_plan:\n  workbook: ../shared/plan.xlsx\n")
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "plan.xlsx").write_bytes(a_workbook("Ref|Action|Lead|Due|RAG\nX1|Train|Head|TBC|Red"))

    paper = read_paper(folder, [TEMPLATES]).value.paper

    assert paper is not None
    assert paper.plan is not None
    assert [action.ref for action in paper.plan.actions] == ["X1"]


def test_a_plan_that_the_report_speaks_of_must_be_there(tmp_path: Path):
    """A report that says something about its plan cannot do without the workbook."""
    with pytest.raises(PapersError, match=r"action-plan\.xlsx: there is no such file"):
        read_paper(a_folder(tmp_path, plan=None, report=REPORT + AS_OF), [TEMPLATES])


def test_every_file_that_was_read_is_known_by_its_digest(tmp_path: Path):
    """What a paper was made from is named the same on every machine, with its SHA-256."""
    folder = a_folder(tmp_path)

    digests = read_paper(folder, [TEMPLATES]).value.digests

    assert sorted(digests) == [
        "action-plan.xlsx", "narrative.md", "report.yaml", "templates/sefton/council.yaml",
    ]  # fmt: skip
    assert digests["report.yaml"] == hashlib.sha256((folder / "report.yaml").read_bytes()).hexdigest()


def test_the_first_folder_of_templates_that_has_the_council_counts(tmp_path: Path):
    """A council's own template set goes before the one that came with the package."""
    own = a_template_set(tmp_path / "own")
    council = own / "sefton" / "council.yaml"
    council.write_text(
        council.read_text(encoding="utf-8").replace("name: Sefton Council", "name: Ours"), encoding="utf-8"
    )

    first = read_paper(a_folder(tmp_path / "paper"), [own, TEMPLATES]).value
    second = read_paper(tmp_path / "paper", [TEMPLATES, own]).value

    assert first.paper is not None
    assert second.paper is not None
    assert (first.paper.profile.name, first.templates) == ("Ours", own / "sefton")
    assert (second.paper.profile.name, second.templates) == ("Sefton Council", TEMPLATES / "sefton")


def test_a_council_without_templates_is_answered_with_those_there_are(tmp_path: Path):
    """A name like none that is there is answered with all of them."""
    parsed = read_paper(a_folder(tmp_path, report=REPORT.replace("sefton", "zzz")), [TEMPLATES])

    assert parsed.value.paper is None
    assert parsed.findings[0].code == "RP004"
    assert '"sefton"' in parsed.findings[0].remedy


@pytest.mark.parametrize("name", ["../sefton", ".", "sefton/", "/etc"])
def test_a_council_is_a_name_and_no_path(tmp_path: Path, name: str):
    """What looks like a path to a template set is no council."""
    parsed = read_paper(a_folder(tmp_path, report=REPORT.replace("council: sefton", f"council: {name}")), [TEMPLATES])

    assert [finding.code for finding in parsed.findings][:1] == ["RP004"]
    assert parsed.value.templates is None


def test_a_file_of_the_paper_that_is_read_only_is_read(tmp_path: Path):
    """Nothing in the folder of inputs is ever written."""
    folder = a_folder(tmp_path)
    before = {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()}
    for path in folder.iterdir():
        path.chmod(0o444)

    paper = read_paper(folder, [TEMPLATES]).value.paper

    assert paper is not None
    assert {path.name: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.iterdir()} == before


def test_a_paper_has_its_report_its_narrative_and_its_plan(tmp_path: Path):
    """The three files of a folder are one paper."""
    paper = a_paper(tmp_path, plan=PLAN)

    assert paper.report.subject == "Action plan"
    assert [section.title for section in paper.narrative.sections] == ["Background", "Progress"]
    assert paper.plan is not None
    assert [action.ref for action in paper.plan.actions] == ["1.1", "1.2"]


def test_a_misspelt_council_keeps_no_fault_of_the_other_files_back(tmp_path: Path):
    """The author hears of the narrative's and the plan's faults too, or must come back once more for them."""
    folder = a_folder(tmp_path, report=REPORT.replace("sefton", "seftn"), narrative="Early.\n")

    assert [finding.code for finding in read_paper(folder, [TEMPLATES]).findings] == ["RP004", "NV001"]
