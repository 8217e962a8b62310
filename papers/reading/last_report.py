"""The last report on a plan, from the disk: its plan, and the days that it was of."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from papers.errors import PapersError
from papers.findings import Findings, Parsed, Place
from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.reading.files import format_of, read_bytes
from papers.reading.located import Keys
from papers.reading.plan import parse_action_plan
from papers.reading.plan_source import REPORT, WORKBOOK, day_of, named_plan
from papers.reading.previous import said_of_last_plan


@dataclass(frozen=True, slots=True)
class LastReport:
    """What is known of the last report.

    meeting     the day of its meeting, and
    since       the day whose position its plan shows; None where only its workbook is there
    digests     SHA-256 of the files read, by their names as the new paper's folder sees them
    """

    plan: ActionPlan
    meeting: date | None
    since: date | None
    digests: Mapping[str, str]


def read_last_report(folder: Path, named: str, profile: Profile) -> Parsed[LastReport]:
    """The last report, of which `named`, seen from `folder`, is the workbook or the folder of the whole paper.

    Rows of its plan that cannot be used are warnings: they cannot be compared. Raises PapersError where a file is
    missing or cannot be read.
    """
    findings = Findings()
    path = folder / named
    if not path.exists():
        at = (folder / REPORT).as_posix()
        raise PapersError(f'{at}: there is no "{named}", which action_plan.previous names; start from this folder: ../')
    is_folder = path.is_dir()
    beside = PurePosixPath(named.replace("\\", "/")) if is_folder else PurePosixPath(named.replace("\\", "/")).parent
    report = folder / beside / REPORT
    digests: dict[str, str] = {}
    keys = Keys({}, Place())
    if report.is_file():
        content = read_bytes(report)
        digests[(beside / REPORT).as_posix()] = hashlib.sha256(content).hexdigest()
        keys = format_of(report, "keys").parse(content, report.as_posix()).value
    told = named_plan(keys)
    workbook = folder / beside / (told.workbook or WORKBOOK) if is_folder else path
    content = read_bytes(workbook)
    digests[(beside / workbook.name).as_posix()] = hashlib.sha256(content).hexdigest()
    sheets = format_of(workbook, "sheets").parse(content, workbook.as_posix())
    plan = parse_action_plan(sheets.value, workbook.as_posix(), profile, told.sheets)
    findings.extend(said_of_last_plan((*sheets.findings, *plan.findings)))
    meeting = day_of(keys.entries.get("meeting_date"))
    return findings.parsed(LastReport(plan.value, meeting, told.as_of or meeting, digests))
