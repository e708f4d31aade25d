from datetime import date

import pytest

from generator.pages.days import day, span, spoken
from generator.pages.notice import status

FIRST, LAST = date(2025, 11, 10), date(2025, 11, 20)


@pytest.mark.parametrize(
    ("as_of", "state", "text"),
    [
        (date(2025, 11, 9), "ahead", "还没有开始，2025 年 11 月 10 日开始"),
        (date(2025, 11, 10), "running", "正在公示，还有 10 天"),
        (date(2025, 11, 19), "running", "正在公示，还有 1 天"),
        (date(2025, 11, 20), "running", "正在公示，今天是最后一天"),
        (date(2025, 11, 21), "over", "已经结束（2025 年 11 月 20 日）"),
    ],
)
def test_a_notice_period_is_judged_on_the_as_of_date(as_of: date, state: str, text: str) -> None:
    told = status(FIRST, LAST, as_of)
    assert (told.state, told.text) == (state, text)


def test_days() -> None:
    assert day(date(2023, 3, 1)) == "2023 年 3 月 1 日"
    assert span(FIRST, LAST) == "2025 年 11 月 10 日至 2025 年 11 月 20 日"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("到 2025-11-20 已经过了 51 天。", "到 2025 年 11 月 20 日已经过了 51 天。"),
        ("在 2023-02-08 到期了。", "在 2023 年 2 月 8 日到期了。"),
        ("项目 SL-2025-0042 和资产 DH-2021-01-02、2021-01-023。",) * 2,
    ],
)
def test_days_of_findings_are_spoken_and_numbers_are_left(text: str, told: str) -> None:
    assert spoken(text) == told
