"""What a whole process costs, and two commands run in turn so that a busy moment meets both."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_ONE_RUN = Path(__file__).with_name("one_run.py")


class CommandFailed(Exception):
    """A command of the benchmark ended with another status than 0; it says which, and what it printed last."""


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU time of a process, user and system, in seconds; its largest resident memory in bytes."""

    cpu: float
    peak: float


def cost(command: Sequence[str | Path]) -> Cost:
    """Run `command` to its end. Raises CommandFailed unless its status is 0."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder, "output")
        spawned = [sys.executable, "-I", "-S", _ONE_RUN, output, *command]
        line = subprocess.run(spawned, stdout=subprocess.PIPE, check=True, text=True).stdout
        status, cpu, peak = line.split()
        if status != "0":
            said = output.read_text("utf-8", "replace")[-2000:]
            raise CommandFailed(f"{' '.join(map(str, command))}\nended with {status}:\n{said}")
    return Cost(float(cpu), float(peak))


@dataclass(frozen=True, slots=True)
class Pairs:
    """The costs of two commands, run for run: `ours` and `theirs` are as long."""

    ours: tuple[Cost, ...]
    theirs: tuple[Cost, ...]

    def medians(self) -> tuple[Cost, Cost]:
        """The middle cost of each, CPU and peak taken apart."""
        ours, theirs = (
            Cost(median(each.cpu for each in side), median(each.peak for each in side))
            for side in (self.ours, self.theirs)
        )
        return ours, theirs

    def ratio(self) -> Cost:
        """The middle of the ratios ours to theirs of each pair: times without a unit."""
        pairs = list(zip(self.ours, self.theirs, strict=True))
        return Cost(median(a.cpu / b.cpu for a, b in pairs), median(a.peak / b.peak for a, b in pairs))


def in_turn(ours: Sequence[str | Path], theirs: Sequence[str | Path], runs: int) -> Pairs:
    """Run ours, theirs, ours, theirs ... `runs` times each. Raises CommandFailed. Warm up before."""
    costs = [(cost(ours), cost(theirs)) for _ in range(runs)]
    return Pairs(tuple(a for a, _ in costs), tuple(b for _, b in costs))
