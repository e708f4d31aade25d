"""What the first records must show, so that a small county too has something of everything.

Records from the thirteenth on carry one wish each; later ones are left to chance.
"""

from dataclasses import dataclass

PLAIN = 12
"""How many records come before the first wish."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a record shall be; an empty word leaves it to chance."""

    stage: str = ""
    year: int = 0
    source: str = ""
    mechanism: str = ""
    condition: str = ""
    way: str = ""
    flaw: str = ""


_STAGES = (
    Wish(stage="proposed", year=2025),
    Wish(stage="admitted", year=2025),
    Wish(stage="approved", year=2025),
    Wish(stage="building", year=2025),
    Wish(stage="rectifying", year=2022, condition="idle"),
    Wish(stage="rectifying", year=2021, condition="underused"),
    Wish(stage="closed", year=2019, condition="disposed"),
)
_SOURCES = (
    *(Wish(source=f"{level}_poverty", year=2020) for level in ("central", "provincial", "county")),
    *(
        Wish(source=f"{level}_bridging", year=2022)
        for level in ("central", "provincial", "prefecture", "county")
    ),
    *(Wish(source=source) for source in ("integrated", "local_bond", "paired_aid", "designated_aid")),
    Wish(source="donation"),
    Wish(source="collective"),
    Wish(source="operator_capital", way="debt"),
    Wish(source="loan", way="debt"),
    Wish(source="household_capital", way="household"),
)
_MECHANISMS = (
    *(
        Wish(mechanism=mechanism)
        for mechanism in (
            "contract_farming",
            "market_access",
            "trusteeship",
            "training",
            "support_services",
            "joint_operation",
            "employment",
            "industry_integration",
            "land_transfer",
        )
    ),
    Wish(mechanism="asset_shareholding", way="equity"),
    Wish(mechanism="guaranteed_dividend", way="lease"),
    Wish(mechanism="guaranteed_dividend", way="debt"),
    Wish(mechanism="guaranteed_dividend", way="equity"),
    Wish(mechanism="collective_redistribution", way="own"),
)
_OTHERS = (Wish(way="welfare"), Wish(way="household"), Wish(flaw="late_inspection"), Wish(flaw="missed"))
_ALL = tuple(
    wish
    for group in zip(
        (*_STAGES, *(Wish() for _ in range(9))),
        (*_SOURCES,),
        (*_MECHANISMS, Wish(), Wish()),
        (*_OTHERS, *(Wish() for _ in range(12))),
        strict=True,
    )
    for wish in group
)


def wish(number: int) -> Wish:
    """What record ``number``, counted from 0, shall show."""
    at = number - PLAIN
    return _ALL[at] if 0 <= at < len(_ALL) else Wish()
