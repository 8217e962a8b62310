"""The two example papers, built from their folders and opened again."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter

import pytest

from papers.pipeline import build
from tests.builders import AROUND, REPORT, ROOT, a_folder
from tests.documents.opened import (
    DOCUMENTS,
    PAPERS,
    W,
    as_printed,
    built,
    council_yaml,
    fill,
    folded,
    numbered_blocks,
    paragraphs,
    report_yaml,
    sheet,
    tables,
    value,
    words,
    xml,
)

NOT_APPLICABLE = "Not applicable to this report."

# The headings of the published paper of 16 March 2021, in its order, by their level.
DECISION_BLOCK = [
    (1, "Summary"),
    (1, "Recommendation(s)"),
    (1, "Reasons for the Recommendation(s)"),
    (1, "Alternative Options Considered and Rejected (including any Risk Implications)"),
    (1, "What will it cost and how will it be financed?"),
    (2, "(A) Revenue Costs"),
    (2, "(B) Capital Costs"),
    (1, "Implications of the Proposals"),
    (2, "Resource Implications (Financial, IT, Staffing and Assets)"),
    (2, "Legal Implications"),
    (2, "Equality Implications"),
    (1, "Contribution to the Council’s Core Purpose"),
    (2, "Protect the most vulnerable"),
    (2, "Facilitate confident and resilient communities"),
    (2, "Commission, broker and provide core services"),
    (2, "Place: leadership and influencer"),
    (2, "Drivers of change and reform"),
    (2, "Facilitate sustainable economic prosperity"),
    (2, "Greater income for social investment"),
    (2, "Cleaner Greener"),
    (1, "What consultations have taken place on the proposals and when?"),
    (2, "(A) Internal Consultations"),
    (2, "(B) External Consultations"),
    (1, "Implementation Date for the Decision"),
    (1, "Contact Officer"),
    (1, "Appendices"),
    (1, "Background Papers"),
]


@pytest.fixture(scope="session", params=PAPERS)
def paper(request):
    """The name of each example paper."""
    return request.param


def headings(content):
    """The headings of a document with their level."""
    return [
        (int(shown.style[-1]), shown.text) for shown in paragraphs(content) if shown.style.lower().startswith("heading")
    ]


def statuses():
    """The statuses of the scheme by their colour, as council.yaml has them."""
    return {status["colour"]: status for status in council_yaml()["rag"]}


def status_of(row):
    """The status of the workbook's row, found by its colour word."""
    return statuses()[row["RAG"].split(":")[0].strip().capitalize()]


def printed(status):
    """A status as papers print it."""
    return f"{status['colour']}: {status['label']}"


def cell_words(table):
    """The words of a table's cells, a list a row."""
    return [[words(cell) for cell in row] for row in table]


# The set


def test_a_paper_is_three_documents_its_slides_and_a_manifest(paper):
    """The files have the names of the contract, and there are no others."""
    assert set(built(paper)) == {*DOCUMENTS, "briefing.pptx", "manifest.json"}


def test_the_manifest_names_every_input_template_and_output_by_its_digest(paper):
    """The digests of the manifest are those of the files themselves."""
    manifest = json.loads(built(paper)["manifest.json"])

    here = ROOT / "inputs" / paper
    last = ["action-plan.xlsx", "report.yaml"] if paper == "jtai-2021-03" else []
    names = [*(f"../jtai-2020-09/{name}" for name in last), *(path.name for path in here.iterdir())]
    assert manifest["inputs"] == {name: sha256((here / name).read_bytes()) for name in sorted(names)}
    assert manifest["templates"] == {
        path.relative_to(ROOT).as_posix(): sha256(path.read_bytes())
        for path in sorted((ROOT / "templates" / "sefton").iterdir())
    }
    assert manifest["outputs"] == {name: sha256(built(paper)[name]) for name in sorted((*DOCUMENTS, "briefing.pptx"))}


def sha256(content):
    """A digest by the standard library."""
    return hashlib.sha256(content).hexdigest()


# The report


def test_the_report_has_every_heading_of_the_published_paper_in_its_order(paper):
    """The decision block comes first, as members are used to, then the sections of the narrative."""
    sections = [(1, text) for label, text in numbered_blocks(paper) if label.endswith(".")]

    assert headings(built(paper)["report.docx"]) == DECISION_BLOCK + sections


