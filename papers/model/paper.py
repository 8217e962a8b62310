"""A paper: everything that its documents are made from."""

from __future__ import annotations

from datetime import date

from papers.model.base import Model
from papers.model.narrative import Narrative
from papers.model.plan import ActionPlan
from papers.model.profile import Profile
from papers.model.report import Report


class Paper(Model):
    """One report with its narrative and, where it has one, its action plan.

    as_of   the day on which the plan's position is judged; nothing in a paper depends on today
    plan    None for a paper without an action plan
    """

    report: Report
    profile: Profile
    as_of: date
    narrative: Narrative = Narrative()
    plan: ActionPlan | None = None
