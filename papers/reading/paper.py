"""A folder -> a paper, and everything found wrong on the way. The only module of this wing that touches the disk."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from papers import wording
from papers.errors import PapersError
from papers.findings import Findings, Parsed, Place, has_errors
from papers.model.narrative import Narrative
from papers.model.paper import Paper
from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.model.report import Report
from papers.modules import found_in
from papers.reading import formats
from papers.reading.due import parse_day
from papers.reading.format import Format, Holds
from papers.reading.formats.markdown import Marked
from papers.reading.located import Items, Keys, Node, Raw, Scalar, place_of, raw
from papers.reading.narrative import parse_narrative
from papers.reading.plan import parse_action_plan
from papers.reading.profile import parse_profile
from papers.reading.report import parse_report
from papers.reading.written import narrative_passages, report_passages

REPORT, NARRATIVE, WORKBOOK, PROFILE = "report.yaml", "narrative.md", "action-plan.xlsx", "council.yaml"


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


def template_sets(template_folders: Sequence[Path]) -> dict[str, Path]:
    """The folder of each council's template set, by the council's name; the first of `template_folders` counts."""
    return {
        path.parent.name: path.parent
        for root in reversed(template_folders)
        for path in sorted(root.glob(f"*/{PROFILE}"))
    }


def read_profile(council: str, template_folders: Sequence[Path]) -> Profile:
    """The profile of a council. Raises PapersError where there is none of that name, or its council.yaml is wrong."""
    there = template_sets(template_folders)
    if council not in there:
        advice = wording.did_you_mean(council, there) or f"there are {wording.quoted(sorted(there))}"
        raise PapersError(f'there are no templates for "{council}"; {advice}')
    parsed = read_council(there[council])
    if parsed.value is None or has_errors(parsed.findings):
        raise PapersError(str(parsed.findings[0]))
    return parsed.value.profile


@dataclass(frozen=True, slots=True)
class Council:
    """A template set's council.yaml: as its author wrote it, and what it says."""

    keys: Keys
    profile: Profile


def read_council(folder: Path) -> Parsed[Council | None]:
    """The council.yaml of a template set, and everything found wrong with it; None where it cannot be used."""
    path = folder / PROFILE
    parsed = _format(path, "keys").parse(read_bytes(path), path.as_posix())
    if not parsed.value.entries and parsed.findings:  # it could not be read: that nothing is in it is no news
        return Parsed(None, parsed.findings)
    profile = parse_profile(parsed.value)
    council = Council(parsed.value, profile.value) if profile.value is not None else None
    return Parsed(council, (*parsed.findings, *profile.findings))


