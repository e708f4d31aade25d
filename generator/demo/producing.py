"""The six mechanisms that bring households along in production."""

from typing import Any

from generator.demo.calendar import drop_empty
from generator.demo.emit import Short
from generator.demo.money import tenths, yuan
from generator.demo.places import COUNTY
from generator.demo.story import Story
from generator.demo.tied import amount, beneficiaries, noted, paid

_STAGES = (["before", "during"], ["before", "during", "after"], ["during", "after"], ["during"], ["before"])
_CONTENTS = {
    "crafts": "contract_content_crafts",
    "livestock": "contract_content_stock",
    "poultry": "contract_content_stock",
    "aquaculture": "contract_content_stock",
}
_LEADERS = ("leading_enterprise", "company", "state_company")
_MARKETS = ("{c}城北农产品批发市场", "{c}南关农贸市场", "{c}电商中心", "省城农产品批发市场", "定点采购单位")


def contract_farming(story: Story) -> dict[str, Any]:
    """订单收购."""
    dice, product = story.dice, story.product.raw or story.product
    tied = beneficiaries(story, _households(story, 14, 90))
    price = amount(story, *product.price) if story.product.raw else _market(story)
    basis = dice.weighted({"guaranteed": 6, "premium": 2, "market": 1})
    stated = max(price * dice.whole(4, 10) // 1000 * 10, 1) if basis == "premium" else price
    volume = dice.whole(*product.volume)
    story.pays["contract_farming"] = (volume * price * tied["households"], tied["households"])
    return drop_empty(
        {
            "mechanism": "contract_farming",
            "beneficiaries": tied,
            "product": product.name,
            "term": story.term.written(),
            "content": story.say(
                _CONTENTS.get(story.industry.code, "contract_content"), product=product.name
            ),
            "way": story.say("contract_way_crafts" if story.industry.code == "crafts" else "contract_way"),
            "price": Short(basis=basis, amount=yuan(stated), per=product.unit),
            "inputs": dice.pick(story.industry.inputs),
            "paid": paid(story, "due_goods") if dice.chance(80) else None,
        }
    )


def market_access(story: Story) -> dict[str, Any]:
    """产销对接."""
    dice, product = story.dice, story.product
    tied = beneficiaries(story, _households(story, 16, 110))
    price = _market(story)
    volume = dice.whole(*product.volume) * 7 // 10 + 1
    story.pays["market_access"] = (volume * price * tied["households"], tied["households"])
    linkage = {
        "mechanism": "market_access",
        "beneficiaries": tied,
        "sales_channel": dice.pick(story.industry.channels),
        "product": product.name,
        "price": Short(
            basis=dice.weighted({"protected": 5, "consignment": 3, "market": 2}),
            amount=yuan(price),
            per=product.unit,
        ),
        "paid": paid(story, "due_goods"),
    }
    return noted(story, linkage, "market_note", 35)


def trusteeship(story: Story) -> dict[str, Any]:
    """托养托管."""
    dice = story.dice
    trust = dice.pick(story.industry.trust)
    tied = beneficiaries(story, _households(story, 10, 46))
    share = dice.pick((400, 500, 500, 550, 600, 600, 650, 700, 700, 800))
    story.pays["trusteeship"] = (dice.whole(*trust.each) * 100 * tied["households"], tied["households"])
    return {
        "mechanism": "trusteeship",
        "beneficiaries": tied,
        "trustee": story.facts["operator"],
        "entrusted": story.fill(trust.what.replace("{p}", "{product}")),
        "term": story.term.written(),
        "return_share": tenths(share),
        "paid": paid(story, "due_year"),
    }


def training(story: Story) -> dict[str, Any]:
    """技术培训."""
    dice = story.dice
    tied = beneficiaries(story, _households(story, 15, 80))
    sessions = dice.whole(1, 6)
    linkage = {
        "mechanism": "training",
        "beneficiaries": tied,
        "sessions": sessions,
        "persons": tied["households"] * dice.whole(10, 10 + sessions * 4) // 10,
        "subject": story.fill(dice.pick(story.industry.training).replace("{p}", "{product}")),
        "stages": list(dice.pick(_STAGES)),
    }
    return noted(story, linkage, "training_note", 35)


def support_services(story: Story) -> dict[str, Any]:
    """配套服务."""
    dice = story.dice
    linkage = {
        "mechanism": "support_services",
        "beneficiaries": beneficiaries(story, _households(story, 20, 140)),
        "services": dice.some(story.industry.services, dice.whole(1, 4)),
        "fee_reduction": dice.pick(story.industry.reductions),
    }
    return noted(story, linkage, "services_note", 35)


def joint_operation(story: Story) -> dict[str, Any]:
    """联合带动."""
    dice = story.dice
    operator = story.operator
    leads = operator is not None and operator.kind in _LEADERS
    grows = operator is not None and operator.kind in ("family_farm", "large_grower")
    chain = [Short(role="market", name=dice.pick(_MARKETS).format(c=COUNTY))]
    if leads:
        chain.append(Short(role="leading_enterprise", name=story.facts["operator"]))
    if grows:
        chain.append(Short(role="base", name=story.facts["operator"]))
    elif dice.chance(40):
        chain.append(Short(role="base", name=f"{story.village.name}{story.product.name}基地"))
    chain.append(Short(role="cooperative", name=story.owner if leads or grows else story.facts["operator"]))
    chain.append(Short(role="farmers", name="农户"))
    return {
        "mechanism": "joint_operation",
        "beneficiaries": beneficiaries(story, _households(story, 20, 120)),
        "chain": chain,
        "term": story.term.written(),
        "content": story.say("joint_content_crafts" if story.industry.code == "crafts" else "joint_content"),
        "way": story.say("joint_way"),
        "exit": story.say("joint_exit"),
        "paid": paid(story, "due_goods"),
    }


def _market(story: Story) -> int:
    """The product's price in fen: one for the whole record."""
    story.market = story.market or amount(story, *story.product.price)
    return story.market


def _households(story: Story, low: int, high: int) -> int:
    """A count that fits the mechanism; household projects tie in those they support."""
    if story.households:
        return max(story.households * story.dice.whole(60, 100) // 100, 3)
    return story.dice.whole(low, high) * (2 if story.joint else 1)
