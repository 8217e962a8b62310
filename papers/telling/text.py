"""Findings as people read them: by file and sheet, in the order of lines and cells, each with what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from papers import wording
from papers.findings import Finding, Severity


@dataclass(frozen=True, slots=True)
class Line:
    """One line to print. `severity` names the word in it that has a colour; None for a line without one."""

    words: str
    severity: Severity | None = None
    is_heading: bool = False


def told(findings: Sequence[Finding]) -> Iterator[Line]:
    """The lines for `findings`, which are in the order of their files (findings.in_file_order). Nothing gives none."""
    for file, in_file in groupby(findings, key=lambda finding: finding.where.file):
        yield Line(file, is_heading=True)
        for sheet, in_sheet in groupby(in_file, key=lambda finding: finding.where.sheet):
            group = list(in_sheet)
            if sheet:
                yield Line(f"  Sheet {sheet}: {counted(group)}", is_heading=True)
            for finding in group:
                yield from _lines(finding)


def _lines(finding: Finding) -> Iterator[Line]:
    where = finding.where.in_file
    accepted = ", accepted" if finding.accepted else ""
    yield Line(
        f"  {f'{where}: ' if where else ''}{finding.code} {finding.severity.value}{accepted}: {finding.sentence}",
        finding.severity,
    )
    if finding.accepted:
        yield Line(f"      Accepted in report.yaml: {wording.shortened(finding.accepted, 200)}")
    elif finding.remedy:
        yield Line(f"      {finding.remedy[0].upper()}{finding.remedy[1:]}")


def counted(findings: Sequence[Finding]) -> str:
    """How many there are of each severity: "1 error and 3 warnings, of which 1 is accepted"."""
    said = wording.tally((finding.severity.value for finding in findings), (severity.value for severity in Severity))
    accepted = sum(bool(finding.accepted) for finding in findings)
    of_which = f", of which {wording.count(accepted)} {wording.are(accepted)} accepted" if accepted else ""
    return f"{said}{of_which}" if said else "nothing to report"
