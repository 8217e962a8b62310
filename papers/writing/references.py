"""References in Word's own way: bookmarks at what is referred to, REF fields where it is, which Word keeps up to date.

A field REF repeats what its bookmark encloses, or with \\n the number of the paragraph that it stands in (ISO 29500-1,
17.16.5.51). Actions and appendices are numbered elsewhere: fields SET (17.16.5.61) in the document's first paragraph,
which Word does not show, give their numbers to bookmarks. What they hold is written as instructions, so that other
programs, which read a document aloud or take its text, meet each number only where it is referred to.
"""

from __future__ import annotations

import functools
import itertools
import re

from papers.model.text import Run
from papers.writing.marked import one_line, xml_text
from papers.writing.template import DOCUMENT, Compiled

# What stands in a part until it is finished; marked.py puts the second before the words of a title.
_REFERENCE, _TITLE = re.compile(rb'<reference of="(\d{1,6})"\s*/>'), re.compile(rb'<title of="[^"]*"\s*/>')
_BOOKMARK = re.compile(rb"<w:bookmarkStart\b[^>]*>")
# Word takes names of 40 letters, digits and _, and does not list bookmarks whose name starts with _.
_HIDDEN, _LONGEST = "_Ref_", 27
# The action plan is the first of the appendices.
_PLAN = "appendix:1"


class References:
    """What one rendering of one template refers to, and where in it that stands."""

    def __init__(self, template: Compiled) -> None:
        self.template = template
        self.waiting: list[tuple[Run, str, str]] = []
        self.names: dict[str, str] = {}
        self.marked: dict[str, bool] = {}

    def refer(self, run: Run, properties: str, as_link: str) -> str:
        """Where a reference is to stand, with the properties of its run, and those that it has as a link."""
        self.waiting.append((run, properties, as_link))
        return f'<reference of="{len(self.waiting) - 1}"/>'

    def around(self, inside: str, anchor: str, is_numbered: bool) -> str:
        """What stands in a paragraph of the document, in a bookmark where references call it `anchor`."""
        if not anchor or anchor in self.marked:
            return inside
        return _bookmarked(inside, *self.mark(anchor, is_numbered))

    def mark(self, target: str, is_numbered: bool) -> tuple[str, int]:
        """The name and the id of the bookmark for `target`, which stands in the document, in a numbered paragraph."""
        self.marked[target] = is_numbered
        return self.name(target), self._taken[0] + len(self.marked)

    def name(self, target: str) -> str:
        """The name of the bookmark for `target`, which no other one has, in capital letters or small."""
        if target not in self.names:
            name = plain = _HIDDEN + re.sub(r"[^0-9A-Za-z]", "_", target.removeprefix("#"))[:_LONGEST]
            others = itertools.count(len(self.names) + 1)
            while name.casefold() in self._taken[1]:
                name = f"{plain}_{next(others)}"
            self._taken[1].add(name.casefold())
            self.names[target] = name
        return self.names[target]

    @functools.cached_property
    def _taken(self) -> tuple[int, set[str]]:
        """The highest id of the template's own bookmarks; their names in small letters, with those given since."""
        found = [tag for part in self.template.parts.values() for tag in _BOOKMARK.findall(part)]
        ids = [int(number) for tag in found for number in re.findall(rb'w:id="(\d{1,9})"', tag)]
        names = [name.decode("utf-8", "replace") for tag in found for name in re.findall(rb'w:name="([^"]*)"', tag)]
        return max(ids, default=0), {name.casefold() for name in names}

    def finish(self, parts: dict[str, bytes | bytearray]) -> None:
        """Mark what is referred to by its title, and put a field where each reference waits.

        A reference to what does not stand in the document is its words alone, and so is one outside its main text.
        """
        for part in self.template.codes:
            made = parts[part]
            if b"<reference of=" not in made and b"<title of=" not in made:
                continue
            if part == DOCUMENT:
                made = self._prepared(bytes(made))
            made = _REFERENCE.sub(lambda found, part=part: self._made(int(found[1]), part).encode(), made)
            parts[part] = _TITLE.sub(b"", made)

    def _prepared(self, content: bytes) -> bytes:
        """The document with its titles marked, and with the numbers at its top that fields in it repeat."""
        # lxml is heavy, and most papers refer to nothing.
        from papers.office.ooxml import as_bytes, parse_part
        from papers.writing.titles import mark_titles, put_first

        root = parse_part(content, self.template.name, DOCUMENT)
        led_to = {_title_of(run.target) for run, *_ in self.waiting if not run.shows or _is_place(run)}
        mark_titles(root, self.template.styles, led_to, lambda title, number: self.mark(_place_of(title), number))
        numbers = {run.target: run.text for run, *_ in self.waiting if run.shows and not _is_place(run)}
        if numbers:
            put_first(root, self._given(numbers))
        return as_bytes(root)

    def _given(self, numbers: dict[str, str]) -> str:
        """Fields that print nothing, and give each of the numbers to a bookmark."""
        fields = ""
        for target, number in numbers.items():
            name, at = self.mark(target, is_numbered=False)
            held = _bookmarked(_instruction(one_line(number)), name, at)
            fields += _field(_instruction(f' SET {name} "{_quoted(number)}" '), held)
        return fields

    def _made(self, waiting: int, part: str) -> str:
        """What stands where a reference waited; nothing where a template only looks as if it had one."""
        if waiting >= len(self.waiting):
            return ""
        run, properties, as_link = self.waiting[waiting]
        plain = _run(properties, _text(run.text))
        if part != DOCUMENT:
            return plain
        if not run.shows:
            place = _place_of(run.target)
            return _link(self.name(place), _run(as_link, _text(run.text))) if place in self.marked else plain
        if run.target not in self.marked or (_is_place(run) and run.shows == "number" and not self.marked[run.target]):
            return plain
        switches = "" if not _is_place(run) else "\\n \\h " if run.shows == "number" else "\\h "
        return _field(_instruction(f" REF {self.name(run.target)} {switches}", properties), plain, properties)


def _is_place(run: Run) -> bool:
    """Whether a run refers to a place in the narrative, rather than to an action or an appendix."""
    return run.target.startswith("#")


def _title_of(target: str) -> str:
    """What has the title to which words on `target` lead: an action is in the appendix that is the plan."""
    return _PLAN if target.startswith("action:") else target


def _place_of(target: str) -> str:
    """What is marked for it, besides its number: a place in the narrative, or in the list of appendices."""
    return target if target.startswith("#") else f"{_title_of(target)} listed"


def _bookmarked(inside: str, name: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{number}"/>'


def _run(properties: str, inside: str) -> str:
    return f"<w:r>{properties}{inside}</w:r>"


def _text(words: str) -> str:
    return f'<w:t xml:space="preserve">{xml_text(words)}</w:t>'


def _instruction(words: str, properties: str = "") -> str:
    return _run(properties, f'<w:instrText xml:space="preserve">{words}</w:instrText>')


def _field(instruction: str, result: str, properties: str = "") -> str:
    begin, separate, end = (
        _run(properties, f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")
    )
    return f"{begin}{instruction}{separate}{result}{end}"


def _link(name: str, inside: str) -> str:
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'


def _quoted(words: str) -> str:
    """Words between the quotes of an instruction."""
    return one_line(words.replace("\\", "\\\\").replace('"', '\\"'))
