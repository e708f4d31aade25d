"""Days, money and blanks as a sheet writes them."""

import re
from datetime import date
from decimal import Decimal

_HAN = r"[⺀-鿿豈-﫿\U00020000-\U0003ffff，。、；：？！（）《》〔〕“”—→]"
_BEFORE = re.compile(rf"({_HAN}) +(?=[0-9A-Za-z%]|不超过)")
_AFTER = re.compile(rf"([0-9A-Za-z%]) +(?={_HAN})")

BLANK = "＿" * 8
"""A place to fill in by hand; templates shade it."""

BLANK_DAY = "＿＿＿＿年＿＿月＿＿日"
EMPTY_DAY = "　　年　　月　　日"
"""A day to write in by hand where paper alone leaves room enough."""

_WAN = Decimal(10_000)


def tidy(text: str) -> str:
    """A text without the blanks between Chinese and digits or letters: paper does without them."""
    return _AFTER.sub(r"\1", _BEFORE.sub(r"\1", text.strip()))


def sentence(text: str | None) -> str:
    """A text that ends as a sentence; empty stays empty."""
    told = tidy(text or "").rstrip("。；，;,. ")
    return f"{told}。" if told else ""


def wan(amount: Decimal) -> str:
    """An amount in 万元, exact: two decimals, more only where they are needed."""
    value = amount / _WAN
    return f"{value:,.2f}" if value == value.quantize(Decimal("0.01")) else f"{value:,.6f}".rstrip("0")


def yuan(amount: Decimal) -> str:
    """An amount in 元 without the unit, fen only where there are any."""
    return f"{amount:,.0f}" if amount == int(amount) else f"{amount:,.2f}"


def day(value: date) -> str:
    """``2023年3月1日``."""
    return f"{value.year}年{value.month}月{value.day}日"


def span(first: date, last: date) -> str:
    """``2023年3月1日至2024年2月29日``."""
    return f"{day(first)}至{day(last)}"


def months(first: date, last: date) -> str:
    """``2023年3月至11月``."""
    until = f"{last.month}月" if first.year == last.year else f"{last.year}年{last.month}月"
    return f"{first.year}年{first.month}月至{until}"


def numbered(position: int) -> str:
    """The Chinese number of a heading, from 1 to 20."""
    digits = "一二三四五六七八九"
    words: list[str] = [*digits, "十", *(f"十{digit}" for digit in digits), "二十"]
    return words[position - 1]
