"""Wrong inputs through the real command line: every fault is said at its place, and nothing is written."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import openpyxl
import pytest
from click.testing import CliRunner, Result

from papers.cli import main
from papers.findings import Place
from tests.builders import NARRATIVE, PLAN, REPORT, TEMPLATES, a_folder, a_workbook

_FINDING = re.compile(r"  (?:(?P<where>.+?): )?(?P<code>[A-Z]{2}\d{3}) (?P<severity>error|warning|note): (?P<words>.+)")


class Said(NamedTuple):
    """One finding as the command prints it; `where` is its place in the file, "" the file as a whole."""

    file: str
    where: str
    code: str
    severity: str
    sentence: str
    remedy: str


@dataclass(frozen=True)
class Fault:
    """What is wrong in one file of a paper, and what must be said about it: at least these words."""

    name: str
    inputs: dict[str, str | bytes]
    code: str
    where: str
    sentence: str
    remedy: str


@pytest.fixture(autouse=True)
def _away_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs start in an empty folder, with a cache of their own."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def run(*arguments: object) -> Result:
    """One run of `papers`, which may end by itself or by exiting, and never with a traceback."""
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    return result


def build(folder: Path) -> Result:
    """`papers build FOLDER --out out`, which must write nothing anywhere unless it succeeds."""
    root = Path.cwd()
    before = files_in(root)
    result = run("build", folder, "--out", root / "out")
    if result.exit_code:
        assert files_in(root) == before, "a failed build has written"
    return result


def files_in(folder: Path) -> dict[str, bytes | None]:
    """Every file and folder below `folder`, with what it holds; a folder holds None."""
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


def said_in(output: str) -> list[Said]:
    """The findings that the command printed, in its order."""
    found: list[Said] = []
    file = ""
    for line in output.splitlines():
        if match := _FINDING.fullmatch(line):
            found.append(Said(file, match["where"] or "", match["code"], match["severity"], match["words"], ""))
        elif line.startswith("      "):
            found[-1] = found[-1]._replace(remedy=line.strip())
        elif line and not line.startswith(" "):
            file = line
    return found


def report(old: str, new: str) -> dict[str, str | bytes]:
    """The inputs of a paper whose report.yaml says `new` where the good one says `old`."""
    assert REPORT.count(old) == 1, old
    return {"report": REPORT.replace(old, new)}


def narrative(added: str) -> dict[str, str | bytes]:
    """The inputs of a paper whose narrative ends in `added`, which starts in line 10."""
    return {"narrative": f"{NARRATIVE}\n{added}\n"}


def plan(old: str, new: str) -> dict[str, str | bytes]:
    """The inputs of a paper whose sheet says `new` where the good one first says `old`."""
    assert old in PLAN, old
    return {"plan": PLAN.replace(old, new, 1)}


YAML = [
    Fault(
        "an unknown key",
        report("exempt: no", "exempt: no\npublication_dat: 2021-03-08"),
        "RP001", "line 12, publication_dat", 'there is no key "publication_dat"', 'Did you mean "publication_date"?',
    ),
    Fault(
        "an unknown key inside another",
        report("  external: The partners.", "  external: The partners.\n  internl: The boards."),
        "RP001", "line 26, consultations.internl", 'there is no key "internl"', 'Did you mean "internal"?',
    ),
    Fault(
        "a key like no other",
        report("exempt: no", "exempt: no\nzzz: 1"),
        "RP001", "line 12, zzz", 'there is no key "zzz"', "subject, report_of, wards_affected",
    ),
    Fault(
        "a key twice",
        report("portfolio: Children", "portfolio: Children\nportfolio: Health"),
        "YA002", "line 9, portfolio", '"portfolio" is written twice, first in line 8', "Keep one of the two",
    ),
    Fault(
        "a required key missing",
        report("portfolio: Children\n", ""),
        "RP002", "portfolio", "portfolio is missing", "Sefton Council needs it in every report",
    ),
    Fault(
        "a required key missing inside another",
        report("  capital: No capital cost.\n", ""),
        "RP002", "line 17, costs.capital", "costs.capital is missing", "Sefton Council needs it",
    ),
    Fault(
        "a required text empty",
        report("reasons: The Committee asked for it.", "reasons:"),
        "RP002", "line 15, reasons", "reasons is empty", "Sefton Council needs it",
    ),
    Fault(
        "a required list of empty items",
        report("  - Note the progress.", '  - ""\n  -'),
        "RP002", "line 13, recommendations", "recommendations is empty", "Sefton Council needs it",
    ),
    Fault(
        "a date that does not exist",
        report("2021-03-16", "31 February 2021"),
        "RP003", "line 4, meeting_date", '"31 February 2021" is not a date', "2021-03-16 or 16 March 2021",
    ),
    Fault(
        "a month where a day is wanted",
        report("2021-03-16", "March 2021"),
        "RP003", "line 4, meeting_date", '"March 2021" is not a date', "2021-03-16 or 16 March 2021",
    ),
    Fault(
        "neither yes nor no",
        report("key_decision: no", "key_decision: perhaps"),
        "RP003", "line 9, key_decision", '"perhaps" is neither yes nor no', "Write yes or no",
    ),
    Fault(
        "a council misspelt",
        report("council: sefton", "council: seftom"),
        "RP004", "line 2, council", '"seftom"', 'Did you mean "sefton"?',
    ),
    Fault(
        "no council",
        report("council: sefton\n", ""),
        "RP002", "council", "council is missing", '"sefton"',
    ),
    Fault(
        "an empty file",
        {"report": ""},
        "RP002", "council", "council is missing", '"sefton"',
    ),
    Fault(
        "a list where text is wanted",
        report("portfolio: Children", "portfolio:\n  - Children\n  - Health"),
        "RP003", "line 8, portfolio", "is a list", "Write the text after the colon",
    ),
    Fault(
        "a list where Markdown is wanted",
        report("summary: How the plan stands.", "summary:\n  - How the plan stands."),
        "RP003", "line 12, summary", "is a list", "Write the text after the colon",
    ),
    Fault(
        "text where a list is wanted",
        report("recommendations:\n  - Note the progress.", "recommendations: Note the progress."),
        "RP003", "line 13, recommendations", '"Note the progress." is not a list', 'starts with "- "',
    ),
    Fault(
        "text where keys are wanted",
        report("exempt: no", "exempt: no\ninspection: Ofsted came"),
        "RP003", "line 12, inspection", '"Ofsted came" has no keys of its own', 'Write a line below it for name',
    ),
    Fault(
        "a paragraph that Schedule 12A has not",
        report("exempt: no", "exempt:\n  paragraphs: [8]\n  public_interest: It would harm them."),
        "RP003", "line 12, exempt.paragraphs[1]", '"8" is too large', "7",
    ),
    Fault(
        "an exempt report",
        report("exempt: no", "exempt:\n  paragraphs: [1]\n  public_interest: It would harm them."),
        "EX001", "line 11, exempt", "the report is exempt", "publish it apart",
    ),
    Fault(
        "indentation that does not line up",
        report("  revenue: No additional cost.", "   revenue: No additional cost."),
        "YA001", "line 19", "this cannot be read as YAML", "Check the indentation",
    ),
    Fault(
        "a colon in a text without quotes",
        report("subject: Action plan", "subject: Action plan: progress"),
        "YA001", "line 5", "this cannot be read as YAML", "goes in quotes or after |",
    ),
    Fault(
        "a list at the top",
        {"report": "- council\n- sefton\n"},
        "YA003", "line 1", "not a list of keys and values", 'Write "key: value" lines',
    ),
    Fault(
        "an alias for a text",
        report(
            "reasons: The Committee asked for it.\nalternatives: Not reporting was rejected, as members want to know.",
            "reasons: &a The Committee asked for it.\nalternatives: *a",
        ),
        "YA004", "line 16, alternatives", "an alias (*) stands here", "Write the value out",
    ),
    Fault(
        "a heading in a text",
        report("summary: How the plan stands.", "summary: |\n  # Summary\n\n  How the plan stands."),
        "NV005", "line 12, summary", "a heading cannot stand in this text", "Put it into the narrative",
    ),
    Fault(
        "a picture in a text",
        report("  - Note the progress.", "  - Note ![the map](map.png)"),
        "MD002", "line 14, recommendations[1]", "a picture cannot stand here", "Describe in words what it shows",
    ),
]  # fmt: skip

MARKDOWN = [
    Fault(
        "a picture",
        narrative("See ![the map](map.png)."),
        "MD002", "line 10", "a picture cannot stand here", "Describe in words what it shows",
    ),
    Fault(
        "a heading of level 3",
        narrative("### Detail"),
        "NV002", "line 10", "a heading of level 3 cannot stand here", "Use # for a section or ## inside one",
    ),
    Fault(
        "text before the first heading",
        {"narrative": f"The plan so far.\n{NARRATIVE}"},
        "NV001", "line 1", "stands before the first heading", 'Start the narrative with "# Heading"',
    ),
    Fault(
        "a link to a file",
        narrative("See [the plan](plan.docx)."),
        "MD003", "line 10", 'the link to "plan.docx" is not a web address', "starting with https:// or mailto:",
    ),
    Fault(
        "a link to a file on a drive",
        narrative("See [the plan](file:///S:/plan.docx)."),
        "MD003", "line 10", '"file:///S:/plan.docx" is not a web address', "starting with https:// or mailto:",
    ),
    Fault(
        "program code",
        narrative("```\nprint()\n```"),
        "MD002", "line 10", "program code cannot stand here", "Write it as text",
    ),
    Fault(
        "a list in a quotation",
        narrative("> - one"),
        "MD002", "line 10", "only paragraphs can stand after >", "Leave the > out",
    ),
    Fault(
        "a heading without words",
        narrative("#\n\nMore."),
        "NV003", "line 10", "this heading has no words", "Write the heading after #",
    ),
]  # fmt: skip

WORKBOOK = [
    Fault(
        "a heading missing",
        {"plan": "Ref | Action | Lead | Due\n1 | Train | Head | TBC"},
        "AP002", "Actions!A1", "there is no column RAG", 'Add a column headed "RAG"',
    ),
    Fault(
        "a heading misspelt",
        plan("| Lead ", "| Laed "),
        "AP002", "Actions!A1", "there is no column Lead", 'Did you mean "Laed"? Then rename that heading to "Lead"',
    ),
    Fault(
        "no headings at all",
        {"plan": "Our plan\nof action"},
        "AP002", "Actions", "there is no row of headings", "Ref, Action, Lead, Due and RAG",
    ),
    Fault(
        "a second heading for one column",
        plan("| Progress ", "| Due"),
        "AP005", "Actions!F1", '"Due" is a second Due column; the first is E1', "Keep one",
    ),
    Fault(
        "two other words for one column",
        {"plan": "Ref|Action|Lead|Deadline|Timescale|RAG\n1|Train|Head|2021|2022|Green"},
        "AP005", "Actions!E1", '"Timescale" is a second Due column; the first is D1', "Keep one",
    ),
    Fault(
        "a status misspelt",
        plan("| Amber", "| Ambr"),
        "AP001", "Actions!G2", 'RAG is "Ambr"', 'Did you mean "Amber"?',
    ),
    Fault(
        "a status of no scheme",
        plan("| Amber", "| 1"),
        "AP001", "Actions!G2", 'RAG is "1"', 'Write "Green: completed", "Amber: on track", "Red: off track"',
    ),
    Fault(
        "no RAG",
        plan("| Amber", "|"),
        "AP001", "Actions!G2", "RAG is empty", 'Write "Green: completed"',
    ),
    Fault(
        "no Lead",
        plan("| Inspector ", "|"),
        "AP001", "Actions!D2", "Lead is empty", "Fill in Lead, or delete the row",
    ),
    Fault(
        "no Action",
        plan("| Train call staff ", "|"),
        "AP001", "Actions!C2", "Action is empty", "Fill in Action, or delete the row",
    ),
    Fault(
        "no Due",
        plan("| End March 2021 ", "|"),
        "AP001", "Actions!E2", "Due is empty", '"End March 2021", "Q4 2020/21", "Ongoing" or "TBC"',
    ),
    Fault(
        "due words without days",
        plan("| End March 2021 ", "| When we can"),
        "AP001", "Actions!E2", 'Due is "When we can"', "Write a date, or words like",
    ),
    Fault(
        "a due day that does not exist",
        plan("| End March 2021 ", "| 31/02/2021"),
        "AP001", "Actions!E2", 'Due is "31/02/2021"', "Write a date, or words like",
    ),
    Fault(
        "a due day without its year",
        plan("| End March 2021 ", "| End March"),
        "AP001", "Actions!E2", 'Due is "End March"', "Write its year too",
    ),
    Fault(
        "a revised due that says nothing",
        {"plan": "Ref|Action|Lead|Due|Revised due|RAG\n1|Train|Head|TBC|soon|Green"},
        "AP001", "Actions!E2", 'Revised due is "soon"', "Write a date, or words like",
    ),
    Fault(
        "a Ref twice",
        plan("    1.2 |", "    1.1 |"),
        "AP003", "Actions!A3", 'Ref "1.1" is used twice, first in A2', "Give each action its own",
    ),
    Fault(
        "no Ref",
        plan("    1.2 |", "    |"),
        "AP004", "Actions!A3", "this row has no Ref", "Give the action a Ref, or delete the row",
    ),
    Fault(
        "Exempt neither yes nor no",
        {"plan": "Ref|Action|Lead|Due|RAG|Exempt\n1|Train|Head|TBC|Green|maybe"},
        "AP001", "Actions!F2", 'Exempt is "maybe"', "Write yes or no",
    ),
    Fault(
        "an exempt row",
        {"plan": "Ref|Action|Lead|Due|RAG|Exempt\n1.1|Train|Head|TBC|Green|yes"},
        "EX001", "Actions!F2", "action 1.1 is exempt", "publish it apart",
    ),
    Fault(
        "a priority that the sheet Priorities has not",
        {"plan": "Ref|Priority|Action|Lead|Due|RAG\n1|Timely hlp|Train|Head|TBC|Green",
         "Priorities": "Ref | Priority\nA | Timely help"},
        "AP001", "Actions!B2", 'Priority is "Timely hlp"', 'Did you mean "Timely help"?',
    ),
    Fault(
        "a priority without words",
        {"plan": PLAN, "Priorities": "Ref | Priority\nA | Timely help\nB |"},
        "AP001", "Priorities!B3", "Priority is empty", "Fill it in or delete the row",
    ),
    Fault(
        "no actions",
        {"plan": "Ref | Action | Lead | Due | RAG"},
        "AP008", "Actions!A2", "there are no actions", "Write one action a row",
    ),
    Fault(
        "an action on track after its due day",
        plan("| End March 2021 ", "| End January 2021 "),
        "AP101", "Actions!G2", 'action 1.1 is "Amber: on track" but was due by 31 January 2021', "revised due date",
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("file", "fault"),
    [
        pytest.param(file, fault, id=f"{file}: {fault.name}")
        for file, faults in (("report.yaml", YAML), ("narrative.md", MARKDOWN), ("action-plan.xlsx", WORKBOOK))
        for fault in faults
    ],
)
def test_a_wrong_input_is_said_alone_at_its_place_and_nothing_is_written(tmp_path: Path, file: str, fault: Fault):
    """One fault is one error: its code, its place, the value found and what to do; the run ends with 1."""
    folder = a_folder(tmp_path / "in" / "paper", **fault.inputs)

    result = build(folder)

    assert result.exit_code == 1
    errors = [said for said in said_in(result.output) if said.severity == "error"]
    assert [(said.file, said.code, said.where) for said in errors] == [
        ((folder / file).as_posix(), fault.code, fault.where)
    ], result.output
    assert fault.sentence in errors[0].sentence
    assert fault.remedy in errors[0].remedy
    assert "nothing was built, 1 error" in result.output


def test_a_misspelt_required_key_is_said_with_the_key_that_was_meant(tmp_path: Path):
    """A key the council needs, misspelt, is said where it stands, so that the author need not add another."""
    folder = a_folder(tmp_path / "in" / "paper", **report("  legal: Children Act 2004.", "  legl: Children Act 2004."))

    result = build(folder)

    assert result.exit_code == 1
    (said,) = [said for said in said_in(result.output) if said.code == "RP001"]
    assert (said.where, said.remedy) == ("line 22, implications.legl", 'Did you mean "legal"?')
    assert 'no key "legl" in implications' in said.sentence


def test_a_report_that_is_not_utf_8_is_refused_at_the_line_of_its_first_wrong_letter(tmp_path: Path):
    """A report saved in an old Windows encoding is one error, in the line that shows it."""
    folder = a_folder(tmp_path / "in" / "paper")
    (folder / "report.yaml").write_bytes(REPORT.replace("All Wards", "Café Ward").encode("cp1252"))

    result = build(folder)

    assert result.exit_code == 1
    (said,) = said_in(result.output)
    assert (said.where, said.code, said.remedy) == ("line 7", "YA001", "Save the file as UTF-8")


def test_a_narrative_that_is_not_utf_8_is_refused_at_the_line_of_its_first_wrong_letter(tmp_path: Path):
    """The same for the narrative."""
    folder = a_folder(tmp_path / "in" / "paper")
    (folder / "narrative.md").write_bytes("# Background\n\nThe café is open.\n".encode("cp1252"))

    result = build(folder)

    assert result.exit_code == 1
    (said,) = said_in(result.output)
    assert (said.where, said.code, said.remedy) == ("line 3", "MD001", "Save the file as UTF-8")


@pytest.mark.parametrize("letter", [r"\ud800", r"\uffff", r"\x00", r"\x07"])
def test_a_letter_that_no_document_can_carry_causes_no_traceback(tmp_path: Path, letter: str):
    """A text with an escaped control character or half a letter is either refused or built without it."""
    folder = a_folder(tmp_path / "in" / "paper", **report("subject: Action plan", f'subject: "Action {letter}plan"'))

    result = build(folder)

    if result.exit_code == 0:
        words = "".join(words_of(path) for path in (tmp_path / "out" / "paper").glob("*.docx"))
        assert "Action plan" in words
        assert "Action plan" in (tmp_path / "out" / "paper" / "manifest.json").read_text(encoding="utf-8")
    else:
        (said,) = said_in(result.output)
        assert (result.exit_code, said.where) == (1, "line 5, subject")


def test_a_sheet_that_is_not_called_actions_is_said_with_the_name_to_give_it(tmp_path: Path):
    """A workbook without the sheet Actions is told which sheets it has, and to name one Actions."""
    folder = a_folder(tmp_path / "in" / "paper", plan=a_book("Action plan"))

    result = build(folder)

    assert result.exit_code == 1
    (said,) = said_in(result.output)
    assert (said.file, said.where, said.code) == ((folder / "action-plan.xlsx").as_posix(), "", "AP007")
    assert 'there is no sheet Actions, only "Action plan"' in said.sentence
    assert "Actions" in said.remedy


def test_a_hidden_sheet_is_not_read(tmp_path: Path):
    """A workbook whose only plan is hidden is an error: what an officer hides is not for publication."""
    book = openpyxl.load_workbook(io.BytesIO(a_workbook()))
    book["Actions"].sheet_state = "hidden"
    book.create_sheet("Notes")
    book.active = 1
    folder = a_folder(tmp_path / "in" / "paper", plan=saved(book))

    result = build(folder)

    assert result.exit_code == 1
    hidden, missing = sorted(said_in(result.output), key=lambda said: said.code, reverse=True)
    assert (hidden.code, hidden.severity, missing.code) == ("WB001", "warning", "AP007")
    assert 'only "Notes"' in missing.sentence


def a_book(*sheets: str) -> bytes:
    """A workbook of empty sheets of these names."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name in sheets:
        book.create_sheet(name)
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def with_sheet_xml(xml: str) -> bytes:
    """A workbook whose sheet Actions is `xml` as it stands."""
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_workbook())) as good, zipfile.ZipFile(content, "w") as spoilt:
        for part in good.namelist():
            spoilt.writestr(part, xml if part.endswith("sheet1.xml") else good.read(part))
    return content.getvalue()


