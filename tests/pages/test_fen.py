"""Sums in fen are told as amounts in yuan are."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.pages import amounts, fen
from generator.records.money import yuan


@given(st.integers(-(10**15), 10**15))
def test_fen_are_told_as_yuan_are(amount: int) -> None:
    assert fen.rough(amount) == amounts.rough(yuan(amount))


@pytest.mark.parametrize(
    "edge",
    [0, 1, 100, 999_999, 1_000_000, 1_005_000, 9_999_995_000, 9_999_999_999, 10**10, 10**10 + 5_000_000],
)
def test_units_change_and_halves_are_rounded_where_those_of_yuan_are(edge: int) -> None:
    for amount in (edge - 1, edge, edge + 1):
        for each in (amount, -amount):
            assert fen.rough(each) == amounts.rough(yuan(each))
