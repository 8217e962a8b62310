"""council.yaml -> a council's profile."""

from __future__ import annotations

from papers import wording
from papers.findings import Findings, Parsed
from papers.model.profile import Profile
from papers.model.scheme import folded
from papers.reading.columns import COLUMNS
from papers.reading.located import Keys
from papers.reading.validated import parse_keys


def parse_profile(keys: Keys) -> Parsed[Profile | None]:
    """The profile that `keys` describe, None where anything does not fit.

    Findings: RP001 to RP003 as in validated.py; CP001 a word that stands for two statuses, CP002 a name under
    `columns` that is no column of the contract.
    """
    parsed = parse_keys(keys, Profile)
    findings = Findings(list(parsed.findings))
    profile = parsed.value
    if profile is None:
        return parsed
    place = keys.places["rag"]
    seen: dict[str, int] = {}
    for at, status in enumerate(profile.rag):
        for word in (status.colour, status.label, *status.words):
            if (other := seen.setdefault(folded(word), at)) != at:
                both = f"{profile.rag[other].colour} and {status.colour}"
                findings.error("CP001", place, f'"{word}" stands for both {both}', "keep one")
    for name in profile.columns:
        if name not in COLUMNS:
            advice = wording.did_you_mean(name, COLUMNS) or f"the columns are {wording.listing(COLUMNS)}"
            findings.error("CP002", keys.places["columns"], f'there is no column "{name}"', advice)
    return findings.parsed(profile)
