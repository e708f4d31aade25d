"""The assets that the project made, and their condition."""

from typing import Any

from generator.demo.calendar import AS_OF, after, drop_empty
from generator.demo.emit import Short
from generator.demo.money import yuan
from generator.demo.story import Built, Story
from generator.demo.wishes import wish

_HOLDERS = {"members": 65, "households": 18, "priority_households": 17}
_TROUBLE = {"underused": ("consolidate", "upgrade", "revive"), "idle": ("revive", "revive", "adjust")}


def assets(story: Story) -> list[dict[str, Any]]:
    """The asset entries; before acceptance there are none."""
    if not story.running:
        return []
    if story.way in ("debt", "equity"):
        entries = [_claim(story)]
    elif story.way == "household":
        entries = [_of_households(story)]
    else:
        entries = [_built(story, thing) for thing in story.things]
    for at, entry in enumerate(entries):
        entry["code"] = f"SLZC-{story.year}-{story.number + 1:04d}-{at + 1:02d}"
    _conditions(story, entries)
    if story.flaw == "rights":
        for entry in entries:
            if "income_rights" in entry and entry["income_rights"]["held_by"] != "village_collective":
                del entry["income_rights"]
    return [_ordered(entry) for entry in entries]


def _ordered(entry: dict[str, Any]) -> dict[str, Any]:
    keys = ("code", "name", "class", "value", "owner", "life_years", "income_bearing", "condition")
    return drop_empty({key: entry.get(key) for key in (*keys, "income_rights", "follow_up")})


def _owner(story: Story) -> Short:
    if story.flaw == "owner":
        return Short(name=f"{story.township.name}人民政府", kind="township")
    return Short(name=story.owner, kind="joint_villages" if story.joint else "village_collective")


def _rights(story: Story) -> Short:
    held = story.dice.weighted(_HOLDERS)
    if story.flaw == "rights" and story.dice.chance(50):
        held = "village_collective"
    lifted = sum(village.lifted + village.monitored for village in story.villages)
    counts = {
        "members": story.pool * story.dice.whole(25, 34) // 10,
        "households": story.pool,
        "priority_households": max(lifted, 1),
        "village_collective": len(story.villages),
    }
    return Short(held_by=held, count=counts[held])


def _built(story: Story, thing: Built) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "name": thing.name,
        "class": "public_welfare" if thing.welfare else "operating",
        "value": yuan(thing.value),
        "owner": _owner(story),
        "life_years": thing.life,
        "income_bearing": not thing.welfare,
        "condition": "normal",
    }
    if not thing.welfare:
        entry["income_rights"] = story.facts.setdefault("rights", _rights(story))
    return entry


def _claim(story: Story) -> dict[str, Any]:
    """What the village has for money that it gave an operator: a claim or shares."""
    kind = "债权投资本金" if story.way == "debt" else "入股股权"
    assert story.operator
    return {
        "name": f"{kind}（{story.operator.name}）",
        "class": "operating",
        "value": yuan(story.principal),
        "owner": _owner(story),
        "income_bearing": True,
        "condition": "normal",
        "income_rights": _rights(story),
    }


def _of_households(story: Story) -> dict[str, Any]:
    return {
        "name": story.things[0].name,
        "class": "household",
        "value": yuan(story.things[0].value),
        "owner": Short(name=f"{story.village.name} {story.households} 户受补助农户", kind="households"),
        "income_bearing": False,
        "condition": "normal",
    }


def _conditions(story: Story, entries: list[dict[str, Any]]) -> None:
    dice = story.dice
    condition = wish(story.number).condition
    if not condition and story.stage == "closed":
        condition = dice.weighted({"disposed": 6, "normal": 4})
    if not condition and story.stage == "rectifying":
        condition = dice.weighted({"underused": 6, "idle": 3, "normal": 2})
    if not condition and story.stage == "operating" and dice.chance(2):
        condition = "underused"
    unused = condition in _TROUBLE and story.way in ("debt", "equity")
    if condition in ("", "normal") or story.way == "household" or unused:
        return
    bearing = [entry for entry in entries if entry["income_bearing"]] or entries
    touched = entries if condition == "disposed" else dice.some(bearing, dice.pick((1, 1, 2)))
    follow_up = _follow_up(story, condition) if condition in _TROUBLE else None
    for entry in touched:
        entry["condition"] = condition
        entry["follow_up"] = follow_up


def _follow_up(story: Story, condition: str) -> dict[str, Any]:
    way = story.dice.pick(_TROUBLE[condition])
    due = after(AS_OF, story.dice.whole(20, 260)) if story.dice.chance(75) else None
    return drop_empty({"way": way, "plan": story.say(f"followup_{way}"), "due": due})
