"""A council: what its template set says about names, statuses and styles. The model of council.yaml."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from papers.findings import Severity
from papers.model.base import Model
from papers.model.scheme import Scheme, Status


class Styles(Model):
    """The names, as Word shows them, of the template's styles for what authors write in Markdown."""

    numbered: str = "Numbered Paragraph"
    continuation: str = "Paragraph Continuation"
    subheading: str = "Heading 2"
    bullet: str = "List Bullet"
    ordered: str = "List Letter"
    table: str = "Committee Table"
    table_heading: str = "Table Heading"
    table_text: str = "Table Text"
    link: str = "Hyperlink"


class RuleChange(Model):
    """What a council makes of a rule: "off", or another severity; and why, for whoever asks later."""

    severity: Literal["off", "note", "warning", "error"]
    reason: str = Field(min_length=1)

    def applied(self) -> Severity | None:
        """The severity that counts; None for a rule that is turned off."""
        return None if self.severity == "off" else Severity(self.severity)


class Profile(Model):
    """The council.yaml of a template set.

    required        keys of report.yaml that may not be missing or empty, dotted where nested ("costs.revenue")
    implications    the headings of `implications`, by key, in the order in which they are printed
    core_purpose    the same for `core_purpose`
    rag             the statuses of action plans
    columns         more headings that this council's officers use, by the contract's name of the column
    rules           rules that this council has turned off or weighs otherwise, by their code
    styles          names of the Word styles for what is written in Markdown
    """

    name: str
    rag: tuple[Status, ...]
    required: tuple[str, ...] = ()
    implications: dict[str, str] = Field(default_factory=dict)
    core_purpose: dict[str, str] = Field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    rules: dict[str, RuleChange] = Field(default_factory=dict)
    styles: Styles = Styles()

    @property
    def scheme(self) -> Scheme:
        """The statuses, to look one up by an officer's words."""
        return Scheme(statuses=self.rag)
