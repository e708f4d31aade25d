"""A villager's way through the site, on a phone and at a desk."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SUB_PATH, Watched
from tests.county import ROOT, records

_EVERY_KIND = (
    "index.html",
    "404.html",
    "about.html",
    "projects/index.html",
    "places/index.html",
    "places/990101/990101.html",
    "places/990101/990101101.html",
    "places/990101/990101101201.html",
    "mechanisms/index.html",
    "mechanisms/guaranteed_dividend.html",
    "mechanisms/guaranteed_dividend/index.html",
    "policies/index.html",
    "policies/changji-2023-8.html",
    "lists/index.html",
    "lists/year-2023/index.html",
    "lists/stage-operating/index.html",
    "lists/operators/index.html",
    "lists/rectification/index.html",
    "lists/latest/index.html",
    "rules/M001/index.html",
    "help/index.html",
    "help/rules.html",
    "projects/SL-2019-0/SL-2019-0005.html",
    "projects/SL-2025-0/SL-2025-0033.html",
)


def _quiet(watched: Watched, address: str) -> None:
    assert watched.console == []
    assert watched.failed == []
    assert watched.hosts <= {urlsplit(address).netloc}


def _follow(page: Page, name: str | None = None, within: str = "article", start: str = "") -> None:
    links = page.locator(f"{within} a[href*='{start}']:visible")
    link = links.filter(has_text=name).first if name else links.first
    link.click()
    page.wait_for_load_state()


def test_from_home_to_a_project_and_back(page: Page, address: str, watched: Watched) -> None:
    page.goto(address)
    expect(page.locator("h1").first).to_be_visible()
    _follow(page, "东河镇", start="places/")
    assert urlsplit(page.url).path == f"{SUB_PATH}places/990101/990101101.html"
    _follow(page, "柳湾村", start="places/")
    expect(page.locator("h1").first).to_contain_text("柳湾村")
    _follow(page, start="projects/")
    assert "/projects/SL-" in page.url
    project = page.url
    expect(page.locator("article")).to_contain_text("资产归谁")
    _follow(page, start="mechanisms/")
    assert "/mechanisms/" in page.url
    page.go_back()
    assert page.url == project
    for _ in range(3):
        page.go_back()
    assert urlsplit(page.url).path == SUB_PATH
    _quiet(watched, address)


@pytest.mark.parametrize("kind", _EVERY_KIND)
def test_every_kind_of_page_fits_and_is_quiet(page: Page, address: str, watched: Watched, kind: str) -> None:
    page.goto(address + kind)
    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_text("示例数据").first).to_be_visible()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    if kind != "404.html":
        _quiet(watched, address)


def test_opens_from_a_folder(page: Page, site: Path, watched: Watched) -> None:
    page.goto((site / "index.html").as_uri())
    _follow(page, "白羊乡", start="places/")
    _follow(page, start="projects/")
    expect(page.locator("article")).to_contain_text("谁来经营")
    assert watched.console == []
    assert watched.hosts == {""}


def test_reads_without_javascript(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(address + "projects/SL-2020-0/SL-2020-0034.html")
    for heading in ("资金", "资产与产权", "联农带农机制", "协议", "收益分配", "监督检查"):
        expect(page.get_by_role("heading", name=heading).first).to_be_visible()
    page.goto(address)
    page.get_by_role("link", name="东河镇").first.click()
    expect(page.locator("h1").first).to_contain_text("东河镇")
    context.close()


def test_every_record_has_its_page(site: Path) -> None:
    pages = {path.stem for path in (site / "projects").glob("SL-*/SL-*.html")}
    assert pages == {path.stem for path in records(ROOT)}
