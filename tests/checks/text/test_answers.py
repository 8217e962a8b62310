"""What keys of report.yaml are asked for: TX203, TX401, TX404, TX405, TX408 and TX409, and the table's own details."""

from __future__ import annotations

import pytest

from papers.checks.text.acronym_never_spelt_out import CHECK as ACRONYM
from papers.checks.text.appendix_never_mentioned import CHECK as NEVER
from papers.checks.text.cited_but_not_to_be_found import CHECK as CITED
from papers.checks.text.costs_without_amount import CHECK as COSTS
from papers.checks.text.date_in_another_style import CHECK as DATES
from papers.checks.text.follow_up_without_date import CHECK as LATER
from papers.checks.text.heading_left_blank import CHECK as BLANK
from papers.checks.text.none_without_reason import CHECK as NONE
from papers.findings import Place
from papers.model.block import Block, Column
from papers.model.passage import Passage
from papers.model.report import Appendix, BackgroundPaper, Implication
from papers.model.text import Text
from tests.checks.papers_of import PROFILE, REPORT, a_paper_of


def a_paper_with(profile=PROFILE, report=REPORT, **keys):
    """A paper in whose report.yaml these keys stand, a line each; "__" in a name is a dot."""
    written = [
        Passage(Place("report.yaml", line=line, key=key.replace("__", ".")), words)
        for line, (key, words) in enumerate(keys.items(), 1)
    ]
    return a_paper_of(written=tuple(written), profile=profile, report=report)


NOTHING = """
    None | none. | N/A | Not applicable at this stage. | Nil | There are no equality implications. | No implications
    There are no legal implications arising from this report. | **None** | There were no alternative options considered.
    - | No alternatives. | None identified at this stage
"""
REASONS = """
    None, because the report asks for no decision. | No new posts. | Children Act 2004. | Screened; none is needed.
    There are no implications, as nothing changes. | None of the services change. | No assessment is needed for it.
"""


def texts(picture):
    return [text.strip() for line in picture.strip().splitlines() for text in line.split("|")]


@pytest.mark.parametrize("text", [text for text in texts(NOTHING) if text != "-"])
@pytest.mark.parametrize("key", ["alternatives", "implications__legal", "implications__equality__text"])
def test_reports_a_bare_none(key, text):
    """An answer that says no more than that there is nothing is reported at its key."""
    (finding,) = NONE(a_paper_with(**{key: text}))

    assert str(finding.where) == f"report.yaml:1 ({key.replace('__', '.')})"


@pytest.mark.parametrize("text", texts(REASONS))
def test_is_silent_about_an_answer_with_a_reason(text):
    """A reason is enough, however short."""
    assert NONE(a_paper_with(implications__legal=text, alternatives=text)) == []


def test_none_may_stand_where_nobody_asks_for_a_reason():
    """Other keys, and who signed a text off, may be "None"."""
    assert NONE(a_paper_with(portfolio="None", implications__legal__sign_off="None", contact__name="None")) == []


def test_reports_a_bare_none_in_a_block_of_the_councils_own():
    """A council's own options and risks are asked for reasons too."""
    blocks = {"risk_notes": Block(title="Risks"), "wards": Block(title="Ward members asked")}
    profile = PROFILE.model_copy(update={"blocks": blocks})

    findings = NONE(a_paper_with(profile, risk_notes="None", wards="None"))

    assert [finding.where.key for finding in findings] == ["risk_notes"]


@pytest.mark.parametrize(
    "text", ["Six posts, within the budget.", "Not applicable at this stage.", "There is no cost."]
)
def test_reports_costs_without_an_amount_or_a_reason(text):
    """Neither a figure nor a "because" leaves members without an answer."""
    (finding,) = COSTS(a_paper_with(costs__revenue=text))

    assert finding.sentence.startswith("costs.revenue gives no amount and no reason")


@pytest.mark.parametrize(
    "text", ["Posts cost £290,000 a year.", "There is no additional cost, because staff do it.", "It costs 2 million."]
)
def test_is_silent_about_costs_with_an_amount_or_a_reason(text):
    """Pounds, or a reason why there is no cost, are an answer."""
    assert COSTS(a_paper_with(costs__capital=text, reasons="Six posts.")) == []


LETTER = "The Committee received the published letter in May."


def test_reports_a_cited_letter_that_is_neither_listed_nor_linked():
    """The first sentence that cites a paper is reported, once."""
    (finding,) = CITED(a_paper_with(summary=f"It rained. {LETTER}", reasons=LETTER))

    assert str(finding.where) == "report.yaml:1 (summary)"


