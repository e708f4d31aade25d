from hypothesis import given
from hypothesis import strategies as st

from generator.search.planes import planes, sequence
from generator.search.recent import recent
from tests.search import read_back

_NUMBERS = st.lists(st.integers(0, 10**11))


@given(_NUMBERS)
def test_planes_read_back(values: list[int]) -> None:
    assert read_back.numbers(planes(values)) == values


@given(st.lists(st.integers(0, 200_000), max_size=50))
def test_sequences_read_back(values: list[int]) -> None:
    assert read_back.sequence(sequence(values)) == values


def test_small_numbers_take_one_character_and_all_stand_in_a_script() -> None:
    assert len(sequence(list(range(51)))) == 51
    assert len(sequence([51])) == 2
    written = "".join(planes(list(range(9000)))) + sequence(list(range(90_000)))
    assert not set(written) & {chr(34), chr(92), chr(10)}


@given(st.lists(st.text("abc", max_size=2)))
def test_recent_values_read_back(values: list[str]) -> None:
    known, text = recent(values)
    assert [known[at] for at in read_back.recent(text)] == values
    assert len(known) == len(set(values))
