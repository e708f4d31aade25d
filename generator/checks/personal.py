"""The rules on personal information: they judge the text of any input file, not a record.

Values, keys, comments and prose are all the same here: whatever stands in an input may end up in an
output, or in a copy that is passed on. No finding repeats what it found; the source line that it shows
is masked.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.checks.rules.p001 import PROBLEM as P001
from generator.checks.rules.p002 import PROBLEM as P002
from generator.checks.rules.p003 import PROBLEM as P003
from generator.checks.rules.p004 import PROBLEM as P004
from generator.findings.finding import Bilingual, Finding, Problem, Spot, order
from generator.records.privacy import Kind, masked, private_numbers, suspicious

__all__ = ["PROBLEMS", "concealed", "mask", "scan"]

PROBLEMS: tuple[Problem, ...] = (P001, P002, P003, P004)
"""The kinds of findings of the personal scan."""

_BY_KIND = {Kind.IDENTITY: P001, Kind.MOBILE: P002, Kind.CARD: P003}

_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_LEADS = (b"\xee", b"\xf3", b"\xf4")
"""First bytes in UTF-8 of the private-use characters up to U+EFFF and from U+F0000 on."""
_LOW_PRIVATE = re.compile(rb"\xef[\x80-\xa3]")

mask = masked
"""Covers every private number in a text by stars, leaving its length and its lines as they are."""


def scan(text: str, file: str, data: bytes | None = None) -> list[Finding]:
    """What must not stand in an input: private numbers and private-use characters, in their order.

    ``data`` is the text in UTF-8, with whatever line ends, where it is at hand.
    """
    if data is None:
        data = text.encode("utf-8", "surrogatepass")
    numbers = private_numbers(text) if suspicious(data) else []
    characters = list(_characters(text)) if _odd(data) else []
    if not numbers and not characters:
        return []
    lines = masked(text).split("\n")
    found = [_finding(text, file, lines, number.start, _BY_KIND[number.kind]) for number in numbers]
    found += [
        _finding(text, file, lines, at, P004, code=f"U+{ord(text[at]):04X}", count=count)
        for at, count in characters
    ]
    return sorted(found, key=order)


def concealed(findings: list[Finding], text: str) -> list[Finding]:
    """Findings of one file, with what they quote of its ``text`` masked.

    A number that is folded over two lines is recognised only in the whole text; so the source lines are
    taken from the masked text.
    """
    covered = masked(text)
    if covered == text:
        return findings
    lines = covered.split("\n")
    return [_concealed(finding, lines) for finding in findings]


def _concealed(finding: Finding, lines: list[str]) -> Finding:
    line = finding.spot.line - 1
    return replace(
        finding,
        message=Bilingual(*map(masked, finding.message)),
        remedy=Bilingual(*map(masked, finding.remedy)),
        excerpt=lines[line].rstrip("\r") if finding.excerpt and line < len(lines) else finding.excerpt,
    )


def _finding(
    text: str, file: str, lines: list[str], start: int, problem: Problem, **values: object
) -> Finding:
    line = text.count("\n", 0, start)
    return Finding(
        problem=problem,
        spot=Spot(file, line + 1, start - text.rfind("\n", 0, start)),
        message=problem.message.filled(**values),
        remedy=problem.remedy.filled(**values),
        excerpt=lines[line].rstrip("\r"),
    )


def _odd(data: bytes) -> bool:
    """Whether a text, in UTF-8, may have private-use characters."""
    return any(map(data.__contains__, _LEADS)) or bool(_LOW_PRIVATE.search(data))


def _characters(text: str) -> Iterator[tuple[int, int]]:
    """The first private-use character of every line, and how many there are in it."""
    start = 0
    for line in text.split("\n"):
        found = _PRIVATE_USE.findall(line)
        if found:
            yield start + line.index(found[0]), len(found)
        start += len(line) + 1
