"""Money in fen: exact sums, and amounts as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.demo.money import in_words, rounded, split, tenths, up, yuan


@pytest.mark.parametrize(
    ("fen", "text"), [(0, "0"), (5, "0.05"), (100, "1"), (12_345_67, "12345.67"), (-150, "-1.50")]
)
def test_yuan(fen: int, text: str) -> None:
    assert yuan(fen) == text


def test_tenths() -> None:
    assert [tenths(value) for value in (65, 60, 5)] == ["6.5", "6", "0.5"]


@pytest.mark.parametrize(
    ("fen", "text"), [(120_000_000, "120 万元"), (98_600_000, "98.6 万元"), (100_000, "0.1 万元")]
)
def test_in_words(fen: int, text: str) -> None:
    assert in_words(fen) == text


def test_steps() -> None:
    assert (rounded(1999, 1000), rounded(3, 1000), up(1001, 1000), up(2000, 1000)) == (1000, 1000, 2000, 2000)


@given(
    st.integers(1, 10**12),
    st.lists(st.integers(1, 100), min_size=1, max_size=6),
    st.sampled_from([1, 100, 10_000]),
)
def test_parts_add_up_to_the_fen(total: int, weights: list[int], step: int) -> None:
    parts = split(total, weights, step)
    assert sum(parts) == total
    assert len(parts) == len(weights)
    assert all(part >= 0 and part % step == 0 for part in parts[:-1])
    assert parts[-1] >= 0
