"""The action-plan.xlsx that a new paper starts from."""

from __future__ import annotations

import io
import re
from datetime import date, datetime

import xlsxwriter

from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.office.package import read_package, write_package
from papers.workbooks.starter_actions import write_actions
from papers.workbooks.starter_columns import ACTIONS, GUIDE, LISTS, PRIORITIES, STRENGTHS
from papers.workbooks.starter_guide import write_guide
from papers.workbooks.starter_lists import write_lists, write_priorities, write_strengths
from papers.workbooks.starter_look import FONT, Look
from papers.workbooks.starter_rows import examples, next_from

# A starter knows no time and no person, so that the same plan gives the same bytes.
_PROPERTIES = {"title": "Action plan", "created": datetime(2020, 1, 1)}  # noqa: DTZ001 (Excel's dates have no zone)


def starter_workbook(profile: Profile, plan: ActionPlan | None = None, previous_day: date | None = None) -> bytes:
    """A workbook to fill in: sheets Guide, Actions, Priorities, Strengths and Lists, none of them hidden.

    plan            the plan of the last report. All of it is carried over, with its progress and RAG in two columns
                    that are never published; the progress of what is still open is to be written anew. Without a
                    plan there are two rows that say what to write
    previous_day    the position date of the last report, for what is to be written

    Drop-downs offer the council's statuses in its own colours. It opens on the guide, or with a plan on the actions.
    """
    starting = next_from(plan, previous_day) if plan else examples(profile)
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True, "default_format_properties": FONT})
    book.set_properties(_PROPERTIES)
    look = Look(book)
    sheets = {name: book.add_worksheet(name) for name in (GUIDE, ACTIONS, PRIORITIES, STRENGTHS, LISTS)}
    write_guide(sheets[GUIDE], profile, look)
    write_actions(sheets[ACTIONS], profile, starting, look)
    write_priorities(sheets[PRIORITIES], starting, look)
    write_strengths(sheets[STRENGTHS], starting, look)
    write_lists(sheets[LISTS], profile, starting, look)
    sheets[ACTIONS if plan else GUIDE].activate()
    book.close()
    return _with_rows_that_grow(content.getvalue())


def _with_rows_that_grow(content: bytes) -> bytes:
    """The workbook with heights that Excel may change: XlsxWriter says of each that a person has set it."""
    parts = read_package(content, "action-plan.xlsx", "a workbook")
    for name, part in parts.items():
        if name.startswith("xl/worksheets/sheet"):
            parts[name] = re.sub(rb'(<row [^>]*?) customHeight="1"', rb"\1", part)
    return write_package(parts)
