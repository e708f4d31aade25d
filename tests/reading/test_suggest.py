"""Guesses: right where they are made, and not made where they would be wild."""

import pytest

from generator.reading import suggest


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("2023-3-1", "2023-03-01"),
        ("2023/03/01", "2023-03-01"),
        ("2023.3.1", "2023-03-01"),
        ("2023年3月1日", "2023-03-01"),
        ("2023 年 3 月 1 日", "2023-03-01"),
        ("２０２３－０３－０１", "2023-03-01"),
        ("20230301", "2023-03-01"),
        ("“2023-03-01”", "2023-03-01"),
        ("2023年3月1号", "2023-03-01"),
        ("2023-02-30", None),
        ("2023年3月", None),
        ("3月1日", None),
        ("1/3/2023", None),
        ("去年", None),
    ],
)
def test_days(written: str, right: str | None) -> None:
    assert suggest.day(written) == right


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("54万元", "540000"),
        ("54.5 万", "545000"),
        ("0.3亿元", "30000000"),
        ("1,200,000", "1200000"),
        ("1，200，000 元", "1200000"),
        ("１２０００", "12000"),
        ("¥12000.00", "12000"),
        ("12000.50元整", "12000.5"),
        ("0120", "120"),
        ("12.345", None),
        ("一百万", None),
        ("约 12 万", None),
        ("12万3千", None),
        ("9" * 40, None),
        ("", None),
    ],
)
def test_amounts(written: str, right: str | None) -> None:
    assert suggest.amount(written) == right


@pytest.mark.parametrize(
    ("written", "places", "right"),
    [
        ("35%", 4, "35"),
        ("14 个", 0, "14"),
        ("14.5", 0, None),
        ("2023年", 0, "2023"),
        ("十四", 0, None),
        ("9" * 40, 4, None),
        ("9" * 40, 0, None),
    ],
)
def test_numbers(written: str, places: int, right: str | None) -> None:
    assert suggest.number(written, places) == right


def test_near_words() -> None:
    assert suggest.near("linkage", ["linkages", "stage"]) == "linkages"
    assert suggest.near("zzz", ["linkages", "stage"]) is None
