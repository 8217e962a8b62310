"""Values as they stand in a document: escaped for Word's XML, and worded in the house style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from papers import wording
from papers.model.text import Text, Title
from papers.writing.bounds import no_whole

__all__ = ["Markup", "fill", "one_line", "printable_words", "printed", "text_colour", "xml_text"]


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


def printed(value: object) -> object:
    """What a tag prints of a value."""
    if type(value) is str:
        return Markup(xml_text(value))
    if isinstance(value, Markup):
        return value
    if isinstance(value, Title):  # titles.py makes a bookmark of it
        return Markup(f'</w:t><title of="{one_line(value.anchor)}"/><w:t xml:space="preserve">{xml_text(value)}')
    return Markup(xml_text(str(value) if isinstance(value, Text) else wording.text(value)))


def printable_words(value: object) -> object:
    """A value as words for a filter. Raises TypeError for what has none, and for XML that is placed in whole."""
    if isinstance(value, Markup):
        raise TypeError("what is placed stays whole")
    if isinstance(value, (str, Text)):
        return value
    return wording.text(no_whole(value))


def fill(value: Any) -> str:  # noqa: ANN401
    """The fill of a status, or a colour as it is."""
    colour = value["fill"] if isinstance(value, Mapping) else value
    if not isinstance(colour, str) or not re.fullmatch(r"[0-9A-Fa-f]{6}|auto", colour):
        raise TypeError("this is no colour")
    return colour


def text_colour(value: Any) -> str:  # noqa: ANN401
    """The text colour of a status; Word's own choice on a plain colour."""
    return str(value["text"]) if isinstance(value, Mapping) else "auto"
