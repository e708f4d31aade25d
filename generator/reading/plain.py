"""The fast way in: plain YAML, read line by line.

Plain YAML is the part of YAML that a tidy record is written in, and that every YAML reader reads alike:

- lines of printable characters, indented with blanks; comments alone on their line, or after a value
  and begun with ``# ``;
- keys of lower-case letters and underscores, a colon, then a blank or the end of the line;
- a dash and a blank before an entry of a list, one dash to a line;
- one value to a line: a word or sentence that begins with a letter, a digit or a character beyond ASCII;
  text in quotes without escapes; a flow collection of these that closes on its line.

Everything else, and everything that is doubtful or wrong, is not refused here but left to
:mod:`generator.reading.nodes`, the authority on the language; ``docs/decisions/0002-two-yaml-readers.md``
says why there are two, and the differential test that they never disagree.
"""

import re
from typing import Any

DEPTH_LIMIT = 32
"""How many collections may stand within each other."""

BLANK = frozenset({"~", "null", "Null", "NULL"})
"""Plain words by which YAML says that a value is not filled in."""

_ODD = re.compile("[^\n -~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
_FIRST = "[A-Za-z0-9\u00a1-\U0010ffff]"
_PLAIN = rf"{_FIRST}[^:#\n]*+(?:(?::(?=[^ \n])|(?<=[^ \n])#)[^:#\n]*+)*+"
_QUOTED = r'"([^"\\\n]*)"' + r"|'([^'\n]*)'"

_LINE = re.compile(
    r"( *)(- +)?(?:([a-z_]{1,40}):(?= |\n) *)?"
    rf"(?:({_PLAIN})(?:(?<= )#(?=[ \n])[^\n]*)?"
    rf"|(?:{_QUOTED}|([\[{{][^\n]*))? *(?:(?<![^ \n])#[^\n]*)?)\n"
)
_FLOW_KEY = re.compile(r" *([a-z_]{1,40}): +")
_FLOW_VALUE = re.compile(rf""" *(?:({_FIRST}[^,\[\]{{}}:#?"'\n]*+)|{_QUOTED}|([\[{{]))""")
_FLOW_NEXT = re.compile(r" *([,\]}])")
_TIDY = re.compile(rf"""([a-z_]{{1,40}}): (?:({_FIRST}[^,\[\]{{}}:#?"'\n]*+)(?<! )|"([^"\\\n]*)")(, |\}}$)""")

Value = dict[str, Any] | list[Any] | str | None


class _Unsure(Exception):  # noqa: N818 - it is no error
    """The text is not plain YAML."""


def quick(text: str, keys: frozenset[str]) -> dict[str, Any] | None:
    r"""The value of a file in plain YAML, or None where the authority must look.

    ``text`` has no byte-order mark and ``\n`` as its only line end. Every scalar is text; a key of
    ``keys`` without a value is left out; other keys and a list's entries without a value are None.
    """
    if _ODD.search(text):
        return None
    try:
        return _block(text if text.endswith("\n") else text + "\n", keys)
    except _Unsure:
        return None


def _block(text: str, keys: frozenset[str]) -> dict[str, Any]:
    root: dict[str, Any] = {}
    stack: list[tuple[int, Any]] = [(0, root)]
    blanks: list[tuple[dict[str, Any], str]] = []
    opened: tuple[int, dict[str, Any], str] | None = None
    position, end = 0, len(text)
    match = _LINE.match
    while position < end:
        found = match(text, position)
        if not found:
            raise _Unsure
        position = found.end()
        indent, dash, key, plain, double, single, flow = found.groups()
        kind = found.lastindex
        if kind == 1:
            continue
        column = len(indent)
        if opened:
            _open(stack, opened, column, dash, blanks)
            opened = None
        at, holder = stack[-1]
        if at != column or (type(holder) is list) is not (dash is not None):
            holder = _holder(stack, column, dash)
        if dash:
            if not key:
                holder.append(_scalar(kind, plain, double, single, flow))
                continue
            column += len(dash)
            entry: dict[str, Any] = {}
            holder.append(entry)
            stack.append((column, entry))
            holder = entry
        if not key or key in holder:
            raise _Unsure
        if kind == 3:
            if "#" in found[0]:
                raise _Unsure
            holder[key] = None
            opened = column, holder, key
        else:
            value = _scalar(kind, plain, double, single, flow)
            holder[key] = value
            if value is None:
                blanks.append((holder, key))
    if opened:
        blanks.append(opened[1:])
    for holder, key in blanks:
        if key in keys:
            del holder[key]
    if not root and not blanks:
        raise _Unsure
    return root


def _open(
    stack: list[tuple[int, Any]],
    opened: tuple[int, dict[str, Any], str],
    column: int,
    dash: str | None,
    blanks: list[tuple[dict[str, Any], str]],
) -> None:
    """Settle what stands below a key that had no value on its line: a collection or nothing."""
    above, holder, key = opened
    if column > above or (dash and column == above):
        below: Any = [] if dash else {}
        holder[key] = below
        stack.append((column, below))
        if len(stack) > DEPTH_LIMIT - 1:
            raise _Unsure
    else:
        blanks.append((holder, key))


def _holder(stack: list[tuple[int, Any]], column: int, dash: str | None) -> Any:
    """The collection to which a line at ``column`` belongs, those that ended before it taken off."""
    while stack[-1][0] > column:
        stack.pop()
    if not dash and type(stack[-1][1]) is list:
        stack.pop()
    if not stack:
        raise _Unsure
    at, holder = stack[-1]
    if at != column or (type(holder) is list) is not bool(dash):
        raise _Unsure
    return holder


def _scalar(
    kind: int | None, plain: str | None, double: str | None, single: str | None, flow: str | None
) -> Value:
    if kind == 4:
        assert plain
        word = plain.rstrip(" ")
        return None if word in BLANK else word
    if kind == 5:
        return double
    if kind == 6:
        return single
    if kind == 7:
        assert flow
        tidy = _tidy(flow)
        if tidy:
            return tidy
        value: Value
        value, end = _collection(flow, 0, 1)
        if flow[end:].strip(" "):
            raise _Unsure
        return value
    raise _Unsure


def _tidy(flow: str) -> dict[str, Any] | None:
    """The value of a flow mapping of words in its commonest spelling: the same, only sooner.

    The entries found stand one after the other exactly if their lengths add up to the whole; the last
    one then ends with the bracket.
    """
    value: dict[str, Any] = {}
    length = 1
    for key, word, quoted, after in _TIDY.findall(flow):
        if key in value or word in BLANK:
            return None
        length += len(key) + len(after) + (len(word) + 2 if word else len(quoted) + 4)
        value[key] = word or quoted
    return value if length == len(flow) and flow[0] + flow[-1] == "{}" else None


def _collection(text: str, position: int, depth: int) -> tuple[Any, int]:
    """The flow collection that opens at ``position``, and where it ends."""
    if depth > DEPTH_LIMIT // 2:
        raise _Unsure
    mapping = text[position] == "{"
    closing = "}" if mapping else "]"
    position += 1
    values: list[Any] = []
    keys: list[str] = []
    following = _FLOW_NEXT.match(text, position)
    if following and following[1] == closing:
        return ({} if mapping else []), following.end()
    while True:
        if mapping:
            key = _FLOW_KEY.match(text, position)
            if not key or key[1] in keys:
                raise _Unsure
            keys.append(key[1])
            position = key.end()
        value, position = _flow_value(text, position, depth, mapping)
        values.append(value)
        following = _FLOW_NEXT.match(text, position)
        if not following:
            raise _Unsure
        position = following.end()
        if following[1] == closing:
            break
        if following[1] != ",":
            raise _Unsure
    if not mapping:
        return values, position
    if None in values:
        raise _Unsure
    return dict(zip(keys, values, strict=True)), position


def _flow_value(text: str, position: int, depth: int, mapping: bool) -> tuple[Any, int]:
    found = _FLOW_VALUE.match(text, position)
    if not found:
        raise _Unsure
    kind = found.lastindex
    if kind == 1:
        word = found[1].rstrip(" ")
        if not mapping and "，" in word:
            raise _Unsure
        return (None if word in BLANK else word), found.end()
    if kind == 4:
        below: tuple[Any, int] = _collection(text, found.end() - 1, depth + 1)
        return below
    return (found[2] if kind == 2 else found[3]), found.end()
