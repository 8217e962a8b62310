"""A field that templates may use: its name, what it holds, and what it is for."""

from __future__ import annotations

from typing import Literal

from papers.model.base import Model

Kind = Literal["words", "text", "day", "number", "share", "yes or no", "list", "group"]


class Field(Model):
    """One field.

    words       a word or a sentence; a choice or a date that was left out is words too: none
    text        paragraphs, lists and links, for `{{p ... }}`
    share       a number from 0 to 1, for bars
    list        several of the same kind: `fields` are those of each; none where each is a text or words (`of`)
    group       `fields` by their names, as in report.contact.email
    """

    name: str
    kind: Kind
    about: str = ""
    fields: tuple[Field, ...] = ()
    of: Kind = "group"

    def find(self, name: str) -> Field | None:
        """The field of that name in this group; None where it has none."""
        return next((field for field in self.fields if field.name == name), None)


class Told(Model):
    """A field as it is told to whoever makes a template.

    path        its whole name, "[]" for each of a list: "report.appendices[].title"
    tag         what to type for it; within a list, `each` is the one in hand
    example     its value in a paper; "" where it is empty there
    uses        where the council's templates use it: "report.docx, under "Summary", ..."; none for nowhere
    """

    path: str
    kind: str
    about: str
    tag: str
    example: str = ""
    uses: tuple[str, ...] = ()


class FieldList(Model):
    """The fields of a council's templates, in groups under a title, with what they hold in the paper on `subject`."""

    council: str
    subject: str
    groups: tuple[tuple[str, tuple[Told, ...]], ...]
