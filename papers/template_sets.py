"""What is done with template sets: proofread, copied, listed. Like pipeline.py it joins wings and has no rules."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files as files_of
from pathlib import Path

from papers import wording
from papers.audit.gate import vanished
from papers.documents.document import Document
from papers.documents.facts import facts_of
from papers.documents.fields import fields_of
from papers.documents.told import told
from papers.errors import PapersError
from papers.findings import Finding, Place, Severity, has_errors
from papers.model.field import Field, FieldList, Told
from papers.model.profile import Profile, Styles
from papers.office.package import read_package
from papers.pipeline import Surroundings, proof_rules, word_documents
from papers.reading.colours import colour_warnings
from papers.reading.council import PROFILE, read_council, template_sets
from papers.reading.files import read_bytes
from papers.reading.paper import read_paper
from papers.starters.sample import sample_paper
from papers.starters.schema import council_schema
from papers.writing.proofreading.meaning import uses_of
from papers.writing.proofreading.proof import Proof, opened
from papers.writing.publish import publish_copy, publish_new
from papers.writing.render import render
from papers.writing.template import compile_template

SCHEMA = "council.schema.json"
# How the codes of the rules on fields and styles start.
_FIELDS = "TP2"
# The words of a paragraph or cell at the end of a place: whoever looks for a field knows its tag.
_WORDS_THERE = re.compile(r', the paragraph ".*$|(?<=\d): ".*$|(?<= the table): ".*$')


def proofread(name: str, around: Surroundings) -> tuple[Finding, ...]:
    """Everything wrong with a template set, by its name, or with one Word template, by its path.

    A template that lies in a set is judged with its council's profile. Raises PapersError where there is no such set
    or file, or the file is no Word document.
    """
    path = Path(name)
    if path.is_dir() and (path / PROFILE).is_file():
        return tuple(_of_set(path))
    if path.suffix.lower() == ".docx" or path.is_file():
        has_council = (path.parent / PROFILE).is_file()
        council = read_council(path.parent).value if has_council else None
        return tuple(_of_template(path, council.profile if council else None, bool(council) or not has_council))
    return tuple(_of_set(_set(name, around)))


def _set(name: str, around: Surroundings) -> Path:
    """The folder of a template set. Raises PapersError where there is none of the name."""
    sets = template_sets(around.templates)
    if name not in sets:
        advice = wording.did_you_mean(name, sets) or f"there are {wording.listing(sorted(sets))}"
        raise PapersError(f'there is no template set "{name}"; {advice}')
    return sets[name]


def _of_set(folder: Path) -> Iterator[Finding]:
    """council.yaml first, then each template."""
    parsed = read_council(folder)
    profile = parsed.value.profile if parsed.value else None
    yield from parsed.findings
    if parsed.value is not None:
        yield from colour_warnings(parsed.value.keys, parsed.value.profile)
    else:
        sentence = "until this file is right, the fields and styles of the templates are not judged"
        yield _finding("TP003", folder / PROFILE, sentence, "correct it and check again", Severity.NOTE)
    names = [document.template for document in word_documents()]
    there = (path for path in folder.iterdir() if path.suffix.lower() == ".docx" and not path.name.startswith("~$"))
    templates = sorted(there)
    if not any(path.name in names for path in templates):
        yield _finding("TP002", folder, "there is no Word template in this set", f"put {names[1]} into it")
    for path in templates:
        if path.name not in names:
            advice = wording.did_you_mean(path.name, names) or f"templates are called {wording.listing(names, 'or')}"
            yield _finding("TP002", path, "no document is made from this template", advice, Severity.WARNING)
            continue
        try:
            yield from _of_template(path, profile, is_council_known=profile is not None)
        except PapersError as problem:
            sentence = str(problem).removeprefix(path.as_posix()).lstrip(":, ")
            yield _finding("TP001", path, sentence, "mend it, or take another copy of it")


def _finding(code: str, path: Path, sentence: str, remedy: str, severity: Severity = Severity.ERROR) -> Finding:
    return Finding(code, severity, Place(path.as_posix()), sentence, remedy)


def _of_template(path: Path, profile: Profile | None, is_council_known: bool = True) -> list[Finding]:
    """What the rules find in a template; where they find no error, what goes wrong when it is tried out.

    Of a council that should have a profile and has none that can be used, fields and styles are not judged.
    """
    document = next((each for each in word_documents() if each.template == path.name), None)
    prints = document.prints(profile) if document and profile else ()
    content, name = read_bytes(path), path.as_posix()
    proof = opened(read_package(content, name), name, fields_of(profile), profile, prints)
    rules = [rule for rule in proof_rules() if is_council_known or not rule.code.startswith(_FIELDS)]
    try:
        found = [finding for rule in rules for finding in rule(proof)]
    except RecursionError as error:
        raise PapersError(f"{name}: a tag in it is nested too deep; make several of it") from error
    if document and profile and not has_errors(found):
        found += _tried_out(proof, content, document, profile)
    return proof.in_order(found)


def _tried_out(proof: Proof, content: bytes, document: Document, profile: Profile) -> list[Finding]:
    """TP501 for what stops the template, or is lost, when a paper with something in every field is made with it."""
    paper, path = sample_paper(profile), Path(proof.name)
    try:
        made = render(compile_template(content, proof.name), facts_of(paper), profile.styles.model_dump())
        lost = vanished(made, document.output, document.promise(paper), lambda: "")
    except PapersError as problem:
        sentence = str(problem).removeprefix(proof.name).removeprefix(document.output).lstrip(":, ")
        return [_finding("TP501", path, sentence, "mend what stands there")]
    sentences = (f"in a sample paper {missing.partition(': ')[2]}" for missing in lost)
    return [_finding("TP501", path, sentence, "put the tag for it back") for sentence in sentences]


def start_set(name: str, like: str, around: Surroundings) -> list[Path]:
    """Copy a template set to a folder of the name beside the user's own sets; returns its files.

    The copy's council.yaml is the other's, and names the JSON Schema that is put beside it for editors. Raises
    PapersError where there is no set to start from, there is one of the name already, or the name is none for a folder.
    """
    if not re.fullmatch(r"\w[\w-]*", name):
        raise PapersError(
            f'"{name}" is not a name for a set; use a name of letters, figures and hyphens, as in our-town'
        )
    original = _set(like, around)
    folder = around.templates[0] / name
    paths = sorted(path for path in original.iterdir() if path.is_file() and path.name[:1] not in "~.")
    files = {path.name: read_bytes(path) for path in paths}
    files[PROFILE] = _with_schema(files[PROFILE])
    files[SCHEMA] = (json.dumps(council_schema(), indent=2, ensure_ascii=False) + "\n").encode("utf-8")
    publish_new(files, folder)
    return [folder / file for file in files]


def _with_schema(council: bytes) -> bytes:
    """A council.yaml whose first line tells editors where its schema is."""
    line = f"# yaml-language-server: $schema={SCHEMA}\n".encode()
    council = council.removeprefix(b"\xef\xbb\xbf")  # Notepad's mark, which is one only at the very start
    return council if council.startswith(line) else line + council


def told_fields(paper: Path, around: Surroundings) -> FieldList:
    """Every field that the templates of a paper's council may use, with its value there and where they use it.

    Raises PapersError where the paper has errors that keep it from being read.
    """
    read = read_paper(paper, around.templates).value
    if read.paper is None or read.templates is None:
        where = paper.as_posix()
        raise PapersError(f"{where}: this paper has errors; see `papers check {where}`, correct them and try again")
    fields, facts = fields_of(read.paper.profile), facts_of(read.paper)
    uses = _uses(read.templates, fields, read.paper.profile)
    alone = tuple(field for field in fields.fields if not field.fields)
    groups = {wording.listing(field.name for field in alone): alone}
    groups |= {f"{field.name}: {field.about}": (field,) for field in fields.fields if field.fields}
    return FieldList(
        council=read.paper.profile.name,
        subject=read.paper.report.subject,
        groups=tuple(
            (title, tuple(_with_uses(told(fields.model_copy(update={"fields": below}), facts), uses)))
            for title, below in groups.items()
        ),
    )


def _with_uses(fields: Iterable[Told], uses: Mapping[str, Mapping[str, None]]) -> Iterator[Told]:
    return (field.model_copy(update={"uses": tuple(uses.get(field.path, {}))}) for field in fields)


def _uses(folder: Path, fields: Field, profile: Profile) -> dict[str, dict[str, None]]:
    """Where each field is used in the templates of a set, in their order."""
    found: dict[str, dict[str, None]] = {}
    for document in word_documents():
        path = folder / document.template
        if not path.is_file():
            continue
        proof = opened(read_package(read_bytes(path), path.as_posix()), path.name, fields, profile)
        for use in uses_of(proof):
            place = str(proof.place(use.at))
            found.setdefault(use.path, {})[_WORDS_THERE.sub("", place)] = None
    return found


def fields_document(fields: FieldList, path: Path) -> Path:
    """Write the fields to a Word document; returns where it is, beside one that somebody has changed since."""
    content = files_of("papers.starters").joinpath("fields.docx").read_bytes()
    facts = {
        "council": fields.council,
        "subject": fields.subject,
        "groups": [
            {"title": title, "fields": [field.model_dump() | {"uses": list(field.uses)} for field in group]}
            for title, group in fields.groups
        ],
    }
    made = render(compile_template(content, "fields.docx"), facts, Styles().model_dump())
    return publish_copy(made, path)
