"""The tags of PowerPoint templates: fields, choices and repetitions over plain data. Nothing in it can run.

It is the language of the Word templates as far as slides need it, so that whoever knows one knows the other.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Generic, TypeVar

from papers import wording
from papers.errors import TemplateError
from papers.model.text import Text

Scope = Mapping[str, Any]
Thing = TypeVar("Thing")

TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
_OPEN = re.compile(r"\{\{|\{%|%\}|\}\}")
_TAG = re.compile(r"\{[{%](?:(slide|tr|p)\s)?\s*(.*?)\s*[}%]\}", re.DOTALL)
_NAME = r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*"
_FOR = re.compile(rf"for\s+([A-Za-z_]\w*)\s+in\s+({_NAME})")
_FIELD = re.compile(rf"({_NAME})((?:\s*\|\s*\w+(?:\([^()]*\))?)*)")
_FILTER = re.compile(r"\|\s*(\w+)(?:\(([^()]*)\))?")
_GIVEN = re.compile(rf'\s*(?:"([^"]*)"|\'([^\']*)\'|(\d+)|({_NAME}))\s*(?:,|$)')
_CURLY = str.maketrans("\u201c\u201d\u2018\u2019\u00a0\u2028\v\n", "\"\"''    ")

# No committee's briefing comes near: a template that asks for more is stopped, at the same place everywhere.
MOST_STEPS = 20_000_000


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag: "print", "for", "if", "else", "endfor", "endif", "cellbg", "chart" or "diagram", and what it is about.

    level   "" inside a paragraph; p, tr or slide where it stands for a whole paragraph, table row or slide
    words   as it stands in the template
    names   for "for", "chart" and "diagram": the name of each entry, and the list
    """

    kind: str
    level: str
    words: str
    about: str = ""
    names: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Loop(Generic[Thing]):
    """What is repeated for each entry of a list."""

    tag: Tag
    body: list[Any] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Thing]):
    """What is there where something is there, and what is there where it is not."""

    tag: Tag
    body: list[Any] = field(default_factory=list)
    otherwise: list[Any] = field(default_factory=list)


@functools.lru_cache(maxsize=10_000)
def tag_of(words: str) -> Tag:
    """The tag that `words` are. Raises TemplateError for one that is none of the language."""
    found = _TAG.fullmatch(words.translate(_CURLY).strip())
    if found is None:
        raise TemplateError(f"the tag {words} is not understood")
    level, body = found[1] or "", found[2]
    if words.lstrip().startswith("{{"):
        return Tag("print", level, words, body)
    kind, _, rest = body.partition(" ")
    if kind in ("else", "endif", "endfor") and not rest:
        return Tag(kind, level, words)
    if kind in ("if", "cellbg") and rest:
        return Tag(kind, level, words, rest.strip())
    if kind in ("chart", "diagram") and (loop := _FOR.fullmatch(rest.strip())):
        return Tag(kind, level, words, names=(loop[1], loop[2]))
    if kind == "for" and (loop := _FOR.fullmatch(body)):
        return Tag("for", level, words, names=(loop[1], loop[2]))
    raise TemplateError(f"the tag {words} is not understood")


@functools.lru_cache(maxsize=10_000)
def split(words: str) -> tuple[str, ...]:
    """`words` cut into tags and what stands between them. Raises TemplateError for braces that are no whole tag."""
    pieces: list[str] = []
    at = 0
    for tag in TAG.finditer(words):
        pieces += [words[at : tag.start()], tag[0]]
        at = tag.end()
    pieces.append(words[at:])
    for plain in pieces[::2]:
        if stray := _OPEN.search(plain):
            raise TemplateError(f'a tag is not whole near "{wording.shortened(plain[max(0, stray.start() - 20) :])}"')
    return tuple(pieces)


def arranged(items: Iterable[Tag | Thing]) -> list[Any]:
    """`items` as a tree: what stands between a for or an if and its end is inside of it.

    Raises TemplateError for an end without a beginning, or the other way round.
    """
    root: list[Any] = []
    open_: list[tuple[Tag, list[Any]]] = []
    here = root
    for item in items:
        if not isinstance(item, Tag) or item.kind not in ("for", "if", "else", "endfor", "endif"):
            here.append(item)
        elif item.kind in ("for", "if"):
            block: Any = Loop(item) if item.kind == "for" else Choice(item)
            here.append(block)
            open_.append((item, here))
            here = block.body
        elif item.kind == "else" and open_ and isinstance(block := open_[-1][1][-1], Choice):
            here = block.otherwise
        elif open_ and item.kind == f"end{open_[-1][0].kind}":
            here = open_.pop()[1]
        else:
            raise TemplateError(f"the tag {item.words} has no beginning")
    if open_:
        raise TemplateError(f"the tag {open_[-1][0].words} has no end")
    return root


