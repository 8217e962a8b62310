"""A paper: everything that its documents are made from."""

from __future__ import annotations

import functools
from datetime import date
from functools import cached_property

from papers.findings import Place
from papers.model.base import Model
from papers.model.changes import Changes
from papers.model.narrative import Narrative
from papers.model.passage import Passage, Passages
from papers.model.plan import Action, ActionPlan
from papers.model.profile import Profile
from papers.model.report import Report


class Paper(Model):
    """One report with its narrative and, where it has one, its action plan.

    as_of               the day on which the plan's position is judged; nothing in a paper depends on today
    plan                None for a paper without an action plan
    written             what the author wrote outside the plan, block by block, with its place
    changes             what has become of the plan's actions since the last report; None without an earlier plan
    previous_meeting    when the last report on this plan was made; None where the inputs do not tell
    """

    report: Report
    profile: Profile
    as_of: date
    narrative: Narrative = Narrative()
    plan: ActionPlan | None = None
    changes: Changes | None = None
    written: tuple[Passage, ...] = ()
    previous_meeting: date | None = None

    @cached_property
    def passages(self) -> Passages:
        """All words of the paper that will be published, each at its place: report, narrative, plan, what is gone."""
        written = (((passage.words,), lambda _, place=passage.place: place) for passage in self.written)
        cells = (action.passages() for action in (self.plan.actions if self.plan else ()))
        removed = (gone.action for gone in (self.changes.removed if self.changes else ()))
        gone = (((action.action,), functools.partial(_at_action, action)) for action in removed)
        return Passages((*written, *cells, *gone))


def _at_action(action: Action, _: int) -> Place:
    return action.cell("Action")
