"""Streams that are closed, full, or cannot show Chinese: what is done is done, and told truthfully."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli.app import main
from tests.county import copy_county, records

_ASCII = ({"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"})
# Long before all that is recorded, so that every record has a warning.
_EARLY = "--as-of 2001-01-01"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_county(tmp_path_factory.mktemp("streams"))
    for case in (root / "site_src" / "cases").glob("*.md"):
        if case.stem != "index":
            case.unlink()
    for each in records(root)[3:]:
        each.unlink()
    assert main(["build", "--root", str(root)]) == 0
    return root


@pytest.fixture
def county(built: Path, tmp_path: Path) -> Path:
    """A county of three records, and its site."""
    return Path(shutil.copytree(built, tmp_path / "county"))


def _run(line: str, root: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command line by a shell, which can close streams."""
    return subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m generator --root "{root}" {line}'],
        # As people run it: what is said is written when there is enough of it.
        env={**os.environ, "PYTHONUNBUFFERED": "", **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("environment", _ASCII)
def test_what_cannot_be_shown_is_spelt(county: Path, environment: dict[str, str]) -> None:
    done = _run(f"build {_EARLY}", county, **environment)
    assert (done.returncode, b"A007" in done.stdout) == (0, True)
    assert r"\u8b66\u544a A007" in done.stdout.decode("ascii")
    assert r"\u7f51\u7ad9" in done.stderr.decode("ascii")


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_data_stays_valid_where_it_cannot_be_shown(county: Path, form: str) -> None:
    with records(county)[0].open("a", encoding="utf-8") as file:
        file.write("é𠮷: é𠮷\n")
    line = f"check --format {form} {_EARLY}"
    there = json.loads(_run(line, county, PYTHONIOENCODING="ascii").stdout)
    assert there == json.loads(_run(line, county, PYTHONIOENCODING="utf-8").stdout)
    assert "𠮷" in json.dumps(there, ensure_ascii=False)


@pytest.mark.parametrize(
    "closed", [">&-", "2>&-", "2>&- >/dev/null", ">&- 2>&-", "<&- >&- 2>&-", ">&- 2>/dev/null"]
)
def test_where_nobody_listens_the_work_is_done(county: Path, closed: str) -> None:
    assert _run(f"--help {closed}", county).returncode == 0
    assert _run(f"check {closed}", county).returncode == 0
    shutil.rmtree(county / "site")
    done = _run(f"build {closed}", county)
    assert (done.returncode, b"Traceback" in done.stdout + done.stderr) == (0, False)
    assert (county / "site" / "index.html").is_file()
    records(county)[0].write_text("id: [\n", "utf-8")
    assert _run(f"check {closed}", county).returncode == 1


def test_a_site_that_is_there_is_told_of_where_the_findings_cannot_be(county: Path) -> None:
    done = _run("build >/dev/full", county)
    said = done.stderr.decode("utf-8")
    assert (done.returncode, "Exception" in said) == (2, False)
    assert f"网站做好了：{county / 'site'}\n可是没能写出检查的结果：磁盘满了" in said
    assert "没有更新" not in said
    records(county)[0].write_text("id: [\n", "utf-8")
    done = _run("build >/dev/full", county)
    assert done.returncode == 2
    assert "网站没有更新。\n可是没能写出检查的结果" in done.stderr.decode("utf-8")


def test_a_place_for_the_times_is_looked_at_before_the_build(county: Path) -> None:
    shutil.rmtree(county / "site")
    for place, told in ((county / "nowhere" / "x", "没有"), (county / "data", "是文件夹")):
        done = _run(f"build --timings '{place}'", county)
        assert (done.returncode, told in done.stderr.decode("utf-8")) == (2, True)
        assert not (county / "site").exists()
    done = _run("build --timings /dev/full", county)
    assert done.returncode == 2
    assert "可是没能写出“/dev/full”" in done.stderr.decode("utf-8")
    assert (county / "site" / "index.html").is_file()
    assert _run(f"build --timings '{county / 'times.json'}'", county).returncode == 0
    assert json.loads((county / "times.json").read_text("utf-8"))


@pytest.mark.parametrize("line", ["check", "explain", "--version"])
def test_who_reads_no_more_is_no_finding(county: Path, line: str) -> None:
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, "-m", "generator", "--root", str(county), line]
    try:
        done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    finally:
        os.close(write)
    assert (done.returncode, done.stderr) == (0, b"")
