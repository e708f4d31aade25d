"""A full disk: the message is clear, the site stays, nothing is left, and with space all is well again."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.register import Done, Fault, Register, Site

_STAGES = {
    **moments.IN_STAGING,
    "start": moments.STARTING,
    "parts": moments.PARTS,
    "kept": moments.KEPT_RECORDS,
}


def _assert_told(done: Done) -> None:
    assert done.code == 2, done.said
    assert "磁盘满了" in done.said
    assert "网站没有更新" in done.said


def test_at_every_stage(small: Register, edited: Site) -> None:
    before = small.site
    for stage, moment in _STAGES.items():
        if stage == "engine":
            (small.cache / "engine.key").unlink()
        _assert_told(small.run(fault=Fault("full", moment)))
        assert small.site == before, stage
        small.assert_tidy()
    assert small.run().code == 0
    assert small.site == edited


@pytest.mark.parametrize("moment", [moments.KEPT_SITE])
def test_when_the_site_is_published_already(small: Register, edited: Site, moment: str) -> None:
    """What was to be remembered is lost; that costs time and nothing else."""
    assert small.run(fault=Fault("full", moment)).code == 0
    assert small.site == edited
    small.assert_tidy()
    assert small.run().code == 0
    assert small.site == edited


@pytest.mark.parametrize("moment", [moments.PARTS, moments.LIST])
def test_in_a_process_that_works_for_us(large: Register, moment: str) -> None:
    _assert_told(large.run("--jobs", "2", fault=Fault("full", moment, 1, "worker")))
    assert list(large.site) == ["index.html"]
    large.assert_tidy()


def test_that_is_small(small_published: Register, edited: Site, tmp_path: Path) -> None:
    """A disk of a few megabytes, where we may have one; elsewhere writes are refused from some moment on."""
    with _disk(tmp_path / "disk", 64 << 20) as real:
        register = small_published.copy(tmp_path / ("disk" if real else "folder"))
        register.edit()
        before = register.site
        filler = register.root.parent / "filler"
        fault = None if real else Fault("full", moments.LIST)
        (register.cache / "site").unlink()
        if real:
            _fill(filler, leave=2 << 20)
        _assert_told(register.run(fault=fault))
        assert register.site == before
        filler.unlink(missing_ok=True)
        assert register.run().code == 0
        assert register.site == edited


@contextmanager
def _disk(folder: Path, size: int) -> Iterator[bool]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    try:
        real = os.geteuid() == 0 and subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        real = False
    try:
        yield real
    finally:
        if real:
            subprocess.run(["umount", "-l", str(folder)], check=True)


def _fill(file: Path, leave: int) -> None:
    free = os.statvfs(file.parent)
    with file.open("wb") as stream:
        stream.write(bytes(max(0, free.f_bavail * free.f_frsize - leave)))
