"""Finished documents opened as a reader opens them: the zip, the XML, and the numbers that Word would count."""

from __future__ import annotations

import functools
import io
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
from lxml import etree
from ruamel.yaml import YAML

from papers.pipeline import build
from tests.builders import AROUND, ROOT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOCUMENT = "word/document.xml"
PAPERS = ("jtai-2021-03", "jtai-2020-09")
DOCUMENTS = ("report.docx", "summary.docx", "appendix-1.docx")


@functools.cache
def built(paper: str) -> Mapping[str, bytes]:
    """The files that the example `paper` is built to, by name; built once, however many tests ask."""
    with tempfile.TemporaryDirectory() as out:
        outcome = build(ROOT / "inputs" / paper, Path(out), AROUND)
        assert outcome.folder is not None, [str(finding) for finding in outcome.findings]
        return files_in(outcome.folder)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file in and below a folder, by its path there."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def parts(content: bytes) -> dict[str, bytes]:
    """The parts of a package, in its order."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(named: Mapping[str, bytes]) -> bytes:
    """A package made of parts by somebody else's zip."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in named.items():
            package.writestr(name, part)
    return content.getvalue()


def changed(content: bytes, old: str, new: str, part: str = DOCUMENT, times: int = -1) -> bytes:
    """A package with `old` replaced in one part; it must be there."""
    named = parts(content)
    text = named[part].decode("utf-8")
    assert old in text, f"{old} is not in {part}"
    return zipped({**named, part: text.replace(old, new, times).encode("utf-8")})


def xml(content: bytes, part: str = DOCUMENT) -> Any:
    """A part of a package, parsed."""
    return etree.fromstring(parts(content)[part])


def words(element: Any) -> str:
    """The text of a paragraph or cell as it is seen: line breaks and tabs as characters, a line a paragraph."""
    if element.tag != f"{W}p":
        return "\n".join(words(paragraph) for paragraph in element.iter(f"{W}p"))
    shown = {f"{W}br": "\n", f"{W}tab": "\t"}
    inside = (child for run in element.iter(f"{W}r") for child in run if child.tag == f"{W}t" or child.tag in shown)
    return "".join(shown.get(child.tag) or child.text or "" for child in inside)


def folded(text: str) -> str:
    """Words with every stretch of white space as one space."""
    return " ".join(text.split())


def tables(content: bytes) -> list[list[list[Any]]]:
    """The tables of the body as rows of cell elements."""
    body = xml(content).find(f"{W}body")
    return [[row.findall(f"{W}tc") for row in table.findall(f"{W}tr")] for table in body.findall(f"{W}tbl")]


def fill(cell: Any) -> str:
    """The fill of a cell; "" for none."""
    shading = cell.find(f"{W}tcPr/{W}shd")
    return "" if shading is None else shading.get(f"{W}fill")


@dataclass(frozen=True)
class Shown:
    """A paragraph of the body as it is seen: the name of its style, the number that Word gives it, its words."""

    style: str
    label: str
    text: str
    element: Any


def paragraphs(content: bytes) -> list[Shown]:
    """The paragraphs of the body outside tables, in order."""
    names = {s.get(f"{W}styleId"): s.find(f"{W}name").get(f"{W}val") for s in xml(content, "word/styles.xml")
             if s.tag == f"{W}style"}  # fmt: skip
    count = Counter(content)
    return [
        Shown(names[_style(p) or "Normal"], count.label(p), words(p), p)
        for p in xml(content).find(f"{W}body").findall(f"{W}p")
    ]


def _style(paragraph: Any) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val")


class Counter:
    """Word's own counting: lists that share a definition share its numbers, unless a list starts afresh."""

    def __init__(self, content: bytes) -> None:
        numbering = xml(content, "word/numbering.xml")
        self.styles = {s.get(f"{W}styleId"): s for s in xml(content, "word/styles.xml").findall(f"{W}style")}
        self.abstract = {n.get(f"{W}numId"): value(n, "abstractNumId") for n in numbering.findall(f"{W}num")}
        self.afresh = {
            (num.get(f"{W}numId"), int(over.get(f"{W}ilvl"))): int(value(over, "startOverride"))
            for num in numbering.findall(f"{W}num")
            for over in num.findall(f"{W}lvlOverride")
        }
        self.levels = {
            (abstract.get(f"{W}abstractNumId"), int(level.get(f"{W}ilvl"))): level
            for abstract in numbering.findall(f"{W}abstractNum")
            for level in abstract.findall(f"{W}lvl")
        }
        self.counts: dict[str, dict[int, int]] = {}
        self.started: set[tuple[str, int]] = set()

    def list_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and level that a paragraph belongs to, by itself or by its style."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        if own is not None:
            return value(own, "numId"), int(value(own, "ilvl") or 0)
        style = _style(paragraph)
        while style:
            found = self.styles[style].find(f"{W}pPr/{W}numPr")
            if found is not None:
                num = value(found, "numId")
                return num, int(value(found, "ilvl") or 0)
            style = value(self.styles[style], "basedOn")
        return None

    def label(self, paragraph: Any) -> str:
        """The number, letter or bullet before a paragraph; "" for none."""
        at = self.list_of(paragraph)
        if at is None:
            return ""
        num, level = at
        abstract = self.abstract[num]
        counts = self.counts.setdefault(abstract, {})
        definition = self.levels[abstract, level]
        if at in self.afresh and at not in self.started:
            counts[level] = self.afresh[at]
        else:
            counts[level] = counts[level] + 1 if level in counts else int(value(definition, "start"))
        self.started.add(at)
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return re.sub(
            r"%(\d)",
            lambda found: self.written(abstract, int(found[1]) - 1, counts),
            value(definition, "lvlText"),
        )

    def written(self, abstract: str, level: int, counts: Mapping[int, int]) -> str:
        """A count of a level in its own kind of number."""
        number = counts.get(level, 1)
        kind = value(self.levels[abstract, level], "numFmt")
        if kind == "lowerRoman":
            return ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")[number - 1]
        return chr(ord("a") + number - 1) if kind == "lowerLetter" else str(number)


