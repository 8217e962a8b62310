"""YAML 1.2 -> located values. Words stay words: what a value means is decided by whoever reads the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papers import wording
from papers.findings import Findings, Parsed, Place
from papers.reading.format import Format, utf8_text
from papers.reading.located import Items, Keys, Node, Scalar

if TYPE_CHECKING:
    from ruamel.yaml.error import MarkedYAMLError
    from ruamel.yaml.nodes import Node as YamlNode


def parse_yaml(content: bytes, file: str) -> Parsed[Keys]:
    """The mapping in `content`; an empty file is an empty mapping.

    Findings: YA001 not YAML or not UTF-8, YA002 a key written twice (the first one counts), YA003 something other
    than keys and values at the top, YA004 an alias, which an author never means to write.
    """
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    findings = Findings()
    nothing = Keys({}, Place(file))
    text = utf8_text(content, file, "YA001", findings)
    if text is None:
        return findings.parsed(nothing)
    try:
        node = YAML(pure=True).compose(text)
    except MarkedYAMLError as error:
        findings.error("YA001", Place(file, line=_line(error, text)), *_problem(error))
        return findings.parsed(nothing)
    except (YAMLError, ValueError):
        findings.error("YA001", Place(file), "this cannot be read as YAML", _ADVICE)
        return findings.parsed(nothing)
    except RecursionError:
        findings.error("YA001", Place(file), "this cannot be read as YAML: it is nested too deeply", _ADVICE)
        return findings.parsed(nothing)
    if node is None:
        return findings.parsed(nothing)
    located = _Locator(file, findings).node(node, "", 1)
    if not isinstance(located, Keys):
        findings.error(
            "YA003", Place(file, line=1), "this is not a list of keys and values", 'write "key: value" lines'
        )
        return findings.parsed(nothing)
    return findings.parsed(located)


_ADVICE = 'check the indentation and the quotes of this line; a text with ": " or " #" in it goes in quotes or after |'


# What the parser says, in part -> what an author would say, and what to do.
_PROBLEMS = {
    "mapping values are not allowed": ('there is a second ": " in this line', _ADVICE),
    "expected <block end>": ("this line does not line up with those above", _ADVICE),
    "cannot start any token": (
        "a tab or a special character starts a value here",
        "use spaces, and quotes around the text",
    ),
    "undefined alias": ("a value that starts with * stands here", "put the text in quotes, or write it after |"),
    "alphabetic or numeric": (
        "a value that starts with * or & stands here",
        "put the text in quotes, or write it after |",
    ),
    "unexpected end of stream": ("a quote is opened here and never closed", "close it, or write the text after |"),
    "expected ',' or": ("a bracket is opened here and never closed", "close it, or put the text in quotes"),
    "another document": ("a line of --- starts a second document here", "delete the line"),
}


def _problem(error: MarkedYAMLError) -> tuple[str, str]:
    """The sentence and the remedy for what the parser says."""
    said = f"{error.context} {error.problem}"
    sentence, remedy = next((words for part, words in _PROBLEMS.items() if part in said), ("", _ADVICE))
    return f"this cannot be read as YAML{': ' if sentence else ''}{sentence}", remedy


def _line(error: MarkedYAMLError, text: str) -> int:
    """Where to look: where something was opened, if the parser met the end of the file before it was closed."""
    mark = error.problem_mark or error.context_mark
    if mark is not None and error.context_mark is not None and mark.line >= text.rstrip().count("\n") + 1:
        mark = error.context_mark
    return mark.line + 1 if mark else 0


class _Locator:
    """From the nodes of ruamel.yaml to ours."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.file = file
        self.findings = findings
        self.seen: set[int] = set()

    def node(self, node: YamlNode, key: str, line: int) -> Node:
        """The located value of `node`; `line` is where it is asked for, which for an alias is not where it stands."""
        from ruamel.yaml.nodes import MappingNode, SequenceNode

        if id(node) in self.seen:
            place = Place(self.file, line=line, key=key)
            self.findings.error("YA004", place, "an alias (*) stands here", "write the value out")
            return Scalar(self.words(node), place)
        self.seen.add(id(node))
        place = Place(self.file, line=node.start_mark.line + 1, key=key)
        if isinstance(node, MappingNode):
            return self.keys(node, place)
        if isinstance(node, SequenceNode):
            items = (self.node(item, f"{key}[{number}]", place.line) for number, item in enumerate(node.value, 1))
            return Items(tuple(items), place)
        return Scalar("" if str(node.tag).endswith(":null") else self.words(node), place)

    def words(self, node: YamlNode) -> str:
        from ruamel.yaml.nodes import ScalarNode

        # Where a text after > is folded, ruamel leaves a mark of its own.
        if not isinstance(node, ScalarNode):
            return ""
        return wording.printable(str(node.value).replace("\a", "") if node.style == ">" else str(node.value))

    def keys(self, node: YamlNode, place: Place) -> Keys:
        from ruamel.yaml.nodes import ScalarNode

        keys = Keys({}, place)
        for key_node, value in node.value:
            key = str(key_node.value)
            path = f"{place.key}.{key}" if place.key else key
            at = Place(self.file, line=key_node.start_mark.line + 1, key=path)
            if not isinstance(key_node, ScalarNode):
                self.findings.error("YA003", at, "this key is no word", 'write "key: value"')
                continue
            if key in keys.entries:
                first = keys.places[key].line
                self.findings.error(
                    "YA002", at, f'"{key}" is written twice, first in line {first}', "keep one of the two"
                )
                continue
            keys.entries[key] = self.node(value, path, at.line)
            keys.places[key] = at
        return keys


FORMAT = Format("keys", (".yaml", ".yml"), parse_yaml)
