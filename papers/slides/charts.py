"""Bar charts by status: the template's own chart with the numbers of the plan, each bar in the colour of its status."""

from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from xml.sax.saxutils import escape

from papers.errors import TemplateError
from papers.office.ooxml import Element, as_bytes, etree, put_before
from papers.office.package import write_package
from papers.slides.drawing import A, C, below


class Bar(NamedTuple):
    """One bar: its words, how long it is, and its colour as six hexadecimal digits."""

    words: str
    number: int
    fill: str


def pattern_words(chart: Element) -> tuple[str, str]:
    """What the template's chart calls its bars, and the first of its categories, in which the tags stand."""
    series = chart.find(f".//{C}ser")
    if series is None:
        raise TemplateError("the chart has no bars")
    name = series.findtext(f"{C}tx//{C}v") or ""
    return name, series.findtext(f"{C}cat//{C}v") or ""


def filled_chart(chart: Element, name: str, bars: Sequence[Bar]) -> bytes:
    """The chart with these bars and no others, as a part. Its workbook has to be `workbook` of the same."""
    made = copy.deepcopy(chart)
    series = made.findall(f".//{C}ser")
    for other in series[1:]:
        parent = other.getparent()
        assert parent is not None
        parent.remove(other)
    for old in (*made.findall(f"{C}externalData"), *made.findall(f"{C}userShapes")):
        made.remove(old)
    _fill(series[0], name, bars)
    return as_bytes(made)


_AFTER_POINTS = ("dLbls", "trendline", "errBars", "cat", "val", "shape", "extLst")


def _fill(series: Element, name: str, bars: Sequence[Bar]) -> None:
    for old in ("tx", "dPt", "cat", "val"):
        for each in series.findall(f"{C}{old}"):
            series.remove(each)
    title = etree.Element(f"{C}tx")
    _reference(title, "str", "Sheet1!$B$1", [name])
    put_before(series, title, ("spPr", "invertIfNegative", "pictureOptions", *_AFTER_POINTS))
    line = series.find(f"{C}spPr/{A}ln")
    for at, bar in enumerate(bars):
        put_before(series, _point(at, bar.fill, line), _AFTER_POINTS)
    last = len(bars) + 1
    words, numbers = etree.Element(f"{C}cat"), etree.Element(f"{C}val")
    _reference(words, "str", f"Sheet1!$A$2:$A${last}", [bar.words for bar in bars])
    _reference(numbers, "num", f"Sheet1!$B$2:$B${last}", [str(bar.number) for bar in bars])
    put_before(series, words, ("val", "shape", "extLst"))
    put_before(series, numbers, ("shape", "extLst"))


def _point(at: int, fill: str, line: Element | None) -> Element:
    point = etree.Element(f"{C}dPt")
    below(point, f"{C}idx", val=str(at))
    below(point, f"{C}invertIfNegative", val="0")
    below(point, f"{C}bubble3D", val="0")
    look = below(point, f"{C}spPr")
    below(below(look, f"{A}solidFill"), f"{A}srgbClr", val=fill)
    if line is not None:
        look.append(copy.deepcopy(line))
    return point


def _reference(parent: Element, kind: str, cells: str, values: Sequence[str]) -> None:
    reference = below(parent, f"{C}{kind}Ref")
    below(reference, f"{C}f").text = cells
    cache = below(reference, f"{C}{kind}Cache")
    if kind == "num":
        below(cache, f"{C}formatCode").text = "General"
    below(cache, f"{C}ptCount", val=str(len(values)))
    for at, value in enumerate(values):
        below(below(cache, f"{C}pt", idx=str(at)), f"{C}v").text = value


_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_TIES = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def workbook(name: str, bars: Sequence[Bar]) -> bytes:
    """The workbook behind a chart, which PowerPoint opens at Edit Data: the words and numbers shown, nothing else."""
    rows = "".join(
        f'<row r="{at}">{_words(f"A{at}", bar.words)}<c r="B{at}"><v>{bar.number}</v></c></row>'
        for at, bar in enumerate(bars, 2)
    )
    cells = f'<row r="1">{_words("B1", name)}</row>{rows}'
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SHEET}.worksheet+xml"/></Types>',
        "_rels/.rels": _ties("officeDocument", "xl/workbook.xml"),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_KIND}"><sheets>'
        '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _ties("worksheet", "worksheets/sheet1.xml"),
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData></worksheet>',
    }
    declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return write_package({part: (declaration + xml).encode("utf-8") for part, xml in parts.items()})


def _ties(kind: str, target: str) -> str:
    tie = f'<Relationship Id="rId1" Type="{_KIND}/{kind}" Target="{target}"/>'
    return f'<Relationships xmlns="{_TIES}">{tie}</Relationships>'


def _words(place: str, words: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is></c>'


def bar_of(words: str, entry: Mapping[str, Any]) -> Bar:
    """The bar for an entry with a `count` and a `status`. Raises TemplateError for another entry."""
    status = entry.get("status")
    if not isinstance(entry.get("count"), int) or not isinstance(status, Mapping):
        raise TemplateError("a chart needs a list with a count and a status in each entry, such as plan.by_status")
    return Bar(words, int(entry["count"]), str(status["fill"]))
