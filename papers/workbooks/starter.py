"""The action-plan.xlsx that a new paper starts from."""

from __future__ import annotations

from datetime import date

from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.workbooks.new_workbook import new_workbook
from papers.workbooks.starter_actions import write_actions
from papers.workbooks.starter_columns import ACTIONS, GUIDE, LISTS, PRIORITIES, STRENGTHS
from papers.workbooks.starter_guide import write_guide
from papers.workbooks.starter_lists import write_lists, write_priorities, write_strengths
from papers.workbooks.starter_look import Book, Look
from papers.workbooks.starter_rows import examples, next_from


def starter_workbook(profile: Profile, plan: ActionPlan | None = None, previous_day: date | None = None) -> bytes:
    """A workbook to fill in: sheets Guide, Actions, Priorities, Strengths and Lists, none of them hidden.

    plan            the plan of the last report. All of it is carried over, with its progress and RAG in two columns
                    that are never published; the progress of what is still open is to be written anew. Without a
                    plan there are two rows that say what to write
    previous_day    the position date of the last report, for what is to be written

    Drop-downs offer the council's statuses in its own colours. It opens on the guide, or with a plan on the actions.
    """
    starting = next_from(plan, previous_day) if plan else examples(profile)

    def write(book: Book, look: Look) -> None:
        sheets = {name: book.add_worksheet(name) for name in (GUIDE, ACTIONS, PRIORITIES, STRENGTHS, LISTS)}
        write_guide(sheets[GUIDE], profile, look)
        write_actions(sheets[ACTIONS], profile, starting, look)
        write_priorities(sheets[PRIORITIES], starting, look)
        write_strengths(sheets[STRENGTHS], starting, look)
        write_lists(sheets[LISTS], profile, starting, look)
        sheets[ACTIONS if plan else GUIDE].activate()

    return new_workbook("Action plan", write)
