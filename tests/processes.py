"""`papers` as a whole process, and what it used: for tests of what must end soon and in little room."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.builders import ROOT

PAPERS = Path(sys.executable).with_name("papers")
ONE_RUN = ROOT / "bench" / "one_run.py"
MOST_SECONDS, MOST_MEMORY = 10.0, 500_000_000  # of a processor; of memory, in bytes
MOST_WAITING = 30  # on a busy machine; a run that never ends is ended


@dataclass(frozen=True)
class Outcome:
    """How a process ended: its status, what it printed, the CPU seconds and the memory that it took."""

    status: int
    said: str
    seconds: float
    peak: float


def ran(scratch: Path, *arguments: str | Path) -> Outcome:
    """Run `papers` to its end; a process of its own measures it, as a child's peak starts at its parent's."""
    scratch.mkdir(exist_ok=True)
    output = scratch / "output"
    command = [sys.executable, "-I", "-S", ONE_RUN, output, PAPERS, *arguments]
    env = {**os.environ, "COLUMNS": "200"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=env, start_new_session=True)
    try:
        measured, _ = process.communicate(timeout=MOST_WAITING)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)  # the one that measures, and the command that it runs
        process.communicate()
        pytest.fail(f"not at its end after {MOST_WAITING} seconds: {command[5:]}")
    status, seconds, peak = measured.split()
    return Outcome(int(status), output.read_text("utf-8", "replace"), float(seconds), float(peak))


def ended_well(outcome: Outcome) -> None:
    """It kept to its time and its room, and no traceback was printed."""
    assert "Traceback" not in outcome.said, outcome.said[-3000:]
    assert outcome.seconds < MOST_SECONDS, outcome
    assert outcome.peak < MOST_MEMORY, outcome
