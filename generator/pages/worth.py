"""What each row counts for in sums: told of its packed money once, for it is added up in about ten lists."""

from collections.abc import Set as AbstractSet
from typing import NamedTuple

from generator.records.money import Money

_MOST = 20_000
"""So many are kept at most: they take up room in every process that makes lists."""


class Worth(NamedTuple):
    """What one project counts for. All money is in fen.

    Attributes:
        sums: investment, what of it is assistance, the village's income and payments straight to households.
        years: of every year that brought something the year itself, the village's income, what of it was kept
            in reserve, used, and shared among households, and the payments straight to them.
        funds: the amounts by their source.
    """

    sums: tuple[int, int, int, int]
    years: tuple[tuple[int, int, int, int, int, int], ...]
    funds: tuple[tuple[str, int], ...]


class Worths(dict[bytes, Worth]):
    """The worth of rows by their packed money; ``assistance`` are the sources that are assistance."""

    def __init__(self, assistance: AbstractSet[str]) -> None:
        self._assistance = assistance

    def __missing__(self, packed: bytes) -> Worth:
        money = Money(packed)
        years = tuple(
            [
                (year, income, reserve, used, shared, sum([amount for _, amount, _ in payments]))
                for year, income, reserve, used, shared, payments, _ in money.years
            ]
        )
        assistance = sum([amount for source, amount in money.funds if source in self._assistance])
        income, payments = sum([each[1] for each in years]), sum([each[5] for each in years])
        found = Worth((money.investment, assistance, income, payments), years, money.funds)
        # Who looks through more rows than are kept comes round to the first again, not to the last.
        if len(self) < _MOST:
            self[packed] = found
        return found
