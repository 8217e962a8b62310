"""A template set's council.yaml, from the disk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from papers import wording
from papers.errors import PapersError
from papers.findings import Parsed, has_errors
from papers.model.profile import Profile
from papers.reading.files import format_of, read_bytes
from papers.reading.located import Keys
from papers.reading.profile import parse_profile

PROFILE = "council.yaml"


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
    parsed = format_of(path, "keys").parse(read_bytes(path), path.as_posix())
    if not parsed.value.entries and parsed.findings:  # it could not be read: that nothing is in it is no news
        return Parsed(None, parsed.findings)
    profile = parse_profile(parsed.value)
    council = Council(parsed.value, profile.value) if profile.value is not None else None
    return Parsed(council, (*parsed.findings, *profile.findings))