def zipped(**parts: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return content.getvalue()


def far_cell(row: int, column: int) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(a_workbook()))
    book["Actions"].cell(row, column, "far away")
    return saved(book)


_OLD_XLS = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
_ENTITIES = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]><worksheet>&c;</worksheet>'
_SAVE_AS = "save it as Excel Workbook (.xlsx)"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        pytest.param(
            lambda: b"Ref,Action,Lead\n1,Train,Head\n", ("not an Excel workbook", _SAVE_AS), id="text renamed"
        ),
        pytest.param(lambda: b"", ("not an Excel workbook", _SAVE_AS), id="nothing"),
        pytest.param(lambda: _OLD_XLS, ("password", ".xls kind", _SAVE_AS), id="an old .xls or a password"),
        pytest.param(lambda: a_workbook()[:3000], ("not an Excel workbook", _SAVE_AS), id="half a workbook"),
        pytest.param(
            lambda: (TEMPLATES / "sefton" / "report.docx").read_bytes(), ("no workbook", _SAVE_AS), id="a Word file"
        ),
        pytest.param(lambda: zipped(readme="Hello"), ("no workbook", _SAVE_AS), id="a zip of something else"),
        pytest.param(
            lambda: zipped(**{"xl/workbook.xml": "<workbook/>"}), ("damaged", "save it again"), id="one part alone"
        ),
        pytest.param(lambda: with_sheet_xml("<worksheet><row"), ("damaged", "save it again"), id="a broken sheet"),
        pytest.param(lambda: with_sheet_xml(_ENTITIES), ("sheet1.xml", "document type"), id="a sheet with entities"),
        pytest.param(lambda: b"PK" + bytes(50_000_000), ("larger than 50 MB", "right workbook?"), id="too large"),
        pytest.param(
            lambda: far_cell(2, 300), ("sheet Actions", "200 columns", "delete the empty ones"), id="too wide"
        ),
        pytest.param(
            lambda: far_cell(100_002, 1), ("sheet Actions", "100,000 rows", "delete the empty ones"), id="too long"
        ),
    ],
)
def test_what_is_no_workbook_is_refused_in_one_line(
    tmp_path: Path, content: Callable[[], bytes], words: tuple[str, ...]
):
    """A file that cannot be read as a workbook ends the run with 3, its name and what to do."""
    folder = a_folder(tmp_path / "in" / "paper", plan=content())

    result = build(folder)

    assert result.exit_code == 3
    assert result.output.startswith(f"{(folder / 'action-plan.xlsx').as_posix()}: ")
    assert result.output.count("\n") == 1
    assert [word for word in words if word not in result.output] == []


