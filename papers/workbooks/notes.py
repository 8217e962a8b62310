"""Notes on cells, as Excel kept comments before there were threads: their text in one part, their frames in another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from papers.office.ooxml import Element, etree
from papers.office.package import AUTHOR
from papers.workbooks.book import MAIN, RELATION_ID, Book, whole
from papers.workbooks.cells import Address, as_xml_text, put_in_order
from papers.workbooks.frames import Measures, new_drawing, with_frames

# Excel keeps at most 32,767 characters in a cell or note; nobody reads as many in a note.
MOST_CHARACTERS = 32_767
_THREADS = "http://schemas.microsoft.com/office/2017/10/relationships/threadedComment"
_THREAD_AUTHOR = "tc="
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Remark:
    """One of the things that a note says: a few words in bold, and what follows them."""

    lead: str
    rest: str

    def __str__(self) -> str:
        return f"{self.lead} {self.rest}"


def threaded(book: Book, part: str) -> set[str]:
    """The cells of a sheet that people talk about in a thread; to Excel these have no note beside it."""
    cells = set()
    for relation in book.relations(part):
        if relation.kind == _THREADS and relation.part:
            cells |= {each.get("ref", "") for each in book.read(relation.part).iter("{*}threadedComment")}
    comments = book.related(part, "comments")
    if comments:
        root = book.read(comments)
        authors = [author.text or "" for author in root.iterfind(f"{MAIN}authors/{MAIN}author")]
        for note in root.iterfind(f"{MAIN}commentList/{MAIN}comment"):
            if "".join(authors[whole(note, "authorId") :][:1]).startswith(_THREAD_AUTHOR):
                cells.add(note.get("ref", ""))
    return cells


def write_notes(book: Book, part: str, remarks: Mapping[Address, Sequence[Remark]]) -> None:
    """Put remarks onto cells of the sheet in `part`, several on one cell as one note, behind a note that is there.

    Where Excel could not hold what is to be said on a cell, nothing is added there.
    """
    if not remarks:
        return
    comments = book.related(part, "comments")
    if not comments:
        root = etree.fromstring(f'<comments xmlns="{MAIN[1:-1]}"/>')
        comments = book.add("xl/comments{}.xml", root, "comments")
        book.relate(part, "comments", comments)
    root = book.edited(comments)
    if root.tag != f"{MAIN}comments":
        raise book.refusal(f"its part {comments} holds no notes")
    texts = _write_texts(root, remarks)
    _write_frames(book, part, texts)


def _write_texts(root: Element, remarks: Mapping[Address, Sequence[Remark]]) -> dict[Address, str]:
    """Write remarks into the part of the notes; the whole text of each note that there is now."""
    author = _author(root)
    listing = _child(root, "commentList")
    there = {note.get("ref"): note for note in listing.iterfind(f"{MAIN}comment")}
    texts = {}
    for at, said in remarks.items():
        note = there.get(str(at))
        old = "" if note is None else "".join(t.text or "" for t in _texts(note))
        new = "\n\n".join(map(str, said))
        if len(f"{old}\n\n{new}".encode("utf-16-le")) // 2 > MOST_CHARACTERS:
            continue
        if note is None:
            facts = {"ref": str(at), "authorId": str(author), "shapeId": "0"}
            note = etree.SubElement(listing, f"{MAIN}comment", facts)
        _append(_child(note, "text", 0), said)
        texts[at] = f"{old}\n\n{new}" if old else new
    return texts


def _write_frames(book: Book, part: str, texts: Mapping[Address, str]) -> None:
    sheet = book.edited(part)
    pointer = sheet.find(f"{MAIN}legacyDrawing")
    named = "" if pointer is None else pointer.get(RELATION_ID)
    drawing = next((each.part for each in book.relations(part) if each.id == named and each.part), "")
    if drawing:
        # What is added is all ASCII, and every byte that is there comes out of Latin-1 as it went in.
        before = book.parts[drawing].decode("latin-1")
    else:
        before = new_drawing((content for name, content in book.parts.items() if name.endswith(".vml")), len(texts))
        drawing = book.add_drawing("xl/drawings/vmlDrawing{}.vml", b"")
        if pointer is None:
            pointer = etree.Element(f"{MAIN}legacyDrawing", nsmap={"r": RELATION_ID[1:].partition("}")[0]})
            put_in_order(sheet, pointer)
        pointer.set(RELATION_ID, book.relate(part, "vmlDrawing", drawing))
    if "</xml>" not in before:
        raise book.refusal(f"its part {drawing} is damaged")
    book.parts[drawing] = with_frames(before, texts, Measures(sheet)).encode("latin-1")


def _author(root: Element) -> int:
    authors = _child(root, "authors", 0)
    names = [author.text for author in authors.iterfind(f"{MAIN}author")]
    if AUTHOR not in names:
        etree.SubElement(authors, f"{MAIN}author").text = AUTHOR
        names.append(AUTHOR)
    return names.index(AUTHOR)


def _append(text: Element, remarks: Iterable[Remark]) -> None:
    """Put remarks behind the words of a note, before what tells how these are spoken."""
    plain = text.find(f"{MAIN}t")
    if plain is not None:
        run = etree.Element(f"{MAIN}r")
        text.replace(plain, run)
        plain.set(_SPACE, "preserve")
        run.append(plain)
    at = len(text.findall(f"{MAIN}r"))
    gap = "\n\n" * bool(at)
    for remark in remarks:
        text.insert(at, _run(f"{gap}{remark.lead}", bold=True))
        text.insert(at + 1, _run(f" {remark.rest}", bold=False))
        at, gap = at + 2, "\n\n"


def _run(words: str, bold: bool) -> Element:
    run = etree.Element(f"{MAIN}r")
    look = etree.SubElement(run, f"{MAIN}rPr")
    if bold:
        etree.SubElement(look, f"{MAIN}b")
    for name, fact, value in (("sz", "val", "9"), ("color", "indexed", "81"), ("rFont", "val", "Tahoma")):
        etree.SubElement(look, MAIN + name, {fact: value})
    text = etree.SubElement(run, f"{MAIN}t")
    text.set(_SPACE, "preserve")
    text.text = as_xml_text(words)
    return run


def _texts(note: Element) -> list[Element]:
    """The pieces of a note's own words, without those that tell how they are spoken."""
    return note.findall(f"{MAIN}text/{MAIN}t") + note.findall(f"{MAIN}text/{MAIN}r/{MAIN}t")


def _child(parent: Element, name: str, at: int | None = None) -> Element:
    """The child of this name; one is made, at the end or at `at`, where there is none."""
    child = parent.find(MAIN + name)
    if child is None:
        child = etree.Element(MAIN + name)
        parent.insert(len(parent) if at is None else at, child)
    return child
