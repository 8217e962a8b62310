"""A workbook as a package of parts: what is refused before anything reads it, and how its parts find each other."""

from __future__ import annotations

import contextlib
import functools
import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import IO
from xml.parsers import expat

from papers.errors import PapersError
from papers.office.package import part_at
from papers.reading.anatomy import attributes_of
from papers.reading.pieces import TooMuch, feed

# The largest action plan seen had 1,900 rows and 1 MB; 10,000 full rows unpack to 12 MB. What follows is far above any
# plan, and far below what would take a laptop's memory (openpyxl needs a few times what it unpacks) or too long.
MOST_BYTES = 50_000_000
MOST_UNPACKED = 120_000_000
MOST_PARTS = 5_000
MOST_SHEETS = 250
# Excel allows 65,490 cell formats, of one to three tags; openpyxl takes three seconds for so many. For the texts of
# cells, of which 10,000 full rows have 120,000 with four tags each, it takes as long.
MOST_TAGS_OF_STYLES = 250_000
MOST_TAGS_OF_TEXTS = 600_000
STYLES = "xl/styles.xml"

_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"

# What a damaged package or part makes the standard library and openpyxl raise.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, EOFError, ArithmeticError, AttributeError,
    LookupError, NotImplementedError, OSError, RuntimeError, SyntaxError, TypeError, ValueError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the kind of thing (the last word of its type), and the name of its part, or an address."""

    kind: str
    target: str


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet as the workbook lists it. `path` is "" where its part is not to be found."""

    name: str
    visible: bool
    path: str


