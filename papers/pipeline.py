"""The straight line: read -> check -> render -> gate -> publish. It joins the wings and has no rules of its own."""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from papers import __version__, checks, documents
from papers.checks.check import Check
from papers.checks.weight import weighed
from papers.documents.document import Document
from papers.errors import PapersError
from papers.findings import Finding, has_errors, in_file_order
from papers.model.paper import Paper
from papers.model.plan import count_by_status
from papers.modules import found_in
from papers.reading.council import template_sets
from papers.reading.faults import faults
from papers.reading.files import read_bytes
from papers.reading.paper import NARRATIVE, read_paper
from papers.reading.plan_source import REPORT

if TYPE_CHECKING:
    from papers.documents.facts import Facts
    from papers.writing.proofreading.rule import Rule


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a run may touch besides its paper: where template sets are, in order, and where compiled ones are kept."""

    templates: tuple[Path, ...]
    cache: Path | None = None


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome for one paper.

    findings    everything found, in the order of the files
    files       what was published, in `folder`; [] where an error kept it from being
    counts      how many actions have each status, as printed, in the council's order
    """

    findings: tuple[Finding, ...]
    folder: Path | None = None
    files: tuple[str, ...] = ()
    counts: tuple[tuple[str, int], ...] = ()


@functools.cache
def rules() -> tuple[Check, ...]:
    """Every rule, by its code."""
    found = found_in(checks, "CHECK", Check, besides=("check", "prose", "weight"))
    return tuple(sorted(found, key=lambda check: check.code))


@functools.cache
def proof_rules() -> tuple[Rule, ...]:
    """Every rule of proofreading templates, by its code."""
    from papers.writing import proofreading
    from papers.writing.proofreading.rule import Rule

    return tuple(
        sorted(found_in(proofreading, "RULE", Rule, besides=("meaning", "proof", "rule")), key=lambda rule: rule.code)
    )


def explanations() -> dict[str, str]:
    """What every code means, those of the readers and those of the rules; the first line says it all."""
    said = {rule.code: rule.explanation for rule in rules()}
    of_templates = {rule.code: rule.explanation for rule in proof_rules()}
    return dict(sorted({**faults(), **said, **of_templates}.items()))


def councils(around: Surroundings) -> list[str]:
    """The names of the template sets that there are."""
    return sorted(template_sets(around.templates))


def check(folder: Path, around: Surroundings, as_of: date | None = None) -> tuple[Finding, ...]:
    """Everything found wrong with the paper in `folder`; nothing is written."""
    return _examined(folder, around, as_of).findings


def annotate(
    folder: Path, out: Path, around: Surroundings, as_of: date | None = None
) -> tuple[tuple[Finding, ...], Path | None]:
    """As `check`; and a copy of the workbook with each finding on its cell, in `out` under the paper's name.

    None where the paper has no workbook. A copy that somebody has changed since is left alone, and the new one gets
    a number.
    """
    from papers.workbooks.annotated import annotated
    from papers.writing.publish import publish_copy

    examined = _examined(folder, around, as_of)
    workbook = examined.workbook
    if workbook is None:
        return examined.findings, None
    copy = annotated(read_bytes(workbook), workbook.as_posix(), examined.findings)
    return examined.findings, publish_copy(copy, out / f"{folder.resolve().name}-findings{workbook.suffix}")


def build(
    folder: Path, out: Path, around: Surroundings, as_of: date | None = None, replace_edited: bool = False
) -> Built:
    """Check, render and publish the paper in `folder` to a folder of its name in `out`.

    With an error among the findings nothing is written. Raises PapersError where the run cannot go on.
    """
    from papers.writing.publish import publish

    examined = _examined(folder, around, as_of)
    if examined.paper is None or examined.templates is None or has_errors(examined.findings):
        return Built(examined.findings)
    target = out / folder.resolve().name
    inside, around_it = folder.resolve(), target.resolve()
    if inside == around_it or inside in around_it.parents or around_it in inside.parents:
        raise PapersError(f"{target.as_posix()}: the inputs are here; choose another folder with --out")
    files = _rendered(examined.paper, examined.templates, around.cache, examined.digests)
    publish(files, target, replace_edited)
    plan = examined.paper.plan
    counts = count_by_status(plan.actions, examined.paper.profile.rag) if plan else []
    return Built(examined.findings, target, tuple(files), tuple((str(status), n) for status, n in counts))


@dataclass(frozen=True, slots=True)
class _Examined:
    findings: tuple[Finding, ...]
    paper: Paper | None
    templates: Path | None
    workbook: Path | None
    digests: dict[str, str]


