"""What has become of a plan's actions since the last report on it."""

from __future__ import annotations

import enum
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from papers.model.base import Model
from papers.model.plan import Action


class Movement(enum.StrEnum):
    """Which way an action has gone, by the states that its statuses stand for, never by their colours."""

    IMPROVED = "improved"
    WORSENED = "worsened"
    SAME = "same"
    NEW = "new"


class Change(Model):
    """An action as it is now, and as it was in the last report; `before` is None for a new one.

    `by_words` is whether it was taken for the earlier one by its words alone, its Ref being another.
    """

    action: Action
    before: Action | None = None
    by_words: bool = False

    @property
    def movement(self) -> Movement:
        """By the standing of the two states; a superseded action has neither improved nor worsened."""
        if self.before is None:
            return Movement.NEW
        now, then = self.action.status.state.standing, self.before.status.state.standing
        if now is None or then is None or now == then:
            return Movement.SAME
        return Movement.IMPROVED if now > then else Movement.WORSENED

    @property
    def slipped(self) -> int:
        """By how many days its last due day has moved back; 0 where it has not, or words without days are due then."""
        now, then = self.action.deadline.last, self.before.deadline.last if self.before else None
        return max((now - then).days, 0) if now and then else 0

    @property
    def lost_its_date(self) -> bool:
        """Whether it is still to be done, had a day by which it was due, and has none now."""
        had = self.before is not None and self.before.deadline.last is not None
        return had and self.action.status.state.is_open and self.action.deadline.last is None

    @property
    def revised_again(self) -> bool:
        """Whether its date, revised in the last report already, has slipped once more."""
        if not self.slipped or self.before is None or self.before.revised_due is None:
            return False
        first, revised = self.before.due.last, self.before.revised_due.last
        return revised is not None and (first is None or revised > first)

    @property
    def reopened(self) -> bool:
        """Whether it was done, and is to be done now."""
        done = self.before is not None and self.before.status.state.is_done
        return done and not self.action.status.state.is_done and self.action.status.state.standing is not None


class Removed(Model):
    """An action of the last report that the plan no longer has, and why."""

    action: Action
    reason: str


class Changes(Model):
    """Every action of the plan in its order, and the last report's actions that it no longer has, in theirs.

    `since` is the day whose position the last report showed; None where its inputs do not tell.
    """

    actions: tuple[Change, ...]
    removed: tuple[Removed, ...] = ()
    since: date | None = None

    @cached_property
    def by_ref(self) -> Mapping[str, Change]:
        """Each change by its action's Ref."""
        return {change.action.ref: change for change in self.actions}

    def moved(self, movement: Movement) -> list[Change]:
        """The actions that have gone this way."""
        return [change for change in self.actions if change.movement is movement]

    @property
    def slipped(self) -> list[Change]:
        """Actions whose due day has moved back, the furthest first."""
        return sorted((change for change in self.actions if change.slipped), key=lambda change: -change.slipped)


def compared(
    now: Iterable[Action], then: Iterable[Action], was: Mapping[str, str], reasons: Mapping[str, str]
) -> Changes:
    """The changes from `then` to `now`.

    `was` gives the Ref that an action had then by the Ref it has now; an action that it lacks is new. `reasons` says,
    by its Ref then, why an action is no longer there; "" where it does not. Of what was exempt then nothing is told: to
    the public, such an action is new.
    """
    before = {action.ref: action for action in then if not action.exempt}
    actions = tuple(Change(action=action, before=before.get(was.get(action.ref, ""))) for action in now)
    kept = {change.before.ref for change in actions if change.before}
    gone = (action for ref, action in before.items() if ref not in kept)
    return Changes(
        actions=actions, removed=tuple(Removed(action=each, reason=reasons.get(each.ref, "")) for each in gone)
    )