class Language:
    """Looks up fields and goes through trees, and counts what that costs."""

    def __init__(self) -> None:
        self.steps = 0

    def walked(self, tree: Iterable[Any], scope: Scope) -> Iterator[tuple[Any, Scope]]:
        """Every leaf of a tree as often as it is to be there, with what the names mean at that place."""
        for node in tree:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise TemplateError("it asks for too much work: its loops have no end")
            if isinstance(node, Loop):
                for inner in self.entries(node.tag, scope):
                    yield from self.walked(node.body, inner)
            elif isinstance(node, Choice):
                yield from self.walked(node.body if self.holds(node.tag, scope) else node.otherwise, scope)
            else:
                yield node, scope

    def entries(self, tag: Tag, scope: Scope) -> Iterator[Scope]:
        """What the names mean for each entry of the list that `tag` is about."""
        name, path = tag.names
        values = _looked_up(path, scope, tag)
        if isinstance(values, Text):
            values = list(values.paragraphs())
        if not isinstance(values, list):
            raise TemplateError(f'in the tag {tag.words}, "{path}" is no list')
        last = len(values)
        for index, value in enumerate(values, 1):
            loop = {"index": index, "first": index == 1, "last": index == last}
            yield {**scope, name: value, "loop": loop}

    def holds(self, tag: Tag, scope: Scope) -> bool:
        """Whether what an if asks for is there: no 0, no empty list, no empty text, not a no."""
        return any(
            all(self._one(each, tag, scope) for each in re.split(r"\s+and\s+", either))
            for either in re.split(r"\s+or\s+", tag.about)
        )

    def _one(self, words: str, tag: Tag, scope: Scope) -> bool:
        negated = re.fullmatch(r"not\s+(.*)", words.strip())
        value = self.value(negated[1] if negated else words.strip(), tag, scope)
        return bool(value) != bool(negated)

    def value(self, expression: str, tag: Tag, scope: Scope) -> Any:  # noqa: ANN401
        """The value of a field behind its filters."""
        found = _FIELD.fullmatch(expression)
        if found is None:
            raise TemplateError(f"the tag {tag.words} is not understood")
        value = _looked_up(found[1], scope, tag)
        for name, given in _FILTER.findall(found[2]):
            if name not in FILTERS:
                near = wording.did_you_mean(name, FILTERS)
                raise TemplateError(f'in the tag {tag.words}, there is no filter "{name}"{f"; {near}" if near else ""}')
            try:
                value = FILTERS[name](value, *_given(given, tag, scope))
            except (TypeError, AttributeError, ValueError, LookupError) as error:
                raise TemplateError(f'in the tag {tag.words}, "{name}" cannot be used on this field') from error
        return value

    def printed(self, tag: Tag, scope: Scope) -> Any:  # noqa: ANN401
        """What a tag prints: words, or a Text or link, which are placed. Raises TemplateError for a whole list."""
        value = self.value(tag.about, tag, scope)
        return value if isinstance(value, (Text, Linked)) else in_words(value, tag)


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that lead to an address."""

    words: str
    address: str


def in_words(value: Any, tag: Tag) -> str:  # noqa: ANN401
    """A value as it is printed. Raises TemplateError for one that has no words."""
    try:
        return wording.printable(wording.text(value))
    except TypeError as error:
        sentence = f"the tag {tag.words} is a whole list or group of fields, of which one has to be chosen"
        raise TemplateError(sentence) from error


def _looked_up(path: str, scope: Scope, tag: Tag) -> Any:  # noqa: ANN401
    value: Any = scope
    for name in path.split("."):
        if not isinstance(value, Mapping) or name not in value:
            near = wording.did_you_mean(name, [str(key) for key in value] if isinstance(value, Mapping) else [])
            raise TemplateError(f'in the tag {tag.words}, there is no field "{name}"{f"; {near}" if near else ""}')
        value = value[name]
    return value


def _given(words: str, tag: Tag, scope: Scope) -> list[Any]:
    """What stands in the brackets of a filter: words in quotes, whole numbers, fields."""
    given: list[Any] = []
    at = 0
    while at < len(words.rstrip()):
        found = _GIVEN.match(words, at)
        if found is None:
            raise TemplateError(f"the tag {tag.words} is not understood")
        at = found.end()
        if found[4]:
            given.append(_looked_up(found[4], scope, tag))
        else:
            given.append(int(found[3]) if found[3] else found[1] or found[2] or "")
    return given


def _sentence(value: str) -> str:
    return value[:1].upper() + value[1:]


def _length(value: object) -> int:
    return len(list(value.paragraphs())) if isinstance(value, Text) else len(value)  # type: ignore[arg-type]


def _day(value: object) -> str:
    return wording.day(value) if isinstance(value, date) else ""


def _linked(value: object, address: str) -> Linked | str:
    """Only what people open on the web or by mail becomes a link."""
    words = wording.printable(wording.text(value))
    is_web = re.match(r"(?:https?://|mailto:)\S+$", address, re.IGNORECASE)
    return Linked(words, address) if is_web else words


FILTERS: Mapping[str, Callable[..., Any]] = {
    "in_words": wording.in_words, "plural": wording.plural, "are": wording.are, "listing": wording.listing,
    "letter": wording.letter, "shortened": wording.shortened, "yes_no": wording.yes_no, "day": _day,
    "length": _length, "sentence": _sentence, "link": _linked, "first": lambda value: value[0],
    "last": lambda value: value[-1], "lower": str.lower, "upper": str.upper,
}  # fmt: skip
