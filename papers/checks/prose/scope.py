"""Of which actions a claim speaks: of all, of a part that can be counted, or of none that the plan can judge."""

from __future__ import annotations

from collections.abc import Iterator

from papers.checks.prose.claim import NOUNS, Claim, past_whole
from papers.checks.prose.claims import claims
from papers.checks.prose.days import is_of_another_day, names_a_month
from papers.checks.prose.positions import Position, Tally, positions
from papers.checks.prose.sentences import Sentence
from papers.checks.prose.words import Phrases, number_at, phrases, tokens, word_set
from papers.model.paper import Paper
from papers.model.plan import Action, ActionPlan

# What follows one of these is no claim: it is a condition, or a question.
_CONDITIONS = word_set("if once until unless when whether whenever provided assuming suppose before after")
# What one of these rules, in its part of the sentence, is a wish, a duty or a guess.
_WISHES = word_set(
    """will would should shall could may might must aim aims aimed aiming target targets targeted expect expects
    expected expecting intend intends intended ensure ensures ensuring want wants wanted need needs needed hope
    hopes hoped goal ambition vision require requires required requiring ask asks asked asking wish wishes
    likely possible"""
)
_CLAUSE_ENDS = word_set(", ; : ( ) – — - and but while whilst whereas with")
_BREAKS = _CLAUSE_ENDS | {"that"}
_PREPOSITIONS = word_set(
    """in for under within among amongst of on at from across during by against to as regarding concerning per
    following throughout between around"""
)
_HARMLESS = phrases(
    "in summary", "in short", "in conclusion", "in addition", "in fact", "in general", "in particular", "at present",
    "at this stage", "at the moment", "to date", "as a result", "as a whole", "on the whole", "as such", "in brief",
    "as shown", "as the table shows", "on balance", "for information", "to summarise", "in the main", "as of today",
)  # fmt: skip
_TAILS = phrases(
    "so far", "now", "today", "already", "overall", "to date", "at present", "in total", "at this stage", "in full",
    "at the moment", "in all", "altogether", "as planned", "as a result", "successfully", "as well", "also", "for now",
    "currently", "as expected", "combined", "in the workbook",
)  # fmt: skip
_GOES_ON = word_set(
    """. , ; : ( ) ? ! – — - " “ ” and but while whilst with leaving because although though whereas which as so yet
    however including mainly mostly thanks owing despite compared up down than"""
)
_PARTS = word_set("priority priorities theme themes workstream workstreams strand strands objective objectives section")
_AFTER_A_TOTAL = word_set(". , ; : ( ) ? ! – — - and but are is have has with")
_PARTS_OF_ALL = word_set("priorities themes areas headings sections strands objectives workstreams partners")
_SHORTEST_NAME = 4
_MOST_PARTNERS, _MOST_WORDS = 200, 20


