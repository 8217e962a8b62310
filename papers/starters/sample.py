"""A paper in which every field holds something, by which templates are tried out. Nobody ever publishes it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from papers.model.block import Block, Column, report_model
from papers.model.changes import Changes, compared
from papers.model.due import Due
from papers.model.narrative import Narrative, Section
from papers.model.paper import Paper
from papers.model.plan import Action, ActionPlan, Priority, Strength
from papers.model.profile import Profile
from papers.model.report import (
    Appendix,
    BackgroundPaper,
    Consultations,
    Contact,
    Costs,
    Implication,
    Inspection,
    Report,
)  # fmt: skip
from papers.model.text import Block as TextBlock
from papers.model.text import ItemList, ListItem, Paragraph, Run, Runs, Table, Text

_AS_OF = date(2030, 3, 1)
_MEETING = date(2030, 3, 12)


def sample_paper(profile: Profile) -> Paper:
    """A paper of a council with two actions for each of its statuses, and every kind of text."""
    plan = _plan(profile)
    return Paper(
        report=_report(profile),
        profile=profile,
        as_of=_AS_OF,
        narrative=_narrative(),
        plan=plan,
        changes=_changes(plan, profile),
    )


def _changes(plan: ActionPlan, profile: Profile) -> Changes:
    """Changes of every kind: a new action first, then each at another status than it was, one of them removed."""
    _, *kept = plan.actions
    then = [each.model_copy(update={"status": profile.rag[at % len(profile.rag)]}) for at, each in enumerate(kept)]
    gone = plan.actions[0].model_copy(update={"ref": "9.9", "action": "Sample action that was removed"})
    was = {action.ref: action.ref for action in kept}
    changes = compared(plan.actions, (*then, gone), was, {"9.9": "Sample reason"})
    return changes.model_copy(update={"since": date(2029, 9, 1)})


def _report(profile: Profile) -> Report:
    own = {key: _own(key, block) for key, block in profile.blocks.items()}
    signed = "Sample officer for {}" if profile.signs_off else ""
    said = {key: Implication(text=_text(key), sign_off=signed.format(key)) for key in profile.implications}
    report = Report(
        council="sample",
        committee="Sample Committee",
        meeting_date=_MEETING,
        subject="Sample action plan",
        report_of="Sample director",
        wards_affected=("First Ward", "Second Ward"),
        portfolio="Sample portfolio",
        publication_date=date(2030, 3, 4),
        summary=_text("summary"),
        recommendations=(_text("first recommendation"), _text("second recommendation")),
        reasons=_text("reasons"),
        alternatives=_text("alternatives"),
        costs=Costs(revenue=_text("revenue"), capital=_text("capital")),
        implications=said,
        core_purpose={key: _text(key) for key in profile.core_purpose},
        consultations=Consultations(
            internal=_text("internal consultations"),
            external=_text("external consultations"),
            finance_reference="FD.1234/30",
            legal_reference="LD.1234/30",
        ),
        implementation_date="Immediately after the sample meeting",
        contact=Contact(name="Sample officer", telephone="0151 496 0000", email="sample@example.gov.uk"),
        appendices=(Appendix(title="Sample action plan"), Appendix(title="Second sample appendix")),
        background_papers=(BackgroundPaper(title="Sample paper", location="Sample office"),),
        inspection=Inspection(
            name="Sample inspection",
            inspected_by=("First inspectorate",),
            dates="May 2029",
            team="Ten",
            focus="Samples",
        ),
    )
    return report_model(profile.blocks).model_validate({**dict(report), **own}, strict=False)


def _own(key: str, block: Block | Column) -> Any:  # noqa: ANN401
    """A value under a key of the council's own."""
    match block:
        case Block(kind="list"):
            return (_text(f"first of {key}"), _text(f"second of {key}"))
        case Block(kind="table", columns=columns):
            return tuple(
                {name: _own(f"{which} {key}, {name}", column) for name, column in columns.items()}
                for which in ("first", "second")
            )
    values: Mapping[str, Any] = {
        "line": f"Sample words for {key}",
        "text": _text(key),
        "day": _MEETING,
        "yes_no": True,
        "choice": block.choices[0] if block.choices else "",
    }
    return values[block.kind]


def _text(what: str) -> Text:
    words = (Run(text=f"Sample words for the {what}, with a "), Run(text="link", link="https://example.gov.uk"))
    items = tuple(ListItem(runs=_runs(f"An item of the {what}"), ordered=ordered) for ordered in (False, True))
    return Text(blocks=(Paragraph(runs=words), *(ItemList(items=(item,)) for item in items)))


def _runs(words: str) -> Runs:
    return (Run(text=words),)


def _narrative() -> Narrative:
    return Narrative(
        sections=tuple(
            Section(number=number, title=f"Sample section {number}", text=Text(blocks=_blocks(number)))
            for number in (1, 2)
        )
    )


def _blocks(number: int) -> tuple[TextBlock, ...]:
    """Every kind of block that a narrative may have."""
    return (
        Paragraph(runs=_runs(f"The numbered paragraph of section {number}."), role="numbered", number=f"{number}.1"),
        Paragraph(runs=_runs(f"The continuation in section {number}."), role="continuation"),
        Paragraph(runs=_runs(f"The subheading of section {number}"), role="subheading"),
        *_text(f"list of section {number}").blocks[1:],
        Table(
            header=(_runs("What"), _runs("How many")), rows=((_runs(f"A row of section {number}"), _runs(f"{number}")),)
        ),
    )


def _plan(profile: Profile) -> ActionPlan:
    statuses = [status for status in profile.rag for _ in range(2)]
    priorities = (Priority(title="First priority", ref="1"), Priority(title="Second priority", ref="2"))
    actions = tuple(
        Action(
            ref=f"{1 + at % 2}.{1 + at // 2}",
            action=f"Sample action {at + 1}",
            lead=f"Sample lead {at + 1}",
            due=Due(words="End March 2030", first=date(2030, 3, 31), last=date(2030, 3, 31)),
            revised_due=Due(words="End June 2030", first=date(2030, 6, 30), last=date(2030, 6, 30)) if at % 2 else None,
            status=status,
            priority=priorities[at % 2].title,
            partner=("First partner", "Second partner")[at % 2],
            area=f"Sample area {at + 1}",
            progress=f"Sample progress {at + 1}",
            impact=f"Sample impact {at + 1}",
        )
        for at, status in enumerate(statuses)
    )
    strengths = (Strength(partner="First partner", strength="Sample strength"),)
    return ActionPlan(actions=actions, priorities=priorities, strengths=strengths)
