"""Names in the text: TX301, one name spelt in two ways, and TX302, two bodies that answer for the plan."""

from __future__ import annotations

import pytest

from papers.checks.text.accountable_twice import CHECK as ACCOUNTABLE
from papers.checks.text.named_two_ways import CHECK as NAMES
from papers.model.report import Body, Inspection
from tests.checks.papers_of import REPORT, a_paper_of, a_paper_saying, an_action

BOARDS = (
    Body(body="Children's Partnership Board", reports_to=("Health and Wellbeing Board",)),
    Body(body="Health and Wellbeing Board"),
)
KNOWN = REPORT.model_copy(
    update={"inspection": Inspection(name="Joint Targeted Area Inspection"), "governance": BOARDS}
)

# What report.yaml calls the Joint Targeted Area Inspection, the Health and Wellbeing Board and the police.
TWO_WAYS = """
    The Joint Targeted Inspection took place.                  | Joint Targeted Inspection
    The joint targeted inspection took place.                  | joint targeted inspection
    The Health and Well Being Board agrees.                    | Health and Well Being Board
    The Health and Well-being Board agrees.                    | Health and Well being Board
    The Health and Welbeing Board agrees.                      | Health and Welbeing Board
    The Multi Agency Support Team helps.                       | Multi Agency Support Team
"""
ONE_WAY = """
    The Joint Targeted Area Inspection took place in 2019, and the inspection went well.
    It is one of many joint targeted area inspections.
    The Health & Wellbeing Board, which is the Board, agrees.
    The health and wellbeing of children matters to the board.
    The Adult Health and Wellbeing Board is another board.
    The Health and Social Wellbeing Alliance is another body.
    The North Area Board and the North East Area Board met.
    The Improvement Board and the Improvement Steering Board met.
"""


@pytest.mark.parametrize("line", [line for line in TWO_WAYS.splitlines() if line.strip()])
def test_reports_a_known_name_in_another_spelling(line):
    """A word left out, parted or misspelt makes two names of one, and the known one is proposed."""
    text, name = (part.strip() for part in line.split("|"))
    actions = [an_action(partner="Multi-agency Support Team")]
    if "Multi" in text:
        text = text.replace("Multi Agency", "MultiAgency")
        name = name.replace("Multi Agency", "MultiAgency")
        actions = [an_action(partner="MultiAgency Suport Team")]

    (finding,) = NAMES(a_paper_of(*actions, report=KNOWN, written=a_paper_saying("All is well.", text).written))

    assert str(finding.where) == "report.yaml:2"
    assert f'"{name}" is "' in finding.sentence


@pytest.mark.parametrize("text", [line.strip() for line in ONE_WAY.splitlines() if line.strip()])
def test_is_silent_about_short_forms_and_other_bodies(text):
    """The Board is the board; a board with another direction, age or task is another board."""
    assert NAMES(a_paper_saying(text, report=KNOWN)) == []


def test_reports_the_rarer_of_two_names_that_report_yaml_does_not_know():
    """Where nothing says which is right, the more frequent spelling is proposed, at the first use of the other."""
    paper = a_paper_saying(
        "The Early Intervention Panel met.", "The Early Intervension Panel met.", "The Early Intervention Panel agreed."
    )

    (finding,) = NAMES(paper)

    assert str(finding.where) == "report.yaml:2"
    assert finding.remedy == 'if it is the same, write "Early Intervention Panel" everywhere'


def test_reports_each_spelling_once():
    """A name that is wrong in ten places is said once, where it stands first."""
    paper = a_paper_saying(*["The Health and Well Being Board met."] * 10, report=KNOWN)

    assert [finding.where.line for finding in NAMES(paper)] == [1]


ANSWERS = "The Health and Wellbeing Board is accountable for delivery of the plan."
HOLDS = "Partners hold one another to account through the Children's Partnership Board."


def test_reports_a_second_body_that_answers_for_the_plan():
    """Two accountable bodies are reported at the second, whoever reports to whom."""
    second = "The Children's Partnership Board is responsible for the implementation of the plan."

    (finding,) = ACCOUNTABLE(a_paper_saying(ANSWERS, second, report=KNOWN))

    assert str(finding.where) == "report.yaml:2"
    assert 'elsewhere it is "Health and Wellbeing Board" that answers for the plan' in finding.sentence


def test_a_body_that_holds_to_account_and_reports_to_the_other_is_no_second():
    """What governance says of the two explains them; without it they are two."""
    assert ACCOUNTABLE(a_paper_saying(ANSWERS, HOLDS, report=KNOWN)) == []
    assert len(ACCOUNTABLE(a_paper_saying(ANSWERS, HOLDS))) == 1


def test_is_silent_about_one_body_in_two_places():
    """The same body may be named as often as it is needed."""
    again = "In the end the Health and Wellbeing Board remains responsible for ensuring delivery of it."

    assert ACCOUNTABLE(a_paper_saying(ANSWERS, again, "Each head of service is responsible for delivery.")) == []
