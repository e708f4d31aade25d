"""Inspections, changes of beneficiaries, and whom to ask."""

from datetime import date
from typing import Any

from generator.demo.calendar import AS_OF, after, drop_empty
from generator.demo.emit import Short
from generator.demo.story import Story

_CHANCE_OVERDUE = 30
_RESULTS = {"good": 74, "pass": 23, "rectify": 3}


def inspections(story: Story) -> list[dict[str, Any]]:
    """One inspection a year since acceptance; the last one fits the stage."""
    if not story.running or not story.timeline.accepted:
        return []
    days = _days(story)
    order = story.dice.some(story.seen, len(days))
    seen = [story.fill(order[at % len(order)].replace("{p}", "{product}")) for at in range(len(days))]
    last = len(days) - 1
    return [_inspection(story, day, seen[at], first=at == 0, last=at == last) for at, day in enumerate(days)]


def _days(story: Story) -> list[date]:
    accepted = story.timeline.accepted
    assert accepted
    end = min(story.term.end, AS_OF) if story.stage == "closed" else after(AS_OF, -4)
    latest = after(AS_OF, -400) if story.flaw == "late_inspection" and story.stage == "operating" else end
    days = []
    for year in range(accepted.year, latest.year + 1):
        day = after(date(year, 3, 5), story.dice.whole(0, 250))
        if after(accepted, 25) < day <= latest:
            days.append(day)
    must = story.stage == "rectifying" or (latest == end and after(accepted, 330) < AS_OF)
    if must and (not days or days[-1].year < latest.year):
        days.append(after(latest, -story.dice.whole(1, 60)))
    return [day for day in days if day > accepted]


def _inspection(story: Story, day: date, seen: str, first: bool, last: bool) -> dict[str, Any]:
    dice = story.dice
    result = dice.weighted(_RESULTS)
    if last and story.stage == "rectifying":
        result = "rectify"
    elif last and story.stage == "closed" and dice.chance(45):
        result = "dispose"
    elif last and result == "rectify":
        result = "pass"
    entry = {
        "on": day,
        "by": story.say("offices"),
        "result": result,
        "finding": _finding(story, result, seen, first),
    }
    if result in ("rectify", "dispose"):
        return drop_empty({**entry, **_mending(story, day, result, last)})
    return entry


def _finding(story: Story, result: str, seen: str, first: bool) -> str:
    dice = story.dice
    where = story.say_fitting("where", few=dice.whole(2, 9))
    if result == "dispose":
        return where + story.say("dispose_note")
    if result == "rectify":
        weak = story.fill(dice.pick(story.weak).replace("{p}", "{product}"))
        return f"{where}{weak}。{story.say_fitting('rectify_note')}"
    parts = [story.say_fitting("good_money")]
    if first and dice.chance(40):
        parts = [story.say("first_year")]
    if result == "pass":
        parts.append(story.say_fitting("pass_note"))
    advice = story.say_fitting("advice")
    sentences = [
        f"{seen}，{parts[0]}" if parts and dice.chance(45) else "。".join([seen, *parts[:1]]),
        *parts[1:],
        advice,
    ]
    return where + "。".join(each for each in sentences if each)


def _mending(story: Story, day: date, result: str, last: bool) -> dict[str, Any]:
    dice = story.dice
    open_still = last and story.stage == "rectifying"
    if not open_still:
        deadline = after(day, dice.whole(30, 90))
        rectified = min(after(day, dice.whole(12, 28)), deadline)
        measure = story.say("dispose_measure") if result == "dispose" else story.say_fitting("measure")
        return {"deadline": deadline, "rectified": rectified, "measure": measure}
    given = after(day, dice.whole(20, 60))
    if dice.chance(_CHANCE_OVERDUE) and given < AS_OF:
        return {"deadline": given}
    return {"deadline": after(AS_OF, dice.whole(8, 75))}


def changes(story: Story) -> list[Short]:
    """Now and then households joined or left."""
    dice = story.dice
    if not story.running or not dice.chance(14):
        return []
    accepted = story.timeline.accepted
    assert accepted
    day = after(accepted, dice.whole(40, max((AS_OF - accepted).days - 5, 41)))
    if day > AS_OF:
        return []
    added = dice.whole(1, 6)
    return [Short(on=day, added=added, removed=dice.whole(0, 2), decided_by=story.say("decided_by"))]


def supervision(story: Story) -> dict[str, Any]:
    """The supervising office and its telephones."""
    dice = story.dice
    hotlines = ["12317", "0990-1234567"]
    if dice.chance(45):
        hotlines.append(story.township.phone)
    values = {"department": story.say("departments"), "hotlines": hotlines}
    if dice.chance(22):
        values["address"] = story.say("addresses")
    return Short(values)
