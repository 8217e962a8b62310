"""What stands inside a heading, a paragraph, an item or a cell of Markdown -> runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Any, Protocol

from papers.findings import Findings, Place
from papers.model.text import Run, Runs
from papers.reading.targets import anchor_of, target_of

LINK_KINDS = ("https://", "http://", "mailto:")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}
_NAME_REMEDY = (
    "write it at the end of a heading or a paragraph, in letters, digits, hyphens and underscores; or write \\{# for "
    "the characters themselves"
)


class Piece(Protocol):
    """A token of the parser: words, or the start or end of emphasis or of a link."""

    @property
    def type(self) -> str:
        """What it is: "text", "link_open"."""

    @property
    def content(self) -> str:
        """Its words."""

    @property
    def nesting(self) -> int:
        """1 where something starts, -1 where it ends."""

    def attrGet(self, name: str) -> str | int | float | None:
        """An attribute, such as the address of a link."""


class Inside:
    """The pieces of one block; what is wrong with them is said of `where`."""

    def __init__(self, pieces: Sequence[Piece], where: Place, findings: Findings) -> None:
        self.pieces = list(pieces)
        self.where = where
        self.findings = findings
        self.is_named = False

    def runs(self) -> Runs:
        """Its words, without the spaces that stood before its name."""
        runs = list(_merged(self._runs()))
        while self.is_named and runs and not runs[-1].shows:
            last = runs.pop()
            if words := last.text.rstrip():
                return (*runs, last.model_copy(update={"text": words}) if words != last.text else last)
        return tuple(runs)

    def taken_name(self) -> str:
        """What references call it by the name at its end, which is taken off: "#triage-car"; "" for none."""
        if not self.pieces or self.pieces[-1].type != "name":
            return ""
        name = self.pieces.pop().content
        self.is_named = True
        anchor = anchor_of(name)
        if not any(piece.content.strip() or piece.type == "link_open" for piece in self.pieces):
            self._say_name(name, "stands alone")
        elif not anchor:
            self._say_name(name, "is none that can be referred to")
        return anchor

    def _say_name(self, name: str, what: str) -> None:
        self.findings.error("MD009", self.where, f"the name {{#{name}}} {what}", _NAME_REMEDY)

    def _runs(self) -> Iterator[Run]:
        bold = italic = 0
        link: dict[str, Any] = {}
        for at, piece in enumerate(self.pieces):
            match piece.type:
                case "text" | "code_inline" | "text_special" | "softbreak" | "hardbreak":
                    text = _BREAKS.get(piece.type, piece.content)
                    if not link.get("shows"):
                        yield Run(text=text, bold=bold > 0, italic=italic > 0, **link)
                case "strong_open" | "strong_close":
                    bold += piece.nesting
                case "em_open" | "em_close":
                    italic += piece.nesting
                case "link_open":
                    link = self._link(at)
                    if link.get("shows"):
                        yield Run(bold=bold > 0, italic=italic > 0, **link)
                case "link_close":
                    link = {}
                case "name":
                    self._say_name(piece.content, "stands inside the text")
                case "image":
                    sentence = "a picture cannot stand here"
                    self.findings.error("MD002", self.where, sentence, "describe in words what it shows")

    def _link(self, at: int) -> dict[str, Any]:
        """What the link that opens at a piece says of its runs."""
        address = str(self.pieces[at].attrGet("href") or "")
        inside = takewhile(lambda piece: piece.type != "link_close", self.pieces[at + 1 :])
        is_empty = not any(piece.content.strip() for piece in inside)
        if target := target_of(address):
            number = {"text": "", "shows": "number"} if is_empty else {}
            return {"target": target, "where": self.where, **number}
        if not address.lower().startswith(LINK_KINDS):
            sentence = f'the link to "{address}" is not a web address'
            remedy = "write the whole address, starting with https:// or mailto:; #name leads to a place in this paper"
            self.findings.error("MD003", self.where, sentence, remedy)
            return {}
        if is_empty:
            sentence = f'the link to "{address}" has no words, so that nobody would see it'
            self.findings.error("MD008", self.where, sentence, "write its words in the square brackets")
        return {"link": address}


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours of one kind as one run; empty ones dropped, unless their text is still to come."""
    last: Run | None = None
    for run in runs:
        if not run.text and not run.shows:
            continue
        if last and _kind(last) == _kind(run) and not run.shows:
            last = last.model_copy(update={"text": last.text + run.text})
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _kind(run: Run) -> tuple[bool, bool, str, str, str]:
    return run.bold, run.italic, run.link, run.target, run.shows
