"""`make bench`: times `papers build` and a plain docxtpl script over the same inputs, and prints how they compare."""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from bench.cost import CommandFailed, Cost, Pairs, cost, in_turn
from bench.make_templates import make_templates
from bench.plans import WORKBOOK, make_plan, plain_example
from bench.same_words import differences

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = "jtai-2021-03"
PAPERS = Path(sys.executable).with_name("papers")
SCRIPT = Path(__file__).with_name("plain_docxtpl.py")
READ_ONLY = Path(__file__).with_name("read_only.py")
EXAMPLE_SIZE = 34
RUNS = {EXAMPLE_SIZE: 7, 300: 7, 3_000: 3, 10_000: 3}
HELP_RUNS = 9
MIB = 1024 * 1024


def main() -> int:
    """Measure, print; 0 unless something could not be built (1) or this system cannot measure (2)."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the example and 300 actions only")
    parser.add_argument("--runs", type=int, metavar="N", help="runs of each, instead of 7 or 3")
    options = parser.parse_args()
    if not hasattr(os, "wait4"):
        print("The benchmark needs Linux or macOS: nothing else tells what a process has used.", file=sys.stderr)
        return 2
    sizes = [size for size in RUNS if size <= 300 or not options.quick]
    try:
        with tempfile.TemporaryDirectory(prefix="papers-bench-") as folder:
            bench = Bench(Path(folder))
            results = {size: bench.compared(size, options.runs or RUNS[size]) for size in sizes}
            started = bench.start_up(options.runs or HELP_RUNS)
            checked = bench.checked(max(sizes), options.runs or RUNS[max(sizes)])
            print_all(results, bench, started, checked)
    except CommandFailed as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


class Bench:
    """One run of the benchmark in a folder of its own, its templates made and its cache of templates empty."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.unlike: dict[int, list[str]] = {}
        # A cache of templates of its own, so that the user's is left alone and the first build can be seen; bytecode
        # kept as it is of whatever pip installs, also where the environment says that none be written.
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "bytecode")
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        plain_example(ROOT / "inputs" / EXAMPLE, folder / "inputs" / EXAMPLE)
        words_only = shutil.ignore_patterns("*.pptx")
        shutil.copytree(ROOT / "templates" / "sefton", folder / "templates" / "sefton", ignore=words_only)
        make_templates(folder / "templates" / "sefton", folder / "templates-docxtpl")
        os.chdir(folder)

    def compared(self, size: int, runs: int) -> Pairs:
        """Both commands over a plan of `size`: one warm-up of each, a look at what they say, then `runs` in turn."""
        say(f"{size:,} actions ...")
        inputs = self.inputs(size)
        out = self.folder / "outputs" / inputs.name
        ours = [PAPERS, "build", inputs, "--out", out / "papers"]
        theirs = [sys.executable, SCRIPT, inputs, self.folder / "templates-docxtpl", out / "docxtpl"]
        cost(ours), cost(theirs)
        self.unlike[size] = list(differences(out / "papers" / inputs.name, out / "docxtpl", inputs / WORKBOOK))
        return in_turn(ours, theirs, runs)

    def first_build(self) -> Cost | None:
        """What a build of the example costs before any template was compiled; None where its cache is elsewhere.

        Its bytecode is there.
        """
        if not (self.folder / "cache").is_dir():  # macOS keeps caches in a folder that no variable moves
            return None
        shutil.rmtree(self.folder / "cache")
        return cost([PAPERS, "build", self.inputs(EXAMPLE_SIZE), "--out", self.folder / "outputs" / "first"])

    def inputs(self, size: int) -> Path:
        """The folder of a paper of `size` actions, made where it is not the example."""
        example = self.folder / "inputs" / EXAMPLE
        if size == EXAMPLE_SIZE:
            return example
        folder = self.folder / "inputs" / f"plan-{size}"
        make_plan(example, folder, size)
        return folder

    def checked(self, size: int, runs: int) -> Pairs:
        """`papers check` against the least that reading the same workbook costs; the inputs are made already."""
        say(f"papers check of {size:,} actions ...")
        inputs = self.folder / "inputs" / (EXAMPLE if size == EXAMPLE_SIZE else f"plan-{size}")
        ours, theirs = [PAPERS, "check", inputs], [sys.executable, READ_ONLY, inputs / WORKBOOK]
        cost(ours), cost(theirs)
        return in_turn(ours, theirs, runs)

    def whole_paper(self) -> Cost:
        """What a build of the example costs as it is published: compared with its last report, slides and all."""
        ours = [PAPERS, "build", ROOT / "inputs" / EXAMPLE, "--out", self.folder / "outputs" / "whole"]
        os.chdir(ROOT)
        cost(ours)
        whole = cost(ours)
        os.chdir(self.folder)
        return whole

    def start_up(self, runs: int) -> Pairs:
        """`papers --help` against the least that any command of click costs."""
        say("papers --help ...")
        ours, theirs = [PAPERS, "--help"], [sys.executable, "-c", "import click"]
        cost(ours), cost(theirs)
        return in_turn(ours, theirs, runs)


def say(words: str) -> None:
    """Progress, which is no part of the result."""
    print(words, file=sys.stderr, flush=True)


