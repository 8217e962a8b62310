"""council.yaml: what a council calls things."""

from __future__ import annotations

import pytest

from papers.findings import Finding
from papers.model.profile import Profile
from papers.model.scheme import State
from papers.reading.formats.yaml import parse_yaml
from papers.reading.profile import parse_profile
from tests.builders import TEMPLATES

COUNCIL = """\
name: Elsewhere Council
required: [subject]
implications:
  legal: Legal Implications
columns:
  Lead: [Accountable person]
rag:
  - {colour: Green, label: on track, meaning: It goes well., state: on_track, fill: "74CFAE", text: "000000"}
  - {colour: Blue, label: completed, meaning: It is done., state: completed, fill: 17346B, text: FFFFFF, words: [done]}
"""


def profile_of(text: str) -> Profile:
    """The profile of a text in which nothing is wrong."""
    parsed = parse_profile(parse_yaml(text.encode(), "council.yaml").value)
    assert parsed.findings == ()
    assert parsed.value is not None
    return parsed.value


def findings_of(old: str, new: str) -> list[Finding]:
    """What is found wrong with the council's file when it says `new` for `old`."""
    assert old in COUNCIL
    return list(parse_profile(parse_yaml(COUNCIL.replace(old, new, 1).encode(), "council.yaml").value).findings)


def test_a_council_is_read_as_it_is_written():
    """Names, required keys, headings and statuses are the council's own, in its order."""
    profile = profile_of(COUNCIL)

    assert (profile.name, profile.required) == ("Elsewhere Council", ("subject",))
    assert profile.implications == {"legal": "Legal Implications"}
    assert profile.columns == {"Lead": ("Accountable person",)}
    assert [(str(status), status.state) for status in profile.rag] == [
        ("Green: on track", State.ON_TRACK),
        ("Blue: completed", State.COMPLETED),
    ]
    assert (profile.rag[1].fill, profile.rag[1].text, profile.rag[1].words) == ("17346B", "FFFFFF", ("done",))


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/council.yaml")), ids=lambda path: path.parent.name)
def test_every_council_that_comes_with_the_package_is_sound(path):
    """The council.yaml of each template set has no findings, and its statuses are found by each of their names."""
    profile = profile_of(path.read_text(encoding="utf-8"))

    for status in profile.rag:
        for words in (status.colour, status.label, str(status), *status.words):
            assert profile.scheme.find(words) is status


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("words: [done]", "words: [Green]", '"Green" stands for both Green and Blue'),
        ("words: [done]", "words: [ON TRACK]", '"ON TRACK" stands for both Green and Blue'),
        ("words: [done]", "words: [on-track]", '"on-track" stands for both Green and Blue'),
        ("label: completed", "label: on track", '"on track" stands for both Green and Blue'),
        ("colour: Blue", "colour: green", "Green"),
        ("colour: Blue", "colour: Green", "Green"),
    ],
)
def test_a_word_for_two_statuses_is_an_error(old: str, new: str, words: str):
    """A word, a label or a colour that stands for two statuses is CP001, in any case and punctuation."""
    findings = findings_of(old, new)

    assert {finding.code for finding in findings} == {"CP001"}
    assert all(finding.where.file == "council.yaml" and finding.where.line for finding in findings)
    assert words in findings[0].sentence
    assert findings[0].remedy == "keep one"


def test_a_word_twice_for_one_status_is_fine():
    """A status may say the same word twice."""
    assert findings_of("words: [done]", "words: [Done, DONE, blue, completed]") == []


def test_a_column_that_there_is_not_is_an_error():
    """Headings for a column outside the contract are CP002, with the column that was meant."""
    (finding,) = findings_of("  Lead: [", "  Leed: [")

    assert (finding.code, finding.sentence, finding.remedy) == (
        "CP002",
        'there is no column "Leed"',
        'did you mean "Lead"?',
    )
    assert (finding.where.file, finding.where.line > 0) == ("council.yaml", True)


def test_a_column_like_no_other_is_answered_with_the_columns_there_are():
    """Where nothing is near, all columns are named."""
    (finding,) = findings_of("  Lead: [", "  Zzzz: [")

    assert "the columns are Ref, Priority, Partner" in finding.remedy


@pytest.mark.parametrize("colour", ["#74CFAE", "74cfae", "green", "74CFA", "74CFAE0", ""])
def test_a_colour_that_is_not_six_digits_is_an_error(colour: str):
    """A colour is written one way; the remedy shows it."""
    (finding,) = findings_of('fill: "74CFAE"', f'fill: "{colour}"')

    assert (finding.code, str(finding.where)) == ("RP003", "council.yaml:8 (rag[1].fill)")
    assert (f'"{colour}"' if colour else "empty") in finding.sentence
    assert "six digits 0 to 9 and A to F in quotes" in finding.remedy


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "words"),
    [
        ("name: Elsewhere Council\n", "", "RP002", "council.yaml:1 (name)", "name is missing"),
        ("state: on_track", "state: fine", "RP003", "council.yaml:8 (rag[1].state)", '"fine" is none of completed'),
        ("state: on_track, ", "", "RP002", "council.yaml:8 (rag[1].state)", "rag[1].state is missing"),
        ("required:", "requred:", "RP001", "council.yaml:2 (requred)", 'no key "requred"'),
        ("label: on track", "labl: x, label: y", "RP001", "council.yaml:8 (rag[1].labl)", 'no key "labl"'),
        ("[subject]", "subject", "RP003", "council.yaml:2 (required)", '"subject" is not a list'),
        ("  legal: Legal Implications", "  legal: [a]", "RP003", "council.yaml:4 (implications.legal)", "is a list"),
    ],
)
def test_what_does_not_fit_is_said_at_its_line_and_leaves_no_profile(
    old: str, new: str, code: str, place: str, words: str
):
    """A council's file is judged like a report: code, line, key and what stands there."""
    (finding,) = findings_of(old, new)

    assert (finding.code, str(finding.where)) == (code, place)
    assert words in finding.sentence
