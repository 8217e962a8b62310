"""Statuses: found by an officer's words, judged by what they stand for."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from papers.model.scheme import Scheme, State, Status
from tests.builders import sefton

SCHEME = sefton().scheme


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Green", "Green: completed"),
        ("GREEN", "Green: completed"),
        ("  green.  ", "Green: completed"),
        ("completed", "Green: completed"),
        ("Complete", "Green: completed"),
        ("g", "Green: completed"),
        ("Amber: on track", "Amber: on track"),
        ("amber - on track", "Amber: on track"),
        ("AMBER (ON-TRACK)", "Amber: on track"),
        ("on_track", "Amber: on track"),
        ("Orange", "Amber: on track"),
        ("Not on track", "Red: off track"),
        ("off-track", "Red: off track"),
        ("Not started", "Yellow: not started"),
        ("B.", "Blue: business as usual"),
        ("Business as usual", "Blue: business as usual"),
    ],
)
def test_a_status_is_found_by_any_of_its_names(words: str, found: str):
    """Colour, label, both, or another word; in any case, with any punctuation."""
    assert str(SCHEME.find(words)) == found


@pytest.mark.parametrize(
    "words", ["", " ", "-", "Purple", "track", "Amber Green", "on track off track", "completed 2021"]
)
def test_words_that_name_no_one_status_find_none(words: str):
    """A status is never guessed from a part of its name."""
    assert SCHEME.find(words) is None


NAMES = [
    (status, name) for status in SCHEME.statuses for name in (status.colour, status.label, str(status), *status.words)
]


@given(st.sampled_from(NAMES), st.data())
@settings(max_examples=100, deadline=None)
def test_case_and_punctuation_never_matter(named: tuple[Status, str], data: st.DataObject):
    """Any name of a status finds it, however its letters are written and whatever stands between its words."""
    status, name = named
    marks = st.text(" .,:;-_/()!\n", min_size=1, max_size=3)
    cased = "".join(data.draw(st.sampled_from((letter.upper(), letter.lower()))) for letter in name)
    written = "".join(data.draw(marks) if letter in " :" else letter for letter in cased)

    assert SCHEME.find(data.draw(marks) + written + data.draw(marks)) is status


@given(st.text())
@settings(max_examples=200, deadline=None)
def test_no_text_whatsoever_breaks_the_search(words: str):
    """Any text finds one status of the scheme, or none."""
    assert SCHEME.find(words) in (None, *SCHEME.statuses)


def test_the_same_colour_means_what_each_council_says():
    """In a council where Green is on track, Green is open."""
    elsewhere = Scheme(
        statuses=(
            Status(
                colour="Green", label="on track", meaning="Well.", state=State.ON_TRACK, fill="74CFAE", text="000000"
            ),
        )
    )

    there, here = elsewhere.find("green"), SCHEME.find("green")

    assert there is not None
    assert here is not None
    assert (there.state.is_open, here.state.is_open) == (True, False)


@pytest.mark.parametrize(
    ("state", "is_open"),
    [
        ("completed", False), ("on_track", True), ("at_risk", True), ("off_track", True), ("not_started", True),
        ("business_as_usual", False), ("paused", False), ("superseded", False),
    ],
)  # fmt: skip
def test_a_state_is_open_while_something_is_to_be_done(state: str, is_open: bool):
    """Due days matter for what is still to be done, and for nothing else."""
    assert State(state).is_open is is_open


def test_every_state_of_the_contract_is_there():
    """The states are those that councils' files may name."""
    assert {state.value for state in State} == {
        "completed", "on_track", "at_risk", "off_track", "not_started", "business_as_usual", "paused", "superseded",
    }  # fmt: skip


@pytest.mark.parametrize("colour", ["#74CFAE", "74cfae", "74CFA", "red", ""])
def test_a_colour_is_six_digits(colour: str):
    """A status without a usable colour cannot be made."""
    with pytest.raises(ValidationError):
        Status(colour="Green", label="x", meaning="x", state=State.PAUSED, fill=colour, text="000000")
