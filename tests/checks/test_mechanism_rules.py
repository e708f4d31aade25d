"""Borders of the M rules that their examples do not show."""

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks.example import Data, base
from generator.checks.rule import Context
from generator.records.linkages import LINKAGES
from generator.records.model import labels
from generator.records.project import Project
from tests.checks.judging import hits

Make = Callable[..., Project]
TIED = {"households": "20", "lifted": "8"}
ROAD = {
    "name": "村道",
    "class": "public_welfare",
    "value": "1000",
    "owner": {"name": "柳湾村村民委员会", "kind": "village_collective"},
    "income_bearing": "false",
    "condition": "normal",
}
MONEY = [{"source": "operator_capital", "amount": "1500000"}]


def _linkage(number: int) -> Data:
    found: Data = base()["linkages"][number]
    return found


@pytest.mark.parametrize("kind", ["operating", "household"])
def test_m001_asks_the_kinds_that_need_a_mechanism(kind: str, project: Make, context: Context) -> None:
    assert hits("M001", project(kind=kind, linkages=None, assets=None), context)


def test_m001_asks_a_public_project_that_made_an_operating_asset(project: Make, context: Context) -> None:
    [hit] = hits("M001", project(kind="public_welfare", linkages=None), context)
    assert "经营性资产" in hit.message.zh
    road = project(kind="public_welfare", linkages=None, assets=[ROAD])
    assert hits("M001", road, context) == []


def test_m001_takes_unstated_money_for_assistance(project: Make, context: Context) -> None:
    [hit] = hits("M001", project(linkages=None, funding=None), context)
    assert "资金还没有写" in hit.message.zh
    assert hits("M001", project(linkages=None, funding=MONEY), context) == []


@pytest.mark.parametrize("mechanism", LINKAGES)
def test_m002_asks_for_every_term_of_a_mechanism(mechanism: str, project: Make, context: Context) -> None:
    bare = project(linkages=[{"mechanism": mechanism, "beneficiaries": TIED}])
    terms = [key for key, label in labels(LINKAGES[mechanism]).items() if label.term]
    found = hits("M002", bare, context)
    assert terms
    assert [hit.path for hit in found] == [("linkages", 0, key) for key in terms]
    for hit in found:
        named = {clause.split("/")[0] for clause in hit.clauses}
        assert named
        assert named <= {policy.id for policy in context.governing(bare)}


def test_m002_cites_the_governing_document_alone(project: Make, context: Context) -> None:
    bare = [{"mechanism": "employment", "beneficiaries": TIED}]
    [first, *_] = hits("M002", project(linkages=bare), context)
    assert first.clauses[:2] == ("changji-2023-8/10-5", "ningling-2022-106/4-2")
    [first, *_] = hits("M002", project(linkages=bare, place="'990102101201'"), context)
    assert {clause.split("/")[0] for clause in first.clauses} == {"ningling-2022-106"}


@pytest.mark.parametrize("key", ["households", "jobs", "collective_income", "household_income"])
def test_m003_is_content_with_one_number(key: str, project: Make, context: Context) -> None:
    assert hits("M003", project(expected={key: "1"}), context) == []
    assert hits("M003", project(expected={key: "0"}), context)


def test_m003_takes_no_negative_number_for_an_outcome(project: Make, context: Context) -> None:
    assert hits("M003", project(expected={"collective_income": "-1"}), context)


def test_m004_is_silent_where_no_document_governs(project: Make, context: Context) -> None:
    linkages = [{"mechanism": "support_services", "beneficiaries": TIED}]
    assert hits("M004", project(linkages=linkages, place="'990199101201'"), context) == []
    [hit] = hits("M004", project(linkages=linkages, place="'990102101201'"), context)
    assert hit.path == ("linkages", 0, "mechanism")


def test_m005_looks_at_all_mechanisms_together(project: Make, context: Context) -> None:
    one, two = _linkage(0), _linkage(1)
    one["beneficiaries"], two["beneficiaries"] = {"households": "86"}, {"households": "18", "monitored": "1"}
    assert hits("M005", project(linkages=[one, two]), context) == []
    two["beneficiaries"] = {"households": "18", "monitored": "0"}
    assert hits("M005", project(linkages=[one, two]), context)
    assert hits("M005", project(linkages=None), context) == []


