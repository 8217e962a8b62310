"""What an expression makes of a paper's facts: words to be printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from papers import wording
from papers.model.paper import Paper
from papers.model.plan import Action
from papers.reading.quoting.facts import ACTION_FACTS, FACTS, NoSuchFact, Value, action_of
from papers.reading.quoting.language import Expression, NotUnderstood, Step


def words_of(expression: Expression, paper: Paper) -> str:
    """What is printed for `expression`, in the house style.

    Raises NotUnderstood for a name that is none, or that is used otherwise than it can be; NoSuchFact for what this
    paper does not have.
    """
    value: Any = _value(expression.names, paper)
    for step in expression.filters if value is not None else ():
        value = _made(step, value, paper)
    words = "" if value is None else printed(value, expression)
    if not words:
        name = ".".join(step.name for step in expression.names)
        raise NoSuchFact(f"{name} is empty in this paper", "write the sentence without it")
    return words


def printed(value: Any, expression: Expression) -> str:  # noqa: ANN401
    """A value in words. Raises NotUnderstood for a list of actions, of which nobody said what is to be printed."""
    if isinstance(value, tuple):
        remedy = "add | count for their number, or | refs for their Refs"
        raise NotUnderstood("this is a list of actions", expression.names[0].at, remedy)
    if isinstance(value, float):
        return wording.figure(value, 0, is_percentage=True)
    return " ".join(wording.text(value).split())


def _value(names: tuple[Step, ...], paper: Paper) -> Value:
    """The fact that the names lead to."""
    if names[0].name == "action" and names[0].given is not None:
        return _of_action(names, paper)
    dotted = ".".join(step.name for step in names)
    fact = FACTS.get(dotted)
    if fact is None:
        raise _unknown(f'there is no fact "{dotted}"', dotted, [*FACTS, "action"], names[0].at)
    if any(step.given is not None for step in names[:-1]):
        raise NotUnderstood(f"the brackets stand in the wrong place: {dotted}(...)", names[0].at)
    asked = 1 if fact.example else 0
    return fact.of(paper, *_given(names[-1], asked, asked))


def _of_action(names: tuple[Step, ...], paper: Paper) -> Value:
    action = action_of(paper, *_given(names[0], 1, 1))
    if len(names) != 2 or names[1].given is not None:
        raise NotUnderstood("this is an action", names[0].at, f'say what of it: action("{action.ref}").due')
    fact = ACTION_FACTS.get(names[1].name)
    if fact is None:
        raise _unknown(f'an action has no fact "{names[1].name}"', names[1].name, ACTION_FACTS, names[1].at)
    return fact.of(action, paper.changes.by_ref.get(action.ref) if paper.changes else None)


def _given(step: Step, least: int, most: int) -> tuple[str | int, ...]:
    """What stands in the brackets of a step; nothing in none."""
    given = step.given or ()
    if least <= len(given) <= most:
        return given
    if not most:
        raise NotUnderstood(f"nothing is to be written in brackets after {step.name}", step.at)
    raise NotUnderstood(f'{step.name} asks for something in brackets: {step.name}("...")', step.at)


def _unknown(sentence: str, name: str, known: Iterable[str], at: int) -> NotUnderstood:
    there = list(known)
    groups = {each.partition(".")[0]: each.partition(".")[0] for each in there}
    return NotUnderstood(
        sentence, at, wording.did_you_mean(name, there) or wording.did_you_mean(name.partition(".")[0], groups)
    )


def _made(step: Step, value: Any, paper: Paper) -> Any:  # noqa: ANN401
    """What a filter makes of a value."""
    if step.name in FILTERS:
        made = FILTERS[step.name]
        given = _given(step, made.least, made.most)
        if _kind(value) != made.kind:
            raise NotUnderstood(f"{step.name} is for {made.kind}; this is {_kind(value)}", step.at)
        return made.of(value, *given)
    narrower = FACTS.get(f"plan.{step.name}")
    if narrower and not narrower.example and isinstance(value, tuple):
        these = narrower.of(paper, *_given(step, 0, 0))
        if isinstance(these, tuple):
            refs = {action.ref for action in these if isinstance(action, Action)}
            return tuple(action for action in value if action.ref in refs)
    raise _unknown(f'nothing is called "{step.name}" after |', step.name, FILTERS, step.at)


def _refs(actions: tuple[Action, ...] | list[str], none: object = "") -> str:
    refs = [each.ref if isinstance(each, Action) else each for each in actions]
    if not refs and not none:
        raise NoSuchFact(
            "there are none of these actions", 'write the sentence anew, or what is to stand then: refs("none")'
        )
    return wording.listing(refs) if refs else str(none)


def _plural(number: int, one: object, many: object = "") -> str:
    return wording.plural(number, str(one), str(many))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


@dataclass(frozen=True, slots=True)
class Filter:
    """What can be made of a fact of one kind, with as much in brackets as is given at least and at most."""

    kind: str
    about: str
    of: Callable[..., Any]
    least: int = 0
    most: int = 0


FILTERS: Mapping[str, Filter] = {
    "count": Filter("a list", "How many there are.", len),
    "refs": Filter("a list", 'Their Refs: 1.7, 3.4 and 4.6. Write refs("none") where there may be none.', _refs, 0, 1),
    "in_words": Filter("a number", "No to ten in words, figures from 11.", wording.in_words),
    "plural": Filter(
        "a number", 'The word that goes with it: plural("action"), plural("body", "bodies").', _plural, 1, 2
    ),
    "are": Filter("a number", "is or are, as the number asks.", wording.are),
    "capital": Filter("words", "A capital letter to begin a sentence with.", _capital),
}


def _kind(value: Any) -> str:  # noqa: ANN401
    match value:
        case tuple() | list():
            return "a list"
        case int():
            return "a number"
        case float():
            return "a share"
        case date():
            return "a day"
    return "words"
