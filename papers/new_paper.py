"""What a new paper starts with. Like pipeline.py it joins wings and has no rules of its own."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from papers.errors import PapersError
from papers.findings import has_errors
from papers.model.paper import Paper
from papers.model.profile import Profile
from papers.pipeline import Surroundings
from papers.reading.council import PROFILE, read_profile
from papers.reading.paper import NARRATIVE, read_paper
from papers.reading.plan_source import REPORT, WORKBOOK
from papers.starters.narrative import starter_narrative
from papers.starters.report import starter_report
from papers.starters.schema import council_schema, report_schema
from papers.workbooks.starter import starter_workbook
from papers.writing.publish import publish_new

SCHEMA = "report.schema.json"


def schema(what: str = REPORT, profile: Profile | None = None) -> str:
    """The JSON Schema of report.yaml, a council's own where its profile is given, or of council.yaml, as text."""

    made = council_schema() if what == PROFILE else report_schema(profile)
    return json.dumps(made, indent=2, ensure_ascii=False) + "\n"


def start(folder: Path, council: str | None, around: Surroundings, previous: Path | None = None) -> tuple[str, ...]:
    """Make `folder` with the inputs of a new paper, to be filled in; returns the names of its files.

    council     its template set; None for that of the paper before
    previous    the folder of the paper before: its plan, its facts and the headings of its narrative are carried over

    Raises PapersError where the folder is there already, the council is not, or the paper before has errors.
    """

    before = _before(previous, around) if previous else None
    council = council or (before.paper.report.council if before else "")
    profile = read_profile(council, around.templates)
    if before is None:
        report = starter_report(profile, council, SCHEMA, {})
        workbook, narrative = starter_workbook(profile), starter_narrative()
    else:
        paper = before.paper
        plan = _seen_from(folder, before.workbook) if before.workbook else ""
        report = starter_report(profile, council, SCHEMA, before.words, plan, paper.as_of if plan else None)
        workbook = starter_workbook(profile, paper.plan, paper.as_of)
        narrative = starter_narrative([section.title for section in paper.narrative.sections])
    files = {
        REPORT: report.encode("utf-8"),
        NARRATIVE: narrative.encode("utf-8"),
        WORKBOOK: workbook,
        SCHEMA: schema(REPORT, profile).encode("utf-8"),
    }
    publish_new(files, folder)
    return tuple(files)


@dataclass(frozen=True, slots=True)
class _Before:
    """A paper that the next one starts from."""

    paper: Paper
    workbook: Path | None
    words: Mapping[str, Any]


def _before(folder: Path, around: Surroundings) -> _Before:
    parsed = read_paper(folder, around.templates)
    read = parsed.value
    if read.paper is None or has_errors(parsed.findings):
        where = folder.as_posix()
        raise PapersError(f"{where}: this paper has errors; see `papers check {where}`, correct them and start again")
    return _Before(read.paper, read.workbook, read.words)


def _seen_from(folder: Path, path: Path) -> str:
    """The way from a folder to a file, as report.yaml names it; the whole path where there is none (other drives)."""
    try:
        return Path(os.path.relpath(path.resolve(), folder.resolve())).as_posix()
    except ValueError:
        return path.resolve().as_posix()
