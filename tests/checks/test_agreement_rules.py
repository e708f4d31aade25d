"""Borders of the A rules that their examples do not show."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
import yaml

from generator.checks.example import Data, base
from generator.checks.rule import Context
from generator.records.project import Project
from tests.checks.judging import hits

Make = Callable[..., Project]
TIED = {"households": "20", "lifted": "8"}
SOFT = [{"mechanism": "training", "beneficiaries": TIED}]
HARD = [{"mechanism": "trusteeship", "beneficiaries": TIED}]


def _agreement(**change: object) -> Data:
    agreement = {**base()["agreements"][0], **change}
    return {key: value for key, value in agreement.items() if value is not None}


def _term(start: str, end: str) -> Data:
    return {"start": start, "end": end}


@pytest.mark.parametrize(
    ("kind", "linkages", "assets", "fires"),
    [
        ("household", SOFT, [], False),
        ("household", [*SOFT, *HARD], [], True),
        ("household", None, [], False),
        ("operating", SOFT, [], True),
        ("operating", None, [], True),
        ("public_welfare", None, [], False),
        ("public_welfare", SOFT, [], False),
        ("public_welfare", HARD, [], True),
        ("public_welfare", None, base()["assets"], True),
    ],
)
def test_a001_who_owes_an_agreement(
    kind: str, linkages: object, assets: object, fires: bool, project: Make, context: Context
) -> None:
    bare = project(kind=kind, linkages=linkages, assets=assets, agreements=None)
    assert bool(hits("A001", bare, context)) == fires


@pytest.mark.parametrize("stage", ["approved", "building", "closed"])
def test_a001_asks_running_projects_alone(stage: str, project: Make, context: Context) -> None:
    assert hits("A001", project(stage=stage, agreements=None), context) == []


def test_a002_goes_by_the_longest_agreement(project: Make, context: Context) -> None:
    promise = {**base()["linkages"][0], "term": _term("2024-01-01", "2033-12-31")}
    renewed = _agreement(number="SL-XY-2028-0042", term=_term("2029-01-01", "2033-12-31"))
    assert hits("A002", project(linkages=[promise]), context)
    both = project(linkages=[promise], agreements=[_agreement(), renewed])
    assert hits("A002", both, context) == []


def test_a002_holds_for_shares_and_not_for_other_terms(project: Make, context: Context) -> None:
    term = _term("2024-01-01", "2029-01-01")
    for mechanism, fires in (("asset_shareholding", 1), ("guaranteed_dividend", 1), ("land_transfer", 0)):
        linkage = {"mechanism": mechanism, "beneficiaries": TIED, "term": term}
        assert len(hits("A002", project(linkages=[linkage]), context)) == fires


def test_a002_leaves_missing_and_reversed_terms_to_others(project: Make, context: Context) -> None:
    promise = [{**base()["linkages"][0], "term": _term("2024-01-01", "2033-12-31")}]
    for term in (None, _term("2024-01-01", "2023-01-01")):
        assert hits("A002", project(linkages=promise, agreements=[_agreement(term=term)]), context) == []


@pytest.mark.parametrize("key", ["signed", "term", "witness", "exit", "breach", "parties"])
def test_a003_names_each_missing_part(key: str, project: Make, context: Context) -> None:
    lacking = project(agreements=[_agreement(), _agreement(**{key: None})])
    [hit] = hits("A003", lacking, context)
    assert hit.path == ("agreements", 1, key)
    assert hit.clauses
    assert key in hit.remedy.zh


def test_a003_counts_a_party_once(project: Make, context: Context) -> None:
    twice = _agreement(parties=["柳湾村股份经济合作社", "柳湾村股份经济合作社"])
    [hit] = hits("A003", project(agreements=[twice]), context)
    assert hit.path[-1] == "parties"


def test_a003_demands_nothing_that_no_governing_document_demands(project: Make, context: Context) -> None:
    lacking = [_agreement(witness=None)]
    assert hits("A003", project(agreements=lacking, place="'990102101201'"), context) == []
    assert hits("A003", project(agreements=lacking, place="'990199101201'"), context)


@pytest.mark.parametrize(("day", "fires"), [(date(2028, 12, 31), 0), (date(2029, 1, 1), 1)])
def test_a004_border(day: date, fires: int, project: Make, context: Context) -> None:
    assert len(hits("A004", project(), replace(context, as_of=day))) == fires


def test_a004_goes_by_the_last_agreement(project: Make, context: Context) -> None:
    late = replace(context, as_of=date(2029, 6, 1))
    renewed = _agreement(number="SL-XY-2028-0042", term=_term("2029-01-01", "2033-12-31"))
    assert hits("A004", project(agreements=[_agreement(), renewed]), late) == []
    assert hits("A004", project(agreements=[renewed, _agreement()]), late) == []
    assert hits("A004", project(stage="closed"), late) == []


def test_a004_is_silent_where_a_term_is_missing(project: Make, context: Context) -> None:
    late = replace(context, as_of=date(2029, 6, 1))
    assert hits("A004", project(agreements=[_agreement(), _agreement(term=None)]), late) == []


@pytest.mark.parametrize(("signed", "fires"), [("2024-01-01", 0), ("2024-01-02", 1), (None, 0)])
def test_a005_border(signed: str | None, fires: int, project: Make, context: Context) -> None:
    assert len(hits("A005", project(agreements=[_agreement(signed=signed)]), context)) == fires


def test_a006_finds_every_period(project: Make, context: Context) -> None:
    wrong = _term("2024-01-02", "2024-01-01")
    linkages = [{"mechanism": name, "beneficiaries": TIED, "term": wrong} for name in _WITH_TERM]
    bad = project(period=wrong, linkages=linkages, agreements=[_agreement(), _agreement(term=wrong)])
    assert [hit.path for hit in hits("A006", bad, context)] == [
        ("period", "end"),
        *(("linkages", number, "term", "end") for number in range(len(_WITH_TERM))),
        ("agreements", 1, "term", "end"),
    ]


_WITH_TERM = (
    "contract_farming",
    "trusteeship",
    "joint_operation",
    "land_transfer",
    "asset_shareholding",
    "guaranteed_dividend",
)


@pytest.mark.parametrize(
    ("change", "paths"),
    [
        ("completion: {accepted: 2025-11-20, spent: 1, result: 建成, acceptance: 合格}", []),
        (
            "completion: {accepted: 2025-11-21, spent: 1, result: 建成, acceptance: 合格}",
            ["completion.accepted"],
        ),
        ("funding: [{source: county_bridging, amount: 1500000, granted: 2026-03-01}]", ["funding.0.granted"]),
        ("inspections: [{on: 2025-12-01, by: 县, result: good, finding: 正常}]", ["inspections.0.on"]),
        (
            "inspections: [{on: 2025-01-01, by: 县, result: good, finding: 无, deadline: 2026-01-01, "
            "rectified: 2026-01-01}]",
            ["inspections.0.rectified"],
        ),
        ("disclosures: [{moment: after, from: 2026-11-21, to: 2026-12-01, at: [village]}]", []),
        (
            "disclosures: [{moment: after, from: 2026-11-22, to: 2026-12-02, at: [village]}]",
            ["disclosures.0.from"],
        ),
        ("changes: [{on: 2026-01-01, added: 1, removed: 0, decided_by: 村民会议}]", []),
        ("changes: [{on: 2046-01-01, added: 1, removed: 0, decided_by: 村民会议}]", ["changes.0.on"]),
        (
            "distributions: [{year: 2025, plan_published: 2025-11-18, "
            "decided: {meeting: 会, on: 2025-11-30}}]",
            [],
        ),
        (
            "distributions: [{year: 2025, plan_published: 2025-11-18, "
            "decided: {meeting: 会, on: 2052-11-30}}]",
            ["distributions.0.decided.on"],
        ),
        (
            "distributions: [{year: 2025, plan_published: 2052-11-18, "
            "decided: {meeting: 会, on: 2025-11-30}}]",
            ["distributions.0.plan_published"],
        ),
        (
            "distributions: [{year: 2025, decided: {meeting: 会, on: 2025-11-30}, "
            "paid: {on: 2025-12-01, way: 转账}}]",
            ["distributions.0.decided.on", "distributions.0.paid.on"],
        ),
    ],
)
def test_a007_tells_of_days_ahead(change: str, paths: list[str], project: Make, context: Context) -> None:
    [(key, value)] = yaml.load(change, yaml.BaseLoader).items()
    found = hits("A007", project(**{key: value}), context)
    assert [".".join(map(str, each.path)) for each in found] == paths[:1]
    assert [each.message.zh.count(" 20") for each in found] == [len(paths) + 1] * len(found)


def test_a007_lets_terms_and_deadlines_lie_ahead(project: Make, context: Context) -> None:
    made = project(
        period="{start: 2026-03-01, end: 2027-03-01}",
        inspections="[{on: 2025-11-20, by: 县, result: rectify, finding: 停产, deadline: 2026-05-01}]",
    )
    assert not hits("A007", made, context)
