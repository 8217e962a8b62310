"""The report.yaml that a council's new paper starts from: its own blocks, and who signs implications off."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from papers import wording
from papers.findings import Severity
from papers.model.block import Block, Column
from papers.model.profile import Profile
from papers.model.report import NOT_YET_SET
from papers.pipeline import Surroundings, check
from papers.reading.council import read_profile
from papers.reading.formats.yaml import parse_yaml
from papers.reading.paper import read_paper
from papers.reading.report import parse_report
from papers.starters.narrative import starter_narrative
from papers.starters.report import starter_report
from papers.starters.schema import report_schema
from papers.workbooks.starter import starter_workbook
from tests.builders import TEMPLATES, a_folder, sefton
from tests.starters.council import a_council, elsewhere
from tests.starters.test_report import part_of, switched_on, values_of
from tests.starters.test_schema import loaded


def starter(profile: Profile, council: str = "elsewhere") -> str:
    return starter_report(profile, council, "report.schema.json", {})


def a_new_paper(folder: Path, sets: Path, council: str = "elsewhere") -> Path:
    """What `papers new` makes for a council."""
    profile = read_profile(council, [sets])
    return a_folder(folder, starter_workbook(profile), starter(profile, council), starter_narrative())


def test_it_reads_without_errors_and_says_only_what_is_to_be_filled_in(tmp_path):
    """Every finding is a text (TX001) or a date (TX002) of the starter."""
    sets = a_council(tmp_path)
    folder = a_new_paper(tmp_path / "new", sets)

    findings = check(folder, Surroundings((sets,)))

    assert {(finding.code, finding.severity) for finding in findings} == {
        ("TX001", Severity.WARNING),
        ("TX002", Severity.WARNING),
    }
    said = {finding.where.key for finding in findings if finding.code == "TX001"}
    assert {"purpose", "do_nothing", "priorities[1]", "risks[1].risk", "risks[1].likelihood"} <= said
    assert {"implications.finance.text", "implications.finance.sign_off", "implications.legal.sign_off"} <= said


@pytest.mark.parametrize("council", sorted(path.parent.name for path in TEMPLATES.glob("*/council.yaml")))
def test_every_council_that_comes_with_the_package_starts_without_errors(council, tmp_path):
    """Its starter is a paper, and what its own schema wants."""
    folder = a_new_paper(tmp_path / "new", TEMPLATES, council)

    parsed = read_paper(folder, [TEMPLATES])

    assert [str(finding) for finding in parsed.findings if finding.severity is Severity.ERROR] == []
    schema = Draft202012Validator(report_schema(read_profile(council, [TEMPLATES])))
    assert [error.message for error in schema.iter_errors(loaded((folder / "report.yaml").read_text("utf-8")))] == []


def test_blocks_stand_where_the_councils_other_headings_do(tmp_path):
    """They follow the implications in the council's order; aims that it does not have are not asked for."""
    keys = [line.partition(":")[0].lstrip("#") for line in starter(elsewhere(tmp_path)).splitlines()]
    blocks = [*elsewhere(tmp_path / "again").blocks]

    at = keys.index("purpose")

    assert keys.index("implications") < at < keys.index("consultations")
    assert [key for key in keys if key in blocks] == blocks
    assert "core_purpose" not in keys
    assert "contributes to the council's aims" not in starter(elsewhere(tmp_path / "third"))


def test_each_block_is_explained_in_the_councils_words(tmp_path):
    """Its title and help, what there is to choose from, and each column of a table."""
    text = starter(elsewhere(tmp_path))

    assert part_of(text, "purpose").splitlines() == [
        "# Needed. Purpose. What members are to do.",
        "# - Write for decision or for noting.",
        'purpose: "[To choose: for decision or for noting]"',
    ]
    assert part_of(text, "do_nothing").splitlines() == [
        "# Needed. What happens if nothing is done.",
        "do_nothing: |",
        "  [To write: what happens if nothing is done]",
    ]
    assert part_of(text, "remarks").splitlines() == ["# May be left out. remarks.", "#remarks: A few words"]
    assert part_of(text, "risks").splitlines() == [
        "# Needed. Risks. What could go wrong, most serious first.",
        "# - risk: Risk. What could go wrong.",
        "# - likelihood: likelihood. Write 1, 2 or 3.",
        "# - reviewed: Reviewed on.",
        "# - mitigation: What is done about it.",
        "# - shared: shared. Answer yes or no.",
        "risks:",
        '  - risk: "[To write: risk]"',
        '    likelihood: "[To choose: 1, 2 or 3]"',
        "    reviewed: 2099-12-31",
        "    mitigation: |",
        "      [To write: what is done about it]",
        "    shared: no",
    ]