@dataclass(frozen=True, slots=True)
class Target:
    """What the project set out to reach: `value` at most `most`; None was not measured."""

    name: str
    most: float
    value: float | None

    def __str__(self) -> str:
        if self.value is None:
            return f"  {self.name:58}  at most {self.most:4.2f}      -    not measured"
        verdict = "reached" if self.value <= self.most else "missed"
        return f"  {self.name:58}  at most {self.most:4.2f}   {self.value:5.3f}  {verdict}"


def print_all(results: dict[int, Pairs], bench: Bench, started: Pairs, checked: Pairs) -> None:
    """The whole result, for people."""
    print(f"papers build (A) against a plain docxtpl script (B), whole processes, A B A B; {where()}")
    print("A reads, checks, renders, gates and publishes; B reads and renders, and leaves out the bars of the summary.")
    print("Neither compares with an earlier plan or makes slides, for which a docxtpl script has no means.")
    print("CPU is user and system time. Each ratio is the median of the ratios A / B of the pairs.\n")
    print("            CPU time, s               peak memory, MiB")
    print("  actions        A        B    A/B        A        B    A/B   runs  do both say the same?")
    for size, pairs in results.items():
        print(row(size, pairs, bench.unlike[size]))
    for sentence in (sentence for found in bench.unlike.values() for sentence in found):
        print(f"  ! {sentence}")
    for line in growth_lines(results):
        print(line)
    (a, b), ratio = started.medians(), started.ratio()
    print(f'\npapers --help {a.cpu:.3f} s, python -c "import click" {b.cpu:.3f} s: {ratio.cpu:.2f} times')
    (a, b), ratio = checked.medians(), checked.ratio()
    print(
        f"papers check of {max(results):,} actions {a.cpu:.2f} s and {a.peak / MIB:.0f} MiB, "
        f"openpyxl alone reading them {b.cpu:.2f} s and {b.peak / MIB:.0f} MiB: {ratio.cpu:.2f} times the CPU time"
    )
    print(f"A's build of the whole example, changes and briefing.pptx included: {bench.whole_paper().cpu:.2f} s")
    if first := bench.first_build():
        print(f"A's first build of the example, before its templates are in the cache: {first.cpu:.2f} s")
    print("\nTargets")
    print(*targets(results, started, checked), sep="\n")


def where() -> str:
    """What the numbers depend on."""
    return (
        f"Python {platform.python_version()}, docxtpl {version('docxtpl')}, {platform.system()} {platform.machine()}, "
        f"an empty Python process is {cost([sys.executable, '-I', '-S', '-c', '']).peak / MIB:.0f} MiB"
    )


def row(size: int, pairs: Pairs, unlike: list[str]) -> str:
    """A line of the table."""
    (a, b), ratio = pairs.medians(), pairs.ratio()
    return (
        f"  {size:7,} {a.cpu:8.2f} {b.cpu:8.2f} {ratio.cpu:6.3f} {a.peak / MIB:8.1f} {b.peak / MIB:8.1f} "
        f"{ratio.peak:6.3f} {len(pairs.ours):6}  {'no, see below' if unlike else 'yes'}"
    )


def per_action(results: dict[int, Pairs], side: int, fewer: int, more: int) -> Cost:
    """What each further action costs from a plan of `fewer` to one of `more`, in the median: 0 is ours, 1 theirs."""
    less, all_of_it = results[fewer].medians()[side], results[more].medians()[side]
    added = more - fewer
    return Cost((all_of_it.cpu - less.cpu) / added, (all_of_it.peak - less.peak) / added)


def growth_lines(results: dict[int, Pairs]) -> Iterator[str]:
    """What a further action costs in small plans and in large ones; nothing for a quick run."""
    if 10_000 not in results:
        return
    yield "\nEach further action costs       300 to 3,000          3,000 to 10,000    CPU, large to small"
    for side, name in enumerate("AB"):
        small, large = per_action(results, side, 300, 3_000), per_action(results, side, 3_000, 10_000)
        yield (
            f"  {name}                    {small.cpu * 1000:6.3f} ms {small.peak / 1024:6.1f} KiB"
            f"   {large.cpu * 1000:6.3f} ms {large.peak / 1024:6.1f} KiB    {large.cpu / small.cpu:.2f}"
        )


def targets(results: dict[int, Pairs], started: Pairs, checked: Pairs) -> list[Target]:
    """The targets of the issue. A plan grows linearly if an action costs no more than a fifth more in a large one."""
    largest = results[10_000].ratio() if 10_000 in results else None
    growth = None
    if largest:
        growth = per_action(results, 0, 3_000, 10_000).cpu / per_action(results, 0, 300, 3_000).cpu
    return [
        Target("CPU time on the example, of the script's", 0.8, results[EXAMPLE_SIZE].ratio().cpu),
        Target("CPU time on 10,000 actions, of the script's", 0.3, largest.cpu if largest else None),
        Target("peak memory on 10,000 actions, of the script's", 1 / 3, largest.peak if largest else None),
        Target("growth: an action in a large plan, of one in a small plan", 1.2, growth),
        Target("CPU time of papers --help, of import click", 1.5, started.ratio().cpu),
        Target("CPU time of papers check on 10,000 actions, of reading", 3, checked.ratio().cpu if largest else None),
    ]


if __name__ == "__main__":
    sys.exit(main())
