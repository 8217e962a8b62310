"""council.yaml -> a council's profile."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from papers import wording
from papers.findings import Finding, Findings, Parsed, Severity, in_file_order
from papers.model.profile import Profile
from papers.model.report import Report
from papers.model.scheme import folded
from papers.reading import heading_rows
from papers.reading.columns import COLUMNS, WORKING
from papers.reading.contrast import unreadable
from papers.reading.located import Keys, place_of
from papers.reading.own_blocks import unfit_blocks
from papers.reading.validated import dotted_keys, parse_keys


def parse_profile(keys: Keys) -> Parsed[Profile | None]:
    """The profile that `keys` describe, None where anything does not fit, or its blocks cannot be keys of a report.

    Findings: RP001 to RP003 as in validated.py; CP001 a word that stands for two statuses, CP002 a name under
    `columns` that is no column of the contract, CP006 a block's key that cannot be one, CP007 a block that is
    described incompletely, CP008 a name under `required` that is no key, CP009 a heading that stands for two columns,
    CP010 text that cannot be read on its fill. colours.py says what is only hard to read.
    """
    parsed = parse_keys(keys, Profile)
    findings = Findings(list(parsed.findings))
    profile = parsed.value
    if profile is None:
        return parsed
    unfit = list(unfit_blocks(keys, profile))
    findings.extend(_not_keys(keys, profile))
    findings.extend(unfit)
    findings.extend(_of_two_statuses(keys, profile))
    findings.extend(unreadable(keys, profile))
    findings.extend(_not_columns(keys, profile))
    findings.extend(_of_two_columns(keys, profile))
    return Parsed(None if unfit else profile, tuple(in_file_order(findings.found)))


def _of_two_statuses(keys: Keys, profile: Profile) -> Iterator[Finding]:
    """CP001."""
    seen: dict[str, int] = {}
    for at, status in enumerate(profile.rag):
        for word in (status.colour, status.label, *status.words):
            if (other := seen.setdefault(folded(word), at)) != at:
                sentence = f'"{word}" stands for both {profile.rag[other].colour} and {status.colour}'
                yield Finding("CP001", Severity.ERROR, place_of(keys, ("rag", at)), sentence, "keep one")


def _not_columns(keys: Keys, profile: Profile) -> Iterator[Finding]:
    """CP002."""
    for name in (name for name in profile.columns if name not in COLUMNS):
        advice = wording.did_you_mean(name, COLUMNS) or f"the columns are {wording.listing(COLUMNS)}"
        place = place_of(keys, ("columns", name))
        yield Finding("CP002", Severity.ERROR, place, f'there is no column "{name}"', advice)


def _of_two_columns(keys: Keys, profile: Profile) -> Iterator[Finding]:
    """CP009. What other councils call a column may be this one's word for another: it goes before theirs."""
    seen = {heading_rows.folded(name): name for name in (*COLUMNS, *WORKING)}
    for name, words in profile.columns.items():
        for word in words if name in COLUMNS else ():
            if (other := seen.setdefault(heading_rows.folded(word), name)) != name:
                place = place_of(keys, ("columns", name))
                sentence = f'"{word}" stands for both {other} and {name}'
                yield Finding("CP009", Severity.ERROR, place, sentence, "choose another word for one of them")


def _not_keys(keys: Keys, profile: Profile) -> Iterator[Finding]:
    """CP008."""
    known = [*_known(profile)]
    for at, name in enumerate(profile.required):
        if name not in known:
            place = place_of(keys, ("required", at))
            yield Finding("CP008", Severity.ERROR, place, f'there is no key "{name}"', _meant(name, known))


def _known(profile: Profile) -> Iterator[str]:
    """Every key that each report of this council can have, dotted; few reports have any below exempt."""
    nowhere = {name for name in ("implications", "core_purpose") if not getattr(profile, name)}
    yield from (key for key in dotted_keys(Report) if key not in nowhere and not key.startswith("exempt."))
    for key in profile.implications:
        yield from (f"implications.{key}", f"implications.{key}.text", f"implications.{key}.sign_off")
    yield from (f"core_purpose.{key}" for key in profile.core_purpose)
    yield from profile.blocks


def _meant(name: str, known: Sequence[str]) -> str:
    above = name.rpartition(".")[0]
    if above in known and not any(key.startswith(f"{above}.") for key in known):
        return f"write {above} alone: what stands in it cannot be asked for one by one"
    inside = [key for key in known if key.endswith(f".{name}")]
    if len(inside) == 1:
        return f'did you mean "{inside[0]}"?'
    return wording.did_you_mean(name, known) or "the keys are in docs/inputs.md; the council's own stand under blocks"
