"""``gongshi serve`` as people start it, over a copy of a county."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

_PATIENCE = 60
"""Seconds: other tests may have all the processors."""


def free_port() -> int:
    """A port that nobody uses."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Served:
    """A running preview."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}/"
        self._log = root.parent / f"{root.name}.log"
        self.start()

    def start(self) -> None:
        """Start it, once more at the same address."""
        with self._log.open("ab") as output:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{self.port}"],
                cwd=self.root,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
            )

    @property
    def said(self) -> str:
        """What stands in the terminal."""
        return self._log.read_text("utf-8")

    def page(self, address: str) -> str:
        """A page as served now; empty where there is none."""
        try:
            with urllib.request.urlopen(self.url + address, timeout=10) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something has become true."""
        end = time.monotonic() + _PATIENCE
        while not true():
            assert self.process.poll() is None, self.said
            assert time.monotonic() < end, self.said
            time.sleep(0.05)

    def until_said(self, text: str, times: int = 1) -> None:
        """Wait until something stands in the terminal so many times."""
        self.until(lambda: self.said.count(text) >= times)

    def stop(self, number: int = signal.SIGINT) -> int:
        """End the server; the answer is its exit code."""
        self.process.send_signal(number)
        return self.process.wait(_PATIENCE)
