"""What each lead has to bring up to date before the next report on a plan."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from datetime import date

from papers.model.base import Model
from papers.model.paper import Paper
from papers.model.passage import typed
from papers.model.plan import Action
from papers.model.report import NOT_YET_SET
from papers.model.scheme import State, Status

# What the starter's texts begin with while they are still to be written.
_HINT = "[To "
# Between two posts in one cell: a line break, ";" or " / ", which no title holds, as it does "and" and ","; but what
# stands in brackets belongs to the post before it.
_BETWEEN_POSTS = re.compile(r"\([^()]*\)|(?P<between>\n|;|\s/\s)")
# A line that ends or begins like this goes on: a long title was broken to fit its cell.
_BROKEN_LINE = re.compile(r"(?i:(?<=,)|(?<=&)|(?<=-)|(?<=\band)|(?<=\bof)|(?<=\bfor)|(?<=\bthe)) *\n|\n(?= *[(&a-z])")
_NOBODY = re.compile(
    r"|n/?a|none|tb[acd]|vacan(?:t|cy)|to be (?:advised|agreed|allocated|appointed|assigned|confirmed|decided)"
)


class Reason(enum.StrEnum):
    """Why an action is chased, the most pressing first.

    overdue         still to be done after its deadline's last day
    off_track       off track, with neither a date to come nor a text about getting back on track
    due_soon        still to be done, by a day that is near
    undated         still to be done, with no day at all: "TBC", "Ongoing"
    stale           still to be done, and its progress is that of the last report or older
    no_evidence     completed, and nothing is said of what was done or what is better for it
    """

    OVERDUE = "overdue"
    OFF_TRACK = "off_track"
    DUE_SOON = "due_soon"
    UNDATED = "undated"
    STALE = "stale"
    NO_EVIDENCE = "no_evidence"


class Chased(Model):
    """An action with every reason to chase it, and the days by which it is late.

    `late` is below 0 for a deadline still to come; None for one without a day, and for an action that is done.
    """

    action: Action
    reasons: tuple[Reason, ...]
    late: int | None = None


class Part(Model):
    """What is asked of one lead, the latest action first. `lead` is "" for actions that name none."""

    lead: str
    actions: tuple[Chased, ...]

    @property
    def overdue(self) -> int:
        """How many of its actions are overdue."""
        return sum(Reason.OVERDUE in chased.reasons for chased in self.actions)


class Chase(Model):
    """The chased actions in the order of the plan, and again as parts, by lead.

    An action with two leads is part of what is asked of each. Leads with the most overdue actions come first, then by
    name; what names no lead comes last.

    since       the day of the last report; None where the inputs do not tell
    within      the days in which a deadline is near
    total       how many actions the plan has that are not exempt
    exempt      how many exempt actions would have been chased: they are left out, because the list goes round by e-mail
    """

    as_of: date
    within: int
    since: date | None
    actions: tuple[Chased, ...]
    parts: tuple[Part, ...]
    total: int
    exempt: int = 0

    def count(self, reason: Reason) -> int:
        """How many actions are chased for a reason, each once."""
        return sum(reason in chased.reasons for chased in self.actions)


class ToldAction(Model):
    """A chased action in the words that its lead is told. `days_late` is None for one that is not late."""

    ref: str
    action: str
    status: Status
    deadline: str
    days_late: int | None
    why: str
    asked: str


class ToldPart(Model):
    """What one lead is told."""

    lead: str
    count: str
    actions: tuple[ToldAction, ...]


class ToldChase(Model):
    """A chase list in words: its title, what it rests on in a few sentences, and what each lead is told."""

    title: str
    position: str
    notes: tuple[str, ...]
    parts: tuple[ToldPart, ...]


def chase(paper: Paper, within: int) -> Chase:
    """The actions of `paper` to be brought up to date, seen from its position date; a paper without a plan has none."""
    every = paper.plan.actions if paper.plan else ()
    since = last_report(paper)
    found = [each for action in every if (each := _chased(action, paper, within, since)) is not None]
    actions = tuple(each for each in found if not each.action.exempt)
    return Chase(
        as_of=paper.as_of,
        within=within,
        since=since,
        actions=actions,
        parts=tuple(_parts(actions)),
        total=sum(not action.exempt for action in every),
        exempt=len(found) - len(actions),
    )


def last_report(paper: Paper) -> date | None:
    """The day of the last report before the paper's position date: once its own meeting is over, that; else the one
    before, or None where the inputs do not tell of any."""
    meeting = paper.report.meeting_date
    return meeting if meeting < paper.as_of else paper.previous_meeting


def lacks_evidence(action: Action) -> bool:
    """Whether it is called completed, and neither Progress nor Impact says anything."""
    return action.status.state is State.COMPLETED and not action.progress and not action.impact


def is_off_track_without_plan(action: Action, as_of: date) -> bool:
    """Whether it is off track with neither a revised date to come nor a text about getting back on track."""
    revised = action.revised_due
    is_planned = action.mitigation or (revised is not None and revised.last is not None and revised.last >= as_of)
    return action.status.state is State.OFF_TRACK and not is_planned


def was_updated_before(action: Action, last_report: date) -> bool:
    """Whether it is still to be done, and its sheet says that its progress was last written before the last report."""
    updated = action.last_update.last if action.last_update else None
    return action.status.state.is_open and updated is not None and updated < last_report


def leads(words: str) -> list[str]:
    """The posts that a cell under Lead names, each once, on one line; none for "TBC", "vacant" and the like.

    Posts are set apart by a line break, ";" or " / ". "Head of Education and Skills" is one post, and so is one that
    was broken over two lines.
    """
    lines = _BROKEN_LINE.sub(" ", typed(words))
    posts = (" ".join(post.split()).strip(" ,*•-") for post in _set_apart(lines))
    named: dict[str, str] = {}
    for post in posts:
        if not _is_nobody(post):
            named.setdefault(post.casefold(), post)
    return list(named.values())


def _set_apart(lines: str) -> Iterator[str]:
    at = 0
    for found in _BETWEEN_POSTS.finditer(lines):
        if found["between"]:
            yield lines[at : found.start()]
            at = found.end()
    yield lines[at:]


def _is_nobody(post: str) -> bool:
    return post.startswith(_HINT) or _NOBODY.fullmatch(post.casefold().strip(" .-?/()[]")) is not None


def _chased(action: Action, paper: Paper, within: int, since: date | None) -> Chased | None:
    reasons = tuple(_reasons(action, paper, within, since))
    if not reasons:
        return None
    last = None if _is_undated(action) else action.deadline.last
    late = (paper.as_of - last).days if last and action.status.state.is_open else None
    return Chased(action=action, reasons=reasons, late=late)


def _reasons(action: Action, paper: Paper, within: int, since: date | None) -> Iterator[Reason]:
    if action.is_overdue(paper.as_of):
        yield Reason.OVERDUE
    if is_off_track_without_plan(action, paper.as_of):
        yield Reason.OFF_TRACK
    if action.is_due_within(within, paper.as_of):
        yield Reason.DUE_SOON
    if action.status.state.is_open and _is_undated(action):
        yield Reason.UNDATED
    if _is_stale(action, paper, since):
        yield Reason.STALE
    if lacks_evidence(action):
        yield Reason.NO_EVIDENCE


def _is_undated(action: Action) -> bool:
    return action.deadline.last in (None, NOT_YET_SET)


def _is_stale(action: Action, paper: Paper, since: date | None) -> bool:
    """Whether nothing was written since the last report: by dates, by the starter's hint, or by the very words.

    An action that the last report did not have is not stale, and nothing is where no last report is known.
    """
    if not action.status.state.is_open:
        return False
    if action.progress.startswith(_HINT) or (since is not None and was_updated_before(action, since)):
        return True
    change = paper.changes.by_ref.get(action.ref) if paper.changes else None
    if change is None or change.before is None:
        return False
    return not action.progress or action.progress.split() == change.before.progress.split()


def _parts(actions: Iterable[Chased]) -> list[Part]:
    spelt: dict[str, str] = {}
    by_lead: dict[str, list[Chased]] = {}
    for chased in actions:
        for post in leads(chased.action.lead) or [""]:
            spelt.setdefault(post.casefold(), post)
            by_lead.setdefault(post.casefold(), []).append(chased)
    parts = [Part(lead=spelt[key], actions=tuple(sorted(group, key=_latest_first))) for key, group in by_lead.items()]
    return sorted(parts, key=lambda part: (not part.lead, -part.overdue, part.lead.casefold()))


def _latest_first(chased: Chased) -> tuple[bool, int]:
    """Those that have a day by how late they are, then the others in the order of the plan."""
    return chased.late is None, -(chased.late or 0)
