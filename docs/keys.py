"""Write the keys of council.yaml into docs/templates.md, from their model: `.venv/bin/python docs/keys.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from pydantic.fields import FieldInfo

from papers.model.base import Model
from papers.model.block import Block, Column
from papers.model.profile import Movements, Notice, Profile, RuleChange, Styles
from papers.model.scheme import Status

PAGE = Path(__file__).parent / "templates.md"
START = "<!-- council.yaml: from papers/model/profile.py, by docs/keys.py -->"
END = "<!-- end -->"

# What stands below a key, in the order of the page.
BELOW: Mapping[str, type[Model]] = {
    "Below `rag`: each status": Status,
    "Below `blocks`: each block, by its key": Block,
    "Below the `columns` of a block: each column, by its key": Column,
    "Below `movements`": Movements,
    "Below `notice`": Notice,
    "Below `rules`: each rule, by its code": RuleChange,
    "Below `styles`": Styles,
}

# The example is tried by a test: it is read, started from, and filled in.
COUNCIL = """\
required:
  - options          # an author may not leave it out

blocks:
  options:
    title: Options
    kind: table
    help: Every option that was considered, the recommended one first.
    columns:
      option: {title: Option, kind: line, help: The option in a few words.}
      drawbacks: {title: Drawbacks, kind: text, help: What speaks against it.}
      view: {title: Officers' view, kind: choice, choices: [recommended, not recommended]}
"""
REPORT = """\
options:
  - option: Keep the service as it is
    drawbacks: The waiting list grows by 40 children a year.
    view: not recommended
  - option: Add a second team
    drawbacks: It costs £90,000 a year.
    view: recommended
"""
IN_WORD = """\
In report.docx a table prints them. Below its headings it has three rows, of which the one in the middle is repeated:

| No. | Option | Drawbacks | Officers' view |
|---|---|---|---|
| `{%tr for x in report.options %}` | | | |
| `{{ x.number }}` | `{{ x.option }}` | `{{p x.drawbacks }}` | `{{ x.view }}` |
| `{%tr endfor %}` | | | |

Outside tables, words, choices, dates and a yes or no are printed with `{{ report.key }}` and a text with
`{{p report.key }}`. A list takes three paragraphs: `{%p for x in report.key %}`, `{{p x }}` and `{%p endfor %}`. Put
`{%p if report.key %}` above a heading and `{%p endif %}` below its text, and both are left out where nothing was
written.
"""


def section() -> str:
    """What stands between the markers."""
    parts = [_table(Profile)]
    for heading, model in BELOW.items():
        parts += [f"### {heading}", _table(model), *([_kinds()] if model is Block else [])]
    return "\n\n".join((*parts, *_example()))


def written(page: str) -> str:
    """The page with the section written anew. Raises ValueError where its markers are gone."""
    before, start, rest = page.partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise ValueError(f"{PAGE.name} has lost its markers {START} and {END}")
    return f"{before}{START}\n{section()}\n{END}{after}"


def _table(model: type[Model]) -> str:
    rows = (f"| `{name}` | {_cell(field)} | {_left_out(field)} |" for name, field in model.model_fields.items())
    return "\n".join(("| key | what | left out |", "|---|---|---|", *rows))


def _cell(field: FieldInfo) -> str:
    return (field.description or "").replace("|", "\\|")


def _left_out(field: FieldInfo) -> str:
    """What holds where nobody wrote the key."""
    if field.is_required():
        return "not possible"
    default = field.get_default(call_default_factory=True)
    if isinstance(default, Model):
        return "as below"
    return f"`{default}`" if default else "none"


def _kinds() -> str:
    """What each kind of block is, from the model's own words."""
    kinds = re.findall(r"^ {4}(\w+) {2,}(.+)$", Block.__doc__ or "", re.MULTILINE)
    return "\n".join(
        ("| kind | what authors write |", "|---|---|", *(f"| `{kind}` | {what} |" for kind, what in kinds))
    )


def _example() -> Iterator[str]:
    yield "### An example: options"
    yield "A council wants every report to say which options were considered. In council.yaml:"
    yield _fenced(COUNCIL)
    yield "Whoever starts a paper finds `options` in report.yaml, explained in these words, and fills it in:"
    yield _fenced(REPORT)
    yield IN_WORD.rstrip()


def _fenced(text: str) -> str:
    return f"```yaml\n{text}```"


if __name__ == "__main__":
    PAGE.write_text(written(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