def renamed(old: str, new: str) -> Callable[[Path], object]:
    return lambda folder: (folder / old).rename(folder / new)


def a_folder_instead(name: str) -> Callable[[Path], object]:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return spoil


def naming_the_workbook(name: str) -> Callable[[Path], object]:
    added = f"action_plan:\n  workbook: {name}\n"
    return lambda folder: (folder / "report.yaml").write_text(REPORT + added, encoding="utf-8")


def named_and_there(name: str) -> Callable[[Path], object]:
    def spoil(folder: Path) -> None:
        naming_the_workbook(name)(folder)
        renamed("action-plan.xlsx", name)(folder)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "file", "words"),
    [
        pytest.param(renamed("report.yaml", "old.txt"), "report.yaml", "there is no such file", id="no report"),
        pytest.param(renamed("report.yaml", "reprot.yaml"), "report.yaml", 'mean "reprot.yaml"?', id="misspelt report"),
        pytest.param(a_folder_instead("report.yaml"), "report.yaml", "this is a folder", id="a folder report.yaml"),
        pytest.param(renamed("narrative.md", "x.docx"), "narrative.md", "there is no such file", id="no narrative"),
        pytest.param(
            renamed("narrative.md", "narative.md"), "narrative.md", 'mean "narative.md"?', id="misspelt narrative"
        ),
        pytest.param(a_folder_instead("narrative.md"), "narrative.md", "this is a folder", id="a folder narrative.md"),
        pytest.param(
            a_folder_instead("action-plan.xlsx"), "action-plan.xlsx", "this is a folder", id="a folder action-plan.xlsx"
        ),
        pytest.param(
            naming_the_workbook("action-plans.xlsx"),
            "action-plans.xlsx", 'did you mean "action-plan.xlsx"?', id="a workbook named that is not there",
        ),
        pytest.param(
            named_and_there("plan.ods"), "plan.ods", "a .ods cannot be read here; use .xlsx", id="another format"
        ),
    ],
)  # fmt: skip
def test_a_file_that_is_missing_or_none_is_said_in_one_line(
    tmp_path: Path, spoil: Callable[[Path], object], file: str, words: str
):
    """A file of the paper that is not there, or not a file, ends the run with 3 and its name."""
    folder = a_folder(tmp_path / "in" / "paper")
    spoil(folder)

    result = build(folder)

    assert result.exit_code == 3
    assert result.output.startswith(f"{(folder / file).as_posix()}: ")
    assert result.output.count("\n") == 1
    assert words in result.output


