"""The fields that are told of are the facts that there are."""

from __future__ import annotations

from datetime import date

import pytest

from papers.documents.facts import facts_of
from papers.documents.fields import fields_of
from papers.model.text import Text
from papers.reading.paper import read_paper
from tests.builders import EXAMPLE, TEMPLATES, a_folder, a_template_set
from tests.builders import REPORT as REPORT_YAML

TYPES = {
    "words": str, "text": Text, "day": date, "number": int, "share": float, "yes or no": bool, "group": dict,
    "list": list,
}  # fmt: skip

BLOCKS = """
blocks:
  purpose: {title: Purpose, kind: choice, choices: [decision, noting]}
  background: {kind: text}
  lead_member: {kind: line}
  urgent: {kind: yes_no}
  review_on: {kind: day}
  questions: {kind: list}
  risks:
    kind: table
    columns: {risk: {}, likelihood: {kind: choice, choices: [Low, High]}, plan: {kind: text}}
notice: {days: 28, counted_in: working}
"""
FILLED_IN = """
purpose: Noting
background: Some *words*.
lead_member: Portfolio holder
urgent: yes
review_on: 1 May 2021
questions: [Why?, 'When?']
risks: [{risk: Delay, likelihood: high, plan: Recruit.}, {risk: Cost}]
"""


def differences(field, value, path=""):
    """Every way in which a fact is not what its field says."""
    if value == "" and field.kind in ("day", "number", "yes or no"):
        return
    if (str if isinstance(value, str) else type(value)) is not TYPES[field.kind]:
        yield f"{path} is {type(value).__name__}, told of as {field.kind}"
    elif field.kind == "list":
        for each in value:
            if field.fields:
                yield from differences(field.model_copy(update={"kind": "group"}), each, f"{path}[]")
            elif type(each) is not TYPES[field.of]:
                yield f"{path}[] is {type(each).__name__}, told of as {field.of}"
    elif field.kind == "group":
        names = [each.name for each in field.fields]
        if sorted(names) != sorted(value):
            yield f"{path}: {sorted(set(names) ^ set(value))}"
        for each in field.fields:
            yield from differences(each, value[each.name], f"{path}.{each.name}")


def test_every_fact_is_told_of_and_nothing_else():
    """The tree of fields and the facts of the example paper have the same names, and each fact is of its kind."""
    paper = read_paper(EXAMPLE, [TEMPLATES]).value.paper

    assert list(differences(fields_of(paper.profile), facts_of(paper))) == []


@pytest.mark.parametrize("extra", ["", FILLED_IN], ids=["left out", "filled in"])
def test_a_councils_own_blocks_are_fields_and_facts(tmp_path, extra):
    """What only this council asks for is among its fields and its facts, whether it is written or left out."""
    templates = a_template_set(tmp_path)
    with (templates / "sefton" / "council.yaml").open("a", encoding="utf-8") as council:
        council.write(BLOCKS)
    folder = a_folder(tmp_path / "paper", report=f"{REPORT_YAML}{extra}")

    paper = read_paper(folder, [templates]).value.paper
    facts = facts_of(paper)["report"]

    assert list(differences(fields_of(paper.profile), facts_of(paper))) == []
    assert facts["notice_by"] == date(2021, 2, 3)
    if extra:
        assert (facts["purpose"], facts["review_on"], facts["urgent"]) == ("noting", date(2021, 5, 1), True)
        assert [(risk["number"], risk["risk"], risk["likelihood"]) for risk in facts["risks"]] == [
            (1, "Delay", "High"),
            (2, "Cost", ""),
        ]
