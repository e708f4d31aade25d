"""The money of a project is packed into little room, and comes out as it went in."""

from datetime import date
from decimal import Decimal

import pytest

from generator.records.money import Money, Year, fen, year_of, yuan

FIRST = Year(
    2023,
    Decimal("56096"),
    Decimal("0.01"),
    Decimal("21400.5"),
    Decimal(8),
    (("employment", Decimal(7), 2),),
    None,
)
SECOND = Year(
    2024,
    Decimal("-0.29"),
    Decimal(0),
    Decimal(0),
    Decimal(0),
    (("employment", Decimal("999999999999.99"), 12), ("land_transfer", Decimal(5), 0)),
    date(2024, 12, 1),
)
FUNDS = (("county_bridging", Decimal("99999999999999.99")), ("other", Decimal("0.01")))


def test_money_comes_out_as_it_went_in() -> None:
    money = Money(Money.packed(Decimal("1200000.5"), FUNDS, (FIRST, SECOND)))
    assert yuan(money.investment) == Decimal("1200000.50")
    assert tuple((source, yuan(amount)) for source, amount in money.funds) == FUNDS
    assert list(map(year_of, money.years)) == [FIRST, SECOND]


def test_equal_money_is_packed_equally_however_it_was_made() -> None:
    word, source = "".join(("employ", "ment")), "".join(("oth", "er"))
    paid = ((word, Decimal("7.0"), 2),)
    again = Year(2023, Decimal("56096.00"), Decimal("0.010"), Decimal("21400.50"), Decimal("8.0"), paid, None)
    assert Money.packed(Decimal("7.0"), ((source, Decimal("1.0")),), (again,)) == Money.packed(
        Decimal(7), (("other", Decimal(1)),), (FIRST,)
    )
    assert Money.packed(Decimal(7), (), (FIRST,)) != Money.packed(Decimal(7), (), (SECOND,))


def test_packed_amounts_are_whole_fen() -> None:
    money = Money(Money.packed(Decimal("3.5"), (), (SECOND,)))
    [(year, income, reserve, used, shared, payments, paid_on)] = money.years
    assert (money.investment, year, income, reserve, used, shared) == (350, 2024, -29, 0, 0, 0)
    assert payments == (("employment", 99_999_999_999_999, 12), ("land_transfer", 500, 0))
    assert paid_on == date(2024, 12, 1).toordinal()


def test_sums_run_over_all_years() -> None:
    money = Money(Money.packed(Decimal(1), (), (FIRST, SECOND)))
    assert yuan(money.income) == Decimal("56095.71")
    assert yuan(money.payments) == Decimal("1000000000011.99")


@pytest.mark.parametrize(
    "amount", [Decimal("0"), Decimal("1.1"), Decimal("-7.25"), Decimal("999999999999.99")]
)
def test_fen_and_yuan_are_exact(amount: Decimal) -> None:
    assert yuan(fen(amount)) == amount
