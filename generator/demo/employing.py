"""The two mechanisms that bring wages."""

from typing import Any

from generator.demo.emit import Short
from generator.demo.industry import Work
from generator.demo.money import yuan
from generator.demo.story import Story
from generator.demo.tied import amount, beneficiaries, noted, paid

_FEN_A_POST = 9_000_000
"""About one post for so much investment."""


def employment(story: Story) -> dict[str, Any]:
    """务工就业."""
    work = story.dice.pick(story.work)
    posts = _posts(story, 60)
    tied = beneficiaries(story, posts)
    linkage = {
        "mechanism": "employment",
        "beneficiaries": tied,
        "posts": posts,
        "hours": work.hours,
        "wage": _wage(story, work, posts, "employment", tied["households"]),
        "paid": paid(story, "due_month"),
    }
    return noted(story, linkage, "employment_note", 60, task=work.task)


def industry_integration(story: Story) -> dict[str, Any]:
    """二三产业融合."""
    dice = story.dice
    work = dice.pick(story.industry.work)
    posts = max(_posts(story, 40) // 2, 3)
    tied = beneficiaries(story, posts)
    added = dice.pick(story.industry.added)
    linkage: dict[str, Any] = {
        "mechanism": "industry_integration",
        "beneficiaries": tied,
        "added": added,
        "posts": posts,
    }
    wage = _wage(story, work, posts, "industry_integration", tied["households"])
    if dice.chance(75):
        linkage["wage"] = wage
        linkage["paid"] = paid(story, "due_month")
    return noted(story, linkage, "integration_note", 40, added=added)


def _posts(story: Story, most: int) -> int:
    by_size = 3 + story.investment // _FEN_A_POST
    return max(min(story.dice.whole(by_size // 2 + 2, by_size + 4), most, story.pool // 6), 3)


def _wage(story: Story, work: Work, posts: int, mechanism: str, households: int) -> Short:
    """The wage standard; notes what a usual year pays."""
    each = amount(story, *work.wage)
    low, high = work.worked
    story.pays[mechanism] = (each * story.dice.whole(low, (low + high) // 2) * posts, households)
    return Short(amount=yuan(each), per=work.per)
