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
_FIRST = r"[^\x00-/:-@\[-`{-\xa0]"
"""A letter, a digit or what is beyond ASCII; told by the others, since that is compiled sooner."""
_NULL = "[nN](?:ull|ULL)"
_PLAIN = rf"(?!{_NULL} *[#\n]){_FIRST}[^:#\n]*(?:(?=\n)|(?:(?::(?=[^ \n])|(?<=[^ \n])#)[^:#\n]*)*)"
_WORD = rf"""(?!{_NULL}[,\]}}]){_FIRST}[^,\[\]{{}}:#?"'\n]*(?<! )"""
_LISTED = rf"(?!，){_WORD}".replace("[^,", "[^,，")
_PAIR = rf"[a-z_]{{1,40}}: {_WORD}"
_QUOTED = r'"([^"\\\n]*)"' + r"|'([^'\n]*)'"


def _several(part: str) -> str:
    """One to six of a part. Written out, they are found in less time than by repeating."""
    pattern = part
    for _ in range(5):
        pattern = rf"{part}(?:, {pattern}|)"
    return pattern


_LINE = re.compile(
    r"^( *(?! ))(?:-( +)(?! )|)"
    r"(?:([a-z_]{1,40}):(?: (?! )|(?=\n)| +(?! ))|)"
    rf"(?:\{{({_several(_PAIR)})\}}(?=\n)"
    rf"|\[({_several(_LISTED)})\](?=\n)"
    rf"|({_PLAIN})(?:#(?<= #)(?=[ \n])[^\n]*|)"
    rf"""|(?:("[^"\\\n]*"|'[^'\n]*'|[\[{{][^\n]*|{_NULL}(?= *\n))|) *(?:((?<![^ \n])#)[^\n]*|))\n""",
    re.MULTILINE,
)
"""A line: its indentation, the blanks after its dash, its key; then its value as the inside of a tidy mapping
or list in brackets, as a plain text, or otherwise; and the sign of a comment.

Nothing in it is possessive (``tests/test_patterns.py`` says why). Instead, what follows a run of blanks says
that the run is over, so that no line is gone over again and again. What may be missing is written ``(?:…|)``,
which takes less time than ``(?:…)?``; and what begins with one certain character is tried first.
"""
_FLOW_KEY = re.compile(r" *([a-z_]{1,40}): +")
_FLOW_VALUE = re.compile(rf""" *(?:({_FIRST}[^,\[\]{{}}:#?"'\n]*)|{_QUOTED}|([\[{{]))""")
_ENTRY = re.compile(
    rf"""([a-z_]{{1,40}}): (?:({_WORD})|"([^"\\\n]*)"|\[(?:({_LISTED}(?:, {_LISTED})*)"""
    r"""|"([^"\\\n]*(?:", "[^"\\\n]*)*)")\])(, |\}$)"""
)
_FLOW_NEXT = re.compile(r" *([,\]}])")

Value = dict[str, Any] | list[Any] | str | None


class _Unsure(Exception):  # noqa: N818 - it is no error
    """The text is not plain YAML."""


def quick(text: str, keys: frozenset[str]) -> dict[str, Any] | None:
    r"""The value of a file in plain YAML, or None where the authority must look.

    ``text`` has no byte-order mark and ``\n`` as its only line end. Every scalar is text; a key of
    ``keys`` without a value is left out; other keys and a list's entries without a value are None.
    """
    return None if _ODD.search(text) else quick_of_clean(text, keys)


def quick_of_clean(text: str, keys: frozenset[str]) -> dict[str, Any] | None:
    """What :func:`quick` gives for a text in which :func:`generator.reading.text.decode` found no fault."""
    if "\t" in text or "\u00a0" in text:
        return None
    try:
        return _block(text if text.endswith("\n") else text + "\n", keys)
    except _Unsure:
        return None


def _block(text: str, keys: frozenset[str]) -> dict[str, Any]:
    # Every line that is found begins where a line begins, and ends with the one line end in it: if there
    # are as many of them as line ends, they are the whole text.
    lines = _LINE.findall(text)
    if len(lines) != text.count("\n"):
        raise _Unsure
    root: dict[str, Any] = {}
    at, width = "", 0
    holder: Any = root
    stack: list[tuple[str, int, Any]] = [(at, width, holder)]
    blanks: list[tuple[dict[str, Any], str]] = []
    waiting = ""
    value: Value
    for lead, gap, key, pairs, listed, plain, other, comment in lines:
        if plain:
            value = plain.rstrip(" ")
        elif pairs:
            value = _mapping(pairs)
        elif listed:
            value = listed.split(", ")
        elif other:
            value = _other(other)
        elif not key and not gap:
            continue
        elif comment or not key:
            raise _Unsure
        else:
            value = None
        if gap:
            lead += "-"
        if lead != at or waiting:
            indented = len(lead)
            if waiting:
                if indented > width:
                    below: Any = [] if gap else {}
                    holder[waiting] = below
                    at, width, holder = lead, indented, below
                    stack.append((at, width, holder))
                    if len(stack) > DEPTH_LIMIT - 1:
                        raise _Unsure
                else:
                    blanks.append((holder, waiting))
                waiting = ""
            if lead != at:
                while width > indented:
                    stack.pop()
                    at, width, holder = stack[-1]
                if lead != at:
                    raise _Unsure
        if gap:
            if not key:
                holder.append(value)
                continue
            entry: dict[str, Any] = {}
            holder.append(entry)
            width = len(lead) + len(gap)
            at, holder = " " * width, entry
            stack.append((at, width, holder))
        if not key or key in holder:
            raise _Unsure
        holder[key] = value
        if value is None:
            if other:
                blanks.append((holder, key))
            else:
                waiting = key
    if waiting:
        blanks.append((holder, waiting))
    for holder, key in blanks:
        if key in keys:
            del holder[key]
    if not root and not blanks:
        raise _Unsure
    return root


def _mapping(pairs: str) -> dict[str, str]:
    """The value of a flow mapping from its inside, which holds words alone."""
    words = pairs.replace(", ", ": ").split(": ")
    each = iter(words)
    value = dict(zip(each, each))  # noqa: B905 - to check it takes a fifth longer, and the pattern has done so
    if len(value) * 2 != len(words):
        raise _Unsure
    return value


def _other(text: str) -> Value:
    """A text in quotes, a flow collection, or nothing at all."""
    first = text[0]
    if first in "\"'":
        return text[1:-1]
    if first in "nN":
        return None
    value: Value = _entries(text)
    if value is None:
        value, end = _collection(text, 0, 1)
        if text[end:].strip(" "):
            raise _Unsure
    return value


def _entries(flow: str) -> dict[str, Any] | None:
    """The value of a flow mapping in its commonest spellings, with lists: the same, only sooner.

    The entries found stand one after the other exactly if their lengths add up to the whole; the last
    one then ends with the bracket.
    """
    value: dict[str, Any] = {}
    length = 1
    for key, word, quoted, words, texts, after in _ENTRY.findall(flow):
        if key in value:
            return None
        length += len(key) + len(after) + 2
        if word:
            value[key] = word
            length += len(word)
        elif words:
            value[key] = words.split(", ")
            length += len(words) + 2
        elif texts:
            value[key] = texts.split('", "')
            length += len(texts) + 4
        else:
            value[key] = quoted
            length += len(quoted) + 2
    return value if length == len(flow) and flow[0] == "{" and flow[-1] == "}" else None


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
