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
# Which page of which document becomes which picture.
PICTURES = {
    "report-cover": ("report", 1),
    "report-narrative": ("report", 4),
    "summary": ("summary", 1),
    "appendix": ("appendix-1", 1),
}


def draw(papers: str) -> None:
    """Build the example with the command `papers` and draw each picture."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run([papers, "build", str(EXAMPLE), "--out", work], check=True)
        built = Path(work) / EXAMPLE.name
        profile = f"-env:UserInstallation={(Path(work) / 'profile').as_uri()}"
        documents = sorted(map(str, built.glob("*.docx")))
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", work, *documents]
        subprocess.run(convert, check=True, stdout=subprocess.DEVNULL)
        for picture, (document, page) in PICTURES.items():
            pages = ["-f", str(page), "-l", str(page), "-r", "75", "-png", "-singlefile"]
            target = HERE / "pictures" / picture
            subprocess.run(["pdftoppm", *pages, str(Path(work) / f"{document}.pdf"), str(target)], check=True)
            print(target.with_suffix(".png").relative_to(HERE.parent))


if __name__ == "__main__":
    missing = [tool for tool in ("soffice", "pdftoppm") if not shutil.which(tool)]
    if missing:
        sys.exit(f"{', '.join(missing)} not found; on Debian: sudo apt install libreoffice-writer-nogui poppler-utils")
    (HERE / "pictures").mkdir(exist_ok=True)
    draw(sys.argv[1])
