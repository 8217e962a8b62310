"""The house: imports go down, each library has one home, and what is found by being there is found."""

from __future__ import annotations

import ast
import importlib
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from papers import checks, documents
from papers.checks.check import Check
from papers.documents.document import Document
from papers.modules import found_in
from papers.pipeline import documents_there, proof_rules, rules
from papers.reading import formats
from papers.reading.format import Format
from papers.writing import proofreading
from tests.builders import ROOT

PAPERS = ROOT / "papers"
MODULES = sorted(PAPERS.rglob("*.py"))
LEAVES = {"wording", "findings", "errors", "modules"}

HOMES = {
    "click": ["cli/"],
    "platformdirs": ["cli/command.py"],
    "openpyxl": ["reading/formats/xlsx.py"],
    "ruamel": ["reading/formats/yaml.py"],
    "markdown_it": ["reading/formats/markdown.py"],
    "pydantic": ["model/", "reading/validated.py"],
    "pydantic_core": ["model/", "reading/validated.py"],
    "jinja2": ["writing/language.py"],
    "markupsafe": ["writing/marked.py"],
    "docxtpl": ["writing/template.py"],
    "docxtpl_lint": ["writing/grammar.py"],
    "lxml": ["office/ooxml.py"],
    "phonenumbers": ["checks/privacy/telephone_number.py"],
    "stdnum": ["checks/privacy/nhs_number.py"],
    "deflate": ["office/package.py"],
    "xlsxwriter": ["workbooks/new_workbook.py"],
    "holidays": ["model/calendar.py"],
    "coloraide": ["reading/colours.py"],
    "rapidfuzz": ["model/likeness.py"],
    "pptx": ["slides/presentation.py"],
}


def name_of(path: Path) -> str:
    """A module as people name it: "reading/plan.py"."""
    return path.relative_to(PAPERS).as_posix()


def parsed(path: Path) -> ast.Module:
    """The syntax of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """The full name of every module that a module imports, wherever in it the import stands."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)} imports by dots"
            if node.module == "papers":
                yield from (f"papers.{alias.name}" for alias in node.names)
            else:
                yield node.module or ""


def ours(path: Path) -> Iterator[str]:
    """What a module imports of the package: the names below it, such as "model.plan"."""
    for name in imports(path):
        if name.startswith("papers.") and not name.startswith("papers.__"):
            yield name.removeprefix("papers.")


def place(path: Path) -> str:
    """The wing, or the single module of the top, that a file belongs to."""
    return name_of(path).split("/")[0].removesuffix(".py")


def floor(part: str) -> int:
    """0 for leaves, 1 for office files and the model, 2 for the wings, 3 and 4 for what joins them, then cli."""
    if part in LEAVES:
        return 0
    return {
        "office": 1,
        "model": 1,
        "pipeline": 3,
        "chase_list": 4,
        "new_paper": 4,
        "template_sets": 4,
        "cli": 5,
        "__main__": 6,
    }.get(part, 2)


def each_module(paths: list[Path] = MODULES) -> pytest.MarkDecorator:
    """One case for each module."""
    return pytest.mark.parametrize("path", paths, ids=name_of)


@each_module()
def test_imports_only_go_down(path):
    """A module imports what stands on a floor below its own, or in its own wing."""
    here = place(path)
    for name in ours(path):
        there = name.split(".")[0]
        assert there == here or floor(there) < floor(here), f"{name_of(path)} imports papers.{name}"


@each_module([path for path in MODULES if place(path) in LEAVES])
def test_leaves_import_nothing_of_the_package(path):
    """Wording, findings, errors and the finding of modules stand on nothing else."""
    assert list(ours(path)) == []


def test_there_are_no_modules_outside_the_floors():
    """Beside the wings there are the four that join them, and the leaves, and nothing else."""
    alone = {path.stem for path in PAPERS.glob("*.py")}

    assert alone == LEAVES | {"__init__", "__main__", "chase_list", "new_paper", "pipeline", "template_sets"}


@each_module()
def test_each_library_is_imported_in_its_home_alone(path):
    """What a library can do is asked for in one place, so that it can be replaced there."""
    for name in imports(path):
        library = name.split(".")[0]
        if library in HOMES:
            assert any(name_of(path).startswith(home) for home in HOMES[library]), f"{name_of(path)} imports {library}"


@each_module()
def test_no_other_library_is_imported(path):
    """Every import is the standard library's, one of the package or one of the libraries with a home."""
    import sys

    known = sys.stdlib_module_names | HOMES.keys() | {"papers", "__future__"}

    assert {name.split(".")[0] for name in imports(path)} <= known


@pytest.mark.parametrize("library", HOMES)
def test_each_library_with_a_home_is_used(library):
    """A library that nothing imports any more is taken off the list."""
    users = [name_of(path) for path in MODULES if library in {name.split(".")[0] for name in imports(path)}]

    assert users or library == "pydantic_core"


