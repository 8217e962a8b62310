"""Templates and what becomes of them, slide by slide."""

from __future__ import annotations

import pytest

from papers.errors import TemplateError
from papers.model.text import Paragraph, Run, Text
from papers.slides import render as rendering
from tests.documents.opened import parts
from tests.slides.decks import (
    A,
    P,
    a_template,
    box_on,
    made,
    opened,
    saved,
    shown,
    table_on,
    titles,
)

PART = "{% if part %} ({{ part }} of {{ parts }}){% endif %}"
ROWS = [["Area", "RAG"], ["{%tr for x in rows %}", ""], ["{{ x.words }}", "{% cellbg x.status %}{{ x.status.colour }}"],
        ["{%tr endfor %}", ""]]  # fmt: skip
RED = {"colour": "Red", "fill": "A01C1C", "text": "FFFFFF"}


def test_slides_are_repeated_and_left_out_by_the_tags_in_their_notes():
    """From the first slide of a repetition to the last, in their order; the tags are no notes."""
    template = a_template(
        {"title": "{{ x.name }} one", "notes": ["{%slide for x in names %}", "Say {{ x.name }}"]},
        {"title": "{{ x.name }} two", "notes": ["{%slide if x.more %}", "{%slide endif %}", "{%slide endfor %}"]},
        {"title": "End"},
    )

    content = made(template, names=[{"name": "A", "more": True}, {"name": "B", "more": False}])

    assert titles(content) == ["A one", "A two", "B one", "End"]
    assert opened(content).slides[0].notes_slide.notes_text_frame.text == "Say A"


def test_a_hidden_slide_is_for_the_template_alone():
    """Democratic services may keep notes to themselves on a slide that is hidden."""
    deck = opened(a_template({"title": "Hidden"}, {"title": "Shown"}))
    deck.slides[0]._element.set("show", "0")

    assert titles(made(saved(deck))) == ["Shown"]


def test_a_template_that_makes_no_slide_is_refused():
    """A briefing without slides is a mistake of its template."""
    template = a_template({"title": "A", "notes": ["{%slide if nothing %}", "{%slide endif %}"]})

    with pytest.raises(TemplateError, match="there is no slide in it"):
        made(template, nothing=[])


def test_more_slides_than_anybody_shows_are_refused(monkeypatch):
    """A slide in a loop in a loop must not fill the disk."""
    monkeypatch.setattr(rendering, "MOST_SLIDES", 20)
    template = a_template({"title": "A", "notes": ["{%slide for x in n %}", "{%slide endfor %}"]})

    with pytest.raises(TemplateError, match="more than 20 slides"):
        made(template, n=["1"] * 21)


def test_a_shape_whose_words_are_all_left_out_is_taken_away():
    """No slide says Click to add text, and none has a box with nothing in it."""
    assert shown(["{%p if nothing %}", "Words", "{%p endif %}"], nothing=[]) == []


def test_text_that_is_a_little_too_long_is_set_smaller():
    """Down to 18 points, so that it stays on one slide."""
    template = a_template({"title": "A", "box": ["{{ words }}"], "size": (20, 3), "points": 24})

    (slide,) = opened(made(template, words="word " * 30)).slides

    (size,) = {run.font.size.pt for run in box_on(slide).text_frame.paragraphs[0].runs}
    assert 18 <= size < 24


def test_text_that_is_far_too_long_goes_on_on_the_next_slide():
    """In the size that the template states, with a number in the title of each."""
    template = a_template({"title": "Focus" + PART, "box": ["{{ words }}"], "size": (20, 3), "points": 24})

    content = made(template, words="One sentence of a long text. " * 60)

    count = len(titles(content))
    assert count > 3
    assert titles(content) == [f"Focus ({part} of {count})" for part in range(1, count + 1)]
    assert {r.font.size.pt for s in opened(content).slides for r in box_on(s).text_frame.paragraphs[0].runs} == {24}


def test_a_title_that_cannot_tell_its_parts_is_refused():
    """Slides that go on must not have one title: the template has to say how they are numbered."""
    template = a_template({"title": "Focus", "box": ["{{ words }}"], "size": (20, 3)})

    with pytest.raises(TemplateError, match=r"slide 1: what stands on it needs \d+ slides.*\{\{ part \}\}"):
        made(template, words="One sentence of a long text. " * 90)


