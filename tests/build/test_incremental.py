"""A build that takes over what has not changed gives the same site as one that makes everything."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.again import again
from generator.build.inputs import Inputs
from generator.build.options import OnReject, Options
from generator.build.pipeline import build
from generator.demo.county import write
from generator.demo.starter import starter
from generator.settings import load
from tests.county import digest, records, without

_RECORDS = 45
_SPARE = 15
_STEPS = 4

Change = Callable[[random.Random, Path, Path], None]


def _edit(dice: random.Random, root: Path, spare: Path) -> None:
    record = dice.choice(records(root))
    text = record.read_text("utf-8")
    record.write_text(text.replace("scope: ", f"scope: 第{dice.randrange(9)}期，", 1), "utf-8")


def _rename_project(dice: random.Random, root: Path, spare: Path) -> None:
    record = dice.choice(records(root))
    lines = record.read_text("utf-8").splitlines(keepends=True)
    record.write_text(
        "".join(
            f"name: 改名项目{dice.randrange(99)}\n" if each.startswith("name:") else each for each in lines
        ),
        "utf-8",
    )


def _comment(dice: random.Random, root: Path, spare: Path) -> None:
    record = dice.choice(records(root))
    record.write_text(record.read_text("utf-8") + "# 核对过\n", "utf-8")


def _delete(dice: random.Random, root: Path, spare: Path) -> None:
    dice.choice(records(root)).unlink()


def _rename_file(dice: random.Random, root: Path, spare: Path) -> None:
    record = dice.choice(records(root))
    record.rename(record.with_name(f"renamed-{record.name}"))


def _add(dice: random.Random, root: Path, spare: Path) -> None:
    left = sorted(spare.iterdir())
    if left:
        record = dice.choice(left)
        record.rename(root / "data" / "projects" / record.name)


def _break(dice: random.Random, root: Path, spare: Path) -> None:
    without(dice.choice(records(root)), "linkages")


def _prose(dice: random.Random, root: Path, spare: Path) -> None:
    page = root / "site_src" / "about.md"
    page.write_text(page.read_text("utf-8") + f"\n\n第 {dice.randrange(99)} 段。\n", "utf-8")


def _place(dice: random.Random, root: Path, spare: Path) -> None:
    table = root / "data" / "places.csv"
    lines = table.read_text("utf-8").splitlines()
    lines[-1] = ",".join([*lines[-1].split(",")[:2], str(500 + dice.randrange(50)), "50", "5"])
    table.write_text("\n".join(lines) + "\n", "utf-8")


_CHANGES: tuple[Change, ...] = (
    _edit,
    _edit,
    _rename_project,
    _comment,
    _delete,
    _rename_file,
    _add,
    _add,
    _break,
    _prose,
    _place,
)


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A generated county, some of whose records are laid aside in ``spare``."""
    root = tmp_path / "county"
    write(root, _RECORDS, 1, starter())
    spare = tmp_path / "spare"
    spare.mkdir()
    for record in records(root)[-_SPARE:]:
        record.rename(spare / record.name)
    return root


def _cold(root: Path, target: Path) -> tuple[bool, dict[str, str]]:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for part in ("data", "site_src"):
        shutil.copytree(root / part, target / part)
    shutil.copy(root / "mkdocs.yml", target)
    built = build(target, load(target), Options(on_reject=OnReject.EXCLUDE, cache=False))
    return built.published, digest(target / "site")


