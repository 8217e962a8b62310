"""Findings as programs read them: JSON, and SARIF 2.1.0 for code hosts and editors."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from papers.findings import Finding, Place, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_json(findings: Sequence[Finding]) -> str:
    """A list of findings; `accepted` is the author's reason, "" where there is none. `line` 0 is the whole
    file, `column` 0 the whole line."""
    rows = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "file": finding.where.file,
            "sheet": finding.where.sheet,
            "cell": finding.where.cell,
            "line": finding.where.line,
            "column": finding.where.column,
            "key": finding.where.key,
            "spot": finding.where.spot,
            "sentence": finding.sentence,
            "remedy": finding.remedy,
            "accepted": finding.accepted,
        }
        for finding in findings
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)


def as_sarif(findings: Sequence[Finding], explanations: Mapping[str, str], version: str) -> str:
    """One run of the tool (OASIS SARIF 2.1.0). `explanations` has what each code means, the first line its summary.

    A cell is a logical location ("Actions!I14"), as a workbook has no lines; an accepted warning is suppressed, with
    the author's reason.
    """
    codes = sorted({finding.code for finding in findings})
    rules = [_rule(code, explanations.get(code, code)) for code in codes]
    driver = {"name": "committee-papers", "version": version, "rules": rules}
    results = [_result(finding, codes.index(finding.code)) for finding in findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False)


def _rule(code: str, explanation: str) -> dict[str, Any]:
    summary = explanation.partition("\n")[0]
    return {"id": code, "shortDescription": {"text": summary}, "fullDescription": {"text": explanation}}


def _result(finding: Finding, index: int) -> dict[str, Any]:
    remedy = f" What to do: {finding.remedy}" if finding.remedy else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}[finding.severity],
        "message": {"text": f"{finding.sentence}.{remedy}"},
        "locations": [_location(finding.where)],
    }
    if finding.accepted:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.accepted}]
    return result


def _location(where: Place) -> dict[str, Any]:
    location: dict[str, Any] = {}
    if where.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(where.file)}}
        if where.line:
            region = {"startLine": where.line, "startColumn": where.column}
            location["physicalLocation"]["region"] = {name: number for name, number in region.items() if number}
    if inside := where.in_file:
        location["logicalLocations"] = [{"fullyQualifiedName": inside}]
    return location


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