def test_is_silent_about_a_letter_that_can_be_found():
    """A link anywhere, or a background paper, tells readers where to look; and no letter needs neither."""
    listed = REPORT.model_copy(update={"background_papers": (BackgroundPaper(title="Letter", location="Offices"),)})

    assert CITED(a_paper_with(summary=LETTER, report=listed)) == []
    assert CITED(a_paper_with(summary=LETTER, reasons="See [it](https://example.org/letter).")) == []
    assert CITED(a_paper_with(summary="A letter of thanks is a nice thing.")) == []


def test_reports_a_follow_up_without_a_date_and_proposes_one():
    """Months are counted from the meeting, and the day is proposed; other words are only pointed at."""
    first, second = LATER(
        a_paper_with(
            recommendations="Ask for a report in six months' time.", recommendations__2="Report in due course."
        )
    )

    assert first.remedy == "write by which day: 16 September 2021 is in six months' time after the meeting"
    assert second.remedy == "write by which day"


def test_a_follow_up_with_a_month_is_left_alone():
    """A month or a day is enough; so is anything outside the recommendations."""
    text = "Report every six months, for the first time in May 2026."

    assert LATER(a_paper_with(recommendations=text, summary="Report in six months' time.")) == []


def test_reports_headings_that_are_left_blank():
    """An aim or an implication that is named and empty is reported, unless the council requires it."""
    report = REPORT.model_copy(
        update={"core_purpose": {"place": Text()}, "implications": {"legal": Implication(), "climate": Implication()}}
    )
    profile = PROFILE.model_copy(update={"required": ("implications.legal",)})

    findings = BLANK(a_paper_with(profile, report, summary="It is so."))

    assert [str(finding.where) for finding in findings] == [
        "report.yaml (core_purpose.place)",
        "report.yaml (implications.climate)",
    ]


TWO = REPORT.model_copy(update={"appendices": (Appendix(title="The plan"), Appendix(title="Equality assessment"))})
ONE = REPORT.model_copy(update={"appendices": (Appendix(title="The plan"),)})


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Much is done.", ["1", "2"]),
        ("Appendix 1 shows it.", ["2"]),
        ("Annex B shows it.", ["1"]),
        ("Appendices 1 and 2 show it.", []),
        ("Appendix 1 shows it, and the equality assessment says why.", []),
        ("Appendices A to B show it.", []),
        ("Appendix 2 of the letter shows it, and Appendix 1 as well.", ["2"]),
    ],
)
def test_reports_each_appendix_that_no_sentence_mentions(text, numbers):
    """An appendix is mentioned by its number, its letter or its title."""
    paper = a_paper_with(summary=text, report=TWO)

    assert [finding.sentence.split("appendix ")[1][0] for finding in NEVER(paper)] == numbers


def test_one_appendix_alone_is_mentioned_by_attached():
    """With one appendix, "the attached plan" can mean no other; without any there is nothing to mention."""
    assert NEVER(a_paper_with(summary="The attached paper shows it.", report=ONE)) == []
    assert NEVER(a_paper_with(summary="Much is done.")) == []


def test_an_appendix_of_a_text_that_is_still_to_be_written_is_not_asked_for():
    """A starter's hint says that the text is not finished."""
    assert NEVER(a_paper_with(summary="[To write: how it stands]", report=ONE)) == []


def test_reports_an_acronym_once_where_it_is_first_used():
    """An acronym is said once; one that is explained anywhere is not, however it is explained."""
    paper = a_paper_with(
        summary="The MASH and the LADO met.",
        reasons="The LADO (local authority designated officer) leads. The EHCPs are late, and the MASH is not.",
        narrative="The education, health and care plan (EHCP) is new.",
    )

    (finding,) = ACRONYM(paper)

    assert finding.sentence.startswith('"MASH" is never spelt out')


def test_capitals_of_names_spell_an_acronym_out():
    """ "Multi-agency Safeguarding Hub" in capitals explains MASH wherever it stands."""
    assert ACRONYM(a_paper_with(summary="The MASH met.", reasons="The Multi-agency Safeguarding Hub is small.")) == []


@pytest.mark.parametrize(
    "text", ["PROGRESS SINCE THE LAST REPORT", "It must NOT stop.", "Part II and Annex AB.", "FD.1/21"]
)
def test_other_capitals_are_no_acronyms(text):
    """Headings in capitals, stressed words, numerals and references are passed over."""
    assert ACRONYM(a_paper_with(summary=text)) == []


def test_a_key_that_holds_a_date_may_be_typed_in_any_way():
    """The paper prints such a date in the house style, whatever is typed."""
    blocks = {"notice_given": Block(kind="day"), "dates": Block(kind="table", columns={"on": Column(kind="day")})}
    profile = PROFILE.model_copy(update={"blocks": blocks})
    keys = {"meeting_date": "16/03/2021", "notice_given": "2021-03-16", "dates[1].on": "16th March 2021"}

    assert DATES(a_paper_with(profile, **keys)) == []
    assert len(DATES(a_paper_with(profile, summary="It was on 16th March 2021, and on 17/03/2021."))) == 2
