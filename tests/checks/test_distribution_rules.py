"""Borders of the D rules that their examples do not show, and their arithmetic to the fen."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.example import Data, base
from generator.checks.promise import promised_in
from generator.checks.rule import Context
from generator.checks.rules import d001, d002, d005, d013
from generator.records.distribution import Distribution
from generator.records.model import validated
from generator.records.project import Project
from generator.records.reference import Reference
from tests.changing import having
from tests.checks.conftest import NEIGHBOUR
from tests.checks.judging import hits

Make = Callable[..., Project]
FEN = Decimal("0.01")
fen = st.integers(0, 10**11).map(lambda amount: amount * FEN)
DECIDED = {"meeting": "村民代表会议", "on": "2024-12-01"}


def _year(**change: object) -> Data:
    return {"year": "2024", "income": "75600", **change}


def _dividend(**change: object) -> Data:
    linkage = {**base()["linkages"][0], **change}
    return {key: value for key, value in linkage.items() if value is not None}


def _agreement(start: str, end: str, signed: str = "2023-12-05", number: str = "A") -> Data:
    return {
        **base()["agreements"][0],
        "number": number,
        "signed": signed,
        "term": {"start": start, "end": end},
    }


def _entry(
    income: Decimal, forward: Decimal, reserve: Decimal, uses: list[Decimal], on: Decimal
) -> Distribution:
    return validated(
        Distribution,
        {
            "year": "2024",
            "income": f"{income}",
            "brought_forward": f"{forward}",
            "reserve": f"{reserve}",
            "uses": [{"use": "upkeep", "amount": f"{amount}"} for amount in uses],
            "carried_forward": f"{on}",
        },
    )


@pytest.fixture(scope="module")
def plain(reference: Reference) -> Project:
    return validated(Project, base(), reference.vocabularies.codes())


@settings(max_examples=300, deadline=None)
@given(income=fen, forward=fen, reserve=fen, uses=st.lists(fen, max_size=5), off=st.integers(-5, 5))
def test_sums_hold_to_the_fen(
    plain: Project,
    context: Context,
    income: Decimal,
    forward: Decimal,
    reserve: Decimal,
    uses: list[Decimal],
    off: int,
) -> None:
    left = income + forward - reserve - sum(uses, Decimal(0))
    carried = max(left + off * FEN, Decimal(0))
    project = having(plain, distributions=(_entry(income, forward, reserve, uses, carried),))
    unsettled = not uses and not carried
    overspent = left < 0
    assert bool(list(d002.check(project, context))) == overspent
    assert bool(list(d001.check(project, context))) == (not overspent and left != carried and not unsettled)


@settings(max_examples=200, deadline=None)
@given(amounts=st.lists(st.integers(-3, 3), min_size=5, max_size=5))
def test_negative_amounts_are_all_named(plain: Project, context: Context, amounts: list[int]) -> None:
    income, forward, reserve, used, carried = (Decimal(amount) for amount in amounts)
    project = having(plain, distributions=(_entry(income, forward, reserve, [used], carried),))
    found = list(d013.check(project, context))
    assert len(found) == sum(amount < 0 for amount in amounts)


@settings(max_examples=200, deadline=None)
@given(
    values=st.lists(st.tuples(st.integers(1, 10**8), st.integers(1, 50)), min_size=1, max_size=6),
    off=st.integers(-2, 2),
)
def test_the_floor_of_a_lease_is_depreciation(
    context: Context, values: list[tuple[int, int]], off: int
) -> None:
    floor = sum((Decimal(value) / life for value, life in values), Decimal(0)).quantize(FEN)
    asset = {key: value for key, value in base()["assets"][0].items() if key != "code"}
    data = {
        **base(),
        "assets": [{**asset, "value": f"{value}", "life_years": f"{life}"} for value, life in values],
        "linkages": [_dividend(principal=f"{max(floor + off * FEN, FEN)}", guaranteed_rate="100")],
    }
    words = context.reference.vocabularies.codes()
    project = validated(Project, data, words)
    assert bool(list(d005.check(project, context))) == (max(floor + off * FEN, FEN) < floor)


@pytest.mark.parametrize(
    ("change", "fires"),
    [
        ({}, False),
        ({"reserve": "15600"}, False),
        ({"decided": DECIDED}, True),
        ({"carried_forward": "60000"}, True),
        ({"carried_forward": "75600", "decided": DECIDED}, False),
        ({"carried_forward": "75599.99"}, True),
    ],
)
def test_d001_leaves_a_year_alone_that_nobody_decided_on(
    change: Data, fires: bool, project: Make, context: Context
) -> None:
    assert bool(hits("D001", project(distributions=[_year(**change)]), context)) == fires


@pytest.mark.parametrize(
    ("term", "year", "promised"),
    [
        (("2024-01-01", "2028-12-31"), 2024, "75600.00"),
        (("2024-01-01", "2028-12-31"), 2023, "0.00"),
        (("2024-07-01", "2028-12-31"), 2024, "38006.56"),
        (("2024-01-01", "2024-12-30"), 2024, "75393.44"),
        (("2024-01-01", "2026-06-30"), 2026, "37489.32"),
        (("2024-12-31", "2024-12-31"), 2024, "206.56"),
    ],
)
def test_promises_count_by_days(term: tuple[str, str], year: int, promised: str, project: Make) -> None:
    made = project(agreements=[_agreement(*term)])
    assert promised_in(made, year) == Decimal(promised)


def test_days_under_two_agreements_count_once(project: Make) -> None:
    agreements = [_agreement("2024-01-01", "2024-08-31"), _agreement("2024-07-01", "2024-12-31", number="B")]
    assert promised_in(project(agreements=agreements), 2024) == Decimal(75600)


@pytest.mark.parametrize(
    ("income", "payments", "fires"),
    [("75599", [], False), ("75598.99", [], True), ("40000", [35600], False), ("40000", [35598.99], True)],
)
def test_d003_takes_a_yuan_and_what_households_got(
    income: str, payments: list[float], fires: bool, project: Make, context: Context
) -> None:
    paid = [
        {"mechanism": "guaranteed_dividend", "amount": str(each), "households": "86"} for each in payments
    ]
    made = project(distributions=[_year(income=income, payments=paid)])
    assert bool(hits("D003", made, context)) == fires


@pytest.mark.parametrize(("decided", "fires"), [(None, False), ({**DECIDED, "on": "2025-11-18"}, True)])
def test_d003_waits_for_the_end_of_the_year(
    decided: Data | None, fires: bool, project: Make, context: Context
) -> None:
    year = _year(year="2025", income="30000", **({"decided": decided} if decided else {}))
    assert bool(hits("D003", project(distributions=[year]), context)) == fires


@pytest.mark.parametrize(
    ("signed", "rate", "fires"),
    [
        ("2023-06-19", "3.64", True),
        ("2023-06-19", "3.65", False),
        ("2023-06-20", "3.55", False),
        ("2023-06-20", "3.54", True),
        ("2019-08-19", "0.1", False),
        ("2026-12-01", "2.99", True),
    ],
)
def test_d004_takes_the_rate_of_the_day(
    signed: str, rate: str, fires: bool, project: Make, context: Context
) -> None:
    made = project(
        linkages=[_dividend(investment_mode="debt", guaranteed_rate=rate)],
        agreements=[_agreement("2027-01-01", "2028-12-31", signed=signed)],
    )
    found = hits("D004", made, context)
    assert bool(found) == fires
    assert all(("只核对到 2026-08-20" in each.message.zh) == (signed > "2026-08-20") for each in found)


def test_d004_takes_the_agreement_that_the_guarantee_belongs_to(project: Make, context: Context) -> None:
    old, new = (
        _agreement("2022-01-01", "2024-12-31", signed="2021-12-21", number="A"),
        _agreement("2025-01-01", "2027-12-31", signed="2024-12-10", number="B"),
    )
    own = {"start": "2025-01-01", "end": "2027-12-31"}
    for term, rate, fires in ((None, "3.1", False), (own, "3.1", False), (old["term"], "3.1", True)):
        made = project(
            linkages=[_dividend(investment_mode="debt", guaranteed_rate=rate, term=term)],
            agreements=[new, old],
        )
        assert bool(hits("D004", made, context)) == fires


@pytest.mark.parametrize("code", ["D004", "D005"])
def test_floors_hold_where_a_document_sets_them(code: str, project: Make, context: Context) -> None:
    mode = "debt" if code == "D004" else "lease"
    change = {"linkages": [_dividend(investment_mode=mode, guaranteed_rate="1")]}
    assert hits(code, project(**change), context)
    assert hits(code, project(**change, year="2031"), context), "no document governs 2031"
    assert not hits(code, project(**change, place=f"{NEIGHBOUR}101201"), context)


@pytest.mark.parametrize(
    ("asset", "other", "fires"),
    [
        ({}, None, True),
        ({"life_years": None}, None, False),
        ({"income_bearing": "false"}, None, False),
        ({"condition": "disposed"}, None, False),
        ({}, {"investment_mode": "equity"}, False),
        ({}, {"investment_mode": "debt"}, True),
    ],
)
def test_d005_counts_what_the_lease_answers_for(
    asset: Data, other: Data | None, fires: bool, project: Make, context: Context
) -> None:
    made = {key: value for key, value in {**base()["assets"][0], **asset}.items() if value is not None}
    linkages = [_dividend(guaranteed_rate="4")] + ([_dividend(**other)] if other else [])
    assert bool(hits("D005", project(assets=[made], linkages=linkages), context)) == fires


@pytest.mark.parametrize(
    ("terms", "as_of", "years"),
    [
        ([("2021-01-01", "2028-12-31")], date(2025, 11, 20), [2021, 2022, 2023]),
        ([("2021-01-01", "2028-12-31")], date(2024, 12, 31), [2021, 2022, 2023]),
        ([("2022-01-31", "2022-12-01")], date(2025, 11, 20), [2022]),
        ([("2022-02-01", "2022-12-31")], date(2025, 11, 20), []),
        ([("2022-01-01", "2022-11-30")], date(2025, 11, 20), []),
        ([("2022-01-01", "2022-12-31"), ("2025-01-01", "2027-12-31")], date(2025, 11, 20), [2022]),
        ([("2027-01-01", "2028-12-31")], date(2025, 11, 20), []),
    ],
)
def test_d006_counts_full_years(
    terms: list[tuple[str, str]], as_of: date, years: list[int], project: Make, context: Context
) -> None:
    made = project(agreements=[_agreement(*term) for term in terms])
    found = hits("D006", made, replace(context, as_of=as_of))
    assert [int(each.message.zh.split("，")[1][:4]) for each in found] == years


@pytest.mark.parametrize(
    ("change", "fires"),
    [
        ({}, True),
        ({"stage": "closed"}, False),
        ({"assets": None}, True),
        ({"assets": None, "linkages": [base()["linkages"][1]]}, False),
    ],
)
def test_d006_asks_projects_that_earn(change: Data, fires: bool, project: Make, context: Context) -> None:
    assert bool(hits("D006", project(distributions=None, **change), context)) == fires


@pytest.mark.parametrize(("limit", "fires"), [("15120", False), ("15120.01", True), ("60480", True)])
def test_d009_allows_the_limit_itself(limit: str, fires: bool, project: Make, context: Context) -> None:
    rest = Decimal("50400") - Decimal(limit)
    uses = [{"use": "handout", "amount": limit}] + (
        [{"use": "upkeep", "amount": f"{rest}"}] if rest > 0 else []
    )
    assert bool(hits("D009", project(distributions=[_year(uses=uses)]), context)) == fires


@pytest.mark.parametrize(
    ("first", "second", "fires"),
    [
        ({"decided": DECIDED, "carried_forward": "75600"}, {"brought_forward": "75600"}, False),
        ({"decided": DECIDED, "carried_forward": "75600"}, {"brought_forward": "75599.99"}, True),
        ({"decided": DECIDED, "carried_forward": "75600"}, {}, True),
        ({}, {"brought_forward": "75600"}, False),
        ({"year": "2023", "decided": DECIDED, "carried_forward": "75600"}, {}, False),
    ],
)
def test_d014_compares_with_the_year_before(
    first: Data, second: Data, fires: bool, project: Make, context: Context
) -> None:
    made = project(distributions=[_year(year="2025", **second), _year(**first)])
    assert bool(hits("D014", made, context)) == fires
