"""AP112, a partner that is spelt in two ways."""

from __future__ import annotations

import pytest

from papers.checks.plan.partner_spelt_two_ways import CHECK
from tests.checks.papers_of import a_paper_of, an_action


def a_paper_with(*partners):
    """A paper with an action for each."""
    return a_paper_of(*(an_action(str(number), partner=partner) for number, partner in enumerate(partners)))


@pytest.mark.parametrize(
    "other",
    [
        "Childrens Social Care",
        "children's social care",
        "Children’s  Social-Care",
        "The Children's Social Care",
        "Children's Social Cares",
        "Childern's Social Care",
        "Children's Socail Care",
    ],
)
def test_reports_the_rarer_of_two_spellings(other):
    """Case, spaces, punctuation, "the", a plural s and slips do not make another partner."""
    paper = a_paper_with("Police", other, "Children's Social Care", "Children's Social Care", other, *["Health"] * 3)
    paper = a_paper_with(*(action.partner for action in paper.plan.actions), "Children's Social Care")

    (finding,) = CHECK(paper)

    assert str(finding.where) == "Actions!C3"
    assert finding.sentence == (f'Partner is "{other}" in two actions and "Children\'s Social Care" in three actions')


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Health and care", "Health & Care"),
        ("Alder Hey", "Alderhey"),
        ("Merseyside Police", "Merseyside Policy"),
    ],
)
def test_of_two_spellings_as_frequent_the_later_is_reported(one, other):
    """What was written first counts as the usual."""
    (finding,) = CHECK(a_paper_with(one, other))

    assert finding.where.cell == "C3"
    assert finding.remedy == f'if it is one partner, write "{one}" everywhere'


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("North team", "South team"),
        ("East Locality Family Team", "West Locality Family Team"),
        ("Locality team 1", "Locality team 2"),
        ("Inspection team A", "Inspection team B"),
        ("Locality team I", "Locality team II"),
        ("Police", "Policy unit"),
        ("Northampton partnership board", "Northamptonshire partnership board"),
        ("Southport College", "Stockport College"),
        ("Early help", ""),
    ],
)
def test_is_silent_about_two_partners(one, other):
    """Other words, other figures and other places are other partners."""
    assert CHECK(a_paper_with(one, other)) == []


def test_reports_three_spellings_as_two_findings_in_the_order_of_the_sheet():
    """Each other spelling is set against the first."""
    findings = CHECK(a_paper_with("Early Help", "Early help", "early-help", "Early Help"))

    assert [finding.where.cell for finding in findings] == ["C3", "C4"]


def test_many_partners_are_compared_by_what_they_fold_to_alone():
    """Beyond 200 partners slips are not looked for, and other case still is."""
    partners = [f"Partner {chr(97 + number // 26)}{chr(97 + number % 26)} agency" for number in range(300)]

    findings = CHECK(a_paper_with(*partners, "Partner aa Agency", "Partner aa agancy"))

    assert [finding.where.cell for finding in findings] == ["C302"]
