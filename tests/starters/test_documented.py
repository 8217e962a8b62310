"""docs/templates.md says of council.yaml what the model says, and its example works."""

from __future__ import annotations

import runpy
from types import SimpleNamespace

import pytest

from papers.findings import Severity
from papers.model.profile import Profile
from papers.model.scheme import State
from papers.reading.formats.yaml import parse_yaml
from papers.reading.profile import parse_profile
from papers.reading.report import parse_report
from papers.starters.report import starter_report
from tests.builders import REPORT, ROOT, TEMPLATES

KEYS = SimpleNamespace(**runpy.run_path(str(ROOT / "docs" / "keys.py")))
PAGE = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")


def of_the_example() -> Profile:
    """Sefton, with the council.yaml of the example added to its own."""
    own = (TEMPLATES / "sefton" / "council.yaml").read_text(encoding="utf-8")
    required, _, blocks = KEYS.COUNCIL.partition("\n\n")
    text = f"{own.replace('required:', required, 1)}\n{blocks}"
    parsed = parse_profile(parse_yaml(text.encode(), "council.yaml").value)
    assert [str(finding) for finding in parsed.findings] == []
    assert parsed.value is not None
    return parsed.value


def test_the_page_says_what_the_model_says():
    """If this fails: run `.venv/bin/python docs/keys.py`."""
    assert KEYS.written(PAGE) == PAGE


def test_a_page_that_lost_its_place_is_not_written_over():
    """Without its markers nobody knows what is the model's and what somebody wrote."""
    with pytest.raises(ValueError, match="has lost its markers"):
        KEYS.written(PAGE.replace(KEYS.END, ""))


def test_every_key_is_on_the_page():
    """Each key of the model and of the models below it has a row, with words of its own."""
    for model in (Profile, *KEYS.BELOW.values()):
        for name, field in model.model_fields.items():
            assert field.description, name
            assert f"| `{name}` | {field.description} |" in PAGE
    assert all(state in PAGE for state in State)


def test_the_example_is_good_as_it_stands():
    """The block is one, a starter asks for it, and what the example fills in is read."""
    profile = of_the_example()

    starter = starter_report(profile, "sefton", "report.schema.json", {})
    parsed = parse_report(parse_yaml(f"{REPORT}{KEYS.REPORT}".encode(), "report.yaml").value, profile)

    assert "# Needed. Options. Every option that was considered, the recommended one first." in starter
    assert [finding for finding in parsed.findings if finding.severity is Severity.ERROR] == []
    assert [option.view for option in parsed.value.options] == ["not recommended", "recommended"]
