"""Chance that is the same on every machine.

Only ``random.Random.random`` is promised to stay the same over Python versions, so every choice is
made from it by plain arithmetic.
"""

import random
from collections.abc import Mapping, Sequence
from typing import TypeVar

T = TypeVar("T")


class Dice:
    """A stream of choices that a text key determines."""

    __slots__ = ("_next",)

    def __init__(self, key: str) -> None:
        self._next = random.Random(key).random

    def pick(self, choices: Sequence[T]) -> T:
        """One of ``choices``."""
        return choices[int(self._next() * len(choices))]

    def whole(self, low: int, high: int) -> int:
        """A whole number from ``low`` to ``high``, both included."""
        return low + int(self._next() * (high - low + 1))

    def chance(self, percent: float) -> bool:
        """Whether something happens that happens so often in a hundred times."""
        return self._next() * 100 < percent

    def some(self, choices: Sequence[T], count: int) -> list[T]:
        """``count`` different entries, or all there are, in the order drawn."""
        left = list(choices)
        return [left.pop(int(self._next() * len(left))) for _ in range(min(count, len(left)))]

    def weighted(self, weights: Mapping[T, int]) -> T:
        """A key, as often as its whole-numbered weight says."""
        at = int(self._next() * sum(weights.values()))
        for choice, weight in weights.items():
            at -= weight
            if at < 0:
                return choice
        raise AssertionError("the weights add up to more than any draw")
