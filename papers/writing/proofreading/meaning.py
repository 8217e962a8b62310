"""What the tags of a template stand for: each is read in its order against the tree of fields, with the names in scope.

What cannot be told, such as the outcome of a sum, means nothing here, and no rule complains of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from papers import wording
from papers.model.field import Field
from papers.office.ooxml import Element, W
from papers.writing.field_path import Meaning
from papers.writing.language import nodes, vocabulary
from papers.writing.proofreading.proof import Proof
from papers.writing.spots import words_of
from papers.writing.typed import STATEMENTS, WHOLE, Tag, is_read, names_of, tags_in, tree_of, typed_of

_FUNCTIONS = frozenset({"bar"})
_KEEPING = frozenset({"list", "sort", "reverse", "select", "reject", "selectattr", "rejectattr", "unique"})
_PICKING = frozenset({"first", "last", "min", "max", "random"})
_COUNTING = frozenset({"length", "count", "plural", "wordcount"})
_BY_FIELD = frozenset({"map", "join", "sum", "sort", "unique", "min", "max", "groupby", "selectattr", "rejectattr"})
PROPERTIES = ("docProps/core.xml", "docProps/app.xml")


@dataclass(frozen=True, slots=True)
class Use:
    """A field that a tag uses, by its whole name, and whether the tag prints it into the text."""

    path: str
    is_printed: bool
    at: Element


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that is no field.

    typed       what stands before it, "report.contact"; "" where nothing does
    within      what that means; None for a name on its own
    choices     the names that would do
    near        the whole name of the field that was probably meant; "" for none
    loop        the loop outside of which its variable stands; None for any other name
    excused     whether the tag says what to print instead
    """

    tag: Tag
    name: str
    typed: str
    within: Meaning | None
    choices: tuple[str, ...]
    near: str
    loop: Tag | None = None
    excused: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A tag and what it prints, repeats, or colours its cell by; None where that cannot be told.

    `name` is the name that a loop gives to each, `is_call` tells of a tag that prints what a function makes.
    """

    tag: Tag
    meaning: Meaning | None
    name: str = ""
    is_call: bool = False


@dataclass
class Understood:
    """What the tags of a template mean, in their order; `unread` are the words of tags that cannot be read."""

    uses: list[Use] = field(default_factory=list)
    unknown: list[Unknown] = field(default_factory=list)
    prints: list[Told] = field(default_factory=list)
    loops: list[Told] = field(default_factory=list)
    cells: list[Told] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)


def understood(proof: Proof) -> Understood:
    """What the tags of a template mean."""
    found = Understood()
    for root in read_parts(proof):
        tags = list(tags_in(root))
        found.unread |= {name for words in _unread(root, tags) for name in re.findall(r"\w+", words)}
        reader = _Reader(proof.fields, found, tags)
        for tag in tags:
            reader.read(tag)
    return found


def read_parts(proof: Proof) -> list[Element]:
    """The parts of a template in which tags are read: its pages and its properties."""
    return [*(page.root for page in proof.pages), *(proof.roots[part] for part in PROPERTIES if part in proof.roots)]


def uses_of(proof: Proof) -> tuple[Use, ...]:
    """Every use of a field by a tag of a template, in their order."""
    return tuple(understood(proof).uses)


def _unread(root: Element, tags: Sequence[Tag]) -> Iterable[str]:
    """What looks like a tag and is none, cannot be read, or does what templates may not."""
    for paragraph in root.iter(W + "p"):
        rest = WHOLE.sub("", words_of(paragraph))
        if "{" in rest or "}" in rest:
            yield rest
    for tag in tags:
        if not is_read(tag) or not (tag.prints or tag.keyword in STATEMENTS):
            yield tag.body


class _Reader:
    """The tags of one part, read one after the other; a scope for each block that is open, the outermost first."""

    def __init__(self, fields: Field, found: Understood, tags: Sequence[Tag]) -> None:
        self.found = found
        self.fields = Meaning(fields, "")
        self.scopes: list[tuple[str, dict[str, Meaning | None]]] = [("", {})]
        self.loops = {
            name: tag
            for tag in tags
            if tag.keyword == "for"
            for name in re.findall(r"\w+", tag.body[3:].partition(" in ")[0])
        }
        self.is_printing = self.is_excused = False

    def read(self, tag: Tag) -> None:
        """Take in the next tag."""
        self.tag = tag
        if not is_read(tag) or not (tag.prints or tag.keyword in STATEMENTS):
            return
        tree = tree_of(tag)
        if tag.keyword.startswith("end"):
            self._close(tag.block)
        elif tag.prints:
            self.is_printing = tag.start >= 0
            self.found.prints.append(Told(tag, self._meaning(tree), "", isinstance(tree, nodes.Call)))
            self.is_printing = False
        elif tag.keyword == "cellbg":
            self.found.cells.append(Told(tag, self._meaning(tree)))
        elif tree is not None:
            self._statement(tag, tree)

    def _close(self, block: str) -> None:
        at = next((at for at in reversed(range(len(self.scopes))) if self.scopes[at][0] == block), None)
        if at is not None:
            del self.scopes[at:]

    def _statement(self, tag: Tag, tree: nodes.Node) -> None:
        match tree:
            case nodes.For():
                repeated = self._meaning(tree.iter)
                name = tree.target.name if isinstance(tree.target, nodes.Name) else ""
                self.found.loops.append(Told(tag, repeated, name))
                names = dict.fromkeys((*names_of(tree.target), "loop"))
                self.scopes.append(("for", names | ({name: repeated.each} if repeated and name else {})))
                self._meaning(tree.test)
            case nodes.With():
                values = [self._meaning(value) for value in tree.values]
                self.scopes.append(("with", {}))
                for target, value in zip(tree.targets, values, strict=True):
                    self._bind(target, value)
            case nodes.Assign():
                self._bind(tree.target, self._meaning(tree.node))
            case nodes.AssignBlock():
                self._bind(tree.target, None)
            case nodes.If():
                self._meaning(tree.test)

    def _bind(self, target: nodes.Node, value: Meaning | None) -> None:
        names = names_of(target)
        self.scopes[-1][1].update(dict.fromkeys(names, value if len(names) == 1 else None))

    def _meaning(self, node: nodes.Node | None) -> Meaning | None:
        """What an expression means; every field in it is used."""
        match node:
            case None:
                return None
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                meaning = self._reference(node)
                if meaning and meaning.field.kind != "group":
                    self._use(meaning.path, self.is_printing)
                return meaning
            case nodes.Filter():
                return self._filtered(node)
            case nodes.Test(name="defined" | "undefined"):
                return None
            case nodes.Or():
                left, right = self._meaning(node.left), self._meaning(node.right)
                return left if right is None or right == left else None
            case nodes.Call(node=nodes.Getattr() as called):
                whole = self._meaning(called.node)
                if not (whole and whole.is_words and called.attr in vocabulary().methods):
                    self._inside(whole, called.attr, typed_of(called.node))
                self._unprinted([*node.args, *node.kwargs])
                return None
            case nodes.CondExpr():
                self._unprinted([node.test])
                branches = [self._meaning(node.expr1), self._meaning(node.expr2)]
                return branches[0] if branches[0] == branches[1] else None
            case nodes.Concat() | nodes.Add() | nodes.And() | nodes.Pair() | nodes.Keyword():
                for child in node.iter_child_nodes():
                    self._meaning(child)
                return None
        self._unprinted(node.iter_child_nodes())
        return None

    def _unprinted(self, parts: Iterable[nodes.Node]) -> None:
        """Read parts of an expression that decide what is printed, and are not printed themselves."""
        was, self.is_printing = self.is_printing, False
        for part in parts:
            self._meaning(part)
        self.is_printing = was

    def _reference(self, node: nodes.Node) -> Meaning | None:
        match node:
            case nodes.Name():
                return self._named(node.name)
            case nodes.Getattr():
                return self._inside(self._reference(node.node), node.attr, typed_of(node.node))
            case nodes.Getitem(arg=nodes.Const(value=str() as name)):
                return self._inside(self._reference(node.node), name, typed_of(node.node))
            case nodes.Getitem():
                self._unprinted([node.arg])
                whole = self._reference(node.node)
                if whole is None or isinstance(node.arg, nodes.Slice) or whole.is_words:
                    return whole
                return whole.each
        return self._meaning(node)

    def _named(self, name: str) -> Meaning | None:
        for _, names in reversed(self.scopes):
            if name in names:
                return names[name]
        meaning = self.fields.inside(name)
        if meaning is None and name not in _FUNCTIONS | vocabulary().functions | self.found.unread:
            names = {name: each for _, scope in self.scopes for name, each in scope.items() if name != "loop"}
            tops = {each.name: self.fields.inside(each.name) for each in self.fields.field.fields}
            self._unknown(name, "", None, tops | names)
        return meaning

    def _inside(self, whole: Meaning | None, name: str, typed: str) -> Meaning | None:
        """A field of a group by its name; nothing else has any."""
        meaning = whole.inside(name) if whole else None
        if whole and meaning is None:
            inner = whole.field.fields if whole.field.kind == "group" else ()
            self._unknown(name, typed, whole, {each.name: whole.inside(each.name) for each in inner})
        return meaning

    def _unknown(self, name: str, typed: str, within: Meaning | None, there: dict[str, Meaning | None]) -> None:
        advice = wording.did_you_mean(name, there)
        meant = there[advice.split('"')[1]] if advice else None
        loop = self.loops.get(name, self.tag if name == "loop" else None) if within is None else None
        near = meant.path if meant else ""
        self.found.unknown.append(Unknown(self.tag, name, typed, within, tuple(there), near, loop, self.is_excused))

    def _filtered(self, node: nodes.Filter) -> Meaning | None:
        was_excused, self.is_excused = self.is_excused, self.is_excused or node.name in ("default", "d")
        if node.name in _COUNTING:
            self._unprinted([node.node] if node.node else [])
            meaning = None
        else:
            meaning = self._meaning(node.node)
        self.is_excused = was_excused
        self._unprinted([*node.args, *node.kwargs])
        if meaning and node.name in _BY_FIELD:
            self._by_field(node, meaning)
        if node.name in _PICKING:
            return meaning.each if meaning else None
        return meaning if node.name in _KEEPING or node.name in ("default", "d") else None

    def _by_field(self, node: nodes.Filter, whole: Meaning) -> None:
        """A filter that goes by a field of each: sort(attribute="title")."""
        given = [each.value for each in node.kwargs if each.key == "attribute"]
        if not given and node.name in ("groupby", "selectattr", "rejectattr"):
            given = node.args[:1]
        each = whole.each
        if each and given and isinstance(given[0], nodes.Const) and isinstance(given[0].value, str):
            for name in given[0].value.split("."):
                each = self._inside(each, name, "")
            if each:
                self._use(each.path, self.is_printing and node.name in ("map", "join", "sum"))

    def _use(self, path: str, is_printed: bool) -> None:
        self.found.uses.append(Use(path, is_printed, self.tag.at))
