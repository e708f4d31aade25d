"""Tables of written pages, on phones and at a desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.county import ROOT

_SOURCES = ROOT / "site_src"
PAGES = sorted(
    path.relative_to(_SOURCES).with_suffix(".html").as_posix()
    for path in _SOURCES.rglob("*.md")
    if "\n|---" in path.read_text(encoding="utf-8")
)
_PARTED = """() => [...document.querySelectorAll("article table:not([class]) :is(th, td):first-child")]
  .filter((cell) => cell.textContent.trim().length <= 4)
  .filter((cell) => {
    const words = document.createRange();
    words.selectNodeContents(cell);
    return words.getBoundingClientRect().height > 1.5 * parseFloat(getComputedStyle(cell).lineHeight);
  })
  .map((cell) => cell.textContent.trim())"""


@pytest.mark.parametrize("width", [390, 360, 1280])
def test_short_names_in_the_first_column_are_not_parted(width: int, chromium: Browser, site: Path) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 640}, is_mobile=width < 400)
    page = context.new_page()
    parted = {}
    for each in PAGES:
        page.goto((site / each).as_uri())
        parted[each] = page.evaluate(_PARTED)
    context.close()
    assert len(PAGES) > 10
    assert {each: names for each, names in parted.items() if names} == {}
