"""Days and periods as people read them."""

from datetime import date
from functools import lru_cache


@lru_cache(maxsize=8192)
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
