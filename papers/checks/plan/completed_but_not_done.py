"""An action is called completed although its progress says that something is still to be done.

Members who see "completed" stop asking. Words such as "awaiting", "on hold", "not yet", "still to be", "outstanding",
"due to start" or "postponed" tell of work that is left. What was put off and then done is passed over ("postponed to
May, and held then"), as are denials ("no outstanding actions", "no longer on hold"), people who wait ("children
awaiting a place are visited") and praise ("judged outstanding").

Example     Green: completed, with the progress "The policy is written. Awaiting sign-off by the board."
Instead     say in RAG that it is still open, or bring Progress up to date
Source      domain practice: an action counts as complete once nothing of it is left; the usual reading of a RAG key
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.passage import typed
from papers.model.scheme import State

# One of these, in lower case, is in every text that the pattern below could match; looking for them is far faster.
_SIGNS = (
    "not ", "await", "on hold", "still to ", "yet to ", "outstanding", "to be ", "due to ", "delayed", "postponed",
    "cancel",
)  # fmt: skip
_UNDONE = re.compile(
    r"""\b(?:
      (?P<not>not\ yet | (?:is|are|has|have)\ not\ (?:been\ |fully\ |all\ )*
          (?:completed?|finished|started|begun|done|delivered|in\ place|implemented|achieved))
    | await(?:ing|s|ed)? | yet\ to
    | still\ to\ (?!an?\b|the\b|this\b|our\b|their\b|high\b)\w+
    | (?P<wish>to\ be\ (?:completed|finished|finalised))
    | (?P<plan>due\ to\ (?:start|begin|commence|finish|complete|launch|report|take\ place|go\ live|be\ \w+))
    | (?P<praise>(?:is|are)\ outstanding)
    | (?P<setback>on\ hold | delayed | postponed | cancell?ed
        | (?:remains?|still|left)\ outstanding
        | outstanding\ (?:actions?|tasks?|items?|issues?|points?|elements?|matters?|steps?|recommendations?|audits?
            |assessments?|checks?|documents?|paperwork|work))
    )\b""",
    re.IGNORECASE | re.VERBOSE,
)
# A progress that begins with one of these is that of an action that goes on.
_ONLY_BEGUN = re.compile(
    r"\W*(?:not (?:yet )?started|in progress|under ?way|paused|[1-9]?\d ?% complete)\b", re.IGNORECASE
)
_DENIED = re.compile(
    r"(?:\b(?:no|not|none|nothing|nobody|never|neither|nor|without)|n['’]t)(?: +(?!and\b|but\b|or\b)[\w'’-]+){0,4} *$",
    re.IGNORECASE,
)
_OF_PEOPLE = re.compile(
    r"\b(?:child(?:ren)?|people|person|famil(?:y|ies)|pupils?|patients?|students?|adults?|parents?|carers?|clients?"
    r"|those|anyone|cases?|referrals?)(?: who)?(?: is| are| was| were)?(?: still)? *$",
    re.IGNORECASE,
)
# "requires plans to be completed within a week" is a rule; "is expected to be completed" is work that is left.
_ASKED = re.compile(r"\b(?:requir|allow|enabl|expect|ask|ensur|help|mean|need|want)\w* +\S", re.IGNORECASE)
_JUDGED = re.compile(
    r"\b(?:ofsted|inspect\w+|judg\w+|rat(?:ed|ing)|grad\w+|practice|feedback|quality|teaching|provision|school)\b",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|been|originally) *$", re.IGNORECASE)
_THEN_DONE = re.compile(
    r"(?<!be )(?<!is )(?<!are )(?<!not )(?<!until )(?<!once )(?<!when )\b(?:took place|went ahead"
    r"|held|completed|finished|delivered|launched|published|resolved|addressed|cleared|closed|resumed|restarted|implemented|signed"
    r"|now in (?:place|use))\b",
    re.IGNORECASE,
)
# How much before and after is read, in characters, so that a cell full of text costs no more than a short one.
_NEAR = 300
_CLAUSE_END = re.compile(r"[.;:!?\n](?!\d)")


def completed_but_not_done(paper: Paper) -> Iterator[Report]:
    """Completed actions whose progress tells of work that is left."""
    seen: dict[str, str] = {}
    for action in paper.plan.in_state(State.COMPLETED) if paper.plan else ():
        if action.progress not in seen:
            seen[action.progress] = _work_left(typed(action.progress))
        if words := seen[action.progress]:
            yield at(
                action.cell("Progress"),
                f'action {action.ref} is "{action.status}" but its Progress says "{words}"',
                "change its RAG, or say in Progress how it was finished",
            )


def _work_left(progress: str) -> str:
    """The words that tell of work left, to the end of their clause; "" where none do."""
    folded = progress.casefold()
    if begun := _ONLY_BEGUN.match(progress):
        return wording.shortened(begun[0])
    if any(sign in folded for sign in _SIGNS):
        for found in _UNDONE.finditer(progress):
            if not _is_harmless(found, progress):
                end = _CLAUSE_END.search(progress, found.end())
                return wording.shortened(progress[found.start() : end.start() if end else len(progress)])
    return ""


def _is_harmless(found: re.Match[str], progress: str) -> bool:
    """Whether what is found is denied, over, about people rather than the work, a rule or praise."""
    before = _CLAUSE_END.split(progress[max(found.start() - _NEAR, 0) : found.start()])[-1]
    after = progress[found.end() : found.end() + _NEAR]
    if _OF_PEOPLE.search(before) or (not found["not"] and _DENIED.search(before)):
        return True
    match found.lastgroup:
        case "setback":
            return bool(_THEN_DONE.search(after))
        case "wish":
            return bool(_ASKED.search(before))
        case "plan":
            return bool(_WAS.search(before))
        case "praise":
            return bool(_JUDGED.search(before + _CLAUSE_END.split(after)[0]))
    return False


CHECK = Check("AP103", Severity.WARNING, completed_but_not_done)
