"""From text to the value of a whole file, by the fast way where it is sure, else by the authority."""

from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.findings.finding import Bilingual
from generator.reading.diagnose import diagnose
from generator.reading.fault import Fault
from generator.reading.joined import crushed, swallowed
from generator.reading.nodes import LOADER, Node, parse
from generator.reading.plain import quick_of_clean
from generator.reading.problems import files, syntax
from generator.reading.slips import flow_slips, lost


@dataclass(slots=True)
class Mapping:
    """The value of a file: text in dicts and lists, or None where its faults leave none.

    ``plain`` says that the fast way took the text.
    """

    value: dict[str, Any] | None = None
    faults: list[Fault] = field(default_factory=list)
    root: Node | None = None
    plain: bool = False


def load_mapping(text: str, keys: frozenset[str]) -> Mapping:
    """The value of a text that was decoded without faults.

    ``keys`` are all that such a file may use, to recognise slips by.
    """
    value = quick_of_clean(text, keys)
    return Mapping(value, plain=True) if value is not None else by_authority(text, keys)


def by_authority(text: str, keys: frozenset[str], loader: Any = LOADER) -> Mapping:
    """The value of a text by PyYAML, and all faults of its writing."""
    try:
        tree = parse(text, loader)
    except yaml.YAMLError as error:
        return Mapping(faults=diagnose(text, error, keys))
    root, faults = tree.root, tree.faults
    if not tree.sound:
        return Mapping(faults=faults, root=root)
    if root is None or root.blank:
        return Mapping(faults=faults or [Fault(files.EMPTY)])
    lines = text.split("\n")
    if root.kind != "map":
        return Mapping(faults=[*faults, *_no_mapping(root, lines)], root=root)
    nodes = root.walk()
    faults += swallowed(nodes, lines, keys)
    faults += flow_slips(nodes, lines)
    faults += lost(nodes, lines)
    return Mapping(root.value(keys), faults, root)


def _no_mapping(root: Node, lines: list[str]) -> list[Fault]:
    joined = list(crushed(root, lines))
    if joined:
        return joined
    what = {
        "list": Bilingual("一个用短横线或方括号列出的清单", "a list"),
        "text": Bilingual("一段文字", "a text"),
    }[root.kind]
    return [Fault(syntax.NOT_A_MAPPING, root.line, root.column, {"what": what})]