@pytest.mark.parametrize("command", ["build", "check"])
def test_a_folder_that_is_not_there_is_said_by_its_name(tmp_path: Path, command: str):
    """A paper that does not exist ends the run with 3 and what to name instead."""
    result = run(command, tmp_path / "nowhere")

    assert result.exit_code == 3
    assert "nowhere: there is no such folder; name the folder of a paper" in result.output


def test_a_good_paper_is_built_beside_one_that_cannot_be_read(tmp_path: Path):
    """One paper's missing folder keeps no other from being built; the run still ends with 3."""
    good = a_folder(tmp_path / "in" / "good")

    result = run("build", tmp_path / "in" / "missing", good, "--out", tmp_path / "out")

    assert result.exit_code == 3
    assert "missing: there is no such folder" in result.output
    assert (tmp_path / "out" / "good" / "report.docx").is_file()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["good"]


def test_an_output_that_cannot_be_written_ends_the_run_with_3(tmp_path: Path):
    """An --out below a file cannot be made; the author is told which."""
    folder = a_folder(tmp_path / "in" / "paper")
    (tmp_path / "full").write_text("not a folder", encoding="utf-8")

    result = run("build", folder, "--out", tmp_path / "full" / "outputs")

    assert result.exit_code == 3
    assert "full/outputs" in result.output
    assert (tmp_path / "full").read_text(encoding="utf-8") == "not a folder"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Missing argument 'PAPER...'"),
        (("in/paper", "--as-of", "soon"), "'soon'"),
        (("in/paper", "--as-of", "2021-02-30"), "'2021-02-30'"),
        (("in/paper", "--out", "in/paper/report.yaml"), "is a file"),
        (("in/paper", "--colour"), "No such option"),
        (("in/paper", "./in/paper/"), "two papers are called paper"),
    ],
)
def test_wrong_usage_ends_the_run_with_2(tmp_path: Path, arguments: tuple[str, ...], words: str):
    """A command written wrong is answered with what is wrong in it, and nothing is written."""
    a_folder(tmp_path / "in" / "paper")
    before = files_in(tmp_path)

    result = run("build", *arguments)

    assert result.exit_code == 2
    assert words in result.output
    assert files_in(tmp_path) == before


