"""What is remembered of a shard, so that what all shards have in common is told without their rows."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import add
from typing import NamedTuple

from generator.search.norm import norm
from generator.search.rows import Rows
from generator.search.texts import BETWEEN, END

_DIGITS = re.compile("[0-9]+")
_DIGIT = re.compile("[0-9]")
_EDGES = re.compile("(?=([^\n\v]{2})\n)"), re.compile("\n([^\n\v]{2})")

HINTED: Mapping[str, Sequence[str]] = {
    "marks": ("documents", "agreements"),
    "codes": ("credit_code",),
    "scope": ("scope",),
}
"""The parts that hints tell of, and the fields with their texts."""

Directory = dict[str, dict[str, list[str]]]
"""Townships with their villages, with the operators that are first met there."""


class Outline(NamedTuple):
    """A shard's phrases with their numbers, its pairs of neighbouring characters, and its names.

    Pairs stand in one text, in order. Every digit counts as ``0``.

    Attributes:
        names: the phrases of its names, and how often each stands there.
        scopes: those of what was built.
        letters: the characters of the parts that hints tell of.
        pairs: the pairs in those parts.
        alone: the pairs in what was built, without the inside of a row's own names.
        edges: the pairs at the edges of such names in what was built.
        beside: the pairs in all texts, without the inside of a row's own names.
        over: the pairs at the edges of such names in any text.
        directory: the names of places and operators.
    """

    names: dict[str, int]
    scopes: dict[str, int]
    letters: dict[str, str]
    pairs: dict[str, str]
    alone: str
    edges: str
    beside: str
    over: str
    directory: Directory

    def packed(self) -> bytes:
        """To be remembered."""
        return json.dumps(self, ensure_ascii=False, separators=(",", ":")).encode()

    @staticmethod
    def unpacked(packed: bytes) -> "Outline":
        """What was remembered."""
        return Outline(*json.loads(packed))


def outline(columns: Rows, only: bool = False) -> Outline:
    """Look at a shard once. Of a part of the ``only`` one there is, only what hints tell of is needed."""
    rows = columns.rows
    wholes = {part: _whole(_texts(columns, fields)) for part, fields in HINTED.items()}
    owns = [own.names() for own in columns.owns]
    scopes = _cut([row.scope for row in rows], owns)
    alone = _neighbours(_whole(scopes))
    edges = _over(scopes)
    found = {part: _neighbours(whole) for part, whole in wholes.items()}
    hinted = Outline(
        names={},
        scopes={},
        letters={part: "".join(sorted(set(whole) - {"\n"})) for part, whole in wholes.items()},
        pairs={part: _packed(pairs) for part, pairs in found.items()},
        alone=_packed(alone),
        edges=_packed(edges),
        beside="",
        over="",
        directory={},
    )
    if only:
        return hinted
    names = _cut([row.name for row in rows], owns)
    return hinted._replace(
        names=_counted(columns.names.phrases),
        scopes=_counted(columns.scopes.phrases),
        beside=_packed(alone | _neighbours(_whole(names)) | found["marks"]),
        over=_packed(edges | _over(names)),
        directory=_directory(columns),
    )


def beside(text: str, names: Iterable[str]) -> str:
    """A row's text without the inside of its own names: who looks for that finds the row by them."""
    for name in names:
        if len(name) > 1 and name in text:
            text = text.replace(name, f"{name[0]}\n{name[-1]}")
    return text


def apart(packed: str) -> set[str]:
    """Pairs that stand in one text."""
    return {packed[at : at + 2] for at in range(0, len(packed), 2)}


def _texts(columns: Rows, fields: Iterable[str]) -> set[str]:
    whole = BETWEEN.join(BETWEEN.join(columns.column(field)) for field in fields)
    return set(whole.split(BETWEEN))


def _packed(pairs: Iterable[str]) -> str:
    return "".join(sorted(pairs))


def _counted(phrases: Iterable[str]) -> dict[str, int]:
    return {phrase: many for phrase, many in Counter(phrases).items() if phrase != END}


def _cut(texts: Iterable[str], owns: Iterable[tuple[str, ...]]) -> list[str]:
    return [beside(text, own) for text, own in zip(texts, owns, strict=True)]


def _over(cut: Iterable[str]) -> set[str]:
    lines = "\v".join(cut)
    return _neighbours(_whole({each for edge in _EDGES for each in edge.findall(lines)}))


def _whole(texts: Iterable[str]) -> str:
    """All pairs of neighbours in texts, with ``0`` for every digit, in as short a text as is easily made.

    Alike texts differ by their numbers only, so what stands between numbers is looked at once.
    """
    pieces = sorted(set(_DIGITS.split("\n".join(["", *texts, ""]))))
    return _DIGIT.sub("0", norm("00\n" + "0\n0".join(pieces)))


def _neighbours(whole: str) -> set[str]:
    return {pair for pair in set(map(add, whole, whole[1:])) if "\n" not in pair}


def _directory(columns: Rows) -> Directory:
    found: Directory = {}
    known = {""}
    for row in columns.rows:
        township, village = columns.named(row.place)
        here = found.setdefault(township, {}).setdefault(village, [])
        if row.operator and row.operator not in known:
            known.add(row.operator)
            here.append(row.operator)
    return found
