"""The Lead looks like a person's name rather than a post, or like nobody.

Plans are kept for years, and officers move. A published name invites complaints to a person who may never have been
asked, and is personal data that the paper does not need; the post says who answers for the action now. A title with a
name (Mrs Patel, Cllr Jones), initials with a surname (J. Smith), a given name that is common in England with a surname
(Jane Smith, Head of SEN), an e-mail address made of a name, and "TBC" or "Vacant" are reported. Schools, streets and
charities that are called after a person are not.

Example     Lead "Jane Smith, Head of SEN"
Instead     "Head of SEN"; keep the name in a column of your own, which is never published
Source      UK GDPR Art 5(1)(c), data minimisation; practice of published plans: named officers only at senior level
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from importlib import resources

from papers.checks.check import Check, Report, at
from papers.findings import Severity
from papers.model.paper import Paper

_NOBODY = (
    "tbc", "tba", "tbd", "to be confirmed", "to be agreed", "to be decided", "?", "??", "-", "n/a", "na", "none",
    "vacant", "vacancy", "various",
)  # fmt: skip
_REMEDY = "write the post that answers for it, such as Head of Early Help"
_TITLES = (
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "cllr", "councillor", "rev", "revd", "sir", "dame",
)  # fmt: skip
_TITLED = re.compile(
    rf"\b(?:{'|'.join(title.capitalize() for title in _TITLES)})\.? +"
    r"(?:[A-Z]\.? *){0,3}\b([A-Z][\w'’-]+)(?: [A-Z][\w'’-]+)?"
)
_INITIALS = re.compile(r"(?:[A-Z]\. ?){1,3}((?:Mc|Mac|O['’])?[A-Z][a-z][\w'’-]+)|[A-Z] (?:[A-Z] )?([A-Z][a-z][\w'’-]+)")
_ADDRESS = re.compile(r"([A-Za-z]{1,30})[._-]([A-Za-z]{2,30})[\w.-]{0,30}@")
# How far after a name the words stand, in characters, that make it a school's or a street's.
_NEAR = 80
_PARTS = re.compile(r"[,;:/()\n&+|]| [-–—] |\b(?:and|or|with)\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
# A name after one of these is a saint's, a king's or a building's.
_BEFORE_PLACES = frozenset(("st", "st.", "saint", "ss", "royal", "king", "queen", "prince", "princess", "the", "of"))
_CHARITIES = frozenset(("sue ryder", "marie curie", "marie stopes", "elizabeth fry", "john lewis"))
# What schools, streets and other places are called, which may be called after a person.
_PLACES = frozenset(
    re.findall(
        r"\S+",
        """academy avenue building centre charity church clinic close club college cottage court crescent drive farm
    federation foundation gardens gate grammar green grove hall high hill home homes hospice hospital house hub
    infant infants institute junior lane library lodge mews mount museum nursery parade park place pre-school
    primary priory project road school schools secondary society square street surgery terrace theatre trust
    unit university village walk ward way wing yard""",
    )
)
# Words of posts, services and groups. Neither these nor the above are a surname after a given name.
_POSTS = frozenset(
    re.findall(
        r"\S+",
        """access adult adults advice adviser advisor advisory advocate agency aid alliance analyst area assistant
    association authority board borough business cabinet camhs care carers ccg chair champion chief child
    children childrens city clerk clinical coach commander commissioner commissioning committee communications
    community constable county consultant coordinator co-ordinator council councillor counsel data deputy
    designated detective development director district division doctor early education engagement executive
    faculty families family finance first forum gov governor gp group head headteacher health help hey housing
    inclusion independent inspector joint lead leader leaders leads legal level levels link manager mayor
    medical member members mental ministry named network nhs nurse nursing office officer officers operations
    panel parish partner partners partnership performance planning police policy portfolio practice practitioner
    principal probation professional programme public pupil quality register representative review safeguarding
    safety sector senco send senior sergeant service services sixth social specialist staff strategic strategy
    superintendent support system task teacher team teams technology therapist therapy training transformation
    virtual voluntary volunteer wellbeing west women worker workers workforce working works year years young
    youth zone""",
    )
)


def lead_is_a_person(paper: Paper) -> Iterator[Report]:
    """Actions whose lead holds the name of a person."""
    found = functools.cache(_person)
    for action in paper.plan.actions if paper.plan else ():
        if action.lead.casefold().strip(" .") in _NOBODY:
            yield at(action.cell("Lead"), f'the Lead of action {action.ref} is "{action.lead}"', _REMEDY)
        elif name := found(action.lead):
            yield at(
                action.cell("Lead"),
                f'the Lead of action {action.ref} looks like a person\'s name ("{name}")',
                _REMEDY,
            )


def _person(lead: str) -> str:
    """The words in `lead` that look like a person's name; "" for posts and organisations."""
    if "@" not in lead and not any(map(_is_hint, _WORD.findall(lead))):
        return ""
    for found in _ADDRESS.finditer(lead):
        given, surname = found[1].casefold(), found[2].casefold()
        if (given in _given_names() or len(given) == 1) and not _is_common(surname):
            return found[0].rstrip("@")
    return next((name for part in _PARTS.split(lead) if (name := _person_in_part(part.strip()))), "")


