import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.exports.listing import joined, parted


@given(st.lists(st.text(min_size=1).filter(str.strip)))
def test_there_and_back(texts: list[str]) -> None:
    assert parted(joined(texts)) == texts


@pytest.mark.parametrize(
    ("cell", "texts"),
    [
        ("12317；0990-1234567", ["12317", "0990-1234567"]),
        ("甲;乙 ；", ["甲", "乙"]),
        ("甲\n乙", ["甲", "乙"]),
        ('"甲；乙"；丙', ["甲；乙", "丙"]),
        ('"大棚" 二期', ['"大棚" 二期']),
        ("", []),
    ],
)
def test_as_a_clerk_writes(cell: str, texts: list[str]) -> None:
    assert parted(cell) == texts
