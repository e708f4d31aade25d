from datetime import date
from pathlib import Path

import pytest

from generator.settings import SettingsError, load


def _root(tmp_path: Path, text: str) -> Path:
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    return tmp_path


def test_reads_the_section_and_the_folders(tmp_path: Path) -> None:
    text = "site_name: 某县\nsite_url: https://example.org/a/\n"
    text += "extra: {gongshi: {county: 某县, as_of: 2025-11-20}}"
    settings = load(_root(tmp_path, text))
    assert (settings.county, settings.site_name) == ("某县", "某县")
    assert settings.as_of == date(2025, 11, 20)
    assert settings.site_url == "https://example.org/a/"
    assert (settings.docs_dir, settings.site_dir) == ("site_src", "site")
    assert settings.publisher.icp is None


def test_passes_over_the_tags_of_other_plugins(tmp_path: Path) -> None:
    text = "markdown_extensions: [{x: !!python/name:os.system }]\nhook: !ENV [A, b]\n"
    text += "extra: {gongshi: {county: 某县}}"
    assert load(_root(tmp_path, text)).county == "某县"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "extra.gongshi"),
        ("- a", "extra.gongshi"),
        ("extra: {gongshi: {}}", "county"),
        ("extra: {gongshi: {county: 某县, colour: red}}", "colour"),
        ("extra: {gongshi: {county: 某县, as_of: soon}}", "as_of：要写 2000-01-01 到 2099-12-31 之间的日期"),
        ("extra: {gongshi: {county: 某县, as_of: 1969-01-01}}", "as_of：要写 2000-01-01 到"),
        ("extra: {gongshi: {county: 某县, as_of: 0001-01-01}}", "现在是“0001-01-01”"),
        ("extra: {gongshi: {county: 某县, as_of: 2100-01-01}}", "as_of：要写 2000-01-01 到"),
        ("extra: {gongshi: {county: 某县, as_of: 2025-02-30}}", "mkdocs.yml 里有写错的日期"),
        ("extra: {gongshi: {county: 某县, page_size: 3}}", "page_size"),
        ("a: [", "mkdocs.yml"),
    ],
)
def test_tells_what_is_wrong(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        load(_root(tmp_path, text))


def test_tells_that_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="--root"):
        load(tmp_path)
