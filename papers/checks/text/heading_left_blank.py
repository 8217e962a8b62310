"""A key of report.yaml stands there with nothing written after it.

It was meant to be filled in. What the council does not require is printed as not applicable, or left out, and a
reader cannot tell that from an answer. Keys that a council requires are an error anyway (RP002).

Example     core_purpose:
              place:
Instead     write what the report contributes, or delete the line
Source      domain practice: published reports with half of their headings empty
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.check import Check, Report, at
from papers.findings import Place, Severity
from papers.model.paper import Paper


def heading_left_blank(paper: Paper) -> Iterator[Report]:
    """The council's aims and implications that are named and left blank."""
    report = paper.report
    blank = [f"core_purpose.{key}" for key, text in report.core_purpose.items() if not text]
    blank += [f"implications.{key}" for key, implication in report.implications.items() if not implication.text]
    for key in blank:
        if key not in paper.profile.required:
            yield at(_place(paper, key), f"nothing is written under {key}", "write it, or delete the line")


def _place(paper: Paper, key: str) -> Place:
    """The key in the file of the report; where it stands in it is not known, as it holds no words."""
    file = next((passage.place.file for passage in paper.written if passage.place.key), "")
    return Place(file, key=key)


CHECK = Check("TX409", Severity.WARNING, heading_left_blank)