FAULTY_REPORT = REPORT.replace("2021-03-16", "soon").replace("portfolio:", "portfollio:").replace("FD.1234/21", "")
FAULTY_NARRATIVE = "# Background\n\nSee [it](it.docx).\n\n### Detail\n\nSee ![it](it.png).\n"
FAULTY_PLAN = """
    Ref | Action  | Lead | Due  | RAG   | Private notes
    1.1 |         | HoS  | Soon | Amber |
    1.1 | Recruit | HoS  | TBC  | Pink  |
    1.3 | Train   |      | TBC  | Red   |
"""
FAULTS = [
    ("report.yaml", "portfolio", "RP002"),
    ("report.yaml", "line 4, meeting_date", "RP003"),
    ("report.yaml", "line 8, portfollio", "RP001"),
    ("report.yaml", "line 26, consultations.finance_reference", "RP002"),
    ("narrative.md", "line 3", "MD003"),
    ("narrative.md", "line 5", "NV002"),
    ("narrative.md", "line 7", "MD002"),
    ("action-plan.xlsx", "Actions!F1", "AP006"),
    ("action-plan.xlsx", "Actions!B2", "AP001"),
    ("action-plan.xlsx", "Actions!D2", "AP001"),
    ("action-plan.xlsx", "Actions!A3", "AP003"),
    ("action-plan.xlsx", "Actions!E3", "AP001"),
    ("action-plan.xlsx", "Actions!C4", "AP001"),
]


