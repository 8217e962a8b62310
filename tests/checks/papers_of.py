"""Papers for rules, made of models alone, so that a test of a rule asks nothing of the readers."""

from __future__ import annotations

from datetime import date

from papers import wording
from papers.findings import Place
from papers.model.due import Due
from papers.model.paper import Paper
from papers.model.passage import Passage
from papers.model.plan import Action, ActionPlan, Sheet
from papers.model.profile import Profile
from papers.model.report import Contact, Report
from papers.model.scheme import State, Status

COLUMNS = (
    "Ref", "Priority", "Partner", "Area for development", "Action", "Lead", "Due", "Revised due", "Progress",
    "Impact", "RAG",
)  # fmt: skip
SHEET = Sheet("", "Actions", dict(zip(COLUMNS, "ABCDEFGHIJK", strict=True)))
STATUSES = {
    colour: Status(colour=colour, label=label, meaning=label, state=state, fill=fill, text="000000")
    for colour, label, state, fill in (
        ("Green", "completed", State.COMPLETED, "92D050"),
        ("Amber", "on track", State.ON_TRACK, "FFC000"),
        ("Red", "off track", State.OFF_TRACK, "C00000"),
        ("Yellow", "not started", State.NOT_STARTED, "FFFF00"),
        ("Blue", "business as usual", State.BUSINESS_AS_USUAL, "0070C0"),
        ("Purple", "at risk", State.AT_RISK, "7030A0"),
    )
}
PROFILE = Profile(name="A council", rag=tuple(STATUSES.values()))
REPORT = Report(
    council="sefton",
    committee="Scrutiny",
    meeting_date=date(2021, 3, 16),
    subject="Plan",
    contact=Contact(name="Head of Service", telephone="0151 496 0134", email="a.service@example.gov.uk"),
)


def a_due(words):
    """ "2021-03-31" is a day, "2021-03-01/2021-03-31" the days from the one to the other, all else words alone."""
    if not words[:4].isdigit():
        return Due(words=words)
    first, _, last = words.partition("/")
    days = [date.fromisoformat(first), date.fromisoformat(last or first)]
    return Due(words=" to ".join(map(wording.day, sorted(set(days)))), first=days[0], last=days[1])


def an_action(ref="1.1", rag="Amber", due="2021-03-31", revised=None, updated=None, **values):
    """An action with the colour word, the dates and the other values given."""
    values = {"action": f"Do {ref}", "lead": "Head of SEN"} | values
    return Action(
        ref=ref,
        status=STATUSES[rag],
        due=a_due(due),
        revised_due=a_due(revised) if revised else None,
        last_update=a_due(updated) if updated else None,
        **values,
    )


def a_paper_of(*actions, priorities=(), as_of="2021-03-16", **values):
    """A paper with these actions, in rows 2, 3, ... of sheet Actions; values are those of Paper."""
    rows = tuple(action.model_copy(update={"row": row, "sheet": SHEET}) for row, action in enumerate(actions, 2))
    plan = ActionPlan(actions=rows, priorities=tuple(priorities)) if rows or priorities else None
    values = {"report": REPORT, "profile": PROFILE} | values
    return Paper(as_of=date.fromisoformat(as_of), plan=plan, **values)


def a_paper_saying(*texts, **values):
    """A paper in whose report.yaml these texts stand, a line each; values are those of Paper."""
    passages = [Passage(Place("report.yaml", line=line), words) for line, words in enumerate(texts, 1)]
    return a_paper_of(written=tuple(passages), **values)
