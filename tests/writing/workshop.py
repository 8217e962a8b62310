"""A folder with a paper and a copy of the Sefton templates that a test may spoil before it builds."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from papers.cli import main
from tests.builders import a_folder, a_template_set
from tests.documents.opened import DOCUMENT, changed, files_in

SPOILT = "templates/sefton/"


class Workshop:
    """`inputs/paper`, `templates/sefton` and `outputs` below one folder, which is the working folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.templates = a_template_set(folder)

    def template(self, name: str) -> Path:
        """The path of a template by its name: "report"."""
        return self.templates / "sefton" / f"{name}.docx"

    def spoil(self, name: str, old: str, new: str, part: str = DOCUMENT, times: int = -1) -> None:
        """Replace text in a part of a template."""
        path = self.template(name)
        path.write_bytes(changed(path.read_bytes(), old, new, part, times))

    def inputs(self, **inputs: str) -> None:
        """Write the folder of the paper."""
        a_folder(self.folder / "inputs" / "paper", **inputs)

    def build(self, **inputs: str) -> Result:
        """Build the paper with `papers build`, as its author would."""
        self.inputs(**inputs)
        return CliRunner().invoke(main, ["build", "inputs/paper"])

    @property
    def published(self) -> dict[str, bytes]:
        """What lies in the paper's output folder, by name."""
        return files_in(self.folder / "outputs" / "paper")


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    """A fresh workshop, with a cache of its own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return Workshop(tmp_path)
