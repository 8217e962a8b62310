"""A folder -> a paper, and everything found wrong on the way."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from papers import wording
from papers.errors import PapersError
from papers.findings import Findings, Parsed, Place
from papers.model.changes import Changes
from papers.model.narrative import Narrative
from papers.model.paper import Paper
from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.model.report import Report
from papers.reading.council import PROFILE, template_sets
from papers.reading.files import format_of, read_bytes
from papers.reading.format import Holds
from papers.reading.formats.markdown import Marked
from papers.reading.last_report import LastReport, no_earlier_report, read_last_report
from papers.reading.located import Keys, Raw, Scalar, place_of, raw
from papers.reading.narrative import parse_narrative
from papers.reading.plan import parse_action_plan
from papers.reading.plan_source import REPORT, WORKBOOK, named_plan
from papers.reading.previous import parse_changes
from papers.reading.profile import parse_profile
from papers.reading.quoting.filling import filled
from papers.reading.quoting.tags import Tags, as_typed
from papers.reading.references import resolve
from papers.reading.report import parse_report
from papers.reading.written import narrative_passages, report_passages

NARRATIVE = "narrative.md"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from one paper's folder.

    paper       None where an error keeps it from being one
    templates   the folder of its council's template set; None where the report names none that is there
    workbook    the file of its action plan; None where it has none
    digests     SHA-256 of every file read, by a name that is the same on every machine
    words       report.yaml as the author wrote it
    places      where the keys of `acknowledge` in report.yaml and of `rules` in council.yaml stand, by dotted name
    """

    paper: Paper | None
    templates: Path | None
    workbook: Path | None = None
    digests: dict[str, str] = field(default_factory=dict)
    words: Mapping[str, Raw] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)


def read_paper(folder: Path, template_folders: Sequence[Path], as_of: date | None = None) -> Parsed[Read]:
    """The paper in `folder`, with its council's profile from the first of `template_folders` that has the council.

    `as_of` goes before the report's own position date, which goes before the meeting. Findings come in the order of
    the files: report, narrative, workbook. Raises PapersError where a file is missing or cannot be read.
    """
    return _Reader(folder, template_folders).paper(as_of)


