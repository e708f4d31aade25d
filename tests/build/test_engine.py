"""Engines by name: what is said when one is missing, fails, or finds fault with what was written."""

import json
import os
import re
import subprocess
import sys
from datetime import date
from importlib import metadata
from pathlib import Path

import pytest

from generator.build import engine
from generator.build.engines import child, said
from generator.cli.app import main
from generator.errors import ToldError
from generator.settings import SettingsError
from tests.county import digest

DAY = date(2025, 11, 20)
_CONFIGURATION = """\
site_name: 示例县联农带农公示
docs_dir: pages
use_directory_urls: false
strict: true
theme: {name: material, language: zh, font: false}
plugins: [gongshi]
nav:
  - 首页: index.md
  - 关于: about.md
markdown_extensions: [attr_list, md_in_html]
validation: {links: {not_found: warn}}
extra:
  gongshi: {county: 示例县, as_of: 2025-11-20}
"""


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A register's Markdown and configuration, as little as an engine needs."""
    root = tmp_path / "县"
    (root / "pages").mkdir(parents=True)
    (root / "mkdocs.yml").write_text(_CONFIGURATION, "utf-8")
    (root / "pages" / "index.md").write_text("# 首页\n\n见[关于](about.md)。\n", "utf-8")
    (root / "pages" / "about.md").write_text("# 关于\n\n见[首页](index.md)。\n", "utf-8")
    return root


@pytest.fixture(params=engine.NAMES)
def name(request: pytest.FixtureRequest) -> str:
    """Every engine."""
    return str(request.param)


def _add(file: Path, text: str) -> None:
    file.write_text(file.read_text("utf-8") + text, "utf-8")


def test_it_renders_and_leaves_nothing_behind(
    small: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(scratch))
    before = digest(small)
    engine.render(small, tmp_path / "out", DAY, name)
    assert "见<a href=" in (tmp_path / "out" / "index.html").read_text("utf-8")
    assert digest(small) == before
    assert list(scratch.iterdir()) == []


