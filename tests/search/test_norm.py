import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.norm import norm, words


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("示财农【２０２３】１２号", "示财农〔2023〕12号"),
        ("ｓｌ－2023－0042", "SL-2023-0042"),
        ("SL—XY–2023‑1", "SL-XY-2023-1"),
        ("保鲜库2座", "保鲜库 2 座"),
        ("保鲜库　２座", "保鲜库 2 座"),
        ("(一期)", "（一期）"),
        ("阿依·古丽", "阿依•古丽"),
        ("380㎡", "380m²"),
    ],
)
def test_spellings_of_one_text_are_alike(typed: str, kept: str) -> None:
    assert norm(typed) == norm(kept)


def test_a_query_is_cut_at_blanks_of_any_kind_and_says_nothing_twice() -> None:
    assert words("  柳湾　冷库\t柳湾 2023\u00a0年 ") == ["柳湾", "冷库", "2023", "年"]
    assert words(" \u200b ") == []


def test_line_ends_stay() -> None:
    assert norm("甲 乙\n丙") == "甲乙\n丙"


@given(st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=12), st.booleans())
def test_long_texts_are_made_alike_as_short_ones_are(text: str, plain: bool) -> None:
    whole = (text + "㎡，〔2023〕 Ａ一·") * 400 if not plain else "㎡，〔2023〕 Ａ一·—①" * 400
    one = unicodedata.normalize("NFKC", whole)
    assert norm(whole) == "".join(norm(one[at : at + 100]) for at in range(0, len(one), 100))
