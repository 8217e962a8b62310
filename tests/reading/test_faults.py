"""Every code that is no rule's is explained, and nothing is explained that is not used."""

from __future__ import annotations

import re

from papers.reading.faults import faults
from tests.builders import ROOT


def test_the_codes_of_the_readers_are_those_that_are_explained():
    """faults.md and the sources name the same codes."""
    papers = ROOT / "papers"
    folders = (papers / "reading", papers / "checks" / "weight.py", papers / "template_sets.py")
    sources = (path for each in folders for path in (each.rglob("*.py") if each.is_dir() else [each]))
    used = {code for path in sources for code in re.findall(r'"([A-Z]{2}\d{3})"', path.read_text(encoding="utf-8"))}

    assert used == faults().keys()


def test_an_explanation_starts_with_a_line_that_says_it_all():
    """`papers rules` lists the first lines."""
    for code, explanation in faults().items():
        first = explanation.partition("\n")[0]
        assert first.endswith("."), code
        assert 15 < len(first) < 130, code