def test_a_needed_block_holds_what_is_to_be_written(tmp_path):
    """Days are the starter's own; a yes or no is no; a title's brackets do not end the hint."""
    values = values_of(starter(elsewhere(tmp_path)))

    assert (values["decided_on"], values["in_partnership"]) == (NOT_YET_SET.isoformat(), "no")
    assert values["priorities"] == ("[To write: SEND (local) priorities]",)
    assert not {"remarks", "level", "sites", "links", "note", "heard_on"} & values.keys()


def test_switching_every_block_on_gives_a_good_report(tmp_path):
    """The example of each kind is one that the reader and the council's schema take."""
    profile = elsewhere(tmp_path)
    text = switched_on(starter(profile))

    parsed = parse_report(parse_yaml(text.encode(), "report.yaml").value, profile)

    assert parsed.findings == ()
    assert set(profile.blocks) <= set(values_of(text))
    assert list(Draft202012Validator(report_schema(profile)).iter_errors(loaded(text))) == []
    assert (parsed.value.level, parsed.value.sites[0].site) == ("O'Hara's, or so", "A few words")


def test_an_implication_that_is_signed_off_has_a_place_for_who_signs(tmp_path):
    """Its text and sign-off are both written; one that needs no sign-off stays a text."""
    text = starter(elsewhere(tmp_path))

    both = {
        "text": "[To write: the implications, or why there are none]\n",
        "sign_off": "[To write: the post that has signed this off, and when]",
    }
    estates = {"text": both["text"]}
    assert values_of(text)["implications"] == {"finance": both, "legal": both, "estates": estates}
    block = part_of(text, "implications")
    assert "# - sign_off: The post that has signed this off, and when" in block
    assert "  # May be left out. Climate.\n  #climate: |" in block


def test_a_key_needed_inside_another_brings_those_that_belong_to_it(tmp_path):
    """An e-mail address that the council needs is that of a contact, who has a name and a telephone too."""
    values = values_of(starter(elsewhere(tmp_path)))

    assert set(values["contact"]) == {"name", "telephone", "email"}


@pytest.mark.parametrize(
    ("line", "sentence", "remedy"),
    [
        ("purpose: for note", 'purpose "for note" is none of for decision or for noting', 'did you mean "for noting"?'),
        ("purpose: fun", 'purpose "fun" is none of for decision or for noting', "choose one of them"),
        ("level: low", 'level "low" is none of O\'Hara\'s, or so or the "other"', "choose one of them"),
        ("heard_on: soon", 'heard_on "soon" is not a date', "write the date as 2021-03-16 or 16 March 2021"),
    ],
)
def test_a_wrong_value_of_a_block_is_answered_like_any_other(line, sentence, remedy, tmp_path):
    """A choice that there is not is answered with those that there are; the starter's hint is none of them."""
    profile = elsewhere(tmp_path)
    key = line.partition(":")[0]
    text = "\n\n".join(part for part in starter(profile).split("\n\n") if f"\n{key}:" not in part)

    (finding,) = parse_report(parse_yaml(f"{text}\n{line}\n".encode(), "report.yaml").value, profile).findings

    assert (finding.code, finding.sentence, finding.remedy) == ("RP003", sentence, remedy)


@given(st.text(min_size=1), st.text(), st.lists(st.text(min_size=1), min_size=1))
def test_any_words_of_a_council_give_a_starter_that_reads(title, help, choices):
    """Whatever a council calls its blocks and offers to choose from, the starter has no errors."""
    choices = tuple(wording.printable(choice) or "one" for choice in choices)
    blocks = {
        "asked": Block(title=title, help=help, kind="list"),
        "chosen": Block(title=title, kind="choice", choices=choices),
        "told": Block(kind="table", columns={"entry": Column(title=title, help=help, kind="text")}),
    }
    profile = sefton().model_copy(update={"blocks": blocks, "required": tuple(blocks)})

    for text in (starter(profile), switched_on(starter(profile))):
        parsed = parse_report(parse_yaml(text.encode(), "report.yaml").value, profile)
        assert [str(finding) for finding in parsed.findings] == []
