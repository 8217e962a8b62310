"""References resolved: what `[](#triage-car)`, `[](action:3.2)` and `[](appendix:1)` print, and what leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from papers import wording
from papers.findings import Findings, Parsed, Place
from papers.model.narrative import Narrative, Section
from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.model.report import Report
from papers.model.rewriting import rewritten
from papers.model.text import Paragraph, Run, Text

# A nearest name is looked for among so many, and for so many references that lead nowhere.
_MOST_COMPARED = 500
_MOST_ADVISED = 50


def resolve(
    report: Report, narrative: Narrative, plan: ActionPlan | None, profile: Profile
) -> Parsed[tuple[Report, Narrative]]:
    """The report and the narrative with each reference's text in its place, as Word will show it.

    A paragraph's number is the one that the narrative gives it. A section's is its own where paragraphs are numbered
    by section; where they go on through all sections, headings have no number, and the heading's words are printed.
    Places that nothing refers to lose their name, so that no document marks them.

    Findings, each where the reference stands: NV008 nothing of that name, no such action or appendix; NV009 a place
    without a number, whose number is asked for.
    """
    resolving = _Resolving(report, narrative, plan, profile)
    changed_report, changed = rewritten((report, narrative), Run, resolving.run)
    return resolving.findings.parsed((changed_report, _kept(changed, resolving.asked)))


@dataclass(frozen=True, slots=True)
class _Spot:
    """What can be referred to: its number, "" for none, and its words where it is a section's heading."""

    number: str
    heading: str = ""


@dataclass
class _Resolving:
    """The references of one paper, resolved one by one."""

    report: Report
    narrative: Narrative
    plan: ActionPlan | None
    profile: Profile
    findings: Findings = field(default_factory=Findings)
    asked: dict[str, str] = field(default_factory=dict)
    advised: int = 0
    _spots: dict[str, _Spot] | None = None

    @property
    def spots(self) -> Mapping[str, _Spot]:
        """All that can be referred to, looked up when the first reference is met."""
        if self._spots is None:
            self._spots = dict(self._named())
            self._spots |= {f"action:{action.ref}": _Spot(action.ref) for action in self._actions()}
            numbers = range(1, len(self.report.appendices) + 1)
            self._spots |= {f"appendix:{number}": _Spot(self._appendix(number)) for number in numbers}
        return self._spots

    def _actions(self) -> tuple[Any, ...]:
        return self.plan.actions if self.plan else ()

    def _appendix(self, number: int) -> str:
        """The number of an appendix as the council's templates print it."""
        return wording.letter(number) if self.profile.appendix_numbers == "letters" else str(number)

    def _named(self) -> Iterator[tuple[str, _Spot]]:
        for section in self.narrative.sections:
            if section.anchor:
                numbered = self.profile.numbering == "by_section"
                yield section.anchor, _Spot(str(section.number) if numbered else "", section.title)
            for block in section.text.blocks:
                if isinstance(block, Paragraph) and block.anchor:
                    yield block.anchor, _Spot(block.number)

    def run(self, run: Run) -> Run:
        """A run that refers to something, with its text; one that leads nowhere stays as it is, and is said."""
        if not run.target:
            return run
        spot, where = self.spots.get(run.target), run.where or Place()
        if spot is None:
            self._say_nothing_there(run.target, where)
            return run
        self.asked[run.target] = spot.number or spot.heading
        if not run.shows:
            return run.model_copy(update={"where": None})
        if spot.number:
            return run.model_copy(update={"text": spot.number, "where": None})
        if spot.heading:
            return run.model_copy(update={"text": spot.heading, "shows": "words", "where": None})
        remedy = f"write words for it: [the words]({run.target}); or refer to a paragraph or to a section's heading"
        self.findings.error("NV009", where, f'what is called "{run.target}" has no number', remedy)
        return run

    def _say_nothing_there(self, target: str, where: Place) -> None:
        kind, _, name = target.partition(":")
        if kind == "action":
            sentence = f'there is no action "{name}" in the plan' if self.plan else "this paper has no action plan"
            remedy = self._advice(target, "write the Ref as the plan has it") if self.plan else "write it without"
            self.findings.error("NV008", where, sentence, remedy)
        elif kind == "appendix":
            there = len(self.report.appendices)
            known = f"{there} {wording.plural(there, 'appendix', 'appendices')}" if there else "no appendices"
            remedy = "write its number: appendix:1 is the first; or add it under appendices"
            self.findings.error("NV008", where, f'there is no appendix "{name}": report.yaml lists {known}', remedy)
        else:
            remedy = f"write {{{target}}} at the end of the heading or the paragraph that is meant"
            sentence = f'nothing in the narrative is called "{target}"'
            self.findings.error("NV008", where, sentence, self._advice(target, remedy))

    def _advice(self, target: str, otherwise: str) -> str:
        self.advised += 1
        if self.advised > _MOST_ADVISED:
            return otherwise
        kind = "#" if target.startswith("#") else target.partition(":")[0]
        same_kind = [each for each in self.spots if each.startswith(kind)]
        return wording.did_you_mean(target, same_kind[:_MOST_COMPARED]) or otherwise


def _kept(narrative: Narrative, asked: dict[str, str]) -> Narrative:
    """The narrative with those names alone that something refers to."""
    sections = tuple(_section(section, asked) for section in narrative.sections)
    return narrative.model_copy(update={"sections": sections, "targets": asked})


def _section(section: Section, asked: dict[str, str]) -> Section:
    blocks = tuple(
        block.model_copy(update={"anchor": ""})
        if isinstance(block, Paragraph) and block.anchor and block.anchor not in asked
        else block
        for block in section.text.blocks
    )
    anchor = section.anchor if section.anchor in asked else ""
    return section.model_copy(update={"anchor": anchor, "text": Text(blocks=blocks)})
