"""Tags in an author's file: taken out before the file is read, and put back into what was read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from papers import wording
from papers.findings import Finding, Findings, Place, Severity
from papers.model.rewriting import rewritten

# Characters without a meaning of their own, of which no keyboard has any, stand for tags. One that an author has typed
# all the same is a tag for itself. A backslash before {{ makes it two brackets to be printed.
_FIRST, _LAST = 0xF0000, 0xFFFFD
_OPENING = re.compile(rf"\\?\{{\{{|\{{%|[{chr(_FIRST)}-{chr(_LAST)}]")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_IN_ADDRESS = re.compile(r"\]\([^)]*$")
_MARK = re.compile(rf"[{chr(_FIRST)}-{chr(_LAST)}]")
_MOST = 2_000


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is typed, `{{ plan.total }}`, and where; `\\{{` is typed for what is printed as it stands."""

    typed: str
    place: Place

    @property
    def is_literal(self) -> bool:
        """Whether it stands for what is printed as it is."""
        return not self.typed.startswith("{{")

    @property
    def printed(self) -> str:
        """What a literal one stands for: two brackets, or the character that was typed."""
        return self.typed.removeprefix("\\")

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
        self.met = 0

    def taken_out(self, text: str, file: str, findings: Findings) -> str:
        """`text` with a mark for each tag; comments, of YAML or Markdown, stay as they are.

        Findings: FA001 a tag that is not closed in its line, or too many of them; FA002 one in the address of a link;
        FA004 (a warning) other brackets that people know from Word templates.
        """
        if not _OPENING.search(text):
            return text
        if file.endswith((".yaml", ".yml")):
            commented = {number for number, line in enumerate(text.split("\n"), 1) if line.lstrip().startswith("#")}
        else:
            spans = ((found.start(), found.end()) for found in _COMMENT.finditer(text))
            inside = ((text.count("\n", 0, first) + 1, text.count("\n", 0, last) + 1) for first, last in spans)
            commented = {number for first, last in inside for number in range(first, last + 1)}
        return "\n".join(
            line if number in commented else "".join(self._pieces(line, number, file, findings))
            for number, line in enumerate(text.split("\n"), 1)
        )

    def _pieces(self, line: str, number: int, file: str, findings: Findings) -> Iterator[str]:
        done = 0
        while self.met <= _MOST and (opening := _OPENING.search(line, done)):
            self.met += 1
            place = Place(file, line=number, column=opening.start() + 1)
            yield line[done : opening.start()]
            closing = line.find("}}", opening.end()) if opening[0] == "{{" else -2
            done = opening.end() if closing < 0 else closing + len("}}")
            if wrong := self._wrong(line[: opening.start()], opening[0], closing):
                severity, code, sentence, remedy = wrong
                findings.found.append(Finding(code, severity, place, sentence, remedy))
                yield line[opening.start() : done]
            else:
                mark = chr(_FIRST + len(self.by_mark))
                self.by_mark[mark] = Tag(line[opening.start() : done], place)
                yield mark
        yield line[done:]

    def _wrong(self, before: str, opening: str, closing: int) -> tuple[Severity, str, str, str] | None:
        """What keeps a tag from being one; `closing` is -1 for brackets that are not closed in their line."""
        if opening == "{%":
            sentence = "{% is printed as it stands: only facts, {{ ... }}, can be written here"
            return Severity.WARNING, "FA004", sentence, "delete it, or write {{ and the name of a fact"
        if self.met > _MOST:
            sentence = f"there are more than {wording.count(_MOST)} facts in this paper"
            return Severity.ERROR, "FA001", sentence, "write some of them as words"
        if closing == -1:
            sentence = "{{ opens a fact here that is not closed in this line"
            return Severity.ERROR, "FA001", sentence, "close it with }}; for two brackets to be printed, write \\{{"
        if opening == "{{" and _IN_ADDRESS.search(before):
            return Severity.ERROR, "FA002", "a fact cannot stand in the address of a link", "write the address itself"
        return None

    def put_back(self, value: Any, words_for: Callable[[Tag], str]) -> Any:  # noqa: ANN401
        """`value`, of models, tuples and texts, with the words for its tag in each mark's place."""
        if not self.by_mark:
            return value

        def told(found: re.Match[str]) -> str:
            tag = self.by_mark.get(found[0])
            return words_for(tag) if tag else found[0]

        return rewritten(value, str, lambda text: text if text.isascii() else _MARK.sub(told, text))


def as_typed(tag: Tag) -> str:
    """A tag as it stands in its file."""
    return tag.typed