def test_the_cover_says_one_fact_a_row(paper):
    """The first table has nine rows of a label and its value."""
    cover = cell_words(tables(built(paper)["report.docx"])[0])

    assert [len(row) for row in cover] == [2] * 9
    assert dict(cover) == {
        "Report to": report_yaml(paper)["committee"],
        "Date of Meeting": as_printed(report_yaml(paper)["meeting_date"]),
        "Subject": report_yaml(paper)["subject"],
        "Report of": report_yaml(paper)["report_of"],
        "Wards Affected": report_yaml(paper)["wards_affected"],
        "Portfolio": report_yaml(paper)["portfolio"],
        "Is this a Key Decision": "No",
        "Included in Forward Plan": "No",
        "Exempt / Confidential Report": "No",
    }


def test_recommendations_are_numbered_by_word(paper):
    """Each recommendation is a list item that Word numbers (1), (2), with its author's words."""
    shown = [each for each in paragraphs(built(paper)["report.docx"]) if each.style == "Recommendation"]

    assert [(each.label, each.text) for each in shown] == [
        (f"({number})", folded(text)) for number, text in enumerate(report_yaml(paper)["recommendations"], 1)
    ]


def test_sections_and_paragraphs_are_numbered_by_words_multilevel_list(paper):
    """Counted as Word counts, sections are 1., 2. and paragraphs 1.1, 1.2, each in the style for it."""
    shown = paragraphs(built(paper)["report.docx"])
    start = next(index for index, each in enumerate(shown) if each.label == "1.")

    numbered = [each for each in shown[start:] if re.match(r"\d", each.label)]

    assert [(each.label, folded(each.text)) for each in numbered] == list(numbered_blocks(paper))
    for each in numbered:
        assert each.style == ("heading 1" if each.label.endswith(".") else "Numbered Paragraph")


def test_the_decision_block_has_no_numbers_before_its_headings(paper):
    """Only the narrative is numbered: a heading of the decision block carries no number."""
    shown = paragraphs(built(paper)["report.docx"])[: len(DECISION_BLOCK) + 5]

    assert {each.label for each in shown if each.style.startswith("heading")} == {""}


def test_bullets_are_words_own_bullets():
    """The four points below 1.1 are items of a bullet list, after two paragraphs without a number."""
    shown = paragraphs(built("jtai-2021-03")["report.docx"])
    start = next(index for index, each in enumerate(shown) if each.label == "1.1")

    assert [each.style for each in shown[start : start + 7]] == [
        "Numbered Paragraph",
        "Paragraph Continuation",
        "Paragraph Continuation",
        "List Bullet",
        "List Bullet",
        "List Bullet",
        "List Bullet",
    ]
    assert [each.label for each in shown[start : start + 7]] == ["1.1", "", "", "•", "•", "•", "•"]


def test_the_ratings_are_lettered_by_a_list_of_their_own():
    """The ordered list below 2.2 is lettered a. to e. by a fresh list that starts at one."""
    content = built("jtai-2021-03")["report.docx"]
    letters = [each for each in paragraphs(content) if each.style == "List Letter"]

    assert [(each.label, each.text.split(":")[0]) for each in letters] == list(
        zip(["a.", "b.", "c.", "d.", "e."], ["Green", "Amber", "Red", "Yellow", "Blue"], strict=True)
    )
    (used,) = {value(each.element.find(f"{W}pPr/{W}numPr"), "numId") for each in letters}
    style = next(s for s in xml(content, "word/styles.xml") if s.get(f"{W}styleId") == "ListLetter")
    assert used != value(style.find(f"{W}pPr/{W}numPr"), "numId")
    (fresh,) = [n for n in xml(content, "word/numbering.xml") if n.get(f"{W}numId") == used]
    assert value(fresh.find(f"{W}lvlOverride"), "startOverride") == "1"


def test_no_number_or_bullet_is_typed(paper):
    """No paragraph begins with digits, a letter or a sign that stands for a list."""
    for shown in paragraphs(built(paper)["report.docx"]):
        assert not re.match(r"\(?\d+[.)]|\d+\.\d+|[a-z][.)] |[•·\-–*] ", shown.text), shown.text


def test_a_core_purpose_without_text_says_that_it_does_not_apply(paper):
    """Every heading of the core purpose is followed by its text, or by the fixed sentence."""
    shown = paragraphs(built(paper)["report.docx"])
    said = report_yaml(paper).get("core_purpose") or {}

    for key, title in council_yaml()["core_purpose"].items():
        at = next(index for index, each in enumerate(shown) if each.text == title)
        expected = said.get(key) or NOT_APPLICABLE
        assert shown[at + 1].text == folded(expected.split("\n\n")[0])
    assert sum(each.text == NOT_APPLICABLE for each in shown) == len(council_yaml()["core_purpose"].keys() - said)


