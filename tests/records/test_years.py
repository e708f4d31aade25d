"""The years of a project are packed into little room, and come out as they went in."""

from datetime import date
from decimal import Decimal

import pytest

from generator.records.years import Year, Years, fen, yuan

FIRST = Year(2023, Decimal("56096"), Decimal("0.01"), (("upkeep", Decimal("21400.5")),), (), None)
SECOND = Year(
    2024,
    Decimal("-0.29"),
    Decimal(0),
    (),
    (("employment", Decimal("999999999999.99"), 12), ("land_transfer", Decimal(5), 0)),
    date(2024, 12, 1),
)


def test_years_come_out_as_they_went_in() -> None:
    assert list(Years.of((FIRST, SECOND))) == [FIRST, SECOND]
    assert list(Years.of(())) == []


def test_equal_years_are_equal_however_they_were_made() -> None:
    word = "".join(("up", "keep"))
    again = Year(2023, Decimal("56096.00"), Decimal("0.010"), ((word, Decimal("21400.50")),), (), None)
    assert Years.of((again,)) == Years.of((FIRST,))
    assert hash(Years.of((again,))) == hash(Years.of((FIRST,)))
    assert Years.of((FIRST,)) != Years.of((SECOND,))
    assert Years.of(()) != ()


def test_only_no_years_are_false() -> None:
    assert Years.of((FIRST,))
    assert not Years.of(())


def test_packed_amounts_are_whole_fen() -> None:
    [(year, income, reserve, uses, payments, paid_on)] = Years.of((SECOND,)).packed()
    assert (year, income, reserve, uses) == (2024, -29, 0, ())
    assert payments == (("employment", 99_999_999_999_999, 12), ("land_transfer", 500, 0))
    assert paid_on == date(2024, 12, 1).toordinal()


@pytest.mark.parametrize(
    "amount", [Decimal("0"), Decimal("1.1"), Decimal("-7.25"), Decimal("999999999999.99")]
)
def test_fen_and_yuan_are_exact(amount: Decimal) -> None:
    assert yuan(fen(amount)) == amount
