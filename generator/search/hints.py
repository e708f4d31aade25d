"""What tells a browser that a word cannot be in a part, or in a shard, so that it need not fetch it."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

from generator.records.places import Places
from generator.records.summary import Row
from generator.search.norm import norm
from generator.search.planes import planes

_PLAIN = "\u2e80"
"""Below it are letters, digits and signs, which any shard has in any pair."""

_SPREAD = 65599

_PLANE = "\uffff"
"""Above it a character is two in a browser; such pairs are not listed."""


def hints(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """What can be in a part of any shard.

    ``letters`` are the characters that occur: a word with another one is not there. ``bits`` has a
    bit set for each pair of neighbours that occurs, six bits a digit, ``size`` in all; pairs share
    bits, so a word whose bits are all set only may be there.
    """
    return {
        "marks": _told({text for row in rows for text in (*row.documents, *row.agreements)}),
        "codes": _told({row.credit_code or "" for row in rows}),
        "scope": _told({row.scope for row in rows}),
    }


def _told(texts: Iterable[str]) -> dict[str, Any]:
    whole = norm("\n".join(sorted(texts)))
    found = {pair for pair in set(pairwise(whole)) if "\n" not in pair}
    size = 4 * len(found) // 6 * 6 + 6
    bits = bytearray(size)
    for one, other in found:
        bits[(ord(one) * _SPREAD + ord(other)) % size] = 1
    digits = [sum(bits[at + bit] << bit for bit in range(6)) for at in range(0, size, 6)]
    return {"letters": "".join(sorted(set(whole) - {"\n"})), "size": size, "bits": planes(digits)}


def pairs(shards: Sequence[Sequence[Row]], places: Places) -> dict[str, Any]:
    """The pairs of neighbouring characters that occur in few shards, and in which.

    ``pairs`` are the pairs in a row, ``i`` planes of the set of shards of each, ``sets`` those sets
    as the numbers of the shards. A pair that is not listed may be in any shard.
    """
    found: dict[str, set[int]] = {}
    for number, rows in enumerate(shards):
        for pair in _pairs(rows, places):
            found.setdefault(pair, set()).add(number)
    few = {pair: tuple(sorted(found[pair])) for pair in sorted(found) if 2 * len(found[pair]) <= len(shards)}
    sets = {each: at for at, each in enumerate(sorted(set(few.values())))}
    return {"pairs": "".join(few), "i": planes([sets[each] for each in few.values()]), "sets": list(sets)}


def _pairs(rows: Iterable[Row], places: Places) -> set[str]:
    texts: set[str] = set()
    for row in rows:
        texts.update((row.name, row.scope, row.operator or "", *row.documents, *row.agreements))
        texts.add(places.full_name(row.place) if row.place in places else "")
    whole = norm("\n".join(sorted(texts)))
    found = set(pairwise(whole))
    return {one + other for one, other in found if min(one, other) >= _PLAIN and max(one, other) <= _PLANE}
