"""papers chase: what each lead has to bring up to date."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from papers.cli.command import DATA_HAS_ERRORS, main, one_sentence, position_date, print_findings, surroundings

if TYPE_CHECKING:
    from datetime import datetime


@main.command()
@click.argument("paper", type=click.Path(path_type=Path, file_okay=True))
@click.option(
    "--within", type=click.IntRange(min=0), default=30, show_default=True, metavar="DAYS", help="How near is near."
)
@position_date
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default="outputs", show_default=True)
def chase(paper: Path, within: int, as_of: datetime | None, out: Path) -> None:
    """List the actions of PAPER that each lead has to update before the next report, and write the list under --out.

    An action is listed if it is overdue or due within --within days, has no date, is off track without a new date or a
    plan, has had no update since the last report, or is completed without evidence.
    """
    from papers.chase_list import make_chase_list
    from papers.telling.chase import text_of
    from papers.telling.text import counted

    with one_sentence():
        made = make_chase_list(paper, out, surroundings(), within, as_of.date() if as_of else None)
    print_findings(made.findings)
    if made.told is None:
        click.secho(f"{paper.as_posix()}: nothing was written, {counted(made.findings)}.", fg="red", bold=True)
        sys.exit(DATA_HAS_ERRORS)
    for line in text_of(made.told):
        click.secho(line.words, bold=line.is_heading)
    for file in made.files:
        click.echo(file.as_posix())
