"""Who works does not matter: a real Dask cluster, or any executor, makes the same site byte for byte."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import generator
from generator.build import cluster as module
from generator.build import kin, staging
from generator.build.cluster import on_cluster
from generator.build.hands import WORTH_PROCESSES, HandLostError, hands
from generator.build.options import Options
from generator.build.pipeline import build
from generator.cli.app import main
from generator.settings import load
from tests.build.dask_cluster import DaskCluster, Setup
from tests.county import digest

CACHE = ".gongshi-cache"
FIRST = Setup(1, {"TZ": "Asia/Urumqi", "PYTHONHASHSEED": "5"})
SECOND = Setup(2, {"LC_ALL": "C", "PYTHONHASHSEED": "6"})


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """A county that is worth several processes, and the site that one process makes of it."""
    root = tmp_path_factory.mktemp("made") / "county"
    assert main(["demo", "--records", str(WORTH_PROCESSES + 1), str(root)]) == 0
    assert build(root, load(root), Options(workers=1, cache=False)).published
    site = digest(root / "site")
    shutil.rmtree(root / "site")
    return root, site


@pytest.fixture
def county(made: tuple[Path, dict[str, str]], tmp_path: Path) -> Path:
    return Path(shutil.copytree(made[0], tmp_path / "county"))


@pytest.fixture
def expected(made: tuple[Path, dict[str, str]]) -> dict[str, str]:
    return made[1]


@pytest.fixture(scope="module")
def scheduler(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    found = DaskCluster(tmp_path_factory.mktemp("dask"))
    try:
        yield found
    finally:
        found.close()


@pytest.fixture
def workers(scheduler: DaskCluster) -> DaskCluster:
    """Two workers, in another time zone, with other hashes, one of them with two threads."""
    scheduler.keep(FIRST, SECOND)
    return scheduler


def _told(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    """What the command says when it refuses: exit code 2, no traceback, no site."""
    assert main([str(each) for each in arguments]) == 2
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    return told.err


def _left_behind(root: Path) -> list[str]:
    return [path.name for folder in (root, root / CACHE) for path in folder.glob(".gongshi-*-*")]


def test_a_scheduler_without_workers(
    capsys: pytest.CaptureFixture[str], scheduler: DaskCluster, county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_CONNECT", 1)
    scheduler.keep()
    told = _told(capsys, "build", "--root", county, "--scheduler", scheduler.address)
    assert "一个工作进程也没有" in told
    assert f"dask worker {scheduler.address}" in told


def test_an_unknown_way_to_connect(
    capsys: pytest.CaptureFixture[str], scheduler: DaskCluster, county: Path
) -> None:
    address = scheduler.address.replace("tcp:", "foo:")
    assert "连不上集群的调度器" in _told(capsys, "build", "--root", county, "--scheduler", address)


@pytest.mark.parametrize(("change", "told"), [("other", "不是同一个版本"), ("none", "没有装 gongshi")])
def test_a_worker_with_another_program(
    capsys: pytest.CaptureFixture[str],
    scheduler: DaskCluster,
    county: Path,
    tmp_path: Path,
    change: str,
    told: str,
) -> None:
    package = Path(generator.__file__).parent
    other = Path(shutil.copytree(package, tmp_path / "other" / "generator"))
    if change == "other":
        (other / "checks" / "rules" / "m001.py").write_text("# another rule\n", "utf-8")
    else:
        (other / "build" / "kin.py").unlink()
    scheduler.keep(Setup(1, {"PYTHONPATH": str(other.parent)}))
    said = _told(capsys, "build", "--root", county, "--scheduler", scheduler.address)
    assert said.startswith("工作进程")
    assert told in said


def test_the_site_is_the_one_that_one_process_makes(
    capsys: pytest.CaptureFixture[str],
    workers: DaskCluster,
    county: Path,
    expected: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(county)
    assert main(["build", "--scheduler", workers.address]) == 0
    assert digest(county / "site") == expected
    assert not _left_behind(county)
    assert capsys.readouterr().err.startswith("网站做好了")


def test_a_worker_that_does_not_see_the_folders(
    capsys: pytest.CaptureFixture[str], workers: DaskCluster, county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextmanager
    def elsewhere(folders: Any) -> Iterator[tuple[str, dict[str, Path]]]:
        yield "token", {str(county / "not" / "over" / "there"): county}

    monkeypatch.setattr(module, "marked", elsewhere)
    told = _told(capsys, "build", "--root", county, "--scheduler", workers.address)
    assert f"看不到文件夹 {county}" in told
    assert "共享盘" in told


def test_a_killed_worker_is_replaced_and_the_next_build_starts_afresh(
    workers: DaskCluster, county: Path, tmp_path: Path, expected: dict[str, str]
) -> None:
    """The worker that is left has just built a county in another folder."""
    killed = workers.workers[0].process

    def kill(done: int, files: int) -> None:
        killed.kill()

    options = Options(progress=kill)
    with on_cluster(workers.address, county, Path("site"), options) as at:
        assert build(county, load(county), at).published
    assert killed.wait() != 0
    assert digest(county / "site") == expected
    assert not _left_behind(county)


def test_no_worker_left(scheduler: DaskCluster, county: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_PATIENCE", 1)
    monkeypatch.setattr(module, "_LAST", 1)
    (county / "site").mkdir()
    (county / "site" / "index.html").write_text("old", "utf-8")

    scheduler.keep(SECOND)

    def kill(done: int, files: int) -> None:
        scheduler.workers[0].process.kill()

    with (
        pytest.raises(HandLostError, match="中途没有人做了"),
        on_cluster(scheduler.address, county, Path("site"), Options(progress=kill)) as at,
    ):
        build(county, load(county), at)
    assert [path.name for path in (county / "site").iterdir()] == ["index.html"]
    assert not _left_behind(county)


def test_the_scheduler_is_gone(
    scheduler: DaskCluster, county: Path, expected: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last test with this scheduler: it is killed as soon as a record is done.

    Workers that were at it then may write once more; whoever builds next clears that away.
    """
    scheduler.keep(FIRST)
    options = Options(progress=lambda done, files: scheduler.end())
    with (
        pytest.raises(HandLostError, match="中途没有人做了"),
        on_cluster(scheduler.address, county, Path("site"), options) as at,
    ):
        build(county, load(county), at)
    assert not (county / "site").exists()
    scheduler.close()
    # As another process, which has claimed none of the folders.
    monkeypatch.setattr(staging, "_claimed", set())
    assert build(county, load(county), Options(workers=1)).published
    assert digest(county / "site") == expected
    assert not _left_behind(county)


