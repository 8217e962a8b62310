"""The facts and words around a plan: the model of report.yaml.

The description of a key is written for officers: it is the comment in a starter's report.yaml, and what an editor
shows beside the key. docs/inputs.md lists them all.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from papers.model.base import Model
from papers.model.text import Text
from papers.model.written import Day, Filled, OrNo, OrText, OrTitle, Several, Words, Written, YesNo

# What a starter puts where a date is still to be set: no committee meets on it.
NOT_YET_SET = date(2099, 12, 31)


class Exempt(Model):
    """Why a report, or part of it, is kept from the public: paragraphs 1 to 7 of Schedule 12A, LGA 1972, Part 1."""

    paragraphs: tuple[Annotated[int, Field(ge=1, le=7)], ...] = Field(
        description="The paragraphs of Schedule 12A, Part 1, that apply, as a list of numbers from 1 to 7: [1, 2]."
    )
    public_interest: Words = Field(
        description="Why the public interest in keeping it back outweighs the public interest in publishing it."
    )
    whole: YesNo = Field(
        default=False,
        description="yes if the whole report is exempt; no if only the rows and parts that are marked are.",
    )


class Costs(Model):
    """What it costs and how that is paid for."""

    revenue: Written = Field(
        default=Text(),
        description="Revenue costs with the amount and where the money comes from, or why there is no extra cost.",
    )
    capital: Written = Field(
        default=Text(),
        description="Capital costs with the amount and where the money comes from, or why there are none.",
    )


class Implication(Model):
    """What a report means for one of the council's headings, and who has signed that off ("" where nobody is asked)."""

    text: Written = Field(default=Text(), description="The implications, or why there are none.")
    sign_off: Words = Field(
        default="", description="The post that has signed this off, and when: Section 151 Officer, 3 November 2025."
    )


class Consultations(Model):
    """Who was asked, and the references under which finance and legal officers cleared the report."""

    internal: Written = Field(
        default=Text(),
        description="Who inside the council was consulted besides the finance and legal officers, and what they said.",
    )
    external: Written = Field(
        default=Text(),
        description="Who outside the council was consulted, when, and what they said; or why nobody was.",
    )
    finance_reference: Words = Field(
        default="", description="The reference under which the finance officer cleared this report, such as FD.1234/21."
    )
    legal_reference: Words = Field(
        default="", description="The reference under which the legal officer cleared this report, such as LD.1234/21."
    )


class Contact(Model):
    """Whom the public may ask: a post, a telephone number, an e-mail address."""

    name: Filled = Field(description="The post of the contact officer, rather than a person's name.")
    telephone: Filled = Field(description="The telephone number that is printed for the public.")
    email: Filled = Field(
        description="The e-mail address that is printed for the public; a team's own one lasts longer."
    )


class Appendix(Model):
    """A paper attached to the report; `file` is "" for one that is built here."""

    title: Words = Field(description="The title of the appendix, without its number.")
    file: Words = Field(default="", description="The name of the file; leave it out for the action plan.")


class BackgroundPaper(Model):
    """A paper that the report rests on, and where it can be seen (LGA 1972 s.100D)."""

    title: Filled = Field(description="The title of the paper.")
    location: Filled = Field(description="Where the public can see it: a web address or an office.")


class Inspection(Model):
    """Who inspected, when, and what they looked at."""

    name: Words = Field(description="The full name of the inspection, written as the report is to write it.")
    inspected_by: Several = Field(default=(), description="The inspectorate, or a list of them.")
    dates: Words = Field(default="", description='When the inspectors came, in words: "23 to 27 September 2019".')
    team: Words = Field(default="", description='Who came, in words: "14 inspectors".')
    focus: Words = Field(default="", description="What they looked at, in a sentence.")


class Body(Model):
    """A board or group, and the bodies it reports to."""

    body: Words = Field(description="The full name of the board or group.")
    reports_to: Several = Field(default=(), description="The body that it reports to, or a list of them.")