@pytest.mark.parametrize("seed", range(2))
def test_equals_a_cold_build(county: Path, tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    spare, options = tmp_path / "spare", Options(on_reject=OnReject.EXCLUDE)
    assert build(county, load(county), options).published
    for _ in range(_STEPS):
        for change in dice.choices(_CHANGES, k=dice.randrange(4)):
            change(dice, county, spare)
        built = build(county, load(county), options)
        published, site = _cold(county, tmp_path / "cold")
        assert built.published is published
        assert digest(county / "site") == site


def _again(root: Path, options: Options) -> bool:
    inputs = Inputs.of(root, load(root), options)
    return again(root, root / load(root).site_dir, options, inputs) is not None


def test_of_what_has_not_changed_nothing_is_made(county: Path) -> None:
    options = Options()
    assert not _again(county, options)
    built = build(county, load(county), options)
    before = {path: path.stat().st_ino for path in (county / "site").rglob("*")}
    assert _again(county, options)
    assert {path: path.stat().st_ino for path in (county / "site").rglob("*")} == before
    inputs = Inputs.of(county, load(county), options)
    same = again(county, county / "site", options, inputs)
    assert same
    assert same.examined.findings == built.examined.findings
    assert same.examined.files == built.examined.files


def test_what_is_not_read_is_told_by_every_build(county: Path) -> None:
    options = Options()
    build(county, load(county), options)
    other = county / "data" / "projects" / "名单.csv"
    other.write_text("姓名\n", "utf-8")
    assert not _again(county, options)
    count = len(records(county))
    for built in (build(county, load(county), options), build(county, load(county), options)):
        assert [each.spot.file for each in built.examined.findings if each.code == "Y033"] == [
            "data/projects/名单.csv"
        ]
        assert built.examined.files == count
        assert built.published
    other.write_text("姓名，住址\n", "utf-8")
    same = again(county, county / "site", options, Inputs.of(county, load(county), options))
    assert same
    assert "Y033" in {each.code for each in same.examined.findings}
    other.unlink()
    assert not _again(county, options)


@pytest.mark.parametrize(
    "harm", ["record", "page", "engine page", "site file", "site extra", "site gone", "option"]
)
def test_whatever_changes_is_seen(county: Path, harm: str) -> None:
    options = Options()
    build(county, load(county), options)
    dice = random.Random(1)
    if harm == "record":
        _comment(dice, county, county)
    elif harm == "page":
        _prose(dice, county, county)
    elif harm == "engine page":
        config = county / "mkdocs.yml"
        config.write_text(config.read_text("utf-8").replace("toc.follow", "toc.integrate"), "utf-8")
    elif harm == "site file":
        page = county / "site" / "index.html"
        page.write_text(page.read_text("utf-8") + " ", "utf-8")
    elif harm == "site extra":
        (county / "site" / "extra.html").touch()
    elif harm == "site gone":
        shutil.rmtree(county / "site")
    else:
        options = Options(on_reject=OnReject.EXCLUDE)
    assert not _again(county, options)


def test_unchanged_pages_are_not_made_again(county: Path) -> None:
    build(county, load(county), Options())
    page = {path: path.stat().st_ino for path in (county / "site" / "projects").rglob("SL-*.html")}
    changed = records(county)[7]
    changed.write_text(changed.read_text("utf-8") + "# 核对过\n", "utf-8")
    build(county, load(county), Options())
    made = {path.stem for path, node in page.items() if path.stat().st_ino != node}
    assert made == {changed.stem}


def test_the_cache_can_be_lost_or_spoilt(county: Path) -> None:
    build(county, load(county), Options())
    site = digest(county / "site")
    cache = county / ".gongshi-cache"
    for path in sorted(cache.rglob("*")):
        if path.is_file():
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    assert build(county, load(county), Options()).published
    assert digest(county / "site") == site
    shutil.rmtree(cache)
    assert build(county, load(county), Options()).published
    assert digest(county / "site") == site


def test_the_cache_does_not_grow(county: Path) -> None:
    sizes = []
    # The first build leaves no second tree.
    build(county, load(county), Options())
    for step in range(6):
        record = records(county)[step]
        record.write_text(record.read_text("utf-8") + "# 核对过\n", "utf-8")
        build(county, load(county), Options())
        cache = county / ".gongshi-cache"
        sizes.append(sum(path.stat().st_size for path in cache.rglob("*") if path.is_file()))
    assert max(sizes) < 1.6 * sizes[0]
