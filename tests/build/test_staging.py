import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.build import staging as module
from generator.build.staging import publish, staging


def _write(folder: Path, text: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "index.html").write_text(text)


def test_publishes_into_an_empty_place(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    with staging(site) as folder:
        _write(folder, "new")
        publish(folder, site)
    assert (site / "index.html").read_text() == "new"
    assert [each.name for each in site.parent.iterdir()] == ["site"]


@pytest.mark.parametrize("one_step", [True, False])
def test_replaces_the_old_site_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, one_step: bool) -> None:
    if not one_step:
        monkeypatch.setattr(module, "exchange", lambda one, other: False)
    site = tmp_path / "site"
    _write(site, "old")
    (site / "gone.html").write_text("only in the old site")
    with staging(site) as folder:
        _write(folder, "new")
        publish(folder, site)
    assert [each.name for each in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text() == "new"
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_failure_leaves_the_old_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    _write(site, "old")
    with pytest.raises(RuntimeError), staging(site) as folder:
        _write(folder, "half")
        raise RuntimeError
    assert (site / "index.html").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_clears_what_a_killed_build_left(tmp_path: Path) -> None:
    dead = tmp_path / f".gongshi-{_ended()}-abc"
    alive = tmp_path / f".gongshi-{os.getppid()}-abc"
    _write(dead, "half")
    _write(alive, "under way")
    with staging(tmp_path / "site"):
        assert not dead.exists()
        assert alive.exists()


def test_clears_what_a_killed_build_of_the_same_number_left(tmp_path: Path) -> None:
    """In a container every build is process number one."""
    dead = tmp_path / f".gongshi-{os.getpid()}-abc"
    _write(dead, "half")
    with staging(tmp_path / "site") as outer:
        assert not dead.exists()
        with staging(tmp_path / "other"):
            assert outer.exists()


@pytest.mark.parametrize("there", [True, False])
def test_a_site_that_was_moved_aside_comes_back(tmp_path: Path, there: bool) -> None:
    """Without an exchange in one step a build may be killed between its two renames."""
    site = tmp_path / "site"
    _write(tmp_path / f".gongshi-{_ended()}-old-site", "old")
    _write(tmp_path / f".gongshi-{_ended()}-old-other", "of another site")
    if there:
        _write(site, "new")
    with pytest.raises(RuntimeError), staging(site):
        raise RuntimeError
    assert (site / "index.html").read_text() == ("new" if there else "old")
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_site_that_cannot_be_replaced_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "exchange", lambda one, other: False)
    site = tmp_path / "site"
    _write(site, "old")
    with pytest.raises(FileNotFoundError), staging(site) as folder:
        gone = folder / "gone"
        gone.mkdir()
        monkeypatch.setattr(Path, "chmod", lambda path, mode: path.rmdir())
        publish(gone, site)
    assert (site / "index.html").read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["site"]


def test_a_file_in_the_place_of_the_site_is_told(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.write_text("a note")
    with pytest.raises(NotADirectoryError) as told, staging(site):
        raise AssertionError
    assert told.value.filename == str(site)
    assert site.read_text() == "a note"


def _ended() -> int:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


def test_the_site_is_readable_by_a_web_server(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with staging(site) as folder:
        publish(folder, site)
    assert site.stat().st_mode & 0o777 == 0o755
