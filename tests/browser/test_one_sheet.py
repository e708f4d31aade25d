"""Cases and pictures of policies print on one sheet of A4."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.county import ROOT

_SOURCES = ROOT / "site_src"
CASES = sorted(path.stem for path in (_SOURCES / "cases").glob("*.md") if path.stem != "index")
PICTURES = sorted(path.stem for path in (_SOURCES / "policies").glob("*-picture.md"))
SHEETS = [f"cases/{case}.html" for case in CASES] + [f"policies/{each}.html" for each in PICTURES]


@pytest.mark.parametrize("sheet", SHEETS)
def test_it_prints_on_one_sheet(sheet: str, site: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto((site / sheet).as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    page.close()
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1


def test_cases_are_picked_without_any_script(site: Path, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto((site / "cases/index.html").as_uri())
    cards = page.locator(".gs-cases > li:visible")
    assert cards.count() == len(CASES)
    page.get_by_text("托养托管", exact=True).first.click()
    assert cards.count() == 1
    page.locator("label", has_text="全部").nth(1).click()
    assert cards.count() == len(CASES)
    context.close()
