"""The briefing of the example, opened as its readers open it, and what it leaves out where there is nothing to say."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys

import openpyxl
import pytest

from tests.builders import ROOT, a_paper
from tests.documents.opened import parts, report_yaml, sheet
from tests.slides.decks import A, P, briefing, built, opened, slide_called, table_on, titles

PAPER = "jtai-2021-03"
COUNTS = {"Green: completed": 17, "Amber: on track": 7, "Red: off track": 3, "Yellow: not started": 2,
          "Blue: business as usual": 5}  # fmt: skip


def notes_of(slide):
    """The words of a slide's notes."""
    return slide.notes_slide.notes_text_frame.text


def descriptions(slide):
    """The descriptions on a slide, by the names of their shapes."""
    return {known.get("name"): known.get("descr", "") for known in slide._element.iter(f"{P}cNvPr")}


def test_the_slides_are_those_of_a_briefing_in_their_order():
    """Title, inspection, governance, priorities, position, changes, each partner, what is late and next, sources."""
    found = [re.sub(r" \(\d+ of \d+\)$", "", title) for title in titles(built())]
    partners = list(dict.fromkeys(row["Partner"] for row in sheet(PAPER, "Actions")))

    assert list(dict.fromkeys(found)) == [
        "Joint Targeted Area Inspection action plan: progress",
        "The inspection in numbers",
        "Governance",
        "Priorities",
        "The position on 16 March 2021",
        "Since the last report, 22 September 2020",
        "Dates that have moved since the last report",
        *(f"{name}: {kind}" for name in partners for kind in ("strengths", "areas for development")),
        "Off track and overdue",
        "Next steps",
        "Due next",
        "Sources",
    ]
    assert len(set(titles(built()))) == len(titles(built()))


def test_every_action_stands_once_in_its_partners_table():
    """Area for development, action and RAG, as the workbook has them."""
    rows, headers = [], set()
    for slide in opened(built()).slides:
        if ": areas for development" in (title := slide.shapes.title.text_frame.text):
            header, *body = table_on(slide)
            headers.add(tuple(header))
            rows += [(title.partition(": areas")[0], *row) for row in body]

    assert headers == {("Area for development", "Action", "RAG")}
    colours = {name.partition(":")[0]: name for name in COUNTS}
    wanted = [
        (row["Partner"], f"{row['Ref']} {row['Area for development']}", row["Action"], colours[row["RAG"].title()])
        for row in sheet(PAPER, "Actions")
    ]
    assert sorted(rows) == sorted(wanted)


def test_strengths_are_told_partner_by_partner():
    """Every one of the workbook, a paragraph each."""
    found = []
    for slide in opened(built()).slides:
        if (title := slide.shapes.title.text_frame.text).endswith(": strengths"):
            (body,) = [shape for shape in slide.placeholders if shape.placeholder_format.idx == 1]
            found += [(title.removesuffix(": strengths"), each.text) for each in body.text_frame.paragraphs]

    assert sorted(found) == sorted((row["Partner"], row["Strength"]) for row in sheet(PAPER, "Strengths"))


def test_the_chart_is_the_plans_counts_in_the_councils_colours():
    """A chart of PowerPoint's own, with its words and numbers on it and in its description."""
    slide = slide_called(built(), "The position on 16 March 2021")
    (frame,) = [shape for shape in slide.shapes if shape.has_chart]
    (plot,) = frame.chart.plots
    (series,) = plot.series

    assert dict(zip(plot.categories, series.values, strict=True)) == COUNTS
    fills = [str(series.points[at].format.fill.fore_color.rgb) for at in range(5)]
    assert fills == ["74CFAE", "E0801A", "A01C1C", "FFFF8A", "17346B"]
    assert plot.has_data_labels
    assert plot.data_labels.show_value
    described = descriptions(slide)["Position by status"]
    assert all(f"{name}, {count}" in described for name, count in COUNTS.items())


def test_the_workbook_behind_the_chart_holds_what_is_shown_and_nothing_else():
    """No other numbers, no author, no time."""
    (content,) = [content for part, content in parts(built()).items() if "/embeddings/" in part]
    book = openpyxl.load_workbook(io.BytesIO(content))

    assert [list(row) for row in book["Sheet1"].iter_rows(values_only=True)] == [
        [None, "Number of actions"],
        *([name, count] for name, count in COUNTS.items()),
    ]
    assert book.sheetnames == ["Sheet1"]
    assert not any(part.startswith("docProps") for part in parts(content))


def test_governance_is_a_picture_with_a_description():
    """Shapes that hold the names, arrows that are tied to them, and the whole of it in words."""
    slide = slide_called(built(), "Governance")
    (group,) = [shape for shape in slide.shapes if shape.shape_type == 6]
    bodies = {shape.shape_id: shape.text_frame.text for shape in group.shapes if shape.has_text_frame}
    arrows = [
        (bodies[int(line.find(f".//{A}stCxn").get("id"))], bodies[int(line.find(f".//{A}endCxn").get("id"))])
        for line in slide._element.iter(f"{P}cxnSp")
    ]

    said = [(each["body"], to) for each in report_yaml(PAPER)["governance"] for to in each["reports_to"]]
    assert sorted(arrows) == sorted(said)
    for body, to in said:
        assert re.search(f"The {re.escape(body)} reports to [^.]*{re.escape(to)}", descriptions(slide)["Governance"])
        assert re.search(f"The {re.escape(body)} reports to [^.]*{re.escape(to)}", notes_of(slide))


