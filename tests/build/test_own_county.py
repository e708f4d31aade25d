"""A county of one's own: after the README's steps nothing but its own names and data is on the site."""

import re
from pathlib import Path

import pytest

from generator.build.pipeline import Options, build
from generator.demo.county import write
from generator.settings import load
from tests.county import ROOT, copy_county, records

_INVENTED = re.compile(r"示例县|示例数据|虚构|请不要当真")
_TEXTS = {".html", ".csv", ".json", ".jsonl", ".xml", ".js", ".txt"}


def _own(root: Path) -> Path:
    """A site root with the settings and places of a real county."""
    config = root / "mkdocs.yml"
    text = re.sub(r"(?m)^    (as_of|licence):.*\n", "", config.read_text("utf-8"))
    config.write_text(text.replace("demonstration: true", "demonstration: false"), "utf-8")
    for file in (config, root / "data" / "places.csv", *records(root)):
        file.write_text(file.read_text("utf-8").replace("示例县", "清河县"), "utf-8")
    return root


def _built(root: Path) -> Path:
    settings = load(root)
    assert build(root, settings, Options()).published
    return root / settings.site_dir


def _texts(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): path.read_text("utf-8")
        for path in site.rglob("*")
        if path.suffix in _TEXTS
    }


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """All that can be read on the site that ``gongshi demo`` and the README's steps lead to."""
    root = tmp_path_factory.mktemp("own") / "county"
    write(root, 12, 1, ROOT)
    return _texts(_built(_own(root)))


def test_nothing_speaks_of_the_demonstration_county(texts: dict[str, str]) -> None:
    assert [name for name, text in texts.items() if _INVENTED.search(text)] == []
    assert sum("清河县" in text for text in texts.values()) > 100


def test_nobody_is_told_that_others_may_use_the_data(texts: dict[str, str]) -> None:
    assert "数据能不能转用，发布单位还没有写明" in texts["about.html"]
    assert "CC0" not in texts["about.html"]


def test_a_copy_of_the_repository_does_without_its_cases(tmp_path: Path) -> None:
    root = copy_county(tmp_path / "county")
    for file in (*records(root), *(root / "site_src" / "cases").glob("*.md")):
        if file.name != "index.md":
            file.unlink()
    texts = _texts(_built(_own(root)))
    assert [name for name, text in texts.items() if _INVENTED.search(text)] == []


def test_the_demonstration_county_says_that_it_is_one(tmp_path: Path) -> None:
    root = tmp_path / "county"
    write(root, 1, 1, ROOT)
    about = (_built(root) / "about.html").read_text("utf-8")
    assert "示例县是虚构的" in about
    assert "CC0 1.0" in about
