"""The search box and the search page as people use them."""

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Watched
from tests.browser.registers import served, settled

_POLICY = "default-src 'self'"


def _names(page: Page) -> list[str]:
    return page.locator("#gs-list h3").all_inner_texts()


def test_the_box_is_on_every_page_and_leads_to_the_results(
    page: Page, address: str, watched: Watched
) -> None:
    for start in ("index.html", "projects/SL-2019-0/SL-2019-0005.html", "lists/latest/index.html"):
        page.goto(address + start)
        page.get_by_role("combobox", name="查全站").fill("柳湾")
        page.get_by_role("banner").get_by_role("button", name="查找").click()
        settled(page)
        expect(page.get_by_role("status")).to_contain_text("找到 5 个项目")
        assert all("柳湾" in text for text in page.locator("#gs-list li").all_inner_texts())
    assert watched.console == []
    assert watched.failed == []


def test_the_box_offers_places_operators_mechanisms_and_pages(page: Page, address: str) -> None:
    page.goto(address + "help/object.html")
    box = page.get_by_role("combobox", name="查全站")
    offers = page.get_by_role("option")
    for typed, offered in (
        ("柳湾", "东河镇柳湾村"),
        ("liuwan", "东河镇柳湾村"),
        ("lwgp", "柳湾果品"),
        ("土地流", "土地流转"),
        ("提意见", "怎样提意见"),
    ):
        box.fill(typed)
        expect(offers.filter(has_text=offered).first).to_be_visible()
    box.fill("柳湾")
    expect(offers.first).to_contain_text("东河镇柳湾村")
    box.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == offers.first.get_attribute("id")
    box.press("Enter")
    page.wait_for_url("**/places/990101/990101101201.html")


