"""Pages of lists are shared out: whoever works, each page is made once and comes out the same."""

from collections.abc import Callable
from dataclasses import replace
from hashlib import blake2b

import pytest

from generator.library.examples import chosen
from generator.pages import cards, home, library, worth
from generator.pages.every import pages_of
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.turn import RUN, Turn
from generator.records.reference import Reference
from generator.records.summary import Row
from generator.settings import Settings
from tests.pages.test_listing import _many


@pytest.fixture
def long(row: Row, site: Site) -> Overview:
    """A register whose lists run over many pages."""
    return Overview(_many(row, 700), site)


def _made(overview: Overview, turn: Turn) -> dict[str, tuple[str, Page]]:
    found = list(pages_of(overview, turn))
    by_address = {page.address: (section, page) for section, page in found}
    assert len(by_address) == len(found)
    return by_address


@pytest.mark.parametrize("of", [2, 3, 8, 500])
def test_shares_together_make_every_page_once(long: Overview, of: int) -> None:
    shares = [_made(long, Turn(which, of)) for which in range(of)]
    whole = _made(long, Turn())
    assert sum(map(len, shares)) == len(whole)
    assert {address: page for share in shares for address, page in share.items()} == whole


def test_a_turn_counts_pages_that_it_passes() -> None:
    passing, asked = Turn(1, 3), Turn(1, 3)
    assert passing.passes(RUN - 1)
    assert not any(asked.mine("", tuple) for _ in range(RUN - 1))
    assert not passing.passes(2)
    expected = [False, *[True] * RUN, *[False] * 2 * RUN, *[True] * RUN, False]
    assert [passing.mine("", tuple) for _ in expected] == expected
    assert [asked.mine("", tuple) for _ in expected] == expected


def test_a_list_that_is_as_it_was_is_not_looked_through(long: Overview) -> None:
    taken: list[str] = []

    def take(address: str, *depends: object) -> bytes | None:
        taken.append(address)
        return b"" if address.startswith("lists/") else None

    def retake(address: str) -> bool:
        taken.append(address)
        return not address.startswith("lists/year-2024/3")

    whole = _made(long, Turn())
    made = _made(long, Turn(take=take, retake=retake))
    assert made == {address: page for address, page in whole.items() if not address.startswith("lists/")}
    assert set(taken) == whole.keys()
    assert not Turn(0, 2, take, retake).settled(lambda: ["lists/a.html"], tuple)
    assert not Turn(take=take).settled(lambda: ["lists/a.html"], tuple)
    assert not Turn(take=take, retake=retake).settled(lambda: ["rules/a.html"], tuple)
    assert not Turn(take=take, retake=retake).settled(
        lambda: ["lists/a.html", "lists/year-2024/3.html"], tuple
    )


def test_what_was_remembered_changes_nothing(
    long: Overview, settings: Settings, reference: Reference
) -> None:
    rows = [replace(each, digest=blake2b(each.id.encode()).digest()[:16]) for each in long.rows]
    told: dict[tuple[str, bytes], bytes] = {}

    def remember(kind: str, content: bytes, make: Callable[[], bytes]) -> bytes:
        return told.setdefault((kind, content), make())

    plain, other = (Site(settings, reference, long.site.as_of, long.site.problems) for _ in range(2))
    other.remember = remember
    whole = _made(Overview(rows, plain), Turn())
    for _ in range(2):
        assert _made(Overview(rows, other), Turn()) == whole
        for slot in (home.key_figures, home.lists):
            assert slot(Overview(rows, other), "") == slot(Overview(rows, plain), "")
        for code in rows[0].mechanisms:
            shown = (library.mechanism(Overview(rows, site), "", code) for site in (plain, other))
            assert len(set(shown)) == 1
        assert chosen(rows, remember) == chosen(rows)
    assert {kind for kind, _ in told} >= {"template", "tally", "clauses", "examples"}
    assert any(kind.startswith("paid/") for kind, _ in told)


@pytest.mark.parametrize("which", range(4))
def test_the_pages_of_a_list_are_those_of_single_pages(which: int) -> None:
    lists, single = Turn(which, 4), Turn(which, 4)
    for pages in (1, 30, 0, 9, 200, 4, 1, 17):
        expected = [number for number in range(1, pages + 1) if single.mine("", tuple)]
        assert list(lists.numbers(pages)) == expected


def test_pages_come_out_the_same_where_little_is_kept_of_rows(
    long: Overview, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _made(long, Turn())
    monkeypatch.setattr(cards, "_MOST", 7)
    monkeypatch.setattr(worth, "_MOST_SUMS", 0)
    monkeypatch.setattr(worth, "_MOST_YEARS", 0)
    monkeypatch.setattr(site, "worth", worth.Worth(site.assistance))
    assert _made(Overview(long.rows, site), Turn()) == whole
    assert not site.worth.sums
    assert not site.worth.years


def test_what_is_sorted_beforehand_changes_nothing(overview: Overview, site: Site) -> None:
    sorted_before = Overview(overview.rows, site)
    sorted_before.sort()
    assert {"operators", "places", "clauses", "total"} <= vars(sorted_before).keys()
    assert _made(sorted_before, Turn()) == _made(Overview(overview.rows, site), Turn())
