"""Titles that templates print, made what references lead to: a bookmark round the words, wherever they were printed.

Templates print the title of a section with a tag of their own, in whatever paragraph and style they like.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

from papers.office.ooxml import Element, W, fragment, new
from papers.writing.printed import seen_in, value_of
from papers.writing.template import Style

# What stands before the words of a title until the document is finished, and says what references call it.
_TITLE = "{*}title"


def mark_titles(
    root: Element, styles: Mapping[str, Style], wanted: Collection[str], mark: Callable[[str, bool], tuple[str, int]]
) -> None:
    """Put a bookmark round each of the titles that are `wanted`, by what references call them.

    A title that is printed several times, as in a list of contents, is marked where it has a number, or else where it
    is printed last. `mark` is told what references call it and whether it has a number, and gives a name and an id.
    """
    lists = {style.id for style in styles.values() if style.numbering}
    found: dict[str, list[Element]] = {}
    for title in seen_in(root, _TITLE):
        run = title.getparent()
        if run is not None and run.tag == W + "r" and next(run.iterancestors(W + "p"), None) is not None:
            found.setdefault(title.get("of", ""), []).append(title)
    for anchor, titles in ((anchor, found[anchor]) for anchor in found if anchor in wanted):
        numbered = [title for title in titles if _is_numbered(_paragraph(title), lists)]
        _mark((numbered or titles[-1:])[0], *mark(anchor, bool(numbered)))
    for title in list(root.iter(_TITLE)):
        _remove(title)


def _paragraph(element: Element) -> Element:
    return next(element.iterancestors(W + "p"))


def _is_numbered(paragraph: Element, lists: set[str]) -> bool:
    """Whether Word puts a number before a paragraph, by its own formatting or by a style that belongs to a list."""
    own = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
    if own is not None:
        return value_of(own) != "0"
    return value_of(paragraph.find(f"{W}pPr/{W}pStyle")) in lists


def _mark(title: Element, name: str, number: int) -> None:
    """Put a bookmark round the run that prints a title."""
    run = next(title.iterancestors(W + "r"))
    start, end = new("bookmarkStart"), new("bookmarkEnd")
    start.set(W + "id", str(number))
    start.set(W + "name", name)
    end.set(W + "id", str(number))
    run.addprevious(start)
    run.addnext(end)


def _remove(title: Element) -> None:
    """Take away what stands before a title, with the empty text that is left before it."""
    run, before = title.getparent(), title.getprevious()
    if run is not None:
        if before is not None and before.tag == W + "t" and not before.text:
            run.remove(before)
        run.remove(title)


def put_first(root: Element, xml: str) -> None:
    """Put runs into the first paragraph of a document: behind its words, or before a reference among them."""
    paragraph = next(seen_in(root, W + "p"))
    reference = next(paragraph.iterchildren("{*}reference"), None)
    at = len(paragraph) if reference is None else paragraph.index(reference)
    paragraph[at:at] = list(fragment(f"<w:p>{xml}</w:p>"))
