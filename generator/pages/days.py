"""Days and periods as people read them."""

import re
from datetime import date
from functools import lru_cache

_WRITTEN = re.compile(r"(?<![\w-])(\d{4})-(\d\d)-(\d\d)(?![\w-]) ?")
"""A day as records and findings write it, and the blank that sets it apart from Chinese."""


@lru_cache(maxsize=2048)
def day(value: date) -> str:
    """``2023 年 3 月 1 日``."""
    return f"{value.year} 年 {value.month} 月 {value.day} 日"


def month(value: date) -> str:
    """``2023 年 3 月``."""
    return f"{value.year} 年 {value.month} 月"


def span(first: date, last: date) -> str:
    """From one day to another, both included."""
    return f"{day(first)}至 {day(last)}"


def inclusive(first: date, last: date) -> int:
    """How many days a period has, both ends counted."""
    return (last - first).days + 1


def spoken(text: str) -> str:
    """A finding's text with its days as people read them: ``到 2025-11-20 已经`` is for who edits records."""
    return _WRITTEN.sub(lambda found: f"{found[1]} 年 {int(found[2])} 月 {int(found[3])} 日", text)
