"""Every fact that an author can quote, told with its value in a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from papers.model.paper import Paper
from papers.reading.quoting.facts import ACTION_FACTS, FACTS, Fact, NoSuchFact
from papers.reading.quoting.language import NotUnderstood, understood
from papers.reading.quoting.making import FILTERS, words_of


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact: what to type for it, what that prints in the paper, and what it is.

    `value` is "" for what is not a fact itself, `missing` says why this paper does not have one.
    """

    typed: str
    value: str
    about: str
    missing: str = ""


def told_facts(paper: Paper) -> dict[str, list[ToldFact]]:
    """The facts in groups under a title: of the report, the plan, its changes, one action; and what is made of them."""
    facts = list(FACTS.values())
    return {
        "The report": [*_told((fact for fact in facts if not fact.name.startswith(("plan.", "changes."))), paper)],
        "The action plan": [*_told((fact for fact in facts if fact.name.startswith("plan.")), paper)],
        "Since the last report": [*_told((fact for fact in facts if fact.name.startswith("changes.")), paper)],
        "One action, by its Ref": [*_of_an_action(paper)],
        "What can be made of a fact, after |": [
            ToldFact(name, "", f"For {made.kind}. {made.about}") for name, made in FILTERS.items()
        ],
    }


def _told(facts: Iterable[Fact], paper: Paper) -> Iterator[ToldFact]:
    for fact in facts:
        example = fact.example(paper) if fact.example else ""
        if fact.example and not example:
            yield ToldFact(f'{{{{ {fact.name}("...") }}}}', "", fact.about, "this paper has none")
        else:
            yield _with_value(f"{fact.name}({example})" if example else fact.name, fact.about, paper)


def _of_an_action(paper: Paper) -> Iterator[ToldFact]:
    ref = next((action.ref for action in (paper.plan.actions if paper.plan else ())), "1.1")
    for fact in ACTION_FACTS.values():
        yield _with_value(f'action("{ref}").{fact.name}', fact.about, paper)


def _with_value(typed: str, about: str, paper: Paper) -> ToldFact:
    """A fact with its value; a list of actions is told by their Refs, and prints "none" where it has none."""
    missing = ""
    for name in (typed, f"{typed} | refs", f'{typed} | refs("none")'):
        try:
            return ToldFact(f"{{{{ {name} }}}}", words_of(understood(name), paper), about)
        except NotUnderstood:
            continue
        except NoSuchFact as nothing:
            missing = missing or str(nothing)
    return ToldFact(f"{{{{ {typed} }}}}", "", about, missing)
