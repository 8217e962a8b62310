"""A field of the tree of fields by its whole name: what a tag means."""

from __future__ import annotations

from dataclasses import dataclass

from papers.model.field import Field


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field and its whole name: "report.contact", "plan.groups[].actions[].ref"."""

    field: Field
    path: str

    @property
    def each(self) -> Meaning | None:
        """What a list has several of; None for what is no list."""
        if self.field.kind != "list":
            return None
        return Meaning(self.field.model_copy(update={"kind": self.field.of}), f"{self.path}[]")

    def inside(self, name: str) -> Meaning | None:
        """A field of a group; None where it has none of the name."""
        found = self.field.find(name) if self.field.kind == "group" else None
        return Meaning(found, f"{self.path}.{name}" if self.path else name) if found else None

    @property
    def is_words(self) -> bool:
        """Whether it is words, which Python can do more with than with other values."""
        return self.field.kind == "words"
