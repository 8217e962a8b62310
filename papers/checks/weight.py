"""What a council and an author make of findings: rules turned off or weighed otherwise, warnings read and accepted."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from papers import wording
from papers.findings import Finding, Findings, Place, Severity
from papers.model.profile import Profile
from papers.model.report import Report


def weighed(
    findings: Iterable[Finding],
    profile: Profile,
    report: Report,
    rules: Collection[str],
    known: Collection[str],
    places: Mapping[str, Place],
) -> list[Finding]:
    """`findings` as they count for this council and this report.

    council.yaml turns a rule off or changes its severity; `acknowledge` in report.yaml accepts the warnings of a rule,
    or that of one cell ("PD004 I14"), which then carry the author's reason. An error is never accepted, and what a
    reader found wrong stays an error.

    rules       the codes of rules; all of them can be changed, of other codes only warnings and notes
    known       all codes
    places      where each key of `rules` ("rules.AP105") and of `acknowledge` ("acknowledge.AP105") stands

    Findings added: CP003 and RP006 for a key that names nothing that can be changed or accepted, RP007 for a warning
    accepted that is not there.
    """
    said = Findings()
    for code in (code for code in profile.rules if code not in known):
        remedy = wording.did_you_mean(code, known) or "see `papers rules`"
        said.error("CP003", places.get(f"rules.{code}", Place()), f'there is no rule "{code}"', remedy)
    counted = list(_by_council(findings, profile, rules))
    accepted = [_accepted(finding, report.acknowledge) for finding in counted]
    _say_acknowledgements(report.acknowledge, accepted, known, places, said)
    return [*accepted, *said.found]


def _by_council(findings: Iterable[Finding], profile: Profile, rules: Collection[str]) -> Iterator[Finding]:
    for finding in findings:
        change = profile.rules.get(finding.code)
        if change is None or (finding.severity is Severity.ERROR and finding.code not in rules):
            yield finding
        elif (severity := change.applied()) is not None:
            yield replace(finding, severity=severity)


def _accepted(finding: Finding, acknowledge: Mapping[str, str]) -> Finding:
    """The finding with the author's reason, if it is a warning that the author accepts."""
    reason = next((reason for key, reason in acknowledge.items() if _names(key, finding)), "")
    return replace(finding, accepted=reason.strip()) if reason and finding.severity is Severity.WARNING else finding


def _names(key: str, finding: Finding) -> bool:
    code, _, cell = key.partition(" ")
    where = finding.where
    return code == finding.code and cell.strip() in ("", where.cell, f"{where.sheet}!{where.cell}", where.in_file)


def _say_acknowledgements(
    acknowledge: Mapping[str, str],
    findings: Collection[Finding],
    known: Collection[str],
    places: Mapping[str, Place],
    said: Findings,
) -> None:
    for key, reason in acknowledge.items():
        code = key.partition(" ")[0]
        where = places.get(f"acknowledge.{key}", Place(key=f"acknowledge.{key}"))
        named = [finding for finding in findings if _names(key, finding)]
        if code not in known:
            remedy = wording.did_you_mean(code, known) or "write the code of the warning, such as AP105"
            said.error("RP006", where, f'there is no rule "{code}"', remedy)
        elif not reason.strip():
            said.error("RP006", where, f"{key} is accepted without a reason", "write after the colon why it is right")
        elif not named:
            said.warning("RP007", where, f"there is no {key} to accept any more", "delete the line")
        elif not any(finding.accepted for finding in named):
            severity = named[0].severity.value
            sentence = f"{code} is {'an' if severity == 'error' else 'a'} {severity}; only warnings are accepted"
            said.warning("RP006", where, sentence, "correct what it says, and delete the line")
