"""papers facts: what an author can quote."""

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
@position_date
def facts(paper: Path, as_of: datetime | None) -> None:
    """Print every fact that report.yaml and narrative.md of PAPER can quote, with its value.

    {{ plan.total }} in either file prints the number of actions, and so on: copy the brackets with what stands in them.
    """
    from papers import wording
    from papers.reading.paper import read_paper
    from papers.reading.quoting.told import told_facts

    with one_sentence():
        parsed = read_paper(paper, surroundings().templates, as_of.date() if as_of else None)
        if parsed.value.paper is None:
            print_findings(parsed.findings)
            sys.exit(DATA_HAS_ERRORS)
        for title, told in told_facts(parsed.value.paper).items():
            click.secho(title, bold=True)
            for fact in told:
                value = f"  {wording.shortened(fact.value, 80)}" if fact.value else ""
                missing = click.style(f"  ({fact.missing})", dim=True) if fact.missing else ""
                click.echo(f"  {click.style(fact.typed, fg='cyan')}{value}{missing}")
                click.echo(f"      {fact.about}")
