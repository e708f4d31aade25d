"""Which mechanisms a project has, and whom each ties in."""

from collections.abc import Callable
from typing import Any

from generator.demo import employing, holdings, producing
from generator.demo.industry import Texts
from generator.demo.story import Story
from generator.demo.wishes import wish

_MAKERS: dict[str, Callable[[Story], dict[str, Any]]] = {
    "guaranteed_dividend": holdings.guaranteed_dividend,
    "asset_shareholding": holdings.asset_shareholding,
    "collective_redistribution": holdings.collective_redistribution,
    "land_transfer": holdings.land_transfer,
    "employment": employing.employment,
    "industry_integration": employing.industry_integration,
    "contract_farming": producing.contract_farming,
    "market_access": producing.market_access,
    "trusteeship": producing.trusteeship,
    "training": producing.training,
    "support_services": producing.support_services,
    "joint_operation": producing.joint_operation,
}
_PRODUCTION = (
    "contract_farming",
    "market_access",
    "trusteeship",
    "training",
    "support_services",
    "joint_operation",
)
CORES = ("guaranteed_dividend", "asset_shareholding", "collective_redistribution")
"""Mechanisms that follow from how the money works, whatever the industry."""

_PAYING = ("contract_farming", "trusteeship", "market_access")
_TAGS: dict[str, Texts] = {
    "lease": ("built", "let"),
    "own": ("built", "own"),
    "debt": ("invested",),
    "equity": ("invested",),
    "household": ("household",),
    "welfare": ("welfare",),
}
_TAGGING = {
    "wages": ("employment", "industry_integration"),
    "goods": ("contract_farming", "market_access"),
    "land": ("land_transfer",),
}
MOST = 5


def link(story: Story) -> list[dict[str, Any]]:
    """The linkages of the story, one to five, the weightiest first."""
    chosen = _chosen(story)
    story.mechanisms = [mechanism for mechanism in _MAKERS if mechanism in chosen]
    story.tags = _tags(story)
    story.linkages = [_MAKERS[mechanism](story) for mechanism in story.mechanisms]
    if story.flaw == "nobody":
        for linkage in story.linkages:
            linkage["beneficiaries"].pop("lifted", None)
            linkage["beneficiaries"].pop("monitored", None)
    return story.linkages


def _tags(story: Story) -> Texts:
    found = _TAGS[story.way]
    for tag, mechanisms in _TAGGING.items():
        if any(mechanism in story.mechanisms for mechanism in mechanisms):
            found = (*found, tag)
    return found


def _chosen(story: Story) -> set[str]:
    dice = story.dice
    wished = wish(story.number).mechanism
    if story.flaw == "soft_only" and story.way == "own":
        return {"training", "support_services"}
    if story.way == "welfare":
        return {"employment"}
    chosen = _core(story)
    fitting = [each for each in story.industry.suits if each not in chosen and each not in CORES[:2]]
    if story.way == "household":
        fitting = [each for each in fitting if each in _PRODUCTION]
    extra = dice.weighted({0: 20, 1: 32, 2: 30, 3: 14, 4: 4})
    for mechanism in dice.some(fitting, extra):
        chosen.add(mechanism)
    if story.way in ("lease", "debt", "equity") and dice.chance(40):
        chosen.add("collective_redistribution")
    while len(chosen) > MOST - bool(wished):
        chosen.discard(dice.pick([each for each in sorted(chosen) if each not in _core_of(story)]))
    return chosen | ({wished} if wished else set())


def _core(story: Story) -> set[str]:
    dice = story.dice
    match story.way:
        case "lease":
            guaranteed = story.rate and (
                dice.chance(75) or wish(story.number).mechanism == "guaranteed_dividend"
            )
            return {"guaranteed_dividend"} if guaranteed else {"collective_redistribution"}
        case "debt":
            return {"guaranteed_dividend"}
        case "equity":
            return {dice.pick(("asset_shareholding", "asset_shareholding", "guaranteed_dividend"))}
        case "own":
            return {"collective_redistribution"}
    fitting = [each for each in _PAYING if each in story.industry.suits]
    return {dice.pick(fitting or ["training"])}


def _core_of(story: Story) -> tuple[str, ...]:
    if story.way == "household":
        return _PAYING
    return ("guaranteed_dividend", "asset_shareholding", "collective_redistribution")
