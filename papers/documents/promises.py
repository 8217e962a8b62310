"""What several documents promise alike."""

from __future__ import annotations

from papers import wording
from papers.model.changes import Movement
from papers.model.paper import Paper
from papers.model.plan import count_by_status
from papers.model.promise import CountRow
from papers.model.text import Text

Words = tuple[tuple[str, str], ...]


def words_of(what: str, text: Text) -> Words:
    """Every paragraph of `text`, called `what`."""
    return tuple((what, words) for words in text.paragraphs())


def recommendations(paper: Paper) -> Words:
    """Every paragraph of every recommendation."""
    numbered = enumerate(paper.report.recommendations, 1)
    return tuple(words for number, text in numbered for words in words_of(f"recommendation {number}", text))


def counts_by_movement(paper: Paper) -> tuple[CountRow, ...]:
    """A row for every way an action can have gone since the last report; none where no earlier plan is named."""
    if paper.changes is None:
        return ()
    words, moved = paper.profile.movements, paper.changes.moved
    return tuple(CountRow(words.of(each.value), wording.count(len(moved(each)))) for each in Movement)


def counts_by_status(paper: Paper) -> tuple[CountRow, ...]:
    """A row for every status of the council, in its colour, with the number of actions that have it."""
    actions = paper.plan.actions if paper.plan else ()
    counts = count_by_status(actions, paper.profile.rag)
    return tuple(CountRow(status.colour, wording.count(count), status.fill) for status, count in counts)