class Scope:
    """The claims about a paper's plan, each with the tally of the actions that it speaks of.

    A claim is passed over where it may speak of a part of the plan that cannot be told, of another day, of a wish or of
    a condition; a partner, a lead or a priority is a part that can be counted.
    """

    def __init__(self, paper: Paper, plan: ActionPlan) -> None:
        self.days = (paper.as_of, paper.report.meeting_date)
        self.words: Phrases[Position] = positions(paper.profile)
        self.whole = Tally(paper.as_of, "", plan.actions)
        self.parts = _parts(paper, plan)

    def claims(self, sentence: Sentence) -> Iterator[tuple[Claim, Tally]]:
        """What a sentence claims of the whole plan, or of a part that can be counted."""
        if sentence.words.endswith("?") or self.is_key(sentence):
            return
        points_back = sentence.tokens[:1] == ["of"] and sentence.tokens[1:2] in (["these"], ["those"], ["them"])
        context = self.meant_by_these(sentence) if points_back else None
        for claim in claims(sentence, self.words, self.parts):
            counted = self.of(claim, sentence, context)
            if not claim.bare or claim.these:
                context = counted
            if counted is not None:
                yield claim, counted

    def of(self, claim: Claim, sentence: Sentence, context: Tally | None) -> Tally | None:
        """The tally of the actions that a claim speaks of; `context` is that of the claim before it."""
        if not self.is_of_now(claim, sentence):
            return None
        if claim.these:
            return self.meant_by_these(sentence)
        if claim.bare:
            return context
        if claim.part is not None:
            return claim.part
        if claim.kind == "plan" and not claim.whole and sentence.before is not None:
            return None  # "the actions" are those of the sentence before
        if claim.whole or claim.of == self.whole.total:
            return self.whole
        return self.part_or_whole(claim, sentence, sentence.tokens[: claim.start])

    def meant_by_these(self, sentence: Sentence) -> Tally | None:
        """What "these" are: the actions that the sentence before counts."""
        before = sentence.before
        counted = (claim for claim in (claims(before, self.words, self.parts) if before else ()) if not claim.bare)
        return next((self.of(claim, before, None) for claim in counted if before and not claim.these), None)

    # The part of the plan

    def part_or_whole(self, claim: Claim, sentence: Sentence, lead: list[str]) -> Tally | None:
        """The whole, or the part that the words before a claim name; None where that cannot be told."""
        named = list(self.parts.within(lead))
        if named or _PARTS & set(lead):
            return named[0] if len(named) == 1 and _leads_to(lead) else None
        if not self.is_free(lead) or self.is_about_a_part(sentence):
            return None
        # "two of five actions", after other sentences, may speak of the five that these were about
        if claim.of is not None and claim.of * 2 < self.whole.total and sentence.before is not None:
            return None
        return self.whole

    def is_free(self, lead: list[str]) -> bool:
        """Whether no words before a claim narrow it: "In schools, three actions are ..."."""
        parts = (lead, lead[_last(lead, _BREAKS) :])
        return not any(part and part[0] in _PREPOSITIONS and not _is_harmless(part) for part in parts)

    def is_about_a_part(self, sentence: Sentence) -> bool:
        """Whether the headings or the sentence before name a part of the plan."""
        around = (tokens(sentence.headings), sentence.before.tokens if sentence.before else [])
        return any(_PARTS & set(words) or any(True for _ in self.parts.within(words)) for words in around)

    def is_key(self, sentence: Sentence) -> bool:
        """Whether a line says what a status means: "Green: the action is completed", "on track (amber)"."""
        words = sentence.tokens
        if not sentence.in_list:
            return False
        first = self.words.at(words, 0)
        if first and words[first[1] : first[1] + 1] and words[first[1]] in (":", "–", "—", "(", "means"):
            return number_at(words, first[1] + 1) is None
        return any(word == "(" and self.words.at(words, at + 1) for at, word in enumerate(words))

    # The day, and whether it is a fact

    def is_of_now(self, claim: Claim, sentence: Sentence) -> bool:
        """Whether a claim is one of fact, about the plan's day, and has nothing after it that narrows it."""
        lead, tail = sentence.tokens[: claim.start], sentence.tokens[claim.end :]
        if not self.ends_well(claim, tail):
            return False
        if self.is_unreal(lead) or self.is_of_another_day(lead) or self.is_of_another_day(_clause(tail)):
            return False
        before = sentence.before.tokens if sentence.before else []
        return not claim.past or not (self.is_of_another_day(sentence.tokens) or self.is_of_another_day(before))

    def is_of_another_day(self, words: list[str]) -> bool:
        """Whether words tell of a day that is neither the plan's nor the meeting's."""
        return is_of_another_day(words, self.days)

    def is_unreal(self, lead: list[str]) -> bool:
        """Whether what follows `lead` is a condition, a wish or a quotation."""
        if _CONDITIONS & set(lead) or lead.count("“") > lead.count("”") or lead.count('"') % 2:
            return True
        return bool(_WISHES & set(lead[_last(lead, _CLAUSE_ENDS) :]))

    def ends_well(self, claim: Claim, tail: list[str]) -> bool:
        """Whether what follows a claim leaves it whole: no "in early help", no "except for two"."""
        at = 0
        while at < 12 and (end := (_TAILS.at(tail, at) or (past_whole(tail, at)[0],))[-1]) > at:
            at = end
        rest = tail[at : at + 5]
        if claim.kind == "total" and rest:
            return rest[0] in _AFTER_A_TOTAL or bool(_PARTS_OF_ALL & set(rest))
        if not rest or rest[0] in _GOES_ON or rest[:2] == ["out", "of"]:
            return rest[1:2] != ["part"] and rest[:3] != ["with", "the", "exception"]
        if rest[0] in ("as", "on", "at", "in"):
            return names_a_month(rest)
        if rest[:2] == ["due", "to"]:
            return True
        goes_to = rest[0] in ("to", "by") or rest[:2] in (["for", "completion"], ["for", "delivery"])
        return goes_to and bool(claim.position and "on track" in claim.position.words)


def _last(words: list[str], breaks: frozenset[str]) -> int:
    """Where the last part of `words` begins, parted by `breaks`."""
    return max((at + 1 for at, word in enumerate(words) if word in breaks), default=0)


def _is_harmless(part: list[str]) -> bool:
    """Whether words that begin with "in", "as" or "on" name the whole plan, its actions or its day."""
    if _HARMLESS.at(part, 0) or past_whole(part, 0)[1] or names_a_month(part):
        return True
    return part[0] == "of" and bool(NOUNS & set(part))


def _clause(tail: list[str]) -> list[str]:
    """What belongs to a claim of the words after it; the day that something is on track for is none of its own."""
    end = next((at for at, word in enumerate(tail) if word in _BREAKS | {".", "because", "due"}), len(tail))
    return [] if tail[:1] in (["to"], ["by"], ["for"]) else tail[:end]


def _leads_to(lead: list[str]) -> bool:
    """Whether the words before a claim are no more than a name: "For the police,"."""
    return len(lead) <= 12 and lead[0] in _PREPOSITIONS and lead[-1] == ","


def _parts(paper: Paper, plan: ActionPlan) -> Phrases[Tally | None]:
    """The tally of each partner, lead and priority by its name; None for a name that may mean several.

    "Police" may mean more than one where another partner is "Police and early help".
    """
    parts: dict[tuple[str, str], list[Action]] = {}
    refs = {priority.title: priority.ref for priority in plan.priorities if priority.ref}
    for action in plan.actions:
        names = [("Partner", action.partner), ("Lead", action.lead), ("Priority", action.priority)]
        if ref := refs.get(action.priority):
            names += [("Ref", f"{word} {ref}") for word in ("Priority", "Priority area", "Area")]
        for part in names:
            parts.setdefault(part, []).append(action)
    tallies: dict[str, list[Tally]] = {}
    for (_, name), actions in parts.items():
        if len(name) >= _SHORTEST_NAME:
            same_name = tallies.setdefault(name.casefold().removeprefix("the "), [])
            same_name.append(Tally(paper.as_of, name, actions))
    found: Phrases[Tally | None] = Phrases()
    for name, these in tallies.items():
        found.add(these[0] if len(these) == 1 else None, name)
    for partner in list(dict.fromkeys(action.partner for action in plan.actions))[:_MOST_PARTNERS]:
        words = tokens(partner)[:_MOST_WORDS]
        for length in range(1, len(words)):
            for start in range(len(words) - length + 1):
                within = tuple(words[start : start + length])
                if within in found.known:
                    found.known[within] = None
    return found
