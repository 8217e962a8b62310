"""The plan as it is and as it was in the last report -> what has changed."""

from __future__ import annotations

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

    Findings: AP020 a Ref under `renumbered` or `removed` that no action has.
    """
    findings = Findings()
    findings.extend(_no_actions(plan, then, source, keys))
    was, by_words = _matched(plan.actions, then.actions, source)
    changes = compared(plan.actions, then.actions, was, source.removed)
    told = (change.model_copy(update={"by_words": change.action.ref in by_words}) for change in changes.actions)
    return findings.parsed(changes.model_copy(update={"since": since, "actions": tuple(told)}))


def said_of_last_plan(findings: Iterable[Finding]) -> Iterator[Finding]:
    """What was found wrong with the last report's plan. Rows left out cannot be compared; nothing else matters now."""
    for finding in findings:
        if finding.severity is Severity.ERROR:
            sentence = f"the last report's plan cannot be compared in full: {finding.sentence}"
            yield Finding(finding.code, Severity.WARNING, finding.where, sentence, finding.remedy)


def _no_actions(plan: ActionPlan, then: ActionPlan, source: PlanSource, keys: Keys) -> Iterator[Finding]:
    """AP020."""
    now_there = {action.ref for action in plan.actions}
    then_there = {action.ref for action in then.actions}
    named = [("renumbered", now, now, now_there, "the plan") for now in source.renumbered]
    named += [("renumbered", now, was, then_there, "the last report") for now, was in source.renumbered.items()]
    named += [("removed", was, was, then_there, "the last report") for was in source.removed]
    for key, at, ref, there, where in named:
        if ref not in there:
            advice = wording.did_you_mean(ref, there) or "write its Ref as the plan has it"
            place = place_of(keys, ("action_plan", key, at))
            yield Finding("AP020", Severity.ERROR, place, f"there is no action {ref} in {where}", advice)


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
    by_words = _by_words(list(left_now.values()), list(left_then.values()))
    return was | by_words, frozenset(by_words)


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
