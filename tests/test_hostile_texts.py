"""A report.yaml or narrative.md made to do harm, or as bad by accident, is read or said to be wrong, and soon."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.builders import PLAN, REPORT, a_folder
from tests.processes import ended_well, ran

READ, WRONG = 0, 1
YAML_LAUGHS = "a: &a [ha, ha]\n" + "".join(
    f"{now}: &{now} [{', '.join([f'*{before}'] * 9)}]\n" for before, now in zip("abcdefgh", "bcdefghi", strict=True)
)
LETTERS = "x" * 2_000_000
REPORTS = {
    "aliases": (YAML_LAUGHS + REPORT, WRONG, "YA004"),
    "an alias of itself": ("subject: &a [*a]\n" + REPORT, WRONG, "YA00"),
    "a merge": ("a: &a {b: c}\nd:\n  <<: *a\n" + REPORT, WRONG, "YA00"),
    "a tag": (REPORT.replace("subject: Action plan", "subject: !!python/object/apply:os.system [id]"), WRONG, "RP00"),
    "nested": ("a: " + "[" * 20_000 + "\n" + REPORT, WRONG, "nested too deeply|YA001"),
    "5,000 keys": ("".join(f"k{n}: v\n" for n in range(5_000)) + REPORT, WRONG, "RP001"),
    "letters": (REPORT.replace("How the plan stands.", LETTERS), None, ""),
    "controls": (REPORT.replace("Action plan", "Action\x01 plan", 1), WRONG, "YA001"),
}
NARRATIVES = {
    "letters": ("# Background\n\n" + LETTERS, None, ""),
    "brackets": ("# Background\n\n" + "[" * 20_000, None, ""),
    "links": ("# Background\n\n" + "[a](" * 20_000, None, ""),
    "stars": ("# Background\n\n" + "*a **a " * 10_000, None, ""),
    "quotations": ("# Background\n\n" + ">" * 50_000 + " a", None, ""),
    "lists": ("# Background\n\n" + "".join("  " * n + "- a\n" for n in range(500)), None, ""),
    "ticks": ("# Background\n\n" + "".join("`" * n + " " for n in range(1, 1_000)), None, ""),
    "comments": ("# Background\n\n" + "<!--" * 50_000, WRONG, "MD006"),
    "headings": ("# a\n\nb\n\n" * 3_000, None, ""),
    "columns": ("# Background\n\n" + "|" * 5_000 + "\n" + "|-" * 5_000 + "|\n" + "|a" * 5_000, None, ""),
    "controls": ("# Background\n\na\x00\x01b", None, ""),
}
TEXTS = [
    pytest.param(file, *case, id=f"{file}, {name}")
    for file, texts in (("report", REPORTS), ("narrative", NARRATIVES))
    for name, case in texts.items()
]


@pytest.mark.parametrize(("file", "text", "status", "words"), TEXTS)
def test_a_text_of_any_kind_is_read_or_said_to_be_wrong(tmp_path: Path, file: str, text: str, status, words: str):
    """Aliases that multiply, texts without end and nesting without end are read, or are findings, and soon."""
    paper = a_folder(tmp_path / "paper", PLAN, **{file: text})

    outcome = ran(tmp_path, "build", paper, "--out", tmp_path / "out")

    ended_well(outcome)
    assert outcome.status == status or (status is None and outcome.status in (READ, WRONG)), outcome.said[-2000:]
    assert re.search(words, outcome.said), outcome.said[-2000:]
