"""The name that a loop gives to each, used outside the loop.

{%p for appendix in report.appendices %} calls each of them "appendix", down to its {%p endfor %}. Before and below,
nothing is called that.

Example     {{ appendix.title }} below {%p endfor %}
Instead     move it between {%p for appendix in report.appendices %} and {%p endfor %}
Source      docs/templates.md, Tags
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.writing.proofreading.meaning import Unknown, understood
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def outside_its_loop(proof: Proof) -> Iterator[Remark]:
    """Each name of a loop that a tag outside of it uses; once for each tag."""
    found = {(unknown.tag, unknown.name): unknown for unknown in understood(proof).unknown}
    for unknown in found.values():
        if unknown.loop is not None:
            yield remark(unknown.tag.at, f'"{unknown.name}" is used outside its loop', _advice(unknown))


def _advice(unknown: Unknown) -> str:
    if unknown.loop is unknown.tag or unknown.loop is None:
        return "move it between a {% for ... %} and its end"
    end = f"{{%{unknown.loop.prefix} endfor %}}"
    return f"move it between {wording.shortened(unknown.loop.words)} and its {end}"


RULE = Rule("TP208", Severity.ERROR, outside_its_loop)
