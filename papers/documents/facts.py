"""The facts that templates may use, as plain data: dicts, lists, str, int, float, date, bool and Text, never None.

docs/templates.md says every name in words. What an author left out is "" or an empty list or text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from papers.model.block import Block, Column
from papers.model.calendar import Calendar
from papers.model.changes import Change, Changes, Movement
from papers.model.paper import Paper
from papers.model.plan import Action, ActionPlan, count_by_status
from papers.model.profile import Profile
from papers.model.report import Contact, Implication, Inspection, Report
from papers.model.scheme import State
from papers.model.text import Text, Title

Facts = dict[str, Any]


def facts_of(paper: Paper) -> Facts:
    """`council`, `as_of`, `report`, `narrative`, `plan`, `changes`; a paper without a plan has one without actions."""
    plan = paper.plan or ActionPlan(actions=())
    actions = _actions(plan, paper)
    return {
        "council": paper.profile.name,
        "as_of": paper.as_of,
        "report": _report(paper.report, paper.profile) | {"appendices": _appendices(paper)},
        "narrative": [
            {"number": section.number, "title": _titled(section.title, section.anchor), "text": section.text}
            for section in paper.narrative.sections
        ],
        "plan": _plan(plan, paper, actions),
        "changes": _changes(paper.changes or Changes(actions=()), paper, actions),
    }


def words_in(facts: object) -> str:
    """Every text among `facts`, a line each; what stands in several of them once."""
    found: dict[str, None] = {}
    met: set[int] = set()
    left = [facts]
    while left:
        value = left.pop()
        if isinstance(value, str):
            found[value] = None
        elif isinstance(value, Text):
            found.update(dict.fromkeys(value.paragraphs()))
        elif isinstance(value, (dict, list)) and id(value) not in met:
            met.add(id(value))
            left += value.values() if isinstance(value, dict) else value
    return "\n".join(found)


def _report(report: Report, profile: Profile) -> Facts:
    """The keys of report.yaml, with the council's headings for implications and core purpose."""
    return {
        "committee": report.committee,
        "meeting_date": report.meeting_date,
        "subject": report.subject,
        "report_of": report.report_of,
        "wards_affected": list(report.wards_affected),
        "portfolio": report.portfolio,
        "publication_date": report.publication_date or "",
        "key_decision": report.key_decision,
        "in_forward_plan": report.in_forward_plan,
        "exempt": report.exempt is not None,
        "summary": report.summary,
        "recommendations": list(report.recommendations),
        "reasons": report.reasons,
        "alternatives": report.alternatives,
        "costs": {"revenue": report.costs.revenue, "capital": report.costs.capital},
        "consultations": {
            "internal": report.consultations.internal,
            "external": report.consultations.external,
            "finance_reference": report.consultations.finance_reference,
            "legal_reference": report.consultations.legal_reference,
        },
        "implementation_date": report.implementation_date,
        "contact": _contact(report.contact),
        "background_papers": [{"title": paper.title, "location": paper.location} for paper in report.background_papers],
        "inspection": _inspection(report.inspection),
        **_headed(report, profile),
        **_notice(report, profile),
        **{key: _own(getattr(report, key), block) for key, block in profile.blocks.items()},
    }


def _titled(title: str, anchor: str) -> str:
    """A title, known by what references in the text call it, if any do."""
    return Title(title, anchor) if anchor else title


def _appendices(paper: Paper) -> list[Facts]:
    """What is attached; the text may refer to it, and to actions, which are in the first."""
    is_referred_to = any(not target.startswith("#") for target in paper.narrative.targets)
    return [
        {"number": number, "title": _titled(appendix.title, f"appendix:{number}" if is_referred_to else "")}
        for number, appendix in enumerate(paper.report.appendices, 1)
    ]


def _headed(report: Report, profile: Profile) -> Facts:
    """The council's headings, in its order, each with what the report says under it."""
    said = {key: report.implications.get(key, Implication()) for key in profile.implications}
    return {
        "implications": [
            {"key": key, "title": title, "text": said[key].text, "sign_off": said[key].sign_off}
            for key, title in profile.implications.items()
        ],
        "core_purpose": [
            {"key": key, "title": title, "text": report.core_purpose.get(key, Text())}
            for key, title in profile.core_purpose.items()
        ],
    }


def _notice(report: Report, profile: Profile) -> Facts:
    """Until when notice of a key decision could be given; "" where the council takes none."""
    notice = profile.notice
    if notice is None:
        return {"notice_by": "", "notice_days": "", "notice_counted_in": ""}
    by = Calendar(closed=profile.closed_days).notice_by(report.meeting_date, notice.days, notice.counted_in)
    return {"notice_by": by, "notice_days": notice.days, "notice_counted_in": notice.counted_in}


def _own(value: Any, block: Block | Column) -> Any:  # noqa: ANN401
    """What an author wrote under a key of the council's own; entries of a table know their number, from 1."""
    match block:
        case Block(kind="table"):
            return [
                {"number": number, **{key: _own(getattr(entry, key), column) for key, column in block.columns.items()}}
                for number, entry in enumerate(value, 1)
            ]
        case Block(kind="list"):
            return list(value)
    return "" if value is None else value


