"""What a text that is not YAML most likely got wrong, in words that help.

YAML's parser says where it could not go on, which is often after the mistake and never why. The
common mistakes are looked for first, in the lines that the parser names; only then its own words
are translated.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import yaml

from generator.reading.fault import Fault
from generator.reading.joined import no_blank, wide_colon
from generator.reading.problems import syntax

_WIDE = re.compile(r"^\s*(?:- +)*([A-Za-z_]\w*|[\u4e00-\u9fff]{2,12}) *：(?!$)|^\s*(?:- +)*(\w+) *：$")
_TAB = re.compile(r"^ *\t")
_BLANK = re.compile(r"^[ \t]*[\u3000\u00a0\u2000-\u200a\u202f\u205f]")
_BRACKETED = re.compile(r"[\[{].*?([，、：“”‘’［］｛｝；])")
_LONG = 50_000
_WIDE_BRACKETS = "［］｛｝"
_WIDE_OPENED = re.compile(r"(?:^|: +|- +)[ ]*([［｛])")
"""A value that begins with a full-width bracket."""
_BARE = re.compile(r"^\s*(?:- +)*[\w（）()]+$")
_YEAR = re.compile(r"\[((?:19|20)\d\d)\](?= *第?\d)")
_QUOTED = re.compile(r"""["'\]}]\s*\S""")


class _Trouble(NamedTuple):
    """What the parser said: its problem and context, and the 0-based spots of both."""

    problem: str
    context: str
    line: int
    column: int
    from_line: int
    from_column: int


def diagnose(text: str, error: yaml.YAMLError, keys: frozenset[str]) -> list[Fault]:
    """The faults that stopped the parser, at least one; ``keys`` are those that the file may use."""
    lines = text.split("\n")
    trouble = _trouble(_plainly(text, error), lines)
    opened = _swallowing(trouble, lines)
    if opened:
        return [opened]
    first = trouble.line if "quoted scalar" in trouble.context else trouble.from_line - 1
    window = range(max(0, first), trouble.line + 1)
    for look in (_tabs, _wide_blanks, _wide_colons, _wide_punctuation):
        faults = list(look(lines, window, keys))
        if faults:
            return faults
    return [_translated(trouble, lines)]


def _plainly(text: str, error: yaml.YAMLError) -> yaml.YAMLError:
    """The error as PyYAML's own parser tells it: nearer to the spot than libyaml, but slow."""
    if len(text) > _LONG:
        return error
    try:
        for depth, event in _depths(text):
            if depth > 64 or isinstance(event, yaml.StreamEndEvent):
                break
    except yaml.YAMLError as plain:
        return plain
    return error


