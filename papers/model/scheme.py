"""The statuses of a council's action plans. The same colour means different things in different councils."""

from __future__ import annotations

import colorsys
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


# Where each colour lies on the wheel of hues, in degrees. Amber and yellow overlap: the yellow of Excel's "neutral"
# cells is many officers' amber.
_HUES = {
    "red": (345, 375), "amber": (15, 54), "yellow": (45, 70), "green": (70, 172), "blue": (172, 260),
    "purple": (260, 345),
}  # fmt: skip


def hues(fill: str) -> frozenset[str]:
    """The colour words that a fill may be called by: {"red"}; {"amber", "yellow"}; none for white, grey or black."""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    if saturation < 0.2 or not 0.08 < lightness < 0.97:
        return frozenset()
    degrees = hue * 360
    return frozenset(
        name for name, (first, end) in _HUES.items() if first <= degrees < end or first <= degrees + 360 < end
    )


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

    def of_fill(self, fill: str) -> tuple[Status, ...]:
        """The statuses whose own fill may be called the same colour as `fill`; none for "", white, grey or black."""
        colours = hues(fill) if fill else frozenset()
        return tuple(status for status in self.statuses if colours & hues(status.fill))
