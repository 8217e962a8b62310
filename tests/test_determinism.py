"""The same inputs, templates and version give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.builders import EXAMPLE, ROOT
from tests.documents.opened import PAPERS, built, files_in

WHOLE = {"report.docx", "summary.docx", "appendix-1.docx", "briefing.pptx", "manifest.json"}


def built_by_a_process(paper, out, cwd=ROOT, **environment):
    """The files of a paper, built by a process with another environment."""
    settings = {**os.environ, "XDG_CACHE_HOME": str(out / "cache"), **environment}
    done = subprocess.run(
        [sys.executable, "-m", "papers", "build", str(paper), "--out", str(out / "outputs")],
        cwd=cwd,
        env=settings,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    files = files_in(out / "outputs" / paper.name)
    assert set(files) == WHOLE
    return files


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "0"},
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "42", "TZ": "Pacific/Pago_Pago", "LC_ALL": "C"},
        {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8", "LANGUAGE": "de"},
        {"LC_ALL": "tr_TR.UTF-8", "TZ": "Europe/Istanbul"},
        {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONOPTIMIZE": "2", "SOURCE_DATE_EPOCH": "0"},
        {"HOME": "/nonexistent", "USER": "somebody", "LOGNAME": "somebody", "COLUMNS": "20"},
    ],
    ids=lambda environment: " ".join(f"{key}={value}" for key, value in environment.items()),
)
def test_the_environment_changes_nothing(tmp_path, environment):
    """Hash seeds, time zones, languages and users leave no trace in any of the four files."""
    assert built_by_a_process(EXAMPLE, tmp_path, **environment) == built("jtai-2021-03")


def test_another_place_changes_nothing(tmp_path, monkeypatch):
    """Built from a copy with other file times in another folder, by its absolute path, the files are the same."""
    inputs = tmp_path / "far" / "away"
    shutil.copytree(EXAMPLE.parent, inputs)
    copied = inputs / EXAMPLE.name
    for file in inputs.rglob("*"):
        os.utime(file, (1_000_000_000, 1_000_000_000))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.setenv("PYTHONPATH", str(ROOT))

    assert built_by_a_process(copied, tmp_path, cwd=tmp_path / "elsewhere") == built("jtai-2021-03")


def test_a_relative_path_changes_nothing(tmp_path):
    """Named from the folder one is in, the paper has the same bytes."""
    assert built_by_a_process(EXAMPLE.relative_to(ROOT), tmp_path) == built("jtai-2021-03")


def test_a_second_build_from_the_cache_changes_nothing(tmp_path):
    """With templates compiled by an earlier run the files are the same."""
    assert built_by_a_process(EXAMPLE, tmp_path) == built_by_a_process(EXAMPLE, tmp_path)
    assert any((tmp_path / "cache").rglob("*"))


def test_a_paper_built_beside_others_is_the_same(tmp_path):
    """What was built before in the same run leaves nothing behind."""
    done = subprocess.run(
        [sys.executable, "-m", "papers", "build", *(f"inputs/{p}" for p in reversed(PAPERS)), "--out", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")},
        capture_output=True,
    )

    assert done.returncode == 0
    for paper in PAPERS:
        assert files_in(tmp_path / paper) == built(paper)


def test_nothing_of_the_machine_is_in_the_files(tmp_path):
    """No path of this machine, and no name of its user, is in the manifest."""
    manifest = built("jtai-2021-03")["manifest.json"].decode("utf-8")

    assert str(ROOT) not in manifest
    assert str(tmp_path.parent) not in manifest
    assert manifest.endswith("}\n")
