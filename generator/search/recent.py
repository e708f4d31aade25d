"""A column of values that stand near their like, by how long ago each was first met.

``assets/columns.js`` reads what this writes.
"""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from generator.search.planes import sequence

Value = TypeVar("Value", bound=Hashable)


def recent(values: Sequence[Value]) -> tuple[list[Value], str]:
    """The distinct values in their first order, and a sequence: 0 for a new one, k for the k-th newest."""
    index: dict[Value, int] = {}
    back = []
    for value in values:
        at = index.get(value)
        if at is None:
            index[value] = len(index)
            back.append(0)
        else:
            back.append(len(index) - at)
    return list(index), sequence(back)
