"""The report.yaml that a new paper starts from."""

from __future__ import annotations

import re
from datetime import date
from textwrap import dedent
from typing import get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from papers import wording
from papers.findings import Severity
from papers.model.base import Model
from papers.model.report import NOT_YET_SET, Exempt, Report
from papers.model.text import Text
from papers.reading.formats.yaml import parse_yaml
from papers.reading.located import raw
from papers.reading.paper import read_paper
from papers.reading.report import parse_report
from papers.starters.narrative import starter_narrative
from papers.starters.placeholders import PLACEHOLDERS
from papers.starters.report import CARRIED, starter_report
from papers.starters.written_yaml import WIDTH, LongText, entry
from tests.builders import EXAMPLE, REPORT, ROOT, TEMPLATES, a_folder, sefton
from tests.starters.test_schema import loaded, mistakes


def starter(carried=None, profile=None, **more) -> str:
    """A starter for Sefton."""
    return starter_report(profile or sefton(), "sefton", "report.schema.json", carried or {}, **more)


def values_of(text: str):
    """The values of a report.yaml in which nothing is wrong."""
    parsed = parse_yaml(text.encode(), "report.yaml")
    assert parsed.findings == ()
    return raw(parsed.value)


def last_report():
    """The values of the example's report."""
    return values_of((EXAMPLE / "report.yaml").read_text(encoding="utf-8"))


def switched_on(text: str) -> str:
    """A starter with the # before each key that is switched off deleted."""
    return re.sub(r"^( *)#(?! \S)", r"\1", text, flags=re.MULTILINE)


def part_of(text: str, key: str) -> str:
    """The lines about one key: what stands between two empty lines."""
    return next(part for part in text.split("\n\n") if re.search(rf"^#?{key}:", part, re.MULTILINE))


def leaves(model: type[Model], above: str = ""):
    """Every dotted key that is written as a whole: texts, lists, and keys that the council or the author names."""
    for name, field in model.model_fields.items():
        kinds = () if get_origin(field.annotation) is tuple else (field.annotation, *get_args(field.annotation))
        models = [kind for kind in kinds if isinstance(kind, type) and issubclass(kind, Model)]
        models = [kind for kind in models if kind not in (Text, Exempt)]
        if models:
            yield from leaves(models[0], f"{above}{name}.")
        else:
            yield above + name


def test_it_reads_without_errors(tmp_path):
    """A new folder is a paper: nothing has to be mended before it can be read."""
    folder = a_folder(tmp_path / "new", report=starter(), narrative=starter_narrative())

    parsed = read_paper(folder, [TEMPLATES])

    assert [str(finding) for finding in parsed.findings if finding.severity is Severity.ERROR] == []
    report = parsed.value.paper.report
    assert report.meeting_date == NOT_YET_SET
    assert (report.key_decision, report.in_forward_plan, report.exempt) == (False, False, None)
    assert str(report.summary) == "[To write: what members need to know first]"


def test_every_key_stands_in_the_order_of_the_model():
    """No key is left out, and each has its description above it."""
    text = starter()
    keys = re.findall(r"^#?([a-z_]+):", text, re.MULTILINE)

    assert keys == list(Report.model_fields)
    words = " ".join(text.replace("\n#", "").split())
    for name, field in Report.model_fields.items():
        assert field.description in words, name


def test_every_key_has_a_placeholder():
    """A key that is added to the model is added to the placeholders too, and none is left over."""
    assert {*leaves(Report)} == {*PLACEHOLDERS, "council"}


def test_what_the_council_needs_is_said_and_written():
    """A key that council.yaml requires is "Needed."; another one is switched off."""
    text = starter()

    assert part_of(text, "report_of").splitlines() == [
        "# Needed. The post of the chief officer who brings the report.",
        'report_of: "[To choose: the post of the chief officer]"',
    ]
    assert part_of(text, "publication_date").splitlines() == [
        "# May be left out. The day the agenda goes public: five clear working days before the meeting, or",
        "# earlier.",
        "#publication_date: 2026-03-09",
    ]


def test_nothing_is_made_of_what_is_switched_off():
    """Only keys that the council needs, and answers that every report gives, have a value."""
    report = parse_report(parse_yaml(starter().encode(), "").value, sefton()).value

    assert (report.publication_date, report.inspection, report.action_plan) == (None, None, None)
    assert (report.governance, report.background_papers, report.core_purpose) == ((), (), {})
    assert not report.consultations.internal
    assert set(report.implications) == {"resource", "legal", "equality"}


def test_switching_everything_on_gives_a_good_report():
    """Each example is YAML in its place, and of the kind that its key wants."""
    text = switched_on(starter())

    parsed = parse_report(parse_yaml(text.encode(), "report.yaml").value, sefton())

    assert parsed.findings == ()
    assert mistakes(loaded(text)) == []
    assert set(values_of(text)) == set(Report.model_fields)
    assert parsed.value.publication_date == date(2026, 3, 9)
    assert list(parsed.value.core_purpose) == list(sefton().core_purpose)


def test_a_council_without_needs_gets_what_every_report_has():
    """With nothing required, four keys and three answers are written."""
    bare = sefton().model_copy(update={"required": (), "implications": {}, "core_purpose": {}})
    text = starter(profile=bare)

    assert list(values_of(text)) == [
        "council", "committee", "meeting_date", "subject", "key_decision", "in_forward_plan", "exempt",
    ]  # fmt: skip
    assert parse_report(parse_yaml(text.encode(), "").value, bare).findings == ()