def reached_for(tree: ast.AST) -> Iterator[str]:
    """What a module takes from its surroundings: names such as "os.environ" or "print", as they are written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            yield ast.unparse(node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield f"{node.func.id}()"
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


SURROUNDINGS = (
    "print()", "input()", "exit()", "quit()", "breakpoint()", "sys.exit", "os._exit", "sys.argv", "sys.stdout",
    "sys.stderr", "sys.stdin", "os.environ", "os.getenv", "os.getcwd", "Path.cwd", "Path.home", "datetime.now",
    "datetime.today", "datetime.utcnow", "date.today", "datetime.date.today", "datetime.datetime.now", "time.time",
    "time.localtime", "time.perf_counter", "time.monotonic", "locale.setlocale", "os.chdir",
)  # fmt: skip


@each_module([path for path in MODULES if place(path) != "cli"])
def test_only_the_command_touches_its_surroundings(path):
    """Nothing but cli/ prints, exits, reads the environment or asks what day it is."""
    assert sorted(set(reached_for(parsed(path))) & set(SURROUNDINGS)) == []


def test_what_reaches_for_its_surroundings_is_really_seen():
    """The command itself prints, exits and reads the environment: the test above would see it."""
    modules = [parsed(path) for path in MODULES if place(path) == "cli"]
    seen = {name for module in modules for name in reached_for(module)} & set(SURROUNDINGS)

    assert {"sys.exit", "os.environ"} <= seen


@each_module()
def test_no_error_of_ours_is_swallowed(path):
    """A bug shows as a traceback: nothing catches every exception."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{name_of(path)}:{node.lineno} catches everything"
            caught = node.type.elts if isinstance(node.type, ast.Tuple) else [node.type]
            assert not {ast.unparse(each) for each in caught} & {"Exception", "BaseException"}
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("suppress"):
            assert not {ast.unparse(each) for each in node.args} & {"Exception", "BaseException"}


@each_module()
def test_modules_and_functions_are_small(path):
    """A function has at most 40 lines, a module at most 300."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    for node in ast.walk(parsed(path)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= 40, f"{node.name} has {lines} lines"


@each_module()
def test_nothing_is_named_for_what_it_is_not(path):
    """Names are nouns of the council's world."""
    assert not {"utils", "util", "helpers", "helper", "manager", "core", "common", "misc"} & set(path.parts[-3:])
    assert path.stem not in ("utils", "util", "helpers", "helper", "manager", "core", "common", "misc")


# What is found by being there


def in_folder(package: object, besides: set[str]) -> set[str]:
    """The modules that lie in and below a package's folder."""
    folder = Path(package.__path__[0])
    there = (path.relative_to(folder).with_suffix("") for path in folder.rglob("*.py"))
    return {path.name for path in there if besides.isdisjoint(path.parts)} - {"__init__"}


def test_every_module_of_the_folders_is_found():
    """Each format, rule and document in its folder joins without a list."""
    assert len(found_in(formats, "FORMAT", Format)) == len(in_folder(formats, set()))
    assert len(rules()) == len(in_folder(checks, {"check", "prose", "weight"}))
    no_documents = {"briefing_facts", "document", "facts", "fields", "promises", "told"}
    assert len(documents_there()) == len(in_folder(documents, no_documents))
    assert len(proof_rules()) == len(in_folder(proofreading, {"meaning", "proof", "rule"}))


def test_rules_have_codes_of_their_own():
    """No two rules share a code, and each explains itself."""
    codes = [rule.code for rule in (*rules(), *proof_rules())]

    assert sorted(codes) == sorted(set(codes))
    assert all(rule.explanation for rule in (*rules(), *proof_rules()))


@pytest.fixture
def a_package(tmp_path, monkeypatch, request):
    """Makes a package of modules by their names and source, and imports it."""

    def made(**modules: str):
        name = f"found_{abs(hash(request.node.name))}"
        folder = tmp_path / name
        for path, source in {"__init__": "", **modules}.items():
            file = folder / f"{path.replace('__in__', '/')}.py"
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(textwrap.dedent(source))
            (file.parent / "__init__.py").touch()
        monkeypatch.syspath_prepend(tmp_path)
        importlib.invalidate_caches()
        return importlib.import_module(name)

    return made


WHOLE = """
    from papers.checks.check import Check
    from papers.findings import Severity

    CHECK = Check("{}", Severity.NOTE, lambda paper: iter(()))
"""


def test_modules_are_found_in_and_below_a_folder_in_the_order_of_their_names(a_package):
    """A new module, or a folder of them, is found without being named anywhere."""
    package = a_package(b=WHOLE.format("B1"), a=WHOLE.format("A1"), c__in__d=WHOLE.format("D1"))

    assert [check.code for check in found_in(package, "CHECK", Check)] == ["A1", "B1", "D1"]


@pytest.mark.parametrize(
    ("name", "kind"), [("FORMAT", Format), ("CHECK", Check), ("DOCUMENT", Document)], ids=lambda each: str(each)
)
@pytest.mark.parametrize(
    "source",
    ["", "{} = None", "{} = 'a word'", "{} = object()", "check = 1"],
    ids=["empty", "None", "str", "object", "other"],
)
def test_a_half_written_module_fails_loudly(a_package, name, kind, source):
    """A module without its FORMAT, CHECK or DOCUMENT, or with something else of that name, is named."""
    package = a_package(half=source.replace("{}", name))

    with pytest.raises(TypeError, match=rf"\.half has no {name} of type {kind.__name__}"):
        found_in(package, name, kind)


def test_a_module_that_breaks_on_import_fails_loudly(a_package):
    """A mistake in a new rule is not passed over in silence."""
    package = a_package(broken="import no_such_library")

    with pytest.raises(ImportError, match="no_such_library"):
        found_in(package, "CHECK", Check)


def test_what_the_kind_is_made_of_is_passed_over(a_package):
    """The module that says what a check is has no check of its own."""
    package = a_package(check="class Check: pass", rule=WHOLE.format("A1"))

    assert len(found_in(package, "CHECK", Check, besides=("check",))) == 1
