"""Whether two sets of finished papers say the same: the ground on which their costs may be compared."""

from __future__ import annotations

import zipfile
from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import load_workbook

PAPERS = ("report.docx", "summary.docx", "appendix-1.docx")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def differences(ours: Path, theirs: Path, workbook: Path) -> Iterator[str]:
    """A sentence for each way in which the papers in two folders differ; nothing where they say the same.

    Every action of `workbook` has one row in either appendix, under its Ref and with the same fill, and the tables
    have as many rows; every paragraph of the three papers has the same words, spaces apart.
    """
    refs = [str(row[0]) for row in load_workbook(workbook)["Actions"].iter_rows(min_row=5, values_only=True)]
    tables = [_rows(folder / "appendix-1.docx") for folder in (ours, theirs)]
    for folder, rows in zip((ours, theirs), tables, strict=True):
        shown = Counter(ref for ref, _ in rows)
        lost = [ref for ref in refs if shown[ref] != 1]
        if lost:
            yield f"{folder.name}: {len(lost)} actions are not in appendix-1.docx exactly once"
    if len(tables[0]) != len(tables[1]):
        yield f"appendix-1.docx has {len(tables[0])} table rows against {len(tables[1])}"
    elif tables[0] != tables[1]:
        yield "appendix-1.docx has rows in another order or with another fill"
    for name in PAPERS:
        pairs = list(zip_longest(_paragraphs(ours / name), _paragraphs(theirs / name), fillvalue=""))
        unlike = [(a, b) for a, b in pairs if a != b]
        if unlike:
            yield f'{name}: {len(unlike)} paragraphs differ, first "{unlike[0][0][:80]}" against "{unlike[0][1][:80]}"'


def _document(path: Path) -> ElementTree.Element:
    with zipfile.ZipFile(path) as package:
        return ElementTree.fromstring(package.read("word/document.xml"))


def _words(element: ElementTree.Element) -> str:
    return " ".join("".join(text.text or "" for text in element.iter(_W + "t")).split())


def _paragraphs(path: Path) -> list[str]:
    return [_words(paragraph) for paragraph in _document(path).iter(_W + "p")]


def _rows(path: Path) -> list[tuple[str, str]]:
    """The words of each table row's first cell, and the fill of its last coloured cell, "" for none."""
    rows = []
    for row in _document(path).iter(_W + "tr"):
        cells = row.findall(_W + "tc")
        fills = [shade.get(_W + "fill", "") for cell in cells for shade in cell.iter(_W + "shd")]
        rows.append((_words(cells[0]), fills[-1] if fills else ""))
    return rows
