"""Tags in an author's file: taken out before the file is read, and put back into what was read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import count
from typing import Any
from urllib.parse import quote

from papers import wording
from papers.findings import Findings, Place
from papers.model.base import Model

# A backslash before {{ makes it two brackets to be printed.
_OPENING = re.compile(r"\\?\{\{|\{%")
# Characters without a meaning of their own, of which no keyboard has any.
_MARKS = range(0xF0000, 0xFFFFE)
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is typed, `{{ plan.total }}`, and where; `\\{{` is typed for what is printed as it stands."""

    typed: str
    place: Place

    @property
    def is_literal(self) -> bool:
        """Whether it stands for two brackets."""
        return self.typed.startswith("\\")

    @property
    def inside(self) -> str:
        """What stands between its brackets."""
        return self.typed[2:-2]


class Tags:
    """The tags of a paper's files, each by the one character that stands for it while the files are read.

    So whatever reads a file sees a letter there, and what a tag stands for is never taken for YAML or Markdown.
    """

    def __init__(self) -> None:
        self.by_mark: dict[str, Tag] = {}
        self._free = count(_MARKS.start)

    def taken_out(self, text: str, file: str, findings: Findings) -> str:
        """`text` with a mark for each tag.

        Findings: FA001 a tag that is not closed in its line, or too many of them; FA004 (a warning) other brackets
        that people know from Word templates.
        """
        if "{{" not in text and "{%" not in text:
            return text
        lines = text.split("\n")
        return "\n".join("".join(self._pieces(line, number, file, findings)) for number, line in enumerate(lines, 1))

    def _pieces(self, line: str, number: int, file: str, findings: Findings) -> Iterator[str]:
        done = 0
        while opening := _OPENING.search(line, done):
            place = Place(file, line=number, column=opening.start() + 1)
            yield line[done : opening.start()]
            end = opening.end() if opening[0] != "{{" else line.find("}}", opening.end()) + 2
            if opening[0] == "{%":
                sentence = "{% is printed as it stands: only facts, {{ ... }}, can be written here"
                findings.warning("FA004", place, sentence, "delete it, or write {{ and the name of a fact")
                yield opening[0]
            elif end < 2 or len(self.by_mark) >= _MOST:
                sentence = "{{ opens a fact here that is not closed in this line"
                if end >= 2:
                    sentence = f"there are more than {wording.count(_MOST)} facts in this paper"
                findings.error("FA001", place, sentence, "close it with }}; for two brackets to be printed, write \\{{")
                yield opening[0]
                end = opening.end()
            else:
                mark = self._mark(line)
                self.by_mark[mark] = Tag(line[opening.start() : end], place)
                yield mark
            done = end
        yield line[done:]

    def _mark(self, line: str) -> str:
        return next(mark for mark in map(chr, self._free) if mark not in line)

    def put_back(self, value: Any, words_for: Callable[[Tag], str]) -> Any:  # noqa: ANN401
        """`value`, of models, tuples and texts, with the words for its tag in each mark's place."""
        if not self.by_mark:
            return value
        marks = self.by_mark | {quote(mark): tag for mark, tag in self.by_mark.items()}
        pattern = re.compile("|".join(map(re.escape, marks)))
        return _changed(value, lambda text: pattern.sub(lambda found: words_for(marks[found[0]]), text))


def as_typed(tag: Tag) -> str:
    """A tag as it stands in its file."""
    return tag.typed


def _changed(value: Any, words: Callable[[str], str]) -> Any:  # noqa: ANN401
    """`value` with every text in it changed; what holds no text that changes stays the very same."""
    if isinstance(value, str):
        changed = words(value)
        return value if changed == value else changed
    if isinstance(value, Model):
        inside = {name: getattr(value, name) for name in type(value).model_fields}
        update = {name: new for name, old in inside.items() if (new := _changed(old, words)) is not old}
        return value.model_copy(update=update) if update else value
    if is_dataclass(value) and not isinstance(value, type):
        inside = {each.name: getattr(value, each.name) for each in fields(value)}
        update = {name: new for name, old in inside.items() if (new := _changed(old, words)) is not old}
        return replace(value, **update) if update else value
    if isinstance(value, tuple):
        items = tuple(_changed(each, words) for each in value)
        return value if all(new is old for new, old in zip(items, value, strict=True)) else items
    if isinstance(value, Mapping):
        return {key: _changed(each, words) for key, each in value.items()}
    return value
