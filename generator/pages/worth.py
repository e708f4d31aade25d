"""What each row counts for in sums: told of its packed money once, for it is added up in about ten lists."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from functools import partial
from typing import TypeVar

from generator.records.money import Money

_MOST_SUMS, _MOST_YEARS = 100_000, 20_000
"""So many rows' are kept at most, in every process that makes lists: 0.2 kB each, and 0.6 kB."""

Told = TypeVar("Told")

Sums = tuple[int, int, int, int]
"""In fen: investment, what of it is assistance, the village's income, and payments straight to households."""

Year = tuple[int, int, int, int, int, int]
"""The year itself; then in fen the village's income, what of it was put into reserve, what was used and what
of that households shared, and payments straight to them."""


class Kept(dict[bytes, Told]):
    """What is told of packed money, kept for ``most`` rows."""

    def __init__(self, tell: Callable[[bytes], Told], most: int) -> None:
        self._tell = tell
        self._most = most

    def __missing__(self, money: bytes) -> Told:
        found = self._tell(money)
        # Who looks through more rows than are kept comes round to the first again, not to the last.
        if len(self) < self._most:
            self[money] = found
        return found


class Worth:
    """What rows count for, by their packed money.

    Attributes:
        sums: over all years.
        years: of every year that the project has told of.
    """

    def __init__(self, assistance: AbstractSet[str]) -> None:
        """``assistance`` are the sources of funds that are assistance."""
        self.sums: Kept[Sums] = Kept(partial(_sums, assistance), _MOST_SUMS)
        self.years: Kept[tuple[Year, ...]] = Kept(_years, _MOST_YEARS)

    def clear(self) -> None:
        """Keep nothing any more."""
        self.sums.clear()
        self.years.clear()


def _sums(assistance: AbstractSet[str], packed: bytes) -> Sums:
    money = Money(packed)
    assisted = sum([amount for source, amount in money.funds if source in assistance])
    return money.investment, assisted, money.income, money.payments


def _years(packed: bytes) -> tuple[Year, ...]:
    return tuple(
        [
            (year, income, reserve, used, shared, sum([amount for _, amount, _ in payments]))
            for year, income, reserve, used, shared, payments, _ in Money(packed).years
        ]
    )
