"""Borders of the O rules that their examples do not show."""

from collections.abc import Callable

import pytest

from generator.checks.example import Data, base
from generator.checks.rule import Context
from generator.records.project import Project
from tests.checks.judging import hits

Make = Callable[..., Project]


def _asset(**change: object) -> Data:
    asset = {**base()["assets"][0], **change}
    return {key: value for key, value in asset.items() if value is not None}


def _owned_by(kind: str) -> Data:
    return {"name": "某单位", "kind": kind}


@pytest.mark.parametrize("kind", ["village_collective", "joint_villages", "households"])
def test_o002_is_content_with_village_and_household(kind: str, project: Make, context: Context) -> None:
    assert hits("O002", project(assets=[_asset(owner=_owned_by(kind))]), context) == []


@pytest.mark.parametrize("kind", ["township", "county", "operator"])
@pytest.mark.parametrize("class_", ["operating", "public_welfare", "household"])
def test_o002_asks_of_operating_assets_alone(kind: str, class_: str, project: Make, context: Context) -> None:
    asset = _asset(owner=_owned_by(kind), **{"class": class_})
    assert len(hits("O002", project(assets=[asset]), context)) == (class_ == "operating")


def test_o003_needs_both_sides(project: Make, context: Context) -> None:
    assert hits("O003", project(funding=None), context) == []
    assert hits("O003", project(assets=None), context) == []


@pytest.mark.parametrize(("amount", "found"), [("-500000", ["F002"]), ("0", ["F002"]), ("1", ["O003"])])
def test_o003_leaves_a_sum_that_is_not_positive_to_f002(
    amount: str, found: list[str], project: Make, context: Context
) -> None:
    made = project(funding=[{"source": "loan", "amount": amount}])
    assert [code for code in ("F002", "O003") if hits(code, made, context)] == found


@pytest.mark.parametrize("stage", ["proposed", "admitted", "approved", "building", "closed"])
def test_o004_asks_running_projects_alone(stage: str, project: Make, context: Context) -> None:
    assert hits("O004", project(stage=stage, operator=None), context) == []


@pytest.mark.parametrize("stage", ["operating", "rectifying"])
def test_o004_tells_once_for_all_assets(stage: str, project: Make, context: Context) -> None:
    assets = [_asset(income_bearing="false"), _asset(name="分拣线"), _asset(name="冷库")]
    [hit] = hits("O004", project(stage=stage, operator=None, assets=assets), context)
    assert "分拣线" in hit.message.zh


@pytest.mark.parametrize(
    ("condition", "fires"), [("normal", 0), ("disposed", 0), ("underused", 1), ("idle", 1)]
)
def test_o005_by_condition(condition: str, fires: int, project: Make, context: Context) -> None:
    assert len(hits("O005", project(assets=[_asset(condition=condition)]), context)) == fires


@pytest.mark.parametrize(
    ("held_by", "count", "fires"), [("members", 1, 0), ("members", 0, 1), ("households", 9, 0)]
)
def test_o006_rights(held_by: str, count: int, fires: int, project: Make, context: Context) -> None:
    asset = _asset(income_rights={"held_by": held_by, "count": str(count)})
    assert len(hits("O006", project(assets=[asset]), context)) == fires


@pytest.mark.parametrize(("kind", "fires"), [("joint_villages", 1), ("households", 0), ("township", 0)])
def test_o006_asks_of_collectives_alone(kind: str, fires: int, project: Make, context: Context) -> None:
    asset = _asset(owner=_owned_by(kind), income_rights=None)
    assert len(hits("O006", project(assets=[asset]), context)) == fires


def test_o007_needs_no_code(project: Make, context: Context) -> None:
    assert hits("O007", project(operator={"name": "某大户", "kind": "large_grower"}), context) == []


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("9399010", "写了 7 位"),
        ("93990101ma0000001Q", "不会有“ma”"),
        ("93990101MA0000001R", "校验码对不上"),
    ],
)
def test_o007_says_what_is_wrong(code: str, said: str, project: Make, context: Context) -> None:
    operator = {"name": "柳湾果品种植专业合作社", "kind": "cooperative", "credit_code": code}
    [hit] = hits("O007", project(operator=operator), context)
    assert said in hit.message.zh


@pytest.mark.parametrize(("value", "fires"), [("0.01", 0), ("0", 1), ("-1", 1)])
def test_o008_border(value: str, fires: int, project: Make, context: Context) -> None:
    assert len(hits("O008", project(assets=[_asset(value=value)]), context)) == fires
