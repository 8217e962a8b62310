"""Paragraphs of slides: their tags filled in, in the formatting of each tag's place."""

from __future__ import annotations

import copy
import itertools
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from papers import wording
from papers.errors import TemplateError
from papers.model.text import ItemList, Paragraph, Run, Runs, Table, Text
from papers.office.ooxml import Element, etree, put_before
from papers.slides.drawing import PENDING, A, R, below, number
from papers.slides.language import TAG, Language, Linked, Scope, Tag, arranged, in_words, split, tag_of

# One letter that stands for a field of PowerPoint's own, such as the number of the slide.
_FIELD = "\ufffc"
_DEEPEST = 8
_AFTER_LINK = ("hlinkMouseOver", "rtl", "extLst")


class Piece(NamedTuple):
    """Some letters of a paragraph with their formatting; "\\n" is a line break, `field` a field of PowerPoint's own."""

    text: str
    look: Element | None = None
    link: str = ""
    field: Element | None = None


class _Printing(NamedTuple):
    """A tag that prints, in the formatting of its first letter."""

    tag: Tag
    look: Element | None


def words_of(paragraph: Element) -> str:
    """The words of a paragraph."""
    return "".join(piece.text for piece in pieces_of(paragraph) if piece.field is None)


def pieces_of(paragraph: Element) -> list[Piece]:
    """A paragraph's runs, line breaks and fields."""
    pieces = []
    for child in paragraph:
        look = child.find(f"{A}rPr")
        if child.tag == f"{A}r":
            pieces.append(Piece(child.findtext(f"{A}t") or "", look))
        elif child.tag == f"{A}br":
            pieces.append(Piece("\n", look))
        elif child.tag == f"{A}fld":
            pieces.append(Piece(_FIELD, look, field=child))
    return pieces


def filled(paragraphs: Sequence[Element], scope: Scope, language: Language) -> list[Element]:
    """New paragraphs: those repeated that are to be, and every tag replaced by what it stands for.

    Raises TemplateError for a tag that is not understood, or about something that is not there.
    """
    tree = arranged(_whole(paragraph) for paragraph in paragraphs)
    made: list[Element] = []
    for leaf, here in language.walked(tree, scope):
        if isinstance(leaf, _Placing):
            made += _placed(leaf, language.value(leaf.tag.about, leaf.tag, here))
        else:
            made.append(_filled(leaf, here, language))
    return made


class _Placing(NamedTuple):
    """A paragraph in which a text with paragraphs of its own is placed."""

    tag: Tag
    paragraph: Element


def _whole(paragraph: Element) -> Tag | _Placing | Element:
    """The tag that is all there is in a paragraph, if it is one for paragraphs; the paragraph itself otherwise."""
    words = words_of(paragraph).strip()
    if not TAG.fullmatch(words) or len(split(words)) != 3 or (tag := tag_of(words)).level != "p":
        return paragraph
    return _Placing(tag, paragraph) if tag.kind == "print" else tag


def _placed(place: _Placing, value: Any) -> Iterator[Element]:  # noqa: ANN401
    """A paragraph for each of a text, the first with the bullet or number of the tag's own. Words are a text of one."""
    look = next((piece.look for piece in pieces_of(place.paragraph)), None)
    if not isinstance(value, Text):
        value = Text(blocks=(Paragraph(runs=(Run(text=in_words(value, place.tag)),)),) if value != "" else ())
    for at, (level, runs) in enumerate(_paragraphs(value)):
        paragraph = copy.deepcopy(place.paragraph)
        put(paragraph, [Piece(wording.printable(run.text), look, run.link) for run in runs])
        if level:
            _indent(paragraph, level)
        elif at:
            without_bullet(paragraph)
        yield paragraph


def _paragraphs(text: Text) -> Iterator[tuple[int, Runs]]:
    """Every paragraph, list item and table row of a text, with how deep it stands in lists, 0 for not at all."""
    for block in text.blocks:
        match block:
            case Paragraph():
                yield 0, block.runs
            case ItemList():
                yield from ((1 + item.level, item.runs) for item in block.items)
            case Table():
                for row in block.rows:
                    cells = [runs for runs in row if runs]
                    yield 0, tuple(run for at, runs in enumerate(cells) for run in (*_comma(at), *runs))


def _comma(at: int) -> Runs:
    return (Run(text=", "),) if at else ()


def _indent(paragraph: Element, level: int) -> None:
    """Put a paragraph some levels deeper, with the bullet that its box has there."""
    properties = _bare(paragraph)
    for name in ("marL", "indent"):
        if name in properties.attrib:
            del properties.attrib[name]
    properties.set("lvl", str(min(int(number(properties, "lvl")) + level, _DEEPEST)))


