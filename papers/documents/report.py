"""The scrutiny report: cover, decision block, numbered narrative."""

from collections.abc import Iterator
from typing import Any

from papers.documents.document import Document
from papers.documents.fields import fields_of
from papers.documents.promises import Words, recommendations, words_of
from papers.model.block import Block, Column
from papers.model.field import Field
from papers.model.paper import Paper
from papers.model.profile import Profile
from papers.model.promise import Promise


def promise(paper: Paper) -> Promise:
    """Every text of the decision block, and every heading and block of the narrative."""
    narrative: list[tuple[str, str]] = []
    for section in paper.narrative.sections:
        narrative.append((f"the heading of section {section.number}", section.title))
        texts = section.text.paragraphs()
        narrative += [(f'"{words[:40]}" in section {section.number}', words) for words in texts]
    return Promise(words=(*_decision_block(paper), *recommendations(paper), *narrative))


def _decision_block(paper: Paper) -> Words:
    """The texts of report.yaml of which the council has a block, by their keys."""
    report, profile = paper.report, paper.profile
    texts = {
        "summary": report.summary,
        "reasons": report.reasons,
        "alternatives": report.alternatives,
        "costs.revenue": report.costs.revenue,
        "costs.capital": report.costs.capital,
        "consultations.internal": report.consultations.internal,
        "consultations.external": report.consultations.external,
    }
    said = {key: implication for key, implication in report.implications.items() if key in profile.implications}
    texts |= {f"implications.{key}": implication.text for key, implication in said.items()}
    texts |= {f"core_purpose.{key}": text for key, text in report.core_purpose.items() if key in profile.core_purpose}
    own = (words for key, block in profile.blocks.items() for words in _own(key, getattr(report, key), block))
    signed = tuple((f"implications.{key}.sign_off", each.sign_off) for key, each in said.items() if profile.signs_off)
    return (*(words for key, text in texts.items() for words in words_of(key, text)), *signed, *own)


def _own(name: str, value: Any, block: Block | Column) -> Words:  # noqa: ANN401
    """The words under a key of the council's own. A template may word a choice, a day or a yes in its own way."""
    match block.kind:
        case "table":
            entries = enumerate(value, 1)
            columns = block.columns.items() if isinstance(block, Block) else ()
            cells = (
                (f"{name}[{at}].{key}", getattr(entry, key), column) for at, entry in entries for key, column in columns
            )
            return tuple(words for cell in cells for words in _own(*cell))
        case "list":
            return tuple(words for at, text in enumerate(value, 1) for words in words_of(f"{name}[{at}]", text))
        case "text":
            return words_of(name, value)
        case "line" if value:
            return ((name, value),)
    return ()


def prints(profile: Profile) -> tuple[str, ...]:
    """The recommendations, the narrative, and every text that the council needs or asks for as a block of its own.

    What a template may word in its own way (a yes or no, a choice) or leave out where it is empty is not among them.
    """
    told = fields_of(profile).find("report")
    asked = dict.fromkeys(key.partition(".")[0] for key in (*profile.required, *profile.blocks))
    fields = [field for key in asked if told and (field := told.find(key))]
    worded = {key for key, block in profile.blocks.items() if block.kind == "choice"}
    needed = (path for field in fields if field.name not in worded for path in _printed(field, "report", profile))
    return tuple(dict.fromkeys(("report.recommendations[]", "narrative[].title", "narrative[].text", *needed)))


def _printed(field: Field, above: str, profile: Profile) -> Iterator[str]:
    """The paths below a field under which an author's words stand."""
    path = f"{above}.{field.name}"
    match field.kind:
        case "group":
            inner = [each for each in field.fields if f"{field.name}.{each.name}" in profile.required]
            for each in inner or field.fields:
                yield from _printed(each, path, profile)
        case "list" if field.fields:
            for each in field.fields:
                if each.name not in _worded(field.name, profile):
                    yield from _printed(each, f"{path}[]", profile)
        case "list":
            yield path if field.of == "words" else f"{path}[]"
        case "words" | "text" | "day":
            yield path


def _worded(name: str, profile: Profile) -> set[str]:
    """What a template need not print of each entry of a list."""
    columns = profile.blocks[name].columns if name in profile.blocks else {}
    worded = {"key", "number", *(key for key, column in columns.items() if column.kind == "choice")}
    return worded if profile.signs_off else worded | {"sign_off"}


DOCUMENT = Document("report.docx", "report.docx", promise, prints)
