"""What a PowerPoint template must not carry into a briefing: programs, links to files, embedded objects, sound.

Only what slides need is let through, by what relationships say that parts are (ECMA-376 part 2), whatever their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from posixpath import dirname
from urllib.parse import unquote

from papers.errors import TemplateError
from papers.office.carried import ON_THE_WEB, STRICT, refuse
from papers.office.ooxml import Element, parse_part
from papers.office.package import part_at

# What slides are made of, by the last word of a relationship's type.
_NEEDED = frozenset((
    "officedocument", "core-properties", "extended-properties", "slide", "slidelayout", "slidemaster", "notesmaster",
    "notesslide", "theme", "themeoverride", "image", "chart", "chartstyle", "chartcolorstyle", "tablestyles",
    "presprops", "viewprops", "hyperlink",
))  # fmt: skip
# What PowerPoint keeps for itself, and nobody misses in what is made: it is left behind.
LEFT_BEHIND = frozenset((
    "thumbnail", "custom-properties", "customxml", "customxmlprops", "printersettings", "changesinfo", "revisioninfo",
    "classificationlabels", "tags", "handoutmaster", "authors",
))  # fmt: skip
_KINDS = {
    "vbaproject": ("macros", "save it as a PowerPoint presentation (.pptx), which has no macros"),
    "oleobject": ("an embedded object", "delete the object, or paste it as a picture"),
    "package": ("an embedded file", "delete the object, or paste it as a picture"),
    "control": ("an ActiveX control", "delete the control"),
    "comments": ("comments", "Review, Delete, Delete All Comments in This Presentation"),
    "comment": ("comments", "Review, Delete, Delete All Comments in This Presentation"),
    "audio": ("sound", "delete the sound"), "video": ("a film", "delete the film"),
    "media": ("sound or a film", "delete it"), "diagramdata": ("SmartArt", "SmartArt Design, Convert to Shapes"),
    "font": ("embedded fonts", "File, Options, Save: do not embed fonts in the file"),
}  # fmt: skip


def refuse_dangers(parts: Mapping[str, bytes], name: str) -> None:
    """Raise TemplateError for the template `name` where it carries anything dangerous, with all that it carries."""
    roots = {
        part: parse_part(content, name, part, "PowerPoint")
        for part, content in parts.items()
        if part.endswith((".xml", ".rels"))
    }
    refuse(name, _dangers(parts, roots))
    if "ppt/presentation.xml" not in parts:
        raise TemplateError(f"{name}: this is no PowerPoint presentation (.pptx)")


def _dangers(parts: Mapping[str, bytes], roots: Mapping[str, Element]) -> Iterator[str]:
    types = roots.get("[Content_Types].xml")
    for entry in types.iter("{*}Default", "{*}Override") if types is not None else ():
        kind = entry.get("ContentType", "").casefold()
        if "macroenabled" in kind or "vbaproject" in kind:
            yield f"it carries {_KINDS['vbaproject'][0]}: {_KINDS['vbaproject'][1]}"
        elif "activex" in kind or "oleobject" in kind:
            yield f"it carries {_KINDS['oleobject'][0]}: {_KINDS['oleobject'][1]}"
    for part, root in roots.items():
        if part.endswith(".rels"):
            yield from _ties(part, root, parts)
        elif str(root.tag).startswith(STRICT):
            yield "it is a Strict Open XML presentation: save it as a PowerPoint presentation (.pptx)"


def _ties(part: str, ties: Element, parts: Mapping[str, bytes]) -> Iterator[str]:
    """What a part is tied to: the outside, something dangerous, something unknown, or nothing at all."""
    folder = dirname(dirname(part))
    for tie in ties.iter("{*}Relationship"):
        kind, target = tie.get("Type", "").rpartition("/")[2].casefold(), tie.get("Target", "")
        is_outside = tie.get("TargetMode", "").casefold() == "external"
        if is_outside and kind == "hyperlink":
            if not ON_THE_WEB.match(target.strip()):
                yield f'it links to "{target}", which is not on the web: link to a web address, or remove the link'
        elif is_outside:
            yield f'it fetches "{target}" whenever it is opened: File, Info, Edit Links to Files, Break Link'
        elif kind in LEFT_BEHIND or (kind == "package" and part.startswith("ppt/charts/") and target.endswith(".xlsx")):
            continue
        elif kind not in _NEEDED:
            what, remedy = _KINDS.get(kind, (f'something that slides do not need ("{kind}")', "delete it"))
            yield f"it carries {what}: {remedy}"
        elif part_at(folder, unquote(target).partition("#")[0]) not in parts:
            yield f'it refers to "{target}", which is not in the file: open it in PowerPoint and save it again'
