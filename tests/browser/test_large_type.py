"""A small phone, type twice as large, no scripts: nothing sticks out, no line is one character."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

_PAGES = (
    "index.html",
    "search.html",
    "projects/SL-2019-0/SL-2019-0014.html",
    "projects/SL-2021-0/SL-2021-0033.html",
    "places/990101/990101101201.html",
    "lists/fund-central_bridging/index.html",
    "lists/rectification/index.html",
    "clauses/changji-2023-8/17.html",
    "policies/changji-2023-8.html",
    "mechanisms/guaranteed_dividend.html",
    "cases/index.html",
)
_TYPE = {"once": "html { font-size: 125%; }", "twice": "html { font-size: 250% !important; }"}
_STICKS_OUT = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_NARROW = """() => [...document.querySelectorAll(".gs-facts dd")]
  .filter((told) => told.clientWidth < 5 * parseFloat(getComputedStyle(told).fontSize))
  .map((told) => told.textContent.trim())"""


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def small(chromium: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page on a small phone, with and without scripts of its own."""
    context = chromium.new_context(viewport={"width": 360, "height": 640}, is_mobile=True)
    page = context.new_page()
    if not request.param:
        page.route("**/*.js", lambda route: route.abort())
    yield page
    context.close()


@pytest.mark.parametrize("type_size", _TYPE)
def test_nothing_sticks_out(small: Page, site: Path, type_size: str) -> None:
    wide = {}
    narrow = {}
    for each in _PAGES:
        small.goto((site / each).as_uri())
        small.add_style_tag(content=_TYPE[type_size])
        wide[each] = small.evaluate(_STICKS_OUT)
        narrow[each] = small.evaluate(_NARROW)
    assert {each: by for each, by in wide.items() if by > 0} == {}
    assert {each: told for each, told in narrow.items() if told} == {}
