"""council.yaml: what a council calls things."""

from __future__ import annotations

import pytest

from papers.documents.fields import fields_of
from papers.findings import Finding
from papers.model.profile import COLUMN_NAMES, Profile
from papers.model.report import Report
from papers.model.scheme import State
from papers.reading.columns import COLUMNS
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
    assert str(finding.where) == "council.yaml:6 (columns.Leed)"


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
        ("[Accountable person]", "[]", "RP003", "council.yaml:6 (columns.Lead)", "columns.Lead has nothing in it"),
        ("colour: Green", 'colour: ""', "RP003", "council.yaml:8 (rag[1].colour)", "rag[1].colour is empty"),
    ],
)
def test_what_does_not_fit_is_said_at_its_line_and_leaves_no_profile(
    old: str, new: str, code: str, place: str, words: str
):
    """A council's file is judged like a report: code, line, key and what stands there."""
    (finding,) = findings_of(old, new)

    assert (finding.code, str(finding.where)) == (code, place)
    assert words in finding.sentence


def test_the_columns_of_the_model_are_those_that_are_read():
    """What council.yaml may name is what a plan may have, in the same order."""
    assert tuple(COLUMNS) == COLUMN_NAMES


@pytest.mark.parametrize(
    ("state", "remedy"),
    [
        ("on_trak", 'did you mean "on_track"?'),
        ("On_Track", 'did you mean "on_track"?'),
        ("wonderful", "choose one of them"),
        ('""', "write completed, on_track, at_risk, off_track, not_started, business_as_usual, paused or superseded"),
    ],
)
def test_a_word_that_is_no_choice_is_answered_with_the_choices(state: str, remedy: str):
    """What there is to choose stands in the sentence, the nearest of it in the remedy."""
    (finding,) = findings_of("state: on_track", f"state: {state}")

    assert finding.remedy == remedy
    assert "business_as_usual, paused or superseded" in f"{finding.sentence} {finding.remedy}"


# A council's own blocks


def with_blocks(blocks: str, required: str = "[subject]") -> list[Finding]:
    """What is found wrong with the council's file with `blocks`, whose lines start at line 3."""
    lines = "".join(f"  {line.strip()}\n" for line in blocks.strip().splitlines())
    return findings_of("required: [subject]\n", f"required: {required}\nblocks:\n{lines}")


def test_blocks_are_read_as_they_are_written():
    """Every kind of block is one, and a table has columns of kinds of their own."""
    profile = profile_of(
        COUNCIL
        + """\
blocks:
  purpose: {title: Purpose, kind: choice, choices: [decision, noting], help: What members are to do.}
  do_nothing: {}
  risks:
    kind: table
    columns:
      risk: {}
      likelihood: {kind: choice, choices: [1, 2, 3]}
"""
    )

    assert profile.blocks["purpose"].choices == ("decision", "noting")
    assert (profile.blocks["do_nothing"].kind, profile.blocks["risks"].columns["risk"].kind) == ("text", "line")
    assert profile.blocks["risks"].columns["likelihood"].choices == ("1", "2", "3")


@pytest.mark.parametrize(
    ("key", "words", "remedy"),
    [
        ("Do nothing", '"Do nothing" cannot be a key', 'such as "do_nothing"'),
        ("do-nothing", '"do-nothing" cannot be a key', 'such as "do_nothing"'),
        ("Risks", '"Risks" cannot be a key', 'such as "risks"'),
        ("_risks", '"_risks" cannot be a key', 'such as "risks"'),
        ("1st", '"1st" cannot be a key', "a letter first"),
        ("évaluation", "cannot be a key", "lower-case letters"),
        ("summary", 'every report has "summary" already', "another name"),
        ("notice_by", 'every report has "notice_by" already', "another name"),
        ("copy", '"copy" cannot be a key', "another name"),
        ("json", '"json" cannot be a key', "another name"),
        ("model_x", '"model_x" cannot be a key', "another name"),
    ],
)
def test_a_key_that_cannot_be_one_is_an_error(key: str, words: str, remedy: str):
    """CP006 at the line of the block, with how to write it where that is all that is wrong."""
    (finding,) = with_blocks(f"fine: {{}}\n{key}: {{}}")

    assert (finding.code, str(finding.where)) == ("CP006", f"council.yaml:5 (blocks.{key})")
    assert words in finding.sentence
    assert remedy in finding.remedy


def test_no_block_hides_what_every_report_has():
    """Each key of report.yaml, and each field that templates find beside them, is refused as a block's key."""
    (report,) = (field for field in fields_of(None).fields if field.name == "report")
    names = {*Report.model_fields, *(field.name for field in report.fields)}

    findings = with_blocks("\n".join(f"{name}: {{}}" for name in sorted(names)))

    assert [finding.code for finding in findings] == ["CP006"] * len(names)


@pytest.mark.parametrize("column", ["number", "Likelihood", "copy"])
def test_a_column_has_a_key_like_any_other(column: str):
    """A column's key is judged like a block's; "number" is what templates call the number of an entry."""
    (finding,) = with_blocks(f"risks: {{kind: table, columns: {{{column}: {{}}}}}}")

    assert (finding.code, str(finding.where)) == ("CP006", f"council.yaml:4 (blocks.risks.columns.{column})")


@pytest.mark.parametrize("key", ["summary", "number", "list", "class", "items", "x"])
def test_any_other_name_can_be_a_key(key: str):
    """A column may be called what the report calls something; "number" is only a table's own."""
    block = f"{key}: {{}}" if key != "summary" else "risks: {kind: table, columns: {summary: {}}}"

    assert with_blocks(block) == []


