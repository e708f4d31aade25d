"""Which record's figures stand in the worked calculation of each mechanism."""

from collections.abc import Sequence

from generator.outputs.remembering import Remember, forgetful, of_runs
from generator.records.linkages import LINKAGES
from generator.records.money import Money, PlainYear
from generator.records.summary import Row

PAID_DIRECTLY = frozenset(
    {
        "contract_farming",
        "market_access",
        "trusteeship",
        "joint_operation",
        "employment",
        "industry_integration",
        "land_transfer",
    }
)
"""Mechanisms under which operators pay households straight."""

THROUGH_THE_VILLAGE = frozenset({"asset_shareholding", "guaranteed_dividend", "collective_redistribution"})
"""Mechanisms whose money comes to the village first."""

Rank = tuple[int, int, int, str]
"""What a project is worth as an example, the least the best; its number comes last."""

_YEARS = 3
"""More years of payment than this make an example no better."""


def chosen(rows: Sequence[Row], remember: Remember = forgetful) -> dict[str, str]:
    """For each mechanism the number of the project to reckon with; those without any are left out.

    Good examples are free of findings, have been paid for some years, and have few mechanisms, so that
    money can be told apart. The choice depends on nothing but the rows.
    """
    best: dict[str, Rank] = {}
    for run in of_runs(rows, "examples", _best, remember):
        for code, rank in run.items():
            best[code] = min(best.get(code, rank), rank)
    return {code: best[code][-1] for code in LINKAGES if code in best}


def _best(rows: Sequence[Row]) -> dict[str, Rank]:
    best: dict[str, Rank] = {}
    for row in rows:
        if row.errors or row.warnings:
            continue
        years = Money(row.money).years
        for code in row.mechanisms:
            if _fit(years, code):
                rank = _rank(row, years, code)
                best[code] = min(best.get(code, rank), rank)
    return best


def _fit(years: Sequence[PlainYear], code: str) -> bool:
    if code in PAID_DIRECTLY:
        return _paid_years(years, code) > 0
    if code in THROUGH_THE_VILLAGE:
        return any(income and paid_on for _, income, _, _, _, _, paid_on in years)
    return True


def _paid_years(years: Sequence[PlainYear], code: str) -> int:
    return sum([code in [used for used, _, _ in payments] for _, _, _, _, _, payments, _ in years])


def _rank(row: Row, years: Sequence[PlainYear], code: str) -> Rank:
    if code in PAID_DIRECTLY:
        many = _paid_years(years, code)
    else:
        many = sum([income != 0 for _, income, _, _, _, _, _ in years])
    rivals = len(THROUGH_THE_VILLAGE.intersection(row.mechanisms)) if code in THROUGH_THE_VILLAGE else 0
    return -min(many, _YEARS), rivals, len(row.mechanisms), row.id
