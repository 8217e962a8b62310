"""A second council's paper, built from its folder and opened again: nothing but its own files makes it differ."""

from __future__ import annotations

import itertools
import re
from collections import Counter

import pytest
from coloraide import Color
from ruamel.yaml import YAML

from papers.pipeline import check
from tests.builders import AROUND, ROOT
from tests.documents.opened import (
    W,
    as_printed,
    built,
    fill,
    folded,
    numbered_blocks,
    paragraphs,
    report_yaml,
    sheet,
    tables,
    value,
    words,
    xml,
)

PAPER = "county-send-2025-11"
HEADINGS = [
    "Recommendations",
    "Reasons for the recommendations",
    "The report in brief",
    "Options",
    "Implications",
    "Risks",
    "Where this report is considered",
    "Consultation",
    "Background",
    "Where the plan stands",
    "What the revised plan changes",
    "The posts and what they cost",
    "Oversight and next steps",
    "Annexes",
    "Background papers",
]


def report():
    """The built report."""
    return built(PAPER)["report.docx"]


def scheme():
    """The statuses of the council, by their colour words."""
    council = YAML(typ="safe").load((ROOT / "templates" / "county" / "council.yaml").read_text(encoding="utf-8"))
    return {status["colour"]: status for status in council["rag"]}


def actions():
    """The rows of the plan, as its workbook has them."""
    return sheet(PAPER, "Actions")


def table_headed(content, *headings):
    """The rows below the header of the table whose header begins with `headings`."""
    shown = [table for table in tables(content) if [words(cell) for cell in table[0]][: len(headings)] == [*headings]]
    return shown[0][1:]


def in_style(name):
    """The paragraphs of the report in a style."""
    return [each for each in paragraphs(report()) if each.style == name]


def test_the_paper_has_no_findings():
    """An example is one that nobody has anything to say about."""
    assert check(ROOT / "inputs" / PAPER, AROUND) == ()


def test_cover_lines_are_paragraphs_with_a_label():
    """The release line, the title and what is on the cover stand before any table, a line each."""
    body = [child.tag for child in xml(report()).find(f"{W}body")]
    shown = [each.text for each in paragraphs(report())]
    cover = shown[: shown.index("Recommendations")]

    assert cover[:2] == ["For general release", report_yaml(PAPER)["subject"]]
    assert cover[2:4] == ["Report to: Cabinet", "Date of the meeting: 25 November 2025"]
    assert "Purpose of the report: for decision" in cover
    assert body.index(f"{W}tbl") > len(cover)


def test_the_parts_stand_in_this_councils_order():
    """Recommendations come first and the narrative late; headings have no numbers."""
    shown = [each for each in paragraphs(report()) if each.style == "heading 1"]

    assert [each.text for each in shown] == HEADINGS
    assert {each.label for each in shown} == {""}


def test_recommendations_are_lettered_by_word():
    """(a), (b) and (c) are Word's own."""
    shown = in_style("Recommendation")

    assert [each.label for each in shown] == ["(a)", "(b)", "(c)"]
    assert [each.text for each in shown] == report_yaml(PAPER)["recommendations"]


def test_paragraphs_are_numbered_through_the_whole_narrative():
    """1. to 17. run over all sections in one list of Word's, and no paragraph has a list of its own."""
    written = [text for label, text in numbered_blocks(PAPER) if not label.endswith(".") and not text.startswith("|")]
    shown = in_style("Numbered Paragraph")

    assert [each.text for each in shown] == written
    assert [each.label for each in shown] == [f"{number}." for number in range(1, 18)]
    assert all(each.element.find(f"{W}pPr/{W}numPr") is None for each in shown)


def test_annexes_are_lettered():
    """Word letters the list of annexes, and the plan calls itself by its letter."""
    numbering = xml(report(), "word/numbering.xml")
    level = next(each for each in numbering.iter(f"{W}lvl") if value(each, "pStyle") == "AnnexItem")
    annex = built(PAPER)["appendix-1.docx"]

    assert [each.text for each in in_style("Annex Item")] == ["SEND improvement plan", "Equality impact assessment"]
    assert (value(level, "numFmt"), value(level, "lvlText")) == ("upperLetter", "Annex %1:")
    assert paragraphs(annex)[0].text == "Annex A: SEND improvement plan"
    assert xml(annex, "docProps/core.xml").findtext("{http://purl.org/dc/elements/1.1/}title").startswith("Annex A: ")


def test_the_cover_says_when_notice_was_needed():
    """28 clear working days before Tuesday 25 November 2025.

    16 of them lie in November (24, 17 to 21, 10 to 14, 3 to 7) and 12 in October (27 to 31, 20 to 24, 17 and 16), none
    of them a bank holiday. Notice was needed the working day before: Wednesday 15 October.
    """
    (line,) = [each.text for each in in_style("Cover Line") if each.text.startswith("Notice of the key decision: ")]

    assert "needed by 15 October 2025" in line
    assert "28 clear working days" in line


