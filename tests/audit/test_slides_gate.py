"""The gate for presentations: real briefings damaged as a template or a program might damage them."""

from __future__ import annotations

import re

import pytest

from papers.audit.slides_gate import vanished_from_slides
from papers.documents.briefing import promise
from papers.errors import PapersError
from tests.documents.opened import changed, parts, zipped
from tests.slides.decks import SEFTON, briefing, built, example, opened, saved, theirs

NAMED = "Children's social care: areas for development (1 of 2)"


def said(content, paper="jtai-2021-03"):
    """What the gate says of a briefing of an example, a line each; "" lets it pass."""
    read = example(paper)
    return "\n".join(vanished_from_slides(content, "briefing.pptx", promise(read), lambda: theirs(read)))


def edited(edit):
    """The example's briefing after `edit` of its slides."""
    deck = opened(built())
    edit(deck.slides)
    return saved(deck)


def table_of(slides, title=NAMED):
    """The table on the slide with a title."""
    slide = next(slide for slide in slides if slide.shapes.title.text_frame.text == title)
    return next(shape for shape in slide.shapes if shape.has_table).table


@pytest.mark.parametrize("paper", ["jtai-2021-03", "jtai-2020-09"])
def test_lets_a_briefing_pass(paper):
    """Nothing is wrong with the briefings of the examples, nor after a program saved them again."""
    assert said(built(paper), paper) == ""
    assert said(saved(opened(built(paper))), paper) == ""


def test_finds_an_action_that_is_missing():
    """By its Ref."""

    def edit(slides):
        table = table_of(slides)
        table._tbl.remove(table._tbl.tr_lst[1])

    assert "action 3.1 is missing" in said(edited(edit))


def test_finds_an_action_that_stands_there_twice():
    """A row that was repeated is no row that goes on: it is not the first of its slide."""

    def edit(slides):
        import copy

        rows = table_of(slides)._tbl.tr_lst
        rows[2].addnext(copy.deepcopy(rows[2]))

    assert "action 3.2 stands there 2 times" in said(edited(edit))


def test_finds_words_that_are_missing():
    """The action, and the area for development."""

    def edit(slides):
        cells = table_of(slides).rows[1].cells
        cells[0].text_frame.text = "3.1 Something else"
        cells[1].text_frame.text = "Something else"

    assert "the area for development of action 3.1 is missing" in said(edited(edit))
    assert "the action of action 3.1 is missing" in said(edited(edit))


def test_finds_a_status_in_another_word_or_colour():
    """Both have to be there."""

    def other_word(slides):
        table_of(slides).rows[1].cells[2].text_frame.text = "Green: completed"

    def other_colour(slides):
        from pptx.dml.color import RGBColor

        table_of(slides).rows[1].cells[2].fill.fore_color.rgb = RGBColor(0, 0, 0)

    wanted = 'action 3.1 does not show its status "Amber" in the colour E0801A'
    assert wanted in said(edited(other_word))
    assert wanted in said(edited(other_colour))


def test_finds_a_count_that_is_not_the_plans():
    """The chart is read, not its picture."""
    part = "ppt/charts/chart1.xml"
    wrong = changed(built(), "<c:v>17</c:v>", "<c:v>18</c:v>", part)

    assert 'there is no row for "Green" with the count 17' in said(wrong)


def test_finds_a_recommendation_or_strength_that_is_missing():
    """Whole slides may be gone."""

    def edit(slides):
        for slide in slides:
            if slide.shapes.title.text_frame.text in ("Next steps", "Police: strengths"):
                for shape in list(slide.placeholders)[1:2]:
                    shape.text_frame.text = "Words"

    assert "recommendation 1 is missing" in said(edited(edit))
    assert "a strength of Police is missing" in said(edited(edit))


def test_finds_slides_that_cannot_be_told_apart():
    """A title is there, and is another than those of all other slides."""

    def same(slides):
        slides[3].shapes.title.text_frame.text = "Governance"

    def none(slides):
        slides[3].shapes.title.text_frame.text = ""

    assert 'slide 4 has the same title as another, "Governance"' in said(edited(same))
    assert "slide 4 has no title" in said(edited(none))


def test_finds_a_picture_without_a_description():
    """The chart, the governance picture and tables have one."""
    content = built()
    for part in [name for name in parts(content) if name.startswith("ppt/slides/slide")]:
        content = zipped({**parts(content), part: re.sub(rb' descr="[^"]*"', b"", parts(content)[part])})

    found = said(content)

    for name in ("Governance", "Position by status", "Areas for development"):
        assert f'has no description of "{name}"' in found


@pytest.mark.parametrize("slip", ["{{ plan.total }}", "Undefined", "{% endfor %}", "2021-03-16 00:00:00"])
def test_finds_what_was_left_over(slip):
    """On slides, in descriptions and in notes."""

    def in_notes(slides):
        slides[3].notes_slide.notes_text_frame.text = slip

    def on_slide(slides):
        table_of(slides).rows[1].cells[1].text_frame.paragraphs[0].add_run().text = f" {slip}"

    assert "was left over or printed by mistake" in said(edited(in_notes))
    assert "was left over or printed by mistake" in said(edited(on_slide))


def test_what_cannot_be_read_back_is_named():
    """With its part."""
    with pytest.raises(PapersError, match=r"briefing.pptx: its part ppt/slides/slide2.xml came out broken"):
        said(zipped({**parts(built()), "ppt/slides/slide2.xml": b"<p:sld>"}))


def test_a_template_that_loses_its_partner_tables_is_caught():
    """A council may take slides out; what a briefing is for has to stay."""
    deck = opened(SEFTON.read_bytes())
    for slide in deck.slides:
        for shape in slide.shapes:
            if shape.name == "Areas for development":
                shape.table.cell(2, 1).text_frame.text = "Action"

    found = said(briefing(example(), saved(deck)))

    assert "the action of action 1.1 is missing" in found
