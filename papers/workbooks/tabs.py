"""The tabs of a workbook: a new one in front, which is the one that opens, and everything that counts tabs moved on."""

from __future__ import annotations

from collections.abc import Mapping

from papers.office.ooxml import Element, etree, put_before
from papers.workbooks.book import MAIN, RELATION_ID, Book, whole

# What comes behind the defined names in a workbook (ISO 29500-1, CT_Workbook).
_AFTER_NAMES = (
    "calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
)  # fmt: skip
_PROPERTIES = "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}"


def free_tab(book: Book, wanted: str) -> str:
    """`wanted`, or with the first number from 2 that no tab has; Excel does not tell small letters from capitals."""
    taken = {sheet.name.casefold() for sheet in book.sheets()}
    name, number = wanted, 1
    while name.casefold() in taken:
        number += 1
        name = f"{wanted} {number}"
    return name


def quoted(name: str) -> str:
    """The name of a tab as formulas and links have it: O'Brien is 'O''Brien'."""
    return "'" + name.replace("'", "''") + "'"


def windows(book: Book) -> int:
    """How many windows the workbook opens in; each has a view of every tab."""
    return max(1, len(book.root.findall(f"{MAIN}bookViews/{MAIN}workbookView")))


def put_in_front(book: Book, name: str, root: Element, names: Mapping[str, str]) -> None:
    """Make the worksheet `root` the first tab and the one that opens. `names` are the defined names of its own."""
    for sheet in book.sheets():
        if sheet.part:
            _deselect(book, sheet.part)
    _open_first(book)
    part = book.add("xl/worksheets/sheet{}.xml", root, "worksheet")
    sheets = book.root.find(f"{MAIN}sheets")
    if sheets is None:
        raise book.refusal("its workbook has no sheets")
    number = max((whole(sheet, "sheetId") for sheet in sheets.iterfind(f"{MAIN}sheet")), default=0) + 1
    tab = etree.Element(
        f"{MAIN}sheet", {"name": name, "sheetId": str(number)}, nsmap={"r": RELATION_ID[1:].partition("}")[0]}
    )
    tab.set(RELATION_ID, book.relate(book.part, "worksheet", part))
    sheets.insert(0, tab)
    _define(book, names)
    _forget_titles(book)


def _deselect(book: Book, part: str) -> None:
    """Two selected tabs would be a group: what is typed into one goes into both."""
    path = "{*}sheetViews/{*}sheetView[@tabSelected]"
    if book.read(part).find(path) is not None:
        for view in book.edited(part).iterfind(path):
            del view.attrib["tabSelected"]


def _open_first(book: Book) -> None:
    for view in book.root.iterfind(f"{MAIN}bookViews/{MAIN}workbookView"):
        etree.strip_attributes(view, "activeTab", "firstSheet")


def _define(book: Book, names: Mapping[str, str]) -> None:
    """Define the names of the first tab; those of the other tabs know their tab by its number."""
    listing = book.root.find(f"{MAIN}definedNames")
    if listing is None:
        listing = etree.Element(f"{MAIN}definedNames")
        put_before(book.root, listing, _AFTER_NAMES)
    for defined in listing.iterfind(f"{MAIN}definedName[@localSheetId]"):
        defined.set("localSheetId", str(whole(defined, "localSheetId") + 1))
    for at, (name, meaning) in enumerate(sorted(names.items())):
        defined = etree.Element(f"{MAIN}definedName", {"name": name, "localSheetId": "0"})
        if name == "_xlnm._FilterDatabase":
            defined.set("hidden", "1")
        defined.text = meaning
        listing.insert(at, defined)


def _forget_titles(book: Book) -> None:
    """Take the list of tabs out of the workbook's properties, where it would be wrong; Excel writes it anew."""
    part = book.related("", "extended-properties")
    if part:
        properties = book.edited(part)
        for name in ("HeadingPairs", "TitlesOfParts"):
            for listed in properties.findall(f"{_PROPERTIES}{name}"):
                properties.remove(listed)
