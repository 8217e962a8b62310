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
    from papers.telling.text import counted

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
            click.secho(f"{paper.as_posix()}: nothing was built, {counted(built.findings)}.", fg="red", bold=True)
        else:
            _print_built(paper, built, seconds)
    sys.exit(worst)


@main.command()
@_papers
@_as_of
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option("--annotate", is_flag=True, help="Also write a copy of the workbook with each finding on its cell.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="outputs", show_default=True)
def check(papers: tuple[Path, ...], as_of: datetime | None, form: str, annotate: bool, out: Path) -> None:
    """Say everything that is wrong with each PAPER; write nothing but, if asked to, the annotated copy under --out."""
    from papers.findings import Finding, has_errors
    from papers.pipeline import annotate as annotate_paper
    from papers.pipeline import check as check_paper
    from papers.telling.text import counted

    around, day = _surroundings(), as_of.date() if as_of else None

    def one(paper: Path) -> tuple[tuple[Finding, ...], Path | None]:
        return annotate_paper(paper, out, around, day) if annotate else (check_paper(paper, around, day), None)

    worst, everything = 0, list[Finding]()
    for paper, outcome in _each(papers, one):
        if isinstance(outcome, str):
            worst = CANNOT_GO_ON
            click.secho(outcome, fg="red", err=True)
            continue
        findings, copy = outcome
        worst = max(worst, DATA_HAS_ERRORS if has_errors(findings) else 0)
        everything += findings
        if form == "text":
            _print_findings(findings)
            click.secho(f"{paper.as_posix()}: {counted(findings)}.", bold=True)
        if copy is not None:
            click.echo(f"  {copy.as_posix()}", err=form != "text")
    if form != "text":
        _print_data(everything, form)
    sys.exit(worst)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--council", metavar="NAME", help="The template set; as in the paper before, where --from is given.")
@click.option(
    "--from", "previous", type=click.Path(path_type=Path), metavar="PREVIOUS", help="The folder of the paper before."
)
def new(folder: Path, council: str | None, previous: Path | None) -> None:
    """Make FOLDER with a workbook, a report.yaml and a narrative to fill in; it builds as it stands."""
    from papers.errors import PapersError
    from papers.pipeline import councils, start

    around = _surroundings()
    there = councils(around)
    if council is None and previous is None:
        raise click.UsageError(f"name the council with --council; there are templates for {', '.join(there)}")
    if council is not None and council not in there:
        raise click.BadParameter(f"there are templates for {', '.join(there)}", param_hint="--council")
    try:
        files = start(folder, council, around, previous)
    except PapersError as problem:
        click.secho(str(problem), fg="red", err=True)
        sys.exit(CANNOT_GO_ON)
    click.secho(f"{folder.as_posix()}: made. Fill in what stands in [square brackets], and set the dates.", bold=True)
    for file in files:
        click.echo(f"  {(folder / file).as_posix()}")
    click.echo(f"Then: papers check {folder.as_posix()}")


@main.command()
def schema() -> None:
    """Print the JSON Schema of report.yaml, for editors that check and complete YAML."""
    from papers.pipeline import schema as report_schema

    click.echo(report_schema(), nl=False)


@main.command()
@click.argument("code", required=False)
def rules(code: str | None) -> None:
    """List every code with what it means, or explain CODE: what is checked, why, its source, what to do."""
    from papers.pipeline import explanations
    from papers.pipeline import rules as all_rules

    severities = {rule.code: rule.severity.value for rule in all_rules()}
    known = explanations()
    if code is None:
        for each, explanation in known.items():
            click.echo(f"{each}  {severities.get(each, ''):8} {explanation.partition(chr(10))[0]}")
        return
    if code.upper() not in known:
        from papers import wording

        near = wording.did_you_mean(code.upper(), known) or "see `papers rules`"
        raise click.BadParameter(f"there is no rule {code}; {near}", param_hint="CODE")
    severity = severities.get(code.upper())
    click.echo(f"{code.upper()}{f' ({severity})' if severity else ''}\n\n{known[code.upper()]}")


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
    """Findings under the names of their file and sheet, each with its remedy below it."""
    from papers.telling.text import told

    for line in told(findings):
        if line.severity is None:
            click.secho(line.words, bold=line.is_heading)
            continue
        word = line.severity.value
        before, _, after = line.words.partition(f" {word}")
        click.echo(f"{before} {click.style(word, fg=_COLOURS[word])}{after}")


def _print_built(paper: Path, built: Built, seconds: float) -> None:
    from papers.telling.text import counted

    folder = built.folder or Path()
    click.secho(f"{paper.as_posix()}: built in {seconds:.1f} s, {counted(built.findings)}.", fg="green", bold=True)
    for file in built.files:
        click.echo(f"  {(folder / file).as_posix()}")
    if built.counts:
        from papers import wording

        total = sum(count for _, count in built.counts)
        each = ", ".join(f"{count} {status}" for status, count in built.counts)
        click.echo(f"  {total} {wording.plural(total, 'action')}: {each}")


def _print_data(findings: Sequence[Finding], form: str) -> None:
    from papers.pipeline import explanations
    from papers.telling.data import as_json, as_sarif

    click.echo(as_json(findings) if form == "json" else as_sarif(findings, explanations(), __version__))


if __name__ == "__main__":
    main()
