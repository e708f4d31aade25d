"""No violation that axe-core knows of, on search, ledger and list pages."""

from importlib import resources

import pytest
from playwright.sync_api import Browser

from tests.browser.registers import settled

_AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]
_PAGES = (
    "search.html?q=土地流转&mechanism=employment",
    "search.html?q=没有这样的项目",
    "search.html?q=公示期",
    "search.html",
    "ledger.html?q=冷藏",
    "lists/index.html",
    "lists/latest/index.html",
    "places/990101/990101101201.html",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", _PAGES)
def test_no_violation(chromium: Browser, address: str, path: str, width: int, scheme: str) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 844}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(address + path)
    if page.locator("#gs-search, #gs-book").count():
        settled(page)
        if page.locator("#gs-read:visible").count():
            page.locator("#gs-read").click()
            page.locator("#gs-read").wait_for(state="hidden")
        page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    page.evaluate(_AXE)
    found = page.evaluate("(rules) => axe.run(document, { runOnly: rules })", _RULES)
    told = {each["id"]: [node["html"][:160] for node in each["nodes"][:3]] for each in found["violations"]}
    assert told == {}
    context.close()