def test_the_texts_of_report_yaml_stand_under_their_headings(paper):
    """Each text comes out whole, a paragraph for each of the author's."""
    report = report_yaml(paper)
    shown = paragraphs(built(paper)["report.docx"])
    texts = {
        "Summary": report["summary"],
        "Reasons for the Recommendation(s)": report["reasons"],
        "(A) Revenue Costs": report["costs"]["revenue"],
        "Legal Implications": report["implications"]["legal"],
        "Equality Implications": report["implications"]["equality"],
        "(B) External Consultations": report["consultations"]["external"],
    }

    for heading, text in texts.items():
        at = next(index for index, each in enumerate(shown) if each.text == heading) + 1
        expected = [folded(part) for part in text.strip().split("\n\n")]
        assert [each.text for each in shown[at : at + len(expected)]] == expected


def test_the_references_of_finance_and_legal_officers_are_in_the_report(paper):
    """The sentence on internal consultation names both references."""
    text = "\n".join(each.text for each in paragraphs(built(paper)["report.docx"]))

    assert report_yaml(paper)["consultations"]["finance_reference"] in text
    assert report_yaml(paper)["consultations"]["legal_reference"] in text


# The appendix


def test_the_appendix_lies_landscape(paper):
    """Its page is A4 turned on its side."""
    (size,) = xml(built(paper)["appendix-1.docx"]).iter(f"{W}pgSz")

    assert (size.get(f"{W}w"), size.get(f"{W}h"), size.get(f"{W}orient")) == ("16838", "11906", "landscape")


def test_the_key_comes_before_any_action(paper):
    """The first heading and the first table explain the colours, with the number of actions of each."""
    content = built(paper)["appendix-1.docx"]
    counted = Counter(row["RAG"] for row in sheet(paper, "Actions"))

    assert headings(content)[0] == (1, "Key to the colours")
    assert cell_words(tables(content)[0])[1:] == [
        [printed(status), status["meaning"], str(counted[colour])] for colour, status in statuses().items()
    ]


