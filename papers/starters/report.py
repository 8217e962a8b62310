"""The report.yaml that a new paper starts from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, get_args

from papers import wording
from papers.model.base import Model
from papers.model.block import Block
from papers.model.profile import Profile
from papers.model.report import Implication, Report
from papers.model.text import Text
from papers.starters import own_blocks
from papers.starters.placeholders import ALWAYS, PLACEHOLDERS, Placeholder
from papers.starters.written_yaml import AsItStands, comment, entry, opening, switched_off

# What stays the same from one report on a plan to the next. All else describes the one report.
CARRIED = (
    "committee", "subject", "report_of", "wards_affected", "portfolio", "implementation_date", "contact", "appendices",
    "inspection", "governance",
)  # fmt: skip

_NOTHING = Placeholder(None, None)
_SIGN_OFF = Placeholder(
    "[To write: the post that has signed this off, and when]", "Section 151 Officer, 3 November 2025"
)

_HOW_TO = (
    "The facts and texts of one report. What stands after # explains, and is not read.",
    "Write over everything in [square brackets], and set the date of the meeting.",
    "To use a key that starts with #, such as #publication_date, delete the # in front of each of its lines.",
    "A text after | may have several paragraphs, each line of it indented by two spaces.",
)


def starter_report(
    profile: Profile,
    council: str,
    schema_file: str,
    carried: Mapping[str, Any],
    previous_workbook: str = "",
    as_of: date | None = None,
) -> str:
    """A report.yaml with every key explained in comments, in the order of the model; it reads without errors.

    The council's own blocks stand below its other headings, implications and core_purpose.

    Keys that `profile` needs hold "[To write: ...]" or "[To choose: ...]"; others are switched off by a # with an
    example. The meeting is on NOT_YET_SET.

    schema_file         where the JSON Schema is, for editors
    carried             the values of the report before; {} for a first one. What is the same in every report on a
                        plan (CARRIED) is kept, texts about the one report are to be written anew
    previous_workbook   the workbook of the report before, seen from the new folder; "" for none
    as_of               that report's position date, which is to be set anew
    """
    known: dict[str, Any] = {key: carried[key] for key in CARRIED if carried.get(key)}
    known["council"] = council
    remarks = {}
    if previous_workbook:
        known["action_plan"] = {"workbook": "action-plan.xlsx", "previous": previous_workbook}
        if as_of:
            known["action_plan"]["as_of"] = AsItStands(as_of.isoformat())
            remarks["action_plan.as_of"] = f"This is still the last report's day, {wording.day(as_of)}. Set it anew."
    lines = comment(f"yaml-language-server: $schema={schema_file}", width=0)
    for words in _HOW_TO:
        lines += comment(words)
    for key in _Draft(profile, known, remarks).all_keys():
        lines += ["", *key.lines()]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True)
class _Key:
    """A key as it is to be written. `value` None switches it off, and shows `example`; `below` are keys under it."""

    path: tuple[str, ...]
    explanation: str
    needed: bool
    value: Any = None
    example: Any = None
    below: tuple[_Key, ...] = ()
    remarks: tuple[str, ...] = ()

    @property
    def is_written(self) -> bool:
        return self.value is not None or any(key.is_written for key in self.below)

    def lines(self) -> list[str]:
        """Its comments, and its value or the example that is switched off."""
        name, depth = self.path[-1], len(self.path) - 1
        needed = "Needed." if self.needed else "May be left out."
        said = comment(f"{needed} {self.explanation}", depth) if self.explanation else []
        for remark in self.remarks:
            said += comment(remark, depth, "# - ")
        if not self.is_written:
            for key in self.below:
                said += comment(f"{key.path[-1]}: {key.explanation}", depth, "# - ")
            example = self.shown()
            return said + (switched_off(list(entry(name, example, depth)), depth) if example else [])
        if self.below:
            below = [line for key in self.below for line in key.lines()]
            return [*said, *opening(name, depth), *below]
        return [*said, *entry(name, self.value, depth)]

    def shown(self) -> Any:  # noqa: ANN401
        """The example of this key and those below it."""
        return {key.path[-1]: key.shown() for key in self.below} if self.below else self.example


@dataclass(frozen=True, slots=True)
class _Draft:
    """What decides on each key: what the council needs, what is known already, and what is to be said besides."""

    profile: Profile
    known: Mapping[str, Any]
    remarks: Mapping[str, str]

    def all_keys(self) -> Iterator[_Key]:
        """The keys of the whole file; none for headings that the council does not have."""
        for key in self.keys(Report, (), is_written=True):
            (name,) = key.path
            if key.below or name not in ("implications", "core_purpose"):
                yield key
            if name == "core_purpose":
                yield from (self.own(name, block) for name, block in self.profile.blocks.items())

    def keys(self, model: type[Model], above: tuple[str, ...], is_written: bool) -> Iterator[_Key]:
        """The keys of `model`, in its order; those that it cannot be without are written where it `is_written`."""
        for name, field in model.model_fields.items():
            yield self.key(
                (*above, name), field.description or "", field.annotation, field.is_required() and is_written
            )

    def key(self, path: tuple[str, ...], explanation: str, kind: Any, must: bool) -> _Key:  # noqa: ANN401
        dotted, known = ".".join(path), self.known_at(path)
        needed = must or self.is_needed(path)
        remarks = [self.remarks[dotted]] if dotted in self.remarks else []
        below: tuple[_Key, ...] = ()
        inner = _model_in(kind)
        if dotted == "implications" and self.profile.signs_off:
            remarks += [f"{key}: {field.description}" for key, field in Implication.model_fields.items()]
        if dotted in ("implications", "core_purpose"):
            below = tuple(self.heading((*path, key), words) for key, words in getattr(self.profile, dotted).items())
        elif inner and dotted not in PLACEHOLDERS:
            inside = any(key.startswith(f"{dotted}.") for key in self.profile.required)
            below = tuple(self.keys(inner, path, needed or inside or known is not None))
        elif inner:
            remarks += [f"{key}: {field.description}" for key, field in inner.model_fields.items()]
        placeholder = PLACEHOLDERS.get(dotted, _NOTHING)
        if below or dotted in ("implications", "core_purpose"):
            placeholder = _NOTHING
        value = known if known is not None else placeholder.needed if needed or dotted in ALWAYS else None
        needed = needed or any(key.needed for key in below)
        return _Key(path, explanation, needed, value, placeholder.example, below, tuple(remarks))

    def heading(self, path: tuple[str, ...], words: str) -> _Key:
        """A key under one of the council's own headings; one that is signed off has a text and a sign-off."""
        placeholder, dotted = PLACEHOLDERS[path[0]], ".".join(path)
        is_signed = f"{dotted}.sign_off" in self.profile.required
        if not is_signed and f"{dotted}.text" not in self.profile.required:
            return self.leaf(path, f"{words}.", placeholder)
        both = (("text", placeholder), ("sign_off", _SIGN_OFF))[: 1 + is_signed]
        below = tuple(_Key((*path, key), "", True, each.needed, each.example) for key, each in both)
        return _Key(path, f"{words}.", needed=True, below=below)

    def own(self, name: str, block: Block) -> _Key:
        """A key that only this council has."""
        explanation, remarks = own_blocks.explanation(block, name), tuple(own_blocks.remarks(block))
        return self.leaf((name,), explanation, own_blocks.placeholder(block, name), remarks)

    def leaf(
        self, path: tuple[str, ...], explanation: str, placeholder: Placeholder, remarks: tuple[str, ...] = ()
    ) -> _Key:
        """A key without keys below it, written where the council asks for it."""
        needed = self.is_needed(path)
        value = placeholder.needed if needed else None
        return _Key(path, explanation, needed, value, placeholder.example, remarks=remarks)

    def is_needed(self, path: tuple[str, ...]) -> bool:
        """Whether the council asks for the key, or for all that it stands under."""
        return any(".".join(path[:steps]) in self.profile.required for steps in range(1, len(path) + 1))

    def known_at(self, path: tuple[str, ...]) -> Any:  # noqa: ANN401
        value: Any = self.known
        for step in path:
            value = value.get(step) if isinstance(value, Mapping) else None
        return value or None


def _model_in(kind: Any) -> type[Model] | None:  # noqa: ANN401
    """The model with keys that a type holds: itself, or inside `| None` or a tuple. A text has none."""
    if isinstance(kind, type) and issubclass(kind, Model):
        return None if kind is Text else kind
    found = (_model_in(part) for part in get_args(kind))
    return next((model for model in found if model), None)
