"""Search, ledger and lists with a keyboard alone, on a phone's width and on a desk's."""

from playwright.sync_api import Page, expect

from tests.browser.registers import settled

_MOST = 150


def _tab_to(page: Page, where: str) -> None:
    """Go on with the tab key until something that fits has the focus, and can be seen to have it."""
    for _ in range(_MOST):
        page.keyboard.press("Tab")
        if page.evaluate("(where) => document.activeElement.matches(where)", where):
            seen = page.evaluate(
                """() => {
                  const style = getComputedStyle(document.activeElement);
                  return style.outlineStyle !== "none" || style.boxShadow !== "none";
                }"""
            )
            assert seen, where
            return
    raise AssertionError(f"the keyboard does not come to {where}")


def test_search(page: Page, address: str) -> None:
    page.goto(address + "search.html")
    settled(page)
    _tab_to(page, "#gs-q")
    page.keyboard.type("冷藏")
    page.keyboard.press("Enter")
    expect(page.locator("#gs-heading")).to_be_focused()
    page.goto(address + "search.html?q=冷藏")
    settled(page)
    _tab_to(page, "#gs-refine > summary, #gs-facets summary")
    if not page.locator("#gs-facets").is_visible():
        page.keyboard.press("Enter")
    _tab_to(page, "#gs-facets input[name=mechanism]")
    value = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    page.wait_for_url(f"**mechanism={value}**")
    expect(page.locator(f"#gs-facets input[value={value}]")).to_be_focused()
    _tab_to(page, "#gs-list a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/**")


def test_texts_of_pages(page: Page, address: str) -> None:
    page.goto(address + "search.html?q=公示期")
    settled(page)
    _tab_to(page, "#gs-read")
    page.keyboard.press("Enter")
    expect(page.locator("#gs-guides-heading")).to_be_focused()
    _tab_to(page, "#gs-guide-list a")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/search.html" not in url)


def test_ledger(page: Page, address: str) -> None:
    page.goto(address + "ledger.html")
    settled(page)
    _tab_to(page, "#gs-q")
    page.keyboard.type("冷藏")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=**")
    settled(page)
    _tab_to(page, "#gs-book summary:has(+ #gs-columns)")
    page.keyboard.press("Enter")
    _tab_to(page, "#gs-columns input[value=scope]")
    page.keyboard.press("Space")
    expect(page.locator("#gs-table [data-field=scope]")).to_be_visible()
    _tab_to(page, "#gs-save")
    with page.expect_download():
        page.keyboard.press("Enter")
    _tab_to(page, "#gs-table [data-field=amount]")
    page.keyboard.press("Enter")
    expect(page.locator("#gs-table [data-field=amount]")).to_be_focused()
    expect(page.locator("#gs-table th[aria-sort=descending]")).to_contain_text("总投入")
    _tab_to(page, "#gs-table tbody a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/**")


def test_list(page: Page, address: str) -> None:
    page.goto(address + "lists/latest/index.html")
    _tab_to(page, "article a[href*='projects/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/projects/**")


def _ring(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.activeElement).outlineStyle"))


def test_a_heading_that_the_search_leads_to_has_no_ring(page: Page, address: str) -> None:
    page.goto(address + "search.html")
    settled(page)
    _tab_to(page, "#gs-q")
    page.keyboard.type("冷藏")
    page.keyboard.press("Enter")
    expect(page.locator("#gs-heading")).to_be_focused()
    assert _ring(page) == "none"
    _tab_to(page, "#gs-list a")
    assert _ring(page) == "solid"


def test_the_heading_of_pages_is_there_only_where_something_stands_below_it(page: Page, address: str) -> None:
    heading = page.locator("#gs-guides-heading")
    page.goto(address + "search.html?q=SL-2021-0001")
    settled(page)
    expect(page.locator("#gs-read")).to_be_visible()
    expect(heading).to_be_hidden()
    page.locator("#gs-read").click()
    expect(heading).to_be_focused()
    expect(page.locator("#gs-read-none")).to_be_visible()
    page.goto(address + "search.html?q=土地流转")
    settled(page)
    expect(heading).to_be_visible()
