from decimal import Decimal

import pytest

from generator.pages import amounts


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("0", "0 元"),
        ("860", "860 元"),
        ("9999.99", "9,999.99 元"),
        ("10000", "1 万元（10,000 元）"),
        ("1200000", "120 万元（1,200,000 元）"),
        ("1200000.00", "120 万元（1,200,000 元）"),
        ("75600.5", "7.56 万元（75,600.50 元）"),
        ("123456", "12.35 万元（123,456 元）"),
        ("120000000", "1.2 亿元（120,000,000 元）"),
    ],
)
def test_money_is_told_readably_and_exactly(amount: str, told: str) -> None:
    assert amounts.money(Decimal(amount)) == told


def test_fen_are_shown_only_where_there_are_any() -> None:
    assert amounts.yuan(Decimal("2.40")) == "2.40 元"
    assert amounts.yuan(Decimal("2.00")) == "2 元"
    assert amounts.yuan(Decimal("0.05")) == "0.05 元"
    assert amounts.yuan(Decimal("1234567.5")) == "1,234,567.50 元"
    assert amounts.yuan(Decimal("1234567.05")) == "1,234,567.05 元"
    assert amounts.yuan(Decimal("0.5")) == "0.50 元"
    assert amounts.yuan(Decimal("1234567.00")) == amounts.yuan(Decimal("1234567.0")) == "1,234,567 元"
    assert amounts.yuan(Decimal("-1200")) == "-1,200 元"
    assert amounts.yuan(Decimal("1.2E+6")) == "1,200,000 元"


@pytest.mark.parametrize(
    ("amount", "number", "told"),
    [
        ("32190", 29, "，平均每户 1,110 元"),
        ("139800", 18, "，平均每户约 7,767 元"),
        ("10", 4, "，平均每户约 3 元"),
        ("5000.20", 4, "，平均每户约 1,250 元"),
        ("9000", 3, ""),
        ("1", 4, ""),
        ("0", 0, ""),
    ],
)
def test_an_average_is_told_of_groups_that_are_not_small(amount: str, number: int, told: str) -> None:
    assert amounts.average(Decimal(amount), number) == told


def test_rough_amounts_round_half_up() -> None:
    assert amounts.rough(Decimal(1_000_050)) == "100.01 万元"
    assert amounts.rough(Decimal(66_598_100)) == "6,659.81 万元"
    assert amounts.rough(Decimal(-66_598_100)) == "-6,659.81 万元"
    assert amounts.rough(Decimal(9_999_950)) == "1,000 万元"


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 户"), (1, "不超过 3 户"), (3, "不超过 3 户"), (4, "4 户"), (1260, "1,260 户")]
)
def test_small_groups_are_not_told_apart(number: int, told: str) -> None:
    assert amounts.households(number) == told


def test_rates_and_shares() -> None:
    assert amounts.percent(Decimal("6.0")) == "6%"
    assert amounts.percent(Decimal("3.45")) == "3.45%"
    assert amounts.share(1, 3) == "33.3%"
    assert amounts.share(0, 0) == "—"
    assert amounts.plain(Decimal("420.50")) == "420.5"
    assert amounts.plain(Decimal("1200")) == "1,200"
