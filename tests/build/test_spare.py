"""The second tree of a site: brought up to date by the next build, and by nobody else."""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.build import spare
from generator.build.options import OnReject, Options
from generator.build.pipeline import build
from generator.demo.county import write
from generator.demo.starter import starter
from generator.outputs.outputs import Outputs
from generator.outputs.tree import tree
from generator.settings import load
from tests.county import digest, records, without


def _site(folder: Path, **texts: str) -> Outputs:
    outputs = Outputs(folder)
    for unit, text in texts.items():
        outputs.expect(unit, text)
        outputs.write(f"{unit}/page.html", text.encode())
        outputs.made(unit, [f"{unit}/page.html"])
    return outputs


@pytest.fixture
def site(tmp_path: Path) -> Outputs:
    """A site of three units, with a second tree."""
    made = _site(tmp_path / "site", a="alpha", b="beta", c="gamma")
    shutil.copytree(made.folder, tmp_path / "spare", copy_function=os.link)
    return made


def _folder(tmp_path: Path) -> Path:
    """A staging folder in which the engine has left a page."""
    folder = tmp_path / "staging"
    (folder / "a").mkdir(parents=True)
    (folder / "a" / "engine.html").write_text("engine")
    return folder


def test_a_tree_is_put_under_what_lies_there(site: Outputs, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    there = spare.adopt(tmp_path / "spare", folder, site.units, tree(tmp_path / "spare"))
    assert set(there) == {"a/page.html", "b/page.html", "c/page.html"}
    assert digest(folder).keys() == {*there, "a/engine.html"}
    assert (folder / "a/page.html").samefile(site.folder / "a/page.html")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "staging"]


def test_what_the_engine_left_comes_first(site: Outputs, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / "a" / "page.html").write_text("engine")
    there = spare.adopt(tmp_path / "spare", folder, site.units, tree(tmp_path / "spare"))
    assert "a/page.html" not in there
    assert (folder / "a/page.html").read_text() == "engine"
    assert (site.folder / "a/page.html").read_text() == "alpha"


def test_what_is_no_unit_or_not_as_it_was_goes(site: Outputs, tmp_path: Path) -> None:
    kept = tmp_path / "spare"
    (kept / "extra").mkdir()
    (kept / "extra" / "x.css").write_text("of no unit")
    (kept / "b" / "page.html").unlink()
    (kept / "b" / "page.html").write_text("beta")
    os.utime(kept / "b" / "page.html", ns=(0, 0))
    folder = _folder(tmp_path)
    assert set(spare.adopt(kept, folder, site.units, tree(kept))) == {"a/page.html", "c/page.html"}
    assert sorted(path.name for path in folder.iterdir()) == ["a", "c"]
    assert (site.folder / "b/page.html").read_text() == "beta"


def test_a_tree_that_nobody_adopts_goes_back(site: Outputs, tmp_path: Path) -> None:
    before = digest(tmp_path / "spare")
    with spare.moved(tmp_path / "spare", tmp_path) as beside:
        assert beside
        assert not (tmp_path / "spare").exists()
        assert digest(beside) == before
    assert digest(tmp_path / "spare") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "spare"]


def test_a_tree_that_was_adopted_does_not_go_back(site: Outputs, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    with spare.moved(tmp_path / "spare", tmp_path) as beside:
        assert beside
        spare.adopt(beside, folder, site.units, tree(beside))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "staging"]


def test_where_there_is_no_tree_nothing_lies_there(site: Outputs, tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    with spare.moved(tmp_path / "nowhere", tmp_path) as beside:
        assert beside is None
    assert digest(folder).keys() == {"a/engine.html"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "spare", "staging"]


def test_only_what_is_up_to_date_is_kept(site: Outputs, tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert spare.keep(tmp_path / "spare", kept, ["b/page.html", "gone.html"])
    assert digest(kept).keys() == {"a/page.html", "c/page.html"}
    assert not (kept / "b").exists()
    assert not spare.keep(tmp_path / "nowhere", tmp_path / "again", [])


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A small county that was built twice, so that the second tree is the site before the last."""
    root = tmp_path / "county"
    write(root, 20, 1, starter())
    for _ in range(2):
        assert build(root, load(root), Options()).published
        _edit(root)
    return root


def _edit(root: Path) -> None:
    record = records(root)[3]
    record.write_text(record.read_text("utf-8").replace("scope: ", "scope: 新增，", 1), "utf-8")


def _tree(root: Path) -> Path:
    return root / ".gongshi-cache" / "site.spare"


def test_the_two_trees_alternate(county: Path) -> None:
    before = {path.stat().st_ino for path in (_tree(county), county / "site")}
    build(county, load(county), Options())
    assert {path.stat().st_ino for path in (_tree(county), county / "site")} == before


def test_a_page_of_the_site_that_is_touched_is_made_anew(county: Path) -> None:
    page = next((county / "site" / "projects").rglob("*.html"))
    page.write_text("touched", "utf-8")
    assert build(county, load(county), Options()).published
    assert "touched" not in page.read_text("utf-8")


def test_a_list_that_is_gone_leaves_nothing(county: Path) -> None:
    record = records(county)[0]
    [page] = (county / "site" / "projects").rglob(f"{record.stem}.html")
    record.unlink()
    assert build(county, load(county), Options()).published
    assert not page.exists()
    assert not [path for path in (county / "site").rglob("*") if path.is_dir() and not any(path.iterdir())]


def test_a_build_that_took_nothing_over_leaves_no_tree(tmp_path: Path) -> None:
    write(tmp_path, 20, 1, starter())
    assert build(tmp_path, load(tmp_path), Options()).published
    assert not _tree(tmp_path).exists()


def test_a_tree_of_which_nothing_can_be_taken_over_is_cleared(county: Path) -> None:
    there = {path.name for path in county.iterdir()}
    assert build(county, load(county), Options(as_of=date(2025, 12, 1))).published
    assert not _tree(county).exists()
    assert {path.name for path in county.iterdir()} == there


def test_a_refused_build_leaves_the_tree_for_the_next(county: Path) -> None:
    node, whole = _tree(county).stat().st_ino, records(county)[5].read_text("utf-8")
    without(records(county)[5], "linkages")
    assert not build(county, load(county), Options(on_reject=OnReject.STOP)).published
    assert _tree(county).stat().st_ino == node
    records(county)[5].write_text(whole, "utf-8")
    assert build(county, load(county), Options()).published
    assert (county / "site").stat().st_ino == node


def test_without_a_cache_there_is_no_tree(tmp_path: Path) -> None:
    write(tmp_path, 20, 1, starter())
    assert build(tmp_path, load(tmp_path), Options(cache=False)).published
    assert not _tree(tmp_path).exists()
