"""What authors write between {{ and }}, understood: a fact by its name, and what is made of it."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """A name with what is given to it: `count("completed")`; `at` is where it starts, counted from 0.

    `given` is None for a name without brackets.
    """

    name: str
    at: int
    given: tuple[str | int, ...] | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """`action("3.2").due`, `plan.overdue | refs`: the names from left to right, and what is then made of the fact."""

    names: tuple[Step, ...]
    filters: tuple[Step, ...] = ()


class NotUnderstood(ValueError):
    """What stands between the brackets is no fact: a sentence, where in it, counted from 0, and what to do."""

    def __init__(self, sentence: str, at: int, remedy: str = "") -> None:
        super().__init__(sentence)
        self.at = at
        self.remedy = remedy or "`papers facts` lists every fact of a paper, with its value"


# Word and Outlook turn straight quotes into these.
_STRAIGHT = str.maketrans("“”„‟‘’‚‛\u00a0", "\"\"\"\"''''" + " ")
_LONGEST = 300


def understood(inside: str) -> Expression:
    """The expression that is written in `inside`. Raises NotUnderstood for anything else.

    Its grammar is a small part of Python's own, which reads it; nothing of it is ever run.
    """
    typed = inside.translate(_STRAIGHT)
    before = len(typed) - len(typed.lstrip())
    source = typed.strip()
    if not source:
        raise NotUnderstood("nothing stands between the brackets", 0)
    if len(source) > _LONGEST:
        raise NotUnderstood("this is longer than any fact", before)
    if '\\"' in source or "''" in source:  # as quotes are written inside a text in quotes of YAML
        source = source.replace('\\"', '"').replace("''", "'")
    try:
        with warnings.catch_warnings(action="ignore"):
            tree = ast.parse(source, mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        raise NotUnderstood("this cannot be understood as a fact", before) from error
    return _Reading(source, before).expression(tree)


class _Reading:
    def __init__(self, source: str, before: int) -> None:
        self.encoded = source.encode("utf-8")
        self.before = before

    def at(self, offset: int) -> int:
        """Where the byte `offset` of the source stands in what the author typed."""
        return self.before + len(self.encoded[:offset].decode("utf-8", "ignore"))

    def expression(self, node: ast.expr) -> Expression:
        filters: list[Step] = []
        while isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr):
            filters.append(self.filter(node.right))
            node = node.left
        return Expression(tuple(self.names(node)), tuple(reversed(filters)))

    def filter(self, node: ast.expr) -> Step:
        steps = list(self.names(node))
        if len(steps) != 1:
            raise NotUnderstood(
                "after | stands what is to be made of the fact, such as count or refs", self.start(node)
            )
        return steps[0]

    def names(self, node: ast.expr) -> Iterator[Step]:
        """The names of `plan.count("completed")`, from left to right."""
        match node:
            case ast.Call(func=function, args=arguments, keywords=[]):
                *others, last = self.names(function)
                if last.given is not None:
                    raise NotUnderstood("there are two pairs of brackets here, one after the other", self.start(node))
                yield from others
                yield Step(last.name, last.at, tuple(map(self.given, arguments)))
            case ast.Attribute(value=value, attr=name):
                yield from self.names(value)
                yield Step(name, self.at((node.end_col_offset or 0) - len(name.encode("utf-8"))))
            case ast.Name(id=name):
                yield Step(name, self.start(node))
            case _:
                raise NotUnderstood("this cannot be understood as a fact", self.start(node))

    def given(self, node: ast.expr) -> str | int:
        match node:
            case ast.Constant(value=str() | int() as value) if not isinstance(value, bool):
                return value
            case ast.Constant(value=float()):  # the Ref of an action, without its quotes
                return self.encoded[node.col_offset : node.end_col_offset].decode("utf-8")
        raise NotUnderstood("what stands in the brackets is to be words in quotes, or a number", self.start(node))

    def start(self, node: ast.expr) -> int:
        return self.at(node.col_offset)
