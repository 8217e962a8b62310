"""Papers: `build`, `check` and `new`."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from papers.cli.command import (
    CANNOT_GO_ON,
    DATA_HAS_ERRORS,
    each_paper,
    main,
    one_sentence,
    position_date,
    print_data,
    print_findings,
    surroundings,
)

if TYPE_CHECKING:
    from datetime import datetime

    from papers.findings import Finding
    from papers.pipeline import Built

_papers = click.argument(
    "papers", metavar="PAPER...", nargs=-1, required=True, type=click.Path(path_type=Path, file_okay=True)
)


@main.command()
@_papers
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="outputs", show_default=True)
@position_date
@click.option("--force", is_flag=True, help="Replace papers that were edited since they were built.")
def build(papers: tuple[Path, ...], out: Path, as_of: datetime | None, force: bool) -> None:
    """Check each PAPER, a folder of inputs, and publish its documents to a folder of its name under --out."""
    from papers.pipeline import build as build_paper
    from papers.telling.text import counted

    names = [paper.resolve().name for paper in papers]
    for name in names:
        if names.count(name) > 1:
            raise click.UsageError(f"two papers are called {name}, and one would replace the other in {out}")
    around, day = surroundings(), as_of.date() if as_of else None

    def one(paper: Path) -> tuple[Built, float]:
        started = time.perf_counter()
        return build_paper(paper, out, around, day, force), time.perf_counter() - started

    worst = 0
    for paper, outcome in each_paper(papers, one):
        if isinstance(outcome, str):
            worst = CANNOT_GO_ON
            click.secho(outcome, fg="red", err=True)
            continue
        built, seconds = outcome
        print_findings(built.findings)
        if built.folder is None:
            worst = max(worst, DATA_HAS_ERRORS)
            click.secho(f"{paper.as_posix()}: nothing was built, {counted(built.findings)}.", fg="red", bold=True)
        else:
            _print_built(paper, built, seconds)
    sys.exit(worst)


@main.command()
@_papers
@position_date
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
@click.option("--annotate", is_flag=True, help="Also write a copy of the workbook with each finding on its cell.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="outputs", show_default=True)
def check(papers: tuple[Path, ...], as_of: datetime | None, form: str, annotate: bool, out: Path) -> None:
    """Say everything that is wrong with each PAPER; write nothing but, if asked to, the annotated copy under --out."""
    from papers.findings import Finding, has_errors
    from papers.pipeline import annotate as annotate_paper
    from papers.pipeline import check as check_paper
    from papers.telling.text import counted

    around, day = surroundings(), as_of.date() if as_of else None

    def one(paper: Path) -> tuple[tuple[Finding, ...], Path | None]:
        return annotate_paper(paper, out, around, day) if annotate else (check_paper(paper, around, day), None)

    worst, everything = 0, list[Finding]()
    for paper, outcome in each_paper(papers, one):
        if isinstance(outcome, str):
            worst = CANNOT_GO_ON
            click.secho(outcome, fg="red", err=True)
            continue
        findings, copy = outcome
        worst = max(worst, DATA_HAS_ERRORS if has_errors(findings) else 0)
        everything += findings
        if form == "text":
            print_findings(findings)
            click.secho(f"{paper.as_posix()}: {counted(findings)}.", bold=True)
        if copy is not None:
            click.echo(f"  {copy.as_posix()}", err=form != "text")
    if form != "text":
        print_data(everything, form)
    sys.exit(worst)


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--council", metavar="NAME", help="The template set; as in the paper before, where --from is given.")
@click.option(
    "--from", "previous", type=click.Path(path_type=Path), metavar="PREVIOUS", help="The folder of the paper before."
)
def new(folder: Path, council: str | None, previous: Path | None) -> None:
    """Make FOLDER with a workbook, a report.yaml and a narrative to fill in; it builds as it stands."""
    from papers.new_paper import start
    from papers.pipeline import councils

    around = surroundings()
    there = councils(around)
    if council is None and previous is None:
        raise click.UsageError(f"name the council with --council; there are templates for {', '.join(there)}")
    if council is not None and council not in there:
        raise click.BadParameter(f"there are templates for {', '.join(there)}", param_hint="--council")
    with one_sentence():
        files = start(folder, council, around, previous)
    click.secho(f"{folder.as_posix()}: made. Fill in what stands in [square brackets], and set the dates.", bold=True)
    for file in files:
        click.echo(f"  {(folder / file).as_posix()}")
    click.echo(f"Then: papers check {folder.as_posix()}")


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
