"""A presentation as python-pptx saves it -> one that is the same everywhere and carries nobody's traces."""

from __future__ import annotations

import re
from collections.abc import Mapping
from posixpath import dirname

from papers.office.ooxml import Element, as_bytes, etree, parse_part
from papers.office.package import part_at, write_package
from papers.slides.contents import sentence
from papers.slides.drawing import A, P, below
from papers.slides.language import TAG, Language, Scope
from papers.slides.safety import LEFT_BEHIND

_LANGUAGE = "en-GB"
_TEXT = re.compile(
    r"ppt/(?:slides|notesSlides|slideLayouts|slideMasters|notesMasters|charts)/[^/]+\.xml|ppt/presentation\.xml"
)
_DUBLIN = "{http://purl.org/dc/elements/1.1/}"
_CORE = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_APP = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# What a slide has of its template's that no briefing needs: animations name shapes that may not be there any more.
_DROPPED = (f"{P}timing", f"{P}transition", f"{P}custShowLst", f"{P}modifyVerifier", f"{P}custDataLst")
# What PowerPoint notes of the person who typed a run.
_TYPED = ("altLang", "dirty", "err", "smtClean")
# By which PowerPoint tells shapes and rows apart: what is repeated must not have those of its pattern.
_MARKS = ("creationId", "rowId", "modId")
_PROPERTIES = {
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


def tidied(saved: Mapping[str, bytes], template: Mapping[str, bytes], scope: Scope, language: Language) -> bytes:
    """The package of `saved`. Title, subject, author and company are those of the template with their tags filled in.

    All text is British English. No times, persons, thumbnails or settings of printers are left.
    """
    parts: dict[str, bytes] = {}
    for part, content in _kept(saved).items():
        if not part.startswith("docProps/"):
            is_xml = part.endswith((".xml", ".rels"))
            parts[part] = as_bytes(_cleaned(_root(content, part), part)) if is_xml else content
    parts["docProps/core.xml"] = _core(template, scope, language)
    parts["docProps/app.xml"] = _app(template, scope, language)
    parts["[Content_Types].xml"] = _types(parts["[Content_Types].xml"], parts)
    parts["_rels/.rels"] = _package_ties()
    return write_package(parts)


def _root(content: bytes, part: str) -> Element:
    return parse_part(content, "briefing", part, "PowerPoint")


def _kept(saved: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts without those that PowerPoint keeps for itself, and the ties to these."""
    gone: set[str] = set()
    kept = dict(saved)
    for part in [each for each in saved if each.endswith(".rels")]:
        ties = _root(saved[part], part)
        for tie in list(ties):
            if tie.get("Type", "").rpartition("/")[2].casefold() in LEFT_BEHIND:
                gone.add(part_at(dirname(dirname(part)), tie.get("Target", "")))
                ties.remove(tie)
        kept[part] = as_bytes(ties)
    owners = {part: part.replace("_rels/", "").removesuffix(".rels") for part in kept if part.endswith(".rels")}
    return {part: content for part, content in kept.items() if not {part, owners.get(part)} & gone}


def _cleaned(root: Element, part: str) -> Element:
    for old in list(root.iter(*_DROPPED)):
        if (parent := old.getparent()) is not None:
            parent.remove(old)
    for mark in [each for each in root.iter("*") if etree.QName(each).localname in _MARKS]:
        _without_mark(mark)
    if part == "ppt/presentation.xml":  # its sections list slides that are no longer there
        for extra in root.findall(f"{P}extLst"):
            root.remove(extra)
    if _TEXT.fullmatch(part):
        _in_english(root)
    return root


def _without_mark(mark: Element) -> None:
    """Take out an extension that holds a mark, and the list of extensions where it was the last of it."""
    extension = mark.getparent()
    listed = extension.getparent() if extension is not None else None
    owner = listed.getparent() if listed is not None else None
    if extension is not None and listed is not None and owner is not None:
        listed.remove(extension)
        if not len(listed):
            owner.remove(listed)


def _in_english(root: Element) -> None:
    for run in root.iter(f"{A}r", f"{A}br", f"{A}fld"):
        if run.find(f"{A}rPr") is None:
            run.insert(0, etree.Element(f"{A}rPr"))
    for properties in root.iter(f"{A}rPr", f"{A}endParaRPr", f"{A}defRPr"):
        properties.set("lang", _LANGUAGE)
        for name in _TYPED:
            if name in properties.attrib:
                del properties.attrib[name]


def _core(template: Mapping[str, bytes], scope: Scope, language: Language) -> bytes:
    """Title, subject and author of the file."""
    core = etree.Element(f"{_CORE}coreProperties", nsmap={"cp": _CORE[1:-1], "dc": _DUBLIN[1:-1]})
    said = _tagged(template.get("docProps/core.xml"), scope, language)
    for name in ("title", "subject", "creator"):
        if words := said.get(f"{_DUBLIN}{name}"):
            below(core, f"{_DUBLIN}{name}").text = words
    below(core, f"{_DUBLIN}language").text = _LANGUAGE
    return as_bytes(core)


def _app(template: Mapping[str, bytes], scope: Scope, language: Language) -> bytes:
    """The company of the file, which is the council."""
    app = etree.fromstring(f'<Properties xmlns="{_APP[1:-1]}"/>')
    if words := _tagged(template.get("docProps/app.xml"), scope, language).get(f"{_APP}Company"):
        below(app, f"{_APP}Company").text = words
    return as_bytes(app)


def _tagged(content: bytes | None, scope: Scope, language: Language) -> dict[str, str]:
    """The properties in which there are tags, filled; what somebody's PowerPoint wrote there is not taken over."""
    if content is None:
        return {}
    root = _root(content, "docProps")
    return {str(each.tag): sentence(each.text, scope, language) for each in root if each.text and TAG.search(each.text)}


def _types(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The types of the parts that there are."""
    root = _root(content, "[Content_Types].xml")
    for entry in list(root.iter(f"{_TYPES}Override")):
        name = entry.get("PartName", "").lstrip("/")
        if name not in parts or name in _PROPERTIES:
            root.remove(entry)
    for part, kind in _PROPERTIES.items():
        below(root, f"{_TYPES}Override", PartName=f"/{part}", ContentType=kind)
    return as_bytes(root)


def _package_ties() -> bytes:
    root = etree.fromstring(f'<Relationships xmlns="{_TIES}"/>')
    kinds = {
        f"{_OFFICE}/officeDocument": "ppt/presentation.xml",
        f"{_TIES}/metadata/core-properties": "docProps/core.xml",
        f"{_OFFICE}/extended-properties": "docProps/app.xml",
    }
    for number, (kind, target) in enumerate(kinds.items(), 1):
        below(root, f"{{{_TIES}}}Relationship", Id=f"rId{number}", Type=kind, Target=target)
    return as_bytes(root)