def _contact(contact: Contact | None) -> Facts:
    return {
        "name": contact.name if contact else "",
        "telephone": contact.telephone if contact else "",
        "email": contact.email if contact else "",
    }


def _inspection(inspection: Inspection | None) -> Facts:
    return {
        "name": inspection.name if inspection else "",
        "inspected_by": list(inspection.inspected_by) if inspection else [],
        "dates": inspection.dates if inspection else "",
        "team": inspection.team if inspection else "",
        "focus": inspection.focus if inspection else "",
    }


def _actions(plan: ActionPlan, paper: Paper) -> dict[str, Facts]:
    """Each action by its Ref, with what has become of it since the last report."""
    statuses = _statuses(paper.profile)
    changes = paper.changes.by_ref if paper.changes else {}
    return {
        action.ref: {
            **_action(action, statuses),
            "overdue": action.is_overdue(paper.as_of),
            "change": _change(changes.get(action.ref), paper.profile),
        }
        for action in plan.actions
    }


def _plan(plan: ActionPlan, paper: Paper, facts: Mapping[str, Facts]) -> Facts:
    """The actions in groups, their counts, and what wants attention on `paper.as_of`."""
    statuses = _statuses(paper.profile)
    return {
        "total": len(plan.actions),
        "as_of": paper.as_of,
        "groups": [
            {"ref": priority.ref, "title": priority.title, "actions": [facts[action.ref] for action in actions]}
            for priority, actions in plan.by_priority()
        ],
        "count": {state.value: len(plan.in_state(state)) for state in State},
        "by_status": _counts(plan.actions, paper.profile, statuses),
        "by_partner": [
            {"name": partner, "total": len(actions), "by_status": _counts(actions, paper.profile, statuses)}
            for partner, actions in plan.by_partner()
        ],
        "attention": [facts[action.ref] for action in plan.actions if action.wants_attention(paper.as_of)],
        "due_next": [facts[action.ref] for action in _due_next(plan, paper)],
        "strengths": [{"partner": s.partner, "strength": s.strength} for s in plan.strengths],
    }


def _changes(changes: Changes, paper: Paper, facts: Mapping[str, Facts]) -> Facts:
    """What has changed since the last report; all of it is none, and `known` no, where no earlier plan is named."""
    told: dict[str, list[Change]] = {
        **{movement.value: changes.moved(movement) for movement in Movement},
        "reopened": [change for change in changes.actions if change.reopened],
        "slipped": changes.slipped,
        "revised_again": [change for change in changes.slipped if change.revised_again],
        "lost_their_date": [change for change in changes.actions if change.lost_its_date],
    }
    listed = {name: [facts[change.action.ref] for change in found] for name, found in told.items()}
    return {
        "known": paper.changes is not None,
        "since": changes.since or "",
        "movements": [
            {
                "kind": movement.value,
                "words": paper.profile.movements.of(movement.value),
                "count": len(listed[movement.value]),
                "actions": listed[movement.value],
            }
            for movement in Movement
        ],
        **listed,
        "removed": [
            {"ref": each.action.ref, "action": each.action.action, "reason": each.reason} for each in changes.removed
        ],
    }


def _change(change: Change | None, profile: Profile) -> Facts:
    """What has become of an action; "" and 0 where no earlier plan is named, or it is new."""
    before = change.before if change else None
    return {
        "kind": change.movement.value if change else "",
        "words": profile.movements.of(change.movement.value) if change else "",
        "was": str(before.status) if before else "",
        "was_due": before.deadline.words if before else "",
        "slipped": change.slipped if change else 0,
        "revised_again": change is not None and change.revised_again,
        "reopened": change is not None and change.reopened,
    }


def _due_next(plan: ActionPlan, paper: Paper) -> list[Action]:
    """Open actions with a last day still to come that are not off track, the soonest first."""
    states = [state for state in State if state.is_open and state is not State.OFF_TRACK]
    coming = [a for a in plan.in_state(*states) if a.deadline.last and a.deadline.last >= paper.as_of]
    return sorted(coming, key=lambda action: action.deadline.last or paper.as_of)


def _statuses(profile: Profile) -> dict[str, Facts]:
    """Each status by its colour word."""
    return {
        status.colour: {
            "colour": status.colour,
            "label": status.label,
            "meaning": status.meaning,
            "state": status.state.value,
            "fill": status.fill,
            "text": status.text,
        }
        for status in profile.rag
    }


def _counts(actions: Sequence[Action], profile: Profile, statuses: Mapping[str, Facts]) -> list[Facts]:
    """A count, and its share from 0 to 1 of all `actions`, for every status of the council in its order."""
    total = len(actions) or 1
    return [
        {"status": statuses[status.colour], "count": count, "share": count / total}
        for status, count in count_by_status(actions, profile.rag)
    ]


def _action(action: Action, statuses: Mapping[str, Facts]) -> Facts:
    """One action; dates are the officer's words, `deadline` the revised one where there is one."""
    return {
        "ref": action.ref,
        "priority": action.priority,
        "partner": action.partner,
        "area": action.area,
        "action": action.action,
        "lead": action.lead,
        "due": action.due.words,
        "revised_due": action.revised_due.words if action.revised_due else "",
        "deadline": action.deadline.words,
        "progress": action.progress,
        "impact": action.impact,
        "status": statuses[action.status.colour],
    }
