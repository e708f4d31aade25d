"""The demonstration county with every engine: the same site, but for the theme's own frame."""

import re
from pathlib import Path

import pytest

from generator.build.engine import NAMES
from generator.build.pipeline import Options, build
from generator.settings import load
from tests.build.rendered import THEME_ASSETS, Site, content, files, head, loaded
from tests.county import copy_county, digest

_GENERATOR = re.compile(r'<meta name="generator"[^>]*>')
_HEADER = re.compile(r'<header class="md-header.*?</header>', re.DOTALL)


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The published sites, by engine."""
    root = copy_county(tmp_path_factory.mktemp("engines"))
    settings = load(root)
    found = {}
    for name in NAMES:
        here = settings.model_copy(update={"site_dir": f"site-{name}"})
        assert build(root, here, Options(engine=name)).published
        found[name] = root / here.site_dir
    return found


@pytest.fixture(params=[name for name in NAMES if name != "mkdocs"])
def pair(request: pytest.FixtureRequest, sites: dict[str, Path]) -> tuple[Path, Path]:
    """MkDocs' site and another engine's."""
    return sites["mkdocs"], sites[request.param]


@pytest.fixture(params=NAMES)
def site(request: pytest.FixtureRequest, sites: dict[str, Path]) -> Path:
    """One engine's site."""
    return sites[request.param]


def _pages(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in sorted(site.rglob("*.html"))
        if path.name != "404.html"
    }


def _ours(site: Path) -> set[str]:
    return {name for name in files(site) if not THEME_ASSETS.match(name)}


def test_going_back_gives_the_same_bytes(sites: dict[str, Path]) -> None:
    root = sites["mkdocs"].parent
    again = load(root).model_copy(update={"site_dir": "site-again"})
    assert build(root, again, Options(engine="mkdocs")).published
    assert digest(root / "site-again") == digest(sites["mkdocs"])


def test_addresses_are_the_same(pair: tuple[Path, Path]) -> None:
    assert _ours(pair[0]) == _ours(pair[1])


def test_all_but_pages_are_the_same_bytes(pair: tuple[Path, Path]) -> None:
    names = {name for name in _ours(pair[0]) if not name.endswith(".html")}
    for needed in ("sitemap.xml", "data/projects.csv", "data/register.xlsx", "data/feed.xml"):
        assert needed in names
    assert any(name.startswith("assets/gongshi/search/data/") for name in names)
    assert [
        name for name in sorted(names) if (pair[0] / name).read_bytes() != (pair[1] / name).read_bytes()
    ] == []


def test_what_stands_in_the_frame_is_the_same(pair: tuple[Path, Path]) -> None:
    one, other = _pages(pair[0]), _pages(pair[1])
    filled = [name for name, html in one.items() if isinstance(content(html), str)]
    for section in ("projects/SL-", "lists/", "places/", "clauses/", "rules/", "mechanisms/"):
        assert any(name.startswith(section) for name in filled), section
    assert [name for name in one if content(one[name]) != content(other[name])] == []
    assert [name for name in one if head(one[name]) != head(other[name])] == []


def test_properdocs_differs_by_its_name_only(sites: dict[str, Path]) -> None:
    one, other = _pages(sites["mkdocs"]), _pages(sites["properdocs"])
    assert [name for name in one if _GENERATOR.sub("", one[name]) != _GENERATOR.sub("", other[name])] == []
    assert all("ProperDocs" in html for html in other.values())


def test_every_link_leads_somewhere(site: Path) -> None:
    assert Site(site).broken() == []


def test_nothing_is_asked_of_others(site: Path) -> None:
    texts = [*site.rglob("*.html"), *site.rglob("*.css")]
    asked = {address for path in texts for address in loaded(path.read_text("utf-8"))}
    assert asked
    assert {each for each in asked if not each.startswith("data:") and "//" in each} == set()


def test_our_search_box_is_in_every_header(site: Path) -> None:
    for name, html in _pages(site).items():
        header = _HEADER.findall(html)
        assert len(header) == 1, name
        assert header[0].count('<form class="gs-find"') == 1, name
        up = "../" * name.count("/")
        assert re.search(rf'action="(?:\./)?{re.escape(up)}search\.html"', header[0]), name
        assert html.count("assets/gongshi/search/box.js") == 1, name


def test_one_way_past_the_header_on_filled_pages(site: Path) -> None:
    for name, html in _pages(site).items():
        if isinstance(content(html), str):
            assert len(re.findall(r'<a [^>]*class="(?:gs|md)-skip"', html)) == 1, name


def test_no_other_search_and_no_source_maps(site: Path) -> None:
    names = files(site)
    assert "search.json" not in names
    assert not {name for name in names if name.endswith(".map") or "lunr" in name or "/workers/" in name}
    assert all('data-md-component="search"' not in html for html in _pages(site).values())
