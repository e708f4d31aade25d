"""A register in a folder, and builds of it in real processes, to which something happens."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.county import digest

PROJECT = Path(__file__).parents[2]
PATIENCE = 240
"""Seconds after which a build is taken to hang; one takes two or three on an idle machine."""

Site = dict[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to which process, before its ``nth`` file operation of a kind (``inject/``)."""

    do: str
    on: str
    nth: int = 1
    who: str = "main"

    @property
    def told(self) -> str:
        return json.dumps({"do": self.do, "on": self.on, "nth": self.nth, "who": self.who})


@dataclass(frozen=True, slots=True)
class Done:
    """How a command ended."""

    code: int
    said: str


class Register:
    """A register in a folder of its own, with a temporary folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "county"
        self.temporary = folder / "tmp"
        self.temporary.mkdir(parents=True, exist_ok=True)

    @property
    def site(self) -> Site:
        """The bytes of the published site."""
        return digest(self.root / "site")

    @property
    def records(self) -> list[Path]:
        return sorted((self.root / "data" / "projects").rglob("*.yaml"))

    @property
    def cache(self) -> Path:
        return self.root / ".gongshi-cache"

    def edit(self, number: int = 0, text: str = "# 核对过\n") -> None:
        """Change the scope of one record, which stands on its page and in the tables."""
        record = self.records[number]
        record.write_text(record.read_text("utf-8").replace("scope: ", "scope: 新增，", 1) + text, "utf-8")

    def copy(self, folder: Path) -> "Register":
        """The same register with its site and cache; what lies in the site is linked."""
        other = Register(folder)
        shutil.copytree(self.root, other.root, ignore=_without_site, symlinks=True)
        if (self.root / "site").exists():
            shutil.copytree(self.root / "site", other.root / "site", copy_function=_linked)
        return other

    def start(
        self,
        *arguments: str,
        fault: Fault | None = None,
        command: str = "build",
        more: Mapping[str, str] | None = None,
    ) -> "subprocess.Popen[str]":
        env = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent / "inject"), str(PROJECT)]),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONDONTWRITEBYTECODE": "1",
            "TMPDIR": str(self.temporary),
            **({"FAULT": fault.told} if fault else {}),
            **(more or {}),
        }
        # Into a file: what a killed build leaves behind must not hold up who reads a pipe to its end.
        said = (self.temporary.parent / f"said-{time.monotonic_ns()}").open("w+", encoding="utf-8")
        started = subprocess.Popen(
            [sys.executable, "-m", "generator", command, *arguments],
            cwd=self.root,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            env=env,
            text=True,
            start_new_session=True,
        )
        started.said = said  # type: ignore[attr-defined]
        return started

    def run(self, *arguments: str, fault: Fault | None = None, command: str = "build") -> Done:
        """Run a command to its end, whatever that is."""
        return ended(self.start(*arguments, fault=fault, command=command))

    def assert_builds(self) -> Site:
        """The next build succeeds, leaves nothing behind, and gives what a cold build gives."""
        done = self.run()
        assert done.code == 0, done.said
        self.assert_tidy()
        site = self.site
        assert site == self.cold()
        return site

    def cold(self) -> Site:
        """What a build without cache, without a site before it, and in one process gives."""
        with tempfile.TemporaryDirectory(dir=self.temporary.parent) as folder:
            other = Register(Path(folder))
            shutil.copytree(
                self.root, other.root, ignore=shutil.ignore_patterns("site", ".gongshi*"), symlinks=True
            )
            done = other.run("--jobs", "1")
            assert done.code == 0, done.said
            return other.site

    def assert_tidy(self) -> None:
        """Nothing is left of any build: no staging folder, no note, no half a file of the cache."""
        assert sorted(each.name for each in self.root.iterdir()) == [
            ".gongshi-cache",
            "data",
            "mkdocs.yml",
            "site",
            "site_src",
        ]
        assert not list(self.temporary.glob(".gongshi*"))
        assert not list(self.cache.rglob("*.new"))


def _without_site(folder: str, names: list[str]) -> list[str]:
    """The site, but not the file of the cache that is called like it."""
    return [] if Path(folder).name.startswith(".") else [name for name in names if name == "site"]


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        # Between two disks there are no links.
        shutil.copy2(source, target)


def ended(process: "subprocess.Popen[str]") -> Done:
    """How a process ended; nothing that it started may outlive it."""
    try:
        code = process.wait(PATIENCE)
    finally:
        if process.poll() is None:
            os.killpg(process.pid, 9)
    assert_gone(process.pid)
    file = process.said  # type: ignore[attr-defined]
    file.seek(0)
    said = file.read()
    file.close()
    assert "Traceback" not in said, said
    return Done(code, said)


def assert_gone(group: int) -> None:
    """All processes of a build end by themselves."""
    until = time.monotonic() + PATIENCE
    while left := [each for each in psutil.process_iter() if _belongs(each, group)]:
        assert time.monotonic() < until, left
        time.sleep(0.02)


def _belongs(process: psutil.Process, group: int) -> bool:
    try:
        return os.getpgid(process.pid) == group and process.status() != psutil.STATUS_ZOMBIE
    except (psutil.Error, ProcessLookupError):
        return False


def until_there(path: Path, process: "subprocess.Popen[str]") -> None:
    """Wait until a process has made a file."""
    end = time.monotonic() + PATIENCE
    while not path.exists():
        assert process.poll() is None, f"ended without {path.name}"
        assert time.monotonic() < end
        time.sleep(0.01)