def _person_in_part(part: str) -> str:
    """A name in what stands between commas: "Jane Smith", "Dr A Khan"; none where it is a school's or a street's."""
    for found in _TITLED.finditer(part):
        after = _WORD.findall(part[found.end(1) : found.end(1) + _NEAR])
        if not _is_common(found[1]) and _first_common(after) not in _PLACES:
            return found[0]
    initialled = _INITIALS.fullmatch(part)
    if initialled and not _is_common(initialled[1] or initialled[2]):
        return part
    words = _WORD.findall(part)
    if words == [part] and _is_name(part, shouted=False) and _given_names()[_bare(part)]:
        return part
    shouted = part.isupper()
    for before, given, surname, *rest in _neighbours(words):
        if before.casefold() not in _BEFORE_PLACES and _is_name(given, shouted) and _is_surname(given, surname):
            common = _first_common(rest)
            # "Jane Smith Early Help Manager" is a person; "Jane Smith Primary School" and "Hope Valley Team" are none.
            place = common in _PLACES or (common not in ("", "head") and not _given_names()[_bare(given)])
            return "" if place else f"{given} {surname}"
    return ""


def _neighbours(words: list[str]) -> Iterator[list[str]]:
    """Each two words, after the one before them ("" at the start) and before a few that follow."""
    padded = ["", *words]
    return (padded[at_word : at_word + 10] for at_word in range(len(words) - 1))


def _is_name(word: str, shouted: bool) -> bool:
    """Whether a word is a given name, and not an acronym that looks like one (SAM, KIM) among other words."""
    return word[0].isupper() and _bare(word) in _given_names() and (shouted or not word.isupper())


def _is_surname(given: str, word: str) -> bool:
    if not word[0].isupper() or _is_common(word) or f"{given} {word}".casefold() in _CHARITIES:
        return False
    return len(word.rstrip(".")) > 1 or _given_names()[_bare(given)]


def _first_common(words: list[str]) -> str:
    """The first of `words` that posts, services or places are called by; "" for none."""
    return next((_bare(word) for word in words if _is_common(word)), "")


@functools.lru_cache(4096)
def _is_hint(word: str) -> bool:
    """Whether a name may stand where this word is; asked first, as few leads hold such a word."""
    return len(word.rstrip(".")) == 1 or _bare(word) in _TITLES or _bare(word) in _given_names()


@functools.lru_cache(4096)
def _bare(word: str) -> str:
    """A word in lower case, without accents, full stop and possessive s."""
    plain = word if word.isascii() else unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode()
    return re.sub(r"'s?$|\.$", "", plain.casefold())


def _is_common(word: str) -> bool:
    """Whether a word is one of posts, services or places."""
    return _bare(word) in _POSTS or _bare(word) in _PLACES


@functools.cache
def _given_names() -> dict[str, bool]:
    """Given names in lower case, and whether each is nothing but a name."""
    text = resources.files(__package__).joinpath("given_names.txt").read_text(encoding="utf-8")
    names = (name for line in text.splitlines() if not line.startswith("#") for name in line.split())
    return {name.rstrip("*").casefold(): not name.endswith("*") for name in names}


CHECK = Check("AP108", Severity.WARNING, lead_is_a_person)
