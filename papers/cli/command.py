"""The command itself: what every subcommand shares."""

from __future__ import annotations

import contextlib
import gc
import io
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from papers import __version__

# Nothing of the package is imported here before a command needs it: `papers --help` must answer at once.
if TYPE_CHECKING:
    from papers.findings import Finding
    from papers.pipeline import Surroundings

DATA_HAS_ERRORS, CANNOT_GO_ON = 1, 3
_COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
Outcome = TypeVar("Outcome")


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


position_date = click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d", "%d/%m/%Y"]),
    metavar="DATE",
    help="Judge the plan's position on this day instead of the report's own, such as 2021-03-16.",
)


def surroundings() -> Surroundings:
    """Template sets of the folder the user is in go before those that came with the package."""
    import platformdirs

    from papers.pipeline import Surroundings

    here = Path(__file__).parents[1]
    came_with = here / "templates" if (here / "templates").is_dir() else here.parent / "templates"
    cache = platformdirs.user_cache_path("committee-papers", appauthor=False)
    return Surroundings((Path("templates"), came_with), cache)


@contextlib.contextmanager
def one_sentence() -> Iterator[None]:
    """Where a run cannot go on, its sentence is printed and the command ends with 3."""
    from papers.errors import PapersError

    try:
        yield
    except PapersError as problem:
        click.secho(str(problem), fg="red", err=True)
        sys.exit(CANNOT_GO_ON)


def each_paper(papers: Sequence[Path], work: Callable[[Path], Outcome]) -> Iterable[tuple[Path, Outcome | str]]:
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


def print_findings(findings: Sequence[Finding]) -> None:
    """Findings under the names of their file and sheet, each with its remedy below it."""
    from papers.telling.text import told

    for line in told(findings):
        if line.severity is None:
            click.secho(line.words, bold=line.is_heading)
            continue
        word = line.severity.value
        before, _, after = line.words.partition(f" {word}")
        click.echo(f"{before} {click.style(word, fg=_COLOURS[word])}{after}")


def print_data(findings: Sequence[Finding], form: str) -> None:
    """Findings as JSON or SARIF."""
    from papers.pipeline import explanations
    from papers.telling.data import as_json, as_sarif

    click.echo(as_json(findings) if form == "json" else as_sarif(findings, explanations(), __version__))
