"""Draw the pictures of the README and of docs/ from the example papers: `make pictures`.

Needs LibreOffice (soffice) and poppler-utils (pdftoppm) on the path. Pictures are drawn beside this file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
INPUTS = HERE.parent / "inputs"
EXAMPLE, COUNTY = INPUTS / "jtai-2021-03", INPUTS / "county-send-2025-11"
# Which page of which file becomes which picture.
PICTURES = {
    "report-cover": ("jtai-2021-03/report", 1),
    "report-narrative": ("jtai-2021-03/report", 4),
    "summary": ("jtai-2021-03/summary", 1),
    "appendix": ("jtai-2021-03/appendix-1", 4),
    "briefing": ("jtai-2021-03/briefing", 5),
    "briefing-partner": ("jtai-2021-03/briefing", 12),
    "county-cover": ("county-send-2025-11/report", 1),
    "county-appendix": ("county-send-2025-11/appendix-1", 1),
    "template": ("county/report", 1),
    "fields": ("fields", 2),
    "starter": ("next/action-plan", 2),
    "findings": ("next-findings", 1),
}


def draw(papers: str) -> None:
    """Build both examples with the command `papers`, start the next paper from one, and draw each picture."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        started = work / "next"
        run(papers, "build", EXAMPLE, COUNTY, "--out", work)
        run(papers, "new", started, "--from", EXAMPLE)
        run(papers, "check", started, "--annotate", "--out", work)
        run(papers, "template", "fields", COUNTY, "--docx", work / "fields.docx")
        (work / "county").mkdir()
        shutil.copy(HERE.parent / "templates" / "county" / "report.docx", work / "county")
        made = [
            *work.glob("*/*.docx"),
            *work.glob("*/*.pptx"),
            work / "fields.docx",
            started / "action-plan.xlsx",
            work / "next-findings.xlsx",
        ]
        profile = f"-env:UserInstallation={(work / 'profile').as_uri()}"
        for file in made:
            run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file)
        for picture, (name, page) in PICTURES.items():
            pages = ["-f", page, "-l", page, "-r", "60" if "briefing" in picture else "75", "-png", "-singlefile"]
            target = HERE / "pictures" / picture
            run("pdftoppm", *pages, work / f"{name}.pdf", target)
            print(target.with_suffix(".png").relative_to(HERE.parent))


def run(*command: object) -> None:
    """Run a command that must not fail; what it prints is of no interest."""
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    missing = [tool for tool in ("soffice", "pdftoppm") if not shutil.which(tool)]
    if missing:
        packages = "libreoffice-writer-nogui libreoffice-calc-nogui libreoffice-impress-nogui poppler-utils"
        sys.exit(f"{', '.join(missing)} not found; on Debian: sudo apt install {packages}")
    (HERE / "pictures").mkdir(exist_ok=True)
    draw(sys.argv[1])
