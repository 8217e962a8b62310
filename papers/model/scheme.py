"""The statuses of a council's action plans. The same colour means different things in different councils."""

from __future__ import annotations

import enum
import re
from typing import Annotated

from pydantic import StringConstraints

from papers.model.base import Model

Colour = Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{6}$")]


class State(enum.StrEnum):
    """What a status stands for, whatever its colour is. Checks look at this alone."""

    COMPLETED = "completed"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    NOT_STARTED = "not_started"
    BUSINESS_AS_USUAL = "business_as_usual"
    PAUSED = "paused"
    SUPERSEDED = "superseded"

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done, so that a due day matters."""
        return self in (State.ON_TRACK, State.AT_RISK, State.OFF_TRACK, State.NOT_STARTED)


class Status(Model):
    """One status: its colour word and label as printed ("Amber: on track"), and the words officers use for it.

    `fill` and `text` are colours as six hexadecimal digits; `meaning` is the sentence of the key.
    """

    colour: str
    label: str
    meaning: str
    state: State
    fill: Colour
    text: Colour
    words: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.colour}: {self.label}"


def folded(words: str) -> str:
    """The words of a status as they are compared: in lower case, punctuation and underscores as spaces."""
    return re.sub(r"[\W_]+", " ", words).strip().casefold()


class Scheme(Model):
    """The statuses, in the order in which keys and counts print them."""

    statuses: tuple[Status, ...]

    def find(self, words: str) -> Status | None:
        """The status that `words` name by colour, label, both, or another of its words; in any case and punctuation."""
        wanted = folded(words)
        for status in self.statuses:
            if wanted in {folded(name) for name in (status.colour, status.label, str(status), *status.words)}:
                return status
        return None
