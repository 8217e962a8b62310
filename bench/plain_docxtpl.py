"""The script that somebody would write from docxtpl's documentation for the same three papers: no checks, no gate.

    python plain_docxtpl.py INPUTS TEMPLATES OUT

It knows what its author knows of these inputs: where the headings are, what the narrative uses, how dates are written.
"""

import re
import sys
from calendar import month_name, monthrange
from datetime import date, datetime
from pathlib import Path

from docxtpl import DocxTemplate, RichText, RichTextParagraph
from jinja2 import Environment
from markdown_it import MarkdownIt
from openpyxl import load_workbook
from ruamel.yaml import YAML

MONTHS = {name: number for number, name in enumerate(month_name) if name}
MONTH = re.compile(rf"({'|'.join(MONTHS)}) (\d{{4}})")
OPEN = ("on_track", "off_track", "not_started")


def shortened(value: str, most: int) -> str:
    return value if len(value) <= most else f"{value[: most - 3].rstrip()}..."


def plural(number: int, one: str, many: str = "") -> str:
    return one if number == 1 else many or one + "s"


def day(value: date) -> str:
    return f"{value.day} {month_name[value.month]} {value.year}"


def words(value: object) -> str:
    """A cell as it is printed."""
    return day(value) if isinstance(value, datetime) else str(value or "")


def last_day(value: object) -> date | None:
    """The last day of a due date: a date, 31/03/21 or a month in words; None for anything else."""
    if isinstance(value, datetime):
        return value.date()
    if re.fullmatch(r"\d\d/\d\d/\d\d", str(value)):
        return datetime.strptime(str(value), "%d/%m/%y").date()  # noqa: DTZ007
    if found := MONTH.search(str(value)):
        year, month = int(found[2]), MONTHS[found[1]]
        return date(year, month, monthrange(year, month)[1])
    return None


def paragraphs(text: str) -> list[str]:
    return [" ".join(part.split()) for part in (text or "").split("\n\n") if part.strip()]


def read_statuses(council: dict) -> dict[str, dict]:
    """The statuses by colour, each with its words in their colour."""
    for status in council["rag"]:
        status["words"] = RichText(f"{status['colour']}: {status['label']}", color=status["text"])
    return {status["colour"]: status for status in council["rag"]}


def read_report(path: Path, council: dict) -> dict:
    report = YAML(typ="safe").load(path)
    for key in ("summary", "reasons", "alternatives"):
        report[key] = paragraphs(report[key])
    for key in ("key_decision", "in_forward_plan", "exempt"):
        report[key] = report[key].capitalize()
    for group, keys in (("costs", ("revenue", "capital")), ("consultations", ("internal", "external"))):
        for key in keys:
            report[group][key] = paragraphs(report[group][key])
    for group in ("implications", "core_purpose"):
        texts = report[group]
        report[group] = [{"title": t, "text": paragraphs(texts.get(key))} for key, t in council[group].items()]
    report["recommendations"] = [paragraphs(recommendation) for recommendation in report["recommendations"]]
    report["appendices"] = [{"title": title} for title in report["appendices"]]
    report["position"] = report["action_plan"]["as_of"]
    report["meeting_date"] = day(report["meeting_date"])
    return report


STYLES = {"paragraph": "NumberedParagraph", "blockquote": "ParagraphContinuation", "bullet_list": "ListBullet"}
STYLES |= {"ordered_list": "ListLetter", "heading": "Heading2"}


def read_narrative(path: Path, template: DocxTemplate) -> list[dict]:
    """The sections; each block of one in its paragraph style, its links live."""
    sections, inside = [], []
    for token in MarkdownIt().parse(path.read_text("utf-8")):
        if token.type == "inline":
            if inside[0] == "section":
                sections.append({"title": token.content, "text": RichTextParagraph()})
            else:
                sections[-1]["text"].add(rich(token.children, template), parastyle=STYLES[inside[0]])
        elif token.nesting == 1:
            inside.append("section" if token.tag == "h1" else token.type.removesuffix("_open"))
        elif token.nesting == -1:
            inside.pop()
    return sections


