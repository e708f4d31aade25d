"""A story told as a record, key by key in the order of the model."""

from typing import Any

from generator.demo import timeline, works
from generator.demo.agreements import agreements
from generator.demo.assets import assets
from generator.demo.calendar import drop_empty
from generator.demo.emit import Short
from generator.demo.holdings import debt_rate, lease_rate
from generator.demo.mechanisms import link
from generator.demo.money import yuan
from generator.demo.notices import completion, disclosures, expected
from generator.demo.oversight import changes, inspections, supervision
from generator.demo.payouts import distributions
from generator.demo.places import COUNTY
from generator.demo.story import Story

_KINDS = {"household": "household", "welfare": "public_welfare"}
_WHOLE_TITLES = ("建设", "改造", "补助", "扩建", "奖补", "购置", "硬化", "到户")
_LARGE = 100_000_000


def record(story: Story) -> dict[str, Any]:
    """The record of a story that has its cast; everything else is decided on the way."""
    works.build(story)
    timeline.plan(story)
    implementer = _implementer(story)
    story.facts["implementer"] = implementer["name"]
    site = story.say("sites") if story.dice.chance(50) else None
    funding = works.funding(story)
    _terms_of_money(story)
    linkages = link(story)
    scope = _scope(story, site)
    return drop_empty(
        {
            "id": story.id,
            "name": _name(story),
            "year": story.year,
            "place": story.place,
            "site": site,
            "kind": _KINDS.get(story.way, "operating"),
            "nature": story.nature if story.dice.chance(92) else None,
            "industry": story.industry.code,
            "park": story.say("parks") if story.earns and story.dice.chance(9) else None,
            "stage": story.stage,
            "scope": scope,
            "standard": _standard(story),
            "period": story.timeline.works.written(),
            "implementer": implementer,
            "funding": funding,
            "operator": _operator(story),
            "assets": assets(story),
            "linkages": linkages,
            "agreements": agreements(story),
            "expected": expected(story),
            "disclosures": disclosures(story),
            "completion": completion(story),
            "distributions": distributions(story),
            "inspections": inspections(story),
            "changes": changes(story),
            "supervision": supervision(story),
        }
    )


def _terms_of_money(story: Story) -> None:
    """The rate and, where assets are let, the principal: what they cost."""
    match story.way:
        case "lease":
            story.rate = lease_rate(story)
            story.principal = sum(thing.value for thing in story.things if not thing.welfare)
        case "debt":
            story.rate = debt_rate(story)
        case "equity":
            story.rate = story.dice.pick((40, 45, 50, 50, 55, 60, 60, 70))


def _name(story: Story) -> str:
    dice = story.dice
    title = story.fill(dice.pick(story.plan.titles).replace("{p}", "{product}"))
    if story.nature == "expansion" and not title.endswith("扩建") and dice.chance(60):
        title += "扩建"
    ending = "项目" if title.endswith(_WHOLE_TITLES) or dice.chance(65) else "建设项目"
    where = story.village.name if not story.joint else f"{story.village.name}等村"
    year = f"{story.year} 年" if dice.chance(24) else ""
    return f"{year}{story.township.name}{where}{title}{ending}"


def _implementer(story: Story) -> Short:
    dice = story.dice
    if story.investment > _LARGE and dice.chance(30):
        return Short(name=f"{COUNTY}农业农村局", responsible=story.say("roles_county"))
    if dice.chance(30) and not story.joint:
        return Short(name=f"{story.village.name}村民委员会", responsible=story.say("roles_village"))
    role = story.say("roles_township")
    if story.township.name.endswith("乡"):
        role = role.replace("镇", "乡")
    return Short(name=f"{story.township.name}人民政府", responsible=role)


def _operator(story: Story) -> Short | None:
    operator = story.operator
    if not operator or (story.stage in ("proposed", "admitted") and story.dice.chance(30)):
        return None
    values = {"name": operator.name, "kind": operator.kind, "credit_code": operator.credit_code}
    if story.dice.chance(55):
        values["phone"] = operator.phone
    return Short(values)


def _standard(story: Story) -> str | None:
    if story.plan.each:
        return story.say(
            "standard_household", unit=story.plan.each.unit, subsidy=yuan(story.subsidy), each=story.each
        )
    return story.say("standard_build") if story.dice.chance(22) else None


def _scope(story: Story, site: str | None) -> str:
    dice = story.dice
    facts: dict[str, object] = {"verb": story.say(f"verb_{story.nature}") if not story.plan.each else ""}
    rest = [str(thing) for thing in story.things[1:]]
    facts["rest"] = "、".join(rest)
    facts["more"] = f"、{facts['rest']}" if rest else ""
    facts["site"] = site or story.village.name
    if story.plan.each:
        thing = story.things[0]
        facts |= {"thing": thing.name, "each": story.each, "unit": thing.unit, "total": thing.count}
        return story.say("scope_household", households=story.households, **facts)
    if story.way in ("debt", "equity"):
        return story.say("scope_invest", **facts)
    if story.way == "welfare":
        return story.say("scope_welfare", **facts)
    text = story.say("scope_many" if rest else "scope_one", **facts)
    tail = story.say("scope_tail", mu=dice.whole(2, 38))
    return f"{text}，{tail}" if tail else text
