from hypothesis import given
from hypothesis import strategies as st

from generator.search.sets import sets
from tests.search import read_back


@given(st.lists(st.integers(0, 2**20 - 1), max_size=50))
def test_sets_of_words_come_out_again(values: list[int]) -> None:
    column = sets(values, 20)
    each = [
        sum(digit << 6 * plane for plane, digit in enumerate(digits)) for digits in _digits(column["sets"])
    ]
    assert [each[at] for at in read_back.sequence(column["i"])] == values


def _digits(planes: list[str]) -> list[list[int]]:
    return [list(digits) for digits in zip(*(read_back.numbers([plane]) for plane in planes), strict=True)]
