"""Briefings for tests: the Sefton template and real papers, and small templates made in PowerPoint's own format."""

from __future__ import annotations

import functools
import io
from collections.abc import Mapping, Sequence
from typing import Any

import pptx
from pptx.util import Cm, Pt

from papers.documents.briefing_facts import briefing_facts_of
from papers.documents.facts import facts_of, words_in
from papers.model.paper import Paper
from papers.reading.paper import read_paper
from papers.slides.render import render
from tests.builders import ROOT, TEMPLATES

SEFTON = TEMPLATES / "sefton" / "briefing.pptx"
NAME = "templates/sefton/briefing.pptx"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


@functools.cache
def example(paper: str = "jtai-2021-03") -> Paper:
    """An example paper, read."""
    found = read_paper(ROOT / "inputs" / paper, [TEMPLATES]).value.paper
    assert found is not None
    return found


def facts(paper: Paper) -> dict[str, Any]:
    """The facts of a paper's briefing."""
    return briefing_facts_of(paper, facts_of(paper))


def theirs(paper: Paper) -> str:
    """Every word that people wrote for a paper."""
    return words_in(facts(paper))


def briefing(paper: Paper, template: bytes | None = None) -> bytes:
    """The briefing of a paper."""
    return render(template or SEFTON.read_bytes(), NAME, facts(paper))


@functools.cache
def built(paper: str = "jtai-2021-03") -> bytes:
    """The briefing of an example paper; made once, however many tests ask."""
    return briefing(example(paper))


def opened(content: bytes) -> Any:
    """A presentation, opened as a program opens it."""
    return pptx.Presentation(io.BytesIO(content))


def saved(deck: Any) -> bytes:
    """The bytes of a presentation."""
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


def a_template(*slides: Mapping[str, Any], lines: Sequence[str] = ()) -> bytes:
    """A template of the Sefton look with one slide for each of `slides`; `lines` are a slide with one box of text.

    A slide has a `title`, and may have `box` (paragraphs), `size` (width and height of the box in cm), `points` (the
    size of its text), `table` (rows of cells, the header first) and `notes` (paragraphs).
    """
    deck = opened(SEFTON.read_bytes())
    listed = deck.part._element.sldIdLst
    for slide_id in list(listed):
        deck.part.drop_rel(slide_id.rId)
        listed.remove(slide_id)
    for given in slides or ({"title": "A slide", "box": lines},):
        slide = deck.slides.add_slide(deck.slide_layouts[2])
        slide.shapes.title.text = given["title"]
        if "box" in given:
            width, height = given.get("size", (20, 5))
            box = slide.shapes.add_textbox(Cm(2), Cm(4), Cm(width), Cm(height))
            box.name = "Box"
            box.text_frame.word_wrap = True
            box.text_frame.text = "\n".join(given["box"])
            for paragraph in box.text_frame.paragraphs:
                for run in paragraph.runs:
                    run.font.size = Pt(given.get("points", 18))
        if rows := given.get("table"):
            table = slide.shapes.add_table(len(rows), len(rows[0]), Cm(2), Cm(4), Cm(26), Cm(1)).table
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
        if "notes" in given:
            slide.notes_slide.notes_text_frame.text = "\n".join(given["notes"])
    return saved(deck)


def made(template: bytes, **values: Any) -> bytes:
    """What a template makes of `values` and the facts that the look of the Sefton slides needs."""
    report = {"subject": "Subject", "committee": "Committee", "meeting_date": "16 March 2021"}
    return render(template, "t.pptx", {"council": "Council", "report": report, **values})


def box_on(slide: Any) -> Any:
    """The box of text on a slide; None where it was taken away."""
    return next((shape for shape in slide.shapes if shape.name == "Box"), None)


def shown(lines: Sequence[str], **values: Any) -> list[str]:
    """The paragraphs that a box of text with these `lines` becomes; none where its shape is taken away."""
    (slide,) = opened(made(a_template(lines=lines), **values)).slides
    box = box_on(slide)
    return [paragraph.text for paragraph in box.text_frame.paragraphs] if box is not None else []


def titles(content: bytes) -> list[str]:
    """The title of each slide."""
    return [slide.shapes.title.text_frame.text for slide in opened(content).slides]


def slide_called(content: bytes, title: str) -> Any:
    """The slide with a title."""
    return next(slide for slide in opened(content).slides if slide.shapes.title.text_frame.text == title)


def table_on(slide: Any) -> list[list[str]]:
    """The cells of the table on a slide."""
    (table,) = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text_frame.text for cell in row.cells] for row in table.rows]
