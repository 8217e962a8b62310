"""What an input format is: some suffixes, and a way from bytes to located values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from papers.findings import Findings, Parsed, Place

Holds = Literal["keys", "sheets", "text"]


@dataclass(frozen=True, slots=True)
class Format:
    """One format. `parse` takes the bytes and the file's name as the author knows it.

    holds       what it gives: "keys" a Keys, "sheets" Grids, "text" marked blocks
    suffixes    the file names it is for, in lower case with the dot
    """

    holds: Holds
    suffixes: tuple[str, ...]
    parse: Callable[[bytes, str], Parsed[Any]]


def utf8_text(content: bytes, file: str, code: str, findings: Findings) -> str | None:
    """The text in `content`, with or without a byte order mark; None, with a finding `code` at the line, for none."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        findings.error(code, Place(file, line=line), "this is not UTF-8 text", "save the file as UTF-8")
    return None
