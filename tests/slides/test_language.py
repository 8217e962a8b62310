"""Tags of PowerPoint templates, as people type them."""

from __future__ import annotations

import datetime

import pytest

from papers.errors import TemplateError
from papers.model.text import ItemList, ListItem, Paragraph, Run, Text
from papers.slides import language
from tests.slides.decks import a_template, box_on, made, opened, saved, shown


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("{{ plan.total }} actions", "1,234 actions"),
        ("{{ day }}", "16 March 2021"),
        ("{{ names }}", "A, B and C"),
        ("{{ yes }}", "Yes"),
        ("{{ plan.total|in_words }} {{ plan.total|plural('action') }}", "1,234 actions"),
        ("{{ one|in_words|sentence }} {{ one|plural('entry', 'entries') }} {{ one|are }} left", "One entry is left"),
        ("{{ names|length }}, {{ names|first }} to {{ names|last }}", "3, A to C"),
        ("{{ long|shortened(12) }}", "A very lo..."),
        ("{{ one|letter }}", "A"),
        ("{% if yes %}there{% else %}not there{% endif %}", "there"),
        ("{% if nothing %}there{% else %}not there{% endif %}", "not there"),
        ("{% if not nothing and yes %}both{% endif %}", "both"),
        ("{% if nothing or one %}one of them{% endif %}", "one of them"),
        (
            "{% for x in names %}{{ loop.index }} {{ x }}{% if not loop.last %}; {% endif %}{% endfor %}",
            "1 A; 2 B; 3 C",
        ),
        ("{%if yes%}close{%endif%} {{plan.total}}", "close 1,234"),
        ("{{ one|plural(“action”) }}", "action"),
        ("A & B < C {{ markup }}", "A & B < C <b>&amp;</b>"),
        ("{{ braces }}", "{{ plan.total }}"),
    ],
)
def test_a_tag_prints_in_the_house_style(line, printed):
    """Numbers, days, lists, choices and repetitions are printed as in the Word templates."""
    values = {
        "plan": {"total": 1234}, "day": datetime.date(2021, 3, 16), "names": ["A", "B", "C"], "yes": True, "one": 1,
        "nothing": [], "long": "A very long text", "markup": "<b>&amp;</b>", "braces": "{{ plan.total }}",
    }  # fmt: skip

    assert shown([line], **values) == [printed]


def test_paragraphs_are_repeated_and_left_out():
    """What stands between paragraphs with tags is there once for each entry, or not at all; the tags are gone."""
    lines = ["{%p for x in names %}", "{{ x }}", "{%p if x %}", "again", "{%p endif %}", "{%p endfor %}", "end"]

    assert shown(lines, names=["A", ""]) == ["A", "again", "", "end"]


def test_a_text_is_placed_with_its_paragraphs():
    """{{p }} makes a paragraph for each of a text, items of lists among them."""
    items = ItemList(items=(ListItem(runs=(Run(text="first"),)), ListItem(runs=(Run(text="deeper"),), level=1)))
    text = Text(blocks=(Paragraph(runs=(Run(text="Why "), Run(text="so", bold=True))), items))

    assert shown(["{{p text }}", "end"], text=text) == ["Why so", "first", "deeper", "end"]
    assert shown(["{{p text }}", "end"], text=Text()) == ["end"]


def test_a_link_leads_to_the_web_alone():
    """Words become a link where the address is one of the web; any other address stays words."""
    template = a_template(lines=["{{ words|link(there) }} and {{ words|link(office) }}"])

    (slide,) = opened(made(template, words="W", there="https://a.uk", office="Room 1")).slides

    (paragraph,) = box_on(slide).text_frame.paragraphs
    assert [(run.text, run.hyperlink.address) for run in paragraph.runs] == [("W", "https://a.uk"), (" and W", None)]


def test_a_tag_split_over_formats_prints_in_that_of_its_first_letter():
    """PowerPoint cuts words into runs as it likes: a tag still works."""
    deck = opened(a_template(lines=["{{ na"]))
    box = box_on(deck.slides[0])
    (first,) = box.text_frame.paragraphs[0].runs
    first.font.bold = True
    second = box.text_frame.paragraphs[0].add_run()
    second.text = "me }} stays"
    (slide,) = opened(made(saved(deck), name="Council")).slides

    runs = box_on(slide).text_frame.paragraphs[0].runs
    assert [(run.text, run.font.bold) for run in runs] == [("Council", True), (" stays", None)]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("{{ plan.totl }}", 'in the tag {{ plan.totl }}, there is no field "totl"; did you mean "total"?'),
        ("{{ plan }}", "is a whole list or group of fields, of which one has to be chosen"),
        ("{{ plan.total|plurl }}", 'there is no filter "plurl"; did you mean "plural"?'),
        ("{{ plan|in_words }}", '"in_words" cannot be used on this field'),
        ("{{ plan.total", 'a tag is not whole near "{{ plan.total"'),
        ("plan.total }}", "a tag is not whole near"),
        ("{{ 1 + 1 }}", "the tag {{ 1 + 1 }} is not understood"),
        ("{% set x = 1 %}", "is not understood"),
        ("{% if plan %}", "the tag {% if plan %} has no end"),
        ("{% endfor %}", "the tag {% endfor %} has no beginning"),
        ("{% if plan %}{% endfor %}", "has no beginning"),
        ("{% for x in plan.total %}{{ x }}{% endfor %}", '"plan.total" is no list'),
        ("words {%p if plan %}", "cannot stand here, or not together with other words"),
        ("{% cellbg plan %}", "cannot stand here"),
        ("{{ plan.__class__ }}", 'there is no field "__class__"'),
        ("{{ ''.join(plan) }}", "is not understood"),
        ("{{p plan }}", "whole list or group"),
    ],
)
def test_a_tag_that_cannot_be_carried_out_is_named_with_its_slide(line, sentence):
    """The sentence says in which template, on which slide, which tag, and what is the matter with it."""
    with pytest.raises(TemplateError) as error:
        shown([line], plan={"total": 3})

    assert str(error.value).startswith("t.pptx, slide 1: ")
    assert sentence in str(error.value)


def test_a_tag_in_the_notes_is_named_too():
    """Tags that repeat slides stand in the notes, where a fault is found before any slide is made."""
    template = a_template({"title": "A", "notes": ["{%slide for x in nowhere %}"]})

    with pytest.raises(TemplateError, match=r"the notes of its slides: the tag .* has no end"):
        made(template)


def test_loops_without_end_are_stopped(monkeypatch):
    """A template that goes through its lists again and again is refused, at the same step on every machine."""
    monkeypatch.setattr(language, "MOST_STEPS", 500)
    line = "{% for a in n %}{% for b in n %}{% for c in n %}x{% endfor %}{% endfor %}{% endfor %}"

    with pytest.raises(TemplateError, match="too much work"):
        shown([line], n=["1"] * 30)