def without_bullet(paragraph: Element) -> None:
    """Make a paragraph go on with the one above it: as far in, without a bullet or number of its own."""
    properties = _bare(paragraph)
    properties.set("indent", "0")
    put_before(properties, etree.Element(f"{A}buNone"), ("tabLst", "defRPr", "extLst"))


def _bare(paragraph: Element) -> Element:
    """The properties of a paragraph, rid of its own bullet."""
    properties = paragraph.find(f"{A}pPr")
    if properties is None:
        properties = etree.Element(f"{A}pPr")
        paragraph.insert(0, properties)
    for child in [each for each in properties if etree.QName(each).localname.startswith("bu")]:
        properties.remove(child)
    return properties


def renumbered(boxes: Sequence[Sequence[Element]]) -> None:
    """Number paragraphs from box to box, and past those without a number, instead of from 1 each time."""
    count = 0
    for paragraphs in boxes:
        start = 0
        for paragraph in paragraphs:
            automatic = paragraph.find(f"{A}pPr/{A}buAutoNum")
            if automatic is not None:
                count += 1
                start = start or count
                automatic.set("startAt", str(start))
            elif not int(number(paragraph.find(f"{A}pPr"), "lvl")):
                start = 0


def _filled(paragraph: Element, scope: Scope, language: Language) -> Element:
    made = copy.deepcopy(paragraph)
    pieces = pieces_of(paragraph)
    if any("{" in piece.text or "}" in piece.text for piece in pieces):
        put(made, list(_evaluated(pieces, scope, language)))
    return made


def _evaluated(pieces: Sequence[Piece], scope: Scope, language: Language) -> Iterator[Piece]:
    for leaf, here in language.walked(arranged(_leaves(pieces)), scope):
        if isinstance(leaf, Piece):
            yield leaf
            continue
        value = language.printed(leaf.tag, here)
        if isinstance(value, Linked):
            yield Piece(value.words, leaf.look, value.address)
        else:
            yield Piece(wording.printable(str(value)), leaf.look)


def _leaves(pieces: Sequence[Piece]) -> Iterator[Piece | _Printing | Tag]:
    """The pieces with their tags taken out: a tag may be split over several pieces, and counts where it begins."""
    at = 0
    owners = [piece for piece in pieces for _ in piece.text]
    for place, words in enumerate(split("".join(piece.text for piece in pieces))):
        if place % 2:
            tag = tag_of(words)
            if tag.kind not in ("print", "for", "if", "else", "endfor", "endif") or tag.level:
                raise TemplateError(f"the tag {tag.words} cannot stand here, or not together with other words")
            yield _Printing(tag, owners[at].look) if tag.kind == "print" else tag
        else:
            of_piece = itertools.groupby(zip(owners[at:], words, strict=False), key=lambda pair: id(pair[0]))
            for _, pairs in of_piece:
                (owner, first), *rest = pairs
                yield owner._replace(text=first + "".join(letter for _, letter in rest))
        at += len(words)


def put(paragraph: Element, pieces: Sequence[Piece]) -> None:
    """Give a paragraph these pieces instead of those it has."""
    for child in [each for each in paragraph if each.tag in (f"{A}r", f"{A}br", f"{A}fld")]:
        paragraph.remove(child)
    last = paragraph.find(f"{A}endParaRPr")
    at = len(paragraph) if last is None else paragraph.index(last)
    for element in _runs(pieces):
        paragraph.insert(at, element)
        at += 1


def _runs(pieces: Sequence[Piece]) -> Iterator[Element]:
    """Runs, one for all pieces side by side that look alike."""
    for piece in _joined(pieces):
        if piece.field is not None:
            yield copy.deepcopy(piece.field)
            continue
        for place, line in enumerate(piece.text.split("\n")):
            if place:
                yield _run("br", piece)
            if line:
                run = _run("r", piece)
                below(run, f"{A}t").text = line
                yield run


def _joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    letters: list[str] = []
    last: Piece | None = None
    for piece in pieces:
        if last is not None and (piece.look is not last.look or piece.link != last.link or piece.field or last.field):
            yield last._replace(text="".join(letters))
            letters = []
        letters.append(piece.text)
        last = piece
    if last is not None:
        yield last._replace(text="".join(letters))


def _run(kind: str, piece: Piece) -> Element:
    run = etree.Element(f"{A}{kind}")
    look = copy.deepcopy(piece.look) if piece.look is not None else etree.Element(f"{A}rPr")
    run.append(look)
    if piece.link and kind == "r":
        for old in look.findall(f"{A}hlinkClick"):
            look.remove(old)
        link = etree.Element(f"{A}hlinkClick")
        link.set(f"{R}id", PENDING + piece.link)
        put_before(look, link, _AFTER_LINK)
    return run
