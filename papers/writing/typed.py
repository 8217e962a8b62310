"""The tags of a template as people typed them, and which of them belong together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from papers import wording
from papers.errors import TemplateError
from papers.office.ooxml import Element, W
from papers.writing.language import nodes, parsed
from papers.writing.spots import words_of

BLOCKS = ("for", "if", "with", "set")
STATEMENTS = ("for", "if", "elif", "else", "set", "with", "cellbg", *(f"end{name}" for name in BLOCKS))
_MISTAKEN = {"else if": "elif", "elseif": "elif", "elsif": "elif", "foreach": "for", "endforeach": "endfor"}
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PREFIXED = re.compile(r"(tr|tc|p|r)\s+")
_STRAIGHT = str.maketrans("‘’“”", "''\"\"")
JOINED = re.compile(r"\{%(tr|tc|p)((?:end)?(?:for|if)\b|else\b|elif\b)")
# A tag from its start to its end; where another starts before the end, the first is none.
WHOLE = re.compile(r"\{\{(?:(?!\{[{%]).)*?\}\}|\{%(?:(?!\{[{%]).)*?%\}|\{#.*?#\}", re.DOTALL)
_OPENED = re.compile(r"(\{[{%#])((?:(?!\{[{%#]).)*?)([}%#]\}|\}|(?=\{[{%#])|$)", re.DOTALL)
_OPENINGS = {"endfor": "{% for x in x %}", "endif": "{% if x %}", "endwith": "{% with %}", "endset": "{% set x %}"}
_CLOSERS = {"{{": "}}", "{%": "%}", "{#": "#}"}


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag.

    at          the paragraph that it stands in; for one in a description or a property, the element that has it
    words       as it is typed: "{%p for x in report.appendices %}"
    prefix      what stands right behind the bracket: "p", "tr", "tc" or "r"; "" for none
    body        what it says, with straight quotes: "for x in report.appendices"
    start       where it starts in the words of its paragraph; -1 in a description or a property
    """

    at: Element
    words: str
    prefix: str
    body: str
    start: int = -1

    @property
    def prints(self) -> bool:
        """Whether it prints something."""
        return self.words.startswith("{{")

    @property
    def keyword(self) -> str:
        """The first word of a statement: "for"; "" for a tag that prints."""
        return "" if self.prints else self.body.partition(" ")[0]

    @property
    def block(self) -> str:
        """The block that a statement opens or ends: "for", "if", "with" or a "set" of several lines; "" for none."""
        name = self.keyword.removeprefix("end")
        return name if name in BLOCKS and not (self.keyword == "set" and "=" in self.body) else ""


def tags_in(root: Element) -> Iterator[Tag]:
    """Every tag of a part that is closed, in its order, but for comments; those of descriptions among them."""
    for element in elements_of(root):
        if element.tag == W + "p":
            yield from _tags(element, words_of(element), True)
        elif element.text and "{" in element.text and element.tag not in (W + "t", W + "delText"):
            yield from _tags(element, element.text, False)
        for value in element.attrib.values():
            if "{" in str(value):
                yield from _tags(element, str(value), False)


def elements_of(root: Element) -> Iterator[Element]:
    """Every element of a part, in its order, without what is there for versions of Word that cannot show the rest."""
    return (each for each in root.iter("*") if next(each.iterancestors(_FALLBACK), None) is None)


def _tags(at: Element, words: str, in_text: bool) -> Iterator[Tag]:
    for found in WHOLE.finditer(words):
        inner = found[0][2:-2]
        if found[0].startswith("{#"):
            continue
        prefixed = _PREFIXED.match(inner if found[0].startswith("{{") else inner.lstrip())
        body = inner.lstrip()[prefixed.end() :] if prefixed else inner
        body = " ".join(body.strip().lstrip("-+").rstrip("-+").split()).translate(_STRAIGHT)
        yield Tag(at, found[0], prefixed[1] if prefixed else "", body, found.start() if in_text else -1)


def meant(tag: Tag) -> str:
    """What a statement that does not exist was meant to be: "for x in y" for "fro x in y"; "" where nobody knows."""
    words = tag.body.split()
    for length in (2, 1):
        typed = " ".join(words[:length]).casefold()
        for name in (_MISTAKEN.get(typed, ""), typed.replace(" ", "") if length == 2 else "", typed):
            if name in STATEMENTS:
                return " ".join([name, *words[length:]])
    near = wording.did_you_mean(words[0], STATEMENTS) if words else ""
    return " ".join([near.split('"')[1], *words[1:]]) if near else ""


def unclosed(words: str) -> Iterator[tuple[str, str]]:
    """The tags in a paragraph's words that are not closed, or otherwise than they were opened; each as it should be."""
    for found in _OPENED.finditer(words):
        closer = _CLOSERS[found[1]]
        if found[3] != closer:
            yield found[0], f"{found[1]}{found[2].rstrip()} {closer}"


def mended(words: str) -> str:
    """A paragraph's words with all its tags closed."""
    for typed, closed in unclosed(words):
        words = words.replace(typed, closed, 1)
    return words


def pairs(tags: Iterator[Tag]) -> Iterator[tuple[Tag, Tag]]:
    """The tags that open a block, each with its end and with what stands between, `else` and `elif`."""
    opened: list[Tag] = []
    for tag in tags:
        if tag.keyword.startswith("end"):
            at = next((at for at in reversed(range(len(opened))) if opened[at].block == tag.block), None)
            if tag.block and at is not None:
                yield opened[at], tag
                del opened[at:]
        elif tag.block:
            opened.append(tag)
        elif tag.keyword in ("else", "elif") and opened:
            yield opened[-1], tag


def tree_of(tag: Tag) -> nodes.Node | None:
    """A tag as a tree; None for one without a value. Raises TemplateError for a tag that cannot be read."""
    name, body = tag.keyword, tag.body
    if tag.prints or name == "cellbg":
        output = parsed(f"{{{{ {body.removeprefix('cellbg') if name else body} }}}}").body[0]
        return output.nodes[0] if isinstance(output, nodes.Output) else None
    if name in ("else", "elif"):
        tree = parsed(f"{{% if x %}}{{% {body} %}}{{% endif %}}").body[0]
        return tree.elif_[0] if isinstance(tree, nodes.If) and tree.elif_ else None
    if name in _OPENINGS:
        parsed(f"{_OPENINGS[name]}{{% {body} %}}")
        return None
    statements = parsed(f"{{% {body} %}}" + (f"{{% end{tag.block} %}}" if tag.block else "")).body
    return statements[0] if statements else None


def is_read(tag: Tag) -> bool:
    """Whether a tag can be read."""
    try:
        tree_of(tag)
    except TemplateError:
        return False
    return True


def names_of(target: nodes.Node) -> list[str]:
    """The names that a loop or a `set` gives."""
    return [target.name] if isinstance(target, nodes.Name) else [each.name for each in target.find_all(nodes.Name)]


def typed_of(node: nodes.Node) -> str:
    """A reference as it was typed: "report.appendices[0]"; "" for anything else."""
    match node:
        case nodes.Name():
            return str(node.name)
        case nodes.Getattr():
            return f"{typed_of(node.node)}.{node.attr}"
        case nodes.Getitem(arg=nodes.Const() as arg):
            return f"{typed_of(node.node)}[{arg.value!r}]"
    return ""