def rich(tokens: list, template: DocxTemplate) -> RichText:
    """The runs of a paragraph."""
    text, address = RichText(), ""
    for token in tokens:
        if token.type == "link_open":
            address = template.build_url_id(token.attrs["href"])
        elif token.type == "link_close":
            address = ""
        elif token.content or token.type == "softbreak":
            text.add(token.content or " ", **({"style": "Hyperlink", "url_id": address} if address else {}))
    return text


def read_plan(path: Path, statuses: dict[str, dict], as_of: date) -> dict:
    book = load_workbook(path, data_only=True)
    headings, *rows = book["Actions"].iter_rows(min_row=4, values_only=True)
    actions = [read_action(dict(zip(headings, row, strict=True)), statuses) for row in rows]
    groups, partners = {}, {}
    for action in actions:
        groups.setdefault(action["priority"], []).append(action)
        partners.setdefault(action["partner"], []).append(action)
    titles = dict(book["Priorities"].iter_rows(min_row=2, values_only=True))
    still_open = [a for a in actions if a["status"]["state"] in OPEN]
    coming = [a for a in still_open if a["status"]["state"] != "off_track" and a["last_day"] and a["last_day"] >= as_of]
    by_status = count_by_status(actions, statuses)
    return {
        "as_of": day(as_of),
        "total": len(actions),
        "groups": [{"ref": ref, "title": titles[ref], "actions": groups[ref]} for ref in titles if ref in groups],
        "by_status": by_status,
        "count": {row["status"]["state"]: row["count"] for row in by_status},
        "by_partner": [
            {"name": name, "total": len(theirs), "by_status": count_by_status(theirs, statuses)}
            for name, theirs in partners.items()
        ],
        "attention": [
            a
            for a in still_open
            if a["status"]["state"] == "off_track" or (a["last_day"] and a["last_day"] < as_of)
        ],
        "due_next": sorted(coming, key=lambda action: action["last_day"]),
    }  # fmt: skip


def read_action(row: dict, statuses: dict[str, dict]) -> dict:
    deadline = row["Revised due"] or row["Due"]
    return {
        "ref": row["Ref"],
        "priority": row["Priority"],
        "partner": row["Partner"],
        "area": row["Area for development"],
        "action": row["Action"],
        "lead": row["Lead"],
        "due": words(row["Due"]),
        "revised_due": words(row["Revised due"]),
        "deadline": words(deadline),
        "last_day": last_day(deadline),
        "progress": row["Progress"],
        "impact": row["Impact"],
        "status": statuses[row["RAG"]],
    }


def count_by_status(actions: list[dict], statuses: dict[str, dict]) -> list[dict]:
    counts = dict.fromkeys(statuses, 0)
    for action in actions:
        counts[action["status"]["colour"]] += 1
    return [{"status": statuses[colour], "count": count} for colour, count in counts.items()]


def main(inputs: Path, templates: Path, out: Path) -> None:
    council = YAML(typ="safe").load(templates / "council.yaml")
    report = read_report(inputs / "report.yaml", council)
    plan = read_plan(inputs / "action-plan.xlsx", read_statuses(council), report["position"])
    nothing = {"known": False, "removed": []}
    context = {"council": council["name"], "report": report, "plan": plan, "changes": nothing}

    environment = Environment()
    environment.filters.update(shortened=shortened, plural=plural, thousands="{:,}".format, listing=", ".join)
    out.mkdir(parents=True, exist_ok=True)
    for name, output in (
        ("report.docx", "report.docx"),
        ("summary.docx", "summary.docx"),
        ("appendix.docx", "appendix-1.docx"),
    ):
        template = DocxTemplate(templates / name)
        if name == "report.docx":
            context["narrative"] = read_narrative(inputs / "narrative.md", template)
        template.render(context, environment, autoescape=True)
        template.save(out / output)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
