"""A paper -> the list of what its leads have to update. Like pipeline.py it joins wings and has no rules of its own."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from papers import wording
from papers.errors import PapersError
from papers.findings import Finding, has_errors, in_file_order
from papers.model.chase import ToldChase, chase
from papers.model.paper import Paper
from papers.model.report import NOT_YET_SET
from papers.pipeline import Surroundings
from papers.reading.paper import NARRATIVE, Read, read_paper
from papers.reading.plan_source import REPORT
from papers.telling.chase import markdown_of, told_chase
from papers.workbooks.chase import chase_workbook
from papers.writing.publish import digest, publish_copy


@dataclass(frozen=True, slots=True)
class ChaseList:
    """The outcome for one paper.

    findings    what was found wrong with the inputs, in the order of the files; with a list only what concerns its
                workbook, because the rest belongs to `papers check`
    told        None where an error keeps the plan from being read
    files       where the list was written
    """

    findings: tuple[Finding, ...]
    told: ToldChase | None = None
    files: tuple[Path, ...] = ()


def make_chase_list(folder: Path, out: Path, around: Surroundings, within: int, as_of: date | None = None) -> ChaseList:
    """The chase list of the paper in `folder`, written to `out` as Markdown and as a workbook under the paper's name.

    An error of the readers keeps it from being written. What the rules find does not: an action that is overdue and
    called on track is an error of the paper, and just what is to be chased. A list that somebody has changed since is
    left alone, and the new one gets a number. Raises PapersError where the run cannot go on.
    """
    parsed = read_paper(folder, around.templates, as_of)
    read = parsed.value
    found = tuple(in_file_order(parsed.findings, [(folder / name).as_posix() for name in (REPORT, NARRATIVE)]))
    if read.paper is None or has_errors(found):
        return ChaseList(found)
    _refuse_without_plan_or_day(folder, read.paper)
    told = told_chase(chase(read.paper, within), read.paper.report.subject)
    name = f"{folder.resolve().name}-chase"
    files = (
        _publish_text(markdown_of(told), out / f"{name}.md"),
        publish_copy(chase_workbook(told), out / f"{name}.xlsx"),
    )
    return ChaseList(tuple(_of_workbook(found, read)), told, files)


def _of_workbook(found: tuple[Finding, ...], read: Read) -> list[Finding]:
    return [finding for finding in found if read.workbook and finding.where.file == read.workbook.as_posix()]


def _refuse_without_plan_or_day(folder: Path, paper: Paper) -> None:
    where = folder.as_posix()
    if paper.plan is None:
        raise PapersError(f"{where}: this paper has no action plan, so there is nobody to chase")
    advice = "name the day of the list with --as-of, such as --as-of 2021-03-16"
    if paper.as_of == NOT_YET_SET:
        raise PapersError(f"{where}: the day that the plan's position is of is still to be set; {advice}")
    last = paper.previous_meeting
    if last and paper.as_of <= last:
        days = f"{wording.day(paper.as_of)}, which is not after the last report of {wording.day(last)}"
        raise PapersError(f"{where}: the plan's position is of {days}; {advice}")


_MARK = "\n<!-- papers chase "


def _publish_text(words: str, path: Path) -> Path:
    """Write a text as publish_copy does a package. A text tells by its last line whether it is as it was written."""
    content = words.encode("utf-8")
    target = publish_copy(content + f"{_MARK}{digest(content)} -->\n".encode(), path)
    with contextlib.suppress(OSError):  # the old one is open in another program: the new one keeps its number
        if target != path and _is_as_written(path):
            return target.replace(path)
    return target


def _is_as_written(path: Path) -> bool:
    text, mark, last = path.read_bytes().rpartition(_MARK.encode())
    return bool(mark) and last == f"{digest(text)} -->\n".encode()