class Parts:
    """The parts of a workbook by name, and what they refer to."""

    def __init__(self, content: bytes) -> None:
        self.package = zipfile.ZipFile(io.BytesIO(content))
        self.names = [entry.filename for entry in self.package.infolist()]
        self._by_folded = {name.casefold(): name for name in self.names}

    def open(self, name: str) -> IO[bytes]:
        """A part to read from. Raises KeyError where there is none of that name."""
        return self.package.open(self._by_folded[name.casefold()])

    def has(self, name: str) -> bool:
        """Whether there is such a part, in any case."""
        return name.casefold() in self._by_folded

    def like(self, pattern: str) -> list[str]:
        """The names of parts that match `pattern` from their start, in any case."""
        return [name for name in self.names if re.match(pattern, name, re.IGNORECASE)]

    def elements(self, part: str, *names: str) -> list[dict[str, str]]:
        """The attributes of the elements called `names` in a part; [] where there is no such part."""
        if not self.has(part):
            return []
        with self.open(part) as content:
            return attributes_of(content, *names)

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What `part` refers to, by the ids that it uses; targets are names of parts, or addresses elsewhere."""
        folder, name = posixpath.split(part)
        found = {}
        for each in self.elements(f"{folder}/_rels/{name}.rels".lstrip("/"), "Relationship"):
            outside = each.get("TargetMode") == "External"
            target = each.get("Target", "")
            if not outside:
                target = part_at(folder, target)
            found[each.get("Id", "")] = Relationship(each.get("Type", "").rpartition("/")[2], target)
        return found

    @functools.cached_property
    def workbook(self) -> str:
        """The name of the part that lists the sheets; "" where there is none."""
        roots = (each.target for each in self.relationships("").values() if each.kind == "officeDocument")
        names = (name for name in (*roots, "xl/workbook.xml") if self.elements(name, "workbook"))
        return next(names, "")

    @functools.cached_property
    def sheets(self) -> list[SheetPart]:
        """The worksheets and chart sheets, in their order."""
        related = self.relationships(self.workbook)
        sheets = []
        for each in self.elements(self.workbook, "sheet"):
            target = related.get(each.get("id", ""))
            path = target.target if target and target.target in self.names else ""
            sheets.append(SheetPart(each.get("name", ""), each.get("state", "visible") == "visible", path))
        return sheets


def opened(content: bytes, file: str) -> Parts:
    """The workbook in `content`. Raises PapersError, naming the file, for what is no workbook or cannot be trusted."""
    if len(content) > MOST_BYTES:
        raise PapersError(f"{file}: this is larger than {MOST_BYTES // 1_000_000} MB; is it the right workbook?")
    # Each part is named once in the directory of the zip; to count them is quicker than to read their names.
    if content.count(b"PK\1\2") > MOST_PARTS:
        raise PapersError(f"{file}: this holds more than {MOST_PARTS:,} parts; is it the right file?")
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise PapersError(
            f"{file}: this workbook is protected by a password or of the old .xls kind; "
            "remove the password or save it as Excel Workbook (.xlsx)"
        )
    try:
        parts = Parts(content)
        _refuse_what_is_too_much(parts, file)
        _refuse_what_excel_never_writes(parts, file)
        workbook, sheets = parts.workbook, parts.sheets
        _weigh(parts, sheets)
    except TooMuch as much:
        raise PapersError(f"{file}: {much}") from much
    except DAMAGE as error:
        raise PapersError(
            f"{file}: this is not an Excel workbook, or it is damaged; save it as Excel Workbook (.xlsx)"
        ) from error
    if not workbook:
        raise PapersError(f"{file}: there is no workbook in this file; save it as Excel Workbook (.xlsx)")
    if _is_strict(parts, workbook):
        raise PapersError(f"{file}: this is saved as Strict Open XML; save it as Excel Workbook (.xlsx)")
    if len(sheets) > MOST_SHEETS:
        raise PapersError(f"{file}: this has {len(sheets):,} sheets; more than {MOST_SHEETS} are not read")
    return parts


def _refuse_what_is_too_much(parts: Parts, file: str) -> None:
    if sum(entry.file_size for entry in parts.package.infolist()) > MOST_UNPACKED:
        raise PapersError(f"{file}: this unpacks to more than {MOST_UNPACKED // 1_000_000} MB; is it the right file?")


def _refuse_what_excel_never_writes(parts: Parts, file: str) -> None:
    if twice := next((name for name, times in Counter(map(str.casefold, parts.names)).items() if times > 1), ""):
        raise PapersError(f"{file}: {twice[:60]} is in the workbook twice, which Excel never does; do not trust it")
    for name in parts.names:
        if name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name) or ":" in name:
            raise PapersError(f"{file}: {name[:60]} leads out of the workbook, which Excel never does; do not trust it")
        if _declares_a_document_type(parts.package, name):
            raise PapersError(f"{file}: {name} declares a document type, which Excel never does; do not trust it")


def _declares_a_document_type(package: zipfile.ZipFile, name: str) -> bool:
    """Whether a part starts with a DOCTYPE, in which entities could be declared that expand without end."""

    def declared(*_: object) -> None:
        raise _DocumentType

    def started(*_: object) -> None:
        raise _Started

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = started
    with package.open(name) as content, contextlib.suppress(expat.ExpatError, _Started):
        try:
            feed(parser, content)
        except _DocumentType:
            return True
    return False


class _DocumentType(Exception):
    """A part declares a document type."""


class _Started(Exception):
    """The first element of a part starts."""


def _weigh(parts: Parts, sheets: Iterable[SheetPart]) -> None:
    """Look once at what openpyxl reads whole, besides the sheets that are scanned. Raises TooMuch."""
    types = parts.elements("[Content_Types].xml", "Override")
    texts = (each.get("PartName", "")[1:] for each in types if "sharedStrings" in each.get("ContentType", ""))
    hidden = (sheet.path for sheet in sheets if not sheet.visible)
    for name in {STYLES, *texts, *hidden} & set(parts.names):
        with parts.open(name) as content:
            feed(expat.ParserCreate(), content, MOST_TAGS_OF_STYLES if name == STYLES else MOST_TAGS_OF_TEXTS)


def _is_strict(parts: Parts, workbook: str) -> bool:
    """Whether this is Excel's "Strict Open XML Spreadsheet", of which openpyxl reads no rows, and says nothing."""
    with parts.open(workbook) as content:
        return _STRICT in content.read(4096)
