"""The JSON Schemas of report.yaml and council.yaml take what the readers take, and refuse what they refuse."""

from __future__ import annotations

from datetime import date

import pytest
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from papers.model.profile import COLUMN_NAMES, Profile
from papers.reading.council import read_profile
from papers.starters.report import starter_report
from papers.starters.schema import council_schema, report_schema
from tests.builders import REPORT, ROOT, TEMPLATES, sefton
from tests.starters.council import COUNCIL, elsewhere

REPORTS = sorted((ROOT / "inputs").glob("*/report.yaml"))
COUNCILS = sorted(TEMPLATES.glob("*/council.yaml"))


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


def mistakes(values, schema=None) -> list[str]:
    """Where a schema, by default that of every report.yaml, finds mistakes: "contact.name"."""
    found = Draft202012Validator(schema or report_schema()).iter_errors(values)
    return [".".join(map(str, error.absolute_path)) for error in found]


def changed(**parts) -> dict:
    """The good report with some keys changed."""
    return loaded(REPORT) | parts


def own_schema(text: str):
    """The schema of the council that a report names."""
    return report_schema(read_profile(loaded(text)["council"], [TEMPLATES]))


@pytest.mark.parametrize(
    ("schema", "title"),
    [(report_schema(), "report.yaml"), (report_schema(sefton()), "report.yaml"), (council_schema(), "council.yaml")],
    ids=["every report", "a council's report", "council"],
)
def test_a_schema_is_one_itself(schema, title):
    """It keeps to the 2020-12 draft and says so."""
    Draft202012Validator.check_schema(schema)

    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["title"] == title


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.parent.name)
def test_real_reports_fit(path):
    """Every report in inputs is as its council's schema wants it, in YAML 1.2 and in 1.1, where `no` is false."""
    text = path.read_text(encoding="utf-8")
    older = YAML(typ="safe", pure=True)
    older.version = (1, 1)

    assert mistakes(loaded(text), own_schema(text)) == []
    assert mistakes(_days_as_words(older.load(text)), own_schema(text)) == []


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
    for schema in (report_schema(), council_schema()):
        for keys in (schema, *schema["$defs"].values()):
            assert keys.get("enum") or keys["additionalProperties"] is False
            for name, described in keys.get("properties", {}).items():
                assert len(described["description"]) > 20, name


# A council's own


def good(profile: Profile) -> dict:
    """A starter of the council: everything that it needs is there."""
    return loaded(starter_report(profile, "elsewhere", "report.schema.json", {}))


def test_the_councils_own_keys_are_known(tmp_path):
    """Its blocks are keys with its help, its headings the only ones below implications; elsewhere they are mistakes."""
    schema = report_schema(elsewhere(tmp_path))

    assert mistakes(good(elsewhere(tmp_path / "again")), schema) == []
    assert mistakes({"purpose": "for noting"}) != []
    assert schema["properties"]["purpose"]["description"] == "What members are to do."
    assert list(schema["properties"]["implications"]["properties"]) == ["finance", "legal", "estates", "climate"]
    assert schema["properties"]["implications"]["properties"]["climate"]["description"] == "Climate."


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"purpose": "for fun"}, "purpose"),
        ({"purpos": "for noting"}, ""),
        ({"risks": [{"risk": "Fire", "likelyhood": "1"}]}, "risks.0"),
        ({"risks": [{"risk": "Fire", "likelihood": 4}]}, "risks.0.likelihood"),
        ({"in_partnership": "perhaps"}, "in_partnership"),
        ({"priorities": "One"}, "priorities"),
        ({"contact": {"name": "Head", "telephone": "1"}}, "contact"),
        ({"core_purpose": {"protect": "It helps."}}, "core_purpose"),
    ],
    ids=str,
)
def test_mistakes_in_the_councils_own_keys_are_found(parts, where, tmp_path):
    """Choices, columns and headings are the council's, and nothing else."""
    profile = elsewhere(tmp_path)

    assert where in mistakes(good(profile) | parts, report_schema(profile))


def test_a_number_is_a_choice_like_any_other(tmp_path):
    """An editor reads 2 as a number, where the reader reads a word; both take it."""
    profile = elsewhere(tmp_path)

    assert mistakes(good(profile) | {"risks": [{"risk": "Fire", "likelihood": 2}]}, report_schema(profile)) == []


@pytest.mark.parametrize("dotted", ["purpose", "do_nothing", "risks", "implications.finance", "contact.email"])
def test_what_the_council_requires_has_to_be_there(dotted, tmp_path):
    """A required key that is left out is underlined in what should hold it."""
    profile = elsewhere(tmp_path)
    values = good(profile)
    above, _, key = dotted.rpartition(".")
    del (values[above] if above else values)[key]

    assert set(mistakes(values, report_schema(profile))) == {above}


def test_a_sign_off_that_is_required_has_to_be_there(tmp_path):
    """Neither a text alone nor keys without the sign-off are enough; a heading without one may be a text."""
    profile = elsewhere(tmp_path)
    said = good(profile)["implications"]

    for finance in ("None.", {"text": "None."}):
        values = good(profile) | {"implications": said | {"finance": finance, "climate": "None."}}
        assert set(mistakes(values, report_schema(profile))) == {"implications.finance"}


# council.yaml


@pytest.mark.parametrize("path", COUNCILS, ids=lambda path: path.parent.name)
def test_councils_that_come_with_the_package_fit(path):
    """Every council.yaml is as its schema wants it."""
    assert mistakes(loaded(path.read_text(encoding="utf-8")), council_schema()) == []


@pytest.mark.parametrize(
    ("parts", "where"),
    [
        ({"requred": []}, ""),
        ({"name": ""}, "name"),
        ({"columns": {"Leed": ["Owner"]}}, "columns"),
        ({"columns": {"Lead": []}}, "columns.Lead"),
        ({"rules": {"overdue": {"severity": "off", "reason": "x"}}}, "rules"),
        ({"rules": {"AP105": {"severity": "of", "reason": "x"}}}, "rules.AP105.severity"),
        ({"rules": {"AP105": {"severity": "off"}}}, "rules.AP105"),
        ({"blocks": {"Do nothing": {}}}, "blocks"),
        ({"blocks": {"risks": {"kind": "tabel"}}}, "blocks.risks.kind"),
        ({"blocks": {"risks": {"kind": "table", "columns": {"a": {"kind": "table"}}}}}, "blocks.risks.columns.a.kind"),
        ({"notice": {"days": 0}}, "notice"),
        ({"numbering": "roman"}, "numbering"),
        ({"rag": []}, "rag"),
    ],
    ids=str,
)
def test_mistakes_in_council_yaml_are_found(parts, where):
    """Keys, columns, codes of rules, kinds of blocks and colours are judged while they are typed."""
    values = loaded(COUNCIL)
    assert mistakes(values, council_schema()) == []

    assert mistakes(values | parts, council_schema()) == [where]


def test_an_editor_offers_the_columns():
    """Each column of the plan is a key below columns."""
    assert tuple(council_schema()["properties"]["columns"]["properties"]) == COLUMN_NAMES
