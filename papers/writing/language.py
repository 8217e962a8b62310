"""The template language: Jinja in a sandbox that prints plain data in the house style. The only home of Jinja."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import CodeType
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError
from jinja2 import TemplateError as JinjaError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from papers import wording
from papers.errors import TemplateError
from papers.model.text import Text

__all__ = ["TAG", "Markup", "compiled_source", "one_line", "streamed", "xml_text"]

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
    words = str(value) if isinstance(value, (Markup, Text)) else wording.text(value)
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
    return str(value["fill"]) if isinstance(value, Mapping) else str(value)


def _text_colour(value: Any) -> str:  # noqa: ANN401
    """The text colour of a status; Word's own choice on a plain colour."""
    return str(value["text"]) if isinstance(value, Mapping) else "auto"


class Language(ImmutableSandboxedEnvironment):
    """Templates see plain data alone: `plan.total` is the item of a dict, whatever methods a dict has.

    Beyond dicts, only text and Jinja's own loops have attributes: a Text or a date has methods that read files or the
    clock, and whatever the model's library adds one day.
    """

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:  # noqa: ANN401
        """Whether a template may have an attribute; every way to one asks here."""
        return isinstance(obj, (str, LoopContext, Namespace)) and super().is_safe_attribute(obj, attr, value)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401
        """The item of a dict, or, for anything else, what the sandbox allows."""
        if type(obj) is dict:
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)


def _environment() -> Language:
    """A fresh environment: nothing undefined prints, everything is escaped, values are worded by wording.py."""
    language = Language(undefined=StrictUndefined, autoescape=True, finalize=_printed, cache_size=0)
    language.filters.update(
        one_line=one_line,
        fill=_fill,
        text_colour=_text_colour,
        in_words=wording.in_words,
        plural=wording.plural,
        listing=wording.listing,
        yes_no=wording.yes_no,
        day=wording.day,
        shortened=wording.shortened,
    )
    return language


def compiled_source(source: str, template: str, part: str) -> CodeType:
    """The code of a part's Jinja source. Raises TemplateError, naming the template and the tag."""
    try:
        code: CodeType = _environment().compile(source, name=part, filename=part)
    except TemplateSyntaxError as error:
        raise TemplateError(f"{template}: {error.message}, at {_near(source, error.lineno)}") from error
    return code


def streamed(code: CodeType, source: str, template: str, values: Mapping[str, Any]) -> Iterator[str]:
    """A part, piece by piece, with `values` in its tags.

    Raises TemplateError, naming the template and the words around the tag, for whatever a tag cannot do.
    """
    page = Template.from_code(_environment(), code, {}, None)
    try:
        yield from page.root_render_func(page.new_context(dict(values)))
    except (
        JinjaError, ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError,
    ) as error:  # fmt: skip
        near = _near(source, _line(error, page, code))
        raise TemplateError(f"{template}: {_sentence(error)}, at {near}") from error


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
    if isinstance(error, TypeError) and error.args == ("NoneType",):
        return "this field is empty and cannot be printed"
    return f"this tag cannot be carried out ({error})"


def _near(source: str, line: int | None) -> str:
    """The words of a template around a line of its source, as a person sees them in Word; "the start" for none."""
    lines = source.splitlines()
    here = lines[max((line or 1) - 1, 0)] if lines else ""
    here = re.sub(r"place_(?:blocks|runs)\((.*), \d+\)", r"\1", here)
    words = " ".join(re.sub(r"<[^>]*>|^[^<]*>|<[^>]*$", "", here).split())
    return f'"{wording.shortened(words, 90)}"' if words else "the start of the document"
