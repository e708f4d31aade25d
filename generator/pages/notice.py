"""The state of a notice period on the as-of date."""

from datetime import date
from typing import NamedTuple

from generator.pages.days import day

AHEAD, RUNNING, OVER = "ahead", "running", "over"


class Status(NamedTuple):
    """Whether a notice period is ``ahead``, ``running`` or ``over``, and that in words."""

    state: str
    text: str


def status(first: date, last: date, as_of: date) -> Status:
    """Judge a notice period; both its days belong to it."""
    if as_of < first:
        return Status(AHEAD, f"还没有开始，{day(first)}开始")
    if as_of > last:
        return Status(OVER, f"已经结束（{day(last)}）")
    left = (last - as_of).days
    return Status(RUNNING, f"正在公示，还有 {left} 天" if left else "正在公示，今天是最后一天")
