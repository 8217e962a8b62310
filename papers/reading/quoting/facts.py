"""The facts that an author can quote: each with its name, what it is, and its value for a paper."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from papers import wording
from papers.model.changes import Change, Changes
from papers.model.paper import Paper
from papers.model.plan import Action, ActionPlan
from papers.model.scheme import State

# A list is of names; None is a fact that this paper does not have.
Value = str | int | float | date | tuple[Action, ...] | list[str] | None
Given = str | int


class NoSuchFact(ValueError):
    """What is asked for is not there: a sentence, and what to do."""

    def __init__(self, sentence: str, remedy: str) -> None:
        super().__init__(sentence)
        self.remedy = remedy


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a paper. `example` is what to write in the brackets of one that is asked for something, "" for none."""

    name: str
    about: str
    of: Callable[..., Value]
    example: Callable[[Paper], str] | None = None


def _plan(paper: Paper) -> ActionPlan:
    if paper.plan is None:
        raise NoSuchFact("this paper has no action plan", "name its workbook in report.yaml, under action_plan")
    return paper.plan


def _changes(paper: Paper) -> Changes:
    if paper.changes is None:
        remedy = "name the last report's workbook or folder in report.yaml: under action_plan, previous"
        raise NoSuchFact("report.yaml names no earlier plan, so nothing is known of changes", remedy)
    return paper.changes


def _chosen(paper: Paper, chosen: Callable[[Action], bool]) -> tuple[Action, ...]:
    return tuple(action for action in _plan(paper).actions if chosen(action))


def _in_state(state: State) -> Callable[[Paper], Value]:
    return lambda paper: _chosen(paper, lambda action: action.status.state is state)


def _changed(chosen: Callable[[Change], bool]) -> Callable[[Paper], Value]:
    return lambda paper: tuple(change.action for change in _changes(paper).actions if chosen(change))


def of_status(paper: Paper, words: Given) -> tuple[Action, ...]:
    """The actions of a status by its colour, its label or another of its words, or of a state: "on_track"."""
    status = paper.profile.scheme.find(str(words))
    if status is not None:
        return _chosen(paper, lambda action: action.status == status)
    state = str(words).strip().casefold().replace(" ", "_")
    if state in list(State):
        return _chosen(paper, lambda action: action.status.state.value == state)
    names = [name for status in paper.profile.rag for name in (status.colour, status.label)]
    advice = wording.did_you_mean(str(words), names) or f"write {wording.quoted(names)}"
    raise NoSuchFact(f'no status is called "{words}"', advice)


def _named(what: str, words_of: Callable[[Action], str]) -> Callable[[Paper, Given], tuple[Action, ...]]:
    """The actions of which one value is the words given, in any case."""

    def of(paper: Paper, words: Given) -> tuple[Action, ...]:
        wanted = str(words).strip().casefold()
        found = _chosen(paper, lambda action: words_of(action).strip().casefold() == wanted)
        if not found:
            there = list(dict.fromkeys(filter(None, map(words_of, _plan(paper).actions))))
            advice = wording.did_you_mean(str(words), there) or f"write {wording.quoted(there, 8)}"
            raise NoSuchFact(f'no action has the {what} "{words}"', advice)
        return found

    return of


def _of_priority(paper: Paper, words: Given) -> tuple[Action, ...]:
    refs = {priority.title: priority.ref for priority in _plan(paper).priorities}
    wanted = str(words).strip().casefold()
    found = _chosen(
        paper, lambda action: wanted in (action.priority.casefold(), refs.get(action.priority, "").casefold())
    )
    if not found or not wanted:
        there = [ref or title for title, ref in refs.items()]
        raise NoSuchFact(f'no priority is called "{words}"', f"write {wording.quoted(there, 8)}")
    return found


def _due_within(paper: Paper, days: Given) -> tuple[Action, ...]:
    if not isinstance(days, int):
        raise NoSuchFact(f'"{days}" is no number of days', "write a number: plan.due_within(30)")
    return _chosen(paper, lambda action: action.is_due_within(days, paper.as_of))


