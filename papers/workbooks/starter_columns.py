"""The columns of a starter's sheet Actions, what a council calls them, and what an officer is told about each."""

from __future__ import annotations

from dataclasses import dataclass

from papers.model.profile import Profile

# Sheets and the columns that drop-downs read from them.
PRIORITIES, STRENGTHS, LISTS, GUIDE, ACTIONS = "Priorities", "Strengths", "Lists", "Guide", "Actions"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its own name, its width in characters, what belongs there, and whether a row may not be without it.

    `advice` names other columns in braces, because each council has its own words for them: "use {Revised due}".
    `kind` is "text", or "ref" for words that look like numbers, "date", "choice" for short words in the middle.
    """

    name: str
    width: int
    advice: str
    is_needed: bool = False
    kind: str = "text"


COLUMNS = (
    Column(
        "Ref", 7, "A number or code that no other action has, such as 1.1. Keep it from report to report.", True, "ref"
    ),
    Column(
        "Priority", 9, "The Ref of the priority that the action belongs to. Choose it; add more on sheet Priorities.",
        kind="ref",
    ),
    Column("Partner", 15, "Whose action it is. Choose it, so that it is always spelt alike; add more on sheet Lists."),
    Column("Area for development", 25, "What the inspectors found, in a sentence that makes sense on its own."),
    Column("Action", 30, "What is to be done. One action a row. Begin with a verb.", True),
    Column("Lead", 17, "The post that answers for it, such as Head of Service. Never a person's name.", True),
    Column(
        "Due", 18, "When it is to be done, as first agreed. A date such as 31/3/2027, or words: End March 2027, "
        "Q4 2026/27, Ongoing, TBC. Do not change it when the date slips: use {Revised due}.", True, "date",
    ),
    Column("Revised due", 18, "The new date, where one was agreed. Leave it empty if {Due} still holds.", kind="date"),
    Column("Progress", 34, "What has been done, what has not, and why. Write it anew for every report."),
    Column("Impact", 25, "What is different for people, and how you know. Say so if it is only expected."),
    Column("RAG", 16, "How the action stands on the day of the report. Choose a status.", True, "choice"),
    Column(
        "Exempt", 9, "Write yes to keep the row out of everything public. With no, or nothing, it is published.",
        kind="choice",
    ),
)  # fmt: skip

_MITIGATION = Column("Mitigation", 25, "What is done to get back on track. Never published.")
_PREVIOUS = (
    Column("Previous progress", 34, "What the last report said, to help you write the next. Never published."),
    Column("Previous RAG", 16, "How the action stood in the last report. Never published.", kind="choice"),
)  # fmt: skip


def working_columns(with_mitigation: bool, with_previous: bool) -> tuple[Column, ...]:
    """The columns to the right of those that are published."""
    return (_MITIGATION,) * with_mitigation + _PREVIOUS * with_previous


def headings(profile: Profile) -> dict[str, str]:
    """The heading of each column by its own name: the council's first word for it, else the name itself."""
    usual = {column.name: column.name for column in (*COLUMNS, _MITIGATION, *_PREVIOUS)}
    return usual | {name: words[0] for name, words in profile.columns.items()}


# Words that are as good as a date, the first ones of those that people use.
WORDS_FOR_DUE = ("Ongoing", "TBC", "N/A", "To be confirmed", "Business as usual", "Immediate")
