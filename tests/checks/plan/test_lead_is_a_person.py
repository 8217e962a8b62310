"""AP108, a Lead that is a person's name rather than a post."""

from __future__ import annotations

import pytest

from papers.checks.plan.lead_is_a_person import CHECK
from tests.checks.papers_of import a_paper_of, an_action

PEOPLE = """
    Jane Smith | J. Smith | J Smith | A K Khan | J.P. O'Brien | Mrs Patel | Dr A Khan | Dr. Khan | Cllr Jones | Jane
    Councillor Jane Doe | Jane Smith, Head of SEN | Head of SEN, Jane Smith | Head of SEN (Jane Smith) | JANE SMITH
    Head of SEN - Jane Smith | jane.smith@example.gov.uk | j.smith@example.gov.uk | Mohammed Al-Hassan | Mark Jones
    Grace O'Neill | Rose Brown / Head of SEN | Lead: Jane Smith | Jane Smith Early Help Manager | Sir John Smith
    Wei Zhang & Raj Singh | Service Manager Sarah Hughes | Jane Smith Head of School | Ms T Okafor | Siobhán Murphy
    Dr Adeyemi | Detective Inspector Jane Smith | Head of SEN and Priya Patel
"""
POSTS = """
    Head of SEN | HoS | Inspector | Named GP for Safeguarding | Early Help | Public Health | Virtual School | DCS
    Detective Chief Inspector, Vulnerability | Principal Social Worker | Consultant in Public Health | Alder Hey
    Business Manager, Safeguarding Children Partnership | Children's Lead | Merseyside Police | All partners
    Alder Hey Children's NHS Foundation Trust | Grace House | Hope Centre | Grant Manager | Mark Lead | Sue Ryder
    Victoria Hospital | Chelsea Team | Stanley Park Surgery | Preston City Council | St James Ward | Claire House
    Dean of Faculty | Will be agreed | Charlotte Sharman Primary School | Elizabeth Garrett Anderson Hospital
    A Level Lead | B Team | SAM Coordinator | KIM Officer | Lord Mayor | Liverpool John Moores University
    children.services@example.gov.uk | head.office@example.gov.uk | Sir William Borlase School | Dr Challoner's Grammar
    Joseph Rowntree Foundation | Lucy Faithfull Foundation | Bill Payments Team | Amber Valley Borough Council
    Devon County Council | Shirley Warren Community Centre | Detective Superintendent, Protecting Vulnerable People
    Head of Commissioning, Clinical Commissioning Group | Faith Leaders | Assistant Director (Early Help)
    King Charles Hospital
"""


def leads(lines):
    """The leads of a picture, set off by | and lines."""
    return [lead.strip() for line in lines.strip().splitlines() for lead in line.split("|")]


@pytest.mark.parametrize("lead", leads(PEOPLE))
def test_reports_a_name(lead):
    """A title, initials, a common given name before a surname or an address made of a name is a person's."""
    (finding,) = CHECK(a_paper_of(an_action("2.1", lead=lead)))

    assert str(finding.where) == "Actions!F2"
    assert finding.sentence.startswith("the Lead of action 2.1 looks like a person's name (")


@pytest.mark.parametrize("lead", leads(POSTS))
def test_is_silent_about_posts_teams_and_places(lead):
    """Posts, organisations, and schools and streets that are called after a person are no persons."""
    assert CHECK(a_paper_of(an_action(lead=lead))) == []


def test_says_the_name_it_found_and_each_row_that_has_it():
    """A lead of many rows is judged once and reported at each."""
    paper = a_paper_of(an_action("1", lead="Head of SEN: Jane Smith"), an_action("2", lead="Head of SEN: Jane Smith"))

    first, second = CHECK(paper)

    assert '("Jane Smith")' in first.sentence
    assert (first.where.cell, second.where.cell) == ("F2", "F3")


@pytest.mark.parametrize("lead", ["TBC", "tbc.", "?", "-", "N/A", "Vacant", "To be confirmed", "Various"])
def test_reports_a_lead_that_is_nobody(lead):
    """Somebody has to answer for an action; "TBC" is no post."""
    (finding,) = CHECK(a_paper_of(an_action("2.1", lead=lead)))

    assert (str(finding.where), finding.sentence) == ("Actions!F2", f'the Lead of action 2.1 is "{lead}"')
