"""Briefings as LibreOffice lays them out: no word outside its box, whatever is in the plan."""

from __future__ import annotations

import html
import random
import re
import shutil
import subprocess

import pytest

from tests.builders import NARRATIVE, REPORT, a_paper, a_workbook
from tests.slides.decks import briefing, built, opened

missing = [program for program in ("soffice", "pdftotext") if shutil.which(program) is None]
pytestmark = pytest.mark.skipif(
    bool(missing),
    reason=f"{', '.join(missing)} not found: apt-get install libreoffice-impress-nogui poppler-utils fonts-liberation",
)
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
EMU = 12_700
# The box that poppler gives a word is that of its font, which is a little higher than its line.
SLACK, ABOVE_AND_BELOW = 2, 0.15
WORDS = [
    "children", "service", "review", "partnership", "safeguarding", "commissioning", "the", "of", "and", "to", "A&E",
    "multi-agency", "<b>", "“quoted”", "café", "responsibilities", "www.example.gov.uk/a/very/long/path",
]  # fmt: skip


def laid_out(content, folder):
    """For each slide the places of its words in points, as they are set."""
    (folder / "briefing.pptx").write_bytes(content)
    profile = (folder / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir"]
    done = subprocess.run([*command, folder, folder / "briefing.pptx"], capture_output=True, text=True)
    assert (folder / "briefing.pdf").is_file(), done.stdout + done.stderr
    read = ["pdftotext", "-bbox", folder / "briefing.pdf", "-"]
    text = subprocess.run(read, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    pages = text.split("<page ")[1:]
    return [[(*map(float, found[:4]), html.unescape(found[4])) for found in WORD.findall(page)] for page in pages]


def boxes(shapes):
    """The places of all shapes in points, those in groups among them."""
    for shape in shapes:
        if shape.shape_type == 6:
            yield from boxes(shape.shapes)
        elif shape.left is not None:
            left, top = shape.left / EMU, shape.top / EMU
            yield left - SLACK, top - SLACK, left + shape.width / EMU + SLACK, top + shape.height / EMU + SLACK


def outside(content, folder):
    """Every word that is in no shape of its slide, with the number of the slide."""
    slides, pages = list(opened(content).slides), laid_out(content, folder)
    assert len(slides) == len(pages)
    for number, (slide, words) in enumerate(zip(slides, pages, strict=True), 1):
        places = list(boxes(slide.shapes))
        for left, top, right, bottom, word in words:
            over = ABOVE_AND_BELOW * (bottom - top)
            if not any(a <= left and b <= top + over and right <= c and bottom - over <= d for a, b, c, d in places):
                yield number, word


def sentence(chance, count):
    """Some words with a full stop."""
    return " ".join(chance.choice(WORDS) for _ in range(count)).capitalize() + "."


def a_hostile_plan(chance):
    """Sixty actions of one partner, some without end, and partners with names that no slide can hold."""
    partners = ["Clinical Commissioning Group"] * 60 + ["P" * 200, "A very long name of a partner " * 6, "Short"]
    rows = ["Ref | Priority | Partner | Area for development | Action | Lead | Due | Progress | RAG"]
    for number, partner in enumerate(partners):
        long = " ".join(sentence(chance, chance.randint(4, 25)) for _ in range(80 if number % 20 == 3 else 2))
        area = chance.choice([sentence(chance, 40), "x" * 300, "", long, "W" * 900 if number % 15 == 4 else "Short"])
        action = chance.choice([long, "y" * 400, "日本語" * 50, sentence(chance, 9)])
        rag = chance.choice(["Red", "Amber", "Green", "Blue", "Yellow"])
        lead, priority = f"Head of {sentence(chance, 3)}", f"Priority {number % 6} {'on waiting ' * 30}"
        cells = (f"{number // 10 + 1}.{number % 10}", priority, partner, area, action, lead, "31 March 2021", long, rag)
        rows.append(" | ".join(cells))
    return "\n".join(rows)


def a_hostile_report(chance):
    """Boards that report to each other, and texts without end."""
    bodies = [f"Board number {n} for {'children and young people ' * (n % 4)}and families" for n in range(12)]
    governance = "\n".join(
        f'  - body: "{body}"\n    reports_to: [{", ".join(chance.sample(bodies, chance.randint(1, 3)))}]'
        for body in bodies
    )
    inspection = "\n".join(f'  {key}: "{sentence(chance, 60)}"' for key in ("name", "dates", "team", "focus"))
    report = REPORT.replace("subject: Action plan", f'subject: "{sentence(chance, 50)}"')
    report = report.replace("  - Note the progress.", f'  - "{" ".join(sentence(chance, 12) for _ in range(90))}"')
    return f"{report}\ninspection:\n{inspection}\ngovernance:\n{governance}\n"


def test_no_word_of_the_example_is_outside_its_box(tmp_path):
    """Every word stands in the shape that it belongs to."""
    assert list(outside(built(), tmp_path)) == []


@pytest.mark.parametrize("seed", [1, 2])
def test_no_word_of_a_hostile_plan_is_outside_its_box(tmp_path, seed):
    """Long areas, long words, many rows, many boards: what does not fit goes on on the next slide."""
    chance = random.Random(seed)
    strengths = "Partner | Strength\n" + "\n".join(
        f"Short | {sentence(chance, 5 + 90 * (n % 5 == 0))}" for n in range(20)
    )
    plan = a_workbook(a_hostile_plan(chance), Strengths=strengths)
    paper = a_paper(tmp_path / "paper", plan=plan, report=a_hostile_report(chance), narrative=NARRATIVE)

    content = briefing(paper)

    assert len(opened(content).slides) > 60
    assert list(outside(content, tmp_path)) == []