def a_faulty_folder(folder: Path) -> Path:
    return a_folder(folder, plan=FAULTY_PLAN, report=FAULTY_REPORT, narrative=FAULTY_NARRATIVE)


def test_all_faults_in_all_files_are_said_in_one_run_in_their_order(tmp_path: Path):
    """The author learns everything at once: file after file, and in each from its top to its end."""
    folder = a_faulty_folder(tmp_path / "in" / "paper")

    result = build(folder)

    assert result.exit_code == 1
    assert [(Path(said.file).name, said.where, said.code) for said in said_in(result.output)] == FAULTS
    assert "nothing was built, 12 errors and 1 note" in result.output


def test_check_says_the_same_as_build_also_as_json(tmp_path: Path):
    """`papers check --format json` holds the findings of `papers build`, at the same places, for other programs."""
    folder = a_faulty_folder(tmp_path / "in" / "paper")

    text, checked = said_in(build(folder).output), run("check", folder, "--format", "json")

    assert checked.exit_code == 1
    rows = json.loads(checked.stdout)
    assert [
        Said(
            row["file"],
            Place(row["file"], row["sheet"], row["cell"], row["line"], row["key"]).in_file,
            row["code"],
            row["severity"],
            row["sentence"],
            row["remedy"][:1].upper() + row["remedy"][1:],
        )
        for row in rows
    ] == text
    assert [(row["line"], row["key"]) for row in rows if row["code"] == "RP003"] == [(4, "meeting_date")]
    assert [(row["sheet"], row["cell"]) for row in rows if row["code"] == "AP003"] == [("Actions", "A3")]


