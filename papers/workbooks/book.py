"""An Excel package being edited: its parts, how they relate, and what they are declared to be.

Parts that nothing was changed in keep their bytes.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from urllib.parse import unquote

from papers.errors import PapersError
from papers.office.ooxml import Element, as_bytes, etree, parse_part
from papers.office.package import part_at, read_package, write_package

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION_ID = f"{{{OFFICE}}}id"
CONTENT_TYPES = "[Content_Types].xml"
_RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_SAVE_AGAIN = "open it in Excel, save it as Excel Workbook (.xlsx) and check again"


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another: its id, the full name of the kind, and the other part ("" outside the package)."""

    id: str
    kind: str
    part: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A tab of the workbook: its name, the part it is in ("" where there is none), and whether it has cells."""

    name: str
    part: str
    has_cells: bool


class Book:
    """The package of a workbook. Raises PapersError, naming `file`, for whatever cannot be edited."""

    def __init__(self, content: bytes, file: str) -> None:
        self.file = file
        self.parts = read_package(content, file, "an Excel workbook (.xlsx)")
        self._edited: dict[str, Element] = {}
        self._folded = {name.casefold(): name for name in self.parts}
        if CONTENT_TYPES not in self.parts:
            raise self.refusal("it does not say what its parts are")
        self.part = self._workbook_part()
        self.root = self.edited(self.part)
        if self.root.tag != f"{MAIN}workbook":
            raise self.refusal("its workbook is of a kind that cannot be copied here, such as Strict Open XML")

    def refusal(self, what: str) -> PapersError:
        """The error that says what is the matter with the workbook."""
        return PapersError(f"{self.file}: {what}; {_SAVE_AGAIN}")

    def read(self, part: str) -> Element:
        """The root of a part, for reading."""
        if part in self._edited:
            return self._edited[part]
        return parse_part(self.parts[part], self.file, part, "Excel", PapersError)

    def edited(self, part: str) -> Element:
        """The root of a part, whose changes are kept."""
        if part not in self._edited:
            self._edited[part] = self.read(part)
        return self._edited[part]

    def content(self) -> bytes:
        """The whole package, with every change."""
        for part, root in self._edited.items():
            self.parts[part] = as_bytes(root)
        return write_package(self.parts)

    def sheets(self) -> list[Sheet]:
        """Every tab in its order; a chart or a sheet whose part is missing has no cells."""
        related = {relation.id: relation for relation in self.relations(self.part)}
        found = []
        for sheet in self.root.iterfind(f"{MAIN}sheets/{MAIN}sheet"):
            relation = related.get(sheet.get(RELATION_ID, ""), Relation("", "", ""))
            has_cells = bool(relation.part) and relation.kind == f"{OFFICE}/worksheet"
            found.append(Sheet(sheet.get("name", ""), relation.part, has_cells))
        return found

    def relations(self, part: str) -> list[Relation]:
        """What `part` relates to; parts that are missing from the package count as outside."""
        listing = self._folded.get(_relations_of(part).casefold())
        if listing is None:
            return []
        found = []
        for each in self.read(listing).iterfind(f"{_RELATIONS}Relationship"):
            target = "" if each.get("TargetMode") == "External" else self._resolved(part, each.get("Target", ""))
            found.append(Relation(each.get("Id", ""), each.get("Type", ""), target))
        return found

    def related(self, part: str, kind: str) -> str:
        """The first part that `part` relates to in this way; "" where there is none."""
        kinds = (kind, f"{OFFICE}/{kind}")
        return next((each.part for each in self.relations(part) if each.kind in kinds and each.part), "")

    def relate(self, part: str, kind: str, target: str) -> str:
        """Relate `part` to `target`; the id of the new relation."""
        name = _relations_of(part)
        listing = self._folded.get(name.casefold())
        if listing is None:
            listing = self._new(name, etree.fromstring(f'<Relationships xmlns="{_RELATIONS[1:-1]}"/>'))
        root = self.edited(listing)
        taken = {each.get("Id") for each in root}
        relation = next(f"rId{number}" for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        facts = {"Id": relation, "Type": f"{OFFICE}/{kind}", "Target": f"/{target}"}
        etree.SubElement(root, f"{_RELATIONS}Relationship", facts)
        return relation

    def add(self, pattern: str, root: Element, kind: str) -> str:
        """A new part with a name of its own, such as "xl/comments{}.xml", declared as a spreadsheet's `kind`."""
        part = self._new(self.free_name(pattern), root)
        facts = {"PartName": f"/{part}", "ContentType": f"{_SPREADSHEET}.{kind}+xml"}
        etree.SubElement(self.edited(CONTENT_TYPES), f"{_TYPES}Override", facts)
        return part

    def add_drawing(self, pattern: str, content: bytes) -> str:
        """A new part of Excel's older drawings (.vml), in which the frames of notes lie."""
        part = self.free_name(pattern)
        self.parts[part], self._folded[part.casefold()] = content, part
        kind = "application/vnd.openxmlformats-officedocument.vmlDrawing"
        types = self.edited(CONTENT_TYPES)
        known = {each.get("Extension", "").lower(): each.get("ContentType") for each in types}
        if known.setdefault("vml", None) is None:
            types.insert(0, etree.Element(f"{_TYPES}Default", {"Extension": "vml", "ContentType": kind}))
        elif known["vml"] != kind:
            etree.SubElement(types, f"{_TYPES}Override", {"PartName": f"/{part}", "ContentType": kind})
        return part

    def free_name(self, pattern: str) -> str:
        """The first name of `pattern` that no part has, counting from 1."""
        number = 1
        while pattern.format(number).casefold() in self._folded:
            number += 1
        return pattern.format(number)

    def _new(self, part: str, root: Element) -> str:
        self.parts[part], self._folded[part.casefold()] = b"", part
        self._edited[part] = root
        return part

    def _workbook_part(self) -> str:
        part = self.related("", "officeDocument") or self._folded.get("xl/workbook.xml", "")
        if not part:
            raise self.refusal("there is no workbook in this file, or one of a kind that cannot be copied here")
        return part

    def _resolved(self, part: str, target: str) -> str:
        path = part_at(posixpath.dirname(part), target)
        return self._folded.get(path.casefold()) or self._folded.get(unquote(path).casefold(), "")


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def whole(element: Element, name: str, default: int = 0) -> int:
    """An attribute as a whole number of 0 or more; `default` where it is none."""
    value = element.get(name, "")
    return int(value) if value.isascii() and value.isdigit() and len(value) < 10 else default


def true(element: Element, name: str) -> bool:
    """Whether an attribute is there and says yes."""
    return element.get(name) in ("1", "true", "on")
