"""A council: what its template set says about names, statuses and styles. The model of council.yaml.

The description of a key is written for democratic services: it is what docs/templates.md and editors show.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from papers import wording
from papers.findings import Severity
from papers.model.base import Model
from papers.model.block import KEY, Block
from papers.model.scheme import Scheme, Status
from papers.model.written import Day, Filled, Words

Numbering = Literal["by_section", "continuous"]

# The columns of a plan that are published, in their order. A test keeps them the same as those that are read.
COLUMN_NAMES = (
    "Ref", "Priority", "Partner", "Area for development", "Action", "Lead", "Due", "Revised due", "Progress", "Impact",
    "RAG", "Exempt",
)  # fmt: skip


class Styles(Model):
    """The names, as Word shows them, of the template's styles for what authors write in Markdown."""

    numbered: Words = Field(default="Numbered Paragraph", description="A numbered paragraph of the narrative.")
    continuation: Words = Field(
        default="Paragraph Continuation", description="A paragraph that goes on without a number."
    )
    subheading: Words = Field(default="Heading 2", description="A heading inside a section of the narrative.")
    bullet: Words = Field(default="List Bullet", description="An item of a list with bullets.")
    ordered: Words = Field(default="List Letter", description="An item of a list with numbers or letters.")
    table: Words = Field(default="Committee Table", description="The style of tables in the narrative.")
    table_heading: Words = Field(default="Table Heading", description="The text of such a table's first row.")
    table_text: Words = Field(default="Table Text", description="The text of its other rows.")
    link: Words = Field(default="Hyperlink", description="The words of a link; a character style.")


class Movements(Model):
    """What papers print for the way an action has gone since the last report: a sign and a word, never a colour."""

    improved: Filled = Field(default="▲ Improved", description="Its status is better than it was.")
    worsened: Filled = Field(default="▼ Worsened", description="Its status is worse than it was.")
    same: Filled = Field(default="► No change", description="Its status stands where it stood.")
    new: Filled = Field(default="● New", description="The last report did not have it.")

    def of(self, movement: str) -> str:
        """What is printed for a movement: "improved" is "▲ Improved"."""
        return str(getattr(self, movement))


class RuleChange(Model):
    """What a council makes of a rule: "off", or another severity; and why, for whoever asks later."""

    severity: Literal["off", "note", "warning", "error"] = Field(
        description="off, note, warning or error: what a finding of this rule weighs from now on."
    )
    reason: Filled = Field(description="Why the council decided so, for whoever asks later.")

    def applied(self) -> Severity | None:
        """The severity that counts; None for a rule that is turned off."""
        return None if self.severity == "off" else Severity(self.severity)


class Notice(Model):
    """How long before a key decision notice of it is given (SI 2012/2089 reg 9), and which days count."""

    days: int = Field(default=28, ge=1, le=365, description="How many clear days of notice a key decision needs.")
    counted_in: Literal["calendar", "working"] = Field(
        default="calendar",
        description="calendar to count every day, working to leave out weekends, bank holidays and closed_days.",
    )


class Profile(Model):
    """The council.yaml of a template set."""

    name: Filled = Field(description="The council's name, as its papers print it.")
    required: tuple[Words, ...] = Field(
        default=(),
        description="The keys of report.yaml that may not be missing or empty; `costs.revenue` for one inside another. "
        "With a sign-off among them, `implications.legal.sign_off`, reports say who has signed each implication off.",
    )
    implications: dict[str, Words] = Field(
        default_factory=dict,
        description="The headings of implications, by the key that authors use, in the order of the report.",
    )
    core_purpose: dict[str, Words] = Field(
        default_factory=dict,
        description="The same for the council's aims; leave it out where reports have no such part.",
    )
    blocks: dict[str, Block] = Field(
        default_factory=dict,
        description="Keys of report.yaml that only this council has, such as its options or its risks. Each is of "
        "lower-case letters, digits and underscores, and none that report.yaml has already.",
        json_schema_extra={"propertyNames": {"pattern": KEY}},
    )
    rag: tuple[Status, ...] = Field(
        min_length=1, description="The statuses of action plans, in the order in which keys and counts print them."
    )
    movements: Movements = Field(
        default=Movements(),
        description="What papers print for the way an action has gone since the last report, each with its sign.",
    )
    columns: dict[str, Annotated[tuple[Filled, ...], Field(min_length=1)]] = Field(
        default_factory=dict,
        description="What your officers call the columns of the plan: `Due: [Finish by]`. The first of them heads the "
        f"column in the workbook of a new paper. The columns are {wording.listing(COLUMN_NAMES)}.",
    )
    numbering: Numbering = Field(
        default="by_section",
        description="How the narrative's paragraphs are numbered: by_section (1.1, 1.2, 2.1) or continuous (1, 2, 3). "
        "The numbers themselves are Word's: the template's list has to count the same way.",
    )
    appendix_numbers: Literal["figures", "letters"] = Field(
        default="figures",
        description="How the templates' list of appendices counts: figures (Appendix 1) or letters (Annex A). "
        "References to an appendix print the same.",
    )
    notice: Notice | None = Field(
        default=None, description="The notice that a key decision needs; leave it out where the council takes none."
    )
    closed_days: tuple[Day, ...] = Field(
        default=(), description="Days on which the offices are closed besides weekends and bank holidays."
    )
    rules: dict[str, RuleChange] = Field(
        default_factory=dict,
        description="Rules that are turned off or weighed otherwise, by their code: `AP105`.",
        json_schema_extra={"propertyNames": {"pattern": "^[A-Z]{2}[0-9]{3}$"}},
    )
    styles: Styles = Field(
        default=Styles(), description="The names of the Word styles for what authors write in narrative.md and texts."
    )

    def block_of(self, key: str) -> Block | None:
        """The block of the council's own that a dotted key of report.yaml is in; None for keys of every council."""
        return self.blocks.get(key.partition(".")[0].partition("[")[0])

    def kind_of(self, key: str) -> str:
        """What kind of value a block of the council's own, or a column of it, takes at a key; "" for all other keys."""
        block = self.block_of(key)
        if block is None:
            return ""
        column = block.columns.get(key.partition(".")[2])
        return (column or block).kind

    @property
    def scheme(self) -> Scheme:
        """The statuses, to look one up by an officer's words."""
        return Scheme(statuses=self.rag)

    @property
    def signs_off(self) -> bool:
        """Whether implications are printed with who has signed them off: where any sign-off is required."""
        return any(key.startswith("implications.") and key.endswith(".sign_off") for key in self.required)
