"""``gongshi serve`` and ``mkdocs serve``: an edit shows at once, a broken record ends nothing."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.county import copy_county, records

_PATIENCE = 60


class Server:
    """A server over a copy of the county."""

    def __init__(self, root: Path, command: list[str], log: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.root, self.log = root, log
        with log.open("wb") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", *command, self.address],
                cwd=root,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONUNBUFFERED": "1"},
            )

    def page(self, address: str) -> str:
        """A page as served now; empty where there is none."""
        try:
            with urllib.request.urlopen(f"http://{self.address}/{address}", timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""

    def until(self, true: Callable[[], bool]) -> None:
        """Wait until something has become true."""
        end = time.monotonic() + _PATIENCE
        while not true():
            assert self._process.poll() is None, self.log.read_text("utf-8")
            assert time.monotonic() < end, self.log.read_text("utf-8")
            time.sleep(0.1)

    def stop(self) -> int:
        """End the server as Ctrl+C does; the answer is its exit code."""
        self._process.send_signal(signal.SIGINT)
        return self._process.wait(_PATIENCE)


@pytest.fixture(params=["gongshi", "mkdocs"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Server]:
    commands = {"gongshi": ["generator", "serve", "--address"], "mkdocs": ["mkdocs", "serve", "--dev-addr"]}
    started = Server(copy_county(tmp_path / "county"), commands[request.param], tmp_path / "log")
    yield started
    assert started.stop() in (0, 130), started.log.read_text("utf-8")


def test_an_edit_shows_and_a_broken_record_leaves_the_last_good_page(server: Server) -> None:
    record = records(server.root)[0]
    page = f"projects/{record.stem[:-3]}/{record.stem}.html"
    server.until(lambda: "资产归谁" in server.page(page))

    whole = record.read_text("utf-8")
    record.write_text(re.sub(r"(?m)^name: .*", "name: 改过名字的项目", whole, count=1), "utf-8")
    server.until(lambda: "改过名字的项目" in server.page(page))

    record.write_text(re.sub(r"(?m)^name: .*", "name: ", whole, count=1), "utf-8")
    server.until(lambda: "没有更新" in server.log.read_text("utf-8"))
    assert "改过名字的项目" in server.page(page)
    assert "Traceback" not in server.log.read_text("utf-8")

    record.write_text(whole, "utf-8")
    server.until(lambda: "改过名字的项目" not in server.page(page))
    assert not list(server.root.glob(".gongshi-[0-9]*"))
