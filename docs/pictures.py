"""Draw the pictures of the README from the example's papers: `make pictures`.

Needs LibreOffice (soffice) and poppler-utils (pdftoppm) on the path. Pictures are drawn beside this file.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
EXAMPLE = HERE.parent / "inputs" / "jtai-2021-03"
# Which page of which file becomes which picture.
PICTURES = {
    "report-cover": ("report", 1),
    "report-narrative": ("report", 4),
    "summary": ("summary", 1),
    "appendix": ("appendix-1", 1),
    "starter": ("action-plan", 2),
    "findings": ("next-findings", 1),
}


def draw(papers: str) -> None:
    """Build the example with the command `papers`, start the next paper from it, and draw each picture."""
    with tempfile.TemporaryDirectory() as work:
        started, built = Path(work) / "next", Path(work) / EXAMPLE.name
        subprocess.run([papers, "build", str(EXAMPLE), "--out", work], check=True)
        subprocess.run([papers, "new", str(started), "--from", str(EXAMPLE)], check=True)
        subprocess.run(
            [papers, "check", str(started), "--annotate", "--out", work], check=True, stdout=subprocess.DEVNULL
        )
        files = [*built.glob("*.docx"), started / "action-plan.xlsx", Path(work) / "next-findings.xlsx"]
        profile = f"-env:UserInstallation={(Path(work) / 'profile').as_uri()}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, *map(str, files)]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        for picture, (file, page) in PICTURES.items():
            pages = ["-f", str(page), "-l", str(page), "-r", "75", "-png", "-singlefile"]
            target = HERE / "pictures" / picture
            subprocess.run(["pdftoppm", *pages, str(Path(work) / f"{file}.pdf"), str(target)], check=True)
            print(target.with_suffix(".png").relative_to(HERE.parent))


if __name__ == "__main__":
    missing = [tool for tool in ("soffice", "pdftoppm") if not shutil.which(tool)]
    if missing:
        packages = "libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils"
        sys.exit(f"{', '.join(missing)} not found; on Debian: sudo apt install {packages}")
    (HERE / "pictures").mkdir(exist_ok=True)
    draw(sys.argv[1])
