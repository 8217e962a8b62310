"""Options, an implication or a consultation says "None" and gives no reason.

Courts have quashed decisions on children's budgets because nobody had asked what they meant for equality; "None"
looks the same as a question that was never asked. Read are alternatives, options, the implications and consultations
of every council, and blocks of a council's own that are about options, risk, law or equality. A reason, however
short, is enough.

Example     equality: "None", or "There are no equality implications."
Instead     "No assessment is needed, because the report describes progress and changes no service"
Source      Equality Act 2010 s.149; KE v Bristol City Council [2018] EWHC 2103 (Admin); domain practice: legal and
            equality comments that members are asked to rely on
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from papers import wording
from papers.checks.check import Check, Report, at
from papers.checks.prose.sentences import one_line
from papers.findings import Severity
from papers.model.paper import Paper
from papers.model.passage import typed
from papers.model.profile import Profile

_NOTHING = re.compile(
    r"""\W*(?:
      (?:none|nil|no|nothing|n/?\.?a|not\ applicable)
    | (?:there\ (?:are|is|were|was|have\ been)\ )?(?:no|none|not\ any)(?:\ [a-z]+){0,4}
      \ (?:implications?|options?|alternatives?|impacts?|issues?|risks?|considerations?|consequences|consultations?)
    | no\ (?:one|body)
    )
    (?:\ (?:at\ this\ (?:stage|time|point)|identified|known|arising|applicable|considered|directly|anticipated
        |required|were|was|have\ been|has\ been|to\ report|to\ note|from\ this\ report|of\ this\ report|in\ this\ report
        |whatsoever|for\ the\ council|or\ rejected|and\ rejected|rejected|available|from\ the\ report
        |from\ the\ recommendations?))*
    \W*""",
    re.IGNORECASE | re.VERBOSE,
)
_LONGEST = 160
_KEYS = ("alternatives", "options", "do_nothing", "implications", "consultations")
_TOPICS = re.compile(r"option|alternativ|equalit|legal|\blaw\b|risk|implication", re.IGNORECASE)


def none_without_reason(paper: Paper) -> Iterator[Report]:
    """Answers that say no more than that there is nothing."""
    for passage in paper.written:
        key = passage.place.key
        if len(passage.words) > _LONGEST or not _is_asked(key, paper.profile):
            continue
        if _NOTHING.fullmatch(one_line(typed(passage.words))):
            yield at(
                passage.place,
                f'{key} says "{wording.shortened(passage.words)}" and gives no reason',
                'say why: "because the report changes no service"',
            )


def _is_asked(key: str, profile: Profile) -> bool:
    """Whether a key is one of those that are answered in sentences, and about options, risk, law or equality."""
    name, block = key.partition(".")[0].partition("[")[0], profile.block_of(key)
    if block is None:
        return name in _KEYS and not key.endswith(("sign_off", "_reference"))
    is_asked = name in _KEYS or bool(_TOPICS.search(f"{name} {block.title}"))
    return is_asked and profile.kind_of(key) in ("text", "line", "list")


CHECK = Check("TX401", Severity.WARNING, none_without_reason)