def test_a_title_that_is_too_long_is_set_smaller_and_then_shortened():
    """The end of it stays, which says which of the slides it is."""
    long = made(a_template({"title": "{{ words }}: actions"}), words="A very long name of a partner " * 4)
    endless = made(a_template({"title": "{{ words }}: actions"}), words="A very long name of a partner " * 40)

    assert titles(long) == ["A very long name of a partner " * 4 + ": actions"]
    (title,) = titles(endless)
    assert title.startswith("A very long name")
    assert "…" in title
    assert title.endswith(": actions")


def test_rows_are_repeated_and_filled_in_their_status():
    """A cell takes the colour of a status, and its words the colour that can be read on it."""
    content = made(a_template({"title": "A", "table": ROWS}), rows=[{"words": "Wait", "status": RED}])

    (slide,) = opened(content).slides
    assert table_on(slide) == [["Area", "RAG"], ["Wait", "Red"]]
    cell = next(shape for shape in slide.shapes if shape.has_table).table.cell(1, 1)
    assert str(cell.fill.fore_color.rgb) == "A01C1C"
    assert str(cell.text_frame.paragraphs[0].runs[0].font.color.rgb) == "FFFFFF"


def test_a_table_without_rows_is_taken_away():
    """No slide shows headings of nothing."""
    (slide,) = opened(made(a_template({"title": "A", "table": ROWS}), rows=[])).slides

    assert not [shape for shape in slide.shapes if shape.has_table]


def test_rows_that_do_not_fit_go_on_on_the_next_slide_under_the_same_headings():
    """Every row once, in order; the notes of each slide are about the rows that stand on it."""
    notes = ["{%p for x in shown %}", "{{ x.words }}", "{%p endfor %}"]
    rows = [{"words": f"Row {n} " + "and more of it " * (n % 7), "status": RED} for n in range(60)]

    content = made(a_template({"title": "A" + PART, "table": ROWS, "notes": notes}), rows=rows)

    slides = opened(content).slides
    found = [table_on(slide) for slide in slides]
    assert len(found) > 3
    assert all(table[0] == ["Area", "RAG"] for table in found)
    assert [row[0] for table in found for row in table[1:]] == [row["words"] for row in rows]
    assert [s.notes_slide.notes_text_frame.text.split("\n") for s in slides] == [[r[0] for r in t[1:]] for t in found]


def test_a_row_that_no_slide_can_hold_is_cut_at_the_end_of_a_sentence():
    """Its short cells stand on each of its slides, and can say that it goes on."""
    ref = "{{ x.ref }}{% if continued %} (continued){% endif %}"
    rows = [["Ref", "Action"], ["{%tr for x in rows %}", ""], [ref, "{{ x.words }}"], ["{%tr endfor %}", ""]]
    text = " ".join(f"This is sentence {n} of a very long action." for n in range(120))

    content = made(a_template({"title": "A" + PART, "table": rows}), rows=[{"ref": "1.1", "words": text}])

    cells = [row for slide in opened(content).slides for row in table_on(slide)[1:]]
    assert [row[0] for row in cells] == ["1.1", *["1.1 (continued)"] * (len(cells) - 1)]
    assert " ".join(row[1] for row in cells) == text
    assert all(row[1].endswith(".") for row in cells)


def test_a_table_grows_down_to_what_stands_below_it():
    """Never over a footer or a box that the template puts there."""
    deck = opened(a_template({"title": "A" + PART, "table": ROWS}))
    from pptx.util import Cm

    deck.slides[0].shapes.add_textbox(Cm(2), Cm(10), Cm(20), Cm(1)).text_frame.text = "Key"
    rows = [{"words": "Wait", "status": RED} for _ in range(30)]

    slides = opened(made(saved(deck), rows=rows)).slides

    tables = [shape for slide in slides for shape in slide.shapes if shape.has_table]
    assert all(Cm(4) + sum(row.height for row in shape.table.rows) <= Cm(10) for shape in tables)


