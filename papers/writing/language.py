"""The template language: Jinja in a sandbox that prints plain data in the house style. The only home of Jinja."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Mapping
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from papers import wording
from papers.errors import TemplateError
from papers.model.text import Text
from papers.writing.blame import Lines, said_at
from papers.writing.bounds import MOST_PRINTED, Budget, TooMuchWork

__all__ = ["TAG", "Markup", "compiled_source", "nodes", "one_line", "parsed", "streamed", "vocabulary", "xml_text"]

_RAW = re.compile(r"\{%[-+]?\s*raw\b")
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def xml_text(words: str) -> str:
    """Words as they stand in `<w:t>`: escaped, with Word's own line breaks and tabs, without what XML forbids."""
    if words.isprintable() and "&" not in words and "<" not in words and ">" not in words:
        return words
    words = wording.printable(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    words = words.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    return words.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')


def one_line(value: object) -> Markup:
    """Words as they stand in an attribute or a property: escaped, and all on one line."""
    words = str(value) if isinstance(value, (Markup, StrictUndefined, Text)) else wording.text(value)
    return Markup.escape(" ".join(wording.printable(words).split()))


def _printed(value: object) -> object:
    """What a tag prints. An undefined value is left to Jinja, which refuses it."""
    if type(value) is str:
        return Markup(xml_text(value))
    if isinstance(value, (Markup, StrictUndefined)):
        return value
    return Markup(xml_text(str(value) if isinstance(value, Text) else wording.text(value)))


def _fill(value: Any) -> str:  # noqa: ANN401
    """The fill of a status, or a colour as it is."""
    return str(value["fill"]) if isinstance(value, Mapping) else value[:6]


def _text_colour(value: Any) -> str:  # noqa: ANN401
    """The text colour of a status; Word's own choice on a plain colour."""
    return str(value["text"]) if isinstance(value, Mapping) else "auto"


# The statements, by what Jinja makes of them, that a template may not use.
_NOT_ALLOWED: Mapping[type[nodes.Node], str] = {
    nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "from", nodes.Extends: "extends",
    nodes.Block: "block", nodes.Macro: "macro", nodes.CallBlock: "call", nodes.FilterBlock: "filter",
    nodes.ScopedEvalContextModifier: "autoescape", nodes.AssignBlock: "set without a value", nodes.ExprStmt: "do",
}  # fmt: skip
_FILTERS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "groupby", "int", "items", "join", "last",
    "length", "list", "lower", "map", "max", "min", "reject", "rejectattr", "replace", "reverse", "select",
    "selectattr", "sort", "string", "title", "trim", "truncate", "unique", "upper", "wordcount",
)  # fmt: skip
_METHODS = frozenset((
    "startswith", "endswith", "lower", "upper", "title", "capitalize", "strip", "lstrip", "rstrip", "split", "isdigit",
))  # fmt: skip


