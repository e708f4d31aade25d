"""Which rows go into which shard: all into one, and by place where there are very many."""

from collections.abc import Sequence

from generator.records.summary import Row

WHOLE = 20_000
"""So many rows are one shard: a browser fetches and searches them at once."""

SIZE = 8_000
"""Rows of a shard where there are several: whole townships, and a larger township by itself."""


def shards(rows: Sequence[Row], whole: int = WHOLE, size: int = SIZE) -> list[list[Row]]:
    """The rows in shards of neighbouring townships; at least one shard."""
    if len(rows) <= whole:
        return [list(rows)]
    townships: dict[str, list[Row]] = {}
    for row in sorted(rows, key=lambda row: row.place):
        townships.setdefault(row.place[:9], []).append(row)
    found: list[list[Row]] = [[]]
    for here in townships.values():
        if found[-1] and len(found[-1]) + len(here) > size:
            found.append([])
        found[-1] += here
    return found
