"""The site's one clock: the as-of date, and how long each stage of a build took."""

import os
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from multiprocessing import active_children
from multiprocessing.process import BaseProcess
from pathlib import Path

from generator.errors import ToldError
from generator.settings import FIRST, LAST, SPAN


class ClockError(ToldError):
    """``SOURCE_DATE_EPOCH`` is no number of seconds, or of no possible day (exit code 2)."""


def as_of(asked: date | None, configured: date | None) -> date:
    """The day from which notice status and overdue reviews are told.

    In this order: what the command asked for, what the configuration pins, ``SOURCE_DATE_EPOCH``,
    today.

    Raises:
        ClockError: ``SOURCE_DATE_EPOCH`` is set and is no number of seconds, or of no possible day.
    """
    if asked or configured:
        return asked or configured or date.min
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return date.today()
    try:
        seconds = int(epoch)
    except ValueError:
        raise ClockError(f"环境变量 SOURCE_DATE_EPOCH 要写秒数，现在是“{epoch}”。") from None
    try:
        day = datetime.fromtimestamp(seconds, UTC).date()
    except (ValueError, OverflowError, OSError):
        day = date.min
    if not FIRST <= day <= LAST:
        raise ClockError(
            f"环境变量 SOURCE_DATE_EPOCH 现在是“{epoch}”，合成的日期不在 {SPAN}。"
            "请改这个变量，或者用 --as-of 写明日期。"
        )
    return day


@dataclass(frozen=True, slots=True)
class Stage:
    """What one stage took: wall seconds, and CPU seconds of all processes."""

    name: str
    wall: float
    cpu: float


@dataclass(slots=True)
class Stopwatch:
    """Measures the stages of a build, one after the other."""

    stages: list[Stage] = field(default_factory=list)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Measure what happens inside under ``name``."""
        wall, cpu = time.perf_counter(), _cpu()
        yield
        self.stages.append(Stage(name, time.perf_counter() - wall, _cpu() - cpu))


def _cpu() -> float:
    """CPU seconds of this process, of those that it started and that ended, and of those under way."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used) + sum(map(_under_way, active_children()))


def _under_way(process: BaseProcess) -> float:
    """CPU seconds of a process that has not ended; 0 where the system does not tell them so."""
    try:
        fields = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
