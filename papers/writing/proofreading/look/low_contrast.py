"""Words that stand out too little from what is behind them.

People with low vision, and everybody on a bad projector, cannot read pale grey on white. Words need a contrast of at
least 4.5 to 1; WCAG lets large ones (18 pt, or 14 pt in bold) do with 3 to 1, so those between are a warning. Cells
that {% cellbg %} paints take both colours from council.yaml and are judged there.

Example     guidance in grey-blue (8EAADB) on white, 2.3 to 1
Instead     Home, Font Color, Automatic, or a darker colour
Source      WCAG 2.2, 1.4.3 Contrast (Minimum)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers.findings import Severity
from papers.model.scheme import contrast
from papers.office.ooxml import Element, W
from papers.writing.appearance import WHITE, Setting, colour_of
from papers.writing.printed import paragraphs_of, printed, seen_in
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark
from papers.writing.spots import words_of

_ENOUGH, _ENOUGH_FOR_LARGE = 4.5, 3.0
_PAINTS = re.compile(r"\{%-?\s*cellbg\s")


def low_contrast(proof: Proof) -> Iterator[Remark]:
    """Each style on each fill, and each paragraph coloured by hand, whose words are hard to see."""
    told: dict[object, None] = {}
    for page in proof.pages:
        for paragraph in seen_in(page.root, W + "p"):
            for run, _ in printed(paragraph):
                setting, fill = proof.appearance.of_run(run, "color"), proof.appearance.behind(run)
                key = (paragraph if setting.by_hand else setting.element, colour_of(setting), fill)
                if key not in told and not _is_painted(paragraph):
                    told[key] = None
                    yield from _judged(run, setting, fill, _is_large(proof, run))
    for style in proof.authors_styles:
        setting = proof.appearance.of_style(style, "color")
        if not any(setting.element is key[0] for key in told if isinstance(key, tuple)):
            yield from _judged(None, setting, WHITE, is_large=False)


def _judged(at: Element | None, setting: Setting, fill: str, is_large: bool) -> Iterator[Remark]:
    colour = colour_of(setting)
    found = contrast(colour, fill) if colour else 21
    if found >= _ENOUGH:
        return
    severity = Severity.WARNING if is_large and found >= _ENOUGH_FOR_LARGE else Severity.ERROR
    what = f"{setting.setter} is" if setting.setter else "these words are"
    behind = "white" if fill == WHITE else f"the fill behind ({fill})"
    sentence = f"{what} coloured {colour}, a contrast of {_cut(found)} to 1 with {behind}: less than 4.5 to 1"
    by_hand = "select them and choose Home, Font Color, Automatic"
    yield remark(at, sentence, setting.remedy(by_hand, "font colour Automatic, or a darker one"), severity)


def _cut(ratio: float) -> str:
    """A ratio to one decimal, never rounded up to what would do."""
    return f"{int(ratio * 10) / 10:.1f}"


def _is_large(proof: Proof, run: Element) -> bool:
    size = proof.appearance.of_run(run, "sz").value
    points = int(size) / 2 if re.fullmatch(r"\d{1,4}", size) else 10
    return points >= 18 or (points >= 14 and proof.appearance.of_run(run, "b").on)


def _is_painted(paragraph: Element) -> bool:
    cell = next(paragraph.iterancestors(W + "tc"), None)
    return cell is not None and any(_PAINTS.search(words_of(each)) for each in paragraphs_of(cell))


RULE = Rule("TP303", Severity.ERROR, low_contrast)
