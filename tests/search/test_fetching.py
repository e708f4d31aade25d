"""What queries fetch at 100,000 projects."""

from datetime import date
from pathlib import Path

from generator.checks.catalogue import problems
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.search.naming import short
from generator.search.writing import write
from generator.settings import Settings
from tests.search.fetching import fetched
from tests.search.many import many

_LIMIT, _ALL = 400_000, 2_500_000
_STEP = 40
_ANY = (
    "SL-2024-000001",
    "2023",
    "冷藏 120",
    "120 平方米",
    "冷藏",
    "土地流转",
    "有限公司 12",
    "冷藏 120 2023 公司",
)


def test_places_and_operators_fetch_little_and_nothing_fetches_much(tmp_path: Path) -> None:
    rows, reference = many(100_000)
    write(
        tmp_path,
        Overview(rows, Site(Settings(county="示例县"), reference, date(2025, 11, 20), problems())),
        {},
    )
    towns = sorted(place.name for place in reference.places if place.level == "township")
    places = sorted({reference.places.full_name(row.place) for row in rows})[::_STEP]
    villages = sorted({reference.places[row.place].name for row in rows})[::_STEP]
    operators = sorted({row.operator for row in rows if row.operator})[::_STEP]
    names = [*towns, *places, *villages, *map(short, villages), *operators]
    found = fetched(tmp_path, [*names, *_ANY])
    assert {query: each for query, each in found.items() if each > _ALL} == {}
    assert found["2023"] > _LIMIT
    for sort in ("amount", "distributed"):
        ordered = fetched(tmp_path, _ANY, sort)
        assert {query: each for query, each in ordered.items() if each > _ALL} == {}
        assert ordered["2023"] > found["2023"]
    assert {name: found[name] for name in names if found[name] > _LIMIT} == {}