def test_the_title_is_read_first_and_every_shape_has_its_own_number():
    """Whatever was drawn first in the template."""
    deck = opened(a_template({"title": "A", "box": ["Words {{ council }}"]}))
    tree = deck.slides[0].shapes._spTree
    tree.append(deck.slides[0].shapes.title._element)

    (slide,) = opened(made(saved(deck))).slides

    assert next(iter(slide.shapes)) == slide.shapes.title
    numbers = [each.get("id") for each in slide._element.iter(f"{P}cNvPr")]
    assert sorted(numbers) == sorted(set(numbers))


def test_pictures_of_the_template_are_kept():
    """A logo with its description stands on every slide that has it."""
    import io

    from PIL import Image
    from pptx.util import Cm

    logo = io.BytesIO()
    Image.new("RGB", (8, 8), "navy").save(logo, "PNG")
    deck = opened(a_template({"title": "{{ x }}", "notes": ["{%slide for x in names %}", "{%slide endfor %}"]}))
    picture = deck.slides[0].shapes.add_picture(logo, Cm(1), Cm(1))
    picture._element.nvPicPr.cNvPr.set("descr", "The arms of {{ council }}")

    content = made(saved(deck), names=["One", "Two"])

    for slide in opened(content).slides:
        (kept,) = [shape for shape in slide.shapes if shape.shape_type == 13]
        assert kept.image.blob == logo.getvalue()
        assert kept._element.nvPicPr.cNvPr.get("descr") == "The arms of Council"
    assert len([part for part in parts(content) if "/media/" in part]) == 1


def test_animations_are_left_behind():
    """They name shapes that may not be there any more, and PowerPoint would offer to repair the file."""
    deck = opened(a_template({"title": "A"}))
    slide = deck.slides[0]._element
    slide.append(slide.makeelement(f"{P}timing", {}))

    (slide,) = opened(made(saved(deck))).slides

    assert slide._element.find(f"{P}timing") is None


def test_all_text_is_british_english():
    """Whatever language somebody's PowerPoint was set to when the template was typed."""
    deck = opened(a_template(lines=["{{ council }}"]))
    for run in deck.slides[0]._element.iter(f"{A}rPr"):
        run.set("lang", "en-US")

    content = made(saved(deck))

    assert {run.get("lang") for s in opened(content).slides for run in s._element.iter(f"{A}rPr")} == {"en-GB"}


def numbers(slide):
    """The words of each paragraph of the box, with the number that it starts from, if it has one of its own."""
    found = []
    for paragraph in box_on(slide).text_frame.paragraphs:
        automatic = paragraph._p.find(f"{A}pPr/{A}buAutoNum")
        found.append((paragraph.text, automatic if automatic is None else int(automatic.get("startAt", 1))))
    return found


def a_numbered_list():
    """A template whose box has a numbered paragraph for each of some texts."""
    deck = opened(a_template({"title": "A" + PART, "box": ["{%p for x in texts %}", "{{p x }}", "{%p endfor %}"]}))
    properties = box_on(deck.slides[0]).text_frame.paragraphs[1]._p.get_or_add_pPr()
    properties.append(properties.makeelement(f"{A}buAutoNum", {"type": "arabicPeriod"}))
    return saved(deck)


def test_only_the_first_paragraph_of_a_text_is_numbered_and_the_next_text_goes_on():
    """1., then a paragraph without a number, then 2."""
    first = Text(blocks=(Paragraph(runs=(Run(text="one"),)), Paragraph(runs=(Run(text="more"),))))

    (slide,) = opened(made(a_numbered_list(), texts=[first, "two", "three"])).slides

    assert numbers(slide) == [("one", 1), ("more", None), ("two", 2), ("three", 2)]


def test_numbers_go_on_on_the_next_slide():
    """A list that is split is not counted from 1 again, and what is cut gets no second number."""
    texts = [f"Text {n}. " + "It has some more words to say. " * (9 if n == 3 else 1) for n in range(1, 12)]

    slides = opened(made(a_numbered_list(), texts=texts)).slides

    found = [pair for slide in slides for pair in numbers(slide)]
    assert len(slides) > 2
    counted = [words for words, start in found if start]
    assert [words.split(".")[0] for words in counted] == [f"Text {n}" for n in range(1, 12)]
    for slide in list(slides)[1:]:
        words, start = next(pair for pair in numbers(slide) if pair[1])
        assert words.startswith(f"Text {start}.")
