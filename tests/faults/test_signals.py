"""Ctrl-C and the system's request to stop: a message, nothing left behind, nobody left over."""

import os
import signal
from pathlib import Path

import pytest

from tests.faults import moments
from tests.faults.register import Fault, Register, Site, ended, until_there

_STAGES = {**moments.IN_STAGING, "start": moments.STARTING, "parts": moments.PARTS}


@pytest.mark.parametrize(
    ("do", "number", "stages"),
    [("int", signal.SIGINT, tuple(_STAGES)), ("term", signal.SIGTERM, ("engine", "list"))],
)
def test_at_every_stage(small: Register, edited: Site, do: str, number: int, stages: tuple[str, ...]) -> None:
    before = small.site
    for stage in stages:
        moment = _STAGES[stage]
        if stage == "engine":
            (small.cache / "engine.key").unlink()
        done = small.run(fault=Fault(do, moment))
        assert done.code == 128 + number, done.said
        assert "已经停下" in done.said
        assert small.site == before, stage
        small.assert_tidy()
    done = small.run(fault=Fault(do, moments.KEPT_SITE))
    assert done.code == 128 + number
    assert small.site == edited
    small.assert_tidy()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_all_processes_at_once(large: Register, tmp_path: Path, number: signal.Signals) -> None:
    """A terminal interrupts everyone in it; a system that goes down asks everyone to stop."""
    there = tmp_path / "there"
    build = large.start("--jobs", "2", fault=Fault(f"wait {there}", moments.RECORD, 7, "worker"))
    until_there(there, build)
    os.killpg(build.pid, number)
    done = ended(build)
    assert done.code == 128 + number, done.said
    assert list(large.site) == ["index.html"]
    large.assert_tidy()


@pytest.mark.parametrize(
    ("do", "code"),
    [("int, int", 130), ("int, term", 130), ("term, int", 143), ("memory, int", 130), ("memory, term", 143)],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_while_it_is_cleared_up(large: Register, do: str, code: int, jobs: str) -> None:
    """A second Ctrl-C, or a first one after an error, leaves nothing half cleared away."""
    done = large.run("--jobs", jobs, fault=Fault(do, moments.LIST))
    assert done.code == code, done.said
    assert "已经停下" in done.said
    assert "ignored" not in done.said
    assert list(large.site) == ["index.html"]
    large.assert_tidy()


@pytest.mark.parametrize(("do", "number"), [("int", signal.SIGINT), ("term", signal.SIGTERM)])
def test_while_the_command_is_being_loaded(small: Register, do: str, number: int) -> None:
    done = small.run(fault=Fault(do, r"^open r .*/click/"))
    assert done.code == 128 + number, done.said
    assert "已经停下" in done.said


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_while_sheets_are_set(small: Register, tmp_path: Path, number: signal.Signals) -> None:
    there = tmp_path / "there"
    setting = small.start(
        "--out", "out", "--jobs", "2", command="print", fault=Fault(f"wait {there}", r"\.part$")
    )
    until_there(there, setting)
    os.killpg(setting.pid, number)
    done = ended(setting)
    assert done.code == 128 + number, done.said
    assert not list(small.temporary.iterdir())
    assert not list((small.root / "out").rglob("*.part"))


def test_what_is_ignored_from_the_beginning_is_ignored_by_all(large: Register, tmp_path: Path) -> None:
    """As ``nohup`` has it: the window is closed, and the build goes on."""
    there = tmp_path / "there"
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        # Here nobody else comes to wait at the same file.
        build = large.start("--jobs", "2", fault=Fault(f"wait {there}", moments.SEARCH))
    finally:
        signal.signal(signal.SIGHUP, before)
    until_there(there, build)
    os.killpg(build.pid, signal.SIGHUP)
    there.unlink()
    done = ended(build)
    assert done.code == 0, done.said
