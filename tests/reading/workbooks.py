"""Workbooks as officers keep them, for tests: drawn as pictures, changed by hand, saved by LibreOffice, taken apart.

What is found wrong is a picture too, a line a finding: `AP001 error Actions!E2 | words of the sentence | of the remedy`
"""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

import openpyxl
from openpyxl.styles import PatternFill

from papers.findings import Finding, Parsed
from papers.model.plan import Action, ActionPlan
from papers.model.profile import Profile
from papers.reading.formats.xlsx import parse_xlsx
from papers.reading.plan import parse_action_plan
from tests.builders import a_workbook, sefton

SOFFICE = shutil.which("soffice")
NO_SOFFICE = "LibreOffice (soffice) is not installed, which opens and saves these workbooks as officers' machines do"

Book = openpyxl.Workbook


def drawn(picture: str, **other_sheets: str) -> Book:
    """The workbook of a picture, open to be changed: sheet `Actions`, and others by their names."""
    return openpyxl.load_workbook(io.BytesIO(a_workbook(picture, **other_sheets)))


def of_sheets(**pictures: str) -> Book:
    """A workbook of these sheets alone, none of them `Actions` unless it is named."""
    first, *_ = pictures
    book = drawn(**{"picture": pictures[first]}, **{name: pictures[name] for name in pictures if name != first})
    book["Actions"].title = first
    return book


def merged(book: Book, *ranges: str, sheet: str = "Actions") -> Book:
    """The book with each of `ranges` merged, as Excel's Merge & Center does."""
    for each in ranges:
        book[sheet].merge_cells(each)
    return book


def filled(book: Book, **colours: object) -> Book:
    """The book with the cells named filled, each in a colour of openpyxl's: "FFFF0000" or a Color of the theme."""
    for cell, colour in colours.items():
        book["Actions"][cell].fill = PatternFill("solid", fgColor=colour)
    return book


def typed(book: Book, formats: Mapping[str, str] | None = None, **values: object) -> Book:
    """The book with values typed into the cells named, and number formats given to cells."""
    for cell, value in values.items():
        book["Actions"][cell] = value
    for cell, number_format in (formats or {}).items():
        book["Actions"][cell].number_format = number_format
    return book


def midnight(year: int, month: int, day: int) -> datetime:
    """A day as Excel keeps it: Excel has no time zones."""
    return datetime(year, month, day)  # noqa: DTZ001


def saved(book: Book) -> bytes:
    """The file of a book."""
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(workbook: Book | bytes, profile: Profile | None = None, sheets: Sequence[str] = ()) -> Parsed[ActionPlan]:
    """The plan of a workbook and everything found wrong in it; places have no file name."""
    content = workbook if isinstance(workbook, bytes) else saved(workbook)
    grids = parse_xlsx(content, "")
    plan = parse_action_plan(grids.value, "", profile or sefton(), sheets)
    return Parsed(plan.value, (*grids.findings, *plan.findings))


def council_with(**columns: tuple[str, ...]) -> Profile:
    """Sefton's profile with headings of a council's own, by the column they stand for."""
    return sefton().model_copy(update={"columns": columns})


def assert_said(findings: Parsed[ActionPlan] | Sequence[Finding], expected: str = "") -> None:
    """Exactly these findings are there, in this order, each with these words.

    A line a finding: code, severity and place, then after | words of its sentence, and after another | words of its
    remedy; "-" is a remedy that is empty.
    """
    found = findings.findings if isinstance(findings, Parsed) else findings
    lines = [[part.strip() for part in line.split(" | ")] for line in expected.splitlines() if line.strip()]
    told = [f"{each.code} {each.severity.value} {each.where}".strip() for each in found]
    shown = "\n".join(str(each) for each in found)
    assert told == [line[0] for line in lines], shown
    for finding, (_, *words) in zip(found, lines, strict=True):
        for part, there in zip(words, (finding.sentence, finding.remedy), strict=False):
            assert (part in there) if part != "-" else not there, f"{part!r} is not in {there!r}"


def values(parsed: Parsed[ActionPlan], *fields: str) -> list[tuple[object, ...]]:
    """The fields of each action that was read, dates and statuses in their words."""
    return [tuple(_value(action, field) for field in fields) for action in parsed.value.actions]


def _value(action: Action, field: str) -> object:
    if field == "colour":
        return action.status.colour
    if field in ("first", "last"):
        day = getattr(action.due, field)
        return str(day) if day else ""
    value = getattr(action, field)
    return str(value) if field in ("due", "revised_due", "last_update") and value is not None else value


SHEET = "xl/worksheets/sheet1.xml"


def with_parts(content: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """A copy of a workbook with parts added to its package, or put in place of those of the same name."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            if name not in parts:
                after.writestr(name, before.read(name))
        for name, added in parts.items():
            after.writestr(name, added)
    return made.getvalue()


def rewritten(content: bytes, old: str, new: str, part: str = SHEET) -> bytes:
    """A copy of a workbook in which one part has `new` in place of `old`."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read(part).decode()
    assert old in text, text[:2000]
    return with_parts(content, {part: text.replace(old, new)})


def through_libreoffice(books: Mapping[str, bytes], folder: Path, *ways: str) -> dict[str, bytes]:
    """Each workbook by its name as LibreOffice saves it: opened and saved in each of `ways` in turn, "ods", "xlsx"."""
    assert SOFFICE is not None
    here = folder / "made"
    here.mkdir(parents=True)
    for name, content in books.items():
        (here / f"{name}.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation={(folder / 'profile').resolve().as_uri()}"
    for number, way in enumerate(ways):
        there = folder / f"{number}-{way}"
        files = [str(path) for path in sorted(here.iterdir())]
        command = [SOFFICE, profile, "--headless", "--convert-to", way, "--outdir", str(there), *files]
        subprocess.run(command, check=True, timeout=120, capture_output=True)
        here = there
    return {path.stem: path.read_bytes() for path in here.iterdir()}
