"""Borders of the N rules and of R003 that their examples do not show."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from generator.checks.example import Data, base
from generator.checks.rule import Context
from generator.records.project import Project
from tests.checks.judging import hits

Make = Callable[..., Project]


def _notice(moment: str, start: str, end: str) -> Data:
    return {"moment": moment, "from": start, "to": end, "at": ["village"]}


def _inspection(**change: object) -> Data:
    return {"on": "2025-08-12", "by": "示例县农业农村局", "result": "rectify", "finding": "停产", **change}


@pytest.mark.parametrize("moment", ["before", "after", "distribution"])
@pytest.mark.parametrize(
    ("end", "days"), [("2023-02-10", "只有 1 天"), ("2023-02-09", "只有 0 天"), ("2023-02-19", None)]
)
def test_n001_counts_both_ends(
    moment: str, end: str, days: str | None, project: Make, context: Context
) -> None:
    found = hits("N001", project(disclosures=[_notice(moment, "2023-02-10", end)]), context)
    assert [days in each.message.zh for each in found if days] == ([True] if days else [])
    assert bool(found) == bool(days)


@pytest.mark.parametrize(
    ("again", "fires"),
    [
        (("before", "2023-02-13", "2023-02-22"), 0),
        (("before", "2023-02-13", "2023-02-21"), 2),
        (("after", "2023-02-13", "2023-02-22"), 1),
        (("before", "2023-05-13", "2023-05-22"), 0),
        (("before", "2023-05-14", "2023-05-23"), 1),
    ],
)
def test_n001_lets_a_notice_be_posted_again(
    again: tuple[str, str, str], fires: int, project: Make, context: Context
) -> None:
    notices = [_notice("before", "2023-02-10", "2023-02-12"), _notice(*again)]
    assert len(hits("N001", project(disclosures=notices), context)) == fires


@pytest.mark.parametrize(
    ("start", "end", "key"),
    [
        ("2023-02-01", "2023-02-28", None),
        ("2023-02-01", "2023-03-01", "to"),
        ("2023-03-01", "2023-03-15", "from"),
    ],
)
def test_n002_wants_the_notice_ended(
    start: str, end: str, key: str | None, project: Make, context: Context
) -> None:
    found = hits("N002", project(disclosures=[_notice("before", start, end)]), context)
    assert [each.path for each in found] == ([("disclosures", 0, key)] if key else [])


def test_n002_leaves_a_project_without_a_notice_to_n006(project: Make, context: Context) -> None:
    made = project(disclosures=[_notice("after", "2023-12-04", "2023-12-15")])
    assert not hits("N002", made, context)
    assert hits("N006", made, context)


@pytest.mark.parametrize(
    ("as_of", "inspected", "accepted", "fires"),
    [
        (date(2025, 11, 20), "2024-11-20", "2023-12-01", False),
        (date(2025, 11, 20), "2024-11-19", "2023-12-01", True),
        (date(2025, 11, 20), None, "2024-11-20", False),
        (date(2025, 11, 20), None, "2024-11-19", True),
        (date(2025, 11, 20), "2025-11-21", "2023-12-01", True),
        (date(2024, 2, 29), "2023-02-28", "2023-01-01", False),
        (date(2024, 2, 29), "2023-02-27", "2023-01-01", True),
    ],
)
def test_n003_counts_months(
    as_of: date, inspected: str | None, accepted: str, fires: bool, project: Make, context: Context
) -> None:
    made = project(
        inspections=[_inspection(on=inspected)] if inspected else None,
        completion={**base()["completion"], "accepted": accepted},
    )
    assert bool(hits("N003", made, replace(context, as_of=as_of))) == fires


def test_n003_says_what_is_known(project: Make, context: Context) -> None:
    [never] = hits("N003", project(inspections=None, completion=None), context)
    [since] = hits("N003", project(inspections=None), context)
    assert "没有检查记录" in never.message.zh
    assert "2023-12-01 验收后没有检查过" in since.message.zh


@pytest.mark.parametrize(("result", "fires"), [("rectify", True), ("dispose", True), ("pass", False)])
def test_n004_asks_where_something_is_to_be_done(
    result: str, fires: bool, project: Make, context: Context
) -> None:
    assert bool(hits("N004", project(inspections=[_inspection(result=result)]), context)) == fires


@pytest.mark.parametrize(
    ("change", "fires"),
    [
        ({"deadline": "2025-11-20"}, False),
        ({"deadline": "2025-11-19"}, True),
        ({"deadline": "2025-11-19", "rectified": "2025-11-20"}, False),
        ({"deadline": "2025-11-19", "rectified": "2025-11-21"}, True),
    ],
)
def test_n005_looks_from_the_as_of_date(change: Data, fires: bool, project: Make, context: Context) -> None:
    assert bool(hits("N005", project(inspections=[_inspection(**change)]), context)) == fires


@pytest.mark.parametrize(
    ("stage", "codes"), [("approved", []), ("building", ["N006"]), ("closed", ["N006", "N007"])]
)
def test_stages_tell_what_is_missing(stage: str, codes: list[str], project: Make, context: Context) -> None:
    made = project(stage=stage, disclosures=None, completion=None)
    assert [code for code in ("N006", "N007", "N008") if hits(code, made, context)] == codes


@pytest.mark.parametrize(("accepted", "fires"), [("2025-10-23", False), ("2025-10-22", True)])
def test_n008_gives_twenty_working_days(accepted: str, fires: bool, project: Make, context: Context) -> None:
    made = project(disclosures=None, completion={**base()["completion"], "accepted": accepted})
    assert bool(hits("N008", made, context)) == fires


@pytest.mark.parametrize(
    ("place", "proposed"),
    [
        ("990101101210", "990101101201（东河镇柳湾村）"),
        ("411423101201", "990101101201（东河镇柳湾村）"),
        ("990101000000", "990101101201（东河镇柳湾村）"),
    ],
)
def test_r003_proposes_what_the_name_mentions(
    place: str, proposed: str, project: Make, context: Context
) -> None:
    [found] = hits("R003", project(place=place), context)
    assert proposed in found.remedy.zh
    assert found.path == ("place",)


def test_r003_proposes_the_nearest_codes(project: Make, context: Context) -> None:
    [found] = hits("R003", project(place="990101101021", name="冷藏库"), context)
    assert "990101101201（东河镇柳湾村）" in found.remedy.zh
    [found] = hits("R003", project(place="123456789012", name="冷藏库"), context)
    assert "先补进去" in found.remedy.zh


@pytest.mark.parametrize("place", ["990101101000", "990101103202"])
def test_r003_takes_townships_and_villages(place: str, project: Make, context: Context) -> None:
    assert not hits("R003", project(place=place), context)


@pytest.mark.parametrize(("accepted", "fires"), [("2023-02-28", True), ("2023-03-01", False)])
def test_n009_may_be_on_the_very_day(accepted: str, fires: bool, project: Make, context: Context) -> None:
    done = f"{{accepted: {accepted}, spent: 1, result: 建成, acceptance: 合格}}"
    found = hits("N009", project(completion=done), context)
    assert [each.path for each in found] == ([("completion", "accepted")] if fires else [])
