"""The JSON Schema of report.yaml takes what the reader takes, and refuses what it refuses."""

from __future__ import annotations

from datetime import date

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from papers.starters.report import starter_report
from papers.starters.schema import report_schema
from tests.builders import REPORT, ROOT, sefton

REPORTS = sorted((ROOT / "inputs").glob("*/report.yaml"))


def loaded(text: str):
    """The values of a report.yaml, as an editor loads them: days are words."""
    return _days_as_words(YAML(typ="safe", pure=True).load(text))


def _days_as_words(value):
    match value:
        case dict():
            return {key: _days_as_words(part) for key, part in value.items()}
        case list():
            return [_days_as_words(part) for part in value]
        case date():
            return value.isoformat()
    return value


def mistakes(values) -> list[str]:
    """Where the schema finds mistakes: "contact.name"."""
    found = Draft202012Validator(report_schema()).iter_errors(values)
    return [".".join(map(str, error.absolute_path)) for error in found]


def changed(**parts) -> dict:
    """The good report with some keys changed."""
    return loaded(REPORT) | parts


def test_the_schema_is_one_itself():
    """It keeps to the 2020-12 draft and says so."""
    schema = report_schema()

    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == "report.yaml"


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_real_reports_fit(path):
    """Every report in inputs is as the schema wants it, in YAML 1.2 and in YAML 1.1, where `no` is false."""
    text = path.read_text(encoding="utf-8")
    older = YAML(typ="safe", pure=True)
    older.version = (1, 1)

    assert mistakes(loaded(text)) == []
    assert mistakes(_days_as_words(older.load(text))) == []


def test_a_starter_fits():
    """What `papers new` hands out has no line that an editor would underline."""
    assert mistakes(loaded(starter_report(sefton(), "sefton", "report.schema.json", {}))) == []


@pytest.mark.parametrize(
    "parts",
    [
        {"exempt": {"paragraphs": [1, 2], "public_interest": "It names a child.", "whole": "yes"}},
        {"key_decision": True, "in_forward_plan": "yes"},
        {"wards_affected": ["Linacre", "Derby"]},
        {"appendices": ["Plan", {"title": "Letter", "file": "letter.pdf"}]},
        {"background_papers": []},
        {"contact": {"name": "Head of Service", "telephone": 1514960001, "email": "a@example.gov.uk"}},
        {
            "action_plan": {
                "workbook": "plan.xlsx",
                "sheets": ["A", "B"],
                "previous": "../x.xlsx",
                "as_of": "1 May 2021",
            }
        },
        {"acknowledge": {"AP101": "Agreed."}},
        {"publication_date": None},
        {"implications": {"resource": "None, as nothing changes."}},
    ],
    ids=lambda parts: next(iter(parts)),
)
def test_every_way_to_write_a_value_fits(parts):
    """Each way of writing that the reader knows is known to the schema."""
    assert mistakes(changed(**parts)) == []


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"comittee": "Scrutiny"}, ""),
        ({"contact": {"name": "Head", "telephone": "1", "email": "a@example.gov.uk", "fax": "2"}}, "contact"),
        ({"contact": {"name": "Head"}}, "contact"),
        ({"exempt": "maybe"}, "exempt"),
        ({"exempt": {"paragraphs": [8], "public_interest": "x"}}, "exempt"),
        ({"key_decision": "perhaps"}, "key_decision"),
        ({"recommendations": "Note the progress."}, "recommendations"),
        ({"summary": ["One.", "Two."]}, "summary"),
        ({"meeting_date": ["2021-03-16"]}, "meeting_date"),
        ({"costs": "None"}, "costs"),
        ({"governance": [{"reports_to": "The Board"}]}, "governance.0"),
        ({"appendices": [["Plan"]]}, "appendices.0"),
    ],
    ids=lambda part: str(part),
)
def test_mistakes_are_found(parts, where):
    """A key that is not known, one that is missing and a value of the wrong kind are each found at their place."""
    assert mistakes(changed(**parts)) == [where]


def test_every_key_is_described():
    """Whoever rests the mouse on a key reads what it is for."""
    schema = report_schema()
    for keys in (schema, *schema["$defs"].values()):
        assert keys["additionalProperties"] is False
        for name, described in keys["properties"].items():
            assert len(described["description"]) > 20, name