def _appendix(paper: Paper, number: Given) -> str:
    there = paper.report.appendices
    if not isinstance(number, int) or not 0 < number <= len(there):
        raise NoSuchFact(f"there is no appendix {number}", f"report.yaml lists {wording.count(len(there))}")
    return there[number - 1].title


def action_of(paper: Paper, ref: Given) -> Action:
    """The action of that Ref."""
    refs = {action.ref: action for action in _plan(paper).actions}
    if str(ref) not in refs:
        advice = wording.did_you_mean(str(ref), refs) or "write its Ref in quotes, as the plan has it"
        raise NoSuchFact(f"there is no action {ref}", advice)
    return refs[str(ref)]


def _share(paper: Paper, words: Given) -> float | None:
    total = len(_plan(paper).actions)
    return len(of_status(paper, words)) / total if total else None


def _partners(paper: Paper) -> list[str]:
    return [name for name, _ in _plan(paper).by_partner() if name]


def _inspectorates(paper: Paper) -> list[str]:
    return list(paper.report.inspection.inspected_by) if paper.report.inspection else []


_LISTS = (
    Fact("plan.all", "All actions.", lambda paper: _plan(paper).actions),
    Fact("plan.open", "Actions still to be done.", lambda p: _chosen(p, lambda a: a.status.state.is_open)),
    Fact(
        "plan.done", "Actions completed or business as usual.", lambda p: _chosen(p, lambda a: a.status.state.is_done)
    ),
    Fact("plan.overdue", "Open actions past their date.", lambda p: _chosen(p, lambda a: a.is_overdue(p.as_of))),
    Fact(
        "plan.attention",
        "Actions that are off track or overdue.",
        lambda p: _chosen(p, lambda a: a.wants_attention(p.as_of)),
    ),
    *(Fact(f"plan.{s.value}", f"Actions that are {s.value.replace('_', ' ')}.", _in_state(s)) for s in State),
)

_CHANGES = (
    Fact("changes.since", "The day whose position the last report showed.", lambda p: _changes(p).since),
    Fact("changes.improved", "Better than in the last report.", _changed(lambda c: c.movement == "improved")),
    Fact("changes.worsened", "Worse than in the last report.", _changed(lambda c: c.movement == "worsened")),
    Fact("changes.same", "As in the last report.", _changed(lambda c: c.movement == "same")),
    Fact("changes.new", "Not in the last report.", _changed(lambda c: c.movement == "new")),
    Fact("changes.reopened", "Done then, and to be done now.", _changed(lambda c: c.reopened)),
    Fact("changes.slipped", "Due later than then.", lambda p: tuple(c.action for c in _changes(p).slipped)),
    Fact("changes.revised_again", "Put off then, and once more since.", _changed(lambda c: c.revised_again)),
    Fact("changes.lost_their_date", "Had a date then, and have none now.", _changed(lambda c: c.lost_its_date)),
    Fact(
        "changes.removed",
        "The Refs of actions no longer there.",
        lambda p: [gone.action.ref for gone in _changes(p).removed],
    ),
)


def _first(words_of: Callable[[Action], str]) -> Callable[[Paper], str]:
    def example(paper: Paper) -> str:
        words = next((words for a in (paper.plan.actions if paper.plan else ()) if (words := words_of(a))), "")
        return (repr(words) if '"' in words else f'"{words}"') if words else ""

    return example


