"""How many actions a sentence speaks of: "20 of the 24", "all but two", "55% of our", "most"."""

from __future__ import annotations

import re
from dataclasses import replace

from papers.checks.prose.claim import BOUNDS, OWN, POINTING, SHARES, Bound, Claim
from papers.checks.prose.words import number_at


class Quantities:
    """The quantities of one sentence; each try to read one looks at a few words only."""

    def __init__(self, tokens: list[str]) -> None:
        self.tokens = tokens

    def word(self, at: int) -> str:
        """The word at a place; "" before the first and after the last."""
        return self.tokens[at] if 0 <= at < len(self.tokens) else ""

    def quantity(self, at: int) -> Claim | None:
        """The quantity that begins at a word; the claim ends before "actions", or before what stands for it."""
        if share := SHARES.at(self.tokens, at):
            return self._of_all(Claim("share", at, share[1], share=share[0]))
        if self.word(at) in ("all", "every", "each"):
            return None if self.word(at - 1) == "not" else self._everything(at)
        bound: Bound = ""
        start = at
        while (found := BOUNDS.at(self.tokens, at)) and at - start < 6:
            bound, at = found[0] or bound, found[1]
        number = number_at(self.tokens, at)
        if share_of := _FRACTION.fullmatch(self.word(at)):
            return Claim("number", start, at + 1, number=int(share_of[1]), of=int(share_of[2]), bound=bound)
        if percentage := self._percentage(start, at, bound):
            return percentage
        return self._of_all(Claim("number", start, number[1], number=number[0], bound=bound)) if number else None

    def _percentage(self, start: int, at: int, bound: Bound) -> Claim | None:
        """ "55% of the actions", "55 per cent of"; a round one is right within five points, others within one."""
        figures, end = self.word(at).removesuffix("%"), at + 1
        if figures == self.word(at):
            signs = next((sign for sign in _PER_CENT if self.tokens[end : end + len(sign)] == sign), None)
            if signs is None:
                return None
            end += len(signs)
        whole, _, part = figures.partition(".")
        is_number = whole.isdecimal() and len(whole) < 4 and (not part or part.isdecimal()) and figures.isascii()
        if not is_number or self.word(end) != "of":
            return None
        share = float(f"{whole}.{part[:6] or 0}") / 100
        leeway = 0.05 if bound else 0.01
        return self._of_all(Claim("percentage", start, end, share=(share - leeway, share + leeway)))

    def _everything(self, at: int) -> Claim | None:
        """ "all actions", "all but two", "all of the 24", "each of our", "every one of these"."""
        end = at + 1
        if self.word(end) == "but" and (number := number_at(self.tokens, end + 1)):
            return self._of_all(Claim("all but", at, number[1], number=number[0]))
        end += self.word(end) == "one"
        claim = self._of_all(Claim("all", at, end))
        number = number_at(self.tokens, claim.end)
        return replace(claim, end=number[1], of=number[0]) if number and claim.of is None else claim

    def _of_all(self, claim: Claim) -> Claim:
        """The claim with what follows its quantity: "of the 24", "out of 24", "(55%) of our"."""
        at = self.past_brackets(claim.end)
        at += self.word(at) == "out"
        if self.word(at) != "of":
            return replace(claim, end=self.past_own(claim.end)[0]) if claim.kind in ("all", "all but") else claim
        at, these, whole = self.past_own_or_plan(at + 1)
        if number := number_at(self.tokens, at):
            return replace(claim, end=number[1], of=number[0], these=these, whole=whole)
        return replace(claim, end=at, these=these, whole=whole)

    def past_own_or_plan(self, at: int) -> tuple[int, bool, bool]:
        """Past "the", "our", "these", "the action plan's": to where, whether it points back, whether it names it."""
        end, these = self.past_own(at)
        for ahead in range(at, min(end + 4, len(self.tokens))):
            if self.tokens[ahead] == "plan's":
                return ahead + 1, these, True
        return end, these, False

    def past_own(self, at: int) -> tuple[int, bool]:
        """Past "the", "our", "all these": to where, and whether it points back."""
        start = at
        while self.word(at) in OWN and at - start < 3:
            at += 1
        return at, any(word in POINTING for word in self.tokens[start:at])

    def past_brackets(self, at: int) -> int:
        """Past a remark in brackets, where it is a short one: "18 (55%)"."""
        if self.word(at) != "(":
            return at
        return next((end + 1 for end in range(at, min(at + 9, len(self.tokens))) if self.tokens[end] == ")"), at)


_FRACTION = re.compile(r"([0-9]{1,5})/([0-9]{1,5})")
_PER_CENT = (["%"], ["percent"], ["per", "cent"])
