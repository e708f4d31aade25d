"""The agreements as a record writes them."""

from typing import Any

from generator.demo.calendar import drop_empty
from generator.demo.story import Story


def agreements(story: Story) -> list[dict[str, Any]]:
    """One entry for every agreement; a renewal says what was said before."""
    dice = story.dice
    parties = _parties(story)
    witness = story.say("witness")
    entry = story.say_fitting("entry") if dice.chance(55) else None
    duties = _duties(story)
    notice = dice.pick((30, 30, 60, 60, 90))
    leave = story.say_fitting("exit_a", notice=notice) + story.say_fitting("exit_b")
    fine = story.say_fitting("breach_a", rate=dice.pick("三五五"), percent=dice.pick((5, 10, 20)))
    breach = fine + story.say_fitting("breach_b")
    return [
        drop_empty(
            {
                "number": signed.number,
                "signed": signed.signed,
                "term": signed.term.written(),
                "parties": parties,
                "witness": witness,
                "entry": entry,
                "duties": duties,
                "exit": leave,
                "breach": breach,
            }
        )
        for signed in story.timeline.agreements
    ]


def _parties(story: Story) -> list[str]:
    village = f"{story.village.name}村民委员会"
    match story.way:
        case "welfare":
            return [village, f"{story.township.name}人民政府"]
        case "household":
            return [str(story.facts["operator"]), village, "受补助农户"]
        case "own":
            return [story.owner, "带动农户"]
    parties = [story.owner, str(story.facts["operator"])]
    if {"employment", "land_transfer", "contract_farming"} & set(story.mechanisms) and story.dice.chance(30):
        parties.append("带动农户")
    return parties


def _duties(story: Story) -> str | None:
    if story.way == "welfare":
        return story.say("welfare")
    if story.way in ("lease", "debt", "equity") and story.dice.chance(65):
        return story.say_fitting("duties")
    return None
