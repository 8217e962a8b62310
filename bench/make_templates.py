"""The project's templates, turned into ones that docxtpl renders by the means of its own documentation.

    {{p report.summary }}                       {%p for %} over its paragraphs, each in the same style
    {{p section.text }}                         stays: the script gives it a RichTextParagraph
    {% cellbg status %}{{ status.colour }}...   {% cellbg status.fill %} and a RichText in the status's text colour
    {{r bar(...) }}                             left out: docxtpl has no drawn shapes
    {{ plan.total }} and other counts           through a filter, for the comma in 10,000

They are made whenever the benchmark runs, before anything is timed, so they are never older than what they are made of.
"""

from __future__ import annotations

import copy
import re
import shutil
import zipfile
from pathlib import Path

from lxml import etree

DOCUMENTS = ("report.docx", "summary.docx", "appendix.docx")
_PART = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BLOCKS = re.compile(r"\s*\{\{p\s+(.*?)\s*\}\}\s*")
_COLOURED = re.compile(r"\{%\s*cellbg\s+(\S+)\s*%\}\{\{ \1\.colour \}\}: \{\{ \1\.label \}\}")
_COUNTS = re.compile(r"\{\{ ([\w.]+\.(?:total|count|completed)) \}\}")


def make_templates(ours: Path, theirs: Path) -> None:
    """Write to `theirs` the documented twin of each template in `ours`, beside a copy of council.yaml."""
    theirs.mkdir(parents=True)
    for name in DOCUMENTS:
        with zipfile.ZipFile(ours / name) as package, zipfile.ZipFile(theirs / name, "w", zipfile.ZIP_DEFLATED) as twin:
            for part in package.namelist():
                content = package.read(part)
                twin.writestr(part, _documented(content) if part == _PART else content)
    shutil.copy(ours / "council.yaml", theirs)


def _documented(document: bytes) -> bytes:
    root = etree.fromstring(document)
    for run in list(root.iter(_W + "r")):
        if "{{r bar(" in _words(run):
            run.getparent().remove(run)
    for text in root.iter(_W + "t"):
        text.text = _COLOURED.sub(r"{% cellbg \1.fill %}{{r \1.words }}", text.text or "")
        text.text = _COUNTS.sub(r"{{ \1|thousands }}", text.text)
    for paragraph in list(root.iter(_W + "p")):
        blocks = _BLOCKS.fullmatch(_words(paragraph))
        if blocks and blocks[1] != "section.text":
            _loop(paragraph, blocks[1])
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _loop(paragraph: etree._Element, paragraphs: str) -> None:
    """Put a loop over `paragraphs` round one that prints each of them."""
    before, after = copy.deepcopy(paragraph), copy.deepcopy(paragraph)
    _write(before, f"{{%p for paragraph in {paragraphs} %}}")
    _write(paragraph, "{{ paragraph }}")
    _write(after, "{%p endfor %}")
    paragraph.addprevious(before)
    paragraph.addnext(after)


def _words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(_W + "t"))


def _write(paragraph: etree._Element, words: str) -> None:
    for number, text in enumerate(paragraph.iter(_W + "t")):
        text.text = "" if number else words
