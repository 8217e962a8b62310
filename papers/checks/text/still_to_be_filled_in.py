"""A text of the starter is still to be filled in.

A new paper comes with hints in square brackets, such as "[To write: why the Committee is asked]" or "[To choose: the
portfolio]". One that is left would be printed. Each passage with such a hint is reported once.

Example     reasons: "[To write: why the Committee is asked to do this]"
Instead     write what the hint asks for, or delete the hint where there is nothing to say
Source      domain practice: template guidance left in published reports; Brighton and Hove asks authors to delete it
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import HINT
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.passage import Passage

_HINT = re.compile(rf"{HINT.pattern}[^\[\]\0]*\]")


def still_to_be_filled_in(paper: Paper) -> Iterator[Report]:
    """Passages that hold a hint of the starter, each once."""
    reported: Passage | None = None
    for passage, found in paper.passages.find(_HINT):
        if passage != reported:
            reported = passage
            yield at(
                passage.place,
                f'"{wording.shortened(found[0])}" is still to be filled in',
                "write what it asks for, or delete it",
            )


CHECK = Check("TX001", Severity.WARNING, still_to_be_filled_in)
