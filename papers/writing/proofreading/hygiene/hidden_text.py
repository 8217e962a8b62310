"""Words that are hidden.

Hidden words are in the published file, and anybody can show them. A build prints tags in them like any others.

Example     an officer's note made invisible with Home, Font, Hidden
Instead     delete them; Home, Show/Hide shows where they are, File, Info, Inspect Document finds them
Source      ICO, How to disclose information safely
"""

from __future__ import annotations

from collections.abc import Iterator

from papers import wording
from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.printed import printed, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark

_MOST = 5
_REMEDY = "Home, Show/Hide to see it, then delete it; or clear Hidden under Home, Font"


def hidden_text(proof: Proof) -> Iterator[Remark]:
    """The first five paragraphs with hidden words, by hand or by their style, then how many more there are."""
    found: dict[Element, list[str]] = {}
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p"):
            for run, words in printed(paragraph):
                if proof.appearance.of_run(run, "vanish").on:
                    found.setdefault(paragraph, []).append(words)
    for at, pieces in list(found.items())[:_MOST]:
        yield remark(at, f'"{wording.shortened("".join(pieces))}" is hidden text', _REMEDY)
    rest = len(found) - _MOST
    if rest > 0:
        yield remark(
            None, f"there is hidden text in {wording.in_words(rest)} more {wording.plural(rest, 'paragraph')}", _REMEDY
        )


RULE = Rule("TP323", Severity.ERROR, hidden_text)
