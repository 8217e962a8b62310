"""The `papers` command: the only place that prints, exits, reads the environment or asks what time it is."""

from __future__ import annotations

import gc
import io
import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from papers import __version__

# Nothing of the package is imported here before a command needs it: `papers --help` must answer at once.
if TYPE_CHECKING:
    from datetime import datetime

    from papers.findings import Finding
    from papers.pipeline import Built, Surroundings

DATA_HAS_ERRORS, CANNOT_GO_ON = 1, 3
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
Outcome = TypeVar("Outcome")

_papers = click.argument(
    "papers", metavar="PAPER...", nargs=-1, required=True, type=click.Path(path_type=Path, file_okay=True)
)
_as_of = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    metavar="DATE",
    help="Judge the plan's position on this day instead of the report's own, such as 2021-03-16.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="papers")
@click.pass_context
def main(context: click.Context) -> None:
    """Committee papers from a workbook, a narrative and a few facts, in the council's own Word templates."""
    if os.environ.get("NO_COLOR"):
        context.color = False
    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a letter prints its number, and no traceback
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    # A run makes much and throws little away: looking for garbage costs a tenth of its time and finds none.
    gc.disable()
    # Looking for plugins, of which there are none, costs pydantic as much as reading a small workbook.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


@main.command()
@_papers
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="outputs", show_default=True)
@_as_of
@click.option("--force", is_flag=True, help="Replace papers that were edited since they were built.")
def build(papers: tuple[Path, ...], out: Path, as_of: datetime | None, force: bool) -> None:
    """Check each PAPER, a folder of inputs, and publish its documents to a folder of its name under --out."""
    from papers.pipeline import build as build_paper

    names = [paper.resolve().name for paper in papers]
    for name in names:
        if names.count(name) > 1:
            raise click.UsageError(f"two papers are called {name}, and one would replace the other in {out}")
    around, day = _surroundings(), as_of.date() if as_of else None

    def one(paper: Path) -> tuple[Built, float]:
        started = time.perf_counter()
        return build_paper(paper, out, around, day, force), time.perf_counter() - started

    worst = 0
    for paper, outcome in _each(papers, one):
        if isinstance(outcome, str):
            worst = CANNOT_GO_ON
            click.secho(outcome, fg="red", err=True)
            continue
        built, seconds = outcome
        _print_findings(built.findings)
        if built.folder is None:
            worst = max(worst, DATA_HAS_ERRORS)
            click.secho(f"{paper.as_posix()}: nothing was built, {_counted(built.findings)}.", fg="red", bold=True)
        else:
            _print_built(paper, built, seconds)
    sys.exit(worst)


@main.command()
@_papers
@_as_of
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def check(papers: tuple[Path, ...], as_of: datetime | None, form: str) -> None:
    """Say everything that is wrong with each PAPER; write nothing."""
    from papers.findings import Finding, has_errors
    from papers.pipeline import check as check_paper

    around, day = _surroundings(), as_of.date() if as_of else None
    worst, everything = 0, list[Finding]()
    for paper, outcome in _each(papers, lambda paper: check_paper(paper, around, day)):
        if isinstance(outcome, str):
            worst = CANNOT_GO_ON
            click.secho(outcome, fg="red", err=True)
            continue
        if has_errors(outcome):
            worst = max(worst, DATA_HAS_ERRORS)
        everything += outcome
        if form == "text":
            _print_findings(outcome)
            click.secho(f"{paper.as_posix()}: {_counted(outcome)}.", bold=True)
    if form == "json":
        _print_json(everything)
    sys.exit(worst)


@main.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List the rules, or explain the rule CODE: what it checks, why, its source, what to do."""
    from papers.pipeline import rules as all_rules

    known = {rule.code: rule for rule in all_rules()}
    if code is None:
        for rule in known.values():
            click.echo(f"{rule.code}  {rule.severity.value:8} {rule.explanation.partition(chr(10))[0]}")
        return
    if code.upper() not in known:
        raise click.BadParameter(f"there is no rule {code}; the rules are {', '.join(known)}", param_hint="CODE")
    rule = known[code.upper()]
    click.echo(f"{rule.code} ({rule.severity.value})\n\n{rule.explanation}")


def _surroundings() -> Surroundings:
    """Template sets of the folder the user is in go before those that came with the package."""
    import platformdirs

    from papers.pipeline import Surroundings

    here = Path(__file__).parent
    came_with = here / "templates" if (here / "templates").is_dir() else here.parent / "templates"
    cache = platformdirs.user_cache_path("committee-papers", appauthor=False)
    return Surroundings((Path("templates"), came_with), cache)


def _each(papers: Sequence[Path], work: Callable[[Path], Outcome]) -> Iterable[tuple[Path, Outcome | str]]:
    """What `work` makes of each paper, or the sentence that stopped it; with several, progress on a terminal."""
    from papers.errors import PapersError

    def outcome(paper: Path) -> Outcome | str:
        if len(papers) > 1:
            gc.collect()
        try:
            return work(paper)
        except PapersError as problem:
            return str(problem)

    if len(papers) < 2 or not sys.stderr.isatty():
        yield from ((paper, outcome(paper)) for paper in papers)
        return
    with click.progressbar(
        papers, label="Papers", file=sys.stderr, item_show_func=lambda paper: paper.name if paper else ""
    ) as bar:
        outcomes = [(paper, outcome(paper)) for paper in bar]
    yield from outcomes


def _print_findings(findings: Sequence[Finding]) -> None:
    """Findings under the name of their file, each with its remedy below it."""
    files = dict.fromkeys(finding.where.file for finding in findings)
    for file in files:
        click.secho(file, bold=True)
        for finding in (each for each in findings if each.where.file == file):
            severity = finding.severity.value
            where = finding.where.in_file
            click.echo(
                f"  {f'{where}: ' if where else ''}{finding.code} {click.style(severity, fg=_COLOURS[severity])}: "
                f"{finding.sentence}"
            )
            if finding.remedy:
                click.echo(f"      {finding.remedy[0].upper()}{finding.remedy[1:]}")


def _print_built(paper: Path, built: Built, seconds: float) -> None:
    folder = built.folder or Path()
    click.secho(f"{paper.as_posix()}: built in {seconds:.1f} s, {_counted(built.findings)}.", fg="green", bold=True)
    for file in built.files:
        click.echo(f"  {(folder / file).as_posix()}")
    if built.counts:
        from papers import wording

        total = sum(count for _, count in built.counts)
        each = ", ".join(f"{count} {status}" for status, count in built.counts)
        click.echo(f"  {total} {wording.plural(total, 'action')}: {each}")


def _counted(findings: Sequence[Finding]) -> str:
    """How many findings there are of each severity, in words."""
    from papers import wording

    found = [finding.severity.value for finding in findings]
    named = [(found.count(severity), severity) for severity in _COLOURS if severity in found]
    return wording.listing(f"{count} {wording.plural(count, name)}" for count, name in named) or "nothing to report"


def _print_json(findings: Sequence[Finding]) -> None:
    import json

    rows = [
        {
            "code": finding.code,
            "severity": finding.severity.value,
            "file": finding.where.file,
            "sheet": finding.where.sheet,
            "cell": finding.where.cell,
            "line": finding.where.line,
            "key": finding.where.key,
            "sentence": finding.sentence,
            "remedy": finding.remedy,
        }
        for finding in findings
    ]
    click.echo(json.dumps(rows, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
