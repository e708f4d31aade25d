"""The frame that Zensical makes, in a real browser: it fits, asks nothing of others, and finds things.

ProperDocs' pages are MkDocs' but for one line (``tests/build/test_engines.py``).
"""

from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from generator.build.pipeline import Options, build
from generator.settings import load
from tests.browser.conftest import Watched, served
from tests.county import copy_county

_AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
_KINDS = (
    "index.html",
    "projects/SL-2021-0/SL-2021-0001.html",
    "lists/latest/index.html",
    "policies/ningling-2022-106.html",
    "help/write-a-case.html",
    "search.html?q=柳湾村",
)


@pytest.fixture(scope="module")
def zensical(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the demonstration site as Zensical makes it."""
    root = copy_county(tmp_path_factory.mktemp("zensical"))
    settings = load(root)
    assert build(root, settings, Options(engine="zensical")).published
    with served(root / settings.site_dir, Path(tmp_path_factory.mktemp("server"))) as address:
        yield address


@pytest.mark.parametrize("kind", _KINDS)
def test_a_page_fits_and_is_quiet(page: Page, zensical: str, watched: Watched, kind: str) -> None:
    page.goto(zensical + kind)
    expect(page.locator("h1").first).to_be_visible()
    expect(page.locator("header input[type=search]")).to_be_visible()
    expect(page.locator(".md-header__source")).to_be_hidden()
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wide <= 0
    assert watched.console == []
    assert watched.failed == []
    assert watched.hosts == {urlsplit(zensical).netloc}


def test_the_box_in_the_header_finds_a_village(page: Page, zensical: str) -> None:
    page.goto(zensical + "projects/SL-2021-0/SL-2021-0001.html")
    page.locator("header input[type=search]").fill("柳湾村")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{zensical}search.html?q=%E6%9F%B3%E6%B9%BE%E6%9D%91")
    expect(page.get_by_text("找到").first).to_be_visible()


def test_the_first_tab_stop_leads_past_the_header(page: Page, zensical: str) -> None:
    page.goto(zensical + "lists/latest/index.html")
    page.keyboard.press("Tab")
    skip = page.evaluate("document.activeElement.getAttribute('href')")
    assert page.locator(skip).evaluate("each => !!each.closest('article')")


@pytest.mark.parametrize("kind", _KINDS[:3])
def test_no_hindrance(page: Page, zensical: str, kind: str) -> None:
    page.goto(zensical + kind)
    page.evaluate(_AXE)
    found = page.evaluate("() => axe.run(document)")
    assert {each["id"]: each["nodes"][0]["html"] for each in found["violations"]} == {}
