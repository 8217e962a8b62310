"""The example paper as pages, as LibreOffice lays them out and poppler reads them."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.documents.opened import DOCUMENTS, built, numbered_blocks, sheet

PAPER = "jtai-2021-03"
NEEDED = ("soffice", "pdftotext", "pdfinfo", "pdffonts")
missing = [program for program in NEEDED if shutil.which(program) is None]

pytestmark = pytest.mark.skipif(
    bool(missing),
    reason=f"{', '.join(missing)} not found: apt-get install libreoffice-writer-nogui poppler-utils fonts-liberation",
)

PORTRAIT, LANDSCAPE = (595, 842), (842, 595)


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory):
    """The three documents as PDF, by name, converted in one run with a profile of its own."""
    folder = tmp_path_factory.mktemp("pages")
    for name in DOCUMENTS:
        (folder / name).write_bytes(built(PAPER)[name])
    profile = (folder / "profile").as_uri()
    command = [
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
    ]
    done = subprocess.run([*command, *(str(folder / name) for name in DOCUMENTS)], capture_output=True, text=True)
    found = {name: folder / name.replace(".docx", ".pdf") for name in DOCUMENTS}
    assert all(path.is_file() for path in found.values()), done.stdout + done.stderr
    return found


def said_by(program: str, *arguments: object) -> str:
    """What a program of poppler says."""
    command = [program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout


def pages(pdf: Path) -> list[str]:
    """The text of each page, as it is laid out."""
    return said_by("pdftotext", "-layout", pdf, "-").split("\f")[:-1]


def sizes(pdf: Path) -> list[tuple[int, int]]:
    """The width and height of each page in points."""
    found = re.findall(r"Page +\d+ size: +([\d.]+) x ([\d.]+)", said_by("pdfinfo", "-f", 1, "-l", 999, pdf))
    return [(round(float(width)), round(float(height))) for width, height in found]


@pytest.mark.parametrize(
    ("name", "size"), [("report.docx", PORTRAIT), ("summary.docx", PORTRAIT), ("appendix-1.docx", LANDSCAPE)]
)
def test_every_page_is_a4(pdfs, name, size):
    """Report and summary stand upright, the appendix lies on its side."""
    found = sizes(pdfs[name])

    assert set(found) == {size}
    assert len(found) == len(pages(pdfs[name]))


def test_the_summary_has_at_most_two_pages(pdfs):
    """Members have a sheet of paper, not a booklet."""
    assert len(pages(pdfs["summary.docx"])) <= 2


def test_the_numbers_of_sections_and_paragraphs_stand_in_the_report(pdfs):
    """Every number from 1. and 1.1 to the last is on the page, before the words it belongs to."""
    text = "\n".join(pages(pdfs["report.docx"]))
    labels = [label for label, _ in numbered_blocks(PAPER)]

    assert {"1.1", "2.2", "4.2"} <= set(labels)
    for label, words in numbered_blocks(PAPER):
        start = r"\s+".join(map(re.escape, words.split()[:3]))
        assert re.search(rf"(?m)^ *{re.escape(label)} +{start}", text), label


def test_the_letters_of_the_list_stand_in_the_report(pdfs):
    """a. to e. are on the page, each before its colour."""
    text = "\n".join(pages(pdfs["report.docx"]))

    for letter, colour in zip("abcde", ["Green", "Amber", "Red", "Yellow", "Blue"], strict=True):
        assert re.search(rf"(?m)^ *{letter}\. +{colour}:", text)
    assert not re.search(r"(?m)^ *f\. ", text)


def test_the_recommendations_are_numbered_on_the_page(pdfs):
    """(1) and (2) stand before the recommendations in report and summary."""
    for name in ("report.docx", "summary.docx"):
        text = "\n".join(pages(pdfs[name]))
        assert re.search(r"(?m)^ *\(1\) +Note the progress", text)
        assert re.search(r"(?m)^ *\(2\) +Ask for a further report", text)


def test_the_appendix_is_named_by_its_number_on_the_page(pdfs):
    """The list of appendices says "Appendix 1:" before the title."""
    text = "\n".join(pages(pdfs["report.docx"]))

    assert re.search(r"(?m)^ *Appendix 1: +Joint Targeted Area Inspection action plan", text)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_every_font_is_embedded(pdfs, name):
    """Each font of the PDF comes with it."""
    heads, rule, *fonts = said_by("pdffonts", pdfs[name]).splitlines()
    column = heads.index("emb")

    assert set(rule) == {"-", " "}
    assert fonts
    assert {font[column : column + 3] for font in fonts} == {"yes"}


def test_the_heading_row_repeats_on_every_page_with_actions(pdfs):
    """Wherever the table of actions goes on, "Ref" and the other headings stand above it."""
    refs = [re.escape(row["Ref"]) for row in sheet(PAPER, "Actions")]
    shown = [page for page in pages(pdfs["appendix-1.docx"]) if re.search(rf"(?m)^ *(?:{'|'.join(refs)}) +\w", page)]

    assert len(shown) > 2
    for page in shown:
        assert re.search(r"(?m)^ *Ref +Area for( development)? +Action +Lead and partner +Due", page)


def test_every_action_is_on_a_page(pdfs):
    """Each Ref begins a row of the appendix once."""
    text = "\n".join(pages(pdfs["appendix-1.docx"]))

    for row in sheet(PAPER, "Actions"):
        assert len(re.findall(rf"(?m)^ *{re.escape(row['Ref'])} +[A-Z]", text)) == 1, row["Ref"]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_pages_are_numbered(pdfs, name):
    """Each page says its number and how many there are."""
    found = pages(pdfs[name])

    for number, page in enumerate(found, 1):
        assert f"Page {number} of {len(found)}" in page


@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_page_is_empty(pdfs, name):
    """No page holds its header and footer alone."""
    assert all(len(page.split()) > 40 for page in pages(pdfs[name]))


def test_the_bars_are_drawn(pdfs):
    """The colours of the scheme are on the page of the summary, one bar as wide as its share."""
    drawn = subprocess.run(
        ["pdftocairo", "-svg", "-f", "1", "-l", "1", str(pdfs["summary.docx"]), "-"], capture_output=True, text=True
    )
    if drawn.returncode:
        pytest.skip("pdftocairo not found: apt-get install poppler-utils")
    assert len(set(re.findall(r"rgb\([^)]*\)", drawn.stdout))) >= 6