def test_a_council_that_needs_everything_gets_everything():
    """Any key may be required, also one that others leave out."""
    strict = sefton().model_copy(update={"required": tuple(Report.model_fields)})
    text = starter(profile=strict)

    parsed = parse_report(parse_yaml(text.encode(), "").value, strict)

    assert parsed.findings == ()
    assert "May be left out." not in text
    assert mistakes(loaded(text)) == []


def test_the_headings_of_the_council_stand_over_its_keys():
    """Whoever writes `resource` sees what the template calls it."""
    assert "  # Needed. Resource Implications (Financial, IT, Staffing and Assets).\n  resource: |" in starter()
    assert "# - cleaner_greener: Cleaner Greener." in starter()


def test_lines_are_short_enough_to_read():
    """Explanations are wrapped; only the line that editors read may be longer."""
    _, *lines = starter(last_report(), previous_workbook="../old/action-plan.xlsx", as_of=date(2021, 3, 16)).split("\n")

    assert [line for line in lines if line.lstrip().startswith("# ") and len(line) > WIDTH] == []


def test_the_first_line_tells_editors_the_schema():
    """It stands on one line, however long the path is."""
    first = starter_report(sefton(), "sefton", f"../{'long ' * 60}/report.schema.json", {}).split("\n")[0]

    assert first.startswith("# yaml-language-server: $schema=../long long")
    assert first.endswith("report.schema.json")


def test_the_next_report_keeps_what_stays_the_same():
    """Names, contact, appendices and bodies are carried over word for word."""
    before = last_report()

    after = values_of(starter(before))

    assert {key: after[key] for key in CARRIED} == {key: before[key] for key in CARRIED}


def test_the_next_report_is_written_anew():
    """Texts about one report, its dates and its references are not carried over."""
    before = last_report()

    text = starter(before)

    for key in ("summary", "reasons", "alternatives", "recommendations", "costs", "implications", "consultations"):
        assert "[To write: " in part_of(text, key)
    assert "meeting_date: 2099-12-31" in text
    for old in ("FD.6326/21", "2021-03-08", "triage car", "core purpose that this report"):
        assert old not in text
    assert "core_purpose" not in values_of(text)


def test_the_next_report_points_to_the_last_plan():
    """The last workbook is named, and its position date stands to be set anew."""
    text = starter(last_report(), previous_workbook="../jtai-2021-03/action-plan.xlsx", as_of=date(2021, 3, 16))

    block = part_of(text, "action_plan")

    assert values_of(text)["action_plan"] == {
        "workbook": "action-plan.xlsx",
        "previous": "../jtai-2021-03/action-plan.xlsx",
        "as_of": "2021-03-16",
    }
    assert "still the last report's day, 16 March 2021. Set it anew." in block
    assert "\n  #sheets:\n" in block


@pytest.mark.parametrize("folder", sorted((ROOT / "inputs").glob("*/")), ids=lambda folder: folder.name)
def test_the_next_report_reads_without_errors(folder, tmp_path):
    """Each report in inputs gives a next one that can be read."""
    before = values_of((folder / "report.yaml").read_text(encoding="utf-8"))
    text = starter(before, as_of=date(2021, 3, 16))

    parsed = read_paper(a_folder(tmp_path / "next", report=text), [TEMPLATES])

    assert [str(finding) for finding in parsed.findings if finding.severity is Severity.ERROR] == []
    assert mistakes(loaded(text)) == []


@pytest.mark.parametrize("odd", ["", (), {}, None, "text", ("a",), {"x": ("y", {"z": ""})}])
def test_a_last_report_of_an_odd_shape_still_gives_yaml(odd):
    """What the last report had under a key is carried as it is, or not at all; the file can always be read."""
    values_of(starter(dict.fromkeys(CARRIED, odd)))


@given(st.text())
def test_any_words_survive(words):
    """Whatever a carried value is made of, it is read back in the same words."""
    after = values_of(
        starter({"committee": words, "contact": {"name": words}, "appendices": (words, {"title": words})})
    )

    if kept := wording.printable(words):
        assert after["committee"] == after["contact"]["name"] == kept
        assert after["appendices"] == (kept, {"title": kept})


VALUES = st.recursive(
    st.text(),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(tuple),
        st.dictionaries(st.from_regex(r"[a-z]{1,8}", fullmatch=True), inner, min_size=1, max_size=3),
    ),
    max_leaves=12,
)


def printable(value):
    match value:
        case str():
            return wording.printable(value)
        case tuple():
            return tuple(printable(part) for part in value)
    return {key: printable(part) for key, part in value.items()}


@given(VALUES)
def test_any_value_survives(value):
    """Lists and keys within each other are read back as they were."""
    assert values_of("\n".join(entry("key", value))) == {"key": printable(value)}


def test_long_texts_stand_after_a_bar():
    """A text with several paragraphs is laid out as an author would write it."""
    lines = list(entry("summary", LongText("One.\n\nTwo.")))

    assert values_of("\n".join(lines)) == {"summary": "One.\n\nTwo."}
    assert "\n".join(lines) == dedent("""\
        summary: |
          One.

          Two.""")


def test_words_that_others_take_for_values_are_quoted():
    """A ward called No, a year and an empty text are words to every reader of YAML."""
    assert list(entry("a", ("No", "2021", "", "null", "A: b", "- c", "Plain words (all)"))) == [
        "a:", '  - "No"', '  - "2021"', '  - ""', '  - "null"', '  - "A: b"', '  - "- c"', "  - Plain words (all)",
    ]  # fmt: skip


def test_the_good_report_of_the_tests_fits_too():
    """What tests take for a good report is one to the schema."""
    assert mistakes(loaded(REPORT)) == []
