"""Names of boards, partners and inspections in the text, and when two of them are one name spelt in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from papers.checks.prose.sentences import Sentence
from papers.checks.prose.words import word_set
from papers.model.likeness import likeness

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|&")
_JOINERS = frozenset(("and", "of", "for", "&"))
# Words that begin a sentence before a name, and are none of it.
_LEADING = word_set(
    "the a an this that our its their at in on by to and for of from with all each when as under both no any if"
)
_HEADS = word_set(
    """board committee partnership group forum panel trust inspection inspectorate commission authority alliance hub
    network executive council"""
)
# A name with and one without such a word are two names.
_TELLS_APART = word_set(
    """north south east west northern southern eastern western central upper lower adult adults children child young
    junior senior sub shadow interim joint regional national local primary secondary steering executive chairs strategic
    operational city county borough district town parish first second"""
)
_LONGEST = 12
Folded = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it is typed, and its words as they are compared."""

    words: str
    folded: Folded


def name_of(words: str) -> Name:
    """A name without what stands in brackets after it."""
    words = " ".join(words.partition("(")[0].split())
    return Name(words, folded(words))


def folded(words: str) -> Folded:
    """The words of a name in lower case, without apostrophes, "the" in front and a plural s; "&" is "and"."""
    found = [_fold(word) for word in _WORD.findall(words)]
    return tuple(found[1:] if found[:1] == ["the"] else found)


def _fold(word: str) -> str:
    plain = word.casefold().replace("'", "").replace("’", "").replace("&", "and")
    return plain[:-1] if len(plain) > 3 and plain[-1] == "s" != plain[-2] else plain


def is_variant(one: Folded, other: Folded) -> bool:
    """Whether two names are one, spelt in two ways: "Well Being" and "Wellbeing", a slip, or a word left out within."""
    if one == other or not one or not other or one[-1] != other[-1] or one[0] != other[0]:
        return False
    if "".join(one) == "".join(other):
        return True
    if len(one) == len(other):
        return _is_slip(one, other)
    shorter, longer = sorted((one, other), key=len)
    return len(longer) == len(shorter) + 1 and len(shorter) >= 3 and _leaves_one_out(shorter, longer)


def _is_slip(one: Folded, other: Folded) -> bool:
    """Whether one word differs, as a slip of the pen does."""
    differing = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(differing) != 1:
        return False
    (a, b) = differing[0]
    return a[0] == b[0] and min(len(a), len(b)) > 4 and max(len(a), len(b)) < 40 and likeness(a, b) >= 0.85


def _leaves_one_out(shorter: Folded, longer: Folded) -> bool:
    at = next((at for at, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    return longer[at] not in _TELLS_APART and shorter[at:] == longer[at + 1 :]


def names_in(sentence: Sentence) -> Iterator[Name]:
    """The names in a sentence that end with Board, Committee, Inspection and the like, in capitals."""
    words = _WORD.findall(sentence.words)
    for end, word in enumerate(words):
        goes_on = words[end + 1 : end + 2] and words[end + 1][0].isupper() and _fold(words[end + 1]) in _HEADS
        if _fold(word) in _HEADS and word[0].isupper() and not goes_on and (start := _start(words, end)) < end:
            yield Name(" ".join(words[start : end + 1]), folded(" ".join(words[start : end + 1])))


def _start(words: list[str], end: int) -> int:
    """Where the name that ends at `end` begins."""
    start = end
    while start > 0 and end - start < _LONGEST:
        before = words[start - 1]
        if before[0].isupper():
            start -= 1
        elif (
            before in _JOINERS and start > 1 and words[start - 2][0].isupper() and _fold(words[start - 2]) not in _HEADS
        ):
            start -= 2
        else:
            break
    while start < end and (words[start].casefold() in _LEADING):
        start += 1
    return start


def like_known(sentence: Sentence, known: Mapping[str, Sequence[Name]]) -> Iterator[tuple[Name, Name]]:
    """Stretches of a sentence that begin and end as a known name does, about as long, each with that name.

    `known` are names by their first word. An inspection is looked for in any case, others in capitals.
    """
    words = _WORD.findall(sentence.words)
    plain = [_fold(word) for word in words]
    for start, first in enumerate(plain):
        for name in known.get(first, ()):
            any_case = "inspection" in name.folded
            for length in (len(name.folded), len(name.folded) + 1, len(name.folded) - 1):
                end = start + length
                same_end = length > 1 and plain[end - 1 : end] == [name.folded[-1]]
                if same_end and (any_case or (words[start][0].isupper() and words[end - 1][0].isupper())):
                    yield Name(" ".join(words[start:end]), tuple(plain[start:end])), name
                    break