def test_pages_come_before_projects_and_words_are_marked(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=土地流转")
    settled(page)
    guides = page.locator("#gs-guides")
    expect(guides.get_by_role("link", name="土地流转", exact=True)).to_be_visible()
    follows = (
        "document.querySelector('#gs-guides').compareDocumentPosition(document.querySelector('#gs-list')) & 4"
    )
    assert page.evaluate(follows)
    assert set(page.locator("#gs-list mark").all_inner_texts()) == {"土地流转"}


def test_pages_are_found_by_their_whole_text_when_asked_for(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=公示期")
    settled(page)
    page.get_by_role("button", name="在说明的全文里找").click()
    found = page.get_by_role("link", name="怎样提意见：什么时候提")
    expect(found).to_have_attribute("href", re.compile("help/object.html#"))
    assert set(page.locator("#gs-guides mark").all_inner_texts()) == {"公示期"}


def test_choices_count_what_they_leave_and_the_address_keeps_them(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=冷藏")
    settled(page)
    if not page.locator("#gs-facets").is_visible():
        page.locator("#gs-refine > summary").click()
    choice = page.locator("#gs-facets label").filter(
        has=page.locator("input[name=mechanism][value=employment]")
    )
    many = int(choice.locator("span").last.inner_text())
    choice.click()
    expect(page.get_by_role("status")).to_contain_text(f"找到 {many} 个项目")
    assert "mechanism=employment" in page.url
    shown = _names(page)
    page.reload()
    settled(page)
    assert _names(page) == shown
    page.get_by_role("button", name="去掉农户怎样得益：务工就业").click()
    expect(page.locator("#gs-chosen button")).to_have_count(0)
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text(f"找到 {many} 个项目")
    page.go_forward()
    expect(page.locator("#gs-chosen button")).to_have_count(0)


def test_what_money_orders_by_is_what_is_shown_the_most_first(page: Page, address: str) -> None:
    for sort, label in (("amount", "总投入"), ("distributed", "村收益和付给农户合计")):
        page.goto(f"{address}search.html?sort={sort}")
        settled(page)
        shown = [re.search(rf"{label} ([0-9,.]+) (亿|万)?元", each) for each in _shown(page)]
        units = {"亿": 10_000, "万": 1, None: 0.0001}
        amounts = [float(each[1].replace(",", "")) * units[each[2]] for each in shown if each]
        assert len(amounts) == 20
        assert amounts == sorted(amounts, reverse=True)
        assert len(set(amounts)) > 10


def _shown(page: Page) -> list[str]:
    """Year, place and money of each project that is listed."""
    return page.locator("#gs-list li .gs-meta:first-of-type").all_inner_texts()


def test_order_and_pages_are_kept_over_back_and_forward(page: Page, address: str) -> None:
    page.goto(address + "search.html")
    settled(page)
    page.get_by_label("排列").select_option("amount")
    page.wait_for_url("**sort=amount**")
    settled(page)
    expect(page.locator("#gs-list li")).to_have_count(20)
    first = _names(page)
    page.get_by_role("link", name="第 2 页").click()
    page.wait_for_url("**page=2**")
    settled(page)
    second = _names(page)
    assert not set(first) & set(second)
    page.go_back()
    expect(page.locator("#gs-list h3").first).to_have_text(first[0])
    page.go_forward()
    expect(page.locator("#gs-list h3").first).to_have_text(second[0])


def test_sound_comes_second_and_is_told(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=liuwan")
    settled(page)
    expect(page.get_by_role("status")).to_contain_text("只是读音相同")
    assert "柳湾" in page.locator("#gs-list mark").first.inner_text()


def test_nothing_found_says_so_and_offers_the_nearest_places(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=柳塘湾村")
    settled(page)
    expect(page.get_by_role("status")).to_contain_text("没有找到")
    page.get_by_role("link", name="柳湾村", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("找到 5 个项目")


@pytest.mark.parametrize(
    ("question", "bare"),
    [
        ("什么是保底收益？", "保底收益"),
        ("保底收益是什么", "保底收益"),
        ("柳湾村有哪些项目", "柳湾村"),
        ("土地流转怎么算", "土地流转"),
        ("怎么投诉", "投诉"),
        ("啥时候分红", "分红"),
    ],
)
def test_a_question_is_offered_without_the_words_that_only_ask(
    page: Page, address: str, question: str, bare: str
) -> None:
    page.goto(f"{address}search.html?q={quote(question)}")
    settled(page)
    page.get_by_role("link", name=bare, exact=True).click()
    settled(page)
    expect(page.locator("#gs-list > li, #gs-guide-list > li").first).to_be_visible()


@pytest.mark.parametrize("words", ["月亮湾", "月亮湾  冷库"])
def test_what_asks_nothing_is_not_offered_shorter(page: Page, address: str, words: str) -> None:
    page.goto(f"{address}search.html?q={quote(words)}")
    settled(page)
    expect(page.locator("#gs-none")).not_to_contain_text("只查这几个字")


def test_hits_say_that_something_was_found(page: Page, address: str) -> None:
    page.goto(address + "search.html?warned=yes")
    settled(page)
    hits = page.locator("#gs-list > li")
    assert hits.count() > 5
    expect(hits.filter(has_text=re.compile(r"有 \d+ 条检查提示"))).to_have_count(hits.count())
    page.goto(address + "search.html?warned=no")
    settled(page)
    assert hits.count() > 5
    expect(page.locator("#gs-list .gs-hint")).to_have_count(0)


@pytest.mark.parametrize(
    ("link", "heading"), [("有检查提示的项目", "有检查提示的项目"), ("怎样提意见", "怎样提意见")]
)
def test_who_asks_what_no_project_is_called_is_shown_the_way(
    page: Page, address: str, link: str, heading: str
) -> None:
    page.goto(address + "search.html?q=谁欠钱")
    settled(page)
    page.locator("#gs-none").get_by_role("link", name=link).click()
    expect(page.get_by_role("heading", name=heading).first).to_be_visible()


@pytest.mark.parametrize(
    ("asked", "offered", "query"),
    [
        ("2023年", "2023 年的项目", {"year": ["2023"]}),
        ("２０２３年度 柳湾", "柳湾，2023 年的项目", {"q": ["柳湾"], "year": ["2023"]}),
        ("柳湾2023年", "柳湾，2023 年的项目", {"q": ["柳湾"], "year": ["2023"]}),
    ],
)
def test_a_year_that_no_project_names_is_offered_as_a_choice(
    page: Page, address: str, asked: str, offered: str, query: dict[str, list[str]]
) -> None:
    page.goto(f"{address}search.html?q={asked}")
    settled(page)
    expect(page.get_by_role("status")).to_contain_text("没有找到")
    page.get_by_role("link", name=offered, exact=True).click()
    expect(page.get_by_role("status")).to_contain_text(re.compile(r"找到 \d"))
    assert parse_qs(urlsplit(page.url).query) == query
    assert "2023 年" in page.locator("#gs-list .gs-meta").first.inner_text()


def test_a_year_without_projects_is_not_offered(page: Page, address: str) -> None:
    page.goto(f"{address}search.html?q=1987年")
    settled(page)
    expect(page.get_by_role("status")).to_contain_text("没有找到")
    expect(page.get_by_role("link", name="1987 年的项目")).to_have_count(0)


def test_a_villages_name_leads_to_its_page(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=柳湾村")
    settled(page)
    link = page.locator("#gs-places a")
    expect(link).to_have_text("东河镇柳湾村")
    link.click()
    expect(page.locator("h1")).to_contain_text("柳湾村")
    page.goto(address + "search.html?q=柳湾")
    settled(page)
    expect(page.locator("#gs-places")).to_be_hidden()


def test_typing_searches_without_a_step_in_the_history(page: Page, address: str) -> None:
    page.goto(address + "search.html")
    settled(page)
    steps = page.evaluate("history.length")
    page.locator("#gs-q").press_sequentially("云岭 茶")
    page.wait_for_function("new URLSearchParams(location.search).get('q') === '云岭 茶'")
    expect(page.locator("#gs-list mark").first).to_be_visible()
    assert page.evaluate("history.length") == steps


def test_all_of_it_works_from_a_folder(page: Page, site: Path, watched: Watched) -> None:
    page.goto((site / "projects/SL-2019-0/SL-2019-0005.html").as_uri())
    page.get_by_role("combobox", name="查全站").fill("冷藏")
    page.get_by_role("combobox", name="查全站").press("Enter")
    settled(page)
    first = _names(page)
    assert first
    page.get_by_label("排列").select_option("amount")
    page.wait_for_function("location.href.includes('sort=amount')")
    expect(page.locator("#gs-list li")).to_have_count(len(first))
    page.go_back()
    page.wait_for_function("!location.href.includes('sort=amount')")
    expect(page.locator("#gs-list h3").first).to_have_text(first[0])
    page.locator("#gs-list a").first.click()
    expect(page.locator("h1").first).to_contain_text(first[0])
    assert watched.console == []


@pytest.fixture
def strict(site: Path) -> Iterator[str]:
    with served(site, **{"Content-Security-Policy": _POLICY}) as address:
        yield address


def test_our_scripts_run_under_a_strict_policy(page: Page, strict: str) -> None:
    refused: list[str] = []
    page.on("console", lambda message: refused.append(f"{message.text} {message.location['url']}"))
    page.goto(strict + "search.html?q=冷藏")
    settled(page)
    assert _names(page)
    page.get_by_role("combobox", name="查全站").fill("liuwan")
    expect(page.get_by_role("option").first).to_contain_text("柳湾")
    page.goto(strict + "ledger.html?q=冷藏")
    settled(page)
    assert not [each for each in refused if "/gongshi/search/" in unquote(each)]


def test_without_scripts_places_and_mechanisms_are_listed(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address)
    page.get_by_role("searchbox", name="查全站").fill("柳湾")
    page.get_by_role("searchbox", name="查全站").press("Enter")
    assert "search.html?q=" in page.url
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator("#gs-static").get_by_role("link", name="东河镇").first).to_be_visible()
    expect(page.locator("#gs-static").get_by_role("link", name="土地流转").first).to_be_visible()
    context.close()
