"""Colours of statuses: text that can be read, and fills that every reader can tell apart."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest
from coloraide import Color
from hypothesis import given
from hypothesis import strategies as st

from papers.findings import Finding, Severity
from papers.model.scheme import contrast
from papers.reading.colours import colour_warnings, distance
from papers.reading.formats.yaml import parse_yaml
from papers.reading.profile import parse_profile
from tests.builders import ROOT, TEMPLATES, sefton

COLOURS = st.from_regex(r"[0-9A-F]{6}", fullmatch=True)


def found(*pairs: str, warnings: bool = True) -> list[Finding]:
    """What is found wrong with statuses of these colours, each "fill text", called A, B, C ... from line 3 on."""
    states = ("completed", "on_track", "at_risk", "off_track", "not_started")
    lines = ["name: Elsewhere Council", "rag:"]
    for letter, state, pair in zip("ABCDE", states, pairs, strict=False):
        fill, text = pair.split()
        lines.append(
            f"  - {{colour: {letter}, label: is {letter}, meaning: It is., state: {state}, "
            f'fill: "{fill}", text: "{text}"}}'
        )
    keys = parse_yaml("\n".join(lines).encode(), "council.yaml").value
    parsed = parse_profile(keys)
    assert parsed.value is not None
    return [*parsed.findings, *(colour_warnings(keys, parsed.value) if warnings else ())]


@given(COLOURS, COLOURS)
def test_contrast_is_what_others_compute(one: str, other: str):
    """The ratio of any two colours is the one of a library for colours, and the same both ways."""
    theirs = Color(f"#{one}").contrast(f"#{other}", method="wcag21")

    assert contrast(one, other) == pytest.approx(theirs, rel=1e-3)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("fill", "text", "ratio"),
    [("000000", "FFFFFF", 21), ("777777", "777777", 1), ("00B050", "FFFFFF", 2.87), ("FF0000", "000000", 5.25)],
)
def test_contrast_of_cells_that_officers_use(fill: str, text: str, ratio: float):
    """Black on white is 21 to 1, a colour on itself 1 to 1; Excel's green takes no white text."""
    assert contrast(fill, text) == pytest.approx(ratio, abs=0.005)


def test_text_that_cannot_be_read_is_an_error_with_a_colour_that_can():
    """White on Excel's green is CP010, at the line of its text, with the ratio and what to write instead."""
    (finding,) = found("FFFF8A 000000", "00B050 FFFFFF", warnings=False)

    assert (finding.code, finding.severity) == ("CP010", Severity.ERROR)
    assert str(finding.where) == "council.yaml:4 (rag[2].text)"
    assert finding.sentence == "B's text is 2.8 to 1 on its fill; 4.5 is the least"
    assert finding.remedy == 'write text: "000000", which gives 7.3 to 1'


@given(COLOURS, COLOURS)
def test_what_is_advised_is_enough(fill: str, text: str):
    """For any fill the text that an error advises can be read; what is no error is at least 4.5 to 1."""
    findings = found(f"{fill} {text}", warnings=False)

    if contrast(fill, text) >= 4.5:
        assert findings == []
    else:
        (finding,) = findings
        assert contrast(fill, finding.remedy.split('"')[1]) >= 4.5


def test_a_ratio_is_never_rounded_up_to_what_is_enough():
    """4.48 to 1 is told as 4.4 to 1, which is less than 4.5."""
    (finding,) = found("FFFFFF 777777", warnings=False)

    assert "is 4.4 to 1" in finding.sentence


@pytest.mark.parametrize(
    ("fill", "text", "remedy"),
    [
        ("FFFFFF", "666666", 'write text: "000000", which gives 21.0 to 1'),
        ("FF0000", "000000", 'choose a lighter fill, and write text: "000000"'),
        ("C00000", "FFFFFF", 'choose a darker fill, and write text: "FFFFFF"'),
    ],
)
def test_text_that_is_hard_to_read_is_a_warning(fill: str, text: str, remedy: str):
    """Between 4.5 and 7 to 1 is CP004; where neither black nor white gives 7, the fill is to change."""
    (finding,) = found(f"{fill} {text}")

    assert (finding.code, finding.severity) == ("CP004", Severity.WARNING)
    assert str(finding.where) == "council.yaml:3 (rag[1].text)"
    assert finding.remedy == remedy


def test_fills_that_a_colour_blind_reader_cannot_tell_apart_are_a_warning():
    """Excel's green and red are CP005 to whom either looks like the other, with how far apart they are."""
    (finding,) = found("00B050 000000", "FF7070 000000")

    assert (finding.code, finding.severity) == ("CP005", Severity.WARNING)
    assert str(finding.where) == "council.yaml:4 (rag[2].fill)"
    assert finding.sentence.startswith("a reader who does not see ")
    assert "can hardly tell B's fill from A's" in finding.sentence
    assert finding.remedy == "make one of the two much lighter or darker"


def test_the_colours_that_officers_pick_are_warned_of():
    """Of Excel's own five, amber and yellow look alike without red or green, and so do green and red without green."""
    findings = found("00B050 000000", "FFC000 000000", "FF0000 000000", "FFFF00 000000", "0070C0 FFFFFF")

    alike = {finding.sentence for finding in findings if finding.code == "CP005"}
    assert any("green (9.6 apart)" in words and "C's fill from A's" in words for words in alike)
    assert any("green (9.5 apart)" in words and "D's fill from B's" in words for words in alike)
    assert {finding.code for finding in findings} == {"CP004", "CP005"}


def test_two_fills_that_are_the_same_are_said_once():
    """All three kinds of reader are named in one finding for the pair."""
    (finding,) = found("FFFF8A 000000", "FFFF8A 000000")

    assert "red (0.0 apart), green (0.0 apart) or blue (0.0 apart)" in finding.sentence


def test_sefton_is_told_apart_by_everyone():
    """The nearest two of its fills are as far apart as was worked out for it."""
    pairs = [*combinations(sefton().rag, 2)]

    nearest = {kind: min(distance(*pair, kind) for pair in pairs) for kind in ("protan", "deutan", "tritan")}

    assert nearest == {
        "protan": pytest.approx(20.6, abs=0.05),
        "deutan": pytest.approx(22.1, abs=0.05),
        "tritan": pytest.approx(26.2, abs=0.05),
    }


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*/council.yaml")), ids=lambda path: path.parent.name)
def test_the_councils_that_come_with_the_package_are_easy_to_read(path):
    """None of their colours is warned of."""
    keys = parse_yaml(path.read_bytes(), "council.yaml").value
    profile = parse_profile(keys).value
    assert profile is not None

    assert [str(finding) for finding in colour_warnings(keys, profile)] == []


def test_a_build_does_not_load_the_library_for_colours():
    """It takes longer to load than a paper to build; only `papers template check` asks for it."""
    asked = "import sys, papers.pipeline, papers.cli.paper; print('coloraide' in sys.modules)"

    printed = subprocess.run([sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True)

    assert printed.stdout.strip() == "False"
