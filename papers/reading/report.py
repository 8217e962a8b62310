"""Located keys of report.yaml -> a report."""

from __future__ import annotations

from papers import wording
from papers.findings import Findings, Parsed, Place, Severity
from papers.model.block import report_model
from papers.model.profile import Profile
from papers.model.report import Implication, Report
from papers.model.text import ItemList, Text
from papers.reading.located import Items, Keys, Node, is_empty, place_of
from papers.reading.validated import parse_keys


def parse_report(keys: Keys, profile: Profile) -> Parsed[Report | None]:
    """The report that `keys` describe, None where anything does not fit.

    Findings: RP001 to RP003 as in validated.py, and by council.yaml RP002 for a key of `required` that is missing or
    empty, RP001 for a key of `implications` or `core_purpose` that the council does not have; RP005 a recommendation
    that is numbered by hand; RP008 a sign-off that the council does not print.
    """
    report = parse_keys(keys, report_model(profile.blocks))
    findings = Findings(list(report.findings))
    said = {finding.where.key for finding in report.findings if finding.severity is Severity.ERROR}
    for dotted in profile.required:
        node, place = _at(keys, dotted)
        nothing = _is_missing(node) or _prints_nothing(report.value, dotted)
        if nothing and not any(f"{dotted}.".startswith(f"{key}.") for key in said):
            what = "is missing" if node is None else "is empty"
            findings.error("RP002", place, f"{dotted} {what}", f"{profile.name} needs it in every report")
    for key, known in (("implications", profile.implications), ("core_purpose", profile.core_purpose)):
        node = keys.entries.get(key)
        places = node.places if isinstance(node, Keys) else {}
        for name in (name for name in places if name not in known):
            advice = wording.did_you_mean(name, known) or f"the keys here are {wording.listing(known)}"
            findings.error("RP001", places[name], f'there is no key "{name}" in {key}', advice)
    if report.value is not None:
        _say_recommendations(keys, report.value, findings)
        _say_sign_offs(keys, report.value, profile, findings)
    return findings.parsed(report.value)


def _prints_nothing(report: Report | None, dotted: str) -> bool:
    """Whether the text under a dotted key has nothing in it but, say, a comment."""
    value: object = report
    for step in dotted.split("."):
        value = value.get(step) if isinstance(value, dict) else getattr(value, step, None)
    return not value.text if isinstance(value, Implication) else isinstance(value, Text) and not value


def _say_recommendations(keys: Keys, report: Report, findings: Findings) -> None:
    """RP002 for a recommendation in which nothing could be printed, RP005 for one that is numbered by hand."""
    several = () if _is_missing(keys.entries.get("recommendations")) else report.recommendations
    for number, recommendation in enumerate(several):
        place = place_of(keys, ("recommendations", number))
        if not recommendation:
            findings.error("RP002", place, f"recommendation {number + 1} is empty", "write it, or delete the line")
        elif isinstance(recommendation.blocks[0], ItemList):
            sentence = f"recommendation {number + 1} starts with a number or a bullet of its own"
            findings.error("RP005", place, sentence, "leave it out; the template numbers recommendations")


def _say_sign_offs(keys: Keys, report: Report, profile: Profile, findings: Findings) -> None:
    """RP008 for a sign-off of a council that prints none: it would be lost."""
    for key, implication in report.implications.items():
        if implication.sign_off and not profile.signs_off:
            place = place_of(keys, ("implications", key, "sign_off"))
            sentence = f"{profile.name} does not print who has signed off its implications"
            findings.error("RP008", place, sentence, "leave it out, or write it into the text")


def _is_missing(node: Node | None) -> bool:
    return is_empty(node) or (isinstance(node, Items) and all(is_empty(item) for item in node.items))


def _at(keys: Keys, dotted: str) -> tuple[Node | None, Place]:
    """What stands under a dotted key, and where; a missing key is placed at what should hold it."""
    node: Node | None = keys
    place = Place(keys.place.file, key=dotted)
    for step in dotted.split("."):
        if not isinstance(node, Keys) or step not in node.entries:
            return None, place
        place = Place(place.file, line=node.places[step].line, key=dotted)
        node = node.entries[step]
    return node, place