def test_check_as_text_says_the_same_as_build(tmp_path: Path):
    """`papers check` prints what `papers build` prints about the inputs, and writes nothing."""
    folder = a_faulty_folder(tmp_path / "in" / "paper")
    before = files_in(tmp_path)

    checked = run("check", folder)

    assert checked.exit_code == 1
    assert files_in(tmp_path) == before
    assert said_in(checked.output) == said_in(build(folder).output)


def test_findings_of_two_papers_keep_their_folders_apart(tmp_path: Path):
    """Two papers checked together each have their own findings; the worst decides how the run ends."""
    good, bad = a_folder(tmp_path / "in" / "good"), a_faulty_folder(tmp_path / "in" / "bad")

    result = run("check", good, bad)

    assert result.exit_code == 1
    assert f"{good.as_posix()}: nothing to report" in result.output
    assert {Path(said.file).parent for said in said_in(result.output)} == {bad}


@pytest.mark.parametrize(
    "picture",
    [
        pytest.param(
            """
            Joint inspection: action plan
            Position at March 2021 | Draft
            Ref | Partner    | Action           | Lead        | Due            | Progress       | RAG
            1.1 | Police     | Train call staff | Inspector   | End March 2021 | Half are done  | Amber
            1.2 | Early help | Publish a guide  | Head of SEN | 2020           | It is in use   | Green
            """,
            id="title rows",
        ),
        pytest.param(
            """
            | |
            Ref | Partner    | Action           | Lead        | Due            | Progress       | RAG
            | |
            1.1 | Police     | Train call staff | Inspector   | End March 2021 | Half are done  | Amber
            | |
            | |
            1.2 | Early help | Publish a guide  | Head of SEN | 2020           | It is in use   | Green
            | |
            """,
            id="blank rows",
        ),
        pytest.param(
            """
            RAG   | Progress       | Ref | Lead        | Due            | Action           | Partner
            Amber | Half are done  | 1.1 | Inspector   | End March 2021 | Train call staff | Police
            Green | It is in use   | 1.2 | Head of SEN | 2020           | Publish a guide  | Early help
            """,
            id="other order",
        ),
        pytest.param(
            """
            NO. | Lead agency | What?            | Who?        | BY WHEN        | Current position | R/A/G
            1.1 | Police      | Train call staff | Inspector   | End March 2021 | Half are done    | on track
            1.2 | Early help  | Publish a guide  | Head of SEN | 2020           | It is in use     | COMPLETED
            """,
            id="other words",
        ),
    ],
)
def test_a_sheet_drawn_another_way_builds_the_same_appendix(tmp_path: Path, picture: str):
    """Title rows, blank rows, another order of columns and officers' own headings change nothing that is printed."""
    plain = a_folder(tmp_path / "plain" / "paper")
    drawn = a_folder(tmp_path / "drawn" / "paper", plan=picture)

    results = [run("build", folder, "--out", folder.parent / "out") for folder in (plain, drawn)]

    assert [result.exit_code for result in results] == [0, 0]
    assert "nothing to report" in results[1].output
    for name in ("report.docx", "summary.docx", "appendix-1.docx"):
        one, other = (tmp_path / which / "out" / "paper" / name for which in ("plain", "drawn"))
        assert one.read_bytes() == other.read_bytes(), name


