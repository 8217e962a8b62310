"""The rules about what names one person: PD001 to PD006. Every number and address here is made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers.checks.privacy.date_of_birth import CHECK as BIRTH
from papers.checks.privacy.email_address import CHECK as EMAIL
from papers.checks.privacy.national_insurance_number import CHECK as INSURANCE
from papers.checks.privacy.nhs_number import CHECK as NHS
from papers.checks.privacy.postcode import CHECK as POSTCODE
from papers.checks.privacy.telephone_number import CHECK as TELEPHONE
from tests.checks.papers_of import REPORT, a_paper_of, a_paper_saying, an_action

REPORTED = {
    NHS: ["NHS no 943 476 5919.", "9434765919", "943-476-5919 seen", "(9434765919)", "It is 943 476 5919, not 3"],
    INSURANCE: ["AB123456C", "AB 12 34 56 C", "ab 123456 c.", "NI: JG 10 37 59 A, seen"],
    BIRTH: [
        "DOB 12/03/2010", "D.O.B. 12.03.10", "born on 12 March 2010", "date of birth: 12th March 2010", "DOB=1/2/2010",
        "Date of Birth (child) 12/03/2010", "dob: 2010-03-12", "Born 1st Sept 2009", "d.o.b 1-2-2010", "DOB - 1/2/2010",
        "DATE OF BIRTH 3 MAY 2011", "born the 3rd of May 2011", "birthdate 12/03/2010",
        "his date of birth is March 12, 2010",
    ],
    POSTCODE: ["L22 0LG", "L220LG", "at l22 0lg.", "EC1A 1BB", "M1 1AA", "L4 0TH", "W1A 1HQ"],
    EMAIL: ["see jane.smith@example.org.", "<j@example.uk>", "mailto:joe@example.co.uk"],
    TELEPHONE: [
        "0151 496 0999", "+44 151 496 0999", "(0151) 496-0999", "01514960999", "020 7946 0018", "+44 (0)151 496 0999",
        "tel:0151 496 0999, ext 12", "Ring 0151 496 0999.",
    ],
}  # fmt: skip
SILENT = {
    NHS: [
        "9434765918", "+44 151 496 0134", "https://example.org/9434765919", "FD.6326/21", "0000000000", "94347659190",
        "£9434765919", "2020 2021", "9,434,765,919",
    ],
    INSURANCE: [
        "QQ 12 34 56 A", "GB123456A", "AO123456A", "AB123456E", "XAB123456C", "phase ab 12", "AB1234567C", "12 34 56 A",
    ],
    BIRTH: [
        "born in 2010", "born between 12 March 2010 and 14 March 2010", "children born after 1 September 2010", "DOB",
        "date of birth is recorded", "reborn 12 March 2010", "Agreed 12/03/2010", "stubborn 12/03/2010",
    ],
    POSTCODE: [
        "KS4 1ST", "KS4 1st", "phase b1 2nd", "Q4 2020/21", "FD.6326/21", "Covid-19", "NM1 1AA1", "S20 and S47",
        "https://example.org/L220LG", "A4 4pm", "L22",
    ],
    EMAIL: ["a.service@example.gov.uk", "A.Service@Example.gov.uk.", "@home", "5 @ 6", "seen @school.uk"],
    TELEPHONE: [
        "0151 496 0134", "01514960134", "+44 151 496 0134", "+44 (0)151 496 0134", "01/02/2021 03/04/2021", "2020 2021",
        "FD.6326/21", "943 476 5919", "01.02.2021 - 03.04.2021", "01-02-2021", "0.123456789", "0800 1111",
        "0300 123 1234", "012345/21", "09 2021", "£01514960999", "00000000000",
    ],
}  # fmt: skip


def cases(of):
    """One case a rule and text."""
    return [pytest.param(rule, text, id=f"{rule.code} {text}") for rule, texts in of.items() for text in texts]


@pytest.mark.parametrize(("rule", "text"), cases(REPORTED))
def test_reports_what_names_one_person(rule, text):
    """It is reported where it stands, in the report or in a cell, wherever in the text it is."""
    paper = a_paper_saying("As agreed", f"Seen: {text}")
    plan = a_paper_of(an_action(progress=text), written=paper.written)

    first, second = rule(plan)

    assert (str(first.where), str(second.where)) == ("report.yaml:2", "Actions!I2")
    assert rule.code in first.remedy


@pytest.mark.parametrize(("rule", "text"), cases(SILENT))
def test_is_silent_about_what_only_looks_like_it(rule, text):
    """Dates, references, amounts, years, web addresses and the contact's own are nobody's data."""
    assert rule(a_paper_saying("As agreed", text, f"It says {text} there")) == []


@pytest.mark.parametrize(
    ("rule", "datum", "shown"),
    [
        (NHS, "943 476 5919", "(ending 19)"),
        (INSURANCE, "AB 12 34 56 C", '(ending "56 C")'),
        (BIRTH, "DOB 12/03/2010", "(in 2010)"),
        (BIRTH, "DOB 12/03/10", "(in 10)"),
        (BIRTH, "DOB 2010-03-12", "(in 2010)"),
        (POSTCODE, "L22 0LG", "(L22 ...)"),
        (EMAIL, "jane.smith@example.org", '"j...@example.org"'),
        (TELEPHONE, "0151 496 0999", "(ending 99)"),
    ],
)
def test_a_finding_never_holds_the_datum(rule, datum, shown):
    """Findings end up in logs: they show as much as helps to find it."""
    (finding,) = rule(a_paper_saying(datum))

    assert shown in finding.sentence
    assert datum not in str(finding)


def test_without_a_contact_every_address_and_number_is_reported():
    """A report that names nobody has no address of its own."""
    report = REPORT.model_copy(update={"contact": None})
    paper = a_paper_saying("a.service@example.gov.uk", "0151 496 0134", report=report)

    assert (len(EMAIL(paper)), len(TELEPHONE(paper))) == (1, 1)


@given(start=st.integers(400_000_000, 499_999_999))
def test_one_number_at_most_of_ten_in_a_row_is_valid(start):
    """The check figure decides: for nine figures there is one tenth figure, or none."""
    found = [last for last in range(10) if NHS(a_paper_saying(f"No {start}{last}"))]

    weighed = 11 - sum(int(figure) * weight for figure, weight in zip(str(start), range(10, 1, -1), strict=True)) % 11
    expected = [] if weighed == 10 or len(set(f"{start}{weighed % 11}")) < 4 else [weighed % 11]
    assert found == expected


@given(
    texts=st.lists(st.sampled_from(["943 476", "5919", "DOB", "12/03/2010", "L22", "0LG", "AB 12 34", "56 C", "0151"]))
)
def test_nothing_is_found_across_two_passages(texts):
    """What stands in two cells is not one number."""
    paper = a_paper_saying(*texts)

    assert [rule(paper) for rule in REPORTED] == [[]] * len(REPORTED)


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (NHS, "NHS 943\xa0476\xa05919"),
        (NHS, "943\u2011476\u20115919"),
        (INSURANCE, "AB\xa012\xa034\xa056\xa0C"),
        (POSTCODE, "L22\u202f0LG"),
        (TELEPHONE, "0151\xa0934\xa03789"),
        (BIRTH, "date of birth \u2013 12 March 2010"),
        (EMAIL, "jane\u200b.smith@example.org"),
    ],
)
def test_what_was_pasted_from_word_or_the_web_is_found(rule, words):
    """Spaces that do not break, dashes and letters of no width stand where people type plain ones."""
    assert len(rule(a_paper_saying(f"Seen: {words}, on Monday"))) == 1
