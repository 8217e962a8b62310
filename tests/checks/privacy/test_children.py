"""The rules about children who can be singled out: PD007, by a letter, and PD008, by an age and a small count."""

from __future__ import annotations

import pytest

from papers.checks.privacy.age_with_small_count import CHECK as AGE
from papers.checks.privacy.child_by_letter import CHECK as LETTER
from tests.checks.papers_of import a_paper_of, a_paper_saying, an_action

LETTERS = """
    Child A | Young person B was | Sibling 1. | Child X's mother | the mother A, | Child I's file | child B and
    (Child C) | Child A is | Young Person 2 | Family C:
"""
NO_LETTERS = """
    Child A&E | child a | Child Protection | Child A & E | Child I saw | Family 1:1 | Sibling 1-1 work | Child 5 to 16
    pupil A levels | Student A Level | Parent A-levels | Child 5 years | Child A+B | Grade A | Child 1st | Pupil A level
    Family Hub A | Parent 2 of 3 | Appendix A | Priority 1
"""
SMALL = """
    two children aged 10 | 3 boys (14) | one 12-year-old | a 15 year old girl | Two young people, aged 15 and 16
    three looked-after children aged between 10 and 12 | two girls (13 and 15) | a two-year-old. | One boy, aged ten
    offered to two children aged 10 | one child who is aged 10 | two 14-year-olds | five pupils aged 9
    2 children (aged 3) | two children aged 10 to 15 | one or two children aged 9
"""
NOT_SMALL = """
    children aged 10 to 15 | 7 children aged between 10 and 15 | 25 children aged 10 | one in five children aged 10
    Year 5 pupils aged 9 | twenty-five children aged 10 | a 3-year-old policy | a 10 year old building | children aged 5
    1,005 children aged 10 | 105 children aged 10 | one of the children aged 10 to 15 | the 2 year old offer
    a 10-year model | fewer than five children aged 10 | 1 to 5 children aged 10 | 12 children (14) | two schools (14)
    children aged 10 to 16, with a police officer | one hundred and five children aged 3 | 2 in 5 children aged 10
    one manages 10 | two actions (4) | three meetings for children aged 10
"""


def texts(lines):
    """The texts of a picture, set off by | and lines."""
    return [text.strip() for line in lines.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", texts(LETTERS))
def test_reports_a_child_or_family_called_by_a_letter(text):
    """A word for a child or family before a lone capital or figure is reported where it stands."""
    (finding,) = LETTER(a_paper_of(an_action(progress=f"It says: {text}")))

    assert str(finding.where) == "Actions!I2"
    assert finding.sentence.endswith('" stands for one child or family')


@pytest.mark.parametrize("text", texts(NO_LETTERS))
def test_is_silent_about_other_letters(text):
    """Grades, levels, lists, ranges and the word I are no pseudonyms."""
    assert LETTER(a_paper_saying(text, "A plan", f"There {text}")) == []


def test_a_letter_that_starts_the_next_line_is_a_word():
    """Only what follows on the same line belongs to the word."""
    assert LETTER(a_paper_saying("a plan for each child\nA plan was written")) == []


@pytest.mark.parametrize("text", texts(SMALL))
def test_reports_an_age_with_a_small_count(text):
    """A count of one to five with an age is reported where it stands, without the age."""
    (finding,) = AGE(a_paper_saying("As agreed", f"There {text}", "10"))

    assert str(finding.where) == "report.yaml:2"
    assert "an age stands with a count of one to five" in finding.sentence
    assert not any(figure in finding.sentence.split("(")[1] for figure in ("10", "12", "13", "14", "15", "ten"))


@pytest.mark.parametrize("text", texts(NOT_SMALL))
def test_is_silent_about_groups_rates_and_things(text):
    """Ages without a count, larger groups, rates, school years and old things single nobody out."""
    assert AGE(a_paper_saying("two children", text, f"It says: {text}")) == []
