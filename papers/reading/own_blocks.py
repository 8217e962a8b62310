"""Whether a council's own blocks, keys of report.yaml that only it has, can be such."""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Finding, Severity
from papers.model.block import KEY, NUMBER, Block, Column, is_of_models, is_of_report
from papers.model.profile import Profile
from papers.reading.located import Keys, place_of


def unfit_blocks(keys: Keys, profile: Profile) -> Iterator[Finding]:
    """CP006 for each key that cannot be one, CP007 for each block or column that is described incompletely."""
    for key, block in profile.blocks.items():
        path: tuple[str, ...] = ("blocks", key)
        yield from _unfit_key(keys, path, is_of_report(key))
        yield from _incomplete(keys, path, block)
        for name, column in block.columns.items():
            yield from _unfit_key(keys, (*path, "columns", name), False)
            yield from _incomplete(keys, (*path, "columns", name), column)


def _unfit_key(keys: Keys, path: tuple[str, ...], is_there: bool) -> Iterator[Finding]:
    key, advice = path[-1], "choose another name for it"
    if is_there:
        sentence = f'every report has "{key}" already'
    elif not re.fullmatch(KEY, key):
        sentence, advice = f'"{key}" cannot be a key', _written_well(key)
    elif is_of_models(key):
        sentence = f'"{key}" cannot be a key: the program keeps that name to itself'
    elif key == NUMBER and len(path) > 2:
        sentence = f'a column cannot be called "{key}": that is what templates call the number of an entry'
    else:
        return
    yield Finding("CP006", Severity.ERROR, place_of(keys, path), sentence, advice)


def _written_well(key: str) -> str:
    """How a key is written; with an example, where one can be made of the key."""
    near = re.sub(r"\W+", "_", key.casefold()).strip("_")
    example = f', such as "{near}"' if re.fullmatch(KEY, near) else ""
    return f"write it in lower-case letters, digits and underscores, a letter first{example}"


def _incomplete(keys: Keys, path: tuple[str, ...], block: Block | Column) -> Iterator[Finding]:
    name = ".".join(step for step in path[1:] if step != "columns")
    columns = block.columns if isinstance(block, Block) else {}
    for what, kind, has_it, example in (
        ("choices", "choice", bool(block.choices), "choices: [one, another]"),
        ("columns", "table", bool(columns), "columns, with a key and its kind for each below it"),
    ):
        if has_it and block.kind != kind:
            sentence = f"{name} has {what}, and is of the kind {block.kind}"
            remedy = f'write "kind: {kind}", or delete {what}'
            yield Finding("CP007", Severity.ERROR, place_of(keys, (*path, what)), sentence, remedy)
        elif not has_it and block.kind == kind:
            sentence = f"{name} is a {kind} without {what}"
            yield Finding("CP007", Severity.ERROR, place_of(keys, path), sentence, f"write {example}")
