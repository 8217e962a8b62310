"""A table or list in the text counts actions by status, and the plan counts otherwise.

Such a table is typed once and copied from report to report. Read is a table of the narrative with a column of
statuses and one of numbers, and a list of such lines ("Completed: 18"), with its total. A table of several dates or
of a part of the plan is passed over.

Example     | Completed | 18 |, where the plan has 20 completed
Instead     leave the table to the template, which counts the plan itself, or write {{ plan.count("completed") }}
Source      domain practice: tables of counts that still show the position of the last report
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.positions import Position
from papers.checks.prose.scope import Scope
from papers.checks.prose.sentences import Sentence, sentences
from papers.checks.prose.words import number_at
from papers.findings import Place, Severity
from papers.model.paper import Paper
from papers.model.text import Table, plain

_NOWHERE = Place()
_TOTALS = (["total"], ["all"], ["all", "actions"], ["total", "actions"])


def typed_table_differs_from_plan(paper: Paper) -> Iterator[Report]:
    """Lines of typed tables and lists whose number is not the plan's."""
    if paper.plan is None:
        return
    scope = Scope(paper, paper.plan)
    tables = _tables(paper)
    for place, grouped in groupby(sentences(paper), key=lambda sentence: sentence.place):
        together = list(grouped)
        rows = _rows(tables.get("\n".join(each.words for each in together)), together)
        counted = [line for row in rows if (line := _counted(row, scope))]
        if len({position.words for _, position, _ in counted if position}) < 2:
            continue
        if scope.is_about_a_part(together[0]) or _is_of_another_day(rows, scope):
            continue
        for words, position, number in counted:
            right = scope.whole.counts(position)[:1] if position else [scope.whole.total]
            if number not in (scope.whole.counts(position) if position else right):
                what = position.words if position else "actions in all"
                yield at(
                    place,
                    f'"{wording.shortened(words)}" stands among typed counts: the plan has {right[0]} {what}',
                    "leave such a table to the template, or write {{ plan.total }} and the like for its numbers",
                )


def _tables(paper: Paper) -> dict[str, Table]:
    """The tables of the narrative by the words of all their cells."""
    blocks = (block for section in paper.narrative.sections for block in section.text.blocks)
    return {"\n".join(block.paragraphs()): block for block in blocks if isinstance(block, Table)}


def _rows(table: Table | None, together: Sequence[Sentence]) -> list[list[str]]:
    """The rows of a table with a column of statuses and one of numbers; else the items of a list."""
    if table is None:
        return [[each.words] for each in together if each.in_list]
    rows = [[plain(cell).strip() for cell in row] for row in (table.header, *table.rows)]
    return rows if len(table.header) in (2, 3) else []


def _is_of_another_day(rows: Sequence[Sequence[str]], scope: Scope) -> bool:
    head = Sentence(place=_NOWHERE, words=" ".join(rows[0]) if rows else "")
    return scope.is_of_another_day(head.tokens) or sum(map(str.isdecimal, rows[-1][1:] if rows else ())) > 1


def _counted(row: Sequence[str], scope: Scope) -> tuple[str, Position | None, int] | None:
    """A line that counts: its words, its status (None for the total), its number."""
    tokens = Sentence(_NOWHERE, " : ".join(row[:2])).tokens
    for brackets in ("(", ")"):
        tokens = [token for token in tokens if token != brackets]
    found = scope.words.at(tokens, 0)
    total = next((len(words) for words in _TOTALS if tokens[: len(words)] == words), 0)
    end = found[1] if found else total
    while end and (again := scope.words.at(tokens, end)):
        end = again[1]
    while end and tokens[end : end + 1] and tokens[end] in (":", "–", "—", "-"):
        end += 1
        again = scope.words.at(tokens, end)
        end = again[1] if again else end
    number = number_at(tokens, end) if end else None
    rest = tokens[number[1] :] if number else []
    if number is None or (rest and rest[0] not in ("action", "actions", ".", ";", ",")):
        return None
    return " ".join(row), found[0] if found else None, number[0]


CHECK = Check("TX105", Severity.ERROR, typed_table_differs_from_plan)
