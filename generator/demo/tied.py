"""Whom a mechanism ties in, and how they are paid."""

from typing import Any

from generator.demo.emit import Short
from generator.demo.story import Story

_FIRST_MONITORED = 2020
"""Monitored households have been named since this year."""


def beneficiaries(story: Story, households: int) -> Short:
    """So many households of the villages, and of them the lifted and monitored ones."""
    dice = story.dice
    households = max(min(households, story.pool * 7 // 10), 3)
    lifted_most = sum(village.lifted for village in story.villages)
    monitored_most = sum(village.monitored for village in story.villages)
    lifted = min(households * dice.whole(15, 55) // 100, lifted_most)
    monitored = min(households * dice.whole(2, 14) // 100, monitored_most, households - lifted)
    tied = Short(households=households, lifted=max(lifted, 1))
    if monitored and story.year >= _FIRST_MONITORED:
        tied["monitored"] = monitored
    if dice.chance(12):
        tied["persons"] = households * dice.whole(27, 42) // 10
    return tied


def paid(story: Story, due: str) -> Short:
    """The way and day of payment; ``due`` names the pool of days."""
    return Short(way=story.say("pay_way"), due=story.say(due))


def amount(story: Story, low: float, high: float) -> int:
    """A price or wage between two bounds in yuan, as people say them; in fen."""
    low_fen, high_fen = round(low * 100), round(high * 100)
    step = 10 if high < 10 else 100 if high < 60 else 500 if high < 500 else 5000
    return max(story.dice.whole(low_fen, high_fen) // step, 1) * step


def noted(story: Story, linkage: dict[str, Any], pool: str, percent: int, **facts: object) -> dict[str, Any]:
    """The linkage, with a note of the pool so often in a hundred times."""
    if story.dice.chance(percent):
        note = story.say(pool, **facts)
        if note:
            linkage["note"] = note
    return linkage
