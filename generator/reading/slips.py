"""Slips that YAML takes without a word, and that change what a record says."""

import re
from collections.abc import Iterator

from generator.reading.fault import Fault
from generator.reading.joined import key_of
from generator.reading.nodes import Node
from generator.reading.problems import slips, syntax

_SHORT = 20
_LOST = re.compile(r" +#(?=[^ #])")


def flow_slips(nodes: list[Node], lines: list[str]) -> Iterator[Fault]:
    """Entries in brackets that are parted where they should not be, or not parted where they should.

    A full-width comma in a list: one entry or two? An entry of a mapping without a colon: YAML makes
    a blank key of the ``000`` of ``{amount: 540,000}``, and five hundred and forty of the amount.
    """
    for node in nodes:
        if node.flow and node.kind == "list":
            for item in node.items:
                if item.plain and "，" in item.text:
                    column = item.column + item.text.index("，")
                    yield Fault(syntax.WIDE_PUNCTUATION, item.line, column, {"mark": "，"})
        elif node.flow:
            yield from _without_colon(node, lines)


def _without_colon(node: Node, lines: list[str]) -> Iterator[Fault]:
    for text, (key, value) in list(node.entries.items()):
        bare = value.kind == "text" and value.plain and not value.text
        if bare and not _after(key, lines).startswith(":") and not key_of(text):
            del node.entries[text]
            yield Fault(slips.NO_ENTRY, key.line, key.column, {"text": text})


def _after(node: Node, lines: list[str]) -> str:
    return lines[node.end - 1][node.stop - 1 :].lstrip() if node.end <= len(lines) else ""


def lost(nodes: list[Node], lines: list[str]) -> Iterator[Fault]:
    """Number signs that cut a text short, or off: the rest of the line is taken for a comment."""
    for node in nodes:
        if node.plain and node.end <= len(lines):
            line = lines[node.end - 1]
            found = _LOST.match(line, node.stop - 1)
            if found:
                rest = line[found.end() - 1 :]
                short = rest if len(rest) <= _SHORT else rest[:_SHORT] + "…"
                yield Fault(slips.LOST, node.end, found.end(), {"rest": short})
