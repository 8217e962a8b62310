"""The fields that a council's templates may use, described: the same tree as the facts of facts.py, without values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from papers.model.block import Block, Column
from papers.model.field import Field, Kind
from papers.model.profile import Profile
from papers.model.report import Contact, Costs, Inspection, Report
from papers.model.scheme import State


def fields_of(profile: Profile | None) -> Field:
    """The group of all fields: those of every council, and the blocks of its own; None is no council in particular.

    A test keeps it the same as what facts_of gives.
    """
    return _group(
        "",
        "",
        _words("council", "The council's name."),
        _day("as_of", "The day whose position the plan shows."),
        _report(profile),
        _list(
            "narrative",
            "The sections of narrative.md.",
            _number("number", "Its number, from 1."),
            _words("title", "Its heading."),
            _text("text", "Its paragraphs, lists and tables."),
        ),
        _plan(),
        _changes(),
    )


def _report(profile: Profile | None) -> Field:
    own = profile.blocks if profile else {}
    return _group(
        "report",
        "What report.yaml says.",
        *_as_written(),
        _group("costs", "What the proposals cost.", *(_text(key, _about(Costs, key)) for key in Costs.model_fields)),
        _list(
            "implications",
            "The council's headings for implications, in its order.",
            *_headed(),
            _words("sign_off", "Who has signed it off; nothing where nobody is asked."),
        ),
        _list("core_purpose", "The council's aims, in its order.", *_headed()),
        _consultations(),
        _group("contact", "Whom to ask.", *(_words(key, _about(Contact, key)) for key in Contact.model_fields)),
        *_attached(),
        _group("inspection", "The inspection that led to the plan.", *_inspection()),
        _day("notice_by", "The last day on which notice of a key decision could be given; none without `notice`."),
        _number("notice_days", "How many clear days of notice a key decision needs."),
        _words("notice_counted_in", "calendar or working: the days that count."),
        *(_own(key, block) for key, block in own.items()),
    )


def _consultations() -> Field:
    return _group(
        "consultations",
        "Who was consulted.",
        _text("internal", "Inside the council."),
        _text("external", "Outside the council."),
        _words("finance_reference", "The finance officer's reference."),
        _words("legal_reference", "The legal officer's reference."),
    )


def _attached() -> Iterable[Field]:
    number, title = _number("number", "Its number, from 1."), _words("title", "Its title.")
    location = _words("location", "Where it can be seen.")
    return (
        _list("appendices", "What is attached, the action plan first.", number, title),
        _list("background_papers", "Unpublished papers that the report relies on.", title, location),
    )


_KINDS: Mapping[str, Kind] = {
    "committee": "words", "meeting_date": "day", "subject": "words", "report_of": "words", "portfolio": "words",
    "publication_date": "day", "key_decision": "yes or no", "in_forward_plan": "yes or no", "exempt": "yes or no",
    "summary": "text", "reasons": "text", "alternatives": "text", "implementation_date": "words",
}  # fmt: skip


def _as_written() -> Iterable[Field]:
    """The keys that are facts just as their author wrote them."""
    for key in Report.model_fields:
        if key == "exempt":
            yield Field(name=key, kind="yes or no", about="Whether the report, or a part of it, is exempt.")
        elif key in _KINDS:
            yield Field(name=key, kind=_KINDS[key], about=_about(Report, key))
        elif key == "wards_affected":
            yield Field(name=key, kind="list", of="words", about=_about(Report, key))
        elif key == "recommendations":
            yield Field(name=key, kind="list", of="text", about=_about(Report, key))


def _headed() -> Iterable[Field]:
    return (
        _words("key", "Its key in report.yaml."),
        _words("title", "The council's heading."),
        _text("text", "What the report says under it; may be empty."),
    )


def _inspection() -> Iterable[Field]:
    for key in Inspection.model_fields:
        about = _about(Inspection, key)
        yield Field(name=key, kind="list", of="words", about=about) if key == "inspected_by" else _words(key, about)


def _own(key: str, block: Block | Column) -> Field:
    """A key that only this council has."""
    about = block.title or key
    match block:
        case Block(kind="list"):
            return Field(name=key, kind="list", of="text", about=about)
        case Block(kind="table"):
            columns = (_own(name, column) for name, column in block.columns.items())
            return _list(key, about, _number("number", "Its number in the list, from 1."), *columns)
    kinds: Mapping[str, Kind] = {"text": "text", "day": "day", "yes_no": "yes or no"}
    return Field(name=key, kind=kinds.get(block.kind, "words"), about=about)


def _plan() -> Field:
    action = tuple(_action())
    counts = (_status(), _number("count", "How many actions have it."), _share("share", "Their share, from 0 to 1."))
    return _group(
        "plan",
        "The action plan, counted on its position date.",
        _number("total", "How many actions there are."),
        _day("as_of", "The day whose position it shows."),
        _list(
            "groups",
            "The priorities in the plan's order; actions without one come last.",
            _words("ref", "The priority's Ref; may be empty."),
            _words("title", "The priority; may be empty."),
            _list("actions", "Its actions.", *action),
        ),
        _group("count", "How many actions stand how.", *(_number(state.value, _named(state)) for state in State)),
        _list("by_status", "A line for each status of the council, in its order.", *counts),
        _list(
            "by_partner",
            "A line for each partner.",
            _words("name", "The partner; may be empty."),
            _number("total", "How many actions it has."),
            _list("by_status", "Its actions by status.", *counts),
        ),
        _list("attention", "Actions that are off track or overdue.", *action),
        _list("due_next", "Open actions with a date still to come, the soonest first.", *action),
        _list(
            "strengths",
            "What the inspectors found that partners do well.",
            _words("partner", "The partner."),
            _words("strength", "The strength."),
        ),
    )


def _changes() -> Field:
    action = tuple(_action())
    listed = {
        "improved": "Actions whose status is better than it was.",
        "worsened": "Actions whose status is worse than it was.",
        "same": "Actions whose status stands where it stood.",
        "new": "Actions that the last report did not have.",
        "reopened": "Actions that were done, and are to be done now.",
        "slipped": "Actions whose due day has moved back, the furthest first.",
        "revised_again": "Those of them whose date had been revised before.",
        "lost_their_date": "Open actions that had a date, and have none now.",
    }
    return _group(
        "changes",
        "What has changed in the plan since the last report.",
        _yes_no("known", "Whether report.yaml names an earlier plan; all that follows is none where it does not."),
        _day("since", "The day whose position the last report showed; may be empty."),
        _list(
            "movements",
            "A line for each way an action can have gone.",
            _words("kind", "improved, worsened, same or new."),
            _words("words", "What the council prints for it, with its sign."),
            _number("count", "How many actions have gone this way."),
            _list("actions", "These actions.", *action),
        ),
        *(_list(name, about, *action) for name, about in listed.items()),
        _list(
            "removed",
            "Actions of the last report that are no longer in the plan.",
            _words("ref", "The Ref it had."),
            _words("action", "What was to be done."),
            _words("reason", "Why it is no longer there."),
        ),
    )


def _change() -> Field:
    return _group(
        "change",
        "What has become of the action since the last report.",
        _words("kind", "improved, worsened, same or new; empty where report.yaml names no earlier plan."),
        _words("words", "What the council prints for it, with its sign; empty then too."),
        _words("was", "Its status then; empty for a new one."),
        _words("was_due", "The date that counted then, in words."),
        _number("slipped", "By how many days its due day has moved back; 0 for none."),
        _yes_no("revised_again", "Whether a date that had been revised before has moved back once more."),
        _yes_no("reopened", "Whether it was done, and is to be done now."),
    )


def _named(state: State) -> str:
    return f"Actions that are {state.value.replace('_', ' ')}."


def _action() -> Iterable[Field]:
    about = {
        "ref": "Its Ref.", "priority": "Its priority.", "partner": "Its partner.", "area": "The area for development.",
        "action": "What is to be done.", "lead": "The post that leads it.", "due": "When it is due, in words.",
        "revised_due": "The revised date; may be empty.", "deadline": "The date that counts: the revised one if any.",
        "progress": "What has been done; may be empty.", "impact": "What has changed for people; may be empty.",
    }  # fmt: skip
    overdue = _yes_no("overdue", "Whether it is still to be done after its date.")
    return (*(_words(name, words) for name, words in about.items()), overdue, _status(), _change())


def _status() -> Field:
    return _group(
        "status",
        "A status of the council's scheme.",
        _words("colour", "Its colour word."),
        _words("label", "What it stands for, in two or three words."),
        _words("meaning", "The sentence of the key."),
        _words("state", "What it stands for in every council: completed, on_track and so on."),
        _words("fill", "The colour of its cells; {% cellbg %} uses it."),
        _words("text", "The colour of words on it."),
    )


def _about(model: type[Contact] | type[Costs] | type[Inspection] | type[Report], key: str) -> str:
    return model.model_fields[key].description or ""


def _words(name: str, about: str) -> Field:
    return Field(name=name, kind="words", about=about)


def _text(name: str, about: str) -> Field:
    return Field(name=name, kind="text", about=about)


def _day(name: str, about: str) -> Field:
    return Field(name=name, kind="day", about=about)


def _yes_no(name: str, about: str) -> Field:
    return Field(name=name, kind="yes or no", about=about)


def _number(name: str, about: str) -> Field:
    return Field(name=name, kind="number", about=about)


def _share(name: str, about: str) -> Field:
    return Field(name=name, kind="share", about=about)


def _group(name: str, about: str, *fields: Field) -> Field:
    return Field(name=name, kind="group", about=about, fields=fields)


def _list(name: str, about: str, *fields: Field) -> Field:
    return Field(name=name, kind="list", about=about, fields=fields)
