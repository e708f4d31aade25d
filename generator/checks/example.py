"""Examples of rules: fragments of a record that a rule refuses, and others that it lets pass.

``generator/checks/examples/<CODE>.yaml`` has two lists, ``bad`` and ``good``. A fragment is a mapping
of a record's top-level keys; they replace those of ``base.yaml``, a record that passes every rule, and
a key left blank is taken away. The fragments are tests, and the rules page quotes their very lines.

Four keys of a fragment do not belong to the record. The first two come first, and are not quoted:

- ``also``: codes of other rules that cannot but fire with it;
- ``governed_by``: the documents that govern the record, where not those of the demonstration county;
- ``file``: the record's file name, where not ``<id>.yaml``;
- ``beside``: a second record of the register, as a fragment in its turn (for register-wide rules).
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

_UNQUOTED = ("also", "governed_by")
_BLANK = ("", "null", "~")
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Data = dict[str, Any]
"""A record as read from YAML: every scalar is text."""


@dataclass(frozen=True, slots=True)
class Example:
    """One fragment.

    Attributes:
        text: its lines as they stand in the file, for quoting.
        change: the top-level keys that replace those of the base record; None takes one away.
        also: codes that fire besides the rule's own.
        governed_by: ids of the governing documents, or empty for the usual ones.
        file: the record's file name, or None for ``<id>.yaml``.
        beside: the second record's keys, or None where there is none.
    """

    text: str
    change: Data
    also: tuple[str, ...] = ()
    governed_by: tuple[str, ...] = ()
    file: str | None = None
    beside: Data | None = None

    def record(self) -> str:
        """The whole record, as YAML."""
        return _record(self.change)

    def neighbour(self) -> str | None:
        """The whole second record, as YAML, or None where there is none."""
        return None if self.beside is None else _record(self.beside)


@dataclass(frozen=True, slots=True)
class Examples:
    """The examples of one rule."""

    bad: tuple[Example, ...]
    good: tuple[Example, ...]


def base() -> Data:
    """The record that every fragment changes."""
    data: Data = yaml.load(_text("base"), _LOADER)
    return data


@cache
def examples(code: str) -> Examples:
    """The examples of a rule.

    Raises:
        FileNotFoundError: the rule has none; that is a bug of ours.
    """
    text = _text(code)
    root = yaml.compose(text, _LOADER)
    assert isinstance(root, yaml.MappingNode)
    lists = {key.value: value.value for key, value in root.value}
    lines = text.splitlines()
    return Examples(*(tuple(_example(node, lines) for node in lists[kind]) for kind in ("bad", "good")))


def _text(name: str) -> str:
    return (files("generator.checks.examples") / f"{name}.yaml").read_text("utf-8")


def _example(node: yaml.MappingNode, lines: list[str]) -> Example:
    data: Data = _LOADER("").construct_document(node)
    own = {key: data.pop(key, ()) for key in _UNQUOTED}
    shown = [key for key, _ in node.value if key.value not in _UNQUOTED]
    column = node.start_mark.column
    start = shown[0].start_mark.line
    block = [lines[start][column:]]
    for line in lines[start + 1 :]:
        if line.strip() and not line.startswith(" " * column):
            break
        block.append(line[column:])
    return Example(
        text="\n".join(block).rstrip() + "\n",
        file=data.pop("file", None),
        beside=data.pop("beside", None),
        change=data,
        also=tuple(own["also"]),
        governed_by=tuple(own["governed_by"]),
    )


def _record(change: Data) -> str:
    data = {key: value for key, value in {**base(), **change}.items() if value not in _BLANK}
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=1000)
