"""What an author wrote outside the plan, with its places: what the rules on personal data and starters look through."""

from __future__ import annotations

from datetime import date

from papers.pipeline import check
from papers.reading.paper import read_paper
from tests.builders import AROUND, PLAN, REPORT, TEMPLATES, a_folder


def passages_of(folder) -> dict[str, str]:
    """The words of each passage outside the plan, by its place in its file."""
    paper = read_paper(folder, [TEMPLATES]).value.paper
    return {f"{p.place.file.rpartition('/')[2]} {p.place.in_file}": p.words for p in paper.written}


def test_each_key_of_the_report_that_is_printed_is_a_passage(tmp_path):
    """Nested keys and items of lists have their own line; keys that only say how the paper is made are left out."""
    report = f"{REPORT}  - Letter\naction_plan:\n  workbook: action-plan.xlsx\nacknowledge:\n  AP104: Known.\n"

    passages = passages_of(a_folder(tmp_path / "p", report=report))

    assert passages["report.yaml line 5, subject"] == "Action plan"
    assert passages["report.yaml line 32, contact.email"] == "service@example.gov.uk"
    assert passages["report.yaml line 35, appendices[2]"] == "Letter"
    assert not [place for place in passages if "acknowledge" in place or "council" in place or "workbook" in place]


def test_each_block_of_the_narrative_is_a_passage_at_its_line(tmp_path):
    """Headings, paragraphs, lists and tables; a link's address counts with its words."""
    narrative = (
        "# One\n\nWrite to [us](mailto:jo@example.gov.uk).\n\n- first\n- second\n\n| A | B |\n|---|---|\n| c | d |\n"
    )

    passages = passages_of(a_folder(tmp_path / "p", narrative=narrative))

    assert {place: words for place, words in passages.items() if place.startswith("narrative")} == {
        "narrative.md line 1": "One",
        "narrative.md line 3": "Write to us.\nmailto:jo@example.gov.uk",
        "narrative.md line 5": "first\nsecond",
        "narrative.md line 8": "A\nB\nc\nd",
    }


def test_personal_data_is_found_in_every_file_at_its_place(tmp_path):
    """The same postcode in the plan, the report and the narrative is three findings."""
    folder = a_folder(
        tmp_path / "p",
        plan=PLAN.replace("Half are done", "Seen at L22 0LG"),
        report=REPORT.replace("How the plan stands.", "A visit to L22 0LG."),
        narrative="# One\n\nThe family of L22 0LG.\n",
    )

    found = [(f.code, f.where.file.rpartition("/")[2], f.where.in_file) for f in check(folder, AROUND)]

    assert [each for each in found if each[0] == "PD004"] == [
        ("PD004", "report.yaml", "line 12, summary"),
        ("PD004", "narrative.md", "line 3"),
        ("PD004", "action-plan.xlsx", "Actions!F2"),
    ]


def test_what_is_never_published_is_not_looked_through(tmp_path):
    """A column of the officer's own may hold what the work needs; it is in no paper."""
    plan = "Ref | Action | Lead | Due | RAG | Notes\n1.1 | Train | HoS | 2022 | Amber | L22 0LG, Child A"

    codes = {finding.code for finding in check(a_folder(tmp_path / "p", plan=plan), AROUND)}

    assert codes == {"AP006"}


# The meeting before


def test_the_meeting_before_is_the_one_of_the_report_beside_the_previous_workbook(tmp_path):
    """Its report.yaml says when it met."""
    a_folder(tmp_path / "last", report=REPORT.replace("2021-03-16", "22 September 2020"))
    report = f"{REPORT}\naction_plan:\n  previous: ../last/action-plan.xlsx\n"

    paper = read_paper(a_folder(tmp_path / "now", report=report), [TEMPLATES]).value.paper

    assert paper.previous_meeting == date(2020, 9, 22)


def test_without_a_report_beside_it_the_meeting_before_is_not_known(tmp_path):
    """Nothing is guessed from a workbook alone."""
    (a_folder(tmp_path / "last") / "report.yaml").unlink()
    report = f"{REPORT}\naction_plan:\n  previous: ../last/action-plan.xlsx\n"

    paper = read_paper(a_folder(tmp_path / "now", report=report), [TEMPLATES]).value.paper

    assert paper.previous_meeting is None
