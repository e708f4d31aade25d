from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.pages import sitemap
from generator.pages.editorial import title_of
from generator.pages.overview import Overview
from generator.pages.site import Site
from generator.records.summary import Row

URL = "https://example.gov.cn/gs/"
SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def test_a_small_site_has_one_sitemap() -> None:
    [(name, text)] = sitemap.sitemaps([("index.html", ""), ("projects/a&b.html", "2025-07-09")], URL)
    root = ElementTree.fromstring(text)
    assert name == "sitemap.xml"
    assert [each.text for each in root.iter(f"{SPACE}loc")] == [f"{URL}index.html", f"{URL}projects/a&b.html"]
    assert [each.text for each in root.iter(f"{SPACE}lastmod")] == ["2025-07-09"]


def test_a_large_one_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap, "LIMIT", 10)
    files = dict(sitemap.sitemaps([(f"{each}.html", "") for each in range(25)], URL))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    index = ElementTree.fromstring(files["sitemap.xml"])
    assert [each.text for each in index.iter(f"{SPACE}loc")] == [
        f"{URL}sitemap-{each}.xml" for each in (1, 2, 3)
    ]
    assert sum(files[f"sitemap-{each}.xml"].count("<url>") for each in (1, 2, 3)) == 25


def test_sitemaps_are_written_only_where_the_address_is_known(
    tmp_path: Path, rows: list[Row], site: Site
) -> None:
    pages = ["index.html", "404.html", "assets/logo.svg"]
    sitemap.write(tmp_path, Overview(rows, site), pages)
    assert not (tmp_path / "sitemap.xml").exists()
    settings = site.settings.model_copy(update={"site_url": "https://example.gov.cn/gs"})
    known = Site(settings, site.reference, date(2025, 11, 20), {})
    sitemap.write(tmp_path, Overview(rows, known), pages)
    text = (tmp_path / "sitemap.xml").read_text("utf-8")
    assert "https://example.gov.cn/gs/index.html" in text
    assert "404" not in text


def test_the_title_of_a_rendered_page() -> None:
    assert title_of("<title>x</title><h1 id='a'>政策 <em>文件</em> &amp; 解读</h1>") == "政策 文件 & 解读"
    assert title_of("<title>关于 - 站</title>") == "关于 - 站"
