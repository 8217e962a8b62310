"""A chase list in words: what each lead is told, for a terminal and as Markdown to send on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from papers import wording
from papers.model.chase import Chase, Chased, Part, Reason, ToldAction, ToldChase, ToldPart
from papers.telling.text import Line

_NO_LEAD = "No lead named"
# What Markdown would take for a mark of its own; "&" only where it would begin the name of a sign.
_MARKS = re.compile(r"[\\`*_\[\]<>|#~]|&(?=#?\w+;)")


def told_chase(chase: Chase, subject: str) -> ToldChase:
    """What the leads of the paper on `subject` are told."""
    position = f"Position on {wording.day(chase.as_of)}."
    if chase.since:
        position += f" The last report was on {wording.day(chase.since)}."
    return ToldChase(
        title=f"Chase list: {subject}",
        position=position,
        notes=tuple(_notes(chase)),
        parts=tuple(_part(part, chase) for part in chase.parts),
    )


def text_of(told: ToldChase) -> Iterator[Line]:
    """The lines to print, lead by lead."""
    yield Line(told.title, is_heading=True)
    for words in (told.position, *told.notes):
        yield Line(f"  {words}")
    for part in told.parts:
        yield Line(f"{part.lead}: {part.count}", is_heading=True)
        for each in part.actions:
            yield Line(f"  {each.ref}: {wording.shortened(each.action, 100)}")
            yield Line(f"      {each.status}; {each.deadline}")
            yield Line(f"      {each.why}. {each.asked}")


def markdown_of(told: ToldChase) -> str:
    """The same as Markdown: a heading for each lead, and below it a list that can be read as it stands in an e-mail."""
    lines = [f"# {_literally(told.title)}", "", told.position, ""]
    for note in told.notes:
        lines += [note, ""]
    for part in told.parts:
        lines += [f"## {_literally(part.lead)}", "", f"{part.count}.", ""]
        for each in part.actions:
            lines += [
                f"- **{_literally(each.ref)}** {_literally(each.action)}",
                f"    - Status: {_literally(str(each.status))}",
                f"    - Deadline: {_literally(each.deadline)}",
                f"    - Why it is on this list: {each.why}",
                f"    - What is asked: {each.asked}",
            ]
        lines.append("")
    return "\n".join(lines)


def _literally(words: str) -> str:
    """What an officer typed, on one line, with nothing in it that Markdown would take for its own."""
    return _MARKS.sub(r"\\\g<0>", " ".join(wording.printable(words).split()))


def _notes(chase: Chase) -> Iterator[str]:
    if chase.actions:
        counts = ((chase.count(reason), _counted(reason, chase)) for reason in Reason)
        each = wording.listing(f"{wording.count(number)} {words}" for number, words in counts if number)
        number = f"{wording.count(len(chase.actions))} of {wording.count(chase.total)} actions"
        yield f"{number} {wording.plural(len(chase.actions), 'needs', 'need')} an update: {each}."
    else:
        yield f"None of {wording.count(chase.total)} actions needs an update."
    if chase.exempt:
        words = wording.plural(chase.exempt, "exempt action is", "exempt actions are")
        yield f"{wording.count(chase.exempt)} {words} left out of this list: ask for an update of each by itself."


def _counted(reason: Reason, chase: Chase) -> str:
    return {
        Reason.OVERDUE: "overdue",
        Reason.OFF_TRACK: "off track without a new date or a plan",
        Reason.DUE_SOON: f"due within {wording.count(chase.within)} {wording.plural(chase.within, 'day')}",
        Reason.UNDATED: "without a date",
        Reason.STALE: "not updated since the last report",
        Reason.NO_EVIDENCE: "completed without evidence",
    }[reason]


def _part(part: Part, chase: Chase) -> ToldPart:
    number = len(part.actions)
    overdue = f", {wording.count(part.overdue)} overdue" if part.overdue else ""
    return ToldPart(
        lead=part.lead or _NO_LEAD,
        count=f"{wording.count(number)} {wording.plural(number, 'action')}{overdue}",
        actions=tuple(_action(chased, chase) for chased in part.actions),
    )


def _action(chased: Chased, chase: Chase) -> ToldAction:
    action, late = chased.action, chased.late
    why = wording.listing(_why(chased.reasons, chase))
    return ToldAction(
        ref=action.ref,
        action=action.action,
        status=action.status,
        deadline=action.deadline.words if late is None else f"{action.deadline}, {wording.from_now(-late)}",
        days_late=late if late and late > 0 else None,
        why=f"{why[0].upper()}{why[1:]}",
        asked=" ".join(_asked(chased, chase.since)),
    )


def _why(reasons: Sequence[Reason], chase: Chase) -> Iterator[str]:
    for reason in reasons:
        if reason is Reason.OFF_TRACK and Reason.UNDATED in reasons:
            yield "off track without a date or a plan"
        elif reason is Reason.STALE and chase.since:
            yield f"not updated since {wording.day(chase.since)}"
        elif reason is not Reason.UNDATED or Reason.OFF_TRACK not in reasons:
            yield _counted(reason, chase)


def _asked(chased: Chased, since: date | None) -> Iterator[str]:
    reasons = set(chased.reasons)
    if reasons & {Reason.OVERDUE, Reason.STALE}:
        yield f"Say what has been done since {wording.day(since) if since else 'the last report'}."
    back_on_track = "ay what is being done to get it back on track."
    if Reason.UNDATED in reasons:
        yield "Agree a date."
    elif Reason.OVERDUE in reasons:
        yield "Agree a revised date, or say that it is complete."
    elif Reason.DUE_SOON in reasons:
        yield "Say whether it will be done in time, or agree a revised date."
    elif Reason.OFF_TRACK in reasons:
        yield f"Agree a revised date, or s{back_on_track}"
        return
    if Reason.OFF_TRACK in reasons:
        yield f"S{back_on_track}"
    if Reason.NO_EVIDENCE in reasons:
        yield "Add the evidence: what was done, and what is better for it."
