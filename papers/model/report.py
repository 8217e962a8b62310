"""The facts and words around a plan: the model of report.yaml. Keys are described in docs/inputs.md."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationInfo

from papers.model.base import Model
from papers.model.text import Text

# What a starter puts where a date is still to be set: no committee meets on it.
NOT_YET_SET = date(2099, 12, 31)

# report.yaml holds words; the reader's own way from words to a value comes with the validation, as its context:
# {"text": str -> Text, "day": str -> date}. Values that are of the type already pass.


def _by_context(reader: str) -> Callable[[Any, ValidationInfo], Any]:
    def convert(value: Any, info: ValidationInfo) -> Any:  # noqa: ANN401
        return info.context[reader](value) if info.context else value

    return convert


def _one_or_more(value: Any) -> Any:  # noqa: ANN401
    return (value,) if isinstance(value, str) else value


def _none_if_no(value: Any) -> Any:  # noqa: ANN401
    return None if isinstance(value, str) and value.casefold() in ("no", "false", "") else value


def _title_alone(value: Any) -> Any:  # noqa: ANN401
    return {"title": value} if isinstance(value, str) else value


Written = Annotated[Text, BeforeValidator(_by_context("text"))]
Day = Annotated[date, BeforeValidator(_by_context("day"))]
Filled = Annotated[str, Field(min_length=1)]
Several = Annotated[tuple[str, ...], BeforeValidator(_one_or_more)]


class Exempt(Model):
    """Why a report, or part of it, is kept from the public: paragraphs 1 to 7 of Schedule 12A, LGA 1972, Part 1."""

    paragraphs: tuple[Annotated[int, Field(ge=1, le=7)], ...]
    public_interest: str
    whole: bool = False


class Costs(Model):
    """What it costs and how that is paid for."""

    revenue: Written = Text()
    capital: Written = Text()


class Consultations(Model):
    """Who was asked, and the references under which finance and legal officers cleared the report."""

    internal: Written = Text()
    external: Written = Text()
    finance_reference: str = ""
    legal_reference: str = ""


class Contact(Model):
    """Whom the public may ask: a post, a telephone number, an e-mail address."""

    name: Filled
    telephone: Filled
    email: Filled


class Appendix(Model):
    """A paper attached to the report; `file` is "" for one that is built here."""

    title: str
    file: str = ""


class BackgroundPaper(Model):
    """A paper that the report rests on, and where it can be seen (LGA 1972 s.100D)."""

    title: Filled
    location: Filled


class Inspection(Model):
    """Who inspected, when, and what they looked at."""

    name: str
    inspected_by: Several = ()
    dates: str = ""
    team: str = ""
    focus: str = ""


class Body(Model):
    """A board or group, and the bodies it reports to."""

    body: str
    reports_to: Several = ()


class PlanSource(Model):
    """Which workbook holds the plan, and its position date; both paths are relative to the paper's folder.

    `sheets` names the sheets that hold actions; left out, it is `Actions`, or else every sheet with the headings.
    """

    workbook: str = "action-plan.xlsx"
    sheets: Several = ()
    previous: str = ""
    as_of: Day | None = None


class Report(Model):
    """One report to one meeting. What the author left out is empty: "", no blocks, no items."""

    council: str
    committee: str
    meeting_date: Day
    subject: str
    report_of: str = ""
    wards_affected: Several = ()
    portfolio: str = ""
    publication_date: Day | None = None
    key_decision: bool = False
    in_forward_plan: bool = False
    exempt: Annotated[Exempt | None, BeforeValidator(_none_if_no)] = None
    summary: Written = Text()
    recommendations: tuple[Written, ...] = ()
    reasons: Written = Text()
    alternatives: Written = Text()
    costs: Costs = Costs()
    implications: dict[str, Written] = Field(default_factory=dict)
    core_purpose: dict[str, Written] = Field(default_factory=dict)
    consultations: Consultations = Consultations()
    implementation_date: str = ""
    contact: Contact | None = None
    appendices: tuple[Annotated[Appendix, BeforeValidator(_title_alone)], ...] = ()
    background_papers: tuple[BackgroundPaper, ...] = ()
    inspection: Inspection | None = None
    governance: tuple[Body, ...] = ()
    action_plan: PlanSource | None = None
    acknowledge: dict[str, str] = Field(default_factory=dict)