@pytest.mark.parametrize(
    ("block", "key", "words", "remedy"),
    [
        ("a: {kind: choice}", "a", "a is a choice without choices", "write choices: [one, another]"),
        ("a: {choices: [x]}", "a.choices", "a has choices, and is of the kind text", 'write "kind: choice"'),
        ("a: {kind: table}", "a", "a is a table without columns", "write columns"),
        ("a: {kind: list, columns: {b: {}}}", "a.columns", "a has columns, and is of the kind list", '"kind: table"'),
        (
            "a: {kind: table, columns: {b: {kind: choice}}}",
            "a.columns.b",
            "a.b is a choice without choices",
            "write choices",
        ),
    ],
)
def test_a_block_described_incompletely_is_an_error(block: str, key: str, words: str, remedy: str):
    """CP007: choices and columns stand where their kind needs them, and nowhere else."""
    (finding,) = with_blocks(block)

    assert (finding.code, str(finding.where)) == ("CP007", f"council.yaml:4 (blocks.{key})")
    assert words in finding.sentence
    assert remedy in finding.remedy


def test_a_kind_that_there_is_not_is_answered_with_the_nearest():
    """The kinds are named, as is the one that was meant."""
    (finding,) = with_blocks("a: {kind: tabel}")

    assert finding.sentence == 'blocks.a.kind "tabel" is none of line, text, day, yes_no, choice, list or table'
    assert finding.remedy == 'did you mean "table"?'


def test_a_key_of_a_block_that_there_is_not_is_answered_with_the_nearest():
    """That the author called the block "columns" does not change which keys a block has."""
    (finding,) = with_blocks("columns: {titel: x}")

    assert (finding.code, finding.remedy) == ("RP001", 'did you mean "title"?')


def test_blocks_that_cannot_be_keys_leave_no_profile():
    """No report can be read by them; any other fault leaves the profile to read reports by."""
    parsed = parse_profile(parse_yaml(f"{COUNCIL}blocks:\n  copy: {{}}\n".encode(), "council.yaml").value)

    assert parsed.value is None
    assert parse_profile(parse_yaml(COUNCIL.replace("Lead:", "Leed:").encode(), "").value).value is not None


# What a council requires


@pytest.mark.parametrize(
    "name",
    [
        "summary", "costs.revenue", "contact.email", "implications", "implications.legal", "implications.legal.text",
        "implications.legal.sign_off", "consultations.internal", "risks", "inspection.name", "recommendations",
    ],
)  # fmt: skip
def test_every_key_of_a_report_can_be_required(name: str):
    """Keys, keys inside others, the council's headings and its blocks."""
    assert with_blocks("risks: {kind: table, columns: {risk: {}}}", f"[{name}]") == []


@pytest.mark.parametrize(
    ("name", "remedy"),
    [
        ("sumary", 'did you mean "summary"?'),
        ("legal", 'did you mean "implications.legal"?'),
        ("implications.lega", 'did you mean "implications.legal"?'),
        ("risk", 'did you mean "risks"?'),
        ("risks.risk", "write risks alone: what stands in it cannot be asked for one by one"),
        ("appendices.title", "write appendices alone: what stands in it cannot be asked for one by one"),
        ("core_purpose", "the keys are in docs/inputs.md; the council's own stand under blocks"),
        ("exempt.paragraphs", "write exempt alone: what stands in it cannot be asked for one by one"),
        ("zzzz", "the keys are in docs/inputs.md; the council's own stand under blocks"),
    ],
)
def test_a_key_that_there_is_not_cannot_be_required(name: str, remedy: str):
    """CP008 at the line of the name, with the key that was meant: otherwise no report would ever be good enough."""
    (finding,) = with_blocks("risks: {kind: table, columns: {risk: {}}}", f"\n  - subject\n  - {name}")

    assert (finding.code, finding.sentence) == ("CP008", f'there is no key "{name}"')
    assert (finding.where.line, finding.where.key) == (4, "required[2]")
    assert finding.remedy == remedy


# What a council calls its columns


@pytest.mark.parametrize(
    ("columns", "line", "words"),
    [
        ("Lead: [Owner]\n  Partner: [owner]", 7, '"owner" stands for both Lead and Partner'),
        ("Lead: [Owner, Due]", 6, '"Due" stands for both Due and Lead'),
        ("Progress: [Previous progress]", 6, '"Previous progress" stands for both Previous progress and Progress'),
    ],
)
def test_a_heading_for_two_columns_is_an_error(columns: str, line: int, words: str):
    """CP009: two columns cannot share a word, in any case, and a column's own name is its own."""
    (finding,) = findings_of("Lead: [Accountable person]", columns)

    assert (finding.code, finding.where.line) == ("CP009", line)
    assert finding.sentence == words


def test_a_council_may_use_what_others_call_something_else():
    """Owner is the Lead elsewhere, and may be the Partner here. A column's own name may be repeated."""
    assert findings_of("Lead: [Accountable person]", "Partner: [Owner]\n  Lead: [Lead, lead]") == []


def test_findings_stand_in_the_order_of_the_file():
    """An author works from top to bottom, whatever is judged first."""
    text = COUNCIL.replace("Lead:", "Leed:").replace("[subject]", "[subjct]").replace('"000000"', '"FFFFFF"')

    findings = parse_profile(parse_yaml(text.encode(), "council.yaml").value).findings

    assert [(finding.code, finding.where.line) for finding in findings] == [("CP008", 2), ("CP002", 6), ("CP010", 8)]