class Language(ImmutableSandboxedEnvironment):
    """Templates see plain data alone: `plan.total` is the item of a dict, whatever methods a dict has.

    Beyond dicts, only text and Jinja's own loops have attributes: a Text or a date has methods that read files or the
    clock, and whatever the model's library adds one day. Whatever a template does is paid for from a budget.
    """

    intercepted_binops = frozenset(("+", "*", "**", "%"))

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, finalize=self.printed, cache_size=0)
        self.budget = Budget()
        ours = {
            "one_line": one_line, "in_words": wording.in_words,
            "plural": wording.plural, "listing": wording.listing, "yes_no": wording.yes_no, "day": wording.day,
            "shortened": wording.shortened, "letter": wording.letter,
        }  # fmt: skip
        allowed: dict[str, Any] = {name: self.filters[name] for name in _FILTERS} | ours
        paid = {name: self.paid(each, name) for name, each in allowed.items()}
        # These are quick, and in every row of an action plan.
        self.filters = paid | {"fill": _fill, "text_colour": _text_colour}
        self.filters |= {"gone_over": self.budget.gone_over, "made": self.budget.made}
        tests: dict[str, Any] = {name: each for name, each in self.tests.items() if name not in ("filter", "test")}
        self.tests = {name: self.paid(each, name) for name, each in tests.items()}
        self.globals = {name: self.globals[name] for name in ("range", "namespace")}

    def paid(self, work: Callable[..., Any], name: str) -> Callable[..., Any]:
        """A filter or test that pays for what it is given and for what it makes."""
        budget = self.budget

        @functools.wraps(work)
        def done(*given: Any, **options: Any) -> Any:  # noqa: ANN401
            budget.charge(*given)
            if name in ("join", "listing"):
                for each in given:
                    budget.joined(each, next((each for each in given[1:] if isinstance(each, str)), ""))
            elif name == "replace":
                texts = [each for each in given if isinstance(each, str)]
                budget.allow(len(texts[0]) + texts[0].count(texts[1]) * len(texts[2]) if len(texts) > 2 else 0)
            return budget.made(work(*given, **options))

        return done

    def printed(self, value: object) -> object:
        """What a tag prints."""
        if type(value) is not str:
            self.budget.joined(value)
        return _printed(value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401
        """A sum, a product, a power or a rest; text is no pattern for others."""
        if operator == "%" and isinstance(left, str):
            raise TypeError("a text cannot be divided")
        self.budget.calculated(operator, left, right)
        return super().call_binop(context, operator, left, right)

    def call(self, context: Any, function: Any, *given: Any, **options: Any) -> Any:  # noqa: ANN401
        """Call what a template may call, and pay for it."""
        self.budget.charge(*given, getattr(function, "__self__", None))
        for each in given:
            self.budget.joined(each)
        return super().call(context, function, *given, **options)

    def wrap_str_format(self, value: Any) -> None:  # noqa: ANN401
        """No text is a pattern for others: `"{:>999999999}".format(1)` would fill the memory."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Whether a template may have an attribute; every way to one asks here."""
        if isinstance(obj, str):
            return attr in _METHODS
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
        if isinstance(obj, (dict, list, tuple, str, StrictUndefined)):
            return super().getitem(obj, argument)
        return self.unsafe_undefined(obj, str(argument))


def _paying(tree: nodes.Template) -> nodes.Template:
    """`tree` with loops, comparisons and what is put together paying for themselves.

    Raises TemplateSyntaxError for a statement that templates may not use.
    """
    for node in tree.find_all(nodes.Node):
        if (word := _NOT_ALLOWED.get(type(node))) is not None:
            raise TemplateSyntaxError(f"{{% {word} %}} cannot be used in a template of papers", node.lineno)
        if isinstance(node, nodes.For):
            if node.recursive:
                raise TemplateSyntaxError("a loop cannot be recursive", node.lineno)
            node.iter = _through("gone_over", node.iter)
        elif isinstance(node, nodes.Compare):
            node.expr = _through("made", node.expr)
            for operand in node.ops:
                operand.expr = _through("made", operand.expr)
        elif isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Slice):
            node.node = _through("made", node.node)
        elif isinstance(node, nodes.Concat):
            node.nodes = [_through("made", each) for each in node.nodes]
        elif isinstance(node, nodes.Assign):
            node.node = _through("made", node.node)
    return tree


def _through(filter_name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, filter_name, [], [], None, None, lineno=node.lineno)


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


class Vocabulary(NamedTuple):
    """The names that the language itself gives: of filters, tests and functions, and what words can be asked."""

    filters: frozenset[str]
    tests: frozenset[str]
    functions: frozenset[str]
    methods: frozenset[str]


def vocabulary() -> Vocabulary:
    """Every name that a template may use besides fields."""
    reader = _reader()
    filters = frozenset(reader.filters) - {"gone_over", "made"}
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
        sentence = (error.message or "").partition(" Jinja was looking")[0]
        raise TemplateError(said_at(template, sentence, source, error.lineno, spots)) from error
    except (SyntaxError, RecursionError, MemoryError, ValueError, OverflowError) as error:
        raise TemplateError(f"{template}: its tags are nested too deep, or hold a number without end") from error
    return code


def streamed(code: CodeType, source: str, template: str, values: Mapping[str, Any], spots: Lines = ()) -> Iterator[str]:
    """A part, piece by piece, with `values` in its tags; `spots` for each line of its source.

    Raises TemplateError, naming the template, the spot and the words around the tag, for whatever a tag cannot do.
    """
    language = Language()
    page = Template.from_code(language, code, {}, None)
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
    if isinstance(error, TypeError) and error.args == ("NoneType",):
        return "this field is empty and cannot be printed"
    return f"this tag cannot be carried out ({error})"
