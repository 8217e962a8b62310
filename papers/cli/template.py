"""Template sets: `template check`, `template new` and `template fields`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from papers.cli.command import DATA_HAS_ERRORS, main, one_sentence, print_data, print_findings, surroundings


@main.group()
def template() -> None:
    """A council's template set: check it, start one, list its fields."""


@template.command("check")
@click.argument("name", metavar="NAME|FILE.docx")
@click.option("--format", "form", type=click.Choice(["text", "json", "sarif"]), default="text", show_default=True)
def check(name: str, form: str) -> None:
    """Say everything that is wrong with a template set, or with one Word template, by its place."""
    from papers.findings import has_errors
    from papers.telling.text import counted
    from papers.template_sets import proofread

    with one_sentence():
        findings = proofread(name, surroundings())
    if form == "text":
        print_findings(findings)
        click.secho(f"{name}: {counted(findings)}.", bold=True)
    else:
        print_data(findings, form)
    sys.exit(DATA_HAS_ERRORS if has_errors(findings) else 0)


@template.command("new")
@click.argument("name")
@click.option("--like", metavar="COUNCIL", required=True, help="The template set to start from.")
def new(name: str, like: str) -> None:
    """Copy a template set to templates/NAME, to be changed in Word."""
    from papers.template_sets import start_set

    with one_sentence():
        files = start_set(name, like, surroundings())
    click.secho(f"{files[0].parent.as_posix()}: made from {like}.", bold=True)
    for file in files:
        click.echo(f"  {file.as_posix()}")
    click.echo(f"Change the name in council.yaml and the rest in Word, then: papers template check {name}")


@template.command("fields")
@click.argument("paper", type=click.Path(path_type=Path))
@click.option("--docx", type=click.Path(path_type=Path, dir_okay=False), help="Write them to a Word document instead.")
def fields(paper: Path, docx: Path | None) -> None:
    """List every field, with its value in PAPER and where the templates of PAPER's council use it."""
    from papers.telling.fields import listed
    from papers.template_sets import fields_document, told_fields

    with one_sentence():
        told = told_fields(paper, surroundings())
        written = fields_document(told, docx) if docx is not None else None
    if written is not None:
        click.echo(written.as_posix())
        return
    for line in listed(told):
        click.echo(line)
