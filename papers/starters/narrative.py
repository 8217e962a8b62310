"""The narrative.md that a new paper starts from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, repeat

from papers import wording

_USUAL = {
    "Background": "why the Committee has this report, and what it decided before.",
    "Progress": "what has been done, what has not, and what is different for people.",
    "Next steps": "what happens next, by when, and when the Committee hears again.",
}
_OTHER = "this section, or delete its heading."

# This stands in paragraphs that are written over: a comment would be a finding until it is deleted.
_HOW_TO = (
    "A line that starts with # opens a section. Leave an empty line between paragraphs. The report numbers sections "
    "1., 2. and paragraphs 1.1, 1.2 by itself, so type no numbers.",
    "For a list, start each line with - and a space, or with 1. for a lettered or numbered one, and introduce it in a "
    "paragraph above it.",
    "A paragraph that starts with > has no number of its own. A line that starts with ## is a subheading.",
)

# What Markdown would take for anything but the character itself.
_SPECIAL = re.compile(r"[\\`*_\[\]<>#&|~!]")


def starter_narrative(headings: Sequence[str] = ()) -> str:
    """A narrative to write over: each of `headings`, or three usual ones, with one "[To write: ...]" paragraph.

    The first three paragraphs also say how a narrative is written. Headings are words, as a reader gave them; those
    without words are left out.
    """
    on_one_line = (" ".join(wording.printable(heading).split()) for heading in headings)
    titles = [title for title in on_one_line if title] or list(_USUAL)
    sections = []
    for title, how_to in zip(titles, chain(_HOW_TO, repeat("")), strict=False):
        what = " ".join((_USUAL.get(title, _OTHER), how_to)).strip()
        sections.append(f"# {_escaped(title)}\n\n[To write: {what}]\n")
    return "\n".join(sections)


def _escaped(title: str) -> str:
    return _SPECIAL.sub(lambda special: f"\\{special[0]}", title)
