"""The template language: Jinja in a sandbox that prints plain data in the house style. The only home of Jinja."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.filters import make_attrgetter
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace

from papers import wording
from papers.errors import TemplateError
from papers.writing.blame import Lines, said_at
from papers.writing.bounds import MOST_PRINTED, Budget, TooMuchWork, no_whole
from papers.writing.marked import Markup, fill, one_line, printable_words, printed, text_colour

__all__ = ["TAG", "compiled_source", "nodes", "parsed", "streamed", "vocabulary"]

_RAW = re.compile(r"\{%[-+]?\s*raw\b")
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


# The statements, by what Jinja makes of them, that a template may not use.
_NOT_ALLOWED: Mapping[type[nodes.Node], str] = {
    nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "from", nodes.Extends: "extends",
    nodes.Block: "block", nodes.Macro: "macro", nodes.CallBlock: "call", nodes.FilterBlock: "filter",
    nodes.ScopedEvalContextModifier: "autoescape", nodes.AssignBlock: "set without a value", nodes.ExprStmt: "do",
}  # fmt: skip
_FILTERS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "groupby", "int", "items", "join", "last",
    "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "select",
    "selectattr", "sort", "string", "title", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip
# What blocks.functions gives.
_PLACING = frozenset(("place_blocks", "place_runs", "bar"))
# What a loop does each time round is paid for by the length of what stands in it.
_NODES_A_STEP = 20
_METHODS = frozenset((
    "startswith", "endswith", "lower", "upper", "title", "capitalize", "isdigit",
))  # fmt: skip


def _words(value: object) -> object:
    """A value as words; one that is not there is left to Jinja, which refuses it."""
    return value if isinstance(value, StrictUndefined) else printable_words(value)


def _there(work: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """`work` for a value that is there; one that is not is left to Jinja, which refuses it."""
    return lambda value: work(str(value) if isinstance(value, StrictUndefined) else value)


class _Kept(Namespace):
    """What a template keeps from one round of a loop to the next; it is no words itself."""

    def __repr__(self) -> str:
        raise TypeError("namespace")


class Language(ImmutableSandboxedEnvironment):
    """Templates see plain data alone: `plan.total` is the item of a dict, whatever methods a dict has.

    Beyond dicts, only text and Jinja's own loops have attributes: a Text or a date has methods that read files or the
    clock, and whatever the model's library adds one day. Whatever a template does is paid for from a budget.
    """

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "**", "%"))

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=self.printed, cache_size=0)
        self.budget = Budget()
        ours = {
            "one_line": _there(one_line), "in_words": wording.in_words, "plural": wording.plural,
            "listing": wording.listing, "yes_no": wording.yes_no, "day": wording.day,
            "shortened": wording.shortened, "letter": wording.letter,
        }  # fmt: skip
        allowed: dict[str, Any] = {name: self.filters[name] for name in _FILTERS} | ours | {"join": self.joined}
        paid = {name: self.budget.paid(each, name) for name, each in allowed.items()}
        # These are quick, and in every row of an action plan.
        self.filters = paid | {"fill": _there(fill), "text_colour": _there(text_colour)}
        self.filters |= {name: getattr(self.budget, name) for name in ("gone_over", "made", "compared")}
        self.filters |= {"cut": self.cut, "put_together": self.put_together}
        tests: dict[str, Any] = {name: each for name, each in self.tests.items() if name not in ("filter", "test")}
        self.tests = {name: self.budget.paid(each, name) for name, each in tests.items()}
        self.globals = {"range": self.globals["range"], "namespace": _Kept}

    def printed(self, value: object) -> object:
        """What a tag prints."""
        if isinstance(value, StrictUndefined):  # left to Jinja, which refuses it
            return value
        if isinstance(value, (list, tuple)):
            self.budget.joined(value, ", ")
        return printed(value)

    def joined(self, values: Any, between: str = "", attribute: str | int | None = None) -> str:  # noqa: ANN401
        """Jinja's own join, for values that can be printed, and in the house style."""
        words = list(values) if attribute is None else [*map(make_attrgetter(self, attribute), values)]
        self.budget.joined(words, between)
        return between.join(str(_words(each)) for each in words)

    def cut(self, value: Any) -> Any:  # noqa: ANN401
        """A text or a list of which a piece is taken; no piece is taken of what is placed, which is Word's own."""
        return self.budget.made(_words(value) if isinstance(value, str) else value)

    def put_together(self, value: Any) -> Any:  # noqa: ANN401
        """One of the values that `~` puts together."""
        return self.budget.made(no_whole(value))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """A sum, a product, a power or a rest; text is no pattern for others."""
        if operator == "%" and isinstance(left, str):
            raise TypeError("a text cannot be divided")
        self.budget.calculated(operator, left, right)
        return self.budget.made(super().call_binop(context, operator, left, right))

    def call(self, context: Any, function: Any, *given: Any, **options: Any) -> Any:  # noqa: ANN401
        """Call what a template may call, and pay for it."""
        self.budget.looked_through(*given, *options.values(), getattr(function, "__self__", None))
        self.budget.charge()
        if (name := getattr(function, "__name__", "")) in _PLACING:
            no_whole(*(each for each in given if type(each) is not dict or name != "bar"))
        made = super().call(context, function, *given, **options)
        if name not in _PLACING:
            return self.budget.made(made)
        self.budget.charge(made)  # as long as what an author wrote
        return made

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401
        """No text is a pattern for others: `"{:>999999999}".format(1)` would fill the memory."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Whether a template may have an attribute; every way to one asks here."""
        if isinstance(obj, str):
            return attr in _METHODS and not isinstance(obj, Markup)
        return isinstance(obj, (LoopContext, Namespace)) and super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """The item of a dict, or, for anything else, what the sandbox allows."""
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if not isinstance(
            obj, (str, LoopContext, Namespace, StrictUndefined)
        ):  # to ask for an attribute may run code already
            return self.unsafe_undefined(obj, attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401
        """An entry of a list or dict, a letter of a text; nothing else has any."""
        self.budget.charge()
        if not isinstance(obj, (dict, list, tuple, str, StrictUndefined)) or isinstance(obj, Markup):
            return self.unsafe_undefined(obj, "piece")
        return super().getitem(obj, argument if isinstance(argument, (str, int)) else "")


def _paying(tree: nodes.Template) -> nodes.Template:
    """`tree` with loops, comparisons and what is put together paying for themselves.

    Raises TemplateSyntaxError for a statement that templates may not use.
    """
    for node in list(tree.find_all(nodes.Node)):
        if (word := _NOT_ALLOWED.get(type(node))) is not None:
            raise TemplateSyntaxError(f"{{% {word} %}} cannot be used in a template of papers", node.lineno)
        if isinstance(node, nodes.For):
            if node.recursive:
                raise TemplateSyntaxError("a loop cannot be recursive", node.lineno)
            inside = sum(1 for _ in node.find_all(nodes.Node))
            node.iter = _through("gone_over", node.iter, nodes.Const(1 + inside // _NODES_A_STEP))
        elif isinstance(node, nodes.Dict):
            raise TemplateSyntaxError("a group of fields cannot be made in a template", node.lineno)
        elif isinstance(node, nodes.Compare):
            node.expr = _through("compared", node.expr)
            for operand in node.ops:
                operand.expr = _through("compared", operand.expr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice):
            node.node = _through("cut", node.node)
        elif isinstance(node, nodes.Concat):
            node.nodes = [_through("put_together", each) for each in node.nodes]
        elif isinstance(node, nodes.Assign):
            node.node = _through("made", node.node)
    return tree


def _through(filter_name: str, node: nodes.Node, *options: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, filter_name, list(options), [], None, None, lineno=node.lineno)


@functools.cache
def _reader() -> Language:
    """An environment that reads tags and renders nothing."""
    return Language()


@functools.lru_cache(maxsize=1000)
def parsed(source: str) -> nodes.Template:
    """The tags of `source` as a tree, for proofreading. Raises TemplateError in the words of Jinja."""
    try:
        return _reader().parse(source)
    except TemplateSyntaxError as error:
        raise TemplateError(error.message or "") from error
    except (RecursionError, ValueError, OverflowError) as error:
        raise TemplateError("it is nested too deep, or holds a number without end") from error


class Vocabulary(NamedTuple):
    """The names that the language itself gives: of filters, tests and functions, and what words can be asked."""

    filters: frozenset[str]
    tests: frozenset[str]
    functions: frozenset[str]
    methods: frozenset[str]


def vocabulary() -> Vocabulary:
    """Every name that a template may use besides fields."""
    reader = _reader()
    filters = frozenset(reader.filters) - {"gone_over", "made", "compared", "cut", "put_together"}
    return Vocabulary(filters, frozenset(reader.tests), frozenset(reader.globals), _METHODS)


def compiled_source(source: str, template: str, part: str, spots: Lines = ()) -> CodeType:
    """The code of a part's Jinja source. Raises TemplateError, naming the template, the spot and the tag."""
    language = Language()
    try:
        if raw := _RAW.search(source):
            line = source.count("\n", 0, raw.start()) + 1
            raise TemplateSyntaxError("{% raw %} cannot be used in a template of papers", line)
        code: CodeType = language.compile(_paying(language.parse(source)), name=part, filename=part)
    except TemplateSyntaxError as error:
        # What Jinja goes on to say is for programmers.
        sentence = re.sub(r" (?:Jinja|You probably)[^.]*\.", "", error.message or "")
        raise TemplateError(said_at(template, sentence, source, error.lineno, spots)) from error
    except (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError) as error:
        raise TemplateError(f"{template}: its tags are nested too deep, or hold a number without end") from error
    return code


def streamed(code: CodeType, source: str, template: str, values: Mapping[str, Any], spots: Lines = ()) -> Iterator[str]:
    """A part, piece by piece, with `values` in its tags; `spots` for each line of its source.

    Raises TemplateError, naming the template, the spot and the words around the tag, for whatever a tag cannot do.
    """
    language = Language()
    page = Template.from_code(language, code, language.globals, None)
    try:
        letters = 0
        for piece in page.root_render_func(page.new_context(dict(values))):
            letters += len(piece)
            if letters > MOST_PRINTED:
                raise TooMuchWork("what it prints has no end")
            yield piece
    except (
        JinjaError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TooMuchWork, TypeError,
        ValueError,
    ) as error:  # fmt: skip
        raise TemplateError(said_at(template, _sentence(error), source, _line(error, page, code), spots)) from error


def _line(error: BaseException, page: Template, code: CodeType) -> int | None:
    """The line of the template's source in which `error` arose."""
    line, trace = None, error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == code.co_filename:
            line = page.get_corresponding_lineno(trace.tb_lineno)
        trace = trace.tb_next
    return line


def _sentence(error: BaseException) -> str:
    if isinstance(error, UndefinedError):
        names = re.findall(r"'([\w.]+)'", error.message or "")
        return f'there is no field "{names[-1]}"' if names else "there is no such field"
    if isinstance(error, TooMuchWork):
        return f"this template asks for too much work: {error}"
    if isinstance(error, TypeError) and error.args in (("dict",), ("list",)):
        return "this is a whole list or group of fields, of which one has to be chosen"
    if isinstance(error, TypeError) and error.args == ("NoneType",):
        return "this field is empty and cannot be printed"
    return f"this tag cannot be carried out ({error})"
