"""Borders of the F rules that their examples do not show."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.checks.example import Data, base
from generator.checks.rule import Context
from generator.checks.rules import f005
from generator.findings.finding import Path
from generator.records.project import Project
from tests.checks.judging import hits

Make = Callable[..., Project]


def _fund(source: str, document: str | None = None, amount: str = "1500000") -> list[dict[str, str]]:
    return [{"source": source, "amount": amount} | ({"document": document} if document else {})]


@pytest.mark.parametrize(("amount", "fires"), [("0.01", 0), ("0", 1), ("0.00", 1), ("-0.01", 1)])
def test_f002_border(amount: str, fires: int, project: Make, context: Context) -> None:
    assert len(hits("F002", project(funding=_fund("loan", amount=amount)), context)) == fires


@pytest.mark.parametrize(
    ("year", "source", "instead"),
    [
        (2020, "central_bridging", "central_poverty"),
        (2021, "central_poverty", "central_bridging"),
        (2020, "provincial_bridging", "provincial_poverty"),
        (2023, "county_poverty", "county_bridging"),
        (2026, "prefecture_bridging", "regular_assistance"),
        (2026, "local_bond", "regular_assistance"),
        (2020, "prefecture_bridging", "integrated"),
    ],
)
def test_f003_names_what_to_write(
    year: int, source: str, instead: str, project: Make, context: Context
) -> None:
    [hit] = hits("F003", project(year=str(year), funding=_fund(source)), context)
    assert f"（{instead}）" in hit.remedy.zh
    assert f"({instead})" in hit.remedy.en
    assert source not in hit.remedy.zh


@pytest.mark.parametrize(("year", "fires"), [(2020, 1), (2021, 0), (2025, 0), (2026, 1)])
def test_f003_border(year: int, fires: int, project: Make, context: Context) -> None:
    assert len(hits("F003", project(year=str(year), funding=_fund("central_bridging")), context)) == fires


@pytest.mark.parametrize("stage", ["approved", "building", "operating", "rectifying", "closed"])
def test_f004_asks_from_approval_on(stage: str, project: Make, context: Context) -> None:
    assert hits("F004", project(stage=stage, funding=_fund("integrated")), context)
    assert hits("F004", project(stage=stage, funding=_fund("donation")), context) == []


@pytest.mark.parametrize("stage", ["proposed", "admitted"])
def test_f004_does_not_ask_before(stage: str, project: Make, context: Context) -> None:
    assert hits("F004", project(stage=stage, funding=_fund("integrated")), context) == []


GOOD = ["示财农〔2023〕12号", "昌州乡振〔2023〕8号", "宁巩固组〔2022〕106号", "示援办发〔2021〕1号"]
MENDED = [
    ("示财农[2023]12号", "示财农〔2023〕12号"),
    ("示财农【2023】12号", "示财农〔2023〕12号"),
    ("示财农〔2023]12号", "示财农〔2023〕12号"),
    ("示财农（２０２３）１２号", "示财农〔2023〕12号"),
    ("示财农 〔2023〕 12 号", "示财农〔2023〕12号"),
    ("示财农〔2023〕012号", "示财农〔2023〕12号"),
    ("示财农〔23〕12", "示财农〔2023〕12号"),
]
LOST = [
    "〔2023〕12号",
    "示财农2023年12号",
    "县里的批文",
    "示财农〔2023〕号",
    "财〔2023〕12号",
    "12号",
    "示财农〔1999〕12号",
]


@pytest.mark.parametrize("document", GOOD)
def test_f005_knows_good_numbers(document: str, project: Make, context: Context) -> None:
    assert hits("F005", project(funding=_fund("integrated", document)), context) == []


@pytest.mark.parametrize(("document", "mended"), MENDED)
def test_f005_spells_what_is_beyond_doubt(
    document: str, mended: str, project: Make, context: Context
) -> None:
    [hit] = hits("F005", project(funding=_fund("integrated", document)), context)
    assert f"应当写成“{mended}”" in hit.remedy.zh
    assert mended in hit.remedy.en


@pytest.mark.parametrize("document", LOST)
def test_f005_does_not_guess(document: str, project: Make, context: Context) -> None:
    [hit] = hits("F005", project(funding=_fund("integrated", document)), context)
    assert "应当写成" not in hit.remedy.zh
    assert "照原文件重抄" in hit.remedy.zh


@given(st.text(min_size=1, max_size=40))
def test_f005_never_advises_a_malformed_number(document: str) -> None:
    advice = f005._advice(document).zh
    if advice.startswith("应当写成“"):
        assert f005._SHAPE.fullmatch(advice.split("“")[1].split("”")[0])


def test_f006_needs_both_sides(project: Make, context: Context) -> None:
    assert hits("F006", project(completion=None), context) == []
    assert hits("F006", project(funding=None), context) == []


@pytest.mark.parametrize("amount", ["0", "-1500000"])
def test_f006_leaves_a_sum_that_is_not_positive_to_f002(amount: str, project: Make, context: Context) -> None:
    paid = project(funding=_fund("loan", amount="1"))
    assert hits("F006", paid, context)
    assert hits("F002", project(funding=_fund("loan", amount=amount)), context)
    assert hits("F006", project(funding=_fund("loan", amount=amount)), context) == []


def _asset(value: int) -> Data:
    return {**base()["assets"][0], "value": str(value)}


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"funding": "[{source: county_bridging, amount: 999.99}]"}, ("funding", 0, "amount")),
        ({"funding": "[{source: county_bridging, amount: 1000}]"}, None),
        ({"funding": "[{source: county_bridging, amount: 600}, {source: donation, amount: 400}]"}, None),
        ({"funding": "[{source: county_bridging, amount: 0}]"}, None),
        (
            {"completion": "{accepted: 2023-12-01, spent: 149.82, result: 建成, acceptance: 合格}"},
            ("completion", "spent"),
        ),
        ({"completion": "{accepted: 2023-12-01, spent: 0, result: 没建, acceptance: 不合格}"}, None),
        ({"assets": [_asset(126)]}, ("assets", 0, "value")),
        ({"assets": [_asset(126), _asset(1_260_000)]}, None),
    ],
)
def test_f007_tells_once_where_it_is_seen_first(
    change: dict[str, object], path: Path | None, project: Make, context: Context
) -> None:
    assert [each.path for each in hits("F007", project(**change), context)] == ([path] if path else [])
