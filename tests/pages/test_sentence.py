import pytest

from generator.pages.sentence import sentence


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("冻害，没有开库", "冻害，没有开库。"),
        ("冻害，没有开库。", "冻害，没有开库。"),
        ("第一句。\n第二句。\n", "第一句。\n第二句。"),
        ("明年补发！ ", "明年补发！"),
        ("没有收益；", "没有收益。"),
        ("。", ""),
    ],
)
def test_a_text_ends_as_one_sentence(written: str, told: str) -> None:
    assert sentence(written) == told