def test_the_inspection_is_told_as_report_yaml_has_it():
    """Who, when, how many, the focus; the numbers large."""
    slide = slide_called(built(), "The inspection in numbers")
    words = "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)
    said = report_yaml(PAPER)["inspection"]

    assert all(said[key] in words for key in ("name", "dates", "team", "focus"))
    assert "4\ninspectorates" in words
    assert "34\nactions in the plan" in words


def test_changes_since_the_last_report_are_told():
    """How many have moved which way, and which."""
    rows = table_on(slide_called(built(), "Since the last report, 22 September 2020"))

    assert [row[:2] for row in rows[1:]] == [
        ["▲ Improved", "12"],
        ["▼ Worsened", "0"],
        ["► No change", "20"],
        ["● New", "2"],
    ]
    assert rows[1][2].split(", ")[:3] == ["1.3", "1.4", "1.6"]


def test_next_steps_are_the_recommendations():
    """Word for word, numbered by PowerPoint."""
    slide = slide_called(built(), "Next steps")
    (body,) = [shape for shape in slide.placeholders if shape.placeholder_format.idx == 1]

    assert [each.text for each in body.text_frame.paragraphs][1:] == report_yaml(PAPER)["recommendations"]


def test_sources_lead_to_the_inspection_letter():
    """By a link in the words of the narrative; the address is in the notes."""
    slide = slide_called(built(), "Sources")
    address = "https://files.ofsted.gov.uk/v1/file/50134652"
    links = [r for s in slide.placeholders for p in s.text_frame.paragraphs for r in p.runs if r.hyperlink.address]

    assert [(run.text, run.hyperlink.address) for run in links] == [("Published inspection letter", address)]
    assert address in notes_of(slide)


def test_notes_tell_the_speaker_what_the_plan_says_of_each_action():
    """Lead, date and progress of every action on that slide, and of no other."""
    rows = {row["Ref"]: row for row in sheet(PAPER, "Actions")}
    slide = slide_called(built(), "Off track and overdue")

    for ref in ("1.7", "3.4", "4.6"):
        assert rows[ref]["Lead"] in notes_of(slide)
        assert rows[ref]["Progress"] in notes_of(slide)
    assert rows["1.1"]["Progress"] not in notes_of(slide)


def test_every_slide_is_accessible():
    """A title that is read first, descriptions of what is drawn, header rows, British English, large text."""
    for slide in opened(built()).slides:
        assert next(iter(slide.shapes)) == slide.shapes.title
        for shape in slide.shapes:
            known = shape._element.xpath(".//p:cNvPr")[0]
            assert not (shape.has_table or shape.has_chart or shape.shape_type == 6) or known.get("descr")
            assert not shape.has_table or shape.table.first_row
        for runs in (slide._element, slide.notes_slide._element):
            assert {run.get("lang") for run in runs.iter(f"{A}rPr", f"{A}endParaRPr")} <= {"en-GB"}
        sizes = [int(run.get("sz")) for run in slide._element.iter(f"{A}rPr") if run.get("sz")]
        assert min(sizes, default=1800) >= 1400


def test_the_file_says_what_it_is_and_nobodys_name():
    """Title, subject and council; no times, no persons."""
    core = parts(built())["docProps/core.xml"].decode()

    assert "<dc:title>Briefing: Joint Targeted Area Inspection action plan: progress</dc:title>" in core
    assert "<dc:creator>Sefton Council</dc:creator>" in core
    assert "<dc:language>en-GB</dc:language>" in core
    assert "dcterms" not in core
    assert "lastModifiedBy" not in core
    assert not [part for part in parts(built()) if "thumbnail" in part or "printer" in part or "customXml" in part]


def test_nothing_of_the_template_is_left():
    """No tag anywhere in the package, no slide and no chart of the pattern."""
    for part, content in parts(built()).items():
        assert not re.search(rb"\{[{%]", content), part
    assert len([part for part in parts(built()) if "/charts/chart" in part]) == 1


def test_what_there_is_nothing_to_say_of_has_no_slide(tmp_path):
    """No inspection, no governance, no strengths, no last report, nothing late: a short briefing that reads well."""
    paper = a_paper(tmp_path / "paper", as_of="2020-12-01", plan="""
        Ref | Action          | Lead            | Due        | Progress      | RAG
        1   | Publish a guide | Head of Service | 2020       | It is in use  | Green
        2   | Train the staff | Head of Service | 1 May 2021 | Half are done | Amber
    """)  # fmt: skip

    content = briefing(paper)

    assert titles(content) == [
        "Action plan", "Priorities", "The position on 1 December 2020", "No partner named: areas for development",
        "Next steps", "Due next", "Sources",
    ]  # fmt: skip
    rows = table_on(slide_called(content, "No partner named: areas for development"))
    assert rows[1:] == [["1 Not stated", "Publish a guide", "Green: completed"],
                        ["2 Not stated", "Train the staff", "Amber: on track"]]  # fmt: skip
    empty = [r for s in opened(content).slides for t in s.shapes if t.has_table for r in table_on(s) if "" in r]
    assert empty == []


def test_what_is_never_published_is_in_no_briefing(tmp_path):
    """Mitigation is read for the checks alone."""
    paper = a_paper(tmp_path / "paper", plan="""
        Ref | Action | Lead            | Due        | Progress | Mitigation     | RAG
        1   | Train  | Head of Service | 1 May 2021 | Half     | A secret plan  | Red
    """)  # fmt: skip

    assert not any(b"secret" in part for part in parts(briefing(paper)).values())


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_the_same_paper_gives_the_same_bytes(tmp_path, zone):
    """On any day, in any time zone, whatever the seed of hashes."""
    code = f"import sys; from tests.slides.decks import built; sys.stdout.buffer.write(built({PAPER!r}))"
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": "7", "PYTHONPATH": str(ROOT)}

    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)

    assert done.stdout == built(PAPER)