def value(element: Any, child: str) -> str:
    """The value of a child element; "" for none."""
    found = element.find(f"{W}{child}")
    return "" if found is None else found.get(f"{W}val", "")


# What the inputs hold, read without any of the package's own readers.


@functools.cache
def sheet(paper: str, name: str) -> list[dict[str, str]]:
    """The rows of a sheet of an example's workbook below its headings, by heading; an empty cell is ""."""
    book = openpyxl.load_workbook(ROOT / "inputs" / paper / "action-plan.xlsx")
    rows = [[as_printed(cell) for cell in row] for row in book[name].iter_rows(values_only=True)]
    top = next(index for index, row in enumerate(rows) if len([cell for cell in row if cell]) > 1)
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :] if any(row)]


def as_printed(cell: object) -> str:
    """A value of a cell or a YAML key as papers print it."""
    if isinstance(cell, date):
        return f"{cell.day} {cell:%B} {cell.year}"
    return "" if cell is None else str(cell)


# What the facts that the examples quote have to print, counted by hand in the workbooks.
QUOTED = {
    "as_of": "16 March 2021",
    "plan.total": "34",
    "plan.done | count": "22",
    'plan.count("completed")': "17",
    'plan.count("business as usual") | in_words': "five",
    "plan.on_track | count | in_words | capital": "Seven",
    "plan.not_started | count | in_words": "two",
    "plan.off_track | count | in_words | capital": "Three",
    "changes.since": "22 September 2020",
    "changes.improved | count": "12",
    "changes.worsened | count | in_words": "no",
    'changes.worsened | count | plural("action has", "actions have")': "actions have",
    "changes.new | count | in_words | capital": "Two",
    "changes.new | refs": "1.9 and 4.8",
    "changes.slipped | count | in_words": "five",
    "changes.revised_again | refs": "3.4 and 4.6",
}


def input_text(paper: str, name: str) -> str:
    """A text file of an example, with what its facts have to print."""
    text = (ROOT / "inputs" / paper / name).read_text(encoding="utf-8")
    return re.sub(r"\{\{ (.*?) \}\}", lambda fact: QUOTED[fact[1]], text)


@functools.cache
def report_yaml(paper: str) -> Any:
    """The report.yaml of an example."""
    return YAML(typ="safe").load(input_text(paper, "report.yaml"))


@functools.cache
def council_yaml() -> Any:
    """The council.yaml of the Sefton set."""
    return YAML(typ="safe").load((ROOT / "templates" / "sefton" / "council.yaml").read_text(encoding="utf-8"))


def numbered_blocks(paper: str) -> Iterator[tuple[str, str]]:
    """What narrative.md numbers: each section and paragraph with the number it must get, read by its blank lines.

    References stand in them as the numbers that they must print.
    """
    numbered = list(_labelled(paper))
    named = ((label.rstrip("."), re.search(r"\{(#[\w-]+)\}$", text)) for label, text in numbered)
    numbers = {name[1]: label for label, name in named if name}
    for label, text in numbered:
        words = re.sub(r" \{#[\w-]+\}$", "", text)
        yield label, re.sub(r"\[\]\((?:\w+:)?([^)]*)\)", lambda to: numbers.get(to[1], to[1]), words)


def _labelled(paper: str) -> Iterator[tuple[str, str]]:
    """The same as it is typed, without the addresses of links."""
    section = paragraph = 0
    for block in re.split(r"\n\s*\n", input_text(paper, "narrative.md").strip()):
        plain = folded(re.sub(r"\[([^]]+)\]\([^)]*\)", r"\1", block))
        if plain.startswith("# "):
            section, paragraph = section + 1, 0
            yield f"{section}.", plain.removeprefix("# ")
        elif not re.match(r"##|>|- |\* |\d+\. ", plain):
            paragraph += 1
            yield f"{section}.{paragraph}", plain