class PlanSource(Model):
    """Which workbook holds the plan, and its position date; both paths are relative to the paper's folder.

    `sheets` names the sheets that hold actions; left out, it is `Actions`, or else every sheet with the headings.
    """

    workbook: Words = Field(
        default="action-plan.xlsx", description="The name of the workbook, seen from the folder of this file."
    )
    sheets: Several = Field(
        default=(), description="The sheets that hold actions, as a list, where they are not all on one sheet Actions."
    )
    previous: Words = Field(
        default="",
        description="The workbook of the last report on this plan, or the folder of that paper: ../jtai-2020-09. The "
        "papers then tell what has changed since.",
    )
    renumbered: dict[str, Words] = Field(
        default_factory=dict,
        description="Actions that had another Ref in the last report: the Ref of now, then the Ref of then (4.9: 4.8).",
    )
    removed: dict[str, Words] = Field(
        default_factory=dict,
        description="Actions of the last report that are no longer in the plan: the Ref of then, then the reason, "
        "which is printed.",
    )
    as_of: Day | None = Field(
        default=None,
        description="The day whose position the plan shows. The date of the meeting counts where this is left out.",
    )


class Report(Model):
    """One report to one meeting. What the author left out is empty: "", no blocks, no items."""

    council: Words = Field(
        description="The council whose Word templates are used: the name of its folder under templates."
    )
    committee: Words = Field(description="The committee that the report goes to, by its full name.")
    meeting_date: Day = Field(description="The day of the meeting, as 2021-03-16 or 16 March 2021.")
    subject: Words = Field(description="The title of the report, word for word as it stands on the agenda.")
    report_of: Words = Field(default="", description="The post of the chief officer who brings the report.")
    wards_affected: Several = Field(default=(), description="All Wards, or a list of the wards it is about.")
    portfolio: Words = Field(default="", description="The Cabinet portfolio that it falls under.")
    publication_date: Day | None = Field(
        default=None,
        description="The day the agenda goes public: five clear working days before the meeting, or earlier.",
    )
    key_decision: YesNo = Field(default=False, description="Answer yes or no. A scrutiny report is not a key decision.")
    in_forward_plan: YesNo = Field(default=False, description="Answer yes or no: does it stand in the Forward Plan?")
    exempt: Annotated[Exempt | None, *OrNo] = Field(
        default=None,
        description="Write no if all of it is public. If not, write these keys under it instead, a line each.",
    )
    summary: Written = Field(
        default=Text(), description="One to three short paragraphs. Say nothing that the report itself does not say."
    )
    recommendations: tuple[Written, ...] = Field(
        default=(),
        description="What the committee is asked to do, one entry each. Begin with a verb. The template numbers them.",
    )
    reasons: Written = Field(default=Text(), description="Why the committee is asked to do this.")
    alternatives: Written = Field(
        default=Text(),
        description="What else was considered, why it was rejected, and the risk of it. If nothing was, say why.",
    )
    costs: Costs = Field(default=Costs(), description="What the proposals cost and how that is paid for.")
    implications: dict[str, Annotated[Implication, *OrText]] = Field(
        default_factory=dict,
        description="One text for each heading of the council. If there is nothing to report, say why. Where the "
        "council prints who signed it off, write `text` and `sign_off` under the heading instead.",
    )
    core_purpose: dict[str, Written] = Field(
        default_factory=dict,
        description="What the report contributes to the council's aims. Write only those that it touches.",
    )
    consultations: Consultations = Field(
        default=Consultations(), description="Who was consulted, and the references of the finance and legal officers."
    )
    implementation_date: Words = Field(
        default="", description='When the decision takes effect, in words: "Immediately following the meeting".'
    )
    contact: Contact | None = Field(default=None, description="Whom the public may ask about the report.")
    appendices: tuple[Annotated[Appendix, *OrTitle], ...] = Field(
        default=(), description="The titles of the appendices in order. The action plan is the first."
    )
    background_papers: tuple[BackgroundPaper, ...] = Field(
        default=(),
        description="Unpublished papers that the report relies on. [] prints that there are none. "
        "Published papers are linked in narrative.md instead.",
    )
    inspection: Inspection | None = Field(
        default=None, description="Facts about the inspection that led to the plan. Templates may print them."
    )
    governance: tuple[Body, ...] = Field(
        default=(), description="Who oversees the plan, and to whom each board or group reports."
    )
    action_plan: PlanSource | None = Field(
        default=None,
        description="Where the action plan is. Leave it out if it is action-plan.xlsx in the folder of this file.",
    )
    acknowledge: dict[str, Words] = Field(
        default_factory=dict,
        description="Warnings that you have read and accept: the code of the rule, then your reason for accepting it.",
    )
