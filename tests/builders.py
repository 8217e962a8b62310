"""Papers for tests, made the way officers make them: a real workbook, a report.yaml, a narrative.

A workbook is a picture of its sheet: a line a row, cells set off by |, an empty cell left empty.
"""

from __future__ import annotations

import io
import shutil
from datetime import date
from pathlib import Path

import openpyxl

from papers.findings import Finding
from papers.model.paper import Paper
from papers.model.profile import Profile
from papers.pipeline import Surroundings
from papers.reading.formats.xlsx import parse_xlsx
from papers.reading.formats.yaml import parse_yaml
from papers.reading.paper import read_paper
from papers.reading.plan import parse_action_plan
from papers.reading.profile import parse_profile

ROOT = Path(__file__).parent.parent
TEMPLATES = ROOT / "templates"
EXAMPLE = ROOT / "inputs" / "jtai-2021-03"
AROUND = Surroundings((TEMPLATES,))

PLAN = """
    Ref | Partner    | Action           | Lead        | Due            | Progress       | RAG
    1.1 | Police     | Train call staff | Inspector   | End March 2021 | Half are done  | Amber
    1.2 | Early help | Publish a guide  | Head of SEN | 2020           | It is in use   | Green
"""

REPORT = """
council: sefton
committee: Overview and Scrutiny Committee
meeting_date: 2021-03-16
subject: Action plan
report_of: Executive Director
wards_affected: All Wards
portfolio: Children
key_decision: no
in_forward_plan: no
exempt: no
summary: How the plan stands.
recommendations:
  - Note the progress.
reasons: The Committee asked for it.
alternatives: Not reporting was rejected, as members want to know.
costs:
  revenue: No additional cost.
  capital: No capital cost.
implications:
  resource: No new posts.
  legal: Children Act 2004.
  equality: Screened; no assessment is needed.
consultations:
  external: The partners.
  finance_reference: FD.1234/21
  legal_reference: LD.1234/21
implementation_date: Immediately
contact:
  name: Head of Service
  telephone: 0151 496 0001
  email: service@example.gov.uk
appendices:
  - Action plan
"""

NARRATIVE = """
# Background

The inspectors came in 2019.

# Progress

Much is done.
"""


def rows_of(picture: str) -> list[list[str | None]]:
    """The cells of a picture; an empty one is None."""
    lines = [line for line in picture.splitlines() if line.strip()]
    return [[cell.strip() or None for cell in line.split("|")] for line in lines]


def a_workbook(picture: str = PLAN, **other_sheets: str) -> bytes:
    """A real workbook: sheet `Actions` from `picture`, and others by their names."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, drawn in {"Actions": picture, **other_sheets}.items():
        sheet = book.create_sheet(name)
        for row in rows_of(drawn):
            sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def sefton() -> Profile:
    """The profile of the Sefton template set, as it is."""
    path = TEMPLATES / "sefton" / "council.yaml"
    profile = parse_profile(parse_yaml(path.read_bytes(), path.name).value).value
    assert profile is not None
    return profile


def findings_of(picture: str, **other_sheets: str) -> list[Finding]:
    """Everything found wrong with a plan; places have no file name."""
    sheets = parse_xlsx(a_workbook(picture, **other_sheets), "").value
    return list(parse_action_plan(sheets, "", sefton()).findings)


def a_folder(
    folder: Path,
    plan: str | bytes | None = PLAN,
    report: str = REPORT,
    narrative: str = NARRATIVE,
    **other_sheets: str,
) -> Path:
    """A paper's folder on disk; `plan` None leaves the workbook out."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.yaml").write_text(report, encoding="utf-8")
    (folder / "narrative.md").write_text(narrative, encoding="utf-8")
    if plan is not None:
        content = plan if isinstance(plan, bytes) else a_workbook(plan, **other_sheets)
        (folder / "action-plan.xlsx").write_bytes(content)
    return folder


def a_paper(folder: Path, as_of: str = "2021-03-16", **inputs: str) -> Paper:
    """A paper read from a folder that is made of `inputs`, as for a_folder. It must have no errors."""
    parsed = read_paper(a_folder(folder, **inputs), [TEMPLATES], date.fromisoformat(as_of))
    assert parsed.value.paper is not None, [str(finding) for finding in parsed.findings]
    return parsed.value.paper


def a_plan(picture: str, as_of: str = "2021-03-16", **other_sheets: str) -> Paper:
    """A paper of which only the plan matters; its cells are named without a file: "Actions!E2"."""
    from papers.model.report import Report

    sheets = parse_xlsx(a_workbook(picture, **other_sheets), "").value
    parsed = parse_action_plan(sheets, "", sefton())
    assert not parsed.findings, [str(finding) for finding in parsed.findings]
    day = date.fromisoformat(as_of)
    report = Report(council="sefton", committee="Scrutiny", meeting_date=day, subject="Plan")
    return Paper(report=report, profile=sefton(), as_of=day, plan=parsed.value)


def a_template_set(folder: Path) -> Path:
    """A copy of the Sefton set that a test may spoil; returns the folder that template sets lie in."""
    shutil.copytree(TEMPLATES / "sefton", folder / "templates" / "sefton")
    return folder / "templates"
