"""Pages of lists that are taken over from the last build are those that would be made now."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from generator.pages.every import pages_of
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.turn import Depends, Turn
from generator.records.summary import Rectification, Row
from generator.settings import Settings
from tests.rows import changed

AS_OF = date(2025, 11, 20)


class Kept:
    """Stands for the outputs of a build: what was made last time, and from what."""

    def __init__(self) -> None:
        self.pages: dict[str, tuple[tuple[Depends, ...], str, Page]] = {}
        self.made: list[str] = []

    def build(self, overview: Overview) -> dict[str, tuple[str, Page]]:
        """All pages with their sections, made now or taken over."""
        last, self.pages, self.made = self.pages, {}, []
        asked: dict[str, tuple[Depends, ...]] = {}

        def take(address: str, *depends: Depends) -> bytes | None:
            assert address not in asked, "every page is asked for once"
            asked[address] = depends
            if address in last and last[address][0] == depends:
                self.pages[address] = last[address]
                return b""
            return None

        def retake(address: str) -> bool:
            if address in last:
                self.pages[address] = last[address]
            return address in last

        for section, page in pages_of(overview, Turn(take=take, retake=retake)):
            self.pages[page.address] = asked[page.address], section, page
            self.made.append(page.address)
        return {address: (section, page) for address, (_, section, page) in self.pages.items()}


def _whole(overview: Overview) -> dict[str, tuple[str, Page]]:
    return {page.address: (section, page) for section, page in pages_of(overview)}


@pytest.fixture(scope="module")
def small(site: Site, settings: Settings) -> Site:
    """A site whose lists are soon cut into pages."""
    return Site(settings.model_copy(update={"page_size": 3}), site.reference, AS_OF, site.problems)


def _digested(row: Row) -> Row:
    return replace(row, digest=sha256(repr(replace(row, digest=b"")).encode()).digest()[:16])


def _changes(row: Row, site: Site, dice: random.Random) -> Iterator[tuple[str, object]]:
    """Something that a clerk may change, for every kind of list and everything on a card."""
    words = {name: [term.code for term in each] for name, each in site.reference.vocabularies.items()}
    yield "name", dice.choice(("冷库", "鱼塘", "大棚<改>"))
    yield "year", dice.choice((2023, 2024, 2025))
    yield "place", dice.choice([place.code for place in site.reference.places if place.level != "county"])
    yield "stage", dice.choice(words["stages"])
    yield "industry", dice.choice(words["industries"])
    yield "mechanisms", tuple(dice.sample(words["mechanisms"], dice.randint(0, 3)))
    yield (
        "funds",
        tuple((code, Decimal(dice.randint(1, 9))) for code in dice.sample(words["fund_sources"], 2)),
    )
    yield "households", dice.randint(0, 30)
    yield "investment", Decimal(dice.randint(1, 10**6))
    yield "years", dice.choice((row.years, ()))
    yield "warnings", tuple(dice.sample(sorted(site.problems), dice.randint(0, 2)))
    yield "operator", dice.choice((None, "青岭合作社", "荷塘合作社"))
    yield "credit_code", None
    yield "operator_kind", dice.choice((None, *words["operator_kinds"]))
    yield "latest", date(2025, dice.randint(1, 11), dice.randint(1, 20))
    yield (
        "notices",
        dice.choice(((), (("before", date(2025, 11, 10), date(2025, 11, dice.randint(19, 30))),))),
    )
    measure = dice.choice(("", "零件到了"))
    demand = Rectification(
        "乡政府", "县局", date(2025, 5, 1), "rectify", "没有修", date(2025, 11, 21), measure
    )
    yield "rectifications", dice.choice(((), (demand,)))


def _changed(row: Row, site: Site, dice: random.Random, share: float) -> Row:
    chosen = {name: value for name, value in _changes(row, site, dice) if dice.random() < share}
    return _digested(changed(row, **chosen))


def _edited(rows: list[Row], base: list[Row], site: Site, dice: random.Random) -> list[Row]:
    """The register after a day's work: a row changed, added, taken away."""
    rows = list(rows)
    for _ in range(dice.randint(1, 2)):
        act = dice.choice(("change", "change", "add", "remove"))
        if act == "add":
            number = f"SL-2025-{dice.randint(0, 9999):04d}"
            new = _changed(replace(dice.choice(base), id=number, file=f"{number}.yaml"), site, dice, 0.8)
            rows = [row for row in rows if row.id != number] + [new]
        elif act == "change" and rows:
            at = dice.randrange(len(rows))
            rows[at] = _changed(rows[at], site, dice, 0.15)
        elif rows:
            rows.pop(dice.randrange(len(rows)))
    return rows


@hypothesis(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32))
def test_what_is_taken_over_is_what_would_be_made(rows: list[Row], small: Site, seed: int) -> None:
    dice, kept = random.Random(seed), Kept()
    register = [
        _changed(replace(dice.choice(rows), id=f"SL-2024-{at:04d}"), small, dice, 0.8) for at in range(12)
    ]
    for _ in range(4):
        assert kept.build(Overview(register, small)) == _whole(Overview(register, small))
        register = _edited(register, rows, small, dice)


def test_without_a_change_nothing_is_made(rows: list[Row], small: Site) -> None:
    kept = Kept()
    first = kept.build(Overview(map(_digested, rows), small))
    assert len(kept.made) == len(first) > 250
    assert kept.build(Overview(map(_digested, rows), small)) == first
    assert kept.made == []


def test_one_change_makes_only_the_pages_that_show_it(rows: list[Row], small: Site) -> None:
    kept = Kept()
    kept.build(Overview(map(_digested, rows), small))
    changed = replace(rows[-1], name="新名字")
    kept.build(Overview(map(_digested, [*rows[:-1], changed]), small))
    places = {address for address in kept.made if address.startswith("places/")}
    line = [place.code for place in small.line(changed.place)]
    assert len(places) == len(line)
    assert f"places/{changed.place[:6]}/{changed.place}.html" in places
    other = [row for row in rows if row.operator != changed.operator]
    assert other
    lists = {address for address in kept.made if address.startswith("lists/operator-")}
    assert len(lists) == 1


def test_pages_of_other_processes_are_not_asked_for(rows: list[Row], small: Site) -> None:
    asked: list[list[str]] = [[], []]
    for which in (0, 1):

        def take(address: str, *depends: Depends, which: int = which) -> None:
            asked[which].append(address)

        list(pages_of(Overview(rows, small), Turn(which, 2, take)))
    assert not set(asked[0]) & set(asked[1])
    assert set(asked[0]) | set(asked[1]) == set(_whole(Overview(rows, small)))
