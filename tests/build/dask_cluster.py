"""A real Dask cluster for tests: a scheduler and workers, each a process of its own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import generator

_PATIENCE = 60
_PROGRAM = str(Path(generator.__file__).parents[1])
"""Theirs is the program that is tested, whatever is installed beside it."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a worker is started."""

    threads: int
    environment: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Started:
    """A process of the cluster; ``log`` is what it writes."""

    setup: Setup | None
    process: "subprocess.Popen[bytes]"
    log: Path

    def registered(self) -> bool:
        """Whether a worker is known to its scheduler."""
        return "Registered to" in self.log.read_text("utf-8")

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


class DaskCluster:
    """A scheduler on a port of its own, and the workers that a test wants."""

    def __init__(self, folder: Path) -> None:
        self.workers: list[Started] = []
        self._folder = folder
        told = folder / "scheduler.json"
        self._scheduler = self._start(None, "scheduler", "--port", "0", "--scheduler-file", str(told))
        self._await(self._scheduler, lambda: told.exists() and told.read_text() != "")
        self.address: str = json.loads(told.read_text("utf-8"))["address"]

    def keep(self, *setups: Setup) -> None:
        """Have just these workers: of those there are, the ones that live and are wanted stay."""
        kept = [each for each in self.workers if each.setup in setups and each.process.poll() is None]
        for worker in self.workers:
            if worker not in kept:
                worker.end()
        known = [each.setup for each in kept]
        new = [self._work(setup) for setup in setups if setup not in known]
        for worker in new:
            self._await(worker, worker.registered)
        self.workers = kept + new

    def end(self) -> None:
        """End the scheduler."""
        self._scheduler.end()

    def close(self) -> None:
        """End all that was started."""
        for each in (*self.workers, self._scheduler):
            each.end()

    def _work(self, setup: Setup) -> Started:
        """Without a nanny, which would start it again when it is killed."""
        local = str(self._folder / "local")
        arguments = ("--no-nanny", "--nthreads", str(setup.threads), "--local-directory", local)
        return self._start(setup, "worker", self.address, *arguments)

    def _start(self, setup: Setup | None, *arguments: str) -> Started:
        path = self._folder / f"{len(list(self._folder.glob('*.log')))}.log"
        with path.open("wb") as log:
            process = subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1", "--no-dashboard"],
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self._folder,
                env={**os.environ, "PYTHONPATH": _PROGRAM, **(setup.environment if setup else {})},
            )
        return Started(setup, process, path)

    def _await(self, started: Started, ready: Callable[[], bool]) -> None:
        until = time.monotonic() + _PATIENCE
        while not ready():
            alive = started.process.poll() is None and time.monotonic() < until
            assert alive, started.log.read_text("utf-8")
            time.sleep(0.02)
