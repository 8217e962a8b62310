"""Inputs of any size, made from the example: the same report and narrative, its actions over and over."""

from __future__ import annotations

import re
import shutil
from itertools import cycle, islice
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

WORKBOOK = "action-plan.xlsx"
_HEADINGS_ROW = 4
_PREVIOUS = re.compile(r"^  previous: .*\n", re.MULTILINE)
_REFERENCE = re.compile(r"\[\]\((?:action|appendix):(\S+?)\)")
_SENTENCE_OF_HEADING = re.compile(r" ?[^.\n]*\[\]\(#[^.\n]*\.")
_MARKED = re.compile(r" \{#[\w-]+\}$", re.MULTILINE)
_QUOTING_LINE = re.compile(r"^.*\{\{.*\n", re.MULTILINE)


def plain_example(example: Path, folder: Path) -> None:
    """Fill `folder` with the inputs in `example`, less what a docxtpl script has no means for.

    That is the comparison with the report before, the lines that quote a fact, and references, which become typed
    numbers where they have one.
    """
    shutil.copytree(example, folder)
    report, narrative = folder / "report.yaml", folder / "narrative.md"
    report.write_text(_QUOTING_LINE.sub("", _PREVIOUS.sub("", report.read_text("utf-8"))), "utf-8")
    text = _REFERENCE.sub(r"\1", narrative.read_text("utf-8"))
    text = _MARKED.sub("", text).replace("on {{ as_of }}", "on the day of this report")
    narrative.write_text(_SENTENCE_OF_HEADING.sub("", _QUOTING_LINE.sub("", text)), "utf-8")


def make_plan(example: Path, folder: Path, actions: int) -> None:
    """Fill `folder` with the inputs of a paper of `actions` actions; the same number gives the same cells.

    Report and narrative are the example's, as are the workbook's other sheets. Its actions are repeated in their
    order. The first time round each keeps its Ref, so that what the narrative says of action 3.4 stays true; the
    second 3.4 is 3.4.2, and so on, also in the words of its action: no plan has the same action twice.
    """
    shutil.copytree(example, folder)
    source, target = load_workbook(example / WORKBOOK, data_only=True), Workbook()
    target.remove(target.active)
    for sheet in source.worksheets:
        copy = target.create_sheet(sheet.title)
        if sheet.title == "Actions":
            _repeat(sheet, copy, actions)
        else:
            for row in sheet.iter_rows(values_only=True):
                copy.append(row)
    target.save(folder / WORKBOOK)


def _repeat(sheet: Worksheet, copy: Worksheet, actions: int) -> None:
    """The rows down to the headings as they are, then `actions` rows with Refs that are each used once."""
    rows = list(sheet.iter_rows(values_only=True))
    above, below = rows[:_HEADINGS_ROW], rows[_HEADINGS_ROW:]
    for row in above:
        copy.append(row)
    ref, action = above[-1].index("Ref"), above[-1].index("Action")
    for index, cells in enumerate(islice(cycle(below), actions)):
        row = list(cells)
        if index >= len(below):
            row[ref] = f"{row[ref]}.{index // len(below) + 1}"
            row[action] = f"{row[action]} (part {row[ref]})"
        copy.append(row)
