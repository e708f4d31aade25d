"""What the years brought to a project, kept in as little room as they can be."""

import marshal
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from sys import intern
from typing import Any

_CENT = -2
_FORMAT = 2
"""Newer formats of ``marshal`` refer back to what is one object: equal values would differ in bytes."""

Packed = tuple[int, int, int, tuple[tuple[str, int], ...], tuple[tuple[str, int, int], ...], int]
"""The values of a :class:`Year` as they are kept: amounts in fen, a day as its ordinal, none as 0."""


@dataclass(frozen=True, slots=True)
class Year:
    """What one year brought: the village's income, its uses, and payments straight to households.

    ``uses`` are amounts by use, ``payments`` the money that operators paid households directly, by
    mechanism with the households. All amounts in yuan.
    """

    year: int
    income: Decimal
    reserve: Decimal
    uses: tuple[tuple[str, Decimal], ...]
    payments: tuple[tuple[str, Decimal, int], ...]
    paid_on: date | None


class Years:
    """The years of one project: as objects they would be half of what a register keeps in memory."""

    __slots__ = ("_packed",)

    def __init__(self, packed: bytes) -> None:
        self._packed = packed

    @classmethod
    def of(cls, years: Iterable[Year]) -> "Years":
        """Pack some years."""
        return cls(marshal.dumps([_packed(year) for year in years], _FORMAT))

    def packed(self) -> list[Packed]:
        """The plain values, for sums over many projects."""
        found: list[Packed] = marshal.loads(self._packed)
        return found

    def __iter__(self) -> Iterator[Year]:
        return map(_unpacked, self.packed())

    def __bool__(self) -> bool:
        return self != _NONE

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Years) and self._packed == other._packed

    def __hash__(self) -> int:
        return hash(self._packed)

    def __repr__(self) -> str:
        return f"Years.of({list(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return Years, (self._packed,)


_NONE = Years.of(())


def fen(amount: Decimal) -> int:
    """An amount in yuan, which has at most two decimals, in fen."""
    return int(amount * 100)


def yuan(amount: int) -> Decimal:
    """An amount in fen, in yuan."""
    return Decimal(amount).scaleb(_CENT)


def _packed(year: Year) -> Packed:
    return (
        year.year,
        fen(year.income),
        fen(year.reserve),
        tuple([(intern(use), fen(amount)) for use, amount in year.uses]),
        tuple([(intern(mechanism), fen(amount), many) for mechanism, amount, many in year.payments]),
        year.paid_on.toordinal() if year.paid_on else 0,
    )


def _unpacked(packed: Packed) -> Year:
    year, income, reserve, uses, payments, paid_on = packed
    return Year(
        year,
        yuan(income),
        yuan(reserve),
        tuple([(use, yuan(amount)) for use, amount in uses]),
        tuple([(mechanism, yuan(amount), many) for mechanism, amount, many in payments]),
        date.fromordinal(paid_on) if paid_on else None,
    )
