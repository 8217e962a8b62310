"""`papers chase`: what each lead has to update, on screen, as Markdown and as a workbook."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner
from markdown_it import MarkdownIt

from papers.cli import main
from tests.builders import EXAMPLE, REPORT, TEMPLATES, a_folder

PLAN = (
    """
    Ref | Action           | Lead                    | Due        | Progress  | RAG
    1.1 | Train *all* staff| Inspector               | 31 December 2020 | Half done | Amber
    1.2 | +Meet(A1)         | Head of SEN; Inspector  | 31 March 2021 | Half done | Amber
    1.3 | Meet             | Head of SEN             | 31 December 2020 |           | Green
    1.4 | Publish a guide  | Head of SEN             | December 2022 | Begun     | Amber
""".replace("2020-12-31", "31 December 2020")
    .replace("2021-03-31", "31 March 2021")
    .replace("2022-12-31", "December 2022")
)


@pytest.fixture
def here(tmp_path, monkeypatch):
    """A folder to work in, with a paper whose plan has something to chase."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "templates").symlink_to(TEMPLATES)
    a_folder(tmp_path / "inputs" / "paper", plan=PLAN)
    return tmp_path


def run(*arguments):
    """The outcome of the command."""
    return CliRunner().invoke(main, ["chase", *map(str, arguments)])


def rows(file="outputs/paper-chase.xlsx"):
    """The rows of the workbook, below its headings, by heading."""
    sheet = openpyxl.load_workbook(file)["Chase list"]
    heads, *below = sheet.iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in below]


def test_the_list_is_printed_lead_by_lead(here):
    """The lead with an overdue action first; each action with its deadline, why, and what is asked."""
    result = run("inputs/paper")

    assert result.exit_code == 0, result.output
    assert "3 of 4 actions need an update: 1 overdue, 1 due within 30 days and 1 completed without evidence." in (
        result.output
    )
    assert result.output.index("Inspector: 2 actions, 1 overdue") < result.output.index("Head of SEN: 2 actions")
    assert "Amber: on track; 31 December 2020, 75 days ago" in result.output
    assert (
        "Overdue. Say what has been done since the last report. Agree a revised date, or say that it is complete."
        in (result.output)
    )
    assert "outputs/paper-chase.md\noutputs/paper-chase.xlsx\n" in result.output


def test_the_days_are_the_users_own(here):
    """With more days more actions are soon due; on another day others are late."""
    assert "31 March 2021, in 15 days" not in run("inputs/paper", "--within", "10").output
    assert "31 March 2021, 15 days ago" in run("inputs/paper", "--as-of", "2021-04-15").output


def test_the_markdown_says_what_officers_typed_and_nothing_else(here):
    """A heading for each lead; stars and brackets that officers typed are no marks."""
    run("inputs/paper")

    html = MarkdownIt().render(Path("outputs/paper-chase.md").read_text(encoding="utf-8"))

    assert ["<h2>Inspector</h2>" in html, "<h2>Head of SEN</h2>" in html] == [True, True]
    assert "Train *all* staff" in html


def test_the_workbook_has_a_row_for_each_lead_and_action(here):
    """The words of the list, the days as a number, and an empty cell for the lead to fill in."""
    run("inputs/paper")

    found = [(row["Lead"], row["Ref"], row["Status"], row["Days late"], row["Update (to fill in)"]) for row in rows()]
    assert found == [
        ("Inspector", "1.1", "Amber: on track", 75, None),
        ("Inspector", "1.2", "Amber: on track", None, None),
        ("Head of SEN", "1.2", "Amber: on track", None, None),
        ("Head of SEN", "1.3", "Green: completed", None, None),
    ]
    assert rows()[1]["Action"] == "+Meet(A1)"
    cell = openpyxl.load_workbook("outputs/paper-chase.xlsx")["Chase list"]["C3"]
    assert (cell.data_type, cell.value) == ("s", "+Meet(A1)")


def test_the_workbook_can_be_used_in_excel(here):
    """Its headings stay in sight and are a table's; its status is filled in the council's colour; nobody is named."""
    run("inputs/paper")

    book = openpyxl.load_workbook("outputs/paper-chase.xlsx")
    sheet = book["Chase list"]
    assert (sheet.freeze_panes, sheet.page_setup.orientation, list(sheet.tables)) == ("C2", "landscape", ["Chase"])
    assert sheet["D2"].fill.fgColor.rgb == "FFE0801A"
    assert (book.properties.creator or "", book.properties.title) == ("", "Chase list: Action plan")


def test_the_same_list_has_the_same_bytes(here):
    """No time and no person is in it."""
    run("inputs/paper")
    first = [Path(f"outputs/paper-chase.{kind}").read_bytes() for kind in ("md", "xlsx")]
    run("inputs/paper")

    assert [Path(f"outputs/paper-chase.{kind}").read_bytes() for kind in ("md", "xlsx")] == first
    assert sorted(path.name for path in Path("outputs").iterdir()) == ["paper-chase.md", "paper-chase.xlsx"]


@pytest.mark.parametrize("kind", ["md", "xlsx"])
def test_a_list_that_somebody_has_changed_is_left_alone(here, kind):
    """Updates that leads wrote into it are nobody's to replace; the new list gets a number."""
    run("inputs/paper")
    theirs = Path(f"outputs/paper-chase.{kind}")
    if kind == "md":
        theirs.write_text(
            theirs.read_text(encoding="utf-8").replace("Half", "All") + "\nDone by May.\n", encoding="utf-8"
        )
    else:
        book = openpyxl.load_workbook(theirs)
        book["Chase list"]["I2"] = "Done by May."
        content = io.BytesIO()
        book.save(content)
        theirs.write_bytes(content.getvalue())
    kept = theirs.read_bytes()

    assert run("inputs/paper").exit_code == 0
    assert theirs.read_bytes() == kept
    assert len(list(Path("outputs").glob(f"paper-chase*.{kind}"))) == 2


def test_wrong_data_is_said_and_nothing_is_written(here):
    """The errors are those of the check, with exit code 1."""
    a_folder(here / "inputs" / "wrong", plan=PLAN.replace("Green", "Pink"))

    result = run("inputs/wrong")

    assert (result.exit_code, "AP001" in result.output) == (1, True)
    assert not Path("outputs").exists()


def test_what_the_list_is_about_does_not_stop_it(here):
    """An action on track past its day is an error of the paper, and just what is to be chased."""
    assert CliRunner().invoke(main, ["check", "inputs/paper"]).exit_code == 1
    assert run("inputs/paper").exit_code == 0


def test_a_paper_without_a_plan_ends_with_a_sentence(here):
    """There is nobody to chase: exit code 3."""
    a_folder(here / "inputs" / "bare", plan=None, report=REPORT)

    result = run("inputs/bare")

    assert (result.exit_code, "this paper has no action plan" in result.output) == (3, True)


def test_the_example_has_somebody_to_chase(here):
    """The list of the reference case, counted by hand."""
    result = run(EXAMPLE)

    assert result.exit_code == 0
    assert [row["Ref"] for row in rows("outputs/jtai-2021-03-chase.xlsx")] == ["1.1", "1.5", "1.7", "2.1"]
