"""A county's configuration as Zensical gets it, and the theme as its templates read it."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from generator.build import engine
from generator.build.engines import yaml_tree
from generator.build.engines.theme import GIVEN, THEME
from generator.build.engines.zensical import told
from generator.build.engines.zensical_project import prepare

DAY = date(2025, 11, 20)
_HEADER = re.compile(r"<header.*?</header>", re.DOTALL)


def _county(root: Path, configuration: str) -> Path:
    (root / "pages").mkdir(parents=True)
    (root / "pages" / "index.md").write_text("# 首页\n", "utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: 县\nuse_directory_urls: false\nextra: {gongshi: {county: 县, as_of: 2025-11-20}}\n"
        + configuration,
        "utf-8",
    )
    return root


def _prepared(tmp_path: Path, configuration: str) -> tuple[Path, dict[str, object]]:
    project = tmp_path / "project"
    project.mkdir()
    file, _ = prepare(_county(tmp_path / "county", configuration), project, DAY)
    found = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    assert isinstance(found, dict)
    return project, found


def test_dates_are_texts_and_the_templates_are_told_day_and_host(tmp_path: Path) -> None:
    _prepared(tmp_path, "docs_dir: pages\nsite_url: https://gongshi.shili.example/a/\n")
    extra = yaml.safe_load((tmp_path / "project" / "mkdocs.yml").read_text("utf-8"))["extra"]
    assert extra["gongshi"] == {"county": "县", "as_of": "2025-11-20"}
    assert extra[GIVEN] == {"host": "gongshi.shili.example", "year": 2025, "month": 11, "day": 20}


@pytest.mark.parametrize(
    ("written", "copied"), [("pages", "pages"), ("./pages", "./pages"), ("../county/pages", "docs")]
)
def test_pages_are_copied_below_the_project(tmp_path: Path, written: str, copied: str) -> None:
    project, found = _prepared(tmp_path, f"docs_dir: {written}\n")
    assert found["docs_dir"] == copied
    assert (project / copied / "index.md").is_file()


@pytest.mark.parametrize("theme", ["theme: material\n", "theme: {name: material}\n", ""])
def test_our_templates_and_the_classic_look_are_set(tmp_path: Path, theme: str) -> None:
    project, found = _prepared(tmp_path, f"docs_dir: pages\n{theme}")
    settings = found["theme"]
    assert isinstance(settings, dict)
    assert settings["variant"] == "classic"
    assert settings.get("name", "material") == "material"
    assert (project / settings["custom_dir"] / "main.html").read_bytes() == (THEME / "main.html").read_bytes()


def test_a_countys_own_templates_stand_behind_ours(tmp_path: Path) -> None:
    own = tmp_path / "county" / "own"
    own.mkdir(parents=True)
    (own / "main.html").write_text("theirs", "utf-8")
    (own / "extra.html").write_text("theirs", "utf-8")
    project, found = _prepared(tmp_path, "docs_dir: pages\ntheme: {name: material, custom_dir: own}\n")
    settings = found["theme"]
    assert isinstance(settings, dict)
    folder = project / settings["custom_dir"]
    assert (folder / "main.html").read_text("utf-8") != "theirs"
    assert (folder / "extra.html").read_text("utf-8") == "theirs"


@pytest.mark.parametrize(
    ("plugins", "search"),
    [
        ("", {"enabled": "false"}),
        ("plugins: []\n", {"enabled": "false"}),
        ("plugins: [gongshi]\n", {"enabled": "false"}),
        ("plugins: {gongshi: {}}\n", {"enabled": "false"}),
        ("plugins: [gongshi, search]\n", {}),
        ("plugins: {search: {lang: zh}}\n", {"lang": "zh"}),
    ],
)
def test_its_search_is_off_where_nobody_named_it(tmp_path: Path, plugins: str, search: object) -> None:
    found = _prepared(tmp_path, f"docs_dir: pages\n{plugins}")[1]["plugins"]
    named = {}
    for each in found if isinstance(found, list) else [found]:
        named.update(each if isinstance(each, dict) else {each: {}})
    assert named["search"] == search


def test_tags_stay_what_they_are_and_are_not_run(tmp_path: Path) -> None:
    project = _prepared(
        tmp_path,
        "docs_dir: pages\nINHERIT: base.yml\ncopyright: !ENV [NAME, 无]\n"
        "markdown_extensions:\n  - toc: {slugify: !!python/name:os.getcwd }\n",
    )[0]
    text = (project / "mkdocs.yml").read_text("utf-8")
    assert "!!python/name:os.getcwd" in text
    assert "!ENV [NAME, 无]" in text
    assert f"INHERIT: {(tmp_path / 'county' / 'base.yml').resolve()}" in text


def test_pages_that_the_navigation_misses_are_told_where_it_is_strict(tmp_path: Path) -> None:
    nav = "docs_dir: pages\nnav:\n  - index.md\n  - 组: [a/b.md, {甲: c.md}, 'https://x.example/d.md']\n"
    for number, (strict, count) in enumerate((("strict: true\n", 2), ("", 0))):
        project = tmp_path / f"project-{number}"
        project.mkdir()
        missing = prepare(_county(tmp_path / f"county-{number}", nav + strict), project, DAY)[1]
        assert len(missing) == count


@pytest.mark.parametrize("name", engine.NAMES)
@pytest.mark.parametrize("features", ["navigation.tabs", "navigation.tabs, navigation.tabs.sticky"])
def test_one_search_box_wherever_the_tabs_are(tmp_path: Path, name: str, features: str) -> None:
    theme = f"theme: {{name: material, language: zh, font: false, features: [{features}]}}\n"
    root = _county(tmp_path / "county", f"docs_dir: pages\nplugins: [gongshi]\n{theme}")
    engine.render(root, tmp_path / "out", DAY, name)
    header = _HEADER.findall((tmp_path / "out" / "index.html").read_text("utf-8"))[0]
    before, box, after = header.partition('<form class="gs-find"')
    assert box
    assert "gs-find" not in after
    assert 'class="md-tabs"' not in before
    assert before.count("<nav") == 1
    assert "</nav>" not in before


def test_what_it_says_becomes_a_line_each() -> None:
    output = (
        "\x1b[33mWarning:\x1b[0m page does not exist\n"
        "    \x1b[38;5;246m╭─[ about.md:48:8 ]\x1b[0m\n 48 │ 见\n"
        "Warning: page does not exist\n    ╭─[ help/a.md:3:1 ]\n2 issues found\n"
    )
    assert list(told(output)) == [
        "about.md 第 48 行：这里的链接指的网页没有。请改成有的文件，或者删掉这个链接。",
        "help/a.md 第 3 行：这里的链接指的网页没有。请改成有的文件，或者删掉这个链接。",
    ]
    raised = 'Traceback (most recent call last):\n  File "x", line 1\nRuntimeError: bad (in main.html:3)\n'
    assert list(told(raised)) == ["bad (in main.html:3)"]
    other = "Warning: odd\n    ╭─[ a.md:3:1 ]\n"
    assert list(told(other)) == ["a.md 第 3 行：odd"]
    assert list(told("something new\n")) == ["something new"]


def test_a_tree_of_nothing_can_be_filled() -> None:
    tree = yaml_tree.read("")
    yaml_tree.put(yaml_tree.under(tree, "a"), "b", yaml_tree.node([1, "二"]))
    assert yaml_tree.write(tree) == "a:\n  b:\n  - 1\n  - 二\n"
    assert yaml_tree.get(tree, "none") is None
    assert yaml_tree.get(yaml_tree.read("a: null\n"), "a") is None