class _Counted(Executor):
    """Any executor, and how much was asked of it."""

    def __init__(self, inner: Executor) -> None:
        self.inner = inner
        self.asked = 0

    def submit(self, work: Any, /, *arguments: Any, **named: Any) -> "Future[Any]":
        self.asked += 1
        return self.inner.submit(work, *arguments, **named)


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_any_executor_will_do(kind: str, county: Path, expected: dict[str, str]) -> None:
    inner = ThreadPoolExecutor(3) if kind == "threads" else ProcessPoolExecutor(2, get_context("spawn"))
    with inner:
        counted = _Counted(inner)
        assert build(county, load(county), Options(workers=2, executor=counted)).published
        assert inner.submit(os.getpid).result(), "the executor is not ours to shut down"
    assert counted.asked > 1
    assert digest(county / "site") == expected
    assert not _left_behind(county)


def test_nobody_listens(capsys: pytest.CaptureFixture[str], county: Path) -> None:
    told = _told(capsys, "build", "--root", county, "--scheduler", "tcp://127.0.0.1:1")
    assert "连不上集群的调度器 tcp://127.0.0.1:1" in told


def test_a_malformed_address_is_refused_though_nothing_is_to_be_done(
    capsys: pytest.CaptureFixture[str], county: Path
) -> None:
    assert main(["build", "--root", str(county)]) == 0
    for address in ("nonsense", ""):
        assert "主机和端口" in _told(capsys, "build", "--root", county, "--scheduler", address)
    # Whether anybody answers matters only where there is something to do.
    assert main(["build", "--root", str(county), "--scheduler", "tcp://127.0.0.1:1"]) == 0


@pytest.mark.parametrize("address", ["nonsense", "tcp://", "127.0.0.1:99999999", "tcp://a b:1"])
def test_no_address(capsys: pytest.CaptureFixture[str], county: Path, address: str) -> None:
    assert "调度器" in _told(capsys, "build", "--root", county, "--scheduler", address)


def test_without_the_extra(
    capsys: pytest.CaptureFixture[str], county: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    told = _told(capsys, "build", "--root", county, "--scheduler", "tcp://127.0.0.1:1")
    assert 'pip install "gongshi[cluster]"' in told


def test_own_processes_and_a_cluster_exclude_each_other(
    capsys: pytest.CaptureFixture[str], county: Path
) -> None:
    assert "--jobs" in _told(capsys, "build", "--root", county, "--scheduler", "tcp://a:1", "--jobs", 2)


def test_a_folder_is_ours_if_it_bears_our_token(tmp_path: Path) -> None:
    with kin.marked([tmp_path / "one", tmp_path / "other"]) as (token, marks):
        assert kin.difference(kin.look(token, marks), marks) == ""
        one, other = marks
        (Path(other) / "token").write_text("of a folder of the same name on another disk", "ascii")
        told = kin.difference(kin.look(token, marks), marks)
        assert str(tmp_path / "other") in told
        assert str(tmp_path / "one") not in told
        shutil.rmtree(one)
        assert str(tmp_path / "one") in kin.difference(kin.look(token, marks), marks)
        Path(one).mkdir()
    assert not list(tmp_path.glob("*/*"))


def test_other_versions_are_told() -> None:
    python, program, libraries, _ = kin.look("", [])
    assert kin.difference((python, program, (*libraries, "only_there-1.0.dist-info"), ())) == ""
    assert "Python 是 3.9.1" in kin.difference(("3.9.1", program, libraries, ()))
    changed = tuple("pydantic-1.0.dist-info" if each.startswith("pydantic-") else each for each in libraries)
    assert "pydantic" in kin.difference((python, program, changed, ()))
    assert "pydantic_core" not in kin.difference((python, program, changed, ()))


def test_what_a_killed_build_left_in_the_shared_folder_is_cleared(tmp_path: Path) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    (tmp_path / f".gongshi-{ended.pid}-abc").mkdir()
    with ThreadPoolExecutor(1) as pool, hands(1, pool, tmp_path) as many:
        assert Path(many.note("something")).parent.parent == tmp_path
        assert len(list(tmp_path.iterdir())) == 1
    assert not list(tmp_path.iterdir())
