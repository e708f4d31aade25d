"""The money of a project: what it cost, who paid, and what the years brought."""

import marshal
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from sys import intern
from typing import NamedTuple

FORMAT = 2
"""Newer formats of ``marshal`` refer back to what is one object: equal values would differ in bytes."""
_CENT = -2
_FEN = Decimal(100)

PlainYear = tuple[int, int, int, int, int, tuple[tuple[str, int, int], ...], int]
"""The values of a :class:`Year`: amounts in fen, a day as its ordinal, none as 0."""


class Year(NamedTuple):
    """What one year brought: the village's income, how it was used, and payments straight to households.

    ``shared`` is what of the ``used`` went to households, ``payments`` the money that operators paid them
    directly, by mechanism with the households. All amounts in yuan.
    """

    year: int
    income: Decimal
    reserve: Decimal
    used: Decimal
    shared: Decimal
    payments: tuple[tuple[str, Decimal, int], ...]
    paid_on: date | None


class Money:
    """A project's money in whole fen, read from the little room in which a row keeps it.

    Attributes:
        investment: what the project cost.
        funds: the amounts by their source.
        years: what the years brought, as plain values.
    """

    __slots__ = ("funds", "investment", "years")

    def __init__(self, packed: bytes) -> None:
        self.investment: int
        self.funds: tuple[tuple[str, int], ...]
        self.years: tuple[PlainYear, ...]
        self.investment, self.funds, self.years = marshal.loads(packed)

    @staticmethod
    def packed(
        investment: Decimal, funds: Iterable[tuple[str, Decimal]] = (), years: Iterable[Year] = ()
    ) -> bytes:
        """As a row keeps it: amounts in yuan, words interned, so that equal money has equal bytes."""
        sources = tuple([(intern(source), fen(amount)) for source, amount in funds])
        return marshal.dumps((fen(investment), sources, tuple(map(_plain, years))), FORMAT)

    @property
    def income(self) -> int:
        """The village's income from the project over all years."""
        return sum([year[1] for year in self.years])

    @property
    def payments(self) -> int:
        """What operators paid straight to households over all years."""
        return sum([amount for year in self.years for _, amount, _ in year[5]])


def fen(amount: Decimal) -> int:
    """An amount in yuan, which has at most two decimals, in fen."""
    return int(amount * _FEN)


def yuan(amount: int) -> Decimal:
    """An amount in fen, in yuan."""
    return Decimal(amount).scaleb(_CENT)


def year_of(values: PlainYear) -> Year:
    """The year that has these values."""
    year, income, reserve, used, shared, payments, paid_on = values
    return Year(
        year,
        yuan(income),
        yuan(reserve),
        yuan(used),
        yuan(shared),
        tuple([(mechanism, yuan(amount), many) for mechanism, amount, many in payments]),
        date.fromordinal(paid_on) if paid_on else None,
    )


def _plain(values: Year) -> PlainYear:
    year, income, reserve, used, shared, payments, paid_on = values
    return (
        year,
        fen(income),
        fen(reserve),
        fen(used),
        fen(shared),
        tuple([(intern(mechanism), fen(amount), many) for mechanism, amount, many in payments]),
        paid_on.toordinal() if paid_on else 0,
    )
