"""The plan as it is and as it was in the last report -> what has changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from papers import wording
from papers.findings import Finding, Findings, Parsed, Severity
from papers.model.changes import Changes, compared
from papers.model.likeness import likeness
from papers.model.plan import Action, ActionPlan
from papers.model.report import PlanSource
from papers.reading.located import Keys, place_of

# Two actions of other Refs whose words are at least as much alike are taken for one.
_ALIKE = 0.8
# Comparing the words of more pairs than these would take longer than building the paper.
_MOST_PAIRS = 100_000


def parse_changes(
    plan: ActionPlan, then: ActionPlan, source: PlanSource, keys: Keys, since: date | None
) -> Parsed[Changes]:
    """What has become of the actions of `then`, the last report's plan, in `plan`.

    An action is the one that report.yaml says it was (`renumbered`), or else the one of its Ref, or else the one left
    whose words are most like its own: rules ask for a confirmation of those. What report.yaml says was `removed` is
    looked for no more. `keys` are those of report.yaml, `since` is the day whose position `then` shows.

    Findings: AP020 a Ref under `renumbered` or `removed` that no action has, or that is said to be two things.
    """
    findings = Findings()
    findings.extend(_no_actions(plan, then, source, keys))
    was, by_words = _matched(plan.actions, then.actions, source)
    changes = compared(plan.actions, then.actions, was, source.removed)
    told = (change.model_copy(update={"by_words": change.action.ref in by_words}) for change in changes.actions)
    return findings.parsed(changes.model_copy(update={"since": since, "actions": tuple(told)}))


# Rows that are not read, or read as another: the comparison would be of less than members were shown.
_ROWS_MISSED = ("AP003", "AP016", "WB001", "WB002", "WB004")


def said_of_last_plan(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What was found wrong with the last report's plan and keeps actions from being compared; nothing else matters."""
    for finding in findings:
        if finding.severity is Severity.ERROR or finding.code in _ROWS_MISSED:
            sentence = f"the last report's plan cannot be compared: {finding.sentence}"
            remedy = f"{finding.remedy}; or leave `previous` out of report.yaml"
            yield Finding(finding.code, finding.severity, finding.where, sentence, remedy)


def _no_actions(plan: ActionPlan, then: ActionPlan, source: PlanSource, keys: Keys) -> Iterator[Finding]:
    """AP020."""
    now_there = {action.ref: action for action in plan.actions}
    then_there = {action.ref: action for action in then.actions}
    named = [("renumbered", now, now, now_there, "the plan") for now in source.renumbered]
    named += [("renumbered", now, was, then_there, "the last report") for now, was in source.renumbered.items()]
    named += [("removed", was, was, then_there, "the last report") for was in source.removed]
    for key, at, ref, there, where in named:
        if ref not in there:
            advice = wording.did_you_mean(ref, there) or "write its Ref as the plan has it"
            yield _wrong(keys, key, at, f"there is no action {ref} in {where}", advice)
    taken: dict[str, str] = {}
    for now, was in source.renumbered.items():
        if taken.setdefault(was, now) != now:
            yield _wrong(keys, "renumbered", now, f"action {taken[was]} was {was} already", "keep one of the two")
    for was in source.removed:
        if was in taken:
            sentence = f"action {was} is {taken[was]} now, under renumbered"
            yield _wrong(keys, "removed", was, sentence, "keep one of the two")
        elif was in now_there and was in then_there and _alike(now_there[was], then_there[was]):
            yield _wrong(keys, "removed", was, f"action {was} is still in the plan", "delete this line")


def _alike(one: Action, other: Action) -> bool:
    return likeness(one.action, other.action) >= _ALIKE


def _wrong(keys: Keys, key: str, at: str, sentence: str, remedy: str) -> Finding:
    return Finding("AP020", Severity.ERROR, place_of(keys, ("action_plan", key, at)), sentence, remedy)


def _matched(
    now: Iterable[Action], then: Iterable[Action], source: PlanSource
) -> tuple[Mapping[str, str], frozenset[str]]:
    """The Ref of then by the Ref of now, and the Refs of now that were matched by their words alone."""
    left_then = {action.ref: action for action in then if action.ref not in source.removed}
    was = {ref: before for ref, before in source.renumbered.items() if left_then.pop(before, None)}
    left_now = {action.ref: action for action in now if action.ref not in was}
    for ref in [ref for ref in left_now if ref in left_then]:
        was[ref] = ref
        del left_now[ref], left_then[ref]
    by_words = _same_words(left_now, left_then)
    for ref, before in by_words.items():
        del left_now[ref], left_then[before]
    by_words |= _by_words(list(left_now.values()), list(left_then.values()))
    return was | by_words, frozenset(by_words)


def _same_words(now: Mapping[str, Action], then: Mapping[str, Action]) -> dict[str, str]:
    """Actions whose words are the very same, and nobody else's: quick to find, however many Refs were given anew."""
    ours, theirs = ({ref: " ".join(each.action.split()) for ref, each in side.items()} for side in (now, then))
    here, there = Counter(ours.values()), Counter(theirs.values())
    only = {words for words in here if here[words] == there[words] == 1}
    before = {words: ref for ref, words in theirs.items() if words in only}
    return {ref: before[words] for ref, words in ours.items() if words in only}


def _by_words(now: list[Action], then: list[Action]) -> dict[str, str]:
    """Actions matched by their words, those most alike first; the same pairs whichever plan is the earlier one."""
    if len(now) * len(then) > _MOST_PAIRS:
        return {}
    pairs = ((likeness(each.action, other.action), each.ref, other.ref) for each in now for other in then)
    alike = [pair for pair in pairs if pair[0] >= _ALIKE]
    matched: dict[str, str] = {}
    taken: set[str] = set()
    for _, ref, before in sorted(alike, key=lambda pair: (-pair[0], *sorted(pair[1:]))):
        if ref not in matched and before not in taken:
            matched[ref] = before
            taken.add(before)
    return matched
