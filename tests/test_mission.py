"""The mission, end to end: a record without its mechanism is refused, and the site stays as it was."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.county import copy_county, digest, records, without

_BIN = Path(sys.executable).parent
_COMMANDS = {
    "check": [sys.executable, "-m", "generator", "check"],
    "build": [sys.executable, "-m", "generator", "build"],
    "mkdocs": [sys.executable, "-m", "mkdocs", "build"],
    "mkdocs strict": [sys.executable, "-m", "mkdocs", "build", "--strict"],
}
_CLAUSES = ("《宁陵方案》七（二）", "《昌吉细则》第十六条")


def _run(name: str, root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(
        [*_COMMANDS[name], *more],
        cwd=root,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=env,
        check=False,
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_county(tmp_path_factory.mktemp("county"))
    done = _run("build", root)
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def county(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(built, tmp_path / "county"))


@pytest.mark.parametrize("name", list(_COMMANDS))
def test_a_record_without_its_mechanism_is_refused(county: Path, name: str) -> None:
    before = digest(county / "site")
    record = records(county)[57]
    without(record, "linkages")
    done = _run(name, county)
    told = done.stdout + done.stderr
    assert done.returncode == 1, told
    assert "M001" in told
    assert f"{record.relative_to(county).as_posix()}\n  错误 M001" in told
    assert "第 1 行第 1 列" in told
    assert all(clause in told for clause in _CLAUSES)
    assert "linkages" in told
    assert "Traceback" not in told
    assert digest(county / "site") == before
    assert {each.name for each in county.glob(".gongshi-*")} <= {".gongshi-cache"}


def test_exclude_publishes_the_others_and_lists_the_one(county: Path) -> None:
    before = digest(county / "site")
    record = records(county)[3]
    without(record, "linkages")
    done = _run("build", county, "--on-reject", "exclude")
    assert done.returncode == 1
    assert f"  data/projects/{record.name}" in done.stderr.splitlines()
    after = digest(county / "site")
    pages = {each for each in before if each.startswith("projects/S")}
    gone = pages - set(after)
    assert {Path(each).stem for each in gone} == {record.stem}
    assert len(pages) - len(gone) == len(records(county)) - 1


def test_both_ways_to_build_make_the_same_site(county: Path) -> None:
    by_gongshi = digest(county / "site")
    done = _run("mkdocs strict", county)
    assert done.returncode == 0, done.stdout + done.stderr
    assert digest(county / "site") == by_gongshi


@pytest.mark.parametrize(
    ("env", "jobs"),
    [
        ({"PYTHONHASHSEED": "1", "TZ": "Asia/Shanghai", "LC_ALL": "C"}, "1"),
        ({"PYTHONHASHSEED": "2", "TZ": "America/New_York", "LC_ALL": "C.UTF-8"}, "2"),
    ],
)
def test_the_same_input_gives_the_same_bytes(
    county: Path, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], jobs: str
) -> None:
    before = digest(county / "site")
    for key, value in env.items():
        monkeypatch.setenv(key, value)
    shutil.rmtree(county / ".gongshi-cache", ignore_errors=True)
    done = _run("build", county, "--jobs", jobs)
    assert done.returncode == 0, done.stdout + done.stderr
    assert digest(county / "site") == before
