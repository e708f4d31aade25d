"""Keys that ran into their values: a full-width colon, or no blank after the colon or the dash.

YAML takes such a line for plain text, so these mistakes show up far from where they were made. Here
they are found by the look of the lines.
"""

import re
from collections.abc import Iterator

from generator.reading.fault import Fault
from generator.reading.nodes import Node
from generator.reading.problems import syntax

_WORD = r"[A-Za-z_\u4e00-\u9fff][A-Za-z_0-9\u4e00-\u9fff]*"
_JOINED = re.compile(rf"\s*(?:- +)*({_WORD}) *(：|:(?=[^ \t\n/]))")
_TIGHT = re.compile(rf"\s*(?:- +)*({_WORD}):(?=[^ \t\n/])")
_TIGHT_DASH = re.compile(r"\s*-(?=[^ \t\n-])")


def key_of(text: str) -> str | None:
    """The key with which a text begins, if its colon does not part it from the rest."""
    found = _JOINED.match(text)
    return found[1] if found else None


def wide_colon(number: int, line: str) -> Fault:
    """The fault of line ``number``, whose key is followed by a full-width colon."""
    column = line.index("：")
    key = re.split(r"[\s\[{,-]", line[:column].rstrip())[-1]
    right = f"{key}: {line[column + 1 :].strip()}".rstrip()
    return Fault(syntax.WIDE_COLON, number, column + 1, {"key": key, "right": right})


def no_blank(number: int, line: str) -> Fault | None:
    """The fault of line ``number`` if no ordinary blank stands after its key's colon or its dash."""
    if found := _TIGHT.match(line):
        key, right = found[1] + ":", f"{line[: found.end()].strip()} {line[found.end() :].strip()}".rstrip()
    elif found := _TIGHT_DASH.match(line):
        key, right = "-", f"- {line[found.end() :].strip()}"
    else:
        return None
    odd = line[found.end() : found.end() + 1].isspace()
    problem = syntax.ODD_BLANK if odd else syntax.NO_BLANK
    return Fault(problem, number, found.end() + 1, {"key": key, "right": right})


def crushed(node: Node, lines: list[str]) -> Iterator[Fault]:
    """The lines of a plain text that were meant as keys with values."""
    if not node.plain:
        return
    for number in range(node.line, min(node.end, len(lines)) + 1):
        start = node.column - 1 if number == node.line else 0
        part = node.text if node.line == node.end else lines[number - 1][start:]
        found = _JOINED.match(part)
        if found:
            yield _shifted(wide_colon(number, part) if found[2] == "：" else no_blank(number, part), start)
        elif number == node.line and _TIGHT_DASH.match(part):
            yield _shifted(no_blank(number, part), start)


def _shifted(fault: Fault | None, by: int) -> Fault:
    assert fault
    return Fault(fault.problem, fault.line, fault.column + by, fault.values)


def swallowed(nodes: list[Node], lines: list[str], keys: frozenset[str]) -> Iterator[Fault]:
    """Lines that begin with a known key and were taken for the rest of the plain text above them."""
    for node in nodes:
        if node.plain and node.end > node.line:
            for number in range(node.line + 1, min(node.end, len(lines)) + 1):
                found = _JOINED.match(lines[number - 1])
                if found and found[1] in keys:
                    line = lines[number - 1]
                    fault = wide_colon(number, line) if found[2] == "：" else no_blank(number, line)
                    yield _shifted(fault, 0)
