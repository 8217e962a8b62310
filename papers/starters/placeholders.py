"""What a starter's report.yaml holds under each key: words to write over, and an example of what may be left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from papers.model.report import NOT_YET_SET
from papers.starters.written_yaml import AsItStands, LongText


@dataclass(frozen=True, slots=True)
class Placeholder:
    """What stands under a key that the council needs, and under one that is switched off."""

    needed: Any
    example: Any


def _words(what: str, example: str) -> Placeholder:
    return Placeholder(f"[To write: {what}]", example)


def _choice(what: str, example: str) -> Placeholder:
    return Placeholder(f"[To choose: {what}]", example)


def _text(what: str, example: str) -> Placeholder:
    return Placeholder(LongText(f"[To write: {what}]"), LongText(example))


_DAY = AsItStands(NOT_YET_SET.isoformat())
_NO = AsItStands("no")

# Always written, whether the council needs them or not: a wrong guess would be a wrong statement.
ALWAYS = ("council", "committee", "meeting_date", "subject", "key_decision", "in_forward_plan", "exempt")

PLACEHOLDERS: Mapping[str, Placeholder] = {
    "committee": _choice("the committee, by its full name", "Overview and Scrutiny Committee"),
    "meeting_date": Placeholder(_DAY, _DAY),
    "subject": _words("the title, as it stands on the agenda", "Inspection action plan: progress"),
    "report_of": _choice("the post of the chief officer", "Executive Director of Children's Services"),
    "wards_affected": _choice("All Wards, or a list of wards", "All Wards"),
    "portfolio": _choice("the Cabinet portfolio", "Children, Schools and Safeguarding"),
    "publication_date": Placeholder(_DAY, AsItStands("2026-03-09")),
    "key_decision": Placeholder(_NO, _NO),
    "in_forward_plan": Placeholder(_NO, _NO),
    "exempt": Placeholder(_NO, _NO),
    "summary": _text("what members need to know first", "This report describes the progress made."),
    "recommendations": Placeholder(("[To write: what the committee is asked to do]",), ("Note the progress made.",)),
    "reasons": _text("why the committee is asked to do this", "The Committee asked for an update."),
    "alternatives": _text(
        "what else was considered, why it was rejected, and the risk of it",
        "Reporting later was considered and rejected, because members would hear of delays too late.",
    ),
    "costs.revenue": _text("amount and source, or why there is no extra cost", "There is no extra cost, because ..."),
    "costs.capital": _text("amount and source, or why there is none", "There is no capital cost, because ..."),
    "implications": _text("the implications, or why there are none", "There are none, because ..."),
    "core_purpose": _text("what this report contributes", "The plan helps ..."),
    "consultations.internal": _text("who was consulted, and what they said", "Heads of service were consulted."),
    "consultations.external": _text("who was consulted, and what they said; or why nobody was", "The partners were."),
    "consultations.finance_reference": _words("the finance officer's reference", "FD.1234/26"),
    "consultations.legal_reference": _words("the legal officer's reference", "LD.1234/26"),
    "implementation_date": _words(
        "when the decision takes effect", "Immediately following the Committee meeting."
    ),
    "contact.name": _words("the post of the contact officer", "Head of Service"),
    "contact.telephone": _words("telephone", "0151 496 0000"),
    "contact.email": _words("e-mail", "service@example.gov.uk"),
    "appendices": Placeholder(("[To write: the title of the action plan]",), ("Action plan",)),
    "background_papers": Placeholder(
        ({"title": "[To write: title]", "location": "[To write: where the public can see it]"},), AsItStands("[]")
    ),
    "inspection.name": _words("the full name of the inspection", "Joint Targeted Area Inspection"),
    "inspection.inspected_by": _words("the inspectorate", "Ofsted"),
    "inspection.dates": _words("when the inspectors came", "23 to 27 September 2024"),
    "inspection.team": _words("who came", "14 inspectors"),
    "inspection.focus": _words("what they looked at", "How agencies together respond to abuse and neglect."),
    "governance": Placeholder(
        ({"body": "[To write: a board or group]", "reports_to": "[To write: whom it reports to]"},),
        ({"body": "Task and Finish Group", "reports_to": "Health and Wellbeing Board"},),
    ),
    "action_plan.workbook": Placeholder("action-plan.xlsx", "action-plan.xlsx"),
    "action_plan.sheets": Placeholder(("Actions",), ("Police", "Health")),
    "action_plan.previous": _words("the last report's folder", "../last-report"),
    "action_plan.renumbered": Placeholder({"4.9": "4.8"}, {"4.9": "4.8"}),
    "action_plan.removed": Placeholder(
        {"4.10": "[To write: the reason]"}, {"4.10": "It was merged with action 4.2, which covers it."}
    ),
    "action_plan.as_of": Placeholder(_DAY, AsItStands("2026-03-17")),
    "acknowledge": Placeholder({"NV004": "[To write: the reason]"}, {"NV004": "The table needs no introduction."}),
}  # fmt: skip
