from datetime import date
from decimal import Decimal

from generator.pages.coverage import Coverage, coverage
from generator.pages.overview import Overview
from generator.pages.places import told
from generator.pages.rectification import entries
from generator.pages.site import Site
from generator.pages.tally import by_year, from_source, tally
from generator.records.money import Year, fen
from generator.records.project import Project
from generator.records.summary import Rectification, Row, summarise
from tests.changing import having
from tests.rows import changed

VILLAGE, OTHER = "990101201202", "990101201203"
TOWNSHIP, COUNTY = "990101201000", "990101000000"


def _row(row: Row, number: int, **changes: object) -> Row:
    return changed(row, id=f"SL-2023-{number:04d}", **changes)


def test_rows_are_sorted_the_newest_first(rows: list[Row], site: Site) -> None:
    assert [row.year for row in Overview(rows, site).rows] == sorted((row.year for row in rows), reverse=True)
    assert Overview(rows[::-1], site).rows == Overview(rows, site).rows


def test_a_place_has_the_rows_of_all_below_it(overview: Overview) -> None:
    assert [row.id for row in overview.places[VILLAGE]] == ["SL-2023-9003"]
    assert overview.places[TOWNSHIP] == overview.places[VILLAGE]
    assert overview.places[COUNTY] == overview.rows


def test_groups_follow_the_vocabularies_and_mechanisms_are_all_there(overview: Overview) -> None:
    assert list(overview.mechanisms) == [
        term.code for term in overview.site.reference.vocabularies["mechanisms"]
    ]
    assert all(rows for rows in overview.funds.values())
    assert {row.id for row in overview.funds["donation"]} == {"SL-2023-9003"}


def test_running_notices_are_those_whose_period_holds_the_day(row: Row, site: Site) -> None:
    last = (date(2025, 11, 20), date(2025, 11, 25), date(2025, 11, 19))
    rows = [_row(row, at, notices=(("before", date(2025, 11, 1), end),)) for at, end in enumerate(last, 1)]
    assert [row.id for row in Overview(rows, site).noticed] == ["SL-2023-0001", "SL-2023-0002"]


def test_a_tally_adds_up(row: Row, site: Site) -> None:
    year = Year(2024, Decimal(100), Decimal(20), Decimal(80), Decimal(50), (), None)
    rows = [_row(row, 1, years=(year,)), _row(row, 2, years=(year,), stage="closed")]
    total = tally(rows, site)
    assert (total.projects, total.running) == (2, 1)
    assert total.investment == 2 * fen(row.investment)
    assert total.assistance == 2 * fen(row.investment - Decimal(120_000))
    [told_year] = by_year(rows, site)
    assert (told_year.income, told_year.used, told_year.shared) == (200_00, 160_00, 100_00)


def test_money_from_one_source(rows: list[Row], site: Site) -> None:
    assert from_source(rows, "donation", site) == Decimal(80_000)


def test_coverage_counts_the_least_that_is_certain(row: Row, site: Site) -> None:
    rows = [
        _row(row, 1, place=VILLAGE, households=100, priority=40),
        _row(row, 2, place=VILLAGE, households=60, priority=50),
        _row(row, 3, place=OTHER, households=30, priority=10),
        _row(row, 4, place=OTHER, households=300, priority=90, stage="building"),
        _row(row, 5, place=TOWNSHIP, households=110, priority=5),
    ]
    overview = Overview(rows, site)
    places = site.reference.places
    assert coverage(places[VILLAGE], overview) == Coverage(100, 50, 1, 1)
    assert coverage(places[OTHER], overview) == Coverage(30, 10, 1, 1)
    assert coverage(places[TOWNSHIP], overview) == Coverage(130, 60, 5, 2)


def test_coverage_is_told_in_sentences(row: Row, site: Site) -> None:
    overview = Overview([_row(row, 1, place=VILLAGE, households=77, priority=38)], site)
    assert told(site.reference.places[VILLAGE], overview) == [
        "荷塘村有农户 385 户，正在运营的项目至少带动 77 户，占 20%。",
        "脱贫户和监测对象一共 76 户，至少带动 38 户，占 50%。",
    ]
    slip = Overview([_row(row, 1, place=VILLAGE, households=770, priority=38)], site)
    assert told(site.reference.places[VILLAGE], slip)[0] == (
        "荷塘村有农户 385 户，正在运营的项目写的是带动 770 户，比这里的还多，有的数字要核对。"
    )
    county = told(site.reference.places[COUNTY], overview)
    assert county[-1].startswith("一共 28 个村，其中 1 个村至少有一个")


def test_a_row_tells_what_is_to_be_mended_and_what_is_done_about_it(project: Project) -> None:
    asked = {"deadline": date(2025, 12, 1), "rectified": None, "measure": "零件已经订了"}
    open_ = having(project.inspections[0], **asked)
    done = having(open_, rectified=date(2025, 11, 1))
    bare = having(open_, measure=None)
    inspected = having(project, inspections=(open_, done, bare))
    told = [(each.finding, each.measure) for each in summarise(inspected, "").rectifications]
    assert told == [(open_.finding, "零件已经订了"), (open_.finding, "")]


def test_what_is_overdue_comes_first(row: Row, site: Site) -> None:
    def demand(deadline: date) -> tuple[Rectification, ...]:
        return (Rectification("乡政府", "县局", date(2025, 5, 1), "rectify", "设备没有修", deadline),)

    rows = [
        _row(row, 1, rectifications=demand(date(2025, 12, 1))),
        _row(row, 2, rectifications=demand(date(2025, 11, 18))),
        _row(row, 3, rectifications=demand(date(2025, 11, 20))),
    ]
    assert [(entry.row.id, entry.days) for entry in entries(Overview(rows, site))] == [
        ("SL-2023-0002", -2),
        ("SL-2023-0003", 0),
        ("SL-2023-0001", 11),
    ]
