"""The preview in a real browser: edits show by themselves, what is wrong lies over the last good page."""

import re
import signal
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from tests.browser.conftest import Watched, chromium, watched
from tests.county import copy_county, records
from tests.serve.serving import Served

__all__ = ["chromium", "watched"]

_WAIT = 60_000
_AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text("utf-8")
_THEME = "theme:\n  name: material\n"
_FOOT = '{% extends "base.html" %}{% block footer %}<p id="own">脚注一</p>{% endblock %}'


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county, with templates of its own."""
    root = copy_county(tmp_path_factory.mktemp("preview") / "county")
    configuration = root / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    assert _THEME in text
    configuration.write_text(text.replace(_THEME, f"{_THEME}  custom_dir: own\n"), "utf-8")
    (root / "own").mkdir()
    (root / "own" / "own-page.html").write_text(_FOOT, "utf-8")
    page = root / "site_src" / "about.md"
    front, title, rest = page.read_text("utf-8").partition("# ")
    page.write_text(_with_template(front) + title + rest, "utf-8")
    return root


def _with_template(front: str) -> str:
    line = "template: own-page.html\n"
    return (
        front.replace("---\n", f"---\n{line}", 1) if front.startswith("---") else f"---\n{line}---\n{front}"
    )


@pytest.fixture(scope="module")
def served(county: Path) -> Iterator[Served]:
    started = Served(county)
    started.until_said("预览全部更新了")
    yield started
    assert started.stop() == 0, started.said
    assert "Traceback" not in started.said


@pytest.fixture
def page(chromium: Browser, watched: Watched, served: Served) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 844}, locale="zh-CN")
    watched.watch(context)
    context.set_default_timeout(_WAIT)
    opened = context.new_page()
    yield opened
    _leave(opened)
    context.close()
    # Nothing was asked of anybody else.
    assert watched.hosts == {f"127.0.0.1:{served.port}"}


def _leave(page: Page) -> None:
    """Go where nothing loads itself again: a page that was just doing so has kept a browser from closing it.

    A loading that has already begun may cut in before ours; without scripts no other follows it.
    """
    page.context.new_cdp_session(page).send("Emulation.setScriptExecutionDisabled", {"value": True})
    for _ in range(5):
        try:
            page.goto("about:blank")
        except Error:
            page.wait_for_timeout(200)
        else:
            return
    raise AssertionError("the page does not let itself be left")


def _of(record: Path) -> str:
    return f"projects/{record.stem[:-3]}/{record.stem}.html"


def _edit(file: Path, pattern: str, text: str) -> str:
    """Change the first line that matches; what stood in the file before."""
    before = file.read_text("utf-8")
    after = re.sub(pattern, text, before, count=1, flags=re.MULTILINE)
    assert after != before
    file.write_text(after, "utf-8")
    return before


def test_a_saved_record_shows_at_once_where_one_was_reading(page: Page, served: Served) -> None:
    record = records(served.root)[0]
    page.goto(served.url + _of(record))
    page.evaluate("scrollTo(0, 700)")
    page.wait_for_function("scrollY === 700")
    _edit(record, "^name: .*", "name: 换了名字的第一个项目")
    expect(page.locator("h1")).to_contain_text("换了名字的第一个项目", timeout=_WAIT)
    page.wait_for_function("scrollY === 700")
    # The server's own clock, from the first sign of the edit: a whole second is what was promised.
    took = re.search(rf"{record.name} 已经显示（([\d.]+) 秒）", served.said)
    assert took
    assert float(took[1]) < 1
    # Lists follow.
    site = served.root / ".gongshi-cache" / "preview" / "site"
    others = list((site / "places").rglob("*.html"))
    served.until(lambda: any("换了名字的第一个项目" in path.read_text("utf-8") for path in others))


def test_markdown_words_and_templates_show_without_a_restart(page: Page, served: Served) -> None:
    page.goto(f"{served.url}about.html")
    expect(page.locator("#own")).to_have_text("脚注一")
    _edit(served.root / "own" / "own-page.html", "脚注一", "脚注二")
    expect(page.locator("#own")).to_have_text("脚注二", timeout=_WAIT)

    about = served.root / "site_src" / "about.md"
    about.write_text(about.read_text("utf-8") + "\n\n刚刚加上的一段。\n", "utf-8")
    expect(page.get_by_text("刚刚加上的一段。")).to_be_visible(timeout=_WAIT)

    record = records(served.root)[1]
    place = re.search(r"^place: \W*(\d+)", record.read_text("utf-8"), re.MULTILINE)
    assert place
    page.goto(served.url + _of(record))
    _edit(served.root / "data" / "places.csv", f"^{place[1]},[^,]*", f"{place[1]},换了名字的村")
    expect(page.locator("main")).to_contain_text("换了名字的村", timeout=_WAIT)


def test_what_is_wrong_lies_over_the_last_good_page_until_it_is_mended(page: Page, served: Served) -> None:
    record = records(served.root)[2]
    page.goto(served.url + _of(record))
    title = page.locator("h1").inner_text()
    overlay = page.get_by_role("alert")
    expect(overlay).to_have_count(0)

    whole = _edit(record, "^name: .*", "name: ")
    expect(overlay).to_be_visible(timeout=_WAIT)
    line = 1 + whole[: whole.index("\nname: ") + 1].count("\n")
    relative = record.relative_to(served.root).as_posix()
    for text in (relative, f"第 {line} 行", "怎么改：", "name:"):
        expect(overlay).to_contain_text(text)
    assert relative in served.said
    expect(page.locator("h1")).to_have_text(title)
    _no_violation(page)

    page.keyboard.press("Escape")
    expect(overlay).to_be_hidden()
    again = page.get_by_role("button", name="处错误")
    expect(again).to_be_focused()
    page.keyboard.press("Enter")
    expect(overlay).to_be_visible()

    # A page opened now has it, too; and the text of a clerk does not become part of the page.
    _edit(record, "^year: .*", 'year: "<img src=x onerror=document.title=1>"')
    expect(overlay).to_contain_text("<img src=x", timeout=_WAIT)
    assert page.evaluate("document.title") != "1"

    record.write_text(whole.replace("\nname: ", "\nname: 改好了的", 1), "utf-8")
    expect(page.locator("h1")).to_contain_text("改好了的", timeout=_WAIT)
    expect(overlay).to_have_count(0)


def test_a_wrong_configuration_and_a_wrong_page_are_told_in_the_browser(page: Page, served: Served) -> None:
    page.goto(served.url)
    overlay = page.get_by_role("alert")
    configuration = served.root / "mkdocs.yml"
    whole = _edit(configuration, "^    county: .*", "    county: [")
    expect(overlay).to_contain_text("mkdocs.yml", timeout=_WAIT)
    configuration.write_text(whole, "utf-8")
    expect(overlay).to_have_count(0, timeout=_WAIT)

    about = served.root / "site_src" / "about.md"
    text = about.read_text("utf-8")
    about.write_text(f"{text}\n[没有这一页](nowhere.md)\n", "utf-8")
    expect(overlay).to_contain_text("nowhere.md", timeout=_WAIT)
    about.write_text(text, "utf-8")
    expect(overlay).to_have_count(0, timeout=_WAIT)


def test_a_page_finds_a_server_that_was_killed_and_started_again(page: Page, served: Served) -> None:
    record = records(served.root)[3]
    page.goto(served.url + _of(record))
    assert served.stop(signal.SIGKILL) == -signal.SIGKILL
    _edit(record, "^name: .*", "name: 没人看着的时候改的")
    served.start()
    expect(page.locator("h1")).to_contain_text("没人看着的时候改的", timeout=_WAIT)


def _no_violation(page: Page) -> None:
    page.evaluate(_AXE)
    found = page.evaluate("axe.run('gongshi-trouble')")
    assert not [f"{each['id']}: {each['help']}" for each in found["violations"]]
