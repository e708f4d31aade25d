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

_SPREAD = 65599

HINTED: Mapping[str, Callable[[Row], Iterable[str]]] = {
    "marks": lambda row: (*row.documents, *row.agreements),
    "codes": lambda row: (row.credit_code or "",),
    "scope": lambda row: (row.scope,),
}
"""The parts that hints tell of, and the texts of a row in them."""


def beside(row: Row) -> str:
    """A row's scope without the inside of its operator's name: who looks for that finds the row by it."""
    name = row.operator or ""
    return row.scope.replace(name, f"{name[0]}\n{name[-1]}") if len(name) > 1 else row.scope


def hint(texts: Iterable[str], alone: Iterable[str] | None = None) -> dict[str, Any]:
    """What can be in a part of any shard.

    ``letters`` are the characters that occur: a word with another one is not there. ``bits`` has a
    bit set for each pair of neighbours that occurs, six bits a digit, ``size`` in all; pairs share
    bits, so a word whose bits are all set only may be there. Of the pairs of ``alone``, a part of the
    texts, a word has at least one, if it is to be looked for there.
    """
    whole = norm("\n".join(sorted(texts)))
    found = _neighbours(whole)
    size = 4 * len(found) // 6 * 6 + 6
    made = {
        "letters": "".join(sorted(set(whole) - {"\n"})),
        "size": size,
        "bits": _bits(found, size),
    }
    if alone is not None:
        made["alone"] = _bits(_neighbours(norm("\n".join(sorted(alone)))), size)
    return made


def _neighbours(whole: str) -> set[tuple[str, str]]:
    return {pair for pair in set(pairwise(whole)) if "\n" not in pair}


def _bits(found: Iterable[tuple[str, str]], size: int) -> list[str]:
    bits = bytearray(size)
    for one, other in found:
        bits[(ord(one) * _SPREAD + ord(other)) % size] = 1
    return planes([sum(bits[at + bit] << bit for bit in range(6)) for at in range(0, size, 6)])


def pairs(shards: Sequence[Columns]) -> dict[str, Any]:
    """The pairs of neighbouring characters that occur in few shards, and in which.

    ``pairs`` are the pairs in a row, ``i`` planes of the set of shards of each, ``sets`` those sets
    as the numbers of the shards. A pair that is not listed may be in any shard.
    """
    found: dict[str, set[int]] = {}
    for number, columns in enumerate(shards):
        for pair in _pairs(columns):
            found.setdefault(pair, set()).add(number)
    few = {pair: tuple(sorted(found[pair])) for pair in sorted(found) if 2 * len(found[pair]) <= len(shards)}
    sets = {each: at for at, each in enumerate(sorted(set(few.values())))}
    return {"pairs": "".join(few), "i": planes([sets[each] for each in few.values()]), "sets": list(sets)}


def operators(shards: Sequence[Columns], wide: Sequence[Columns]) -> dict[str, Any]:
    """Where the rows of each operator are, for words that only an operator's name can hold.

    ``names`` are the operators of each shard, those of ``wide`` behind, one shard's in one text; an
    operator that is in several shards stands with the one of ``wide`` where all its rows are.
    ``elsewhere`` is the hint of what names of projects, their ids and places can hold.
    """
    apart = {row.operator for columns in wide for row in columns.rows}
    here = [{row.operator for row in columns.rows if row.operator} for columns in shards]
    there = [{row.operator for row in columns.rows if row.operator} for columns in wide]
    texts = {text for columns in shards for row in columns.rows for text in (row.name, row.id)}
    texts.update("".join(columns.named(row.place)) for columns in shards for row in columns.rows)
    names = [*(each - apart for each in here), *there]
    return {"names": ["\n".join(sorted(each)) for each in names], "elsewhere": hint(texts)}


def _pairs(columns: Columns) -> set[str]:
    texts: set[str] = set()
    for row in columns.rows:
        texts.update((row.name, row.scope, row.operator or "", *row.documents, *row.agreements))
    texts.update("".join(columns.named(code)) for code in {row.place for row in columns.rows})
    whole = "\n".join(_RUN.findall(norm("\n".join(texts))))
    return {pair for pair in set(map(add, whole, whole[1:])) if "\n" not in pair}
