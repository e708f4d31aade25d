"""The style sheet and the theme: small, our own, nothing from elsewhere."""

import re
from datetime import date
from pathlib import Path

import pytest

from generator.build.engine import render
from generator.pages.frame import Frame
from generator.pages.page import Page
from tests.pages.conftest import ROOT

CSS = (ROOT / "generator/pages/assets/gongshi.css").read_text("utf-8")
_COLOUR = re.compile(r"--(gs-[a-z-]+): #([0-9a-f]{3,6});")


def test_the_style_sheet_is_small_and_loads_nothing() -> None:
    assert len(CSS.encode()) < 30_000
    assert "url(" not in CSS
    assert "@import" not in CSS


def _luminance(colour: str) -> float:
    full = colour if len(colour) == 6 else "".join(each * 2 for each in colour)
    parts = [int(full[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (
        each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_texts_contrast_with_their_grounds(scheme: str) -> None:
    blocks = re.findall(rf'\[data-md-color-scheme="{scheme}"\] \{{([^}}]*)\}}', CSS)
    colours = dict(pair for block in blocks for pair in _COLOUR.findall(block))
    pairs = [
        (text, ground)
        for text in ("gs-ink", "gs-soft", "gs-link", "gs-primary", "gs-seal")
        for ground in ("gs-paper", "gs-wash")
    ]
    pairs += [(f"gs-{tone}", f"gs-{tone}-wash") for tone in ("seal", "amber", "green")]
    pairs += [("gs-ink", f"gs-{tone}-wash") for tone in ("seal", "amber", "green")]
    pairs += [(f"gs-{text}", f"gs-{tone}-wash") for text in ("link", "seal") for tone in ("amber", "green")]
    weak = {pair: _contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    render(ROOT, folder, date(2025, 11, 20))
    return folder


def test_every_frame_can_be_filled(rendered: Path) -> None:
    frames = sorted((rendered / "frames").glob("*/frame.html"))
    assert len(frames) == 5
    for path in frames:
        page = Page("lists/latest/index.html", "标题", "说明", "<p>正文</p>", '<meta name="ArticleTitle">')
        html = Frame.parse(path.read_text("utf-8")).fill(page)
        assert "gongshi-title" not in html
        assert "frame.html" not in html
        assert html.count("<p>正文</p>") == html.count('<meta name="ArticleTitle">') == 1


def test_every_page_of_the_engine_is_marked_and_asks_nothing_of_others(rendered: Path) -> None:
    pages = sorted(rendered.rglob("*.html"))
    assert pages
    for path in pages:
        html = path.read_text("utf-8")
        assert "示例数据" in html, path
        assert '<meta name="SiteName" content="示例县联农带农公示">' in html, path
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//(?!gongshi\.shili\.example/)""", html), path
        if path.name != "404.html":
            assert "数据截至 2025 年 11 月 20 日" in html, path
            assert "assets/gongshi/gongshi.css" in html, path


def test_the_page_for_lost_readers_stands_by_itself(rendered: Path) -> None:
    html = (rendered / "404.html").read_text("utf-8")
    assert "没有找到这一页" in html
    assert re.findall(r'(?:src|href)="(?!tel:)([^"]*)', html) == [
        "https://gongshi.shili.example/",
        "https://gongshi.shili.example/search.html",
    ]
