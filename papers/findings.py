"""What is wrong with data: said all at once, each at its place, never raised."""

from __future__ import annotations

import enum
import string
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Severity(enum.Enum):
    """How bad a finding is: an error stops the build, a warning wants a careful officer's eye, a note informs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


def column_letter(index: int) -> str:
    """Excel's name of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_index(letters: str) -> int:
    """The index of a column, counted from 0, by Excel's name of it: A is 0, AA is 26."""
    index = 0
    for letter in letters:
        index = 26 * index + ord(letter) - 64
    return index - 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where an author finds a value: `action-plan.xlsx!Actions!I14` in a workbook, `report.yaml:12 (exempt)` in text.

    `file` is as the author named it; "" is a value that came from no file. `line` and `column` count from 1; 0 means
    the whole file, or the whole line. `key` is the dotted path of a YAML key. `spot` says in words where something
    stands in a Word document: `under "Options", the paragraph "{{p report.options }}"`.
    """

    file: str = ""
    sheet: str = ""
    cell: str = ""
    line: int = 0
    key: str = ""
    spot: str = ""
    column: int = 0

    def __str__(self) -> str:
        if self.spot:
            return ", ".join(part for part in (self.file, self.spot) if part)
        if self.sheet:
            return "!".join(part for part in (self.file, self.sheet, self.cell) if part)
        at = ":".join(str(part) for part in (self.file, self.line, self.column) if part)
        return f"{at} ({self.key})" if self.key else at

    @property
    def in_file(self) -> str:
        """The place without its file, for lists that are grouped by file; "" is the file as a whole."""
        where = str(Place("", self.sheet, self.cell, 0, self.key, self.spot)).strip()
        where = where.removeprefix("(").removesuffix(")")
        line = f"line {self.line}{f', column {self.column}' if self.column else ''}"
        return ", ".join(filter(None, (line, where))) if self.line else where


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a stable code, where, what is there, and what to do about it.

    `sentence` says what is there in the author's words, `remedy` what to do ("" where the sentence says it all).
    `accepted` is the reason for which the author or the council accepts a warning; "" is not accepted.
    """

    code: str
    severity: Severity
    where: Place
    sentence: str
    remedy: str = ""
    accepted: str = ""

    def __str__(self) -> str:
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{self.where}: {self.code} {self.severity.value}: {self.sentence}{remedy}"


@dataclass(frozen=True, slots=True)
class Parsed(Generic[Value]):
    """What could be made of an input, with everything found wrong on the way, in the order of the file."""

    value: Value
    findings: tuple[Finding, ...] = ()


@dataclass(slots=True)
class Findings:
    """A growing list of findings about one kind of input."""

    found: list[Finding] = field(default_factory=list)

    def error(self, code: str, where: Place, sentence: str, remedy: str = "") -> None:
        """Note what makes the paper untrue or impossible."""
        self.found.append(Finding(code, Severity.ERROR, where, sentence, remedy))

    def warning(self, code: str, where: Place, sentence: str, remedy: str = "") -> None:
        """Note what a careful officer would look at."""
        self.found.append(Finding(code, Severity.WARNING, where, sentence, remedy))

    def note(self, code: str, where: Place, sentence: str, remedy: str = "") -> None:
        """Note what was done with an input, where the author may not expect it."""
        self.found.append(Finding(code, Severity.NOTE, where, sentence, remedy))

    def extend(self, findings: Iterable[Finding]) -> None:
        """Take over the findings of a part."""
        self.found.extend(findings)

    def parsed(self, value: Value) -> Parsed[Value]:
        """`value` with everything found so far."""
        return Parsed(value, tuple(self.found))


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything found stops a build."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def in_file_order(findings: Iterable[Finding], files_first: Iterable[str] = ()) -> list[Finding]:
    """Findings as an author meets their places: by file and sheet as first named, then by line, row and column.

    `files_first` are files that come in this order before any other.
    """
    found = list(findings)
    sheets = {sheet: at for at, sheet in enumerate(dict.fromkeys((f.where.file, f.where.sheet) for f in found))}
    files = {file: at for at, file in enumerate(dict.fromkeys((*files_first, *(f.where.file for f in found))))}

    def position(finding: Finding) -> tuple[int, ...]:
        where = finding.where
        letters, row = where.cell.rstrip("0123456789"), where.cell.lstrip(string.ascii_uppercase)
        sheet = sheets[where.file, where.sheet]
        return files[where.file], where.line, where.column, sheet, int(row or 0), column_index(letters)

    return sorted(found, key=position)
