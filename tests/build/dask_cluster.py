"""A real Dask cluster for tests: a scheduler and workers, each a process of its own."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

_PATIENCE = 60


class DaskCluster:
    """A scheduler on a port of its own; workers come when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.workers: list[subprocess.Popen[bytes]] = []
        told = folder / "scheduler.json"
        self._scheduler = self._start("scheduler", "--port", "0", "--scheduler-file", str(told))
        until = time.monotonic() + _PATIENCE
        while not (told.exists() and told.read_text()):
            assert time.monotonic() < until, self.log()
            time.sleep(0.02)
        self.address: str = json.loads(told.read_text("utf-8"))["address"]

    def work(self, *arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
        """Start one worker; it has no nanny that would start it again when it is killed."""
        local = str(self.folder / "local")
        arguments = ("--no-nanny", "--local-directory", local, *arguments)
        self.workers.append(self._start("worker", self.address, *arguments, **environment))
        return self.workers[-1]

    def log(self) -> str:
        """What all of them wrote, for whoever looks why a test failed."""
        return "\n".join(path.read_text("utf-8") for path in sorted(self.folder.glob("*.log")))

    def close(self) -> None:
        """End all that was started."""
        for process in (*self.workers, self._scheduler):
            process.kill()
            process.wait()

    def _start(self, *arguments: str, **environment: str) -> "subprocess.Popen[bytes]":
        number = len(list(self.folder.glob("*.log")))
        with (self.folder / f"{number}.log").open("wb") as log:
            return subprocess.Popen(
                [sys.executable, "-m", "dask", *arguments, "--host", "127.0.0.1", "--no-dashboard"],
                stdout=log,
                stderr=subprocess.STDOUT,
                cwd=self.folder,
                env={**os.environ, **environment},
            )