def _examined(folder: Path, around: Surroundings, as_of: date | None) -> _Examined:
    parsed = read_paper(folder, around.templates, as_of)
    read = parsed.value
    found = list(parsed.findings)
    if (paper := read.paper) is not None:
        for rule in rules():
            found += rule(paper)
        if paper.profile.rules or paper.report.acknowledge:  # without either the explanations need not be read
            codes = {rule.code for rule in rules()}
            found = weighed(found, paper.profile, paper.report, codes, explanations(), read.places)
    first = [(folder / name).as_posix() for name in (REPORT, NARRATIVE)]
    return _Examined(tuple(in_file_order(found, first)), read.paper, read.templates, read.workbook, read.digests)


@functools.cache
def documents_there() -> list[Document]:
    """Every document that a template set may have a template for, of Word or of PowerPoint."""
    besides = ("document", "facts", "briefing_facts", "fields", "promises", "told")
    return found_in(documents, "DOCUMENT", Document, besides=besides)


def word_documents() -> list[Document]:
    """Those of Word."""
    return [document for document in documents_there() if document.is_word]


def _rendered(paper: Paper, templates: Path, cache: Path | None, digests: dict[str, str]) -> dict[str, bytes]:
    """The finished, gated files of a paper by name, the manifest last. Raises PapersError where the gate stops one."""
    from papers.documents.facts import facts_of
    from papers.writing.publish import MANIFEST, digest

    facts = facts_of(paper)
    files: dict[str, bytes] = {}
    problems: list[str] = []
    for document in documents_there():
        path = templates / document.template
        if not path.is_file() or (document.needs_plan and paper.plan is None):
            continue
        name = f"templates/{templates.name}/{document.template}"
        content = _template_bytes(path)
        digests[name] = digest(content)
        if document.is_word:
            files[document.output], lost = _written(document, paper, content, name, facts, cache)
        else:
            files[document.output], lost = _shown(document, paper, content, name, facts)
        problems += lost
    if not any(document.output in files for document in word_documents()):
        raise PapersError(f"templates/{templates.name}: there is no Word template in this set")
    if problems:
        shown = "\n  ".join(problems[:20])
        rest = f"\n  and {len(problems) - 20} more" if len(problems) > 20 else ""
        raise PapersError(
            f"nothing was published, because the templates of {templates.name} lost something:\n  {shown}{rest}\n"
            "Put its tag back into the template, or tell whoever owns the templates"
        )
    files[MANIFEST] = _manifest(paper, digests, {name: digest(content) for name, content in files.items()})
    return files


def _written(
    document: Document, paper: Paper, content: bytes, name: str, facts: Facts, cache: Path | None
) -> tuple[bytes, list[str]]:
    """A Word document of a paper, and what the gate finds wrong with it."""
    from papers.audit.gate import vanished
    from papers.documents.facts import words_in
    from papers.writing.render import fixed_words, render
    from papers.writing.template import compiled

    template = compiled(content, name, cache)
    made = render(template, facts, paper.profile.styles.model_dump())
    promise = document.promise(paper)
    return made, vanished(made, document.output, promise, lambda: f"{words_in(facts)}\n{fixed_words(template)}")


def _shown(document: Document, paper: Paper, content: bytes, name: str, facts: Facts) -> tuple[bytes, list[str]]:
    """A presentation of a paper, and what the gate finds wrong with it."""
    from papers.audit.slides_gate import vanished_from_slides
    from papers.documents.briefing_facts import briefing_facts_of
    from papers.documents.facts import words_in
    from papers.slides.render import fixed_words, render

    told, promise = briefing_facts_of(paper, facts), document.promise(paper)
    made = render(content, name, told)
    return made, vanished_from_slides(
        made, document.output, promise, lambda: f"{words_in(told)}\n{fixed_words(content, name)}"
    )


def _manifest(paper: Paper, digests: dict[str, str], outputs: dict[str, str]) -> bytes:
    """What was built from what. It names no machine, no person and no time, so that it is the same everywhere."""
    manifest = {
        "version": __version__,
        "council": paper.report.council,
        "subject": paper.report.subject,
        "meeting": paper.report.meeting_date.isoformat(),
        "as_of": paper.as_of.isoformat(),
        "inputs": {name: d for name, d in sorted(digests.items()) if not name.startswith("templates/")},
        "templates": {name: d for name, d in sorted(digests.items()) if name.startswith("templates/")},
        "outputs": outputs,
    }
    return (json.dumps(manifest, indent=2, ensure_ascii=False) + "\n").encode("utf-8")


def _template_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PapersError(
            f"{path.as_posix()}: this template cannot be read ({error.strerror}); close it in Word"
        ) from error