def test_every_table_repeats_its_headings_and_keeps_rows_whole(paper):
    """The first row of each table of appendix and summary is a header row, no other is, and no row is split."""
    for name in ("appendix-1.docx", "summary.docx"):
        for table in xml(built(paper)[name]).iter(f"{W}tbl"):
            rows = table.findall(f"{W}tr")
            headers = [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
            assert headers == [True] + [False] * (len(rows) - 1)
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_every_action_stands_once_under_its_priority_in_the_order_of_the_workbook(paper):
    """The tables hold the workbook's Refs, each under the heading of its priority, and nothing else."""
    expected = {
        f"Priority {priority['Ref']}: {priority['Priority']}": [
            row["Ref"] for row in sheet(paper, "Actions") if row["Priority"] in (priority["Ref"], priority["Priority"])
        ]
        for priority in sheet(paper, "Priorities")
    }
    found, heading = {}, ""
    for element in xml(built(paper)["appendix-1.docx"]).find(f"{W}body"):
        if element.find(f"{W}pPr/{W}pStyle[@{W}val='Heading1']") is not None:
            heading = words(element)
        elif element.tag == f"{W}tbl" and heading.startswith("Priority"):
            found[heading] = [words(row.find(f"{W}tc")) for row in element.findall(f"{W}tr")[1:]]

    assert found == expected
    assert sum(map(len, found.values())) == len(sheet(paper, "Actions"))


def test_every_action_says_what_its_row_of_the_workbook_says(paper):
    """Partner, area, action, lead, dates, progress and impact are the officer's own words."""
    rows = {row["Ref"]: row for row in sheet(paper, "Actions")}

    for table in tables(built(paper)["appendix-1.docx"])[1:]:
        heads = [words(cell) for cell in table[0]]
        for cells in table[1:]:
            shown = dict(zip(heads, map(words, cells), strict=True))
            row = rows[shown["Ref"]]
            revised, impact = row.get("Revised due", ""), row.get("Impact", "")
            who = (shown["Lead"], shown["Partner"]) if "Partner" in shown else shown["Lead and partner"].split("\n")
            assert tuple(who) == (row["Lead"], row["Partner"])
            assert shown["Area for development"] == row["Area for development"]
            assert shown["Action"] == row["Action"]
            assert shown["Due"] == row["Due"] + (f"\nRevised: {revised}" if revised else "")
            news = [row["Progress"]] * bool(row["Progress"]) + [f"Impact: {impact}"] * bool(impact)
            assert shown["Progress and impact"] == ("\n".join(news) or "No update")


def test_every_status_is_a_word_in_its_colours(paper):
    """The RAG cell says colour and label, on the scheme's fill and in its text colour."""
    rows = {row["Ref"]: row for row in sheet(paper, "Actions")}

    for table in tables(built(paper)["appendix-1.docx"])[1:]:
        rag = cell_words(table)[0].index("RAG")
        for cells in table[1:]:
            status = status_of(rows[words(cells[0])])
            assert words(cells[rag]) == printed(status)
            assert fill(cells[rag]) == status["fill"]
            assert {value(run.find(f"{W}rPr"), "color") for run in cells[rag].iter(f"{W}r")} == {status["text"]}


def test_an_amber_action_says_so():
    """The cell of an action on track reads "Amber: on track"."""
    content = built("jtai-2021-03")["appendix-1.docx"]
    rows = [row for table in tables(content)[1:] for row in cell_words(table)]

    assert "Amber: on track" in next(row for row in rows if row[0] == "1.2")


def test_every_status_has_a_contrast_of_at_least_seven_to_one():
    """Text on its fill keeps WCAG's enhanced contrast, 1.4.6."""
    for status in statuses().values():
        assert contrast(status["text"], status["fill"]) >= 7, status["colour"]


def test_contrast_is_computed_as_wcag_computes_it():
    """Black on white is 21 to 1, and the grey that just passes AA is 4.5 to 1."""
    assert round(contrast("000000", "FFFFFF"), 2) == 21
    assert round(contrast("767676", "FFFFFF"), 2) == 4.54


def contrast(one, other):
    """The contrast of two colours by WCAG 2.2."""

    def luminance(colour):
        channels = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_tables_are_plain_for_screen_readers(paper, name):
    """No merged cells, no tables in tables, no empty cells."""
    document = xml(built(paper)[name])

    assert not list(document.iter(f"{W}gridSpan", f"{W}vMerge", f"{W}hMerge"))
    assert not [table for table in document.iter(f"{W}tbl") if next(table.iterancestors(f"{W}tbl"), None) is not None]
    assert all(folded(words(cell)) for cell in document.iter(f"{W}tc"))


# The summary


def test_the_summary_counts_what_the_workbook_holds(paper):
    """Each status has the count of its rows in the workbook."""
    counted = Counter(row["RAG"] for row in sheet(paper, "Actions"))

    shown = cell_words(tables(built(paper)["summary.docx"])[0])[1:]

    assert [row[:2] for row in shown] == [
        [printed(status), str(counted[colour])] for colour, status in statuses().items()
    ]


def test_the_summary_counts_each_partner(paper):
    """Each partner has its number of actions, and how many have each status."""
    rows = sheet(paper, "Actions")
    expected = []
    for partner in dict.fromkeys(row["Partner"] for row in rows):
        theirs = Counter(status_of(row)["label"] for row in rows if row["Partner"] == partner)
        stand = [f"{theirs[s['label']]} {s['label']}" for s in statuses().values() if theirs[s["label"]]]
        expected.append([partner, str(theirs.total()), ", ".join(stand)])

    by_partner = next(table for table in map(cell_words, tables(built(paper)["summary.docx"])) if "Partner" in table[0])
    assert by_partner[1:] == expected


# What has changed, counted by hand in the two workbooks


def test_the_appendix_says_what_has_become_of_each_action():
    """A column of its own says which way each action has gone, in a word with a sign, and by how much it slipped."""
    rows = [row for table in tables(built("jtai-2021-03")["appendix-1.docx"])[1:] for row in cell_words(table)[1:]]
    said = {row[0]: row[-1] for row in rows}

    assert Counter(words.split("\n")[0] for words in said.values()) == {
        "▲ Improved": 12, "► No change": 20, "● New": 2,
    }  # fmt: skip
    assert said["1.3"] == "▲ Improved\nWas: Amber: on track"
    assert said["1.8"] == "▲ Improved\nWas: Yellow: not started\nDue date 181 days later"
    assert said["3.4"] == "► No change\nDue date 183 days later, revised again"
    assert said["1.1"] == "► No change"
    assert said["4.8"] == "● New"


def test_the_summary_counts_what_has_changed():
    """A table of movements, and the dates that have moved back, the furthest first."""
    content = built("jtai-2021-03")["summary.docx"]
    moved = next(table for table in map(cell_words, tables(content)) if table[0][0] == "Movement")

    assert [row[:2] for row in moved[1:]] == [
        ["▲ Improved", "12"], ["▼ Worsened", "0"], ["► No change", "20"], ["● New", "2"],
    ]  # fmt: skip
    assert [row[2] for row in moved[1:]] == [
        "1.3, 1.4, 1.6, 1.8, 2.3, 2.4, 2.6, 2.7, 3.8, 4.4, 4.5 and 4.7", "None", "The other actions", "1.9 and 4.8",
    ]  # fmt: skip
    assert "Since the last report, on 22 September 2020" in [paragraph.text for paragraph in paragraphs(content)]
    assert (
        "Due date moved back: 4.6 by 214 days (revised again), 3.4 by 183 days (revised again), 1.8 by 181 days, "
        "3.1 by 91 days, 2.3 by 61 days." in [paragraph.text for paragraph in paragraphs(content)]
    )


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_first_report_on_a_plan_says_nothing_of_changes(name):
    """Without an earlier plan no column, no table and no sentence speaks of one."""
    text = " ".join(paragraph.text for paragraph in paragraphs(built("jtai-2020-09")[name]))

    assert not re.search("last report|Movement|[▲▼►●]", text)


def test_the_sentence_of_the_summary_says_the_counts():
    """The counts stand in words a member can read out."""
    text = [each.text for each in paragraphs(built("jtai-2021-03")["summary.docx"])]

    assert (
        "At 16 March 2021 the plan has 34 actions: 17 completed, 7 on track, 3 off track, 2 not started and 5 business "
        "as usual." in text
    )


def test_bars_are_as_long_as_their_counts(paper):
    """The widths of the bars are to one another as the counts, and each says its count to a screen reader."""
    counted = Counter(row["RAG"] for row in sheet(paper, "Actions"))
    total = counted.total()
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
    widths, said = [], []
    for inline in xml(built(paper)["summary.docx"]).iter(f"{drawing}inline"):
        widths.append(int(inline.find(f"{drawing}extent").get("cx")))
        said.append(inline.find(f"{drawing}docPr").get("descr"))
    counts = [counted[colour] for colour in statuses() if counted[colour]]

    assert said == [f"{count} of {total} actions" for count in counts]
    for width, count in zip(widths, counts, strict=True):
        assert abs(width - max(widths) * count / max(counts)) <= 1


def test_bars_have_the_fill_of_their_status(paper):
    """The colour of each bar is that of the cell with its status."""
    main = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    for row in tables(built(paper)["summary.docx"])[0][1:]:
        drawn = [s.get("val") for s in row[2].iter(f"{main}srgbClr") if s.getparent().getparent().tag.endswith("spPr")]
        assert drawn == [fill(row[0])] * len(drawn)
        assert len(drawn) == (words(row[1]) != "0")


def test_actions_off_track_are_listed_for_attention(paper):
    """Every Red action of the workbook stands under "Off track or overdue" with its due date and its reason."""
    red = [row for row in sheet(paper, "Actions") if status_of(row)["state"] == "off_track"]

    shown = under(built(paper)["summary.docx"], "Off track or overdue")

    assert len(red) == 3
    assert [text.split()[0] for text in shown] == [row["Ref"] for row in red]
    for text, row in zip(shown, red, strict=True):
        assert row["Action"] in text
        assert row["Progress"] in text
        assert f"Due: {row['Revised due'] or row['Due']}." in text


def test_the_summary_repeats_the_recommendations(paper):
    """Members see in the summary what they are asked to do."""
    assert under(built(paper)["summary.docx"], "Recommendation(s)") == [
        folded(text) for text in report_yaml(paper)["recommendations"]
    ]


def under(content, heading):
    """The paragraphs under a heading of the first level."""
    shown = paragraphs(content)
    start = next(index for index, each in enumerate(shown) if each.text == heading) + 1
    end = next((i for i in range(start, len(shown)) if shown[i].style == "heading 1"), len(shown))
    return [each.text for each in shown[start:end]]


@pytest.mark.parametrize("now", ["Red", "Green", "Amber"])
def test_a_movement_of_no_actions_is_printed_as_none(tmp_path, now):
    """Wherever the only action has gone, the other movements are rows with 0 and "None", and the paper is built."""
    plan = "Ref | Action | Lead | Due | Revised due | Progress | RAG\n1.1 | Meet | HoS | 2021 | 2022 | {} | {}"
    a_folder(tmp_path / "last", plan=plan.format("Begun", "Amber"), report=REPORT.replace("2021-03-16", "2020-09-22"))
    report = f"{REPORT}\naction_plan:\n  previous: ../last\n"

    outcome = build(a_folder(tmp_path / "now", plan.format("Went on", now), report), tmp_path / "out", AROUND)

    assert outcome.folder is not None
    moved = next(
        table
        for table in map(cell_words, tables((outcome.folder / "summary.docx").read_bytes()))
        if table[0][0] == "Movement"
    )
    assert sorted(row[1] for row in moved[1:]) == ["0", "0", "0", "1"]
