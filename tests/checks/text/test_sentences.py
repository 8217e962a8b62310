"""Sentences against the plan, the appendices and the narrative: a finding of the right rule, or silence."""

from __future__ import annotations

import pytest

from papers.findings import Place, Severity
from papers.model.narrative import Narrative, Section
from papers.model.passage import Passage
from papers.model.report import Appendix, BackgroundPaper
from papers.model.text import Paragraph, Run, Text
from papers.pipeline import rules
from tests.checks.papers_of import REPORT, a_paper_of, an_action
from tests.checks.text.table_of_sentences import (
    COLOURS,
    JUDGEMENTS,
    NO_CLAIMS,
    NUMBERS,
    REFERENCES,
    WORDING,
    rows,
)

ABOUT_THE_TEXT = [rule for rule in rules() if rule.code > "TX100"]
# "never mentioned" is about the whole of a text, and no sentence alone can be silent about it.
ONE_BY_ONE = [rule for rule in ABOUT_THE_TEXT if rule.code != "TX203"]


def a_plan():
    """24 actions, 1.1 to 3.8, eight a priority, due on 30 June 2021."""
    return [
        an_action(
            f"{1 + at // 8}.{at % 8 + 1}",
            colour,
            due="2021-06-30",
            partner="Police" if at % 2 else "Early help",
            priority=f"What inspectors found {1 + at // 8}",
        )
        for at, colour in enumerate(COLOURS)
    ]


def a_narrative(*paragraphs):
    """A narrative with these numbers of paragraphs in its sections."""
    return Narrative(
        sections=tuple(
            Section(
                number=number,
                title=f"Part {number}",
                text=Text(
                    blocks=tuple(
                        Paragraph(runs=(Run(text="Much is done."),), role="numbered", number=f"{number}.{at}")
                        for at in range(1, many + 1)
                    )
                ),
                line=1000 * number,
            )
            for number, many in enumerate(paragraphs, 1)
        )
    )


def a_paper_with(*texts, key="summary", **values):
    """A paper with the plan above, two appendices, three sections, and these texts under a key of report.yaml."""
    report = REPORT.model_copy(
        update={
            "appendices": (Appendix(title="Action plan"), Appendix(title="Equality impact assessment")),
            "background_papers": (BackgroundPaper(title="Letter of the inspectors", location="County Offices"),),
        }
    )
    written = tuple(Passage(Place("report.yaml", line=line, key=key), words) for line, words in enumerate(texts, 1))
    values = {"report": report, "narrative": a_narrative(3, 4, 1), "written": written} | values
    return a_paper_of(*a_plan(), **values)


def found_in(paper, codes=ONE_BY_ONE):
    """Everything that the rules about the text find."""
    return [finding for rule in codes for finding in rule(paper)]


@pytest.mark.parametrize(
    ("sentence", "code"),
    [row for table in (NUMBERS, NO_CLAIMS, JUDGEMENTS, REFERENCES, WORDING) for row in rows(table)],
)
def test_a_sentence_is_found_or_left_alone(sentence, code):
    """Each sentence is reported by one rule alone, at its place and in its own words, or by none."""
    findings = found_in(a_paper_with(sentence))

    assert [finding.code for finding in findings] == ([code] if code else []), [str(finding) for finding in findings]
    for finding in findings:
        assert str(finding.where) == "report.yaml:1 (summary)"
        assert sentence.split(". ")[-1][:40].rstrip(".") in finding.sentence
        assert finding.remedy


def test_the_table_is_long_enough_and_has_both_kinds():
    """At least sixty sentences, and no fewer than twenty of either kind."""
    table = [row for picture in (NUMBERS, NO_CLAIMS, JUDGEMENTS, REFERENCES, WORDING) for row in rows(picture)]

    assert len({sentence for sentence, _ in table}) == len(table) >= 60
    assert sum(bool(code) for _, code in table) >= 20
    assert sum(not code for _, code in table) >= 20


@pytest.mark.parametrize("rule", ABOUT_THE_TEXT, ids=lambda rule: rule.code)
def test_a_wrong_number_or_reference_is_an_error_and_a_judgement_a_warning(rule):
    """Only what is wrong by the table alone stops a build."""
    errors = {"TX101", "TX105", "TX201", "TX202", "TX204"}

    assert rule.severity is (Severity.ERROR if rule.code in errors else Severity.WARNING)


def test_no_sentence_of_the_table_stands_in_the_example_inputs():
    """The table is made up: none of its sentences was taken from an example paper."""
    from tests.builders import ROOT

    texts = " ".join(
        " ".join(path.read_text(encoding="utf-8").split())
        for name in ("report.yaml", "narrative.md")
        for path in sorted((ROOT / "inputs").glob(f"*/{name}"))
    )

    table = [row for picture in (NUMBERS, NO_CLAIMS, JUDGEMENTS, REFERENCES, WORDING) for row in rows(picture)]
    assert [sentence for sentence, _ in table if sentence in texts] == []
