"""The word lists: whole, without doubles, and every text can be filled in."""

import string

import pytest

from generator.demo.industry import DATA, Industry, Library
from generator.demo.phrases import Phrases
from generator.records.linkages import LINKAGES

LIBRARY = Library()
PHRASES = Phrases()
KNOWN = {
    *("village", "township", "town", "operator", "owner", "product", "season", "unit", "reserve", "few"),
    *("due_year", "households", "asset", "first", "money", "implementer", "verb", "rest", "more", "site"),
    *("thing", "each", "total", "subsidy", "mu", "notice", "rate", "percent", "task", "added", "grain"),
    *("reason", "gap", "months", "metres"),
}


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_industry_of_the_vocabulary_is_there_once() -> None:
    codes = [industry.code for industry in LIBRARY.industries]
    assert len(codes) == len(set(codes)) == 16


@pytest.mark.parametrize("industry", LIBRARY.industries, ids=lambda industry: industry.code)
def test_an_industry_is_whole(industry: Industry) -> None:
    names = {product.name for product in industry.products}
    assert set(industry.suits) <= set(LINKAGES)
    assert "land_transfer" not in industry.suits or industry.land
    used: set[str] = set()
    for plan in industry.plans:
        assert set(plan.products) <= names
        used |= set(plan.products) or names
        assert bool(plan.things) != bool(plan.each)
        assert plan.each is None or plan.ways == ("household",)
    assert used == names


@pytest.mark.parametrize("industry", LIBRARY.industries, ids=lambda industry: industry.code)
def test_ranges_run_upwards(industry: Industry) -> None:
    for product in industry.products:
        assert product.price[0] < product.price[1]
        assert product.volume[0] < product.volume[1]
    for plan in industry.plans:
        assert plan.months[0] <= plan.months[1]
        for thing in plan.things:
            assert thing.cost[0] < thing.cost[1]
            assert thing.count[0] <= thing.count[1]
            assert thing.life > 0
        assert not plan.things or plan.things[0].chance == 100


def test_no_text_is_there_twice_or_names_what_no_record_knows() -> None:
    pools = [
        pool for file in sorted((DATA / "phrases").glob("*.yaml")) for pool in _pools(file.read_text("utf-8"))
    ]
    assert len(pools) == len(set(pools))
    for pool in pools:
        for text in PHRASES[pool]:
            assert _fields(text) <= KNOWN, (pool, text)
            assert "镇里" not in text
            assert "  " not in text


def _pools(text: str) -> list[str]:
    return [line.split(":")[0] for line in text.splitlines() if line[:1].isalpha()]


def test_a_pool_with_tags_has_more_texts() -> None:
    plain, built = PHRASES.fitting("exit_b", ()), PHRASES.fitting("exit_b", ("built", "let"))
    assert set(plain) < set(built)