@pytest.mark.parametrize("refs", [("1",), ("1", "2"), ("0", "1", "2", "3"), ("Amber", "Red"), ("A & B", "<1>")])
def test_any_refs_that_officers_give_are_built(tmp_path: Path, refs: tuple[str, ...]):
    """Actions may be numbered 1, 2, 3, as the counts of the key are, or have any other words for a Ref."""
    drawn = "\n".join(
        f"{ref} | Train | Head | 2021 | {rag}" for ref, rag in zip(refs, ("Amber", "Red") * 2, strict=False)
    )
    folder = a_folder(tmp_path / "in" / "paper", plan=f"Ref | Action | Lead | Due | RAG\n{drawn}")

    result = run("build", folder, "--out", tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert f"{len(refs)} action{'s' if len(refs) > 1 else ''}:" in result.output


def words_of(path: Path) -> str:
    """All of a document's parts, as they stand and once more without their tags."""
    with zipfile.ZipFile(path) as package:
        parts = "\n".join(f"{name}\n{package.read(name).decode('utf-8', 'replace')}" for name in package.namelist())
    return parts + "\n" + re.sub(r"<[^>]*>", "", parts)


def test_an_unknown_column_is_noted_and_appears_nowhere(tmp_path: Path):
    """A column of the officer's own is named in a note, and neither its heading nor its words are in any output."""
    folder = a_folder(
        tmp_path / "in" / "paper",
        plan="""
        Ref | Action           | Private notes | Lead      | Due            | RAG
        1.1 | Train call staff | Zebedee fears | Inspector | End March 2021 | Amber
        1.2 | Publish a guide  | Quagmire      | Head      | 2020           | Green
        """,
    )

    result = build(folder)

    assert result.exit_code == 0
    (said,) = (each for each in said_in(result.output) if each.code != "AP104")
    assert (said.code, said.severity, said.where) == ("AP006", "note", "Actions!C1")
    assert said.sentence == 'column "Private notes" is not published'
    published = sorted((tmp_path / "out").rglob("*.*"))
    assert [path.name for path in published] == [
        "appendix-1.docx", "briefing.pptx", "manifest.json", "report.docx", "summary.docx",
    ]  # fmt: skip
    everything = "".join(
        path.read_text(encoding="utf-8") if path.suffix == ".json" else words_of(path) for path in published
    )
    assert "Train call staff" in everything
    assert [word for word in ("Private notes", "Zebedee", "fears", "Quagmire") if word in everything] == []