def _depths(text: str) -> Iterator[tuple[int, Any]]:
    depth = 0
    for event in yaml.parse(text, yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        yield depth, event


def _trouble(error: yaml.YAMLError, lines: list[str]) -> _Trouble:
    mark = getattr(error, "problem_mark", None)
    start = getattr(error, "context_mark", None) or mark
    line = min(mark.line, len(lines) - 1) if mark else 0
    problem = getattr(error, "problem", None) or str(error).split("\n")[0]
    return _Trouble(
        problem,
        getattr(error, "context", None) or "",
        line,
        mark.column if mark else 0,
        min(start.line, line) if start else line,
        start.column if start else 0,
    )


def _tabs(lines: list[str], window: range, keys: frozenset[str]) -> Iterator[Fault]:
    if any(_TAB.match(lines[at]) for at in window):
        for at, line in enumerate(lines):
            if found := _TAB.match(line):
                yield Fault(syntax.TAB, at + 1, found.end())


def _wide_blanks(lines: list[str], window: range, keys: frozenset[str]) -> Iterator[Fault]:
    if any(_BLANK.match(lines[at]) for at in window):
        for at, line in enumerate(lines):
            if found := _BLANK.match(line):
                yield Fault(syntax.WIDE_BLANK, at + 1, found.end())


def _wide_colons(lines: list[str], window: range, keys: frozenset[str]) -> Iterator[Fault]:
    """Full-width colons after a key: any in the window, then those after a known key anywhere."""
    if any(_WIDE.match(lines[at]) for at in window):
        for at, line in enumerate(lines):
            found = _WIDE.match(line)
            if found and (at in window or (found[1] or found[2]) in keys):
                yield wide_colon(at + 1, line)


def _wide_punctuation(lines: list[str], window: range, keys: frozenset[str]) -> Iterator[Fault]:
    for at in {window[0], window[-1]}:
        found = _WIDE_OPENED.search(lines[at]) or _BRACKETED.search(lines[at])
        if found and (found[1] in _WIDE_BRACKETS or _closed(lines[at])):
            yield Fault(syntax.WIDE_PUNCTUATION, at + 1, found.start(1) + 1, {"mark": found[1]})


def _closed(line: str) -> bool:
    return line.count("{") + line.count("[") <= line.count("}") + line.count("]")


def _translated(trouble: _Trouble, lines: list[str]) -> Fault:
    for words, answer in _ANSWERS:
        if words in trouble.problem or words in trouble.context:
            fault = answer(trouble, lines)
            if fault:
                return fault
    reason = f"{trouble.context} {trouble.problem}".strip()
    return _at(syntax.OTHER_SYNTAX, trouble, reason=reason)


def _at(problem: Any, trouble: _Trouble, **values: str) -> Fault:
    return Fault(problem, trouble.line + 1, trouble.column + 1, values)


def _from(problem: Any, trouble: _Trouble, **values: str) -> Fault:
    return Fault(problem, trouble.from_line + 1, trouble.from_column + 1, values)


def _quote(trouble: _Trouble, lines: list[str]) -> Fault | None:
    return _from(syntax.OPEN_QUOTE, trouble) if "quoted scalar" in trouble.context else None


def _swallowing(trouble: _Trouble, lines: list[str]) -> Fault | None:
    """The quote that took lines in which, as they were read, nothing else can be wrong."""
    if "quoted scalar" in trouble.context and "end of stream" in trouble.problem:
        return _quote(trouble, lines)
    return _opened(trouble, lines)


def _opened(trouble: _Trouble, lines: list[str]) -> Fault | None:
    """The quote above that a quote before the trouble closed, though it was meant to open."""
    before = lines[trouble.line][: trouble.column].rstrip()
    for mark in ('"', "'"):
        if before.endswith(mark) and before.count(mark) % 2:
            for at in range(trouble.line - 1, -1, -1):
                found = re.search(rf"(?:^|[:,\[{{-]) *({mark})[^{mark}]*$", lines[at])
                if found:
                    return Fault(syntax.OPEN_QUOTE, at + 1, found.start(1) + 1)
    return None


def _flow(trouble: _Trouble, lines: list[str]) -> Fault | None:
    before = lines[trouble.line][: trouble.column].rstrip()
    if found := _YEAR.search(lines[trouble.line]):
        return Fault(syntax.DOCUMENT_BRACKETS, trouble.line + 1, found.start() + 1, {"year": found[1]})
    if trouble.line == trouble.from_line and before.endswith(('"', "'", "]", "}")):
        return _at(syntax.AFTER_QUOTE, trouble)
    return _from(syntax.OPEN_BRACKET, trouble)


def _mapping_value(trouble: _Trouble, lines: list[str]) -> Fault | None:
    before = lines[trouble.line][: trouble.column]
    if _BARE.match(before):
        return Fault(syntax.INDENTATION, trouble.line + 1, len(before) - len(before.lstrip()) + 1)
    return _at(syntax.COLON_IN_VALUE, trouble)


def _no_colon(trouble: _Trouble, lines: list[str]) -> Fault | None:
    line = lines[trouble.from_line]
    tight = no_blank(trouble.from_line + 1, line)
    if tight:
        return tight
    short = line.strip()
    return _from(syntax.NO_COLON, trouble, line=short if len(short) <= 24 else short[:24] + "…")


def _block(trouble: _Trouble, lines: list[str]) -> Fault | None:
    before = lines[trouble.line][: trouble.column].rstrip()
    if before.endswith(('"', "'", "]", "}")):
        return _at(syntax.AFTER_QUOTE, trouble)
    return no_blank(trouble.line + 1, lines[trouble.line]) or _at(syntax.INDENTATION, trouble)


def _dash(trouble: _Trouble, lines: list[str]) -> Fault | None:
    before = lines[trouble.line][: trouble.column].rstrip()
    return _at(syntax.DASH_PLACE if before.endswith(":") else syntax.INDENTATION, trouble)


def _token(trouble: _Trouble, lines: list[str]) -> Fault | None:
    mark = lines[trouble.line][trouble.column : trouble.column + 1]
    if mark == "\t":
        return _at(syntax.TAB, trouble)
    before = lines[trouble.line][: trouble.column].rstrip()
    if before.endswith(('"', "'", "]", "}")):
        return _at(syntax.AFTER_QUOTE, trouble)
    return _at(syntax.RESERVED, trouble, mark=mark)


def _block_sign(trouble: _Trouble, lines: list[str]) -> Fault | None:
    return _from(syntax.RESERVED, trouble, mark=lines[trouble.from_line][trouble.from_column :][:1])


def _anchor(trouble: _Trouble, lines: list[str]) -> Fault | None:
    return _from(syntax.ANCHOR, trouble, mark=lines[trouble.from_line][trouble.from_column :][:1])


def _tag(trouble: _Trouble, lines: list[str]) -> Fault | None:
    return _from(syntax.TAG, trouble, mark=lines[trouble.from_line][trouble.from_column :][:1])


_ANSWERS: tuple[tuple[str, Callable[[_Trouble, list[str]], Fault | None]], ...] = (
    ("unknown escape character", lambda trouble, _: _at(syntax.ESCAPE, trouble)),
    ("escape sequence", lambda trouble, _: _at(syntax.ESCAPE, trouble)),
    ("quoted scalar", _quote),
    ("while parsing a flow", _flow),
    ("mapping values are not allowed", _mapping_value),
    ("sequence entries are not allowed", _dash),
    ("mapping keys are not allowed", lambda trouble, _: _at(syntax.RESERVED, trouble, mark="?")),
    ("could not find expected ':'", _no_colon),
    ("cannot start any token", _token),
    ("while scanning a block scalar", _block_sign),
    ("while scanning an alias", _anchor),
    ("while scanning an anchor", _anchor),
    ("while scanning a tag", _tag),
    ("while scanning a directive", _tag),
    ("tag handle", _tag),
    ("found duplicate anchor", _anchor),
    ("<document start>", _block),
    ("while parsing a block", _block),
)
"""What the parser's words mean; the first that fits."""