_ASKED = (
    Fact(
        "plan.count",
        "How many actions have a status.",
        lambda p, w: len(of_status(p, w)),
        lambda p: f'"{p.profile.rag[0].label}"',
    ),
    Fact(
        "plan.share",
        "Their share of all actions.",
        _share,
        lambda p: f'"{p.profile.rag[0].label}"',
    ),
    Fact("plan.status", "The actions of a status.", of_status, lambda p: f'"{p.profile.rag[0].colour}"'),
    Fact(
        "plan.partner", "The actions of a partner.", _named("partner", lambda a: a.partner), _first(lambda a: a.partner)
    ),
    Fact("plan.lead", "The actions of a lead.", _named("lead", lambda a: a.lead), _first(lambda a: a.lead)),
    Fact(
        "plan.priority",
        "The actions of a priority, by its Ref or its words.",
        _of_priority,
        lambda p: next((f'"{g.ref or g.title}"' for g in (p.plan.priorities if p.plan else ())), ""),
    ),
    Fact("plan.due_within", "Open actions due in so many days.", _due_within, lambda _: "30"),
    Fact(
        "appendix", "The title of an appendix, by its number.", _appendix, lambda p: "1" if p.report.appendices else ""
    ),
)

_OF_REPORT = (
    Fact("council", "The council's name.", lambda p: p.profile.name),
    Fact("committee", "The committee.", lambda p: p.report.committee),
    Fact("subject", "The title of the report.", lambda p: p.report.subject),
    Fact("meeting_date", "The day of the meeting.", lambda p: p.report.meeting_date),
    Fact("publication_date", "The day the agenda goes public.", lambda p: p.report.publication_date),
    Fact("as_of", "The day whose position the plan shows.", lambda p: p.as_of),
    Fact("inspection.name", "The inspection's full name.", lambda p: p.report.inspection and p.report.inspection.name),
    Fact("inspection.dates", "When the inspectors came.", lambda p: p.report.inspection and p.report.inspection.dates),
    Fact("inspection.team", "Who came.", lambda p: p.report.inspection and p.report.inspection.team),
    Fact(
        "inspection.inspected_by",
        "The inspectorates.",
        _inspectorates,
    ),
    Fact("plan.total", "How many actions there are.", lambda p: len(_plan(p).actions)),
    Fact("plan.partners", "The partners, in the plan's order.", _partners),
)

FACTS: Mapping[str, Fact] = {fact.name: fact for fact in (*_OF_REPORT, *_LISTS, *_ASKED, *_CHANGES)}


@dataclass(frozen=True, slots=True)
class ActionFact:
    """A fact of one action: `action("3.2").due`. `of` is given the action, and its change, None where none is known."""

    name: str
    about: str
    of: Callable[[Action, Change | None], Value]


def _then(words_of: Callable[[Action], str]) -> Callable[[Action, Change | None], Value]:
    return lambda _, change: words_of(change.before) if change and change.before else None


ACTION_FACTS: Mapping[str, ActionFact] = {
    fact.name: fact
    for fact in (
        ActionFact("ref", "Its Ref.", lambda a, _: a.ref),
        ActionFact("action", "What is to be done.", lambda a, _: a.action),
        ActionFact("lead", "The post that leads it.", lambda a, _: a.lead),
        ActionFact("partner", "Its partner.", lambda a, _: a.partner),
        ActionFact("priority", "Its priority.", lambda a, _: a.priority),
        ActionFact("area", "Its area for development.", lambda a, _: a.area),
        ActionFact("status", "Its status: Amber: on track.", lambda a, _: str(a.status)),
        ActionFact("colour", "The colour word of its status.", lambda a, _: a.status.colour),
        ActionFact("label", "What its status stands for.", lambda a, _: a.status.label),
        ActionFact("due", "When it was due at first, in the plan's words.", lambda a, _: a.due.words),
        ActionFact("revised_due", "Its revised date, in the plan's words.", lambda a, _: str(a.revised_due or "")),
        ActionFact("deadline", "The date that counts: the revised one if any.", lambda a, _: a.deadline.words),
        ActionFact("progress", "What has been done.", lambda a, _: a.progress),
        ActionFact("impact", "What has changed for people.", lambda a, _: a.impact),
        ActionFact("was", "Its status in the last report.", _then(lambda before: str(before.status))),
        ActionFact("was_due", "The date that counted then.", _then(lambda before: before.deadline.words)),
        ActionFact(
            "slipped",
            "By how many days its date has moved back since.",
            lambda _, c: c.slipped if c and c.before else None,
        ),
    )
}
