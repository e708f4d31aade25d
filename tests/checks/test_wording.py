from decimal import Decimal

import pytest

from generator.checks.wording import listed, money
from generator.findings.finding import Bilingual


@pytest.mark.parametrize(
    ("amount", "text"),
    [("0", "0"), ("1200000", "1,200,000"), ("0.01", "0.01"), ("-75600", "-75,600"), ("100.5", "100.50")],
)
def test_money(amount: str, text: str) -> None:
    assert money(Decimal(amount)) == text


def test_listed() -> None:
    assert listed([Bilingual("甲", "a"), Bilingual("乙", "b")]) == Bilingual("甲、乙", "a, b")
    assert listed([]) == Bilingual("", "")
