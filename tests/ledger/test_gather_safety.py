"""A gathering is whole or not at all: refused, killed, out of space, or with someone else at work."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import gathering
from generator.ledger import gather as sources
from tests.county import copy_county, digest, records, without
from tests.ledger.run import run

FEW = 6
STEPS = {
    "written": "generator.ledger.gather._write_places",
    "checked": "generator.build.pipeline.Register.examine",
    "before the exchange": "generator.build.gathering._may_stay",
    "exchanged": "generator.build.gathering.exchange",
}
_KILLED = """
import os, signal, sys
from importlib import import_module
from generator.cli.app import main

where, name = sys.argv[1].rsplit(".", 1)
try:
    holder = import_module(where)
except ImportError:
    module, owner = where.rsplit(".", 1)
    holder = getattr(import_module(module), owner)
real = getattr(holder, name)

def then_killed(*arguments, **named):
    real(*arguments, **named)
    os.kill(os.getpid(), signal.SIGKILL)

setattr(holder, name, then_killed)
main(sys.argv[2:])
"""


def _uncased(root: Path) -> Path:
    """A register without its pages of cases, which tell of records that it will not have."""
    shutil.rmtree(root / "site_src" / "cases")
    config = root / "mkdocs.yml"
    lines = config.read_text("utf-8").splitlines(keepends=True)
    config.write_text(
        "".join(each for each in lines if "cases/" not in each and "案例:" not in each), "utf-8"
    )
    return root


@pytest.fixture
def county(tmp_path: Path) -> Path:
    """A county of a few records, none of them with a finding that refuses it."""
    root = _uncased(copy_county(tmp_path / "county"))
    for path in records(root)[FEW:]:
        path.unlink()
    return root


@pytest.fixture
def prefecture(tmp_path: Path) -> Path:
    """A prefecture that gathered one record at some earlier time."""
    root = _uncased(copy_county(tmp_path / "prefecture"))
    first, *others = records(root)
    for path in others:
        path.unlink()
    (root / "data" / "projects" / "990101").mkdir()
    first.rename(root / "data" / "projects" / "990101" / first.name)
    return root


def _gather(county: Path, prefecture: Path, *more: str) -> tuple[int, str]:
    done = run("gather", str(county), "--root", str(prefecture), "--no-build", *more)
    return done.code, done.out + done.err


def _left_behind(root: Path) -> list[Path]:
    return [each for each in root.iterdir() if each.name.startswith(".gongshi-") and any(each.glob("data"))]


def test_what_is_refused_replaces_nothing(county: Path, prefecture: Path) -> None:
    without(
        next(path for path in records(county) if "kind: operating" in path.read_text("utf-8")), "linkages"
    )
    before = digest(prefecture / "data")
    code, said = _gather(county, prefecture)
    assert code == 1
    assert "M001" in said
    assert "什么也没有换" in said
    assert digest(prefecture / "data") == before


def test_the_refused_are_left_out_and_named(county: Path, prefecture: Path) -> None:
    bad = next(path for path in records(county) if "kind: operating" in path.read_text("utf-8"))
    without(bad, "linkages")
    code, said = _gather(county, prefecture, "--on-reject", "exclude")
    assert code == 1
    assert f"不合格：示例县的 {bad.stem}" in said
    assert f"示例县：{FEW} 个项目，其中不合格 1 个。" in said
    assert {path.name for path in records(prefecture)} == {path.name for path in records(county)} - {bad.name}
    assert run("check", "--root", str(prefecture)).code == 0


def test_places_that_are_wrong_cannot_be_left_out(county: Path, prefecture: Path) -> None:
    places = county / "data" / "places.csv"
    places.write_text(places.read_text("utf-8") + "990101999201,,1,0,0\n", "utf-8")
    before = digest(prefecture / "data")
    assert _gather(county, prefecture, "--on-reject", "exclude")[0] == 1
    assert digest(prefecture / "data") == before


@pytest.mark.parametrize("step", STEPS)
def test_killed(step: str, county: Path, prefecture: Path, tmp_path: Path) -> None:
    before = digest(prefecture / "data")
    arguments = ["gather", str(county), "--root", str(prefecture), "--no-build"]
    script = tmp_path / "killed.py"
    script.write_text(_KILLED, "utf-8")
    command = [sys.executable, str(script), STEPS[step], *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr.decode()
    assert _left_behind(prefecture)
    if step == "exchanged":
        assert len(records(prefecture)) == FEW
    else:
        assert digest(prefecture / "data") == before
    assert run("check", "--root", str(prefecture)).code == 0
    code, said = _gather(county, prefecture)
    assert code == 0, said
    assert len(records(prefecture)) == FEW
    assert not _left_behind(prefecture)


def test_a_full_disk(county: Path, prefecture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = digest(prefecture / "data")
    monkeypatch.setattr(sources, "_write_places", full)
    code, said = _gather(county, prefecture)
    assert code == 2
    assert "磁盘满了" in said
    assert digest(prefecture / "data") == before
    assert not _left_behind(prefecture)


def test_someone_else_at_work(county: Path, prefecture: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    governing = prefecture / "data" / "governing.yaml"
    real = gathering._may_stay

    def meanwhile(*arguments: object) -> bool:
        governing.write_text(governing.read_text("utf-8") + "# 改过\n", "utf-8")
        return real(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(gathering, "_may_stay", meanwhile)
    code, said = _gather(county, prefecture)
    assert code == 2
    assert "再汇总一次" in said
    assert governing.read_text("utf-8").endswith("# 改过\n")
    assert len(records(prefecture)) == 1


def test_where_folders_cannot_be_exchanged(
    county: Path, prefecture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = digest(prefecture / "data" / "vocabularies")
    monkeypatch.setattr(gathering, "exchange", lambda one, other: False)
    assert _gather(county, prefecture)[0] == 0
    assert len(records(prefecture)) == FEW
    assert digest(prefecture / "data" / "vocabularies") == own
    assert run("check", "--root", str(prefecture)).code == 0


def test_a_number_that_is_a_path_is_refused(county: Path, prefecture: Path, tmp_path: Path) -> None:
    assert run("build", "--root", str(county)).code == 0
    data = county / "site" / "data"
    lines = (data / "records.jsonl").read_text("utf-8").splitlines()
    row = json.loads(lines[0])
    row["id"] = "../../../../escaped"
    (data / "records.jsonl").write_text("\n".join([json.dumps(row), lines[1], lines[1]]) + "\n", "utf-8")
    code, said = _gather(county / "site", prefecture, "--on-reject", "exclude")
    assert code == 1
    assert not list(tmp_path.rglob("escaped*"))
    assert "示例县：3 个项目，其中不合格" in said
