"""Which rows go into which shard: all into one, and by place where there are very many."""

from collections.abc import Iterable, Sequence

from generator.records.summary import Row

WHOLE = 16_000
"""So many rows are one shard: a browser fetches and searches them at once. It numbers 16,384 in it."""

SIZE = 3_300
"""Rows of a shard where there are several: whole townships, as long as one does not have more.

A browser numbers 4,096 in each, and 512 shards.
"""


def shards(rows: Sequence[Row], whole: int = WHOLE, size: int = SIZE) -> list[list[Row]]:
    """The rows in shards of neighbouring townships; at least one shard."""
    if len(rows) <= whole:
        return [list(rows)]
    townships: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: (row.place, row.id)):
        townships.setdefault(row.place[:9], []).append(row)
    return _packed(townships.values(), size)


FEW = 3
"""In so many shards an operator's rows are fetched where they stand."""


def spread(several: Sequence[Sequence[Row]], size: int = SIZE) -> list[list[Row]]:
    """The rows of operators that have rows in more than a few shards once more, each operator's together."""
    homes: dict[str, set[int]] = {}
    for number, rows in enumerate(several):
        for row in rows:
            if row.operator:
                homes.setdefault(row.operator, set()).add(number)
    found: dict[str, list[Row]] = {name: [] for name in sorted(homes) if len(homes[name]) > FEW}
    for rows in several:
        for row in rows:
            if row.operator in found:
                found[row.operator].append(row)
    return _packed(found.values(), size) if found else []


def _packed(groups: Iterable[list[Row]], size: int) -> list[list[Row]]:
    """Groups put together up to a size; a larger one is cut."""
    found: list[list[Row]] = [[]]
    for group in groups:
        for start in range(0, len(group), size):
            piece = group[start : start + size]
            if found[-1] and len(found[-1]) + len(piece) > size:
                found.append([])
            found[-1] += piece
    return found
