"""YAML 1.2 -> located values. Words stay words: what a value means is decided by whoever reads the key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from papers.findings import Findings, Parsed, Place
from papers.reading.format import Format
from papers.reading.located import Items, Keys, Node, Scalar

if TYPE_CHECKING:
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
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        findings.error("YA001", Place(file, line=line), "this is not UTF-8 text", "save the file as UTF-8")
        return findings.parsed(nothing)
    try:
        node = YAML(pure=True).compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 0
        findings.error("YA001", Place(file, line=line), _problem(error.problem), _ADVICE)
        return findings.parsed(nothing)
    except (YAMLError, ValueError) as error:
        findings.error("YA001", Place(file), _problem(str(error)), _ADVICE)
        return findings.parsed(nothing)
    except RecursionError:
        findings.error("YA001", Place(file), "this is nested too deeply", _ADVICE)
        return findings.parsed(nothing)
    if node is None:
        return findings.parsed(nothing)
    located = _Locator(file, findings).node(node, "")
    if not isinstance(located, Keys):
        findings.error(
            "YA003", Place(file, line=1), "this is not a list of keys and values", 'write "key: value" lines'
        )
        return findings.parsed(nothing)
    return findings.parsed(located)


_ADVICE = 'check the indentation and the quotes of this line; a text with ": " or " #" in it goes in quotes or after |'


def _problem(problem: str | None) -> str:
    first = (problem or "").strip().partition("\n")[0]
    return f"this cannot be read as YAML: {first}" if first else "this cannot be read as YAML"


class _Locator:
    """From the nodes of ruamel.yaml to ours."""

    def __init__(self, file: str, findings: Findings) -> None:
        self.file = file
        self.findings = findings
        self.seen: set[int] = set()

    def node(self, node: YamlNode, key: str) -> Node:
        from ruamel.yaml.nodes import MappingNode, SequenceNode

        place = Place(self.file, line=node.start_mark.line + 1, key=key)
        if id(node) in self.seen:
            self.findings.error("YA004", place, "an alias (*) stands here", "write the value out")
            return Scalar("", place)
        if isinstance(node, MappingNode):
            self.seen.add(id(node))
            return self.keys(node, place)
        if isinstance(node, SequenceNode):
            self.seen.add(id(node))
            items = (self.node(item, f"{key}[{number}]") for number, item in enumerate(node.value, 1))
            return Items(tuple(items), place)
        return Scalar("" if str(node.tag).endswith(":null") else str(node.value), place)

    def keys(self, node: YamlNode, place: Place) -> Keys:
        keys = Keys({}, place)
        for key_node, value in node.value:
            key = str(key_node.value)
            path = f"{place.key}.{key}" if place.key else key
            at = Place(self.file, line=key_node.start_mark.line + 1, key=path)
            if key in keys.entries:
                first = keys.places[key].line
                self.findings.error(
                    "YA002", at, f'"{key}" is written twice, first in line {first}', "keep one of the two"
                )
                continue
            keys.entries[key] = self.node(value, path)
            keys.places[key] = at
        return keys


FORMAT = Format("keys", (".yaml", ".yml"), parse_yaml)
