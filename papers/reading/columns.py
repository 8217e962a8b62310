"""The columns of a plan, and the words that officers head them with."""

from __future__ import annotations

import re
from collections.abc import Mapping

# The columns that are published, each with the headings seen for it in councils' plans. No other column ever is.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "Ref": ("Ref no", "Reference", "No", "Nos", "#", "ID", "Action no", "Action ref", "Ofsted para no", "Rec no"),
    "Priority": (
        "Priority area", "Area for priority action", "Area of weakness", "Improvement area", "Theme", "Workstream",
        "Objective",
    ),
    "Partner": ("Agency", "Lead agency", "Lead partner", "Organisation"),
    "Area for development": (
        "Area of development", "Areas for development", "Finding", "What inspectors said", "Recommendation",
        "Requirement", "Ofsted area for improvement",
    ),
    "Action": (
        "Actions", "What", "What we will do", "What will we do", "Key action", "Key actions", "Immediate action",
        "Activity", "Task", "Milestone", "Step",
    ),
    "Lead": (
        "Lead officer", "Who", "Owner", "Accountable", "Responsible", "Responsible officer", "SRO",
        "Nominated lead officer", "Responsibility", "Lead post", "Action lead", "Action owner",
    ),
    "Due": (
        "Timescale", "By when", "When", "Due date", "Target date", "Target completion", "Deadline", "Completion date",
        "Completed by", "Date", "Due by", "Timescales", "Date due",
    ),
    "Revised due": (
        "Revised date", "New date", "Revised timescale", "Revised due date", "Revised target date", "Revised deadline",
        "New timescale",
    ),
    "Progress": (
        "Update", "Progress update", "Current position", "Action taken", "Comments", "Commentary", "Progress to date",
    ),
    "Impact": ("Outcome", "Outcomes", "So what", "Difference made", "Impact on children"),
    "RAG": ("BRAG", "R/A/G", "RAG rating", "RAG status", "Status", "Current RAG", "Current status", "Position"),
    "Exempt": (
        "Not for publication", "Confidential", "Restricted", "Exempt Y/N", "Exempt yes/no", "Exempt row",
        "Exempt information", "Exempt/confidential", "Part 2", "Part II",
    ),
}  # fmt: skip
# Columns that are read for the checks, or carried from one paper to the next, and never published.
WORKING: Mapping[str, tuple[str, ...]] = {
    "Mitigation": (
        "Mitigating action",
        "Mitigating actions",
        "Mitigations",
        "Action to get back on track",
        "Risk and mitigation",
        "Risks and mitigation",
        "Risks",
        "Risk",
        "Barriers",
    ),
    "Updated": ("Last updated", "Date updated", "Date of update", "Date of last update", "Updated on"),
    "Previous progress": ("Last progress",),
    "Previous RAG": ("Last RAG",),
}
CARRIED = ("Previous progress", "Previous RAG")
REQUIRED = ("Ref", "Action", "Lead", "Due", "RAG")

# Words for a column that count only where no other word for it stands in the table: Herefordshire's plan has a "No."
# for the action and an "Ofsted para no" for what it answers.
SECOND_CHOICE = frozenset(("ofsted para no", "rec no"))

# What a heading says that keeps rows from the public: passing such a column over would publish them.
KEEPS_BACK = re.compile(
    r"exempt|confidential|restricted|sensitiv|^private\W*(?:y/n|yes/no)?\W*$|redact|\bnfp\b|schedule 12a|internal only"
    r"|protective marking|part (?:2|ii|two)\b|publi(?:c\b|sh|cation)",
    re.IGNORECASE,
)
# What a line across the table, or the name of a sheet, says that does the same for what stands there.
KEPT_BACK = re.compile(
    r"\bexempt\b|\bconfidential\b|not for publication|schedule 12a|official[- ]sensitive", re.IGNORECASE
)

# A heading with one of these is some kind of progress, even if it is none that is known.
PROGRESS_WORDS = re.compile(r"\b(?:progress|updates?|commentary|position)\b", re.IGNORECASE)
