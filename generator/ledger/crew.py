"""Processes that read, judge and lay out records for us, so that a large ledger uses all processors.

A piece of work is a function ``work(desk, items) -> results``, of a module and not within another function.
Few items are worked on in this process: starting others would cost more than it saves.
"""

import gc
import multiprocessing
import os
import pickle
import tempfile
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, TypeVar

from generator.answer import LOST, Answer
from generator.checks.rule import Context
from generator.errors import ToldError
from generator.peace import peace
from generator.workers import follow, undisturbed

Item = TypeVar("Item", contravariant=True)
Made = TypeVar("Made")

_CHUNK = 100
_AHEAD = 4
_WORTH_PROCESSES = 300
_OBJECTS = 50_000


class CrewLostError(ToldError):
    """A process that worked for us is gone, killed by the system or by someone (exit code 2)."""

    def __init__(self) -> None:
        super().__init__(f"{LOST}。什么也没有改动，请关掉别的程序再运行一次。")


@dataclass(frozen=True, slots=True)
class Desk:
    """What work may look at besides its items: the register's folder, its reference data and the day."""

    root: Path
    context: Context
    _kept: dict[str, Any] = field(default_factory=dict)

    def once(self, name: str, make: Callable[[], Made]) -> Made:
        """What is made once in each process, and kept under a name."""
        if name not in self._kept:
            self._kept[name] = make()
        made: Made = self._kept[name]
        return made


class Work(Protocol[Item, Made]):
    """A piece of work: what comes of each of some items, in their order."""

    def __call__(self, desk: Desk, items: Sequence[Item], /) -> list[Made]:  # noqa: D102 - see above
        ...


class Crew:
    """One process per processor, started when there is first enough to do."""

    def __init__(self, desk: Desk, folder: Path, count: int) -> None:
        self._desk = desk
        self._folder = folder
        self._count = count
        self._executor: ProcessPoolExecutor | None = None

    def begin(self, work: Work[Item, Made], items: Sequence[Item]) -> Iterator[Made]:
        """Have all of it done; the others begin at once, and what comes of the items is told in their order.

        All results may come to lie in memory: this is for small ones.
        """
        return self._spread(work, items, len(items))

    def stream(self, work: Work[Item, Made], items: Sequence[Item]) -> Iterator[Made]:
        """The same for large results: only some of the work is done ahead of who takes them."""
        return self._spread(work, items, self._count * _AHEAD)

    def _spread(self, work: Work[Item, Made], items: Sequence[Item], ahead: int) -> Iterator[Made]:
        parts = [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
        if self._count == 1 or len(items) < _WORTH_PROCESSES:
            return (made for part in parts for made in work(self._desk, part))
        waiting = iter(parts)
        under_way = deque(self._submit(work, part) for part in _first(waiting, ahead))
        return self._results(work, under_way, waiting)

    def _results(
        self, work: Any, under_way: deque[Answer[list[Made]]], waiting: Iterator[Any]
    ) -> Iterator[Made]:
        while under_way:
            made = _result(under_way.popleft())
            under_way.extend(self._submit(work, part) for part in _first(waiting, 1))
            yield from made

    def _submit(self, work: Any, part: Sequence[Any]) -> Answer[list[Any]]:
        if self._executor is None:
            # In a file: handed over directly, a process that dies while starting would stall us.
            note = self._folder / "desk"
            note.write_bytes(pickle.dumps(self._desk))
            spawn = multiprocessing.get_context("spawn")
            with undisturbed():
                self._executor = ProcessPoolExecutor(self._count, spawn, _start, (str(note),))
        try:
            with undisturbed():
                return Answer(self._executor, self._folder, _run, work, part)
        except BrokenExecutor as error:
            raise CrewLostError from error

    def close(self) -> None:
        """Let the processes go."""
        if self._executor:
            self._executor.shutdown(cancel_futures=True)


@contextmanager
def crew(root: Path, context: Context, count: int | None = None) -> Iterator[Crew]:
    """A crew for one command; ``count`` processes, by default one per processor."""
    with tempfile.TemporaryDirectory(prefix="gongshi-") as folder:
        made = Crew(Desk(root, context), Path(folder), count or _processors())
        try:
            yield made
        finally:
            with peace():
                made.close()


def unhurried() -> None:
    """Prepare a process for much data that stays: what is loaded by now is no longer looked through."""
    gc.freeze()
    gc.set_threshold(_OBJECTS, 20, 50)


def _first(parts: Iterator[Any], count: int) -> Iterator[Any]:
    for _, part in zip(range(count), parts, strict=False):
        yield part


def _result(answer: Answer[list[Made]]) -> list[Made]:
    try:
        return answer.result()
    except BrokenExecutor as error:
        raise CrewLostError from error


_desk: Desk | None = None


def _start(note: str) -> None:
    global _desk
    _desk = pickle.loads(Path(note).read_bytes())
    unhurried()
    follow()


def _run(work: Callable[[Desk, Sequence[Any]], list[Any]], items: Sequence[Any]) -> list[Any]:
    assert _desk is not None
    return work(_desk, items)


def _processors() -> int:
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
