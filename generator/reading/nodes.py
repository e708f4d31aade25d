"""The authority: YAML by PyYAML's events, with the line and column of everything.

The language of records is YAML 1.1 as PyYAML reads it, less what lets a text mean something else
than it shows: anchors, aliases, tags, directives, merge keys, keys that are collections, several
documents. Every scalar is text. Nothing here recurses, so no nesting can exhaust the stack.
"""

from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import yaml

from generator.findings.finding import Path
from generator.reading.fault import Fault
from generator.reading.plain import BLANK, DEPTH_LIMIT
from generator.reading.problems import syntax

LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
"""libyaml's parser where PyYAML was built with it; both read the same events."""


_NO_ENTRIES: Any = MappingProxyType({})
_NO_ITEMS: Any = ()


@dataclass(slots=True, eq=False)
class Node:
    """A part of a file: a ``map``, a ``list`` or a ``text``; lines and columns count from 1.

    Attributes:
        end, stop: the last line of a text, and the column after it.
        text: the words of a text.
        plain: a text without quotes that is no block scalar.
        flow: a collection in brackets.
        entries: the keys and values of a map, in their order, repeated keys left out.
        items: the entries of a list.
    """

    kind: str
    line: int
    column: int
    end: int = 0
    stop: int = 0
    text: str = ""
    plain: bool = False
    flow: bool = False
    entries: dict[str, tuple["Node", "Node"]] = field(default_factory=lambda: _NO_ENTRIES)
    items: list["Node"] = _NO_ITEMS

    @property
    def blank(self) -> bool:
        """Whether it says that nothing is filled in."""
        return self.kind == "text" and self.plain and (not self.text or self.text in BLANK)

    def value(self, keys: frozenset[str]) -> Any:
        """The value for the models: text in dicts and lists, None for what is blank.

        Blank keys of ``keys`` are left out: they are not filled in. Others stay, so that a slip of
        the pen is seen for what it is.
        """
        if self.kind == "text":
            return None if self.blank else self.text
        if self.kind == "list":
            return [item.value(keys) for item in self.items]
        return {
            key: value.value(keys)
            for key, (_, value) in self.entries.items()
            if not (value.blank and key in keys)
        }

    def walk(self) -> list["Node"]:
        """Itself and all within it, keys included, each after what holds it."""
        found = [self]
        for node in found:
            for pair in node.entries.values():
                found += pair
            found += node.items
        return found

    def find(self, path: Path) -> tuple[int, int]:
        """Line and column of the value at a path, else of its nearest part that is there.

        That is the key of the part that lacks the rest, or the part itself where it has no key.
        """
        at: Node = self
        spot = self.line, self.column
        for number, step in enumerate(path):
            if isinstance(step, str) and step in at.entries:
                key, at = at.entries[step]
                whole = number == len(path) - 1 and not at.blank
                spot = (at.line, at.column) if whole else (key.line, key.column)
            elif isinstance(step, int) and 0 <= step < len(at.items):
                at = at.items[step]
                spot = at.line, at.column
            else:
                break
        return spot

    def at(self, path: Path) -> "Node | None":
        """The part at a path, or None."""
        at: Node = self
        for step in path:
            if isinstance(step, str) and step in at.entries:
                at = at.entries[step][1]
            elif isinstance(step, int) and 0 <= step < len(at.items):
                at = at.items[step]
            else:
                return None
        return at


@dataclass(slots=True)
class Tree:
    """What parsing made of a text.

    ``root`` is None for an empty text. ``sound`` is False where faults leave no value to go on with.
    A syntax error is raised, not kept here.
    """

    root: Node | None = None
    faults: list[Fault] = field(default_factory=list)
    sound: bool = True


def parse(text: str, loader: Any = LOADER) -> Tree:
    """The parts of a text.

    Raises:
        yaml.YAMLError: the text is not YAML.
    """
    builder = _Builder()
    for event in yaml.parse(text, loader):
        if not builder.take(event):
            break
    return builder.tree


class _Builder:
    """Builds the tree from events; keeps the open collections on a stack of its own."""

    def __init__(self) -> None:
        self.tree = Tree()
        self._open: list[Node] = []
        self._keys: list[Node | None] = []
        self._documents = 0

    def take(self, event: Any) -> bool:
        """Take the next event; False when the rest is of no use."""
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor or event.tag:
                self._marks(event)
            self._attach(self._scalar(event))
        elif isinstance(event, yaml.CollectionStartEvent):
            return self._start(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._open.pop()
            self._keys.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._fault(syntax.ANCHOR, event, mark=f"*{event.anchor}")
            self.tree.sound = False
            self._attach(self._scalar(event))
        elif isinstance(event, yaml.DocumentStartEvent):
            return self._document(event)
        return True

    def _document(self, event: Any) -> bool:
        self._documents += 1
        if self._documents > 1:
            self._fault(syntax.SEVERAL_DOCUMENTS, event)
            self.tree.sound = False
            return False
        if event.version or event.tags:
            self._fault(syntax.TAG, event, mark="%")
        return True

    def _scalar(self, event: Any) -> Node:
        node = _node("text", event)
        node.text = getattr(event, "value", "")
        node.plain = not getattr(event, "style", None)
        return node

    def _start(self, event: Any) -> bool:
        self._marks(event)
        kind = "map" if isinstance(event, yaml.MappingStartEvent) else "list"
        if len(self._open) >= DEPTH_LIMIT:
            self._fault(syntax.TOO_DEEP, event, limit=DEPTH_LIMIT)
            self.tree.sound = False
            return False
        node = _node(kind, event)
        node.flow = bool(event.flow_style)
        if kind == "map":
            node.entries = {}
        else:
            node.items = []
        self._attach(node)
        self._open.append(node)
        self._keys.append(None)
        return True

    def _marks(self, event: Any) -> None:
        if event.anchor:
            self._fault(syntax.ANCHOR, event, mark=f"&{event.anchor}")
        if event.tag:
            self._fault(syntax.TAG, event, mark=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _attach(self, node: Node) -> None:
        if not self._open:
            if self.tree.root is None:
                self.tree.root = node
        elif self._open[-1].kind == "list":
            self._open[-1].items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = node
        else:
            key, self._keys[-1] = self._keys[-1], None
            self._entry(self._open[-1], key, node)

    def _entry(self, holder: Node, key: Node, value: Node) -> None:
        if key.kind != "text":
            self.tree.faults.append(Fault(syntax.COMPLEX_KEY, key.line, key.column))
            self.tree.sound = False
        elif key.plain and key.text == "<<":
            self.tree.faults.append(Fault(syntax.MERGE, key.line, key.column))
            self.tree.sound = False
        elif key.text in holder.entries:
            first = holder.entries[key.text][0].line
            values: dict[str, str | int] = {"key": key.text, "line": first}
            self.tree.faults.append(Fault(syntax.DUPLICATE_KEY, key.line, key.column, values))
        else:
            holder.entries[key.text] = key, value

    def _fault(self, problem: Any, event: Any, **values: str | int) -> None:
        mark = event.start_mark
        self.tree.faults.append(Fault(problem, mark.line + 1, mark.column + 1, values))


def _node(kind: str, event: Any) -> Node:
    mark = event.start_mark
    end = event.end_mark
    return Node(kind, mark.line + 1, mark.column + 1, end.line + 1, end.column + 1)
