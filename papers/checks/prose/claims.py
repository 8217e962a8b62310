"""What a sentence claims of the number of actions and of how they stand: "20 of the 24 actions are completed"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from papers.checks.prose.claim import MOSTLY, NOUNS, OWN, Claim, past_whole
from papers.checks.prose.positions import Position, Tally
from papers.checks.prose.quantities import Quantities
from papers.checks.prose.sentences import Sentence
from papers.checks.prose.words import Phrases, number_at, word_set

# What may stand before "actions" without making them a part of the plan.
_ADJECTIVES = word_set("separate individual agreed planned published improvement listed plan's")
_DEFINITE = word_set("the our its this all action improvement plan's delivery")
_PLANS = word_set("plan programme delivery implementation progress everything work")
_DOERS = word_set("we partners partnership agencies")
_GOVERNING = word_set("of on in for to with by from about under")
_WHOLE_BEING = word_set("are is have has been , now remain remains continues to be progressing going well and")
_BEING = word_set("are is were was remain remains stand stands have has had been being")
_PAST = word_set("were was had")
_ADVERBS = word_set(
    """now currently still already fully all both either each therefore also however today presently by formally again
    successfully only just since entirely wholly part of as at rated rag assessed shown marked reported classed recorded
    graded judged considered deemed described listed classified categorised noted that which yet"""
)
_LINKS = word_set("or and , /")
_OTHER_PLANS = word_set("a an another old previous first original draft")
_HAS = (
    ["has"], ["contains"], ["comprises"], ["holds"], ["lists"], ["includes"], ["consists", "of"], ["sets", "out"],
    ["is", "made", "up", "of"],
)  # fmt: skip
_THERE = (["there", "are"], ["there", "is"], ["there", "remain"], ["there", "remains"])


def claims(sentence: Sentence, words: Phrases[Position], parts: Phrases[Tally | None]) -> list[Claim]:
    """What `sentence` claims, in its order.

    `words` are those for positions in the council, `parts` the names of partners, leads and priorities (None: of
    several, so that nothing is claimed).
    """
    return list(_Reader(sentence.tokens, words, parts).claims())


class _Reader(Quantities):
    """One sentence, read from left to right."""

    def __init__(self, tokens: list[str], positions: Phrases[Position], parts: Phrases[Tally | None]) -> None:
        super().__init__(tokens)
        self.positions = positions
        self.parts = parts

    def claims(self) -> Iterator[Claim]:
        at = 0
        while at < len(self.tokens):
            claim = self.of_the_whole(at) or self.total(at) or self.of_a_quantity(at)
            if claim is not None:
                yield claim
            at = max(claim.end if claim else 0, at + 1)

    def of_a_quantity(self, at: int) -> Claim | None:
        quantity = self.quantity(at)
        return self.said_of(quantity) if quantity else None

    # What is said of the plan, or of "the actions"

    def of_the_whole(self, at: int) -> Claim | None:
        """ "The actions are, in the main, complete"; "the plan is largely delivered"; "the plan is on track"."""
        is_plan = self.word(at) in _PLANS
        if not (is_plan or self.word(at) == "actions") or not self.is_subject(at):
            return None
        start = end = past_whole(self.tokens, at + 1)[0]
        while self.word(end) in _WHOLE_BEING and end - start < 8:
            end += 1
        share = MOSTLY.at(self.tokens, end)
        if end == start or (share is None and not is_plan and at > 1):
            return None
        end = share[1] + (self.word(share[1]) == ",") if share else end
        while self.word(end) in ("been", "now", "already", "fully", "still"):
            end += 1
        found = position_at(self.tokens, end, self.positions)
        if found is None:
            return None
        claim = Claim("share" if share else "plan", at, found[1], position=found[0], whole=is_plan)
        return replace(claim, share=share[0]) if share else claim

    def is_subject(self, at: int) -> bool:
        """Whether "the plan" is what a sentence speaks of, rather than "the review of the plan"."""
        if self.word(at) == "everything":
            return self.word(at - 1) not in _GOVERNING
        start = at
        while self.word(start - 1) in _DEFINITE and at - start < 4:
            start -= 1
        return start < at and (self.word(start - 1) not in _GOVERNING or self.word(start - 2) in _PLANS)

    # The actions of a quantity, and where they stand

    def said_of(self, claim: Claim) -> Claim | None:
        """The claim with the position that the sentence gives its actions; None where it gives none."""
        at = claim.end
        while self.word(at) in _ADJECTIVES:
            at += 1
        found = self.positions.at(self.tokens, at)
        if found and self.word(found[1]) in NOUNS:
            return self.of_kind(claim, *found)
        part = self.parts.at(self.tokens, at)
        at = part[1] if part and self.word(part[1]) in NOUNS else at
        bare = self.word(at) not in NOUNS
        if bare and (at > claim.end or self.word(at) in OWN or (claim.kind in ("all", "all but") and not claim.these)):
            return None
        part = part if part and not bare else self.part_after(at + 1)
        if part and (bare or part[0] is None):
            return None
        at, whole = past_whole(self.tokens, part[1] if part and part[1] > at else at + (not bare))
        claim = replace(claim, bare=bare, whole=claim.whole or whole, part=part[0] if part else None)
        return self.standing(claim, self.past_brackets(at)) or self.brought_about(claim, at)

    def part_after(self, at: int) -> tuple[Tally | None, int] | None:
        """The part of the plan in "actions of the police", "actions led by early help", and where it ends."""
        led = self.tokens[at : at + 2] in (["led", "by"], ["owned", "by"])
        if not (led or self.word(at) in ("of", "for", "under", "from")):
            return None
        at += 1 + led
        return self.parts.at(self.tokens, at + (self.word(at) == "the"))

    def brought_about(self, claim: Claim, end: int) -> Claim | None:
        """ "We have completed 20 of the 24 actions": what partners, or those who write, have done with them all."""
        words = [word for word in self.tokens[max(claim.start - 6, 0) : claim.start] if word not in _ADVERBS]
        found = self.positions.known.get((words[-1],)) if len(words) > 2 else None
        is_done = found is not None and words[-2] in ("have", "has") and words[-3] in _DOERS and not claim.bare
        return replace(claim, end=end, position=found) if is_done else None

    def of_kind(self, claim: Claim, position: Position, noun: int) -> Claim | None:
        """ "three red actions", where the sentence says that there are so many and no more."""
        end, whole = past_whole(self.tokens, noun + 1)
        before = [word for word in self.tokens[max(claim.start - 4, 0) : claim.start] if word not in _ADVERBS]
        if claim.kind == "number" and (claim.number == 0 or before[-2:] in _THERE):
            return replace(claim, end=end, position=position, whole=whole)
        return None

    def standing(self, claim: Claim, at: int) -> Claim | None:
        """The claim with the position after "are", "have been", "remain", or alone."""
        start = at
        while not self.positions.at(self.tokens, at) and (self.word(at) in _BEING or self.word(at) in _ADVERBS):
            at += 1
            if at - start > 8:
                return None
        verbs = self.tokens[start:at]
        found = position_at(self.tokens, at, self.positions)
        if found is None and verbs in (["remain"], ["remains"], ["still", "remain"]) and not claim.bare:
            found = self.positions.known[("outstanding",)], at
        if found is None or (not verbs and claim.kind == "all"):
            return None
        return replace(claim, end=found[1], position=found[0], past=bool(_PAST & set(verbs)))

    # The total

    def total(self, at: int) -> Claim | None:
        """ "The plan has 24 actions", "there are 24 actions in the plan", "of its 24", "the plan's 24 actions"."""
        end = self.plan_has(at) or self.of_the(at) or (at + 1 if self.word(at) == "plan's" else None)
        there = self.tokens[at : at + 2] == ["there", "are"]
        if end is None and not there:
            return None
        end = end or at + 2
        end += self.word(end) in ("exactly", "only", "just", "now")
        number = number_at(self.tokens, end)
        if number is None or number[0] == 0:
            return None
        end = number[1]
        while self.word(end) in _ADJECTIVES:
            end += 1
        after, whole = past_whole(self.tokens, end + 1)
        if self.word(end) not in NOUNS or (there and not whole):
            return None
        return Claim("total", at, after, number=number[0], of=number[0], whole=True)

    def plan_has(self, at: int) -> int | None:
        """Past "plan has", "plan that answers them has", "plan sets out"."""
        if self.word(at) != "plan" or self.word(at - 1) in _OTHER_PLANS or not self.is_subject(at):
            return None
        end = at + 1
        if self.word(end) in ("that", "which"):
            end = next((ahead for ahead in range(end, end + 8) if self.tokens[ahead : ahead + 1] in _HAS), end)
        end += self.word(end) in ("now", "still", "currently", "itself")
        return next((end + len(has) for has in _HAS if self.tokens[end : end + len(has)] == has), None)

    def of_the(self, at: int) -> int | None:
        """Past "Of the plan's" at the beginning of a sentence, which then counts its actions."""
        if self.word(at) != "of" or at > 0:
            return None
        end, these, _ = self.past_own_or_plan(at + 1)
        return end if end > at + 1 and not these else None


def position_at(tokens: list[str], at: int, words: Phrases[Position]) -> tuple[Position, int] | None:
    """The position that stands at a word, or several that are joined by "or" or "and", and where it ends."""
    found = words.at(tokens, at)
    while found:
        position, end = found
        ahead = end
        while ahead < len(tokens) and tokens[ahead] in _LINKS:
            ahead += 1
        joined = ahead > end
        while joined and ahead < len(tokens) and not words.at(tokens, ahead) and tokens[ahead] in _BEING | _ADVERBS:
            ahead += 1
        other = words.at(tokens, ahead) if joined else None
        if other is None:
            return found
        found = position | other[0], other[1]
    return None
