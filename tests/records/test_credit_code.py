import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.records.credit_code import CHARACTERS, LENGTH, check_character, fault

BODIES = st.text(alphabet=CHARACTERS, min_size=LENGTH - 1, max_size=LENGTH - 1)


def test_there_are_31_characters_without_the_confusable_ones() -> None:
    assert len(set(CHARACTERS)) == 31
    assert not set("IOSVZ") & set(CHARACTERS)


def test_a_body_worked_out_by_hand() -> None:
    assert check_character("0" * 17) == "0"
    assert check_character("1" + "0" * 16) == "Y"  # 1·1 = 1, 31 - 1 = 30
    assert check_character("91" + "0" * 15) == "K"  # 9·1 + 1·3 = 12, 31 - 12 = 19


@given(BODIES)
def test_a_code_with_its_check_character_is_right(body: str) -> None:
    assert fault(body + check_character(body)) is None


@given(BODIES, st.integers(0, LENGTH - 1), st.sampled_from(CHARACTERS))
def test_one_wrong_character_is_always_found(body: str, at: int, other: str) -> None:
    code = body + check_character(body)
    wrong = code[:at] + other + code[at + 1 :]
    assert fault(wrong) == (None if wrong == code else "check")


@given(BODIES, st.integers(0, LENGTH - 3))
def test_two_neighbours_swapped_are_always_found(body: str, at: int) -> None:
    code = body + check_character(body)
    swapped = code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    assert fault(swapped) == (None if swapped == code else "check")


@pytest.mark.parametrize("code", ["", "9199010", "93990101MA0000001Q0"])
def test_length(code: str) -> None:
    assert fault(code) == "length"


@pytest.mark.parametrize("character", ["I", "O", "S", "V", "Z", "q", "１", " ", "柳"])
def test_character(character: str) -> None:
    assert fault("93990101MA000000" + character + "Q") == "character"


def test_village_collectives_begin_with_a_letter() -> None:
    assert fault("N2990101MF0000001Q") is None
