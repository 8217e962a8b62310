"""YAML, as authors write it and get it wrong."""

from __future__ import annotations

import json
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from papers.findings import Parsed
from papers.reading.formats.yaml import parse_yaml
from papers.reading.located import Keys, raw


def parsed(text: str) -> Parsed[Keys]:
    return parse_yaml(dedent(text).encode("utf-8"), "report.yaml")


def said(text: str) -> list[tuple[str, str]]:
    """The code and place of everything found wrong in `text`."""
    return [(finding.code, str(finding.where)) for finding in parsed(text).findings]


def test_every_value_stays_the_words_that_were_written():
    """Nothing is a number, a date or a truth yet: "021", "no" and "2021-03-16" are words."""
    keys = parsed("""\
        telephone: 0151
        number: 1_000
        key_decision: no
        meeting_date: 2021-03-16
        quoted: "a: b # c"
        empty:
        nothing: ~
    """)

    assert keys.findings == ()
    assert raw(keys.value) == {
        "telephone": "0151", "number": "1_000", "key_decision": "no", "meeting_date": "2021-03-16",
        "quoted": "a: b # c", "empty": "", "nothing": "",
    }  # fmt: skip


def test_every_value_knows_its_line_and_its_path():
    """Keys, keys inside keys and the items of lists, counted from 1, know where they stand."""
    keys = parsed("""\
        # the cover
        costs:
          revenue: none

        appendices:
          - Plan
          - title: Map
    """).value

    assert str(keys.places["costs"]) == "report.yaml:2 (costs)"
    costs, appendices = keys.entries["costs"], keys.entries["appendices"]
    assert isinstance(costs, Keys)
    assert str(costs.places["revenue"]) == "report.yaml:3 (costs.revenue)"
    assert [str(item.place) for item in appendices.items] == [
        "report.yaml:6 (appendices[1])",
        "report.yaml:7 (appendices[2])",
    ]


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("|\n  One\n  two.\n\n  Three.\n", "One\ntwo.\n\nThree.\n"),
        (">\n  One\n  two.\n\n  Three.\n", "One two.\nThree.\n"),
        (">-\n  One\n  two\n  three", "One two three"),
        ("One\n  two\n  three", "One two three"),
        ("'It''s'", "It's"),
        ('"tab\\tand \\u00e9"', "tab\tand é"),
    ],
)
def test_a_long_text_is_read_as_yaml_has_it(written: str, words: str):
    """Texts after | keep their lines, texts after > are folded, and nothing is added to them."""
    keys = parse_yaml(f"text: {written}".encode(), "report.yaml")

    assert keys.findings == ()
    assert raw(keys.value) == {"text": words}


def test_a_file_of_comments_and_a_file_with_a_mark_at_its_start_are_fine():
    """An empty file has no keys; the mark that Windows editors put first is no part of the first key."""
    assert parse_yaml(b"# nothing yet\n", "report.yaml") == Parsed(parsed("").value)
    assert raw(parse_yaml(b"\xef\xbb\xbfcouncil: sefton", "report.yaml").value) == {"council": "sefton"}


def test_a_key_written_twice_keeps_the_first_and_says_the_second():
    """The second of two is an error at its line, wherever it stands, and the first counts."""
    keys = parsed("""\
        subject: One
        costs: {revenue: a, revenue: b}
        subject: Two
    """)

    assert [(finding.code, str(finding.where)) for finding in keys.findings] == [
        ("YA002", "report.yaml:2 (costs.revenue)"),
        ("YA002", "report.yaml:3 (subject)"),
    ]
    assert '"subject" is written twice, first in line 1' in keys.findings[1].sentence
    assert raw(keys.value) == {"subject": "One", "costs": {"revenue": "a"}}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("subject: Plan: progress\n", "report.yaml:1"),
        ("council: sefton\nsubject: **Plan**\n", "report.yaml:2"),
        ("costs:\n  revenue: a\n capital: b\n", "report.yaml:3"),
        ("costs:\n\trevenue: a\n", "report.yaml:2"),
        ("subject: 'Plan\ncouncil: sefton\n", "report.yaml:1"),
        ("subject: [Plan\n\n\n", "report.yaml:1"),
        ("council: sefton\nsubject: @Plan\n", "report.yaml:2"),
        ("council: sefton\n---\nsubject: Plan\n", "report.yaml:2"),
    ],
)
def test_what_is_no_yaml_is_one_error_at_its_line(text: str, place: str):
    """A slip of the pen is one error in its line, with what to look at."""
    (finding,) = parse_yaml(text.encode(), "report.yaml").findings

    assert (finding.code, str(finding.where)) == ("YA001", place)
    assert "this cannot be read as YAML" in finding.sentence
    assert finding.remedy


