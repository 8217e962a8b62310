"""The statuses of a council's action plans. The same colour means different things in different councils."""

from __future__ import annotations

import colorsys
import enum
import re
from typing import Annotated

from pydantic import Field, StringConstraints

from papers import wording
from papers.model.base import Model
from papers.model.written import Filled

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

    @property
    def is_done(self) -> bool:
        """Whether it has been done, be it once or as part of everyday business."""
        return self in (State.COMPLETED, State.BUSINESS_AS_USUAL)

    @property
    def standing(self) -> int | None:
        """How well an action in this state stands, the worst being 0; None for one that is no longer to be done.

        What is done stands best, what goes as planned better than what has yet to begin, and that better than what is
        in doubt. Completed and business as usual stand alike: both are done.
        """
        return _STANDING.get(self)


_STANDING = {
    State.OFF_TRACK: 0, State.PAUSED: 1, State.AT_RISK: 2, State.NOT_STARTED: 3, State.ON_TRACK: 4,
    State.COMPLETED: 5, State.BUSINESS_AS_USUAL: 5,
}  # fmt: skip


class Status(Model):
    """One status: its colour word and label as printed ("Amber: on track"), and the words officers use for it."""

    colour: Filled = Field(description="Its colour in a word: Amber. Papers print it with the label: Amber: on track.")
    label: Filled = Field(description="What it stands for, in two or three words: on track.")
    meaning: Filled = Field(description="What it means, in a sentence, as the key of the papers prints it.")
    state: State = Field(
        description=f"{wording.listing(State, 'or')}: what it stands for, whatever its colour is here. Checks look at "
        "this alone."
    )
    fill: Colour = Field(
        description="The colour of its cells: six digits 0 to 9 and A to F in quotes, as Word shows it after #."
    )
    text: Colour = Field(
        description="The colour of the words on it. It has to be at least 4.5 to 1 on the fill, and better 7 to 1."
    )
    words: tuple[Filled, ...] = Field(
        default=(), description="Other words that officers use for it, in any case: [A, Orange]."
    )

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


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, from 1 (the same) to 21 (black and white), as WCAG 2.2 computes it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """WCAG's relative luminance of a colour as six hexadecimal digits: 0 for black, 1 for white."""
    shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


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
