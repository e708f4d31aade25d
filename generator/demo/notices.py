"""What was expected and announced, and what came of the works."""

from typing import Any

from generator.demo.calendar import AS_OF, Term, after, drop_empty
from generator.demo.emit import Short
from generator.demo.money import Number, yuan
from generator.demo.story import Story

_LEVELS = (["county", "township", "village"], ["township", "village"], ["village"], ["village", "site"])
_ALL_LEVELS = ["county", "township", "village", "site"]


def expected(story: Story) -> Short:
    """The expected outcome, in numbers that the linkages bear out."""
    dice = story.dice
    households = max(linkage["beneficiaries"]["households"] for linkage in story.linkages)
    posts = sum(linkage.get("posts", 0) for linkage in story.linkages)
    income = story.investment * (story.rate or 55) // 1000 // 10_000 * 10_000
    values: dict[str, Any] = {"households": households, "jobs": posts or None}
    if story.earns:
        values["collective_income"] = yuan(max(income, 200_000))
    if story.way != "welfare":
        values["household_income"] = Number(dice.whole(6, 90) * 50)
    if dice.chance(18):
        values["other"] = _other(story, posts)
    return Short(drop_empty(values))


def _other(story: Story, posts: int) -> str | None:
    dice = story.dice
    if story.industry.land and story.way != "welfare" and dice.chance(50):
        return f"带动周边发展{story.product.name} {dice.whole(5, 80) * 10} 亩"
    if posts:
        return f"全年用工 {posts * dice.whole(6, 16) * 10} 个工日以上"
    if "goods" in story.tags:
        return f"农户的{story.product.name}卖得出、结得快，每{story.product.unit}运费少花一成"
    return None


def _result(story: Story) -> str:
    if story.way == "household":
        return story.say("result_household")
    return story.say_fitting("result")


def disclosures(story: Story) -> list[dict[str, Any]]:
    """The notice before the works, the announcement after them, and now and then a distribution's."""
    timeline = story.timeline
    found = []
    if timeline.noticed:
        found.append(_posted(story, "before", timeline.noticed))
    if timeline.accepted:
        start = after(timeline.accepted, story.dice.whole(3, 14))
        found.append(_posted(story, "after", Term(start, after(start, story.dice.whole(9, 16)))))
    return found


def _posted(story: Story, moment: str, term: Term) -> dict[str, Any]:
    dice = story.dice
    posted = Short({"moment": moment, "from": term.start, "to": term.end})
    posted["at"] = list(_ALL_LEVELS if story.joint and dice.chance(50) else dice.pick(_LEVELS))
    if term.end < AS_OF and (moment == "before" or dice.chance(30)):
        posted["objections"] = (
            story.say_fitting("objections", few=dice.whole(3, 40)) if moment == "before" else "无异议"
        )
    return posted


def completion(story: Story) -> dict[str, Any] | None:
    """The acceptance: what was spent is what the things cost and most of the fees."""
    dice = story.dice
    if not story.timeline.accepted:
        return None
    saved = story.fees * dice.whole(0, 90) // 100 if story.fees else 0
    return drop_empty(
        {
            "accepted": story.timeline.accepted,
            "spent": yuan(story.investment - saved),
            "result": _result(story),
            "acceptance": story.say("acceptance"),
            "targets": story.say("targets", few=dice.whole(2, 9)) if dice.chance(55) else None,
        }
    )
