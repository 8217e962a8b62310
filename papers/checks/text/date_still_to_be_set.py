"""A date is still the starter's own, 31 December 2099, or the last report's.

A new paper comes with a date that no committee meets on, where a date has to be chosen; the next paper on a plan with
the position date of the last one. One that is left would be printed on the cover or in the plan, and every check of
lateness would look at the wrong day.

Example     meeting_date: 2099-12-31
Instead     write the day of the meeting, or the day on which the action is due
Source      the starter that `papers new` makes
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Place, Severity
from papers.model.paper import Paper
from papers.model.report import NOT_YET_SET


def date_still_to_be_set(paper: Paper) -> Iterator[Report]:
    """Dates of the report and of its actions that are the starter's."""
    report, source = paper.report, paper.report.action_plan
    of_report = (
        ("meeting_date", report.meeting_date),
        ("publication_date", report.publication_date),
        ("action_plan.as_of", source.as_of if source else None),
    )
    for key, day in of_report:
        if day == NOT_YET_SET:
            yield at(_place(paper, key), f"{key} is {wording.day(day)}, the starter's own date", "set the date")
    told = {key for key, _ in of_report}
    for passage in paper.written:
        if passage.words.strip() == NOT_YET_SET.isoformat() and passage.place.key not in told:
            sentence = f"{passage.place.key} is {wording.day(NOT_YET_SET)}, the starter's own date"
            yield at(passage.place, sentence, "set the date")
    if source and source.as_of and paper.previous_meeting and source.as_of <= paper.previous_meeting:
        sentence = f"action_plan.as_of is {wording.day(source.as_of)}, as it was for the report before"
        yield at(_place(paper, "action_plan.as_of"), sentence, "set it to the day that the plan's position is of")
    for action in paper.plan.actions if paper.plan else ():
        for column, due in (("Due", action.due), ("Revised due", action.revised_due)):
            if due and due.last == NOT_YET_SET:
                sentence = f'{column} of action {action.ref} is "{due}", the starter\'s own date'
                yield at(action.cell(column), sentence, "set the date")


def _place(paper: Paper, key: str) -> Place:
    """Where a key of the report is written; its name alone where no words of it are known."""
    return next((passage.place for passage in paper.written if passage.place.key == key), Place(key=key))


CHECK = Check("TX002", Severity.WARNING, date_still_to_be_set)
