"""Words that are underlined and no link.

Readers take what is underlined for a link. The words of links are left alone: those inserted as links, and those in the
style of links.

Example     a heading that is underlined
Instead     a heading style, or bold
Source      Cabinet Office, Publishing accessible documents: no underlining except for links
"""

from __future__ import annotations

from collections.abc import Iterator

from papers.findings import Severity
from papers.office.ooxml import Element, W
from papers.writing.appearance import Setting, style_name
from papers.writing.proofreading.proof import Proof
from papers.writing.proofreading.rule import Remark, Rule, remark


def underlined_text(proof: Proof) -> Iterator[Remark]:
    """Each style that underlines, and each paragraph with words underlined by hand."""
    for at, setting in proof.text_settings("u"):
        if setting.value in ("", "none") or _is_for_links(proof, setting) or (at is not None and _is_link(proof, at)):
            continue
        sentence = f"{setting.setter or 'these words'} {'is' if setting.setter else 'are'} underlined like a link"
        by_hand = "select the words and choose Home, Underline, None; a heading style or bold makes them stand out"
        yield remark(at, sentence, setting.remedy(by_hand, "clear the underline"))


def _is_for_links(proof: Proof, setting: Setting) -> bool:
    names = {"hyperlink", "followedhyperlink", "internet link", "visited internet link"}
    if proof.profile is not None:
        names.add(proof.profile.styles.link.casefold())
    return setting.style is not None and style_name(setting.style).casefold() in names


def _is_link(proof: Proof, run: Element) -> bool:
    """Whether a run is inside a link, or its paragraph holds one that Word works out."""
    if next(run.iterancestors(W + "hyperlink"), None) is not None:
        return True
    paragraph = next(run.iterancestors(W + "p"))
    return any("HYPERLINK" in (each.text or "") for each in paragraph.iter(W + "instrText"))


RULE = Rule("TP307", Severity.NOTE, underlined_text)
