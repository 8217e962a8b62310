"""Where actions stand, in the words that authors use for it, and how many actions the plan has there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from papers import wording
from papers.checks.prose.words import Phrases
from papers.model.plan import Action
from papers.model.profile import Profile
from papers.model.scheme import State

Colours = frozenset[str]
_NO_COLOURS: Colours = frozenset()


@dataclass(frozen=True, slots=True)
class Reading:
    """Which actions are counted: those of some statuses, by their colour words, and perhaps those that are overdue."""

    colours: Colours = _NO_COLOURS
    overdue: bool = False

    def __or__(self, other: Reading) -> Reading:
        return Reading(self.colours | other.colours, self.overdue or other.overdue)


@dataclass(frozen=True, slots=True)
class Position:
    """A position in words, and the readings that a careful author may have of it, the plainest first.

    words       the words that findings use: "completed", "overdue"
    also        statuses that do not belie "all actions are ...": what is done is no less than on track
    fact        what an author may write for the number; "" for none
    to_do       whether it is said of what is still to be done: of all actions, that is a target
    """

    words: str
    readings: tuple[Reading, ...]
    also: Colours = _NO_COLOURS
    fact: str = ""
    to_do: bool = False

    def __or__(self, other: Position) -> Position:
        """Either of the two, as in "completed or on track"."""
        readings = tuple(dict.fromkeys(one | two for one in self.readings for two in other.readings))
        return Position(f"{self.words} or {other.words}", readings, self.also | other.also)

    def or_read(self, *readings: Reading) -> Position:
        """The position with more readings."""
        return replace(self, readings=tuple(dict.fromkeys((*self.readings, *readings))))


@dataclass(frozen=True, eq=False)
class Tally:
    """How the actions of a plan, or of a part of it, stand on a day. `of` names the part; "" is the whole.

    Most parts are named nowhere in the text: how their actions stand is looked at when it is first asked.
    """

    as_of: date
    of: str
    actions: Sequence[Action]

    @cached_property
    def standing(self) -> Mapping[tuple[str, bool], int]:
        """How many actions there are of each status, by its colour, that are overdue, and that are not."""
        return Counter((action.status.colour, action.is_overdue(self.as_of)) for action in self.actions)

    @property
    def total(self) -> int:
        """How many actions there are."""
        return len(self.actions)

    def count(self, reading: Reading) -> int:
        """How many actions a reading counts."""
        return sum(
            count
            for (colour, is_overdue), count in self.standing.items()
            if colour in reading.colours or (reading.overdue and is_overdue)
        )

    def counts(self, position: Position) -> list[int]:
        """The numbers that are right for `position`, the plainest first."""
        return list(dict.fromkeys(self.count(reading) for reading in position.readings))


def named(actions: Iterable[Action], most: int = 5) -> str:
    """The Refs of actions, for findings: "1.7, 3.4 and 4.6"; past `most` the rest is counted."""
    refs = [action.ref for action in actions]
    rest = len(refs) - most
    return wording.listing(refs if rest <= 0 else [*refs[:most], f"{wording.count(rest)} more"])


# Words that mean a state in every council, besides its own.
_BY_STATE = {
    State.COMPLETED: ("completed", "complete"),
    State.ON_TRACK: ("on track", "on schedule", "on target", "on course"),
    State.AT_RISK: ("at risk",),
    State.OFF_TRACK: ("off track", "not on track", "off schedule"),
    State.NOT_STARTED: (
        "not started", "not yet started", "yet to start", "yet to begin", "not begun", "not yet begun",
        "still to start", "not been started", "not yet been started", "to be started",
    ),
    State.BUSINESS_AS_USUAL: ("business as usual", "everyday business", "bau"),
    State.PAUSED: ("paused",),
    State.SUPERSEDED: ("superseded",),
}  # fmt: skip
_DONE = ("done", "finished", "delivered", "implemented", "closed", "achieved")
_OVERDUE = ("overdue", "past due", "past their due date", "past their due dates", "past their deadline")
_OPEN = (
    "outstanding", "open", "incomplete", "unfinished", "uncompleted", "remaining", "left", "left to do", "still to do",
    "left to complete",
)  # fmt: skip
_TO_DO = ("completed", "complete", *_DONE[:-1])
# A word of a status that is shorter, such as R, is an article or an initial in a sentence.
_SHORTEST_WORD = 3


def positions(profile: Profile) -> Phrases[Position]:
    """The words for positions in a council: those of its statuses, and those that mean a state anywhere.

    Words for a state that none of the council's statuses stands for mean nothing here. "Done" and the like may leave
    out or count in what is business as usual.
    """
    found: Phrases[Position] = Phrases()
    completed = _of_state(profile, State.COMPLETED)
    if completed:
        done = _reading(profile, *(state for state in State if state.is_done))
        found.add(completed.or_read(done), *_DONE)
    late = Reading(overdue=True)
    for status in profile.rag:
        own = _position(profile, status.label, Reading(Colours((status.colour,))), status.state, status.label)
        for name in (status.colour, status.label, *status.words):
            if len(name) >= _SHORTEST_WORD:
                found.add(own.or_read(late) if name.casefold() in ("overdue", "late") else own, name)
    for state, words in _BY_STATE.items():
        if of_state := _of_state(profile, state):
            found.add(of_state, *words)
    found.add(Position("overdue", (late,), fact="{{ plan.overdue | count }}"), *_OVERDUE)
    behind = _of_state(profile, State.OFF_TRACK)
    if behind:
        found.add(behind.or_read(late, behind.readings[0] | late), "behind schedule", "late")
    _add_to_do(found, profile)
    return found


def _add_to_do(found: Phrases[Position], profile: Profile) -> None:
    states = [state for state in State if state.is_open]
    readings = dict.fromkeys((_reading(profile, *states), _reading(profile, *states, State.PAUSED)))
    left = Position("still to be done", tuple(readings), fact="{{ plan.open | count }}", to_do=True)
    others = _reading(profile, *(state for state in State if state is not State.COMPLETED))
    undone = replace(left, words="not completed", readings=(others,), fact="").or_read(*left.readings)
    found.add(left, *_OPEN)
    for word in _TO_DO:
        found.add(left, f"to be {word}", f"still to be {word}", f"yet to be {word}")
        found.add(undone, f"not {word}", f"not yet {word}", f"not been {word}", f"not yet been {word}")


def _reading(profile: Profile, *states: State) -> Reading:
    return Reading(Colours(status.colour for status in profile.rag if status.state in states))


def _of_state(profile: Profile, state: State) -> Position | None:
    """The position that is a state; None where no status of the council is."""
    statuses = [status for status in profile.rag if status.state is state]
    if not statuses:
        return None
    return _position(profile, statuses[0].label, _reading(profile, state), state, statuses[0].label)


def _position(profile: Profile, words: str, reading: Reading, state: State, label: str) -> Position:
    no_worse = {
        State.COMPLETED: (State.COMPLETED, State.BUSINESS_AS_USUAL, State.SUPERSEDED),
        State.ON_TRACK: (State.COMPLETED, State.BUSINESS_AS_USUAL, State.SUPERSEDED, State.NOT_STARTED),
    }
    also = _reading(profile, *no_worse.get(state, ())).colours
    fact = f'{{{{ plan.count("{label}") }}}}' if len(reading.colours) == 1 else ""
    return Position(words, (reading,), also, fact)
