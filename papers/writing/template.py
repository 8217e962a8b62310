"""A Word template -> a compiled one: docxtpl's language turned into Jinja source and code once, rendered many times."""

from __future__ import annotations

import importlib.util
import marshal
import os
import re
import secrets
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from hashlib import sha256
from pathlib import Path
from types import CodeType

from papers.errors import TemplateError
from papers.office.package import read_package
from papers.writing.bounds import not_too_large, tags_can_be_read
from papers.writing.language import compiled_source

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
_NEEDED = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels", DOCUMENT, STYLES, NUMBERING)
_RENDERED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml|docProps/(?:core|app)\.xml")


@dataclass(frozen=True, slots=True)
class Style:
    """A named style: its id, and the list it belongs to, if any (`numbering` and `abstract` are "" for none)."""

    id: str
    numbering: str = ""
    abstract: str = ""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template, ready to be rendered.

    name        as its owner knows it, "templates/county/report.docx"
    parts       every part of the package in its order; those in `sources` as they are before rendering
    sources     Jinja source, a line for each paragraph, by part
    codes       the same, compiled by Jinja
    spots       for each line of a source where it stands and its words as they are typed; ("", "") for nowhere
    slots       the formatting of the places for text: (paragraph properties, run properties, alone in its cell)
    styles      the styles by their names in lower case
    last_list   the highest numbering id in use
    text_width  the width between the margins of the last section, in twentieths of a point
    """

    name: str
    parts: dict[str, bytes]
    sources: dict[str, str] = field(default_factory=dict)
    codes: dict[str, CodeType] = field(default_factory=dict)
    spots: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    slots: tuple[tuple[str, str, bool], ...] = ()
    styles: dict[str, Style] = field(default_factory=dict)
    last_list: int = 0
    text_width: int = 9026


def compiled(content: bytes, name: str, cache: Path | None) -> Compiled:
    """The template in `content`, from `cache` where an earlier run left it there.

    `cache` is a folder of this user's own, or None to compile afresh. What stands in it is code: a folder that
    others may write to is not used. Raises TemplateError for a template that cannot be compiled.
    """
    key = sha256(content + name.encode() + _fingerprint()).hexdigest() if cache else ""
    kept = _kept(cache, key) if cache else None
    if kept is not None:
        return kept
    fresh = compile_template(content, name)
    if cache:
        _keep(fresh, cache, key)
    return fresh


def compile_template(content: bytes, name: str) -> Compiled:
    """The template in `content`, compiled. Raises TemplateError, naming the template and the tag."""
    # lxml and docxtpl are heavy, and a template is seldom new.
    from docxtpl import DocxTemplate

    from papers.office.ooxml import W, parse_part
    from papers.writing import stylesheet
    from papers.writing.dangers import refuse_dangers
    from papers.writing.spots import spots_of_paragraphs, words_of
    from papers.writing.tags import Slot, prepare, prepare_properties

    parts = _package(content, name)
    roots = {part: parse_part(xml, name, part) for part, xml in parts.items() if part.endswith((".xml", ".rels"))}
    refuse_dangers(parts, roots, name)
    slots: list[Slot] = []
    sources, codes, spots = {}, {}, {}
    for part in _with_tags(parts, name):
        root = roots[part]
        tags_can_be_read(parts[part].decode("utf-8", "replace"), map(words_of, root.iter(W + "p")), name)
        typed = spots_of_paragraphs(root, part, roots[STYLES])
        if part.startswith("word/"):
            prepare(root, slots)
        else:
            prepare_properties(root)
        sources[part], lines = stylesheet.to_source(root, DocxTemplate(None).patch_xml)
        spots[part] = tuple(typed[number] if number >= 0 else ("", "") for number in lines)
        codes[part] = compiled_source(sources[part], name, part, spots[part])
    return Compiled(
        name,
        parts,
        sources,
        codes,
        spots,
        tuple((slot.paragraph, slot.run, slot.alone) for slot in slots),
        stylesheet.styles(roots[STYLES], roots[NUMBERING]),
        stylesheet.last_list(parts[NUMBERING]),
        stylesheet.text_width(roots[DOCUMENT]),
    )


def _package(content: bytes, name: str) -> dict[str, bytes]:
    """The parts of a document. Raises TemplateError where one is missing that every document has."""
    parts = read_package(content, name)
    if missing := [part for part in _NEEDED if part not in parts]:
        raise TemplateError(f"{name}: this is not a Word document (.docx): it has no {missing[0]}")
    not_too_large(parts, name)
    return parts


def _with_tags(parts: Mapping[str, bytes], name: str) -> Iterator[str]:
    """The names of the parts that are rendered. Raises TemplateError for a tag where none is read."""
    for part, xml in parts.items():
        if not part.endswith((".xml", ".rels")):
            continue
        if b"{{" not in xml and b"{%" not in xml and part != DOCUMENT:
            continue
        if not _RENDERED.fullmatch(part):
            raise TemplateError(f"{name}: there is a tag in {part}, where none is read; move it into the text")
        yield part


def _fingerprint() -> bytes:
    """What compiled code depends on besides the template: this wing, Python, Jinja and docxtpl as installed."""
    marks = [sys.implementation.cache_tag or "", sys.version]
    for path in sorted(Path(__file__).parent.glob("*.py")):
        marks.append(f"{path.name} {path.stat().st_mtime_ns} {path.stat().st_size}")
    for library in ("jinja2", "docxtpl"):
        spec = importlib.util.find_spec(library)
        if spec and spec.origin:
            marks.append(f"{spec.origin} {Path(spec.origin).stat().st_mtime_ns}")
    return "\n".join(marks).encode()


_MOST_KEPT = 64
_FIELDS = tuple(each.name for each in fields(Compiled))


def _is_ours_alone(folder: Path) -> bool:
    """Whether nobody else may write there. Windows gives a user's folders to that user alone."""
    if os.name != "posix":
        return True
    about = folder.lstat()
    return stat.S_ISDIR(about.st_mode) and about.st_uid == os.getuid() and not about.st_mode & 0o022


def _kept(cache: Path, key: str) -> Compiled | None:
    try:
        if not _is_ours_alone(cache):
            return None
        digest, _, packed = (cache / key).read_bytes().partition(b"\n")
        if sha256(packed).hexdigest().encode() != digest:
            return None
        values = marshal.loads(packed)  # a folder of our own; a __pycache__ is no different
    except (OSError, ValueError, EOFError, TypeError):
        return None
    values["styles"] = {name: Style(**style) for name, style in values["styles"].items()}
    return Compiled(**values)


def _keep(template: Compiled, cache: Path, key: str) -> None:
    """Leave a compiled template for the next run. A cache that cannot be written is no reason to fail."""
    values = {name: getattr(template, name) for name in _FIELDS}
    values["styles"] = {name: asdict(style) for name, style in template.styles.items()}
    packed = marshal.dumps(values)
    try:
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not _is_ours_alone(cache):
            return
        beside = cache / f".{key}.{secrets.token_hex(4)}"
        beside.write_bytes(sha256(packed).hexdigest().encode() + b"\n" + packed)
        beside.replace(cache / key)
        kept = sorted(cache.iterdir(), key=lambda path: path.stat().st_mtime_ns, reverse=True)
        for old in kept[_MOST_KEPT:]:
            old.unlink(missing_ok=True)
    except OSError:
        return