def test_m005_uses_the_names_of_the_year(project: Make, context: Context) -> None:
    linkage = {**_linkage(1), "beneficiaries": {"households": "18"}}
    [before] = hits("M005", project(linkages=[linkage], year="2023"), context)
    [after] = hits("M005", project(linkages=[linkage], year="2026"), context)
    assert "脱贫户或防止返贫监测对象" in before.message.zh
    assert "防止返贫致贫对象" in after.message.zh
    assert "脱贫户" not in after.message.zh


@pytest.mark.parametrize(
    ("lifted", "monitored", "at_risk", "fires"), [(10, 5, 5, 0), (10, 5, 6, 1), (21, 0, 0, 1)]
)
def test_m006_border(
    lifted: int, monitored: int, at_risk: int, fires: int, project: Make, context: Context
) -> None:
    parts = {"households": "20", "lifted": str(lifted), "monitored": str(monitored), "at_risk": str(at_risk)}
    linkages = [{**_linkage(1), "beneficiaries": parts}]
    assert len(hits("M006", project(linkages=linkages), context)) == fires


@pytest.mark.parametrize(("amount", "fires"), [("999999.99", 0), ("1000000", 1)])
def test_m007_border(amount: str, fires: int, project: Make, context: Context) -> None:
    soft = [{"mechanism": "training", "beneficiaries": TIED}]
    funding = [{"source": "central_bridging", "amount": amount}]
    assert len(hits("M007", project(linkages=soft, funding=funding), context)) == fires
    hard = [*soft, _linkage(1)]
    assert hits("M007", project(linkages=hard, funding=funding), context) == []


@pytest.mark.parametrize("kind", ["operating", "household", "public_welfare"])
@pytest.mark.parametrize("funding", [base()["funding"], MONEY], ids=["assistance", "own"])
def test_m001_and_m008_never_both(kind: str, funding: Any, project: Make, context: Context) -> None:
    bare = project(kind=kind, funding=funding, linkages=None, assets=[ROAD])
    refused, noted = hits("M001", bare, context), hits("M008", bare, context)
    assert not (refused and noted)
    assert bool(refused) == (kind != "public_welfare" and funding is not MONEY)
    assert bool(refused or noted) == (kind != "public_welfare" or funding is not MONEY)


def test_m009_takes_zero_rates_but_no_negative_ones(project: Make, context: Context) -> None:
    linkage = {**_linkage(0), "guaranteed_rate": "0", "profit_share": "100"}
    assert hits("M009", project(linkages=[linkage]), context) == []
    linkage |= {"guaranteed_rate": "-0.5", "profit_share": "100.01"}
    found = hits("M009", project(linkages=[linkage]), context)
    assert [hit.path[-1] for hit in found] == ["guaranteed_rate", "profit_share"]


@pytest.mark.parametrize(("rate", "fires"), [("100", False), ("100.01", True), ("600", True)])
def test_m009_takes_no_guarantee_above_a_hundred(
    rate: str, fires: bool, project: Make, context: Context
) -> None:
    linkage = {**base()["linkages"][0], "guaranteed_rate": rate}
    found = hits("M009", project(linkages=[linkage]), context)
    assert [each.path for each in found] == ([("linkages", 0, "guaranteed_rate")] if fires else [])


def test_m009_looks_into_prices_rents_and_households(project: Make, context: Context) -> None:
    linkages = [
        {
            "mechanism": "land_transfer",
            "beneficiaries": {"households": "0"},
            "rent": {"amount": "0"},
            "area": "0",
        },
        {
            "mechanism": "market_access",
            "beneficiaries": TIED,
            "price": {"basis": "market", "amount": "-3", "per": "公斤"},
        },
    ]
    assert [hit.path[1:] for hit in hits("M009", project(linkages=linkages), context)] == [
        (0, "beneficiaries", "households"),
        (0, "area"),
        (0, "rent", "amount"),
        (1, "price", "amount"),
    ]