@pytest.mark.parametrize("content", ["subject: é".encode("cp1252"), "subject: Plan".encode("utf-16")])
def test_text_that_is_not_utf_8_is_one_error(content: bytes):
    """Text from an old editor, or Notepad's "Unicode", is refused with the remedy."""
    (finding,) = parse_yaml(content, "report.yaml").findings

    assert (finding.code, str(finding.where), finding.remedy) == ("YA001", "report.yaml:1", "save the file as UTF-8")


@pytest.mark.parametrize("text", ["just words", "- council\n- sefton"])
def test_something_other_than_keys_at_the_top_is_one_error(text: str):
    """A file without keys says what a line looks like."""
    (finding,) = parse_yaml(text.encode(), "report.yaml").findings

    assert (finding.code, str(finding.where)) == ("YA003", "report.yaml:1")
    assert '"key: value"' in finding.remedy


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("one: &a text\ntwo: *a\n", id="text"),
        pytest.param("one: &a [x]\ntwo: *a\n", id="list"),
        pytest.param("one: &a {x: y}\ntwo: *a\n", id="keys"),
    ],
)
def test_an_alias_is_refused_where_it_stands(text: str):
    """An alias of any kind of value is an error at the alias, not at what it stands for."""
    assert said(text) == [("YA004", "report.yaml:2 (two)")]


def test_aliases_in_aliases_do_not_multiply():
    """The well-known file that unfolds to a billion words is refused at once."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]

    findings = parse_yaml("\n".join(lines).encode(), "report.yaml").findings

    assert {finding.code for finding in findings} == {"YA004"}


@pytest.mark.parametrize("opening", ["[", "{a: ", "- "])
def test_nesting_without_end_is_one_error(opening: str):
    """A thousand lists in lists are no report, and no reason to fall over."""
    (finding,) = parse_yaml((opening * 1000).encode(), "report.yaml").findings

    assert finding.code == "YA001"


def test_a_list_as_a_key_is_refused():
    """A key that is no word is an error, and never shows an author how Python sees it."""
    assert [code for code, _ in said("? [a, b]\n: c\n")] != []


words = st.text(st.characters(exclude_categories=("C",)), max_size=20)
values = st.recursive(
    words, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3), max_leaves=8
)


def as_tuples(value: object) -> object:
    match value:
        case list():
            return tuple(as_tuples(item) for item in value)
        case dict():
            return {key: as_tuples(entry) for key, entry in value.items()}
    return value


@given(st.dictionaries(words, values, max_size=4))
@settings(max_examples=60, deadline=None)
def test_any_quoted_words_come_back_as_they_were(written: dict[str, object]):
    """Whatever is written in quotes, lists and keys is read back the same."""
    keys = parse_yaml(json.dumps(written, ensure_ascii=False).encode(), "report.yaml")

    assert keys.findings == ()
    assert raw(keys.value) == as_tuples(written)


@given(st.text(st.sampled_from("ab:-?*&!|>'\"[]{}#%@ \n\t\\0")) | st.text())
@settings(max_examples=300, deadline=None)
def test_no_text_whatsoever_breaks_the_reading(text: str):
    """Any text is keys and values, or an error with a place in the file."""
    for finding in parse_yaml(text.encode("utf-8", "replace"), "report.yaml").findings:
        assert str(finding.where).startswith("report.yaml")
        assert finding.remedy
