"""What there is to know: `rules` and `schema`."""

from __future__ import annotations

import click

from papers.cli.command import main, one_sentence, surroundings


@main.command()
@click.argument("what", type=click.Choice(["report.yaml", "council.yaml"]), default="report.yaml", required=False)
@click.option("--council", metavar="NAME", help="With the keys of report.yaml that this council has of its own.")
def schema(what: str, council: str | None) -> None:
    """Print the JSON Schema of report.yaml or council.yaml, for editors that check and complete YAML."""
    from papers.new_paper import schema as schema_of
    from papers.reading.council import read_profile

    with one_sentence():
        profile = read_profile(council, surroundings().templates) if council else None
    click.echo(schema_of(what, profile), nl=False)


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
