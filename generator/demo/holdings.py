"""The four mechanisms that bring income from assets."""

from typing import Any

from generator.demo.calendar import drop_empty
from generator.demo.emit import Short
from generator.demo.money import Number, tenths, yuan
from generator.demo.story import Story
from generator.demo.tied import beneficiaries, paid
from generator.demo.wishes import wish

_USES = (
    ["public_posts", "upkeep", "member_dividend"],
    ["public_posts", "infrastructure", "public_welfare"],
    ["infrastructure", "upkeep", "member_dividend"],
    ["public_posts", "upkeep", "targeted_dividend"],
    ["public_posts", "public_welfare", "member_dividend"],
    ["upkeep", "public_welfare", "labour_reward"],
    ["infrastructure", "incentive", "public_posts"],
    ["public_posts", "infrastructure", "upkeep", "public_welfare", "member_dividend"],
    ["targeted_dividend", "public_posts", "public_welfare"],
    ["incentive", "member_dividend"],
)
_LEAST_DEBT_RATE = 45
"""In tenths of a percent: above the highest one-year LPR of the table."""

_LEASE_RATES = (50, 50, 55, 60, 60, 60, 65, 70, 80)
_DEAREST_LEASE = 85
_DECIDED = ("表决", "讨论通过", "讨论决定", "三分之二以上同意")
_SHARES = (5, 10, 10, 15, 20, 20, 25, 30)


def lease_rate(story: Story) -> int:
    """A lease's yearly rate in tenths of a percent, not below depreciation; 0 where none bears it."""
    bearing = [thing for thing in story.things if not thing.welfare]
    value = sum(thing.value for thing in bearing)
    depreciation = sum(-(-thing.value // thing.life) for thing in bearing)
    least = -(-depreciation * 1000 // value)
    least = -(-least // 5) * 5
    wanted = wish(story.number).mechanism == "guaranteed_dividend"
    return max(least, story.dice.pick(_LEASE_RATES)) if wanted or least <= _DEAREST_LEASE else 0


def debt_rate(story: Story) -> int:
    """A loan's yearly rate in tenths of a percent, above the LPR of any signing day."""
    return story.dice.whole(_LEAST_DEBT_RATE // 5, 15) * 5


def guaranteed_dividend(story: Story) -> dict[str, Any]:
    """保底收益+按股分红."""
    dice = story.dice
    return drop_empty(
        {
            "mechanism": "guaranteed_dividend",
            "beneficiaries": beneficiaries(story, _sharers(story)),
            "principal": yuan(story.principal),
            "investment_mode": story.way if story.way in ("debt", "equity") else "lease",
            "guaranteed_rate": tenths(story.rate),
            "profit_share": Number(dice.pick(_SHARES)),
            "term": _promised(story),
            "paid": paid(story, "due_year"),
        }
    )


def asset_shareholding(story: Story) -> dict[str, Any]:
    """资产入股."""
    dice = story.dice
    return drop_empty(
        {
            "mechanism": "asset_shareholding",
            "beneficiaries": beneficiaries(story, _sharers(story)),
            "asset": story.say("share_asset"),
            "valuation": yuan(story.principal),
            "share": Number(dice.whole(8, 49)),
            "held_by": dice.weighted(
                {"members": 5, "village_collective": 2, "priority_households": 2, "households": 1}
            ),
            "term": _promised(story),
            "paid": paid(story, "due_year"),
        }
    )


def collective_redistribution(story: Story) -> dict[str, Any]:
    """村集体收益二次分配."""
    return {
        "mechanism": "collective_redistribution",
        "beneficiaries": beneficiaries(story, _sharers(story)),
        "plan": story.say("redistribute"),
        "uses": list(story.dice.pick(_USES)),
        "decision": story.say("meetings") + story.dice.pick(_DECIDED),
    }


def land_transfer(story: Story) -> dict[str, Any]:
    """土地流转."""
    dice = story.dice
    assert story.industry.land
    area = dice.whole(story.industry.land[0] * 10, story.industry.land[1] * 10)
    area = area // 10 * 10 if dice.chance(50) else area
    rent = dice.whole(6, 20) * 50
    tied = beneficiaries(story, max(area // dice.whole(35, 75), 4))
    story.pays["land_transfer"] = (area * rent * 10, tied["households"])
    grain = rent * 10 // dice.whole(24, 29) // 10 * 10
    terms = drop_empty(
        {
            "amount": Number(rent),
            "in_kind": story.say("rent_kind", grain=grain) if dice.chance(35) else None,
            "adjustment": story.say("rent_adjust") if dice.chance(75) else None,
        }
    )
    return {
        "mechanism": "land_transfer",
        "beneficiaries": tied,
        "area": tenths(area),
        "rent": Short(terms),
        "term": story.term.written(),
        "paid": paid(story, "due_rent"),
    }


def _promised(story: Story) -> Short | None:
    """A return's own term now and then: that of the latest agreement."""
    signed = story.timeline.agreements
    return signed[-1].term.written() if signed and story.dice.chance(25) else None


def _sharers(story: Story) -> int:
    share = story.dice.whole(8, 60)
    return max(story.pool * share // 100, 12)
