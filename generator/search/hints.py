"""What tells a browser that a word cannot be in a part, or in a shard, so that it need not fetch it.

All of it is made from the outlines of the shards.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any

from generator.search.outline import Directory, Outline, apart
from generator.search.planes import masks, planes
from generator.search.texts import VILLAGE

_LISTED = re.compile("[\u2e80-\uffff]{2}")
"""Below are letters, digits and signs, which any shard has in any pair; beyond, browsers see two signs."""

_SPREAD = 65599
_FEW = 3
"""So many shards must have a phrase for it to stand once for all."""

TOWNSHIP, VILLAGES, OPERATORS = "\x1d", "\x1e", "\x1f"
"""What a township, a village and an operator of it begin with in a directory."""


def hint(part: str, outlines: Sequence[Outline]) -> dict[str, Any]:
    """What can be in a part of any shard.

    Every digit counts as ``0``. ``letters`` are the characters that occur: a word with another one is
    not there. ``bits`` has a bit set for each pair of neighbours that occurs, six bits a digit, ``size``
    in all; pairs share bits, so a word whose bits are all set only may be there. ``alone`` are the
    texts without the inside of their rows' names: a word that is to be looked for there has all its pairs
    in them, or one at the edge of such a name.
    """
    found = _all(outline.pairs[part] for outline in outlines)
    size = _size(found)
    made = {
        "letters": "".join(sorted(set().union(*(outline.letters[part] for outline in outlines)))),
        "size": size,
        "bits": _bits(found, size),
    }
    if part == "scope":
        made["alone"] = _bits(_all(outline.alone for outline in outlines), size)
        made["edges"] = _edges(outline.edges for outline in outlines)
    return made


def edges(outlines: Sequence[Outline]) -> dict[str, Any]:
    """The hint of the pairs at the edges of a row's own names: no other word goes over one."""
    return _edges(outline.over for outline in outlines)


def pairs(outlines: Sequence[Outline]) -> dict[str, Any]:
    """The pairs of neighbouring characters that few shards have beside the names of their rows, and which.

    ``pairs`` are the pairs by their first character, ``i`` planes of the set of shards of each, ``sets``
    those sets as the numbers of the shards; ``common`` are the pairs that more shards have. Pairs of
    letters, digits and signs are not listed: any shard may have them.
    """
    found: dict[str, list[int]] = {}
    for number, outline in enumerate(outlines):
        for pair in apart(outline.beside):
            if _LISTED.fullmatch(pair):
                found.setdefault(pair, []).append(number)
    few = {pair: tuple(found[pair]) for pair in sorted(found) if 2 * len(found[pair]) <= len(outlines)}
    sets = {each: at for at, each in enumerate(sorted(set(few.values())))}
    return {
        "common": _grouped(pair for pair in sorted(found) if pair not in few),
        "pairs": _grouped(few),
        "i": planes([sets[each] for each in few.values()]),
        "sets": list(sets),
    }


def _grouped(pairs: Iterable[str]) -> str:
    """Pairs in order, a line for each first character with all that follow it."""
    return "\n".join(
        first + "".join([pair[1] for pair in some]) for first, some in groupby(pairs, itemgetter(0))
    )


def names(outlines: Sequence[Outline], wide: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Where names of places and operators are, for words that nothing but such names can hold.

    ``homes`` has a directory for each shard. An operator that is in several shards stands in ``wide``
    instead, with the shard where all its rows are.
    """
    away = {operator for operators in wide for operator in operators}
    return {
        "homes": [directory(outline.directory, away) for outline in outlines],
        "wide": ["\n".join(operators) for operators in wide],
    }


def directory(names: Directory, away: Iterable[str]) -> str:
    """Townships, villages and operators in a row; a village's name in its operators' is one mark."""
    return "".join(
        f"{TOWNSHIP}{township}" + "".join(_village(*each, away) for each in villages.items())
        for township, villages in names.items()
    )


def _village(village: str, operators: Iterable[str], away: Iterable[str]) -> str:
    marked = [each.replace(village, VILLAGE) if village else each for each in operators if each not in away]
    return "".join([f"{VILLAGES}{village}", *(f"{OPERATORS}{each}" for each in marked)])


def phrases(outlines: Sequence[dict[str, int]]) -> list[str]:
    """The phrases of several shards that stand once for all, the commonest first.

    They are put in order by the size of their number only, so that one more or less seldom changes it.
    """
    shards = Counter(phrase for counted in outlines for phrase in counted)
    often: Counter[str] = Counter()
    for counted in outlines:
        often.update(counted)
    found = [phrase for phrase, many in shards.items() if many >= _FEW]
    return sorted(found, key=lambda phrase: (-often[phrase].bit_length(), phrase))


def fold(text: str, size: int) -> int:
    """A number below ``size`` for a text, spread evenly."""
    at = 0
    for one in text:
        at = (at * _SPREAD + ord(one)) % size
    return at


def _all(packed: Iterable[str]) -> set[str]:
    return set().union(*map(apart, packed))


def _size(found: Iterable[str], room: int = 3) -> int:
    return room * len(set(found)) // 6 * 6 + 6


def _edges(packed: Iterable[str]) -> dict[str, Any]:
    found = _all(packed)
    size = _size(found, room=12)
    return {"size": size, "bits": _bits(found, size)}


def _bits(found: Iterable[str], size: int) -> list[str]:
    bits = bytearray(size)
    for neighbours in found:
        bits[fold(neighbours, size)] = 1
    return masks([sum(bits[at + bit] << bit for bit in range(6)) for at in range(0, size, 6)], 6)
