"""A folder -> a paper, and everything found wrong on the way. The only module of this wing that touches the disk."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from papers import wording
from papers.errors import PapersError
from papers.findings import Findings, Parsed, Place
from papers.model.narrative import Narrative
from papers.model.paper import Paper
from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.model.report import Report
from papers.modules import found_in
from papers.reading import formats
from papers.reading.format import Format, Holds
from papers.reading.located import Keys, Scalar, place_of
from papers.reading.narrative import parse_narrative
from papers.reading.plan import parse_action_plan
from papers.reading.profile import parse_profile
from papers.reading.report import parse_report

REPORT, NARRATIVE, WORKBOOK, PROFILE = "report.yaml", "narrative.md", "action-plan.xlsx", "council.yaml"


@dataclass(frozen=True, slots=True)
class Read:
    """What was read from one paper's folder.

    paper       None where an error keeps it from being one
    templates   the folder of its council's template set; None where the report names none that is there
    digests     SHA-256 of every file read, by a name that is the same on every machine
    """

    paper: Paper | None
    templates: Path | None
    digests: dict[str, str] = field(default_factory=dict)


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
        narrative = self.narrative()
        plan = self.plan(keys, profile) if profile else None
        if profile is None or report is None:
            return self.findings.parsed(Read(None, templates, self.digests))
        position = as_of or (report.action_plan and report.action_plan.as_of) or report.meeting_date
        self.refuse_exempt(keys, report, plan)
        paper = Paper(report=report, profile=profile, as_of=position, narrative=narrative, plan=plan)
        return self.findings.parsed(Read(paper, templates, self.digests))

    def take(self, parsed: Parsed[Any]) -> Any:  # noqa: ANN401
        """A parsed value, its findings kept."""
        self.findings.extend(parsed.findings)
        return parsed.value

    def parse(self, path: Path, holds: Holds, name: str = "") -> Any:  # noqa: ANN401
        """What the format for `path` makes of it; `name` is its key in the digests, by default the file's own."""
        content = _content(path)
        self.digests[name or path.relative_to(self.folder).as_posix()] = hashlib.sha256(content).hexdigest()
        return self.take(_format(path, holds).parse(content, path.as_posix()))

    def profile(self, keys: Keys) -> tuple[Path | None, Profile | None]:
        if not keys.entries and self.findings.found:
            return None, None
        council = keys.entries.get("council")
        file = (self.folder / REPORT).as_posix()
        there = {
            path.parent.name: path.parent
            for root in reversed(self.template_folders)
            for path in root.glob(f"*/{PROFILE}")
        }
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
        profile = self.take(parse_profile(self.parse(path, "keys", f"templates/{templates.name}/{PROFILE}")))
        return templates, profile

    def narrative(self) -> Narrative:
        path = self.folder / NARRATIVE
        blocks = self.parse(path, "text")
        narrative: Narrative = self.take(parse_narrative(blocks, path.as_posix()))
        at = Place(path.as_posix())
        if not blocks and not any(finding.where.file == at.file for finding in self.findings.found):
            self.findings.warning("NV006", at, "there is nothing in the narrative", 'start it with "# Heading"')
        return narrative

    def plan(self, keys: Keys, profile: Profile) -> ActionPlan | None:
        """The plan of the workbook that the report names, or of action-plan.xlsx where it is there."""
        source = keys.entries.get("action_plan")
        named = source.entries.get("workbook") if isinstance(source, Keys) else None
        words = named.words if isinstance(named, Scalar) else ""
        path = self.folder / (words or WORKBOOK)
        if not words and source is None and not path.exists():
            return None
        plan: ActionPlan = self.take(
            parse_action_plan(self.parse(path, "sheets", words or WORKBOOK), path.as_posix(), profile)
        )
        return plan

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


def _content(path: Path) -> bytes:
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
