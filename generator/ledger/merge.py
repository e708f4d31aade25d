"""A changed record written back into its own text: only what changed is touched.

The text is walked beside the record's old and new values. Where they are equal nothing is done, so
comments, blank lines, order and spelling stay. Where they differ the smallest part that can be replaced is:
a single value, a key, an entry of a list.
"""

import re
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from generator.ledger.draft import Draft, ordered
from generator.ledger.emit import emit, entry, item, scalar
from generator.reading.nodes import Node, parse

_COMMENT = re.compile(r"\s*(?:#.*)?")
_TRAILING = re.compile(r"\s+#[^'\"]*$")


@dataclass(frozen=True, slots=True)
class _Edit:
    """Lines ``start`` to ``end`` (counted from 0, the end not included) give way to others."""

    start: int
    end: int
    lines: list[str]


@dataclass(slots=True)
class _Merge:
    lines: list[str]
    edits: list[_Edit] = field(default_factory=list)

    def map(self, node: Node, old: Draft, new: Draft, limit: int) -> None:
        """A block map whose part of the text ends before line ``limit``."""
        spans = self._spans(node, limit)
        indent = " " * (node.column - 1)
        for key, (start, end) in spans.items():
            if key not in new:
                self.edits.append(_Edit(start, end, []))
            elif old.get(key) != new[key]:
                self._entry(node, key, old.get(key), new[key], (start, end), indent)
        self._added(node, new, spans, indent)

    def _spans(self, node: Node, limit: int) -> dict[str, tuple[int, int]]:
        """The lines of every key with its value, comments after it left to what follows."""
        keys = list(node.entries)
        found = {}
        for number, key in enumerate(keys):
            start = node.entries[key][0].line - 1
            end = node.entries[keys[number + 1]][0].line - 1 if number + 1 < len(keys) else limit
            found[key] = start, self._trimmed(start, end)
        return found

    def _trimmed(self, start: int, end: int) -> int:
        while end > start + 1 and _COMMENT.fullmatch(self.lines[end - 1]):
            end -= 1
        return end

    def _entry(self, node: Node, key: str, old: Any, new: Any, span: tuple[int, int], indent: str) -> None:
        value = node.entries[key][1]
        start, end = span
        if isinstance(new, dict) and isinstance(old, dict) and value.kind == "map" and not value.flow:
            self.map(value, old, new, end)
        elif isinstance(new, list) and isinstance(old, list) and value.kind == "list" and not value.flow:
            self._list(value, key, old, new, end)
        elif value.kind == "text" and value.line == value.end and not isinstance(new, (dict, list)):
            line = self.lines[value.line - 1]
            changed = line[: value.column - 1] + scalar(new) + line[value.stop - 1 :]
            self.edits.append(_Edit(value.line - 1, value.line, [changed]))
        else:
            before = self.lines[start][: node.entries[key][0].column - 1]
            made = entry(key, new, indent, before)
            if end == start + 1 and (comment := _TRAILING.search(self.lines[start])):
                made[-1 if len(made) == 1 else 0] += comment[0]
            self.edits.append(_Edit(start, end, made))

    def _added(self, node: Node, new: Draft, spans: dict[str, tuple[int, int]], indent: str) -> None:
        """Keys that the text lacks, each after the one that comes before it in a tidy record."""
        after: str | None = None
        waiting: list[str] = []
        for key, value in new.items():
            if key in spans:
                if waiting and after is None:
                    start = spans[key][0]
                    first = self.lines[start]
                    if first[: len(indent)].strip():
                        self._rewritten(node, new, indent, spans)
                        return
                    self.edits.append(_Edit(start, start, waiting))
                    waiting = []
                after = key
                continue
            made = entry(key, value, indent)
            if after is None:
                waiting += made
            else:
                self.edits.append(_Edit(spans[after][1], spans[after][1], made))

    def _rewritten(self, node: Node, new: Draft, indent: str, spans: dict[str, tuple[int, int]]) -> None:
        """An entry of a list whose first key is new: its dash moves, so the whole entry is written anew."""
        start, end = min(spans.values())[0], max(end for _, end in spans.values())
        self.edits[:] = [each for each in self.edits if not start <= each.start < end]
        before = self.lines[start][: node.column - 1]
        lines: list[str] = []
        for key, value in new.items():
            lines += entry(key, value, indent, None if lines else before)
        self.edits.append(_Edit(start, end, lines))

    def _list(self, node: Node, key: str, old: list[Any], new: list[Any], limit: int) -> None:
        starts = [each.line - 1 for each in node.items]
        ends = [self._trimmed(start, end) for start, end in zip(starts, [*starts[1:], limit], strict=True)]
        indent = " " * (len(self.lines[starts[0]]) - len(self.lines[starts[0]].lstrip()))
        matcher = SequenceMatcher(None, list(map(repr, old)), list(map(repr, new)), autojunk=False)
        for kind, from_, to, new_from, new_to in matcher.get_opcodes():
            if kind == "equal":
                continue
            paired = min(to - from_, new_to - new_from)
            for offset in range(paired):
                at = from_ + offset
                self._item(
                    node.items[at], key, old[at], new[new_from + offset], (starts[at], ends[at]), indent
                )
            for at in range(from_ + paired, to):
                self.edits.append(_Edit(starts[at], ends[at], []))
            lines = [line for each in new[new_from + paired : new_to] for line in item(each, key, indent)]
            if lines:
                where = ends[from_ + paired - 1] if from_ + paired else starts[0]
                self.edits.append(_Edit(where, where, lines))

    def _item(self, node: Node, key: str, old: Any, new: Any, span: tuple[int, int], indent: str) -> None:
        block = node.kind == "map" and not node.flow
        first = next(iter(node.entries), None)
        if block and isinstance(old, dict) and isinstance(new, dict) and first in new:
            self.map(node, old, new, span[1])
            return
        made = item(new, key, indent)
        if span[1] == span[0] + 1 and len(made) == 1 and (comment := _TRAILING.search(self.lines[span[0]])):
            made[0] += comment[0]
        self.edits.append(_Edit(*span, made))

    def text(self) -> str:
        """The lines after all edits."""
        lines = list(self.lines)
        order = sorted(enumerate(self.edits), key=lambda each: (each[1].start, each[1].end, each[0]))
        for _, edit in reversed(order):
            lines[edit.start : edit.end] = edit.lines
        return "\n".join(lines)


def merged(text: str, old: Draft, new: Draft) -> str:
    """The text with what differs between two records changed in it.

    ``text`` says ``old``. A text that is one flow map, or ends in no line, is written anew.
    """
    root = parse(text).root
    new = ordered(new)
    if root is None or root.kind != "map" or root.flow:
        return emit(new)
    body = text if text.endswith("\n") else f"{text}\n"
    merge = _Merge(body.split("\n"))
    merge.map(root, old, new, len(merge.lines) - 1)
    return merge.text()
