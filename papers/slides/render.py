"""A PowerPoint template and facts -> the bytes of a presentation."""

from __future__ import annotations

import contextlib
import copy
from collections.abc import Iterator, Mapping
from typing import Any

from papers import wording
from papers.errors import TemplateError
from papers.office.ooxml import Element, parse_part
from papers.office.package import read_package
from papers.slides.contents import Charts, content_of
from papers.slides.drawing import A, P, is_title, leaves, put_in_order, replace_paragraphs
from papers.slides.language import TAG, Language, Scope, Tag, arranged, tag_of
from papers.slides.paragraphs import filled, words_of
from papers.slides.presentation import Deck, Made, Pattern
from papers.slides.safety import refuse_dangers
from papers.slides.tidying import tidied

_KIND = "a PowerPoint presentation (.pptx)"
# No committee sees a hundredth of these: a loop in a loop must not fill the disk.
MOST_SLIDES = 20_000
# What a slide knows of itself: which part of how many it is (0 where it is whole), and what its table or picture shows.
_WHOLE: Mapping[str, Any] = {"part": 0, "parts": 0, "shown": [], "continued": False}


def render(content: bytes, name: str, facts: Mapping[str, Any]) -> bytes:
    """The presentation that the template in `content` makes of `facts`, the same for the same facts on any machine.

    Raises TemplateError, naming the template, the slide and the tag, for whatever a tag cannot do, and for a template
    that carries programs, links to files and the like.
    """
    parts = read_package(content, name, _KIND)
    refuse_dangers(parts, name)
    deck, language = Deck(content, name), Language()
    scope = {**facts, **_WHOLE}
    with _at(f"{name}, the slide master or a layout"):
        for surface in deck.surfaces:
            _fill_in_place(surface, scope, language)
    made = 0
    for pattern, here in _slides(deck.patterns, scope, language, name):
        with _at(f"{name}, slide {pattern.number}"):
            for slide in _slides_of(pattern, here, language):
                deck.add(pattern, slide)
                made += 1
                if made > MOST_SLIDES:
                    raise TemplateError(f"it makes more than {wording.count(MOST_SLIDES)} slides")
    if not made:
        raise TemplateError(f"{name}: there is no slide in it")
    with _at(f"{name}, File, Info, Properties"):
        return tidied(read_package(deck.saved(), name, _KIND), parts, scope, language)


@contextlib.contextmanager
def _at(place: str) -> Iterator[None]:
    """Say where a template is at fault."""
    try:
        yield
    except TemplateError as error:
        raise TemplateError(f"{place}: {error}") from error


def _slides(patterns: list[Pattern], scope: Scope, language: Language, name: str) -> Iterator[tuple[Pattern, Scope]]:
    """Each pattern as often as the tags in its notes want it."""
    items: list[Tag | Pattern] = []
    for pattern in patterns:
        with _at(f"{name}, the notes of slide {pattern.number}"):
            tags = [tag_of(words_of(each).strip()) for each in pattern.notes if _is_for_slide(each)]
        items += [tag for tag in tags if tag.kind in ("for", "if", "else")]
        items.append(pattern)
        items += [tag for tag in tags if tag.kind in ("endfor", "endif")]
    with _at(f"{name}, the notes of its slides"):
        yield from list(language.walked(arranged(items), scope))


def _slides_of(pattern: Pattern, scope: Scope, language: Language) -> Iterator[Made]:
    """The slide that a pattern makes, or as many as its contents need, numbered by the tags in its title."""
    contents = [content_of(shape, scope, language, pattern) for shape in leaves(pattern.tree)]
    parts = max((content.parts for content in contents), default=1)
    if parts > 1 and not _tells_parts(pattern):
        raise TemplateError(
            f"what stands on it needs {parts} slides, which must not have one title: put"
            " {% if part %} ({{ part }} of {{ parts }}){% endif %} behind its title"
        )
    notes = [each for each in pattern.notes if not _is_for_slide(each)]
    for part in range(1, parts + 1):
        shown = next((content.shown(part) for content in contents if content.shown(1)), [])
        here = {**scope, "shown": shown, **({"part": part, "parts": parts} if parts > 1 else {})}
        tree = copy.deepcopy(pattern.tree)
        charts: Charts = {}
        for shape, content in zip(leaves(tree), contents, strict=True):
            content.put(shape, part, here, charts)
        yield Made(put_in_order(tree), filled(notes, here, language), charts)


def _tells_parts(pattern: Pattern) -> bool:
    titles = [shape for shape in pattern.tree.iter(f"{P}sp") if is_title(shape)]
    return any("part" in words_of(paragraph) for title in titles for paragraph in title.iter(f"{A}p"))


def _is_for_slide(paragraph: Element) -> bool:
    """Whether a paragraph of notes is a tag for the slide as a whole."""
    words = words_of(paragraph).strip()
    return TAG.fullmatch(words) is not None and tag_of(words).level == "slide"


def _fill_in_place(surface: Element, scope: Scope, language: Language) -> None:
    """Fill the tags of a master or layout, whose words stand behind every slide."""
    for body in surface.iter(f"{P}txBody"):
        paragraphs = body.findall(f"{A}p")
        if any(TAG.search(words_of(paragraph)) for paragraph in paragraphs):
            replace_paragraphs(body, filled(paragraphs, scope, language))


def fixed_words(content: bytes, name: str) -> str:
    """The words of a template itself, without its tags."""
    parts = read_package(content, name, _KIND)
    surfaces = [
        parse_part(parts[part], name, part, "PowerPoint")
        for part in parts
        if part.startswith("ppt/slide") and part.endswith(".xml")
    ]
    paragraphs = (words_of(each) for surface in surfaces for each in surface.iter(f"{A}p"))
    return "\n".join(TAG.sub("\n", words) for words in paragraphs)
