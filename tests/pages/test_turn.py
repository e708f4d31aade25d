"""Pages of lists are shared out: whoever works, each page is made once and comes out the same."""

import pytest

from generator.pages import cards
from generator.pages.every import pages_of
from generator.pages.overview import Overview
from generator.pages.page import Page
from generator.pages.site import Site
from generator.pages.tally import tally
from generator.pages.turn import Turn
from generator.records.summary import Row
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
    passing, asked = Turn(3, 5), Turn(3, 5)
    assert passing.passes(2)
    assert [asked.mine("", tuple) for _ in range(2)] == [False, False]
    assert not passing.passes(2)
    expected = [False, True, False, False, False, False, True]
    assert [passing.mine("", tuple) for _ in expected] == expected
    assert [asked.mine("", tuple) for _ in expected] == expected


@pytest.mark.parametrize("which", range(4))
def test_the_pages_of_a_list_are_those_of_single_pages(which: int) -> None:
    lists, single = Turn(which, 4), Turn(which, 4)
    for pages in (1, 3, 0, 9, 2, 4, 1, 17):
        expected = [number for number in range(1, pages + 1) if single.mine("", tuple)]
        assert list(lists.numbers(pages)) == expected


def test_pages_come_out_the_same_where_few_cards_are_kept(
    long: Overview, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = _made(long, Turn())
    monkeypatch.setattr(cards, "_MOST", 7)
    assert _made(Overview(long.rows, site), Turn()) == whole


def test_what_is_sorted_beforehand_changes_nothing(overview: Overview, site: Site) -> None:
    sorted_before = Overview(overview.rows, site)
    sorted_before.sort()
    assert {"operators", "places", "clauses", "total"} <= vars(sorted_before).keys()
    assert _made(sorted_before, Turn()) == _made(Overview(overview.rows, site), Turn())


def test_sums_of_places_are_those_over_their_rows(overview: Overview) -> None:
    assert {code: sums.told() for code, sums in overview.reach.items()} == {
        code: tally(rows, overview.site) for code, rows in overview.places.items()
    }
    assert any(sums.told().fen for sums in overview.reach.values())