class _Reader:
    """One reading of one folder: it opens each file once and keeps its digest."""

    def __init__(self, folder: Path, template_folders: Sequence[Path]) -> None:
        self.folder = folder
        self.template_folders = template_folders
        self.digests: dict[str, str] = {}
        self.places: dict[str, Place] = {}
        self.workbook: Path | None = None
        self.findings = Findings()

    def paper(self, as_of: date | None) -> Parsed[Read]:
        try:
            there = self.folder.is_dir()
        except OSError:
            there = False
        if not there:
            raise PapersError(f"{self.folder.as_posix()}: there is no such folder; name the folder of a paper")
        keys: Keys = self.parse(self.folder / REPORT, "keys")
        templates, profile = self.profile(keys)
        report = self.take(parse_report(keys, profile)) if profile else None
        blocks, narrative = self.narrative(profile)
        plan = self.plan(keys, profile) if profile else None
        self.note_places("acknowledge", keys)
        if profile is None or report is None:
            return self.findings.parsed(self.read(None, templates, keys))
        position = as_of or (report.action_plan and report.action_plan.as_of) or report.meeting_date
        self.refuse_exempt(keys, report, plan)
        file = (self.folder / NARRATIVE).as_posix()
        paper = Paper(
            report=report,
            profile=profile,
            as_of=position,
            narrative=narrative,
            plan=plan,
            written=(*report_passages(keys), *narrative_passages(blocks, file)),
            previous_meeting=self.previous_meeting(report),
        )
        return self.findings.parsed(self.read(paper, templates, keys))

    def read(self, paper: Paper | None, templates: Path | None, keys: Keys) -> Read:
        words = {key: raw(node) for key, node in keys.entries.items()}
        return Read(paper, templates, self.workbook, self.digests, words, self.places)

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
        content = read_bytes(path)
        self.digests[name or path.relative_to(self.folder).as_posix()] = hashlib.sha256(content).hexdigest()
        return self.take(_format(path, holds).parse(content, path.as_posix()))

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

    def previous_meeting(self, report: Report) -> date | None:
        """The day of the meeting that had the previous plan, from the report.yaml beside that workbook."""
        previous = report.action_plan.previous if report.action_plan else ""
        path = (self.folder / previous).parent / REPORT
        if not previous or not path.is_file():
            return None
        keys: Keys = _format(path, "keys").parse(read_bytes(path), path.as_posix()).value
        meeting = keys.entries.get("meeting_date")
        return parse_day(meeting.words) if isinstance(meeting, Scalar) else None

    def narrative(self, profile: Profile | None) -> tuple[Sequence[Marked], Narrative]:
        path = self.folder / NARRATIVE
        blocks = self.parse(path, "text")
        narrative: Narrative = self.take(
            parse_narrative(blocks, path.as_posix(), profile.numbering if profile else "by_section")
        )
        at = Place(path.as_posix())
        if not blocks and not any(finding.where.file == at.file for finding in self.findings.found):
            self.findings.warning("NV006", at, "there is nothing in the narrative", 'start it with "# Heading"')
        return blocks, narrative

    def plan(self, keys: Keys, profile: Profile) -> ActionPlan | None:
        """The plan of the workbook that the report names, or of action-plan.xlsx where it is there."""
        source = keys.entries.get("action_plan")
        named = source.entries.get("workbook") if isinstance(source, Keys) else None
        words = named.words if isinstance(named, Scalar) else ""
        path = self.folder / (words or WORKBOOK)
        if not words and source is None and not path.exists():
            self.say_other_workbooks()
            return None
        self.say_open(path)
        self.workbook = path
        sheets = self.parse(path, "sheets", words or WORKBOOK)
        plan: ActionPlan = self.take(parse_action_plan(sheets, path.as_posix(), profile, _sheets_named(source)))
        return plan

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


def _sheets_named(source: Node | None) -> list[str]:
    """The sheets that `action_plan` in report.yaml names: one, or a list."""
    named = source.entries.get("sheets") if isinstance(source, Keys) else None
    several = named.items if isinstance(named, Items) else (named,)
    return [each.words for each in several if isinstance(each, Scalar) and each.words]


@functools.cache
def _formats() -> list[Format]:
    return found_in(formats, "FORMAT", Format)


def _format(path: Path, holds: Holds) -> Format:
    suffix = path.suffix.lower()
    for known in _formats():
        if known.holds == holds and suffix in known.suffixes:
            return known
    suffixes = wording.listing((s for known in _formats() if known.holds == holds for s in known.suffixes), "or")
    raise PapersError(f"{path.as_posix()}: a {suffix or 'file without an ending'} cannot be read here; use {suffixes}")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file; PapersError where there is none, or it is locked, a folder or not for this user."""
    try:
        if path.exists() and not path.is_file():
            raise PapersError(f"{path.as_posix()}: this is a folder, where a file is to be")
        return path.read_bytes()
    except FileNotFoundError as error:
        there = sorted(p.name for p in path.parent.glob("*") if p.is_file()) if path.parent.is_dir() else []
        near = wording.did_you_mean(path.name, there)
        raise PapersError(f"{path.as_posix()}: there is no such file{'; ' + near if near else ''}") from error
    except PermissionError as error:
        raise PapersError(f"{path.as_posix()}: this may not be read; is it open in Excel, or not yours?") from error
    except OSError as error:
        raise PapersError(f"{path.as_posix()}: this cannot be read: {error.strerror}") from error
