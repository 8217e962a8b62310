"""What a template must not carry into a paper: programs, links to the outside, embedded objects, fields that fetch.

Papers are published and opened by thousands. A Word file can hold macros, fetch pictures and text from elsewhere, or
carry a workbook inside; whoever made the template may not even know. Word's own parts say what they are by their
content type and by the relationships between them (ECMA-376 part 2), whatever their names are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname, join
from urllib.parse import unquote

from papers.office.carried import ON_THE_WEB, STRICT, refuse
from papers.office.ooxml import Element, W, parse_part
from papers.office.package import part_at
from papers.writing.field_codes import codes

_TYPES = "[Content_Types].xml"

# Where the parts of Word's own documents lie. What lies elsewhere may be read by Word, and is read by nobody here.
_USUAL = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/[\w.-]+|docMetadata/[\w.-]+|customXml/(?:_rels/)?[\w.-]+"
    r"|word/(?:_rels/|theme/(?:_rels/)?|glossary/(?:_rels/)?)?[\w-]+\.xml(?:\.rels)?"
    r"|word/(?:glossary/)?(?:media|fonts|printerSettings)/[\w.-]+"
)
_LIST = "mailmergesource"
_SHOW = "press Alt+F9 to see it, and delete it or turn it into text with Ctrl+Shift+F9"
# The switches of a HYPERLINK after which a place in the document, a window or a tip stands.
_SWITCHES = ("\\l", "\\o", "\\t", "\\s")

# What the last word of a relationship's type stands for, and what to do about it.
_KINDS = {
    "vbaproject": ("macros", "save it as a Word document (.docx), which has no macros"),
    "wordvbadata": ("macros", "save it as a Word document (.docx), which has no macros"),
    "attachedtoolbars": ("toolbars with macros", "save it as a Word document (.docx), which has no macros"),
    "keymapcustomizations": ("keys with macros", "save it as a Word document (.docx), which has no macros"),
    "oleobject": ("an embedded object", "delete the object, or paste it as a picture"),
    "package": ("an embedded file", "delete the object, or paste it as a picture"),
    "control": ("an ActiveX control", "delete the control"),
    "activexcontrolbinary": ("an ActiveX control", "delete the control"),
    "afchunk": ("a whole other document", "open it in Word and save it again, which makes it text"),
    "attachedtemplate": ("a link to another template", "File, Options, Add-ins, Templates: attach Normal.dotm instead"),
    "subdocument": ("a subdocument", "View, Outline, Show Document, Unlink"),
    "frame": ("a frame with another page", "copy its text into a new document"),
    "mailmergesource": ("a link to a mail merge list", "Mailings, Start Mail Merge, Normal Word Document"),
    "mailmergeheadersource": ("a link to a mail merge list", "Mailings, Start Mail Merge, Normal Word Document"),
    "mailmergerecipientdata": ("a mail merge list", "Mailings, Start Mail Merge, Normal Word Document"),
    "transform": ("a link to a transformation", "File, Options, and remove the transform"),
    "extensibility": ("a ribbon of its own", "copy its text into a new document"),
    "webextensiontaskpanes": ("an add-in", "copy its text into a new document"),
    "webextension": ("an add-in", "copy its text into a new document"),
    "externallinkpath": ("a link to another file", "delete the link"),
}  # fmt: skip
# Fields that fetch or run something, by their first word.
_FIELDS = {
    "INCLUDETEXT": "text of another file", "INCLUDEPICTURE": "a picture of another file", "INCLUDE": "another file",
    "IMPORT": "another file", "DDE": "another program", "DDEAUTO": "another program", "LINK": "another file",
    "EMBED": "an embedded object", "DATABASE": "a database", "MACROBUTTON": "a macro", "FILLIN": "a question",
    "ASK": "a question", "RD": "another file", "AUTOTEXT": "a building block", "AUTOTEXTLIST": "a building block",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Danger:
    """One thing in a package: what it is, how to be rid of it in Word, and the element at which it shows, if any."""

    sentence: str
    remedy: str
    at: Element | None = None

    def __str__(self) -> str:
        return f"{self.sentence}: {self.remedy}"


def dangers(parts: Collection[str], roots: Mapping[str, Element]) -> Iterator[Danger]:
    """Everything dangerous in a package; a harmless one yields nothing.

    `parts` are the names of all its parts, `roots` those of XML.
    """
    if _TYPES in roots:
        yield from _macro_kinds(roots[_TYPES], parts)
    for part in parts:
        if not _USUAL.fullmatch(part):
            yield Danger(f'it carries a part "{part}", which no document needs', "copy its text into a new document")
    for part, root in roots.items():
        if part.endswith(".rels"):
            yield from _relationships(part, root, parts, roots)
        elif str(root.tag).startswith(STRICT):
            yield Danger("it is a Strict Open XML document", "save it as a Word document (.docx), which is not strict")
        elif part.startswith("word/"):
            yield from _fields(root)
            yield from _drawn(root)
            yield from (Danger(f"it carries {_KINDS[_LIST][0]}", _KINDS[_LIST][1]) for _ in root.iter(W + "mailMerge"))


def refuse_dangers(parts: Collection[str], roots: Mapping[str, Element], name: str) -> None:
    """Raise TemplateError for the template `name` where it carries anything dangerous, with all that it carries."""
    refuse(name, map(str, dangers(parts, roots)))


def refuse_made_fields(content: bytes | bytearray, part: str, name: str) -> None:
    """Raise TemplateError where a part that was made by the template `name` has a field that fetches something.

    Tags that come and go can put a field together of pieces, each of which does no harm.
    """
    refuse(name, map(str, _fields(parse_part(bytes(content), name, part))))


def _macro_kinds(types: Element, parts: Collection[str]) -> Iterator[Danger]:
    """Parts that say that they are programs or objects, whatever they are called."""
    endings = {part.casefold().rpartition(".")[2] for part in parts}
    for entry in types.iter("{*}Default", "{*}Override"):
        kind, ending = entry.get("ContentType", "").casefold(), entry.get("Extension", "").casefold()
        if ending and ending not in endings:
            continue
        if "macroenabled" in kind or "vbaproject" in kind:
            yield Danger(f"it carries {_KINDS['vbaproject'][0]}", _KINDS["vbaproject"][1])
        elif "activex" in kind or "oleobject" in kind:
            yield Danger(f"it carries {_KINDS['oleobject'][0]}", _KINDS["oleobject"][1])


def _relationships(part: str, ties: Element, parts: Collection[str], roots: Mapping[str, Element]) -> Iterator[Danger]:
    """What a part is tied to: the outside, something dangerous, or nothing at all."""
    folder, _, file = part.rpartition("/")
    folder = dirname(folder)
    users = _users(roots.get(join(folder, file.removesuffix(".rels"))))
    for tie in ties.iter("{*}Relationship"):
        kind, target = tie.get("Type", "").rpartition("/")[2].casefold(), tie.get("Target", "")
        at = users.get(tie.get("Id", ""))
        what, remedy = _KINDS.get(kind, ("", ""))
        if what:
            yield Danger(f"it carries {what}", remedy, at)
        elif tie.get("TargetMode", "").casefold() == "external":
            yield from _outside(kind, target, at)
        elif part_at(folder, unquote(target).partition("#")[0]) not in parts:
            yield Danger(f'it refers to "{target}", which is not in the file', "open it in Word and save it again", at)


def _users(owner: Element | None) -> dict[str, Element]:
    """For each value of an attribute in a part, of which relationships are some, the first element that has it."""
    users: dict[str, Element] = {}
    for element in owner.iter("*") if owner is not None else ():
        for value in element.attrib.values():
            users.setdefault(str(value), element)
    return users


def _outside(kind: str, target: str, at: Element | None) -> Iterator[Danger]:
    if kind != "hyperlink":
        what = "a picture" if kind == "image" else "something"
        remedy = "File, Info, Edit Links to Files, Break Link; insert the picture itself"
        yield Danger(f'it fetches {what} from "{target}" whenever it is opened', remedy, at)
    elif not ON_THE_WEB.match(target.strip()):
        yield _elsewhere(target, at)


def _elsewhere(target: str, at: Element | None) -> Danger:
    return Danger(f'it links to "{target}", which is not on the web', "link to a web address, or remove the link", at)


def _fields(root: Element) -> Iterator[Danger]:
    """Fields that fetch or run something; their words may be split over several runs."""
    for element in root.iter(W + "instrText", W + "fldSimple"):
        if "{" in (element.text or "") + element.get(W + "instr", ""):
            yield Danger("a field's own instruction holds a tag", _SHOW, element)
    for element in root.iter(W + "delInstrText"):
        yield Danger("a deleted field can be brought back", "Review, Accept, Accept All Changes", element)
    for code in codes(root, for_older_word=True):
        if code.name == "HYPERLINK":
            yield from (_elsewhere(address, code.at) for address in _addresses(code.instruction))
        elif code.name in _FIELDS:
            yield Danger(f"a field {code.name} fetches {_FIELDS[code.name]}", _SHOW, code.at)


def _addresses(instruction: str) -> Iterator[str]:
    """What a HYPERLINK points to besides places in the document and web and mail addresses."""
    words = [quoted or bare for quoted, bare in re.findall(r'"([^"]*)"|(\S+)', instruction)][1:]
    for before, word in zip(["", *words], words, strict=False):
        is_switch = word.startswith("\\") and not word.startswith("\\\\")
        if word and not is_switch and before not in _SWITCHES and not ON_THE_WEB.match(word):
            yield word


def _drawn(root: Element) -> Iterator[Danger]:
    """Pictures in the older way of drawing that are fetched, and shapes that link to something."""
    for element in root.iter("{urn:schemas-microsoft-com:vml}*"):
        for name, value in element.attrib.items():
            kind = str(name).rpartition("}")[2]
            if kind == "src" and value:
                yield from _outside("image", str(value), element)
            elif kind == "href" and not ON_THE_WEB.match(str(value)) and not str(value).startswith("#"):
                yield _elsewhere(str(value), element)