def test_implications_are_one_table_with_sign_offs():
    """Each issue has a row with what it means and who signed that off."""
    said = report_yaml(PAPER)["implications"]
    rows = table_headed(report(), "Issue", "Implications", "Sign-off")

    assert [words(row[0]) for row in rows] == [
        "Finance", "Legal", "Equality", "Climate", "Social value", "Data protection", "Risk",
    ]  # fmt: skip
    for row, written in zip(rows, said.values(), strict=True):
        assert folded(words(row[1])) == folded(written["text"])
        assert words(row[2]) == written["sign_off"]


def test_each_risk_stands_once_in_the_matrix():
    """A cell has its rating and the numbers of the risks with its likelihood and impact, or "none"; none is merged."""
    risks = report_yaml(PAPER)["risks"]
    rows = table_headed(report(), "Likelihood", "Minor impact")
    impacts = ["minor", "moderate", "major", "severe"]

    assert [words(row[0]) for row in rows] == ["Almost certain", "Likely", "Possible", "Unlikely"]
    for row in rows:
        assert len(row) == 5
        for cell, impact in zip(row[1:], impacts, strict=True):
            here = (words(row[0]).lower(), impact)
            numbers = [str(at) for at, risk in enumerate(risks, 1) if (risk["likelihood"], risk["impact"]) == here]
            assert re.fullmatch(r"(Low|Medium|High|Very high): (.+)", words(cell))[2] == (", ".join(numbers) or "none")
            assert fill(cell) == ""
    assert "High: 1, 2" in words(rows[1][3])
    assert next(xml(report()).iter(f"{W}gridSpan", f"{W}vMerge"), None) is None


def test_every_meeting_that_considers_the_report_is_listed():
    """The table says where, when and what for, in the order of the dates."""
    rows = [[words(cell) for cell in row] for row in table_headed(report(), "Meeting", "Date", "Purpose")]

    assert rows == [[as_printed(said) for said in each.values()] for each in report_yaml(PAPER)["meetings"]]
    assert rows[-1][:2] == ["Cabinet", "25 November 2025"]


def test_each_action_shows_its_status_in_word_and_colour():
    """Green is on track here, and Blue completed; the cell has the fill and the text colour of this council."""
    shown = {words(row[0]): row[1] for table in tables(built(PAPER)["appendix-1.docx"])[1:-1] for row in table[1:]}

    assert (scheme()["Green"]["state"], scheme()["Blue"]["state"]) == ("on_track", "completed")
    assert shown.keys() == {row["Our ref"] for row in actions()}
    for row in actions():
        cell, status = shown[row["Our ref"]], scheme()[row["BRAG status"].partition(":")[0]]
        assert words(cell) == f"{status['colour']}: {status['label']}"
        assert fill(cell) == status["fill"]
        assert {colour.get(f"{W}val") for colour in cell.iter(f"{W}color")} == {status["text"]}


def test_the_numbers_in_the_text_are_those_of_the_plan_and_the_table():
    """The counts by status, and the sum that members are asked for, agree with what they were worked out from."""
    counts = Counter(row["BRAG status"].partition(": ")[2] for row in actions())
    text = "\n".join(each.text for each in paragraphs(report()))
    *posts, total = [[words(cell) for cell in row] for row in table_headed(report(), "Post", "Number", "Cost a year")]
    pounds = sum(int(re.sub(r"\D", "", row[2])) for row in posts)

    assert (
        f"Of its {counts.total()} actions, {counts['completed']} are completed, {counts['on track']} are on track, "
        f"{counts['at risk']} are at risk, {counts['off track']} are off track and {counts['not started']} have not "
        "started."
    ) in text
    assert total == ["All posts", str(sum(int(row[1]) for row in posts)), f"£{pounds:,}"]
    assert in_style("Recommendation")[1].text.startswith(f"Release £{2 * pounds:,} ")


@pytest.mark.parametrize("sight", ["normal", "protan", "deutan", "tritan"])
def test_no_two_statuses_look_alike(sight):
    """Every two fills are at least 15 apart in CIEDE2000, also without red, green or blue; every text is 7 to 1."""
    fills = [Color(f"#{status['fill']}") for status in scheme().values()]
    if sight != "normal":
        fills = [each.filter(sight, severity=1, method="machado") for each in fills]

    assert min(one.delta_e(other, method="2000") for one, other in itertools.combinations(fills, 2)) >= 15
    for status in scheme().values():
        assert Color(f"#{status['fill']}").contrast(f"#{status['text']}", method="wcag21") >= 7