class _Reader:
    """One reading of one folder: it opens each file once and keeps its digest."""

    def __init__(self, folder: Path, template_folders: Sequence[Path]) -> None:
        self.folder = folder
        self.template_folders = template_folders
        self.digests: dict[str, str] = {}
        self.places: dict[str, Place] = {}
        self.workbook: Path | None = None
        self.tags = Tags()
        self.findings = Findings()

    def paper(self, as_of: date | None) -> Parsed[Read]:
        try:
            there = self.folder.is_dir()
        except OSError:
            there = False
        if not there:
            raise PapersError(f"{self.folder.as_posix()}: there is no such folder; name the folder of a paper")
        keys: Keys = self.parse_quoting(self.folder / REPORT, "keys")
        templates, profile = self.profile(keys)
        report = self.take(parse_report(keys, profile)) if profile else None
        blocks, narrative = self.narrative(profile)
        plan = self.plan(keys, profile) if profile else None
        self.note_places("acknowledge", keys)
        if profile is None or report is None:
            return self.read(None, templates, keys)
        position = as_of or (report.action_plan and report.action_plan.as_of) or report.meeting_date
        self.refuse_exempt(keys, report, plan)
        changes, previous_meeting = self.since_last_report(keys, report, profile, plan, position)
        report, narrative = self.take(resolve(report, narrative, plan, profile))
        file = (self.folder / NARRATIVE).as_posix()
        paper = Paper(
            report=report,
            profile=profile,
            as_of=position,
            narrative=narrative,
            plan=plan,
            changes=changes,
            written=(*report_passages(keys, narrative.targets), *narrative_passages(blocks, file, narrative.targets)),
            previous_meeting=previous_meeting,
        )
        return self.read(self.take(filled(paper, self.tags)), templates, keys)

    def read(self, paper: Paper | None, templates: Path | None, keys: Keys) -> Parsed[Read]:
        """What was read, and all that was found; facts that stand in either as their author typed them."""
        words = {key: self.tags.put_back(raw(node), as_typed) for key, node in keys.entries.items()}
        findings = tuple(self.tags.put_back(finding, as_typed) for finding in self.findings.found)
        return Parsed(Read(paper, templates, self.workbook, self.digests, words, self.places), findings)

    def note_places(self, key: str, keys: Keys) -> None:
        """Keep the places of the keys below `key`, for whoever has something to say of them."""
        below = keys.entries.get(key)
        if isinstance(below, Keys):
            self.places |= {place.key: place for place in below.places.values()}

    def take(self, parsed: Parsed[Any]) -> Any:  # noqa: ANN401
        """A parsed value, its findings kept."""
        self.findings.extend(parsed.findings)
        return parsed.value

    def parse(self, path: Path, holds: Holds, name: str = "") -> Any:  # noqa: ANN401
        """What the format for `path` makes of it; `name` is its key in the digests, by default the file's own."""
        return self.take(format_of(path, holds).parse(self.bytes_of(path, name), path.as_posix()))

    def parse_quoting(self, path: Path, holds: Holds) -> Any:  # noqa: ANN401
        """The same for a file in which facts may be quoted: a mark stands in it for each, until all else is read."""
        content = self.bytes_of(path)
        with contextlib.suppress(UnicodeDecodeError):  # whoever parses it says that it is no text
            content = self.tags.taken_out(content.decode("utf-8"), path.as_posix(), self.findings).encode("utf-8")
        return self.take(format_of(path, holds).parse(content, path.as_posix()))

    def bytes_of(self, path: Path, name: str = "") -> bytes:
        content = read_bytes(path)
        self.digests[name or path.relative_to(self.folder).as_posix()] = hashlib.sha256(content).hexdigest()
        return content

    def profile(self, keys: Keys) -> tuple[Path | None, Profile | None]:
        if not keys.entries and self.findings.found:
            return None, None
        council = keys.entries.get("council")
        file = (self.folder / REPORT).as_posix()
        there = template_sets(self.template_folders)
        if not isinstance(council, Scalar) or not council.words:
            at = Place(file, key="council")
            self.findings.error("RP002", at, "council is missing", f"choose {wording.quoted(sorted(there))}")
            return None, None
        templates = there.get(council.words)
        if templates is None:
            advice = wording.did_you_mean(council.words, there) or f"choose {wording.quoted(sorted(there))}"
            self.findings.error("RP004", council.place, f'there are no templates for "{council.words}"', advice)
            return None, None
        path = templates / PROFILE
        council_keys: Keys = self.parse(path, "keys", f"templates/{templates.name}/{PROFILE}")
        self.note_places("rules", council_keys)
        if not council_keys.entries and self.findings.found:
            return templates, None
        profile = self.take(parse_profile(council_keys))
        return templates, profile

    def narrative(self, profile: Profile | None) -> tuple[Sequence[Marked], Narrative]:
        path = self.folder / NARRATIVE
        blocks = self.parse_quoting(path, "text")
        narrative: Narrative = self.take(
            parse_narrative(blocks, path.as_posix(), profile.numbering if profile else "by_section")
        )
        at = Place(path.as_posix())
        if not blocks and not any(finding.where.file == at.file for finding in self.findings.found):
            self.findings.warning("NV006", at, "there is nothing in the narrative", 'start it with "# Heading"')
        return blocks, narrative

    def plan(self, keys: Keys, profile: Profile) -> ActionPlan | None:
        """The plan of the workbook that the report names, or of action-plan.xlsx where it is there."""
        told = named_plan(keys)
        path = self.folder / (told.workbook or WORKBOOK)
        if not told.is_told_of and not path.exists():
            self.say_other_workbooks()
            return None
        self.say_open(path)
        self.workbook = path
        sheets = self.parse(path, "sheets", told.workbook or WORKBOOK)
        plan: ActionPlan = self.take(parse_action_plan(sheets, path.as_posix(), profile, told.sheets))
        return plan

    def since_last_report(
        self, keys: Keys, report: Report, profile: Profile, plan: ActionPlan | None, position: date
    ) -> tuple[Changes | None, date | None]:
        """What has changed in the plan, and the day of the last meeting; None where no earlier plan is named."""
        source = report.action_plan
        if source is None or not source.previous:
            if source and (source.renumbered or source.removed):
                at = place_of(keys, ("action_plan", "renumbered" if source.renumbered else "removed"))
                self.findings.error("AP021", at, "no last report is named", "name it under action_plan, as previous")
            return None, None
        last: LastReport = self.take(read_last_report(self.folder, source.previous, profile))
        self.digests |= last.digests
        if plan is None:
            return None, last.meeting
        at = place_of(keys, ("action_plan", "previous"))
        for sentence, remedy in no_earlier_report(last, self.workbook, report.council, position):
            self.findings.error("AP021", at, sentence, remedy)
        return self.take(parse_changes(plan, last.plan, source, keys, last.since)), last.meeting

    def say_other_workbooks(self) -> None:
        """AP019 for a workbook in the folder that nothing names: the paper would be made without its plan."""
        there = sorted(path for path in self.folder.iterdir() if path.suffix.lower() in (".xlsx", ".xlsm"))
        for path in (path for path in there if not path.name.startswith(("~$", "."))):
            remedy = f'call it {WORKBOOK}, or write in report.yaml, under action_plan, "workbook: {path.name}"'
            self.findings.error("AP019", Place(path.as_posix()), "this workbook is not read", remedy)

    def say_open(self, path: Path) -> None:
        """WB011: Excel and LibreOffice leave a lock file beside a workbook that is open."""
        locks = (path.with_name(f"~${path.name}"), path.with_name(f".~lock.{path.name}#"))
        if any(lock.exists() for lock in locks):
            sentence = "this workbook is open in Excel or LibreOffice; changes that are not saved are not in this build"
            self.findings.warning("WB011", Place(path.as_posix()), sentence, "save and close it, then build again")

    def refuse_exempt(self, keys: Keys, report: Report, plan: ActionPlan | None) -> None:
        """EX001: exempt matter is refused until it can be kept apart, so that none is ever published."""
        remedy = "take it out of this paper and publish it apart"
        if report.exempt is not None:
            at = place_of(keys, ("exempt",))
            self.findings.error("EX001", at, "the report is exempt, and exempt papers cannot be built yet", remedy)
        for action in plan.actions if plan else ():
            if action.exempt:
                sentence = f"action {action.ref} is exempt, and exempt rows cannot be kept apart yet"
                self.findings.error("EX001", action.cell("Exempt"), sentence, remedy)
