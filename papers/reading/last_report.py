"""The last report on a plan, from the disk: its plan, and the days that it was of."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from papers import wording
from papers.errors import PapersError
from papers.findings import Findings, Parsed, Place
from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.reading.files import format_of, read_bytes
from papers.reading.located import Keys
from papers.reading.plan import parse_action_plan
from papers.reading.plan_source import REPORT, WORKBOOK, NamedPlan, day_of, named_plan, words_of
from papers.reading.previous import said_of_last_plan


@dataclass(frozen=True, slots=True)
class LastReport:
    """What is known of the last report.

    meeting     the day of its meeting, and
    since       the day whose position its plan shows; None where only its workbook is there
    council     its template set; "" where only its workbook is there
    workbook    the file of its plan
    digests     SHA-256 of the files read, by their names as the new paper's folder sees them
    """

    plan: ActionPlan
    meeting: date | None
    since: date | None
    council: str
    workbook: Path
    digests: Mapping[str, str]


def read_last_report(folder: Path, named: str, profile: Profile) -> Parsed[LastReport]:
    """The last report, of which `named`, seen from `folder`, is the workbook or the folder of the whole paper.

    Rows of its plan that cannot be used are warnings: they cannot be compared. Raises PapersError where a file is
    missing or cannot be read.
    """
    findings = Findings()
    path = folder / named
    if not _is_there(path):
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
    if not is_folder and (beside == PurePosixPath(".") or (told.workbook or WORKBOOK) != path.name):
        keys, told = Keys({}, Place()), NamedPlan()  # that report.yaml is another workbook's
    workbook = folder / beside / (told.workbook or WORKBOOK) if is_folder else path
    content = read_bytes(workbook)
    digests[(beside / workbook.name).as_posix()] = hashlib.sha256(content).hexdigest()
    sheets = format_of(workbook, "sheets").parse(content, workbook.as_posix())
    plan = parse_action_plan(sheets.value, workbook.as_posix(), profile, told.sheets)
    findings.extend(said_of_last_plan((*sheets.findings, *plan.findings)))
    meeting = day_of(keys.entries.get("meeting_date"))
    since, council = told.as_of or meeting, words_of(keys, "council")
    return findings.parsed(LastReport(plan.value, meeting, since, council, workbook, digests))


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that no file can have, or a folder that may not be looked into
        return False


def no_earlier_report(
    last: LastReport, workbook: Path | None, council: str, position: date
) -> Iterator[tuple[str, str]]:
    """Why `last` is no earlier report on the plan in `workbook`, whose position is of that day: sentence and remedy."""
    if workbook is not None and last.workbook.resolve() == workbook.resolve():
        yield "this is the paper's own workbook", "name the workbook or the folder of the last report"
    elif last.since is not None and last.since > position:
        days = f"{wording.day(last.since)}, which is after this one's, {wording.day(position)}"
        yield f"the last report shows the position of {days}", "name an earlier report, or correct the dates"
    if last.council and last.council != council:
        yield f'the last report is of another council, "{last.council}"', "name a report of the same council"
