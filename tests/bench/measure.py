"""Runs one command and measures it from outside: wall, CPU, and the memory of all its processes."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

import psutil

_EVERY = 0.05


@dataclass(frozen=True, slots=True)
class Measured:
    """Seconds of wall and CPU time, and the peak of the memory of all processes together in MB.

    Memory that processes share is counted once (proportional set size), where the system tells it.
    """

    wall: float
    cpu: float
    peak_mb: float


def run(command: list[str]) -> Measured:
    """Run a command to its end.

    Raises:
        RuntimeError: the command failed; its output is in the message.
    """
    settle()
    before = _children_cpu()
    started = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    peak = _Peak(process.pid)
    peak.start()
    output, _ = process.communicate()
    wall = time.perf_counter() - started
    peak.stop()
    if process.returncode:
        raise RuntimeError(f"{' '.join(command)} ended with {process.returncode}:\n{output}")
    return Measured(wall, _children_cpu() - before, peak.megabytes)


def settle() -> None:
    """Let what was written before reach the disk, so that nobody pays for another's files."""
    os.sync()


def forget(folder: Path) -> None:
    """Let go of what memory holds of the files in a folder, where the system can be asked to.

    They stay where they are. Without it every round of a bench finds less memory free than the one before,
    until in the last ones the system looks for some while others are measured.
    """
    settle()
    if not hasattr(os, "posix_fadvise"):
        return
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb") as file:
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)


def _children_cpu() -> float:
    times = psutil.Process().cpu_times()
    return float(times.children_user + times.children_system)


class _Peak(threading.Thread):
    """Watches a process and all its descendants."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self._root = psutil.Process(pid)
        self._done = threading.Event()
        self.megabytes = 0.0

    def run(self) -> None:
        while not self._done.wait(_EVERY):
            self.megabytes = max(self.megabytes, self._now() / 1e6)

    def stop(self) -> None:
        self._done.set()
        self.join()

    def _now(self) -> int:
        try:
            processes = [self._root, *self._root.children(recursive=True)]
        except psutil.Error:
            return 0
        return sum(_memory(process) for process in processes)


def _memory(process: psutil.Process) -> int:
    try:
        info = process.memory_full_info()
    except psutil.Error:
        return 0
    return int(getattr(info, "pss", info.rss))
