"""A council unlike Sefton in all that council.yaml can say, made for a test in a folder of its own."""

from __future__ import annotations

from pathlib import Path

from papers.model.profile import Profile
from papers.reading.council import read_profile
from tests.builders import a_template_set

COUNCIL = """\
name: Elsewhere District Council
required:
  - committee
  - purpose
  - summary
  - do_nothing
  - decided_on
  - in_partnership
  - priorities
  - risks
  - implications.finance
  - implications.finance.sign_off
  - implications.legal.sign_off
  - implications.estates.text
  - contact.email
implications:
  finance: Finance
  legal: Legal
  estates: Estates
  climate: Climate
blocks:
  purpose: {title: Purpose, kind: choice, choices: [for decision, for noting], help: What members are to do.}
  do_nothing: {title: What happens if nothing is done}
  decided_on: {title: When the board decided, kind: day}
  in_partnership: {title: Is it done with others, kind: yes_no}
  priorities: {title: "SEND [local] priorities", kind: list, help: One entry each.}
  risks:
    title: Risks
    kind: table
    help: What could go wrong, most serious first.
    columns:
      risk: {title: Risk, help: What could go wrong.}
      likelihood: {kind: choice, choices: [1, 2, 3]}
      reviewed: {title: Reviewed on, kind: day}
      mitigation: {title: What is done about it, kind: text}
      shared: {kind: yes_no}
  remarks: {kind: line}
  level: {kind: choice, choices: ["O'Hara's, or so", 'the "other"']}
  sites: {kind: table, columns: {site: {title: Site}}}
  links: {kind: list}
  note: {}
  heard_on: {kind: day}
rag:
  - {colour: Blue, label: completed, meaning: Done., state: completed, fill: 1F4788, text: FFFFFF, words: [done]}
  - {colour: Green, label: on track, meaning: It goes well., state: on_track, fill: 56AE7D, text: "000000"}
  - {colour: Amber, label: at risk, meaning: It may slip., state: at_risk, fill: FFC425, text: "000000"}
  - {colour: Red, label: off track, meaning: It has slipped., state: off_track, fill: 97191C, text: FFFFFF}
  - {colour: Grey, label: not started, meaning: Later., state: not_started, fill: E0E0E0, text: "000000"}
columns:
  Ref: [Identification]
  Due: [Finish by, To be done by]
  Revised due: ["New date by which everybody has agreed that it will now be finished, {at last}"]
  RAG: [BRAG]
  Lead: [Accountable post]
  Exempt: [Keep private]
  Partner: [Accountable body]
"""


def a_council(folder: Path, council: str = COUNCIL) -> Path:
    """The Sefton set with another council.yaml, called elsewhere; returns the folder that template sets lie in."""
    sets = a_template_set(folder)
    (sets / "sefton").rename(sets / "elsewhere")
    (sets / "elsewhere" / "council.yaml").write_text(council, encoding="utf-8")
    return sets


def elsewhere(folder: Path) -> Profile:
    """The profile of that council."""
    return read_profile("elsewhere", [a_council(folder)])
