from decimal import Decimal

import pytest

from generator.library.cases import Case
from generator.library.shelf import Shelf
from generator.pages import slots
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.summary import Row
from tests.pages.markup import look
from tests.rows import changed


def test_an_unknown_slot_is_refused_with_the_known_ones(overview: Overview) -> None:
    with pytest.raises(
        slots.SlotError, match=r"site_src/index\.md 里的 <!-- gongshi:figures -->.*key-figures"
    ):
        slots.fill("<!-- gongshi:figures -->", "index.html", overview)


@pytest.mark.parametrize(
    ("slot", "told"),
    [
        ("<!-- gongshi:clauses -->", "要写 1 个参数，写了 0 个"),
        ("<!-- gongshi:latest 5 -->", "要写 0 个参数，写了 1 个"),
        ("<!-- gongshi:clauses changji -->", "没有“changji”.*changji-2023-8"),
        ("<!-- gongshi:mechanism renting -->", "没有“renting”.*employment"),
    ],
)
def test_wrong_arguments_are_refused_with_what_is_right(slot: str, told: str, overview: Overview) -> None:
    with pytest.raises(slots.SlotError, match=told):
        slots.fill(slot, "about.html", overview)


def test_other_comments_and_pages_without_slots_stay_as_they_are(overview: Overview) -> None:
    html = "<!-- note --><p>正文</p><code>print</code><code>X999</code>"
    assert slots.fill(html, "about.html", overview) == html


def test_a_rules_code_becomes_a_link(overview: Overview) -> None:
    html = slots.fill("<td><code>M001</code></td>", "mechanisms/employment.html", overview)
    assert look(html).links == ["../rules/M001/index.html"]
    assert "没有联农带农机制" in html


def test_links_of_slots_follow_the_depth_of_their_page(overview: Overview) -> None:
    for page, up in (("index.html", ""), ("places/index.html", "../")):
        links = look(slots.fill("<!-- gongshi:latest -->", page, overview)).links
        assert all(link.startswith((f"{up}projects/", f"{up}lists/")) for link in links)
        assert len(links) == 4


def test_clauses_have_their_anchors_rules_and_counts(overview: Overview) -> None:
    seen = look(
        slots.fill("<!-- gongshi:clauses changji-2023-8 -->", "policies/changji-2023-8.html", overview)
    )
    policy = overview.site.reference.policies["changji-2023-8"]
    assert {clause.anchor for clause in policy.clauses} == set(seen.ids)
    assert "../rules/M001/index.html" in seen.links
    assert seen.faults == []


def test_a_mechanisms_figures_come_from_the_rows(overview: Overview) -> None:
    text = look(
        slots.fill("<!-- gongshi:mechanism market_access -->", "mechanisms/market_access.html", overview)
    ).text
    assert "26.88 万元（268,800 元）" in text
    assert "72 户次" in text
    assert "销售渠道" in text


def test_what_is_left_out_is_named_and_nothing_otherwise(rows: list[Row], site: Site) -> None:
    slot = "<!-- gongshi:left-out -->"
    assert slots.fill(slot, "index.html", Overview(rows, site)) == ""
    told = slots.fill(slot, "index.html", Overview(rows, site, ("data/projects/SL-2025-0001.yaml",)))
    assert "data/projects/SL-2025-0001.yaml" in told


def test_cases_are_shown_only_where_there_are_any(rows: list[Row], site: Site) -> None:
    slot = "<!-- gongshi:cases -->"
    assert slots.fill(slot, "index.html", Overview(rows, site)) == ""
    case = Case("site_src/cases/pears.md", "cases/pears.html", "一座冷库", "怎样办。", (rows[0].id,))
    told = slots.fill(slot, "index.html", Overview(rows, site, shelf=Shelf({case.address: case}, (case,))))
    assert look(told).links == ["cases/pears.html", "cases/index.html"]


def test_key_figures_add_up(overview: Overview) -> None:
    text = look(slots.fill("<!-- gongshi:key-figures -->", "index.html", overview)).text
    total = sum((row.investment for row in overview.rows), Decimal(0))
    assert f"{total / 10_000:,.2f}".rstrip("0").rstrip(".") in text
    assert "3 个" in text


def test_what_was_found_is_counted_at_home_and_listed_with_the_lists(row: Row, site: Site) -> None:
    found = (("D003",), ("D003", "O006", "O006"), ("A004",), ())
    rows = [changed(row, id=f"SL-2023-{at:04d}", warnings=codes) for at, codes in enumerate(found)]
    warned = Overview(rows, site)
    home = look(slots.fill("<!-- gongshi:key-figures -->", "index.html", warned))
    assert "3 个项目有检查提示，其中 2 个保底收益没有兑现够，" in home.text
    assert {"rules/D003/index.html", "lists/index.html#warned"} <= set(home.links)
    lists = look(slots.fill("<!-- gongshi:lists -->", "lists/index.html", warned))
    places = [lists.text.index(site.problems[code].title.zh) for code in ("D003", "A004", "O006")]
    assert places == sorted(places)
    none = Overview([changed(row, warnings=())], site)
    assert "检查提示" not in look(slots.fill("<!-- gongshi:key-figures -->", "index.html", none)).text
    # The search leads here whatever was found.
    nothing = slots.fill("<!-- gongshi:lists -->", "lists/index.html", none)
    assert 'id="warned"' in nothing
    assert "现在没有项目有检查提示。" in look(nothing).text
