from dataclasses import replace

import pytest

from generator.pages.cards import Cards
from generator.pages.listing import BY_YEAR, Listing, pages
from generator.pages.paging import numbers
from generator.pages.site import Site
from generator.records.summary import Row
from tests.pages.markup import look


def _listing(rows: list[Row]) -> Listing:
    return Listing(
        section="lists",
        folder="lists/latest",
        title="最新公开",
        description="全部项目。",
        trail=(("lists/index.html", "项目名单"),),
        rows=rows,
        heading=BY_YEAR,
        intro=lambda: "<p>合计在此</p>",
    )


def _many(row: Row, number: int) -> list[Row]:
    """So many rows over five years, the newest year first."""
    years = [2025 - at * 5 // max(number, 1) for at in range(number)]
    return [replace(row, id=f"SL-{year}-{at:04d}", year=year) for at, year in enumerate(years)]


@pytest.mark.parametrize(("number", "expected"), [(0, 1), (1, 1), (20, 1), (21, 2), (30, 2), (3000, 150)])
def test_a_list_is_cut_into_pages(number: int, expected: int, row: Row, site: Site, cards: Cards) -> None:
    made = list(pages(_listing(_many(row, number)), site, cards))
    seen = [look(page.body) for page in made]
    shown = [link for each in seen for link in each.links if "/projects/" in link]
    assert len(made) == expected
    assert len(shown) == len(set(shown)) == number
    assert [fault for each in seen for fault in each.faults] == []
    assert [page.address for page in made[:2]] == ["lists/latest/index.html", "lists/latest/2.html"][
        :expected
    ]


def test_an_empty_list_says_so(site: Site, cards: Cards) -> None:
    [page] = pages(_listing([]), site, cards)
    assert "现在没有项目。" in page.body


def test_only_the_first_page_has_the_totals(row: Row, site: Site, cards: Cards) -> None:
    made = list(pages(_listing(_many(row, 45)), site, cards))
    assert ["合计在此" in page.body for page in made] == [True, False, False]


def test_every_page_links_to_the_first_the_last_and_its_neighbours(
    row: Row, site: Site, cards: Cards
) -> None:
    made = list(pages(_listing(_many(row, 3000)), site, cards))
    middle = look(made[74].body)
    assert {f"../../lists/latest/{each}.html" for each in (73, 74, 76, 77, 150)} <= set(middle.links)
    assert "../../lists/latest/index.html" in middle.links
    assert "第 75 页，共 150 页" in middle.text


def test_headings_go_on_over_pages_and_jumps_lead_to_their_first_row(
    row: Row, site: Site, cards: Cards
) -> None:
    made = {page.address: look(page.body) for page in pages(_listing(_many(row, 3000)), site, cards)}
    jumps = [link for link in made["lists/latest/index.html"].links if "#g" in link]
    assert len(jumps) == 5
    for jump in jumps:
        address, _, anchor = jump.removeprefix("../../").partition("#")
        assert anchor in made[address].ids
    assert "2025 年（续）" in made["lists/latest/2.html"].text


def test_a_short_list_has_neither_jumps_nor_page_numbers(row: Row, site: Site, cards: Cards) -> None:
    [page] = pages(_listing(_many(row, 10)), site, cards)
    assert "gs-pager" not in page.body
    assert "gs-jump" not in page.body


@pytest.mark.parametrize(
    ("number", "last", "offered"),
    [
        (1, 1, [1]),
        (1, 5, [1, 2, 3, 4, 5]),
        (1, 60, [1, 2, 3, 0, 60]),
        (30, 60, [1, 0, 28, 29, 30, 31, 32, 0, 60]),
        (4, 60, [1, 2, 3, 4, 5, 6, 0, 60]),
        (60, 60, [1, 0, 58, 59, 60]),
    ],
)
def test_page_numbers(number: int, last: int, offered: list[int]) -> None:
    assert numbers(number, last) == offered


def test_a_card_is_made_once_for_all_lists(row: Row, cards: Cards) -> None:
    assert cards.of(row) is cards.of(row)
    assert 'href="projects/' in cards.of(row, "")


def test_a_small_group_is_masked_on_its_card(row: Row, site: Site) -> None:
    assert "不超过 3 户" in Cards(site).of(replace(row, households=2))


def test_a_card_names_what_was_found_each_thing_once(row: Row, site: Site) -> None:
    card = Cards(site).of(replace(row, warnings=("O006", "O006", "D003")))
    o006, d003 = (site.problems[code].title.zh for code in ("O006", "D003"))
    assert f"检查提示：{o006}、{d003}<" in card
    assert "检查提示" not in Cards(site).of(replace(row, warnings=()))
