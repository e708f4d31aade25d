"""Borders of the A rules that their examples do not show."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

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