def test_it_takes_a_register_from_where_it_is_called(
    small: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(small)
    engine.render(Path(), tmp_path / "out", DAY, name)
    assert (tmp_path / "out" / "about.html").is_file()


@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_same_bytes_wherever_it_runs(
    small: Path, name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add(small / "pages" / "about.md", "\n{#a .b .c}\n\n```yaml\na: 1\n```\n")
    engine.render(small, tmp_path / "one", DAY, name)
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.setenv("TZ", "Pacific/Kiritimati")
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    engine.render(small, tmp_path / "other", DAY, name)
    assert digest(tmp_path / "one") == digest(tmp_path / "other")
    assert "数据截至 2025 年 11 月 20 日" in (tmp_path / "one" / "about.html").read_text("utf-8")


def test_a_link_to_no_page_is_told_with_its_place(small: Path, name: str, tmp_path: Path) -> None:
    _add(small / "pages" / "about.md", "\n见[没有](nowhere.md)。\n")
    with pytest.raises(engine.EngineError) as told:
        engine.render(small, tmp_path / "out", DAY, name)
    assert "about.md" in str(told.value)
    assert "网站没有更新" in str(told.value)
    assert "Traceback" not in str(told.value)
    assert "\x1b" not in str(told.value)


@pytest.mark.parametrize("own", ["mkdocs", "properdocs"])
@pytest.mark.parametrize(
    ("link", "told"),
    [
        ("nope.md", "链接“nope.md”指的文件，pages 里没有。"),
        ("about.html", "是不是 about.md？"),
        ("/index.md", "链接“/index.md”以斜杠开头"),
        ("some", "链接“some”看不出指哪个文件"),
    ],
)
def test_a_wrong_link_is_told_in_chinese(small: Path, own: str, link: str, told: str, tmp_path: Path) -> None:
    levels = "{not_found: warn, absolute_links: warn, unrecognized_links: warn}"
    _add(small / "mkdocs.yml", f"validation: {{links: {levels}}}\n")
    _add(small / "pages" / "about.md", f"\n见[没有]({link})。\n")
    with pytest.raises(engine.EngineError) as raised:
        engine.render(small, tmp_path / "out", DAY, own)
    message = str(raised.value)
    assert "pages/about.md 第 5 行：" in message
    assert told in message
    assert "Doc file" not in message
    assert "Aborted" not in message


def test_pages_and_the_navigation_that_disagree_are_told_in_chinese(small: Path, tmp_path: Path) -> None:
    (small / "pages" / "about.md").rename(small / "pages" / "other.md")
    (small / "pages" / "index.md").write_text("# 首页\n", "utf-8")
    _add(small / "mkdocs.yml", "validation: {nav: {omitted_files: warn}}\n")
    with pytest.raises(engine.EngineError) as raised:
        engine.render(small, tmp_path / "out", DAY)
    assert "mkdocs.yml 的 nav 里没有列出 pages/other.md。" in str(raised.value)
    assert "mkdocs.yml 的 nav 里写了 about.md，pages 里没有这个文件。" in str(raised.value)


def test_what_is_not_known_stays_as_the_engine_says_it(tmp_path: Path) -> None:
    pages = said.Pages(tmp_path, "pages")
    assert said.chinese(["odd"], "Aborted with 1 warnings in strict mode!", pages) == ["odd"]
    assert said.chinese([], "Aborted with 1 warnings in strict mode!", pages) == [
        "Aborted with 1 warnings in strict mode!"
    ]
    assert said.chinese([], "theme is gone", pages) == ["theme is gone"]


def test_without_strict_such_a_link_passes(small: Path, name: str, tmp_path: Path) -> None:
    file = small / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("strict: true", "strict: false"), "utf-8")
    _add(small / "pages" / "about.md", "\n见[没有](nowhere.md)。\n")
    engine.render(small, tmp_path / "out", DAY, name)
    assert (tmp_path / "out" / "about.html").is_file()


def test_a_page_of_the_navigation_that_is_not_there_is_told(small: Path, name: str, tmp_path: Path) -> None:
    (small / "pages" / "about.md").unlink()
    (small / "pages" / "index.md").write_text("# 首页\n", "utf-8")
    with pytest.raises(engine.EngineError, match=r"about\.md"):
        engine.render(small, tmp_path / "out", DAY, name)


def test_a_broken_configuration_is_told(small: Path, name: str, tmp_path: Path) -> None:
    _add(small / "mkdocs.yml", "copyright: [\n")
    with pytest.raises(SettingsError, match=r"mkdocs\.yml 有写错的地方"):
        engine.render(small, tmp_path / "out", DAY, name)


def test_an_unknown_extension_of_markdown_is_told(small: Path, name: str, tmp_path: Path) -> None:
    file = small / "mkdocs.yml"
    file.write_text(file.read_text("utf-8").replace("attr_list", "no_such_thing"), "utf-8")
    with pytest.raises((SettingsError, engine.EngineError), match="no_such_thing"):
        engine.render(small, tmp_path / "out", DAY, name)


def test_zensical_tells_of_a_page_that_it_cannot_read(small: Path, tmp_path: Path) -> None:
    (small / "pages" / "about.md").write_text("---\ntitle: [\n---\n# 关于\n", "utf-8")
    with pytest.raises(engine.EngineError) as told:
        engine.render(small, tmp_path / "out", DAY, "zensical")
    assert "about.md" in str(told.value)
    assert "Traceback" not in str(told.value)


def test_a_process_that_dies_is_no_fault_of_the_pages(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = subprocess.CompletedProcess(["x"], -9, stdout="", stderr="gone\n")
    monkeypatch.setattr(child, "run", lambda *arguments: gone)
    with pytest.raises(RuntimeError, match="gone"):
        engine.render(small, tmp_path / "out", DAY, "properdocs")
    with pytest.raises(engine.EngineError, match="gone"):
        engine.render(small, tmp_path / "out", DAY, "zensical")


def _not_installed(monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    known = metadata.version

    def version(package: str) -> str:
        if package == missing:
            raise metadata.PackageNotFoundError(package)
        return known(package)

    monkeypatch.setattr(metadata, "version", version)


@pytest.mark.parametrize("name", ["properdocs", "zensical"])
def test_one_that_is_not_installed_is_told_with_what_to_do(
    small: Path, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (small / "data" / "projects").mkdir(parents=True)
    (small / "site").mkdir()
    (small / "site" / "index.html").write_text("old", "utf-8")
    _not_installed(monkeypatch, name)
    assert main(["build", "--root", str(small), "--engine", name]) == 2
    told = capsys.readouterr().err
    assert f"没有装 {name}" in told
    assert f"pip install 'gongshi[{name}]'" in told
    assert "Traceback" not in told
    assert (small / "site" / "index.html").read_text("utf-8") == "old"


def test_a_wrong_name_is_told_with_the_right_ones(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(ToldError, match="没有叫“hugo”的网页引擎。可以用的有：mkdocs、properdocs、zensical"):
        engine.render(small, tmp_path / "out", DAY, "hugo")
    assert main(["build", "--root", str(small), "--engine", "hugo"]) == 2
    told = capsys.readouterr().err
    assert "--engine 不能写 hugo" in told
    assert all(each in told for each in engine.NAMES)


def test_the_version_names_all_that_decides_on_the_pages(name: str) -> None:
    told = engine.version(name)
    assert told.startswith(f"{name} {metadata.version(name)}")
    assert re.search(r", markdown \d", told)
    assert ("mkdocs-material" in told) == (name != "zensical")


def test_no_engine_is_loaded_before_it_is_used() -> None:
    code = (
        "import sys, json\n"
        "from generator.build import engine\n"
        "[engine.version(name) for name in engine.NAMES]\n"
        "print(json.dumps([name for name in engine.NAMES if name in sys.modules]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, env={**os.environ}, text=True
    )
    assert json.loads(done.stdout) == []


def test_what_must_not_be_published_is_not(small: Path, name: str, tmp_path: Path) -> None:
    _add(small / "mkdocs.yml", "exclude_docs: |\n  secret.md\n  *.docx\ndraft_docs: |\n  drafts/\n")
    for each in ("secret.md", "名单.docx", "drafts/new.md", ".hidden.md", ".git/config", "templates/t.md"):
        (small / "pages" / each).parent.mkdir(exist_ok=True)
        (small / "pages" / each).write_text("秘密\n", "utf-8")
    (small / "pages" / "附件.pdf").write_bytes(b"open")
    engine.render(small, tmp_path / "out", DAY, name)
    written = [path for path in (tmp_path / "out").rglob("*") if path.is_file()]
    assert (tmp_path / "out" / "附件.pdf") in written
    assert [path for path in written if "秘密".encode() in path.read_bytes()] == []
    assert not {path.name for path in written} & {"secret.html", "名单.docx", "new.html", "config"}
