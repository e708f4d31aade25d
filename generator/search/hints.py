"""What tells a browser that a word cannot be in a part, or in a shard, so that it need not fetch it."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import pairwise
from operator import add
from typing import Any

from generator.records.summary import Row
from generator.search.columns import Columns
from generator.search.norm import norm
from generator.search.planes import planes

_RUN = re.compile("[\u2e80-\uffff]{2,}")
"""Below are letters, digits and signs, which any shard has in any pair; beyond, browsers see two signs."""

_DIGITS = re.compile("[0-9]+")
_DIGIT = re.compile("[0-9]")
_EDGES = re.compile("(?=([^\n\v]{2})\n)"), re.compile("\n([^\n\v]{2})")
_SPREAD = 65599

HINTED: Mapping[str, Callable[[Row], Iterable[str]]] = {
    "marks": lambda row: (*row.documents, *row.agreements),
    "codes": lambda row: (row.credit_code or "",),
    "scope": lambda row: (row.scope,),
}
"""The parts that hints tell of, and the texts of a row in them."""


def beside(text: str, names: Iterable[str]) -> str:
    """A row's text without the inside of its own names: who looks for that finds the row by them."""
    for name in names:
        if len(name) > 1 and name in text:
            text = text.replace(name, f"{name[0]}\n{name[-1]}")
    return text


def hint(texts: Iterable[str], alone: Sequence[str] | None = None, room: int = 3) -> dict[str, Any]:
    """What can be in a part of any shard.

    Every digit counts as ``0``. ``letters`` are the characters that occur: a word with another one is
    not there. ``bits`` has a bit set for each pair of neighbours that occurs, six bits a digit, ``size``
    in all; pairs share bits, so a word whose bits are all set only may be there. ``alone`` are the
    texts without the inside of their rows' names: a word that is to be looked for there has all its pairs
    in them, or one at the edge of such a name.
    """
    whole = _whole(texts)
    found = _neighbours(whole)
    size = room * len(found) // 6 * 6 + 6
    made = {
        "letters": "".join(sorted(set(whole) - {"\n"})),
        "size": size,
        "bits": _bits(found, size),
    }
    if alone is not None:
        made["alone"] = _bits(_neighbours(_whole(alone)), size)
        made["edges"] = _edges("\v".join(alone))
    return made


def _whole(texts: Iterable[str]) -> str:
    """All pairs of neighbours in texts, with ``0`` for every digit, in as short a text as is easily made.

    Alike texts differ by their numbers only, so what stands between numbers is looked at once.
    """
    pieces = sorted(set(_DIGITS.split("\n".join(["", *texts, ""]))))
    return _DIGIT.sub("0", norm("00\n" + "0\n0".join(pieces)))


def _neighbours(whole: str) -> set[tuple[str, str]]:
    return {pair for pair in set(pairwise(whole)) if "\n" not in pair}


def _bits(found: Iterable[tuple[str, str]], size: int) -> list[str]:
    bits = bytearray(size)
    for one, other in found:
        bits[(ord(one) * _SPREAD + ord(other)) % size] = 1
    return planes([sum(bits[at + bit] << bit for bit in range(6)) for at in range(0, size, 6)])


def pairs(shards: Sequence[Columns]) -> dict[str, Any]:
    """The pairs of neighbouring characters that few shards have beside the names of their rows, and which.

    ``pairs`` are the pairs in a row, ``i`` planes of the set of shards of each, ``sets`` those sets
    as the numbers of the shards; ``common`` are the pairs that more shards have. Pairs of letters, digits
    and signs are not listed: any shard may have them.
    """
    found: dict[str, set[int]] = {}
    for number, columns in enumerate(shards):
        for pair in _pairs(columns):
            found.setdefault(pair, set()).add(number)
    few = {pair: tuple(sorted(found[pair])) for pair in sorted(found) if 2 * len(found[pair]) <= len(shards)}
    sets = {each: at for at, each in enumerate(sorted(set(few.values())))}
    common = "".join(pair for pair in sorted(found) if pair not in few)
    return {
        "common": common,
        "pairs": "".join(few),
        "i": planes([sets[each] for each in few.values()]),
        "sets": list(sets),
    }


def names(shards: Sequence[Columns], wide: Sequence[Columns]) -> dict[str, Any]:
    """Where names of places and operators are, for words that nothing but such names can hold.

    ``places`` and ``operators`` are those of each shard, one shard's in one text; an operator that is
    in several shards stands in ``wide`` instead, with the shard where all its rows are.
    """
    apart = {row.operator for columns in wide for row in columns.rows}
    return {
        "places": ["\n".join(_places(columns)) for columns in shards],
        "operators": ["\n".join(sorted(_operators(columns) - apart)) for columns in shards],
        "wide": ["\n".join(sorted(_operators(columns))) for columns in wide],
    }


def edges(shards: Sequence[Columns]) -> dict[str, Any]:
    """The hint of the pairs at the edges of a row's own names: no other word goes over one."""
    return _edges(
        "\v".join([text for columns in shards for row in columns.rows for text in _cut(row, columns)])
    )


def _edges(cut: str) -> dict[str, Any]:
    found = hint(sorted({each for edge in _EDGES for each in edge.findall(cut)}), room=12)
    del found["letters"]
    return found


def _cut(row: Row, columns: Columns) -> tuple[str, str]:
    names = columns.own(row)
    return beside(row.name, names), beside(row.scope, names)


def _places(columns: Columns) -> list[str]:
    return ["".join(columns.named(code)) for code in sorted({row.place for row in columns.rows})]


def _operators(columns: Columns) -> set[str]:
    return {row.operator for row in columns.rows if row.operator}


def _pairs(columns: Columns) -> set[str]:
    texts: set[str] = set()
    for row in columns.rows:
        texts.update((*_cut(row, columns), *row.documents, *row.agreements))
    whole = "\n".join(_RUN.findall(_whole(texts)))
    return {pair for pair in set(map(add, whole, whole[1:])) if "\n" not in pair}
