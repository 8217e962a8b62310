"""The tags of a template, made ready for docxtpl's language: what has to know Word's XML is settled here, once.

`{{p text }}`       alone in a paragraph: blocks of text, in that paragraph's own formatting
`{{r text }}`       a run: text with its bold, italics and links, in that run's own formatting
`{% cellbg x %}`    in a table cell: its fill and text colour, of a status or a colour
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papers.office.ooxml import CELL_PROPERTIES, RUN_PROPERTIES, Element, W, as_xml, new, set_property
from papers.writing.language import TAG

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_PRINTED = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_BLOCKS = re.compile(r"\s*\{\{p\s+(.*?)\s*\}\}\s*", re.DOTALL)
_RUNS = re.compile(r"\{\{r\s+(.*?)\s*\}\}", re.DOTALL)
_CELL = re.compile(r"\{%\s*cellbg\s+(.*?)\s*%\}", re.DOTALL)
# The number of its paragraph, in the start tag of that and in tags that are all that stays of it: private characters,
# which neither Word nor docxtpl knows. stylesheet.to_source takes them out again.
NUMBERED = re.compile("\ue000(\\d+)\ue001")
_REPLACING = re.compile(r"(\{[{%#](?:p|tr|tc) )")


@dataclass(frozen=True, slots=True)
class Slot:
    """The formatting of a place that text goes into: paragraph and run properties as XML, "" for none.

    `alone` tells that a table cell holds nothing else, so that something must stay there.
    """

    paragraph: str
    run: str
    alone: bool


def prepare(root: Element, slots: list[Slot]) -> None:
    """Ready the tags below `root`, in place; the formatting of the places for text is added to `slots`.

    Each paragraph gets its number in the part, from 0, as its attribute "at", and so do the tags that replace it.
    """
    for number, paragraph in enumerate(root.iter(W + "p")):
        paragraph.set("at", str(number))
        _join_split_tags(paragraph)
    for element in root.iter("*"):
        _mark_attributes(element)
    for cell in root.iter(W + "tc"):
        _colour_cell(cell)
    for paragraph in list(root.iter(W + "p")):
        _prepare_paragraph(paragraph, slots)
        for text in _texts(paragraph):
            text.text = _REPLACING.sub(rf"\1{_number(paragraph)}", text.text or "")


def _number(paragraph: Element) -> str:
    return f"\ue000{paragraph.get('at')}\ue001"


def prepare_properties(root: Element) -> None:
    """Ready the tags of the document's properties, in place: each is one line, and knows nothing of Word's breaks."""
    for element in root.iter("*"):
        if element.text and "{{" in element.text:
            element.text = _on_one_line(element.text)


def _on_one_line(words: str) -> str:
    return _PRINTED.sub(r"{{ (\1)|one_line }}", words)


def _texts(paragraph: Element) -> list[Element]:
    """The text elements of a paragraph, without those of paragraphs in a text box within it."""
    return [t for t in paragraph.iter(W + "t") if next(t.iterancestors(W + "p")) is paragraph]


def _words(texts: list[Element]) -> str:
    return "".join(t.text or "" for t in texts)


def _join_split_tags(paragraph: Element) -> None:
    """Word splits what is typed over runs as it likes: put each tag whole into the run in which it starts."""
    texts = _texts(paragraph)
    words = _words(texts)
    if "{" not in words:
        return
    owner = list(_owners(texts))
    for tag in TAG.finditer(words):
        owner[tag.start() : tag.end()] = [owner[tag.start()]] * (tag.end() - tag.start())
    pieces = ["" for _ in texts]
    for index, character in zip(owner, words, strict=True):
        pieces[index] += character
    for text, piece in zip(texts, pieces, strict=True):
        text.text = piece
        text.set(XML_SPACE, "preserve")


def _owners(texts: list[Element]) -> Iterator[int]:
    """For each character of the paragraph, the number of the text element it stands in."""
    for index, text in enumerate(texts):
        yield from [index] * len(text.text or "")


def _mark_attributes(element: Element) -> None:
    """A value inside an attribute, such as a description, has no line breaks."""
    for name, value in element.attrib.items():
        if "{{" in str(value):
            element.set(name, _on_one_line(str(value)))


def _colour_cell(cell: Element) -> None:
    for text in [t for t in cell.iter(W + "t") if next(t.iterancestors(W + "tc")) is cell]:
        found = _CELL.search(text.text or "")
        if not found:
            continue
        text.text = _CELL.sub("", text.text or "")
        properties = cell.find(W + "tcPr")
        if properties is None:
            properties = new("tcPr")
            cell.insert(0, properties)
        number = _number(next(text.iterancestors(W + "p")))
        fill, colour = f"{{{{ {number}({found[1]})|fill }}}}", f"{{{{ ({found[1]})|text_colour }}}}"
        set_property(properties, "shd", CELL_PROPERTIES, val="clear", color="auto", fill=fill)
        for run in cell.iter(W + "r"):
            set_property(_run_properties(run), "color", RUN_PROPERTIES, val=colour)


def _run_properties(run: Element) -> Element:
    properties = run.find(W + "rPr")
    if properties is None:
        properties = new("rPr")
        run.insert(0, properties)
    return properties


def _prepare_paragraph(paragraph: Element, slots: list[Slot]) -> None:
    texts = _texts(paragraph)
    blocks = _BLOCKS.fullmatch(_words(texts))
    if blocks:
        slots.append(_slot(paragraph, texts))
        for text in texts:
            text.text = ""
        texts[0].text = f"{{{{p place_blocks({blocks[1]}, {len(slots) - 1}) }}}}"
        return
    for text in texts:
        if not _RUNS.search(text.text or ""):
            continue
        slot = _slot(paragraph, [text])
        slots.append(slot)
        text.text = _RUNS.sub(rf"{{{{r place_runs(\1, {len(slots) - 1}) }}}}", text.text or "")


def _slot(paragraph: Element, texts: list[Element]) -> Slot:
    properties = paragraph.find(W + "pPr")
    run = next((t.getparent() for t in texts if t.text), None)
    run_properties = run.find(W + "rPr") if run is not None else None
    parent = paragraph.getparent()
    alone = parent is not None and parent.tag == W + "tc" and len(parent.findall(W + "p")) == 1
    return Slot(
        as_xml(properties) if properties is not None else "",
        as_xml(run_properties) if run_properties is not None else "",
        alone,
    )
