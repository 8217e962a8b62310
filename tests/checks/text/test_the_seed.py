"""The faults of a published paper: each is found by a rule; what other rules find in it is told beside."""

from __future__ import annotations

import pytest

from papers.findings import Place
from papers.model.passage import Passage
from papers.model.report import Appendix
from papers.model.text import Text
from papers.pipeline import rules
from tests.checks.papers_of import REPORT, a_paper_of, an_action
from tests.checks.text.the_seed import FAULTS, PLAN, TEXT


def cells(picture):
    """The lines of a picture, cell by cell."""
    return [[cell.strip() for cell in line.split("|")] for line in picture.splitlines() if line.strip()]


@pytest.fixture(scope="module")
def found():
    """Everything that all rules find in the paper, each as its code, its sentence and what to do."""
    written = [
        Passage(Place("report.yaml" if key else "narrative.md", line=line, key=key), words)
        for line, (key, words) in enumerate(cells(TEXT), 1)
    ]
    report = REPORT.model_copy(
        update={"appendices": (Appendix(title="Written statement"),), "core_purpose": {"place": Text()}}
    )
    actions = [an_action(ref, colour, due=due, impact="It helps.") for ref, colour, due in PLAN]
    paper = a_paper_of(*actions, report=report, written=tuple(written))
    return [(finding.code, f"{finding.sentence} ({finding.remedy})") for rule in rules() for finding in rule(paper)]


@pytest.mark.parametrize(("number", "code", "words"), cells(FAULTS))
def test_each_fault_is_found(found, number, code, words):
    """Each fault of the list is found by its rule, in words that name it."""
    assert [said for rule, said in found if rule == code and words in said], [said for rule, said in found]


def test_nothing_else_is_found_in_the_text(found):
    """Every finding of the rules about the text is one of the list."""
    listed = {(code, words) for _, code, words in cells(FAULTS)}

    others = [
        (code, said)
        for code, said in found
        if code > "TX100" and not any(code == rule and words in said for rule, words in listed)
    ]
    assert others == []


def test_seven_children_are_no_small_number(found):
    """The rule about ages with small counts speaks of one to five; seven is left to it."""
    assert [said for code, said in found if code == "PD008"] == []
